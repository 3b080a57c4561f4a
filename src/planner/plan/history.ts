/**
 * A plan with its past and future, and the one function that moves through them.
 *
 * Each step is kept as the text of a difference and read when it is taken: a long past costs nothing to open and
 * little to save. The past ends where its text would be too long, never at a number of steps.
 */
import { applyDifference, differenceOf, reversed, type Difference } from './plan-difference.ts';
import { mostWaivers, readDayOrNone, readId, readPlannedCredit, readTitle, readWaiver } from '../keeping/plan-file.ts';
import { mostCredits, type Plan } from './plan.ts';
import { readIdentity } from '../trail/trail-notes.ts';
import { count, isRecord, listOf, record, type Reader } from '../keeping/untrusted.ts';

/** A difference as text, in one line. */
type Step = string;

/** Past steps oldest first, undone steps nearest first. */
export type History = { readonly present: Plan; readonly past: readonly Step[]; readonly future: readonly Step[] };

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
  const difference = differenceOf(history.present, plan);
  if (!difference) return { ...history, present: plan };
  return { present: plan, past: [...history.past, JSON.stringify(difference)], future: [] };
}

function stepBack(history: History): History {
  const { present, past, future } = history;
  const step = past.at(-1);
  if (step === undefined) return history;
  const plan = made(present, step, reversed);
  return plan ? { present: risen(plan), past: past.slice(0, -1), future: [step, ...future] } : { ...history, past: [] };
}

function stepForward(history: History): History {
  const { present, past, future } = history;
  const [step, ...rest] = future;
  if (step === undefined) return history;
  const plan = made(present, step);
  return plan ? { present: risen(plan), past: [...past, step], future: rest } : { ...history, future: [] };
}

function risen(plan: Plan): Plan {
  return { ...plan, revision: plan.revision + 1 };
}

/** The steps as text. The farthest are left out where it would be too long. */
export function historyToText({ past, future }: History, longest = longestHistory): string {
  let room = longest;
  const fits = (step: string): boolean => (room -= step.length + 1) >= 0;
  const back = takeWhile(past.toReversed(), fits).reverse();
  return [...back, '', ...takeWhile(future, fits)].join('\n');
}

function takeWhile<T>(list: readonly T[], passes: (item: T) => boolean): T[] {
  const end = list.findIndex((item) => !passes(item));
  return end === -1 ? [...list] : list.slice(0, end);
}

/** The plan with the steps in the text. Without them where the nearest don't lead to this plan. */
export function openHistory(present: Plan, text: string | undefined): History {
  const lines = text === undefined || text.length > 2 * longestHistory ? [''] : text.split('\n');
  const middle = lines.indexOf('');
  if (middle === -1) return startHistory(present);
  const history = { present, past: lines.slice(0, middle), future: lines.slice(middle + 1) };
  const last = history.past.at(-1);
  const next = history.future[0];
  const leadsHere =
    (last === undefined || made(present, last, reversed) !== undefined) &&
    (next === undefined || made(present, next) !== undefined);
  return leadsHere ? history : startHistory(present);
}

const readHeading = record(
  {},
  { name: readTitle, school: readId, degree: readId, factsSeenOn: readDayOrNone, startsOn: readDayOrNone },
);
const readHeadings: Reader<NonNullable<Difference['heading']>> = (value) => {
  const [before, after] = listOf(readHeading, 2)(value) ?? [];
  return before && after ? [before, after] : undefined;
};
const readWaived: Reader<NonNullable<Difference['waivers']>> = (value) => {
  const [before, after] = listOf(listOf(readWaiver, mostWaivers), 2)(value) ?? [];
  return before && after ? [before, after] : undefined;
};
/** An ID, or the empty record where there is none. */
const readShown: Reader<NonNullable<Difference['identity']>> = (value) => {
  const side: Reader<NonNullable<Difference['identity']>[0]> = (one) =>
    isRecord(one) && Object.keys(one).length === 0 ? {} : readIdentity(one);
  const [before, after] = listOf(side, 2)(value) ?? [];
  return before && after ? [before, after] : undefined;
};
/** What notes say is read where they are put into a plan. */
const readNotes: Reader<Readonly<Record<string, unknown>>> = (value) => (isRecord(value) ? value : undefined);
const readCredits = listOf(readPlannedCredit, mostCredits);
const readDifference: Reader<Difference> = record(
  {},
  {
    heading: readHeadings,
    waivers: readWaived,
    identity: readShown,
    notes: record({ credit: readId, before: readNotes, after: readNotes }),
    credits: record({ at: count(mostCredits), before: readCredits, after: readCredits }),
  },
);

/** The plan after the step, or `undefined` where the step can't be read or does not begin at this plan. */
function made(plan: Plan, step: Step, turn = (difference: Difference) => difference): Plan | undefined {
  const difference = readDifference(parsed(step));
  return difference && applyDifference(plan, turn(difference));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
