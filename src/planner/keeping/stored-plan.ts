/**
 * What lies on the device. `decide-open.ts` and `decide-save.ts` say what one transaction makes of it.
 *
 * - `plan <id>`: a plan's text, the tab that wrote it, when, and whether it is archived.
 * - `version <id> <number>`: a text that was saved before. Numbers rise; clocks don't order anything.
 * - `steps <id>`: what can be undone and done again.
 * - `open`: the id of the plan that was opened last.
 * - `copy …`: text that could not be read or would have been overwritten.
 * - `plan` and `before`: the only plan and the text before it, as they lay here before there were several.
 */
import type { Stored, Wants } from './key-value.ts';
import { openPlanFile, type FileNotice } from './plan-file.ts';
import type { Plan } from '../plan/plan.ts';

/** Text that was kept so that nothing is lost. */
export type Copy = { readonly key: string; readonly text: string };

/** Keys of copies begin with this. */
export const copyPrefix = 'copy ';

/** The key of a plan. */
export const planKey = (id: string): string => `plan ${id}`;
/** The key of what can be undone and done again. */
export const stepsKey = (id: string): string => `steps ${id}`;
/** The keys of a plan's versions begin with this. */
export const versionPrefix = (id: string): string => `version ${id} `;

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
export function versionKeys(stored: Stored, id: string): readonly string[] {
  return [...stored.keys()].filter((key) => key.startsWith(versionPrefix(id))).sort();
}

/** The id, or one like it that no stored plan has. */
export function freeId(stored: Stored, id: string): string {
  let free = id;
  for (let number = 2; stored.has(planKey(free)); number += 1) free = `${id.slice(0, 190)}-${number}`;
  return free;
}

/** The key of a plan's version. Numbers rise. */
export function versionKey(id: string, number: number): string {
  return versionPrefix(id) + String(number).padStart(9, '0');
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
