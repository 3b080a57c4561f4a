import { useEffect, useState } from 'preact/hooks';

let begin = (): void => undefined;
const begun = new Promise<void>((go) => (begin = go));
/** Lets them come: the first answer is there, or nothing that would lead to one. Before, the line is left to what it needs. */
export const bringLater = (): void => begin();
const load = () => begun.then(() => import('./later.ts'));
export type Later = Awaited<ReturnType<typeof load>>;
let loaded: Later | undefined;

/** Uses parts that come after the first answer, at once or as soon as they are here. */
export function whenLater(use: (parts: Later) => void): void {
  if (loaded) use(loaded);
  else load().then(use, () => undefined);
}

/** The parts that come after the first answer, once they are here. A page that is no longer online may fail to get them. */
export function useLater(): Later | 'waiting' | 'failed' {
  const [later, setLater] = useState<Later | 'waiting' | 'failed'>(loaded ?? 'waiting');
  useEffect(() => {
    // They may have come since this was drawn.
    load().then(
      (parts) => setLater((loaded = parts)),
      () => setLater('failed'),
    );
  }, []);
  return later;
}
