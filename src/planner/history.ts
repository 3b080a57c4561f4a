/**
 * A plan with its past and future, and the one function that moves through them.
 *
 * Steps are kept as differences, so that a long past is small enough to be saved with every change. The past ends
 * where its text would be too long, never at a number of steps.
 */
import { applyDifference, differenceOf, reversed, type Difference } from './plan-difference.ts';
import { readDayOrNone, readId, readPlannedCredit, readTitle } from './plan-file.ts';
import type { Plan } from './plan.ts';
import { count, isRecord, listOf, record, type Reader } from './untrusted.ts';

/** Past steps oldest first, undone steps nearest first. */
export type History = {
  readonly present: Plan;
  readonly past: readonly Difference[];
  readonly future: readonly Difference[];
};

/** What happens to a plan as a whole. What happens inside it is in `edits.ts`. */
export type HistoryAction =
  /** An edit was made, or everything of another plan taken over. The plan stays the same one. */
  | { readonly kind: 'change'; readonly plan: Plan }
  | { readonly kind: 'undo' | 'redo' }
  /** What another tab saved. Its revision stays: it is the same plan there. */
  | { readonly kind: 'meet'; readonly plan: Plan };

/** The longest text of a history that is saved: more than a thousand steps. */
export const longestHistory = 400_000;

/** A history that begins with this plan. */
export function startHistory(present: Plan): History {
  return { present, past: [], future: [] };
}

/** The history after the action: the same one where nothing changes. The revision rises, even with an undo. */
export function moveHistory(history: History, action: HistoryAction): History {
  const { present } = history;
  switch (action.kind) {
    case 'change':
      return differenceOf(present, action.plan)
        ? withStep(history, { ...action.plan, id: present.id, revision: present.revision + 1 })
        : history;
    case 'meet':
      return withStep(history, action.plan);
    case 'undo':
      return stepBack(history);
    case 'redo':
      return stepForward(history);
  }
}

function withStep(history: History, plan: Plan): History {
  const step = differenceOf(history.present, plan);
  return step ? { present: plan, past: [...history.past, step], future: [] } : { ...history, present: plan };
}

function stepBack(history: History): History {
  const { present, past, future } = history;
  const step = past.at(-1);
  const plan = step && applyDifference(present, reversed(step));
  if (!step || !plan) return step ? { ...history, past: [] } : history;
  return { present: risen(plan), past: past.slice(0, -1), future: [step, ...future] };
}

function stepForward(history: History): History {
  const { present, past, future } = history;
  const [step, ...rest] = future;
  const plan = step && applyDifference(present, step);
  if (!step || !plan) return step ? { ...history, future: [] } : history;
  return { present: risen(plan), past: [...past, step], future: rest };
}

function risen(plan: Plan): Plan {
  return { ...plan, revision: plan.revision + 1 };
}

/** The steps as text. The oldest are left out where it would be too long. */
export function historyToText({ past, future }: History, longest = longestHistory): string {
  let room = longest;
  const fits = (step: string): boolean => (room -= step.length + 1) >= 0;
  const texts = (steps: readonly Difference[]) => steps.map((step) => JSON.stringify(step));
  const back = texts(past).reverse();
  const kept = takeWhile(back, fits).reverse();
  return `{"past":[${kept.join()}],"future":[${takeWhile(texts(future), fits).join()}]}`;
}

function takeWhile<T>(list: readonly T[], passes: (item: T) => boolean): T[] {
  const end = list.findIndex((item) => !passes(item));
  return end === -1 ? [...list] : list.slice(0, end);
}

const readHeading = record({}, { name: readTitle, school: readId, degree: readId, factsSeenOn: readDayOrNone });
const readBoth: Reader<Difference['heading']> = (value) => {
  const both = listOf(readHeading, 2)(value);
  const [before, after] = both ?? [];
  return before && after ? [before, after] : undefined;
};
const readCredits = listOf(readPlannedCredit, 500);
const readStep: Reader<Difference> = record(
  {},
  {
    heading: readBoth as Reader<NonNullable<Difference['heading']>>,
    credits: record({ at: count(500), before: readCredits, after: readCredits }),
  },
);
const readSteps = record({ past: listOf(readStep, 100_000), future: listOf(readStep, 100_000) });

/** The plan with the steps in the text. Without them where they can't be read or don't lead to this plan. */
export function openHistory(present: Plan, text: string | undefined): History {
  const steps = text === undefined || text.length > 2 * longestHistory ? undefined : readSteps(parsed(text));
  const history = { ...startHistory(present), ...steps };
  return leadsTo(history) ? history : startHistory(present);
}

/** Whether the nearest step on each side fits the plan. */
function leadsTo({ present, past, future }: History): boolean {
  const last = past.at(-1);
  const next = future[0];
  return (
    (!last || applyDifference(present, reversed(last)) !== undefined) &&
    (!next || applyDifference(present, next) !== undefined)
  );
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
