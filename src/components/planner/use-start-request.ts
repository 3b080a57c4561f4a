import { useEffect, useState } from 'preact/hooks';

/** What a link to the planner asks for: a degree to begin with, a course to add. */
export type StartRequest = { readonly degree?: string; readonly add?: string };

/**
 * Reads the request from the page's address and takes it out, so that a reload does not ask again.
 *
 * It stands after the `#`: that part of an address is never sent to the site.
 */
function takeStartRequest(): StartRequest {
  const asked = new URLSearchParams(location.hash.slice(1));
  const degree = asked.get('degree');
  const add = asked.get('add');
  if (degree === null && add === null) return {};
  history.replaceState(history.state, '', location.pathname + location.search);
  return { ...(degree === null ? {} : { degree }), ...(add === null ? {} : { add }) };
}

/** What links to the planner have asked for since it is open, and what takes a part of it as answered. */
export function useStartRequest(): readonly [StartRequest, (part: keyof StartRequest) => void] {
  const [request, setRequest] = useState<StartRequest>({});
  useEffect(() => {
    const take = () => setRequest(takeStartRequest());
    take();
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  const forget = (part: keyof StartRequest) =>
    setRequest((asked) => Object.fromEntries(Object.entries(asked).filter(([key]) => key !== part)));
  return [request, forget];
}
