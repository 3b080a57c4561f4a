/** What a link to the planner asks for: a degree to begin with, a course to add. */
export type StartRequest = { readonly degree?: string; readonly add?: string };

/**
 * Reads the request from the page's address and takes it out, so that a reload does not ask again.
 *
 * It stands after the `#`: that part of an address is never sent to the site.
 */
export function takeStartRequest(): StartRequest {
  const asked = new URLSearchParams(location.hash.slice(1));
  const degree = asked.get('degree');
  const add = asked.get('add');
  if (degree === null && add === null) return {};
  history.replaceState(history.state, '', location.pathname + location.search);
  return { ...(degree === null ? {} : { degree }), ...(add === null ? {} : { add }) };
}
