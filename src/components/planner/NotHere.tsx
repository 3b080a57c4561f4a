/** Said where a part of the planner that comes later did not come. */
export const notLoaded = 'This part of the page could not be loaded. Reload the page when you are online.';

/** In place of a part of the planner that comes after the first answer. */
export function NotHere({ state }: { readonly state: 'waiting' | 'failed' }) {
  return <p class="quiet">{state === 'waiting' ? 'Loading…' : notLoaded}</p>;
}
