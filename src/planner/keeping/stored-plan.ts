/**
 * What lies on the device, and what one transaction makes of it. Pure: `plan-saving.ts` and `plan-shelf.ts` run these.
 *
 * - `plan <id>`: a plan's text, the tab that wrote it, when, and whether it is archived.
 * - `version <id> <number>`: a text that was saved before. Numbers rise; clocks don't order anything.
 * - `steps <id>`: what can be undone and done again.
 * - `open`: the id of the plan that was opened last.
 * - `copy …`: text that could not be read or would have been overwritten.
 * - `plan` and `before`: the only plan and the text before it, as they lay here before there were several.
 */
import { historyToText, moveHistory, type History } from '../plan/history.ts';
import type { Decided, Stored, Wants } from './key-value.ts';
import { mergePlans } from '../plan/plan-difference.ts';
import { openPlanFile, planToText, type FileNotice } from './plan-file.ts';
import type { Plan } from '../plan/plan.ts';

/** Text that was kept so that nothing is lost. */
export type Copy = { readonly key: string; readonly text: string };

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

/** Keys of copies begin with this. */
export const copyPrefix = 'copy ';

/** The key of a plan. */
export const planKey = (id: string): string => `plan ${id}`;
const stepsKey = (id: string): string => `steps ${id}`;
const versionPrefix = (id: string): string => `version ${id} `;

/** Everything that belongs to one plan. */
export const wantsAllOf =
  (id: string): Wants =>
  (key) =>
    key === planKey(id) || key === stepsKey(id) || key.startsWith(versionPrefix(id)) || key.startsWith(copyPrefix);

/** The plan alone. */
export const wantsPlan =
  (id: string): Wants =>
  (key) =>
    key === planKey(id);

/** Every plan, and which one was opened last. */
export const wantsPlans: Wants = (key) =>
  key === 'plan' || key === 'before' || key === 'open' || key.startsWith('plan ');

/** The text of a stored plan, if there is one. */
export function savedText(stored: Stored, id: string): string | undefined {
  return stored.has(planKey(id)) ? asText(stored.get(planKey(id))) : undefined;
}

/** The ids of all stored plans. */
export function planIds(stored: Stored): readonly string[] {
  return [...stored.keys()].filter((key) => key.startsWith('plan ')).map((key) => key.slice('plan '.length));
}

/** The numbers of a plan's versions, oldest first. */
function versionKeys(stored: Stored, id: string): readonly string[] {
  return [...stored.keys()].filter((key) => key.startsWith(versionPrefix(id))).sort();
}

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

/** The id, or one like it that no stored plan has. */
export function freeId(stored: Stored, id: string): string {
  let free = id;
  for (let number = 2; stored.has(planKey(free)); number += 1) free = `${id.slice(0, 190)}-${number}`;
  return free;
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

/** A plan as it was saved before, with the time of that save where it is known. */
export type Version = {
  readonly key: string;
  readonly on: string | undefined;
  readonly plan: Plan;
  readonly text: string;
  readonly notices: readonly FileNotice[];
};

/** What was saved before and can be read, newest first. */
export function versionsIn(stored: Stored, id: string): readonly Version[] {
  return versionKeys(stored, id)
    .toReversed()
    .flatMap((key) => {
      const text = asText(stored.get(key));
      const file = openPlanFile(text);
      return 'plan' in file ? [{ key, on: recordOf(stored.get(key)).on, text, ...file }] : [];
    });
}

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

function versionKey(id: string, number: number): string {
  return versionPrefix(id) + String(number).padStart(9, '0');
}

function allButNewestVersions(stored: Stored): string[] {
  return planIds(stored).flatMap((id) => versionKeys(stored, id).slice(0, -1));
}

/** The plan in a text that is known to be one. */
export function planIn(text: string): Plan | undefined {
  const file = openPlanFile(text);
  return 'plan' in file ? file.plan : undefined;
}

/** Every copy on the device. */
export function copiesIn(stored: Stored): readonly Copy[] {
  return [...stored]
    .filter(([key]) => key.startsWith(copyPrefix))
    .map(([key, value]) => ({ key, text: asText(value) }));
}

function nothing(copies: readonly Copy[]): Opened {
  return { fromBefore: false, notices: [], copies };
}

type PlanRecord = { readonly writer?: unknown; readonly on?: string; readonly archived?: unknown };

/** What stands beside the text of a stored value. */
export function recordOf(value: unknown): PlanRecord {
  if (typeof value !== 'object' || value === null) return {};
  const { writer, on, archived } = value as Record<string, unknown>;
  return { writer, archived, ...(typeof on === 'string' && on.length < 40 ? { on } : {}) };
}

/** Whatever is stored, as text. Never throws. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string')
    return value.text;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
