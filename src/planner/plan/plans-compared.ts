/** Two plans side by side, or one plan as it was and as it is: what differs. */
import type { PlannedCredit } from '../../engine/index.ts';
import type { CatalogCourse } from '../catalog/catalog.ts';
import { sameCredit } from './plan-difference.ts';
import type { Plan } from './plan.ts';
import { sameValue } from './same-value.ts';

/** Which credits are in one of the plans only, and which are in both and say different things. */
export type CreditsCompared = {
  readonly onlyInFirst: readonly PlannedCredit[];
  readonly onlyInSecond: readonly PlannedCredit[];
  /** As the first plan has them: another status, score, date, place or answer of the school. */
  readonly different: readonly PlannedCredit[];
};

/** Compares by the course, or by what was typed: the same course has another id in another plan. */
export function compareCredits(first: Plan, second: Plan): CreditsCompared {
  const rest = [...second.credits];
  const different: PlannedCredit[] = [];
  const onlyInFirst = first.credits.filter((credit) => {
    const at = rest.findIndex((other) => sameCourse(credit, other));
    const [other] = at === -1 ? [] : rest.splice(at, 1);
    if (other && !sameCredit({ ...credit, id: other.id }, other)) different.push(credit);
    return !other;
  });
  return { onlyInFirst, onlyInSecond: rest, different };
}

/** Whether two plans ask the same of the same degree: nothing that counts differs between them. */
export function plansAlike(first: Plan, second: Plan): boolean {
  const { onlyInFirst, onlyInSecond, different } = compareCredits(first, second);
  return (
    first.degree === second.degree &&
    sameWaivers(first, second) &&
    [...onlyInFirst, ...onlyInSecond, ...different].length === 0
  );
}

/** Whether the school has waived the same requirements in both. */
export function sameWaivers(first: Plan, second: Plan): boolean {
  const waived = ({ waivers = [] }: Plan): readonly string[] => waivers.map(({ block }) => block).sort();
  return sameValue(waived(first), waived(second));
}

function sameCourse(one: PlannedCredit, other: PlannedCredit): boolean {
  if (one.course !== undefined || other.course !== undefined) return one.course === other.course;
  return one.typed?.title === other.typed?.title && one.typed?.semesterHours === other.typed?.semesterHours;
}

/** What the plan's courses cost to enrol in, as far as prices are known. */
export type KnownCost = { readonly usd: number; readonly priced: number; readonly withoutPrice: number };

/** Adds up the prices of courses that are not finished yet: what is finished is paid. */
export function knownCost(plan: Plan, courses: ReadonlyMap<string, CatalogCourse>): KnownCost {
  const open = plan.credits.filter(({ status }) => ['considering', 'planned', 'in-progress'].includes(status));
  const prices = open.map(({ course }) => (course === undefined ? undefined : courses.get(course)?.priceUsd));
  const known = prices.filter((price) => price !== undefined);
  // Cents are whole numbers; dollars are not.
  const cents = known.reduce((sum, price) => sum + Math.round(price * 100), 0);
  return { usd: cents / 100, priced: known.length, withoutPrice: prices.length - known.length };
}
