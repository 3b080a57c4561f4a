import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComparedDegree, ComparisonInput } from '../../engine/completion.ts';
import type { CatalogDegree, CatalogIndex, CatalogSchool } from '../../planner/catalog/catalog.ts';
import { CompletionSearch } from '../../planner/finish/completion-worker.ts';
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

/** Compares degrees in a worker. A new comparison ends the one before. */
export function useDegreesCompared(onDone: (compared: readonly ComparedDegree[]) => void) {
  const [shown, setShown] = useState<DegreesCompared>({ compared: [], state: 'not-begun' });
  const search = useRef<CompletionSearch>();
  const told = useRef(onDone);
  told.current = onDone;
  useEffect(() => () => search.current?.cancel(), []);
  const begin = (input: ComparisonInput) => {
    const searching = (search.current ??= new CompletionSearch(makeCompletionWorker));
    const compared: ComparedDegree[] = [];
    let drawn = 0;
    setShown({ compared: [], state: 'running' });
    searching.ask({ kind: 'compare', input }, (reply) => {
      if (reply.kind === 'failed') setShown({ compared: [...compared], state: 'failed' });
      if (reply.kind === 'compared-one') {
        compared.push(reply.degree);
        if (performance.now() - drawn < drawnEvery) return;
        drawn = performance.now();
        setShown({ compared: [...compared], state: 'running' });
      }
      if (reply.kind === 'compared') {
        setShown({ compared: reply.degrees, state: 'done' });
        told.current(reply.degrees);
      }
    });
  };
  const cancel = () => {
    search.current?.cancel();
    setShown(({ compared }) => ({ compared, state: 'cancelled' }));
  };
  return { ...shown, begin, cancel };
}
