import { options } from 'preact';

/** Makes a change of state show at once: a printer does not wait for the next turn. */
export function renderNow(change: () => void): void {
  const usual = options.debounceRendering;
  options.debounceRendering = (render) => render();
  change();
  if (usual) options.debounceRendering = usual;
  else delete options.debounceRendering;
}
