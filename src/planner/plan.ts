/**
 * A student's plan: the degree they aim at and the credits they have or think of.
 *
 * It lives on the student's device only. `version` is the file format's; a page never writes over a newer one.
 */
import type { PlannedCredit } from '../engine/index.ts';

export const planVersion = 1;

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
  readonly credits: readonly PlannedCredit[];
  /** Rises by one with every change; orders two tabs without a clock. */
  readonly revision: number;
};
