/**
 * How long memberships may run in a better answer. A fractional one mixes a month with years of it; without lengths that
 * cost too much, and with whole courses under memberships that run, it comes close to whole ones.
 */
import type { Name, Term } from '../assign/tableau.ts';
import type { RowInMind } from './in-mind.ts';
import type { Part, Parts } from './parts.ts';
import type { Program, Study } from './program.ts';
import { bound } from './sparse-tableau.ts';

/** The least and the most months that a membership may run. */
export type Range = readonly [least: number, most: number];

/** The part with only those lengths of memberships that something better may have; undefined if nothing in it is. */
export function shortened(part: Part, parts: Parts, { months, study }: Program): Part | undefined {
  const lengths = part.lengths.map((range, index) => possibleIn(part, range, months[index]!, parts));
  const isShorter = lengths.map(([least, most], index) => {
    const [before, after] = part.lengths[index]!;
    return least > before || most < after;
  });
  if (!isShorter.includes(true)) return part;
  const shorter = parts.changed({ ...part, lengths }, (tableau) => {
    for (const [index, [least, most]] of lengths.entries()) {
      if (!isShorter[index]) continue;
      bound(tableau, months[index]!.slice(most), 'at most', 0);
      if (least > 0) bound(tableau, months[index]!.slice(least - 1), 'at least', 1);
    }
    const rows = study
      .filter(({ memberships }) => memberships.some((index) => isShorter[index]))
      .flatMap((one) => rowsOf(one, lengths, months));
    for (const { terms, atMost } of rows) tableau.addRow(terms, atMost);
  });
  shorter?.tableau.drop(months.flatMap((names, index) => names.slice(lengths[index]![1])));
  return shorter;
}

/** Of these lengths, the shortest and the longest that a better answer may have. */
function possibleIn(part: Part, [least, most]: Range, names: readonly Name[], parts: Parts): Range {
  if (least === most) return [least, most];
  const canBe = (how: 'at most' | 'at least', length: number): boolean => {
    const longer = names.slice(how === 'at most' ? length : length - 1);
    const tried = parts.changed(part, (tableau) => bound(tableau, longer, how, how === 'at most' ? 0 : 1));
    if (tried) parts.release(tried.tableau);
    return tried !== undefined;
  };
  const longest = lastOf(least, most, (length) => canBe('at least', length));
  return [lastOf(least, longest, (length) => !canBe('at most', length - 1)), longest];
}

/** The last number above `from` for which it holds, where it holds for all before; `from` if for none. */
function lastOf(from: number, to: number, holds: (number: number) => boolean): number {
  let [known, end] = [from, to + 1];
  while (end - known > 1) {
    const middle = Math.floor((known + end) / 2);
    if (holds(middle)) known = middle;
    else end = middle;
  }
  return known;
}

/**
 * Rows that say how much study, in whole courses, goes into memberships that may run so long. Where several may run, a course
 * may begin in one and end in another: then only the months of all together say how much.
 */
function rowsOf(
  { memberships, terms, most }: Study,
  lengths: readonly Range[],
  months: Program['months'],
): RowInMind[] {
  const running = memberships.filter((index) => lengths[index]![1] > 0);
  const less = (hours: (length: number) => number): Term[] =>
    running.flatMap((index) => months[index]!.map((name, at): Term => [name, -hours(at + 1)]));
  if (running.length < 2) return [{ terms: [...terms, ...less(most)], atMost: 0 }];
  const together = (end: 0 | 1): number => running.reduce((sum, index) => sum + lengths[index]![end], 0);
  return hullOf(most, together(0), together(1)).map(({ base, slope }) => ({
    terms: [...terms, ...less((length) => slope * length)],
    atMost: base,
  }));
}

/** The lines above a function of whole numbers that are nearest to it. */
function hullOf(value: (at: number) => number, from: number, to: number): { base: number; slope: number }[] {
  const lines = [];
  for (let at = from; at < to;) {
    const steepness = (end: number): number => (value(end) - value(at)) / (end - at);
    let next = at + 1;
    for (let end = at + 2; end <= to; end++) if (steepness(end) >= steepness(next)) next = end;
    const slope = steepness(next);
    lines.push({ base: value(at) - slope * at, slope });
    at = next;
  }
  return lines;
}
