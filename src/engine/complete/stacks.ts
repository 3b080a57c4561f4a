/**
 * Candidates that no rule of any degree tells apart, and that are paid alike, are one stack. One that another makes needless
 * in every degree, at any time and whatever else is taken, is left out.
 */
import { groupedBy } from '../grouped-by.ts';
import type { AcceptedCredit } from '../types.ts';
import { natureOf } from './alike.ts';
import { directCourse } from '../courses-had.ts';
import type { Candidate } from './candidates.ts';
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

/** How good courses are that land alike. */
export type Worth = {
  readonly candidates: readonly Candidate[];
  /** By part, true if its hours are sure. */
  readonly sure: readonly boolean[];
  readonly prices: readonly Price[];
  readonly studyHours: number;
  readonly until?: string | undefined;
  /** School courses that each becomes. */
  readonly becomes: readonly string[];
};

/** Candidates in a fixed order, alike in all that matters. */
export type Stack = Worth & {
  /** The place of each among all candidates. */
  readonly places: readonly number[];
  /** Prices, study and last day as text. */
  readonly terms: string;
};

/** The stacks of these candidates, in the order of their first ones. */
export function stacksOf(candidates: readonly Candidate[], wishes: Wishes): Stack[] {
  const pay = pricing(wishes);
  const single = candidates.map((candidate, place) => {
    const { accepted, studyHours, until } = candidate;
    const { prices, paid } = pay(candidate);
    const becomes = accepted.flatMap((credit) => directCourse(credit) ?? []);
    return {
      candidates: [candidate],
      places: [place],
      sure: accepted.map(({ hours }) => hours.least > 0),
      prices,
      studyHours,
      until,
      becomes,
      terms: `${paid} ${studyHours} ${until}`,
      landing: `${becomes.join()} ${accepted.map(landingOf).join()}`,
    };
  });
  const alike = groupedBy(withoutNeedless(single), ({ candidates: [first], landing, sure, terms }) => {
    const certainties = first!.accepted.map(({ certainty }) => certainty);
    return `${landing} ${terms} ${sure.join()} ${certainties.join()}`;
  });
  return [...alike.values()].map((members) => ({
    ...members[0]!,
    candidates: members.flatMap((one) => one.candidates),
    places: members.flatMap(({ places }) => places),
  }));
}

/** Where a credit may land in any degree, as text. */
function landingOf(credit: AcceptedCredit): string {
  return `${credit.hours.likely} ${natureOf(credit)}`;
}

/** How each candidate is paid, also as text. Many have the same list of ways: their prices are worked out once. */
function pricing(wishes: Wishes): (candidate: Candidate) => { prices: readonly Price[]; paid: string } {
  const known = new Map<readonly Way[], Map<number, { prices: readonly Price[]; paid: string }>>();
  return (candidate) => {
    const { ways, studyHours } = candidate;
    const byStudy = known.get(ways) ?? new Map<number, { prices: readonly Price[]; paid: string }>();
    known.set(ways, byStudy);
    const found = byStudy.get(studyHours);
    if (found) return found;
    const prices = pricesOf(candidate, wishes);
    const made = { prices, paid: JSON.stringify(prices.map(({ cents, memberships }) => [cents, memberships])) };
    byStudy.set(studyHours, made);
    return made;
  };
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
export function withoutNeedless<T extends Worth & { readonly landing: string }>(all: readonly T[]): T[] {
  const keyOf = ({ becomes, landing }: T): string => `${becomes.join()} ${landing}`;
  // Where a course may be taken beside the other, both may be needed.
  const single = all.filter(({ becomes }) => becomes.length > 0);
  const needless = new Set<T>();
  for (const others of groupedBy(single, keyOf).values()) {
    for (const one of others) {
      const isNeedless = others.some(
        (other) => other !== one && isAsGood(other, one) && (!isAsGood(one, other) || isBefore(other, one)),
      );
      if (isNeedless) needless.add(one);
    }
  }
  return all.filter((one) => !needless.has(one));
}

function isAsGood(one: Worth, other: Worth): boolean {
  return (
    one.studyHours <= other.studyHours &&
    (one.until ?? '9') >= (other.until ?? '9') &&
    one.sure.every((sure, index) => sure || !other.sure[index]) &&
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

const isBefore = (a: Worth, b: Worth): boolean => a.candidates[0]!.offer.course.id < b.candidates[0]!.offer.course.id;
