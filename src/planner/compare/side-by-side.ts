/** Two or three things in one table: a line for each topic, a cell for each thing. */
import type { Certainty } from '../../engine/types.ts';

/** One statement with its sources: each its name, its address if it has one, and when it was read. */
export type ComparedEntry = {
  readonly says: string;
  /** How sure it is, where that is known of it. */
  readonly certainty?: Certainty;
  readonly sources: readonly { readonly name: string; readonly href?: string; readonly note: string }[];
};

/** What is known of one topic. */
export type TopicEntries = readonly [topic: string, entries: readonly ComparedEntry[]];

/** One topic across all things; an empty list where nothing is known of it. */
export type ComparedRow = { readonly topic: string; readonly sides: readonly (readonly ComparedEntry[])[] };

/** The topics of any of these, in their common order. */
export function sideBySide(compared: readonly { readonly rows: readonly TopicEntries[] }[]): ComparedRow[] {
  const topics: string[] = [];
  for (const { rows } of compared) {
    let at = 0;
    for (const [topic] of rows) {
      const known = topics.indexOf(topic);
      if (known >= 0) at = known + 1;
      else topics.splice(at++, 0, topic);
    }
  }
  return topics.map((topic) => ({
    topic,
    sides: compared.map(({ rows }) => rows.find(([one]) => one === topic)?.[1] ?? []),
  }));
}

/** An id as it may stand in an address. */
export function isId(text: string): boolean {
  return /^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(text);
}

/** The ids of a list in an address: each once, at most so many, nothing that is no id. */
export function idsIn(list: string | null, most: number): string[] {
  return [...new Set((list ?? '').split(','))].filter(isId).slice(0, most);
}

/** What stands after the # of an address, by name. Longer ones than any of ours are not read. */
export function partsOf(hash: string): URLSearchParams {
  return new URLSearchParams(hash.length > 20_000 ? '' : hash.replace(/^#/, ''));
}

/** The other way: "#degree=tesu/ba&courses=clep/biology,clep/calculus". Empty parts are left out. */
export function hashOf(parts: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? '' : `#${given.map(([name, value]) => `${name}=${value}`).join('&')}`;
}
