/** What a link to the planner asks for: a degree to begin with, a course to add. */
export type StartRequest = { readonly degree?: string; readonly add?: string };

/** Reads the request from the page's address and takes it out, so that a reload does not ask again. */
export function takeStartRequest(): StartRequest {
  const address = new URL(location.href);
  const degree = address.searchParams.get('degree');
  const add = address.searchParams.get('add');
  if (degree === null && add === null) return {};
  address.searchParams.delete('degree');
  address.searchParams.delete('add');
  history.replaceState(history.state, '', address);
  return { ...(degree === null ? {} : { degree }), ...(add === null ? {} : { add }) };
}
