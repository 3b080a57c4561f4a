/**
 * A student's plan: the degree they aim at and the credits they have or think of.
 *
 * It lives on the student's device only. `version` is the file format's; a page never writes over a newer one.
 */
import type { PlannedCredit, Waiver } from '../../engine/index.ts';
import type { CreditTrail, Identity } from '../trail/trail-notes.ts';

export const planVersion = 1;

/** The most credits one plan may hold. */
export const mostCredits = 500;

/** The longest name a student can give a plan. */
export const longestName = 100;

/** A credit of the plan: what the engine reads of it, and what the student notes on the way to posted credit. */
export type PlanCredit = PlannedCredit & { readonly trail?: CreditTrail };

export type Plan = {
  readonly kind: 'credit-map-plan';
  readonly version: typeof planVersion;
  /** Unique; made when the plan is. */
  readonly id: string;
  readonly name: string;
  /** The school's id in the catalog. */
  readonly school: string;
  /** The degree's id in the catalog: school, degree and catalog year. */
  readonly degree: string;
  /** The day of the facts that the student last planned with, where that is known. */
  readonly factsSeenOn?: string;
  readonly credits: readonly PlanCredit[];
  /** Requirements that the school has waived. Absent: none. */
  readonly waivers?: readonly Waiver[];
  /** When the student starts, or started, at the school. Its deadlines count from that day. */
  readonly startsOn?: string;
  /** The ID that the student shows at exams and when enrolling. It is in no link. */
  readonly identity?: Identity;
  /** Rises by one with every change; orders two tabs without a clock. */
  readonly revision: number;
};

/** The name as a plan keeps it, or `undefined` for one that is empty. */
export function cleanName(name: string): string | undefined {
  return name.trim().slice(0, longestName) || undefined;
}

/** An id that no credit of the list has: "c1", "c2" … */
export function nextCreditId(credits: readonly Pick<PlannedCredit, 'id'>[]): string {
  const numbers = credits.map(({ id }) => Number(/^c(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `c${Math.max(0, ...numbers) + 1}`;
}
