import { useMemo } from 'preact/hooks';
import type { CatalogCourse, CatalogSchool } from '../../planner/catalog/catalog.ts';
import { trailsOf } from '../../planner/trail/credit-trail.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import { eventsOf } from '../../planner/trail/trail-events.ts';
import { laterStarts } from '../../planner/trail/trail-starts.ts';
import type {
  CatalogRoutes,
  LaterStart,
  Trail,
  TrailEvent,
  TrailFacts,
  WeekItem,
} from '../../planner/trail/trail-types.ts';
import { weekOf } from '../../planner/trail/trail-week.ts';

/** The trails of a plan, its days, and its week. */
export type PlanTrails = {
  readonly facts: TrailFacts;
  readonly renewals: CatalogRoutes['renewals'];
  readonly trails: readonly Trail[];
  readonly events: readonly TrailEvent[];
  readonly week: readonly WeekItem[];
  /** Courses that begin after the next weeks. */
  readonly later: readonly LaterStart[];
};

/** The school with how it takes records, once that is here: it stands with the routes. */
export function useSchoolReceiving(
  school: CatalogSchool | undefined,
  routes: CatalogRoutes | undefined,
): CatalogSchool | undefined {
  return useMemo(() => {
    const receives = school && routes?.receives[school.id];
    return receives ? { ...school, school: { ...school.school, receives } } : school;
  }, [school, routes]);
}

/** The plan's trails, once the routes and courses are here. Without the school nothing is known of what it adds. */
export function useTrails(
  plan: Plan | undefined,
  routes: CatalogRoutes | undefined,
  courses: ReadonlyMap<string, CatalogCourse>,
  school: CatalogSchool | undefined,
  today: string,
): PlanTrails | undefined {
  const facts = useMemo(
    (): TrailFacts | undefined => routes && { ...routes, courses, ...(school && { school }) },
    [routes, courses, school],
  );
  return useMemo(() => {
    if (!plan || !facts || !routes) return undefined;
    const trails = trailsOf(plan, facts, today);
    const events = eventsOf(plan, trails, facts);
    const later = laterStarts(plan.credits, trails, facts, today);
    const week = weekOf(plan.credits, trails, events, later, today);
    return { facts, renewals: routes.renewals, trails, events, week, later };
  }, [plan?.credits, plan?.startsOn, facts, today]);
}
