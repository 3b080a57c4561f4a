import { useEffect, useState } from 'preact/hooks';

const load = () => import('./later.ts');
type Later = Awaited<ReturnType<typeof load>>;
let loaded: Later | undefined;

/** The parts that come after the first answer, once they are here. A page that is no longer online may fail to get them. */
export function useLater(): Later | 'waiting' | 'failed' {
  const [later, setLater] = useState<Later | 'waiting' | 'failed'>(loaded ?? 'waiting');
  useEffect(() => {
    if (loaded) return;
    load().then(
      (parts) => {
        loaded = parts;
        setLater(parts);
      },
      () => setLater('failed'),
    );
  }, []);
  return later;
}
