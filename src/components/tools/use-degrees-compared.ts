import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComparedDegree, ComparisonInput } from '../../engine/completion.ts';
import type { CatalogDegree, CatalogIndex, CatalogSchool } from '../../planner/catalog/catalog.ts';
import { CompletionSearch, type DegreesSoFar, type SearchState } from '../../planner/finish/completion-worker.ts';
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

/** The degrees that were compared, and how the comparison goes. */
export type DegreesCompared = {
  /** Empty while it runs: degrees that come in between would push away those that someone reads. */
  readonly compared: readonly ComparedDegree[];
  readonly state: SearchState<DegreesSoFar>;
};

const nothing: DegreesCompared = { compared: [], state: 'not-begun' };

/** How often it is shown how far it is, in milliseconds. */
const shownEvery = 250;

/** Workers beyond these would have little to do, and each holds the catalog. */
const mostWorkers = 3;

/** Compares degrees in workers, as many as there are cores for. A new comparison ends the one before. */
export function useDegreesCompared(onDone: (compared: readonly ComparedDegree[]) => void) {
  const [shown, setShown] = useState(nothing);
  const searches = useRef<CompletionSearch[]>([]);
  const found = useRef(new Map<string, ComparedDegree>());
  const told = useRef(onDone);
  told.current = onDone;
  const stop = () => searches.current.forEach((search) => search.cancel());
  useEffect(() => stop, []);
  const end = (state: 'done' | 'cancelled' | 'failed') => {
    stop();
    setShown({ compared: [...found.current.values()], state });
  };
  const begin = (input: ComparisonInput) => {
    stop();
    const workers = Math.min(mostWorkers, navigator.hardwareConcurrency);
    const compared = (found.current = new Map());
    let running = workers;
    let last = 0;
    const show = () => {
      last = performance.now();
      setShown({ compared: [], state: { soFar: { compared: compared.size, of: input.degrees.length } } });
    };
    show();
    dealt(input.degrees, workers).forEach((degrees, worker) => {
      const search = (searches.current[worker] ??= new CompletionSearch(makeCompletionWorker));
      search.ask({ kind: 'compare', input: { ...input, degrees } }, (reply) => {
        if (reply.kind === 'failed') end('failed');
        if (reply.kind === 'compared-one') {
          compared.set(reply.degree.id, reply.degree);
          if (performance.now() - last > shownEvery) show();
        }
        if (reply.kind === 'compared' && --running === 0) {
          end('done');
          told.current([...compared.values()]);
        }
      });
    });
  };
  return { ...shown, begin, cancel: () => end('cancelled') };
}
