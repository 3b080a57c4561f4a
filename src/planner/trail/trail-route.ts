/** Which route a planned credit takes. */
import type { Claim } from '../../schemas/route.ts';
import type { PlanCredit } from '../plan/plan.ts';
import type { CatalogRoute, TrailFacts } from './trail-types.ts';

/**
 * The routes of a credit, the one it takes first: the student's choice, else the one that carries it by the most exact
 * claim, else the route of everything else.
 */
export function routesFor(credit: PlanCredit, { routes, courses }: TrailFacts): readonly CatalogRoute[] {
  const course = courses.get(credit.course ?? '');
  const rankOf = ({ carries, mayCarry, fallback }: CatalogRoute): number => {
    const carried = claimRank(carries, credit, course);
    if (carried > 0) return carried;
    const may = mayCarry ? claimRank(mayCarry, credit, course) : 0;
    return may > 0 ? may / 10 : fallback ? 0.01 : 0;
  };
  const possible = routes
    .map((route) => ({ route, rank: route.id === credit.trail?.route ? Infinity : rankOf(route) }))
    .filter(({ rank }) => rank > 0);
  return possible.sort((a, b) => b.rank - a.rank || (a.route.id < b.route.id ? -1 : 1)).map(({ route }) => route);
}

/** How exactly the claim names the credit: 4 by its course, down to 1 by where it comes from; 0 not at all. */
function claimRank(
  claim: Claim,
  { course: id, typed }: PlanCredit,
  course: { readonly provider: string; readonly recommendations: readonly { readonly by: string }[] } | undefined,
): number {
  if (id !== undefined && claim.courses.includes(id)) return 4;
  if (course && claim.providers.includes(course.provider)) return 3;
  // Of several recommenders the first counts for a little more: a course lists the newest recommendation first.
  const place = (course?.recommendations ?? []).findIndex(({ by }) => claim.recommenders.some((one) => one === by));
  if (place >= 0) return 2 + 0.9 / (place + 1);
  return typed && claim.from.includes(typed.source) ? 1 : 0;
}
