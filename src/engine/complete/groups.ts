/**
 * Candidates that nothing tells apart are one group: the search decides how many of it to take, not which. One that another
 * makes needless, at any time and whatever else is taken, is left out.
 */
import type { Item, Pair } from '../assign/problem.ts';
import type { DegreeProblem } from '../assign.ts';
import { directCourse, type Candidate } from './candidates.ts';
import { centsOf } from './prices.ts';
import type { Way, Wishes } from './types.ts';

/** What choosing a course costs: once, and in the time of one of some memberships. */
export type Price = {
  readonly cents: number;
  /** Ids, in a fixed order. Empty: none is needed. */
  readonly memberships: readonly string[];
  /** The ways to pay it: the one without a membership, or one for each. */
  readonly ways: readonly Way[];
};

/** A part of each course of a group: where it may land, once or twice. */
export type GroupPart = {
  readonly hours: number;
  readonly sure: boolean;
  readonly pairs: readonly Pair[];
  readonly second: readonly Pair[];
};

/** Candidates that nothing tells apart, in a fixed order. */
export type Group = {
  readonly candidates: readonly Candidate[];
  readonly parts: readonly GroupPart[];
  readonly prices: readonly Price[];
  readonly studyHours: number;
  readonly until?: string | undefined;
  /** School courses that it becomes, of which a plan has each once. */
  readonly becomes: readonly string[];
  /** Where and how it may land, as text: the same for those of one problem that land alike. */
  readonly landing: string;
};

/** The groups of these candidates in this problem, without those that are never needed. */
export function groupsOf(candidates: readonly Candidate[], problem: DegreeProblem, wishes: Wishes): Group[] {
  const items = new Map(problem.items.map((item) => [item.id, item]));
  const numbers = numbering();
  const single = candidates.flatMap((candidate): Group[] => {
    const parts = candidate.accepted.flatMap(({ id, hours }) =>
      partOf(items.get(id), items.get(`${id}+`), hours.least > 0),
    );
    if (!parts.length) return [];
    const { studyHours, until } = candidate;
    const becomes = candidate.accepted.flatMap((credit) => directCourse(credit) ?? []);
    const landing = parts.map(({ hours, pairs, second }) => `${hours} ${numbers(pairs)} ${numbers(second)}`).join();
    return [
      { candidates: [candidate], parts, prices: pricesOf(candidate, wishes), studyHours, until, becomes, landing },
    ];
  });
  return merged(withoutNeedless(single));
}

/** A number for each way to land: the same list has the same number, and so has one that says the same. */
function numbering(): (pairs: readonly Pair[]) => number {
  const byList = new Map<readonly Pair[], number>();
  const byText = new Map<string, number>();
  return (pairs) => {
    const known = byList.get(pairs);
    if (known !== undefined) return known;
    const text = JSON.stringify(pairs);
    const number = byText.get(text) ?? byText.size;
    byText.set(text, number);
    byList.set(pairs, number);
    return number;
  };
}

const nowhere: readonly Pair[] = [];

function partOf(item: Item | undefined, second: Item | undefined, sure: boolean): GroupPart[] {
  if (!item?.pairs.length) return [];
  return [{ hours: item.hours, sure, pairs: item.pairs, second: second?.pairs ?? nowhere }];
}

/** Of the ways to pay, the cheapest for each membership, and none that costs as much without one. */
function pricesOf({ ways, studyHours }: Candidate, wishes: Wishes): Price[] {
  const priced = ways.map((way) => ({ way, cents: centsOf(way, studyHours, wishes) }));
  priced.sort((a, b) => a.cents - b.cents || ((a.way.membership ?? '') < (b.way.membership ?? '') ? -1 : 1));
  const useful = priced.filter(
    ({ way, cents }, index) =>
      priced.slice(0, index).every((other) => {
        const { membership } = other.way;
        return membership !== undefined && membership !== way.membership;
      }) &&
      (way.membership === undefined ||
        !priced.some((other) => other.way.membership === undefined && other.cents <= cents)),
  );
  const alike = new Map<string, Price>();
  for (const { way, cents } of useful) {
    const key = `${way.membership === undefined} ${cents}`;
    const { memberships = [], ways: known = [] } = alike.get(key) ?? {};
    const all = way.membership === undefined ? [] : [...memberships, way.membership];
    alike.set(key, { cents, memberships: all, ways: [...known, way] });
  }
  return [...alike.values()];
}

/** Without courses of which another lands in the same places, as the same school course, surer and cheaper. */
function withoutNeedless(groups: readonly Group[]): Group[] {
  const keyOf = (group: Group): string => `${group.becomes.join()} ${group.landing}`;
  const alike = groupedBy(groups, keyOf);
  return groups.filter((group) => {
    // Where a course may be taken beside the other, both may be needed.
    if (!group.becomes.length) return true;
    const others = alike.get(keyOf(group)) ?? [];
    return !others.some(
      (other) => other !== group && isAsGood(other, group) && (!isAsGood(group, other) || isBefore(other, group)),
    );
  });
}

function isAsGood(one: Group, other: Group): boolean {
  return (
    one.studyHours <= other.studyHours &&
    (one.until ?? '9') >= (other.until ?? '9') &&
    one.parts.every(({ sure }, index) => sure || !other.parts[index]!.sure) &&
    other.prices.every((price) =>
      one.prices.some(
        ({ cents, memberships }) =>
          cents <= price.cents &&
          (!memberships.length ||
            (price.memberships.every((id) => memberships.includes(id)) && price.memberships.length > 0)),
      ),
    )
  );
}

const isBefore = (a: Group, b: Group): boolean => a.candidates[0]!.offer.course.id < b.candidates[0]!.offer.course.id;

/** Groups of one as groups of many, where a plan may have several of them. */
function merged(groups: readonly Group[]): Group[] {
  const makers = new Map<string, number>();
  for (const code of groups.flatMap(({ becomes }) => becomes)) makers.set(code, (makers.get(code) ?? 0) + 1);
  const alike = groupedBy(groups, (group) => {
    const { parts, prices, studyHours, until } = group;
    // A school course that only this one becomes needs no rule of its own.
    const shared = group.becomes.filter((code) => makers.get(code)! > 1);
    const paid = prices.map(({ cents, memberships }) => [cents, memberships]);
    return JSON.stringify([
      group.landing,
      parts.map(({ sure }) => sure),
      paid,
      studyHours,
      until,
      shared,
      parts.length > 1 && group.becomes,
    ]);
  });
  return [...alike.values()].map((members) => {
    const [first] = members;
    const becomes = first!.becomes.filter((code) => makers.get(code)! > 1);
    return { ...first!, candidates: members.flatMap(({ candidates }) => candidates), becomes };
  });
}

/** The members of each group, in their order. */
export function groupedBy<T>(all: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
