import { type Dispatch, type StateUpdater, useState } from 'preact/hooks';

/**
 * What a form holds: what is saved, until it is typed over, and again what is saved once that changes, as by an undo or
 * in another tab. It is not put in after the drawing: somebody may have typed by then.
 */
export function useFields<F>(saved: F): [F, Dispatch<StateUpdater<F>>] {
  const [fields, setFields] = useState(saved);
  const now = JSON.stringify(saved);
  const [before, setBefore] = useState(now);
  if (now !== before) {
    setBefore(now);
    setFields(saved);
  }
  return [fields, setFields];
}
