import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComparedDegree, ComparisonInput } from '../../engine/completion.ts';
import type { CatalogDegree, CatalogIndex, CatalogSchool } from '../../planner/catalog/catalog.ts';
import { CompletionSearch } from '../../planner/finish/completion-worker.ts';
import { dealt } from '../../planner/finish/dealt.ts';
import { makeCompletionWorker } from '../planner/finish/make-completion-worker.ts';
import { fetchOnce } from '../planner/use-catalog.ts';

/** Every degree that can be begun, with its school. */
export type DegreeFiles = {
  readonly schools: readonly CatalogSchool[];
  readonly degrees: readonly CatalogDegree[];
};

/** The files of all degrees, once they are here. */
export function useDegreeFiles(index: CatalogIndex | undefined) {
  const [files, setFiles] = useState<DegreeFiles | 'waiting' | 'failed'>('waiting');
  const fetchAll = () => {
    if (!index) return;
    setFiles('waiting');
    const schools = index.schools.filter(({ degrees }) => degrees.length > 0);
    Promise.all([
      fetchOnce<readonly CatalogDegree[]>('catalog/degrees.json'),
      Promise.all(schools.map(({ id }) => fetchOnce<CatalogSchool>(`catalog/schools/${id}.json`))),
    ]).then(
      ([degrees, its]) => setFiles({ degrees, schools: its }),
      () => setFiles('failed'),
    );
  };
  useEffect(fetchAll, [index]);
  return { files, fetchAll };
}

/** The degrees compared so far, and how the comparison goes. */
export type DegreesCompared = {
  readonly compared: readonly ComparedDegree[];
  readonly state: 'not-begun' | 'running' | 'done' | 'cancelled' | 'failed';
};

/** How often the list may grow, in milliseconds: it is drawn anew each time. */
const drawnEvery = 250;

/** Workers beyond these would have little to do, and each holds the catalog. */
const mostWorkers = 3;

/** Compares degrees in workers, as many as there are cores for. A new comparison ends the one before. */
export function useDegreesCompared(onDone: (compared: readonly ComparedDegree[]) => void) {
  const [shown, setShown] = useState<DegreesCompared>({ compared: [], state: 'not-begun' });
  const searches = useRef<CompletionSearch[]>([]);
  const told = useRef(onDone);
  told.current = onDone;
  const stop = () => searches.current.forEach((search) => search.cancel());
  useEffect(() => stop, []);
  const begin = (input: ComparisonInput) => {
    stop();
    const workers = Math.min(mostWorkers, navigator.hardwareConcurrency);
    const compared = new Map<string, ComparedDegree>();
    const all = () => [...compared.values()];
    let running = workers;
    let drawn = 0;
    setShown({ compared: [], state: 'running' });
    dealt(input.degrees, workers).forEach((degrees, worker) => {
      const search = (searches.current[worker] ??= new CompletionSearch(makeCompletionWorker));
      search.ask({ kind: 'compare', input: { ...input, degrees } }, (reply) => {
        if (reply.kind === 'failed') {
          stop();
          setShown({ compared: all(), state: 'failed' });
        }
        if (reply.kind === 'compared-one') {
          compared.set(reply.degree.id, reply.degree);
          if (performance.now() - drawn < drawnEvery) return;
          drawn = performance.now();
          setShown({ compared: all(), state: 'running' });
        }
        if (reply.kind === 'compared' && --running === 0) {
          setShown({ compared: all(), state: 'done' });
          told.current(all());
        }
      });
    });
  };
  const cancel = () => {
    stop();
    setShown(({ compared }) => ({ compared, state: 'cancelled' }));
  };
  return { ...shown, begin, cancel };
}
