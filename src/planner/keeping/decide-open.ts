/** What one transaction makes of the device when a plan is opened. Pure: `plan-saving.ts` and `plan-shelf.ts` run it. */
import type { Decided, Stored } from './key-value.ts';
import { openPlanFile, type FileNotice } from './plan-file.ts';
import type { Plan } from '../plan/plan.ts';
import {
  asText,
  copiesIn,
  freeId,
  planIds,
  planKey,
  recordOf,
  savedText,
  stepsKey,
  versionKey,
  versionsIn,
  type Copy,
} from './stored-plan.ts';

/** What was on the device. */
export type Opened = {
  readonly plan?: Plan;
  /** What can be undone, as text. */
  readonly steps?: string;
  /** True where the last save could not be read and an older one is used. */
  readonly fromBefore: boolean;
  readonly notices: readonly FileNotice[];
  readonly copies: readonly Copy[];
};

/** What opening found. `base` is the stored text; `newer` means that this page is too old to read it. */
export type Found = { readonly opened: Opened; readonly base: string | undefined; readonly newer: boolean };

/** Asks for no plan, so that a new one can begin. */
export const newPlanWanted = '';

/**
 * The plan to open: the one asked for, or else the one opened last. What lay here as the only plan gets its place
 * among several.
 */
export function chooseOpen(stored: Stored, wanted: string | undefined): Decided<string | undefined> {
  const write: Record<string, unknown> = {};
  let moved: string | undefined;
  if (stored.has('plan') || stored.has('before')) {
    const [last, before] = ['plan', 'before'].map((key) => (stored.has(key) ? asText(stored.get(key)) : undefined));
    moved = freeId(stored, planIdIn(last) ?? planIdIn(before) ?? 'p-first');
    write[planKey(moved)] = { writer: '', text: last ?? before };
    if (last !== undefined && before !== undefined) write[versionKey(moved, 1)] = { text: before };
    write['plan'] = write['before'] = undefined;
  }
  const ids = [...planIds(stored), ...(moved === undefined ? [] : [moved])];
  const known = (id: unknown): id is string => ids.some((one) => one === id);
  if (wanted === newPlanWanted) return { write, result: undefined };
  if (known(wanted)) return { write, result: wanted };
  const last = moved ?? stored.get('open');
  return { write, result: known(last) ? last : newest(stored, ids) };
}

function newest(stored: Stored, ids: readonly string[]): string | undefined {
  const rank = (id: string): string => {
    const { archived, on } = recordOf(stored.get(planKey(id)));
    return `${archived === true ? 0 : 1} ${on ?? ''}`;
  };
  return ids.toSorted((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0))[0];
}

function planIdIn(text: string | undefined): string | undefined {
  const file = openPlanFile(text ?? '');
  return 'plan' in file ? file.plan.id : undefined;
}

/** Reads one plan. What can't be read, wholly or in part, is kept as a copy under `copyKey`. */
export function openStored(stored: Stored, id: string, copyKey: string): Decided<Found> {
  const copies = copiesIn(stored);
  const text = savedText(stored, id);
  if (text === undefined) return openBefore(stored, id, {}, copies);
  const file = openPlanFile(text);
  if ('reason' in file && file.reason === 'newer-version')
    return { write: {}, result: { opened: nothing(copies), base: text, newer: true } };
  const whole = 'plan' in file && file.notices.length === 0;
  const kept = whole || copies.some((copy) => copy.text === text);
  const write = kept ? {} : { [copyKey]: text };
  const all = kept ? copies : [...copies, { key: copyKey, text }];
  if ('reason' in file) return openBefore(stored, id, write, all);
  const steps = stored.get(stepsKey(id));
  const opened = { plan: file.plan, fromBefore: false, notices: file.notices, copies: all };
  return {
    write: stored.get('open') === id ? write : { ...write, open: id },
    result: { opened: typeof steps === 'string' ? { ...opened, steps } : opened, base: text, newer: false },
  };
}

/** Puts the newest version that can be read in place of a plan that can't. */
function openBefore(
  stored: Stored,
  id: string,
  write: Decided<Found>['write'],
  copies: readonly Copy[],
): Decided<Found> {
  for (const version of versionsIn(stored, id)) {
    const { notices } = version;
    const opened = { plan: version.plan, fromBefore: true, notices, copies };
    const restored = { [planKey(id)]: { writer: '', text: version.text, on: version.on }, open: id };
    return { write: { ...write, ...restored }, result: { opened, base: version.text, newer: false } };
  }
  return {
    write: { ...write, [planKey(id)]: undefined },
    result: { opened: nothing(copies), base: undefined, newer: false },
  };
}

function nothing(copies: readonly Copy[]): Opened {
  return { fromBefore: false, notices: [], copies };
}
