import { useState } from 'preact/hooks';

/**
 * Whether a `<details>` was ever unfolded, and the listeners that it needs: what is in it is drawn when it first is, in the
 * same frame where it is pressed. The browser unfolds it by itself too, to show what is linked to or found in it.
 */
export function useUnfolded() {
  const [unfolded, setUnfolded] = useState(false);
  const listeners = {
    onClick: () => setUnfolded(true),
    onToggle: (event: { readonly currentTarget: HTMLDetailsElement }) => event.currentTarget.open && setUnfolded(true),
  };
  return [unfolded, listeners] as const;
}
