import styles from '../../styles/trail.css?url';
import type { PlanCatalog } from '../../planner/audit/plan-audit.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import type { CatalogRoutes } from '../../planner/trail/trail-types.ts';
import { Covers } from './Covers.tsx';
import { useSchoolReceiving, useTrails } from './use-trails.ts';

/** The styles of covers: they have to be here before the printer is. */
export const coverStyles = styles;

type Props = {
  readonly plan: Plan;
  readonly catalog: PlanCatalog;
  readonly routes: CatalogRoutes;
  readonly today: string;
};

/** Every credit's cover, to print with the plan. */
export function TrailsOfPlan({ plan, catalog, routes, today }: Props) {
  const school = useSchoolReceiving(catalog.school, routes);
  const found = useTrails(plan, routes, catalog.courses, school, today);
  return found ? <Covers plan={plan} trails={found.trails} school={catalog.school.school.name} today={today} /> : null;
}
