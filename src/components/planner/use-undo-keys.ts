import { useEffect, useRef } from 'preact/hooks';

/** Ctrl+Z and Ctrl+Shift+Z, except where they belong to a text field. */
export function useUndoKeys(undo: () => void, redo: () => void): void {
  const actions = useRef({ undo, redo });
  actions.current = { undo, redo };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      if (event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable]')) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) actions.current.redo();
      else actions.current.undo();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
