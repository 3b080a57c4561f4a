/** What one transaction makes of the device when a plan is saved. Pure: `plan-saving.ts` runs it. */
import { historyToText, moveHistory, type History } from '../plan/history.ts';
import type { Plan } from '../plan/plan.ts';
import { mergePlans } from '../plan/plan-difference.ts';
import type { Decided, Stored } from './key-value.ts';
import { openPlanFile, planToText } from './plan-file.ts';
import {
  planIds,
  planIn,
  planKey,
  recordOf,
  savedText,
  stepsKey,
  versionKey,
  versionKeys,
  versionPrefix,
} from './stored-plan.ts';

/** How a save went. */
export type SaveResult =
  | 'newer-version'
  /** A newer save made this one superfluous. */
  | 'superseded'
  /** `again`: nothing of the plan was left on the device. */
  | { readonly saved: 'first' | 'next' | 'again' }
  /** Another tab's changes and this one's went together. */
  | { readonly merged: Plan }
  /** Another tab's text, which is not overwritten. */
  | { readonly other: string };

/** What is given up where the device is full: nothing, what can be undone, or older versions too. */
export type GivenUp = 'nothing' | 'steps' | 'versions';

/** How many texts saved before are kept for each plan. */
export const mostVersions = 20;

/** What a tab saves, and what it last saw. */
export type Save = {
  readonly history: History;
  /** The stored text this tab last saw or wrote. */
  readonly base: string | undefined;
  readonly writer: string;
  readonly copyKey: string;
  /** When, for the student to read. */
  readonly on: string;
  readonly givenUp: GivenUp;
};

/**
 * Saves the plan if the stored one is the one this tab last saw or wrote, or if what another tab changed goes together
 * with it. Otherwise the other tab's plan stays, and this one is kept as a copy until the student chooses.
 */
export function decideSave(stored: Stored, save: Save): Decided<SaveResult> {
  const { history, base, writer } = save;
  const { id } = history.present;
  const text = planToText(history.present);
  const there = savedText(stored, id);
  const own = () => put(stored, save, history, writer);
  if (there === undefined)
    return { write: { ...own(), open: id }, result: { saved: base === undefined ? 'first' : 'again' } };
  if (there === base) return { write: own(), result: { saved: 'next' } };
  const file = openPlanFile(there);
  if ('reason' in file && file.reason === 'newer-version') return { write: {}, result: 'newer-version' };
  if (there === text || recordOf(stored.get(planKey(id))).writer === writer)
    return { write: own(), result: { saved: 'next' } };
  if ('reason' in file) return { write: { ...own(), [`${save.copyKey} unread`]: there }, result: { saved: 'next' } };
  const from = base === undefined ? undefined : planIn(base);
  const merged = from && mergePlans(from, history.present, file.plan);
  if (!merged) return { write: save.givenUp === 'versions' ? {} : { [save.copyKey]: text }, result: { other: there } };
  // Nobody's text: each tab has yet to see it.
  const met = moveHistory(history, { kind: 'meet', plan: merged });
  return { write: put(stored, save, met, ''), result: { merged } };
}

/** The plan in its place, what stood there as its newest version, and what can be undone. */
function put(stored: Stored, save: Save, history: History, writer: string): Record<string, unknown> {
  const { id } = history.present;
  const { on, givenUp, copyKey } = save;
  const text = planToText(history.present);
  const there = recordOf(stored.get(planKey(id)));
  const archived = there.archived === true ? { archived: true } : {};
  const plan = { [planKey(id)]: { writer, text, on, ...archived }, [copyKey]: undefined };
  if (givenUp !== 'nothing') {
    const gone = [...stored.keys()].filter((key) => key.startsWith('steps '));
    if (givenUp === 'versions') gone.push(...allButNewestVersions(stored));
    return { ...Object.fromEntries(gone.map((key) => [key, undefined])), ...plan };
  }
  const before = savedText(stored, id);
  const version = before === undefined || before === text ? {} : nextVersion(stored, id, before, there.on);
  return { ...plan, ...version, [stepsKey(id)]: historyToText(history) };
}

function nextVersion(stored: Stored, id: string, text: string, on: string | undefined): Record<string, unknown> {
  const keys = versionKeys(stored, id);
  const last = Number(keys.at(-1)?.slice(versionPrefix(id).length) ?? 0);
  const old = keys.slice(0, Math.max(0, keys.length + 1 - mostVersions));
  return {
    ...Object.fromEntries(old.map((key) => [key, undefined])),
    [versionKey(id, last + 1)]: on === undefined ? { text } : { text, on },
  };
}

function allButNewestVersions(stored: Stored): string[] {
  return planIds(stored).flatMap((id) => versionKeys(stored, id).slice(0, -1));
}
