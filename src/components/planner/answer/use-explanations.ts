import { useEffect, useState } from 'preact/hooks';

/** The part of the planner that explains answers. A page that is no longer online may fail to get it. */
export const loadExplanations = () => import('./explanations.ts');

/** That part, once it is here. */
export type Explanations = Awaited<ReturnType<typeof loadExplanations>>;

/** What explains answers: loaded while the page is idle. */
export function useExplanations(): Explanations | 'waiting' | 'failed' {
  const [loaded, setLoaded] = useState<Explanations | 'waiting' | 'failed'>('waiting');
  useEffect(() => {
    loadExplanations().then(setLoaded, () => setLoaded('failed'));
  }, []);
  return loaded;
}
