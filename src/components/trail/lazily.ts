import { h, type FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { NotHere } from '../planner/NotHere.tsx';

/** A component that is fetched when it is first shown. */
export function lazily<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  return function Later(props: P) {
    const [part, setPart] = useState<{ readonly Part: FunctionComponent<P> } | 'waiting' | 'failed'>('waiting');
    useEffect(() => {
      load().then(
        (Part) => setPart({ Part }),
        () => setPart('failed'),
      );
    }, []);
    return typeof part === 'string' ? h(NotHere, { state: part }) : h(part.Part, props);
  };
}
