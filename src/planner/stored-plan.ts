/**
 * What lies on the device, and what one transaction makes of it.
 *
 * Three kinds of value: `plan`, the plan and the tab that wrote it; `before`, the text saved before it; and `copy …`,
 * text that could not be read or would have been overwritten. Pure: `plan-saving.ts` runs these in a transaction.
 */
import { openPlanFile, type FileNotice } from './plan-file.ts';
import type { Plan } from './plan.ts';

/** Everything that is stored, by key. */
export type Stored = ReadonlyMap<string, unknown>;

/** What a transaction changes, and what it tells its caller. `undefined` removes a value. */
export type Decided<R> = { readonly write: Readonly<Record<string, unknown>>; readonly result: R };

/** A small store that reads and writes in one transaction. */
export type KeyValue = { readonly transact: <R>(decide: (stored: Stored) => Decided<R>) => Promise<R> };

/** Text that was kept so that nothing is lost. */
export type Copy = { readonly key: string; readonly text: string };

/** What was on the device. */
export type Opened = {
  readonly plan?: Plan;
  /** True where the last save could not be read and the one before it is used. */
  readonly fromBefore: boolean;
  readonly notices: readonly FileNotice[];
  readonly copies: readonly Copy[];
};

/** What opening found. `base` is the stored text; `newer` means that this page is too old to read it. */
export type Found = { readonly opened: Opened; readonly base: string | undefined; readonly newer: boolean };

/** How a save went. `other` is another tab's text, which is not overwritten; a newer save makes one superfluous. */
export type SaveResult = 'saved' | 'newer-version' | 'superseded' | { readonly other: string };

/** The text of the stored plan, if there is one. */
export function savedText(stored: Stored): string | undefined {
  const value = stored.get('plan');
  return value === undefined ? undefined : asText(value);
}

/** Reads what is stored. What can't be read, wholly or in part, is kept as a copy under `copyKey`. */
export function openStored(stored: Stored, copyKey: string): Decided<Found> {
  const text = savedText(stored);
  if (text === undefined) return openBefore(stored, {}, copiesIn(stored));
  const file = openPlanFile(text);
  if ('reason' in file && file.reason === 'newer-version')
    return { write: {}, result: { opened: nothing(copiesIn(stored)), base: text, newer: true } };
  const whole = 'plan' in file && file.notices.length === 0;
  const kept = whole || copiesIn(stored).some((copy) => copy.text === text);
  const write = kept ? {} : { [copyKey]: text };
  const copies = kept ? copiesIn(stored) : [...copiesIn(stored), { key: copyKey, text }];
  if ('reason' in file) return openBefore(stored, write, copies);
  const opened = { plan: file.plan, fromBefore: false, notices: file.notices, copies };
  return { write, result: { opened, base: text, newer: false } };
}

/** Puts the plan saved before in place of one that is missing or can't be read. */
function openBefore(stored: Stored, write: Decided<Found>['write'], copies: readonly Copy[]): Decided<Found> {
  const text = stored.has('before') ? asText(stored.get('before')) : '';
  const file = openPlanFile(text);
  if ('reason' in file)
    return { write: { ...write, plan: undefined }, result: { opened: nothing(copies), base: undefined, newer: false } };
  const opened = { plan: file.plan, fromBefore: true, notices: file.notices, copies };
  return { write: { ...write, plan: { writer: '', text } }, result: { opened, base: text, newer: false } };
}

/**
 * Saves the text if the stored plan is the one this tab last saw (`base`) or wrote. Another tab's plan stays, and this
 * one is kept as a copy until the student chooses.
 */
export function decideSave(
  stored: Stored,
  save: { readonly text: string; readonly base: string | undefined; readonly writer: string; readonly copyKey: string },
): Decided<SaveResult> {
  const { text, base, writer, copyKey } = save;
  const there = savedText(stored);
  const file = there === undefined ? undefined : openPlanFile(there);
  if (file && 'reason' in file && file.reason === 'newer-version') return { write: {}, result: 'newer-version' };
  const put = { plan: { writer, text }, [copyKey]: undefined };
  if (there === undefined) return { write: put, result: 'saved' };
  if (there === base || there === text || writerOf(stored) === writer)
    return { write: there === text ? put : { ...put, before: there }, result: 'saved' };
  if (file && 'reason' in file) return { write: { ...put, [`${copyKey} unread`]: there }, result: 'saved' };
  return { write: { [copyKey]: text }, result: { other: there } };
}

function writerOf(stored: Stored): unknown {
  const value = stored.get('plan');
  return typeof value === 'object' && value !== null && 'writer' in value ? value.writer : undefined;
}

/** Keys of copies begin with this. */
export const copyPrefix = 'copy ';

function copiesIn(stored: Stored): readonly Copy[] {
  return [...stored]
    .filter(([key]) => key.startsWith(copyPrefix))
    .map(([key, value]) => ({ key, text: asText(value) }));
}

function nothing(copies: readonly Copy[]): Opened {
  return { fromBefore: false, notices: [], copies };
}

/** Whatever is stored, as text. Never throws. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string')
    return value.text;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
