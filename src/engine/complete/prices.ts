/** What courses and memberships cost. Sums are exact: cents inside. */
import { monthsFor, studyInMonth } from './calendar.ts';
import type { Fee, Membership, Way, Wishes } from './types.ts';

export const toCents = (usd: number): number => Math.round(usd * 100);
export const fromCents = (cents: number): number => Math.round(cents) / 100;

/** What is paid for the course itself, a membership aside. */
export function feesOf(
  { fees, monthly }: Way,
  studyHours: number,
  wishes: Wishes,
): readonly (Fee & { times: number })[] {
  const once = fees.map((fee) => ({ ...fee, times: 1 }));
  return monthly ? [...once, { ...monthly, times: monthsFor(studyHours, wishes) }] : once;
}

/** The same in cents. */
export function centsOf(way: Way, studyHours: number, wishes: Wishes): number {
  return feesOf(way, studyHours, wishes).reduce((sum, { priceUsd, times }) => sum + toCents(priceUsd) * times, 0);
}

type Payments = { readonly times: readonly number[]; readonly cents: number };

/** By membership, the cheapest payments for each number of months, as far as they were asked for. */
const known = new WeakMap<Membership, Payments[]>();

/** The cheapest payments that together last so many months: how many of each plan. */
export function cheapestPlans(membership: Membership, months: number): Payments {
  const { plans } = membership;
  const best = known.get(membership) ?? [{ times: plans.map(() => 0), cents: 0 }];
  known.set(membership, best);
  for (let at = best.length; at <= months; at++) {
    const choices = plans.map((plan, index) => {
      const before = best[Math.max(0, at - plan.months)]!;
      return {
        times: before.times.with(index, before.times[index]! + 1),
        cents: before.cents + toCents(plan.priceUsd),
      };
    });
    best.push(choices.reduce((least, one) => (one.cents < least.cents ? one : least)));
  }
  return best[months]!;
}

/** Study that some memberships are for: any of them will do. */
export type Load = { readonly memberships: readonly string[]; readonly studyHours: number };

/** How long memberships run, and what that costs. */
export type Lengths = { readonly months: ReadonlyMap<string, number>; readonly cents: number };

/**
 * The cheapest lengths of memberships that leave time for all this study. Where memberships that loads may go in cross, {x, y}
 * and {x, z}, cheaper lengths may exist; what providers sell is nested.
 */
export function cheapestLengths(loads: readonly Load[], memberships: readonly Membership[], wishes: Wishes): Lengths {
  const open = loads.filter((load) => load.memberships.length > 0);
  const [membership, ...others] = memberships;
  if (!membership || !open.length) return { months: new Map(), cents: 0 };
  const { id } = membership;
  const only = open.filter((load) => load.memberships.length === 1 && load.memberships[0] === id);
  const shared = open.filter((load) => load.memberships.length > 1 && load.memberships.includes(id));
  if (!only.length && !shared.length) return cheapestLengths(open, others, wishes);
  const study = (some: readonly Load[]): number => some.reduce((sum, { studyHours }) => sum + studyHours, 0);
  const least = only.length ? monthsFor(study(only), wishes) : 0;
  const most = shared.length ? monthsFor(study(only) + study(shared), wishes) : least;
  const rest = open.filter((load) => !only.includes(load));
  let best: Lengths | undefined;
  for (let months = least; months <= most; months++) {
    const left = withoutTime(rest, id, months * studyInMonth(wishes) - study(only));
    const ofOthers = cheapestLengths(left, others, wishes);
    const cents = cheapestPlans(membership, months).cents + ofOthers.cents;
    if (best && best.cents <= cents) continue;
    best = { months: months ? new Map([[id, months], ...ofOthers.months]) : ofOthers.months, cents };
  }
  return best!;
}

/** What is left to study elsewhere when a membership has so much time for it: the least choosy study goes in last. */
function withoutTime(loads: readonly Load[], id: string, time: number): Load[] {
  let left = time;
  return loads
    .toSorted((a, b) => a.memberships.length - b.memberships.length)
    .map((load) => {
      if (!load.memberships.includes(id)) return load;
      const here = Math.min(left, load.studyHours);
      left -= here;
      return { memberships: load.memberships.filter((one) => one !== id), studyHours: load.studyHours - here };
    })
    .filter(({ studyHours }) => studyHours > 1e-6);
}
