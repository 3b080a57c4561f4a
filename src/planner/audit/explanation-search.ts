/**
 * What is said to the worker that looks for explanations, and what it says back. A search is many audits, one after another: in
 * a worker no press waits for one of them. Where there is no worker, the page does the same bit by bit.
 */
import type { AuditInput, DegreeAudit, Obstacles, PinsToRelease, Repair } from '../../engine/types.ts';
import type { Plan } from '../plan/plan.ts';
import type { WorkerLike } from '../worker-like.ts';
import { auditInput, type PlanCatalog } from './plan-audit.ts';

/** What stands in the way of finishing, and pins that cost hours. */
export type PlanObstacles = { readonly obstacles: Obstacles; readonly pins: PinsToRelease | undefined };

/** What is looked for. */
export type Wanted =
  | { readonly kind: 'obstacles'; readonly input: AuditInput; readonly audit: Pick<DegreeAudit, 'met'> }
  /** The smallest change after which the degree would use the credit. */
  | { readonly kind: 'repair'; readonly input: AuditInput; readonly credit: string };

/** What was found. */
export type Explanation =
  | ({ readonly kind: 'obstacles' } & PlanObstacles)
  | { readonly kind: 'repair'; readonly repair: Repair | undefined }
  | { readonly kind: 'failed' };

/** What the worker is told. */
export type ExplanationRequest =
  | { readonly kind: 'look-for'; readonly search: number; readonly wanted: Wanted }
  | { readonly kind: 'give-up'; readonly search: number }
  | { readonly kind: 'rest' };

/** What the worker says. */
export type ExplanationReply = { readonly search: number; readonly found: Explanation };

/** The worker, as it is asked. */
export type ExplanationWorker = WorkerLike<ExplanationRequest, ExplanationReply>;

type Tell = (found: Explanation) => void;

/** Looks for something. What it returns gives the search up: nothing is told after that. */
export type LookFor = (wanted: Wanted, tell: Tell) => () => void;

/** What the engine looks at. Of the catalog the plan's courses are enough, and less to hand over. */
export function explanationInput(plan: Plan, catalog: PlanCatalog, today: string): AuditInput {
  const input = auditInput(plan, catalog, today);
  const planned = new Set(plan.credits.map(({ course }) => course));
  return {
    ...input,
    courses: new Map([...input.courses].filter(([id]) => planned.has(id))),
    equivalencies: input.equivalencies.filter(({ course }) => planned.has(course)),
  };
}

/**
 * Looks in a worker, which is made when it is first needed; `without` looks where none can be had. `rest` lets the worker rest
 * for a moment: on a machine with few cores its work would slow down what the page is about to show.
 */
export function searchInWorker(
  make: () => ExplanationWorker,
  without: LookFor,
): { readonly lookFor: LookFor; readonly rest: () => void } {
  type Search = { readonly wanted: Wanted; readonly tell: Tell; giveUp: () => void };
  const open = new Map<number, Search>();
  let worker: ExplanationWorker | 'none' | undefined;
  let count = 0;

  const goWithout = (search: number) => {
    const one = open.get(search);
    if (one) one.giveUp = without(one.wanted, (found) => tell(search, found));
  };
  const tell = (search: number, found: Explanation) => {
    const one = open.get(search);
    open.delete(search);
    one?.tell(found);
  };
  const start = (): ExplanationWorker | 'none' => {
    try {
      const made = make();
      made.onmessage = ({ data }) => tell(data.search, data.found);
      made.onerror = () => {
        made.terminate();
        worker = 'none';
        for (const search of open.keys()) goWithout(search);
      };
      return made;
    } catch {
      return 'none';
    }
  };

  const lookFor: LookFor = (wanted, told) => {
    const search = ++count;
    const by = (worker ??= start());
    const giveUp = () => by !== 'none' && by.postMessage({ kind: 'give-up', search });
    open.set(search, { wanted, tell: told, giveUp });
    if (by === 'none') goWithout(search);
    else by.postMessage({ kind: 'look-for', search, wanted });
    return () => {
      const one = open.get(search);
      open.delete(search);
      one?.giveUp();
    };
  };
  return {
    lookFor,
    rest: () => {
      if (worker && worker !== 'none') worker.postMessage({ kind: 'rest' });
    },
  };
}
