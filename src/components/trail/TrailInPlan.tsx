import { useMemo } from 'preact/hooks';
import { trailsOf } from '../../planner/trail/credit-trail.ts';
import type { PlanCredit } from '../../planner/plan/plan.ts';
import type { CatalogRoutes, TrailFacts } from '../../planner/trail/trail-types.ts';
import { CatalogMissing } from '../planner/CatalogMissing.tsx';
import { todayHere } from '../planner/device.ts';
import { usePlanShown } from '../planner/plan-context.ts';
import { siteAddress, useFetched, valueOf } from '../planner/use-catalog.ts';
import styles from '../../styles/trail.css?url';
import { Answer } from './Answer.tsx';
import { CreditTrail } from './CreditTrail.tsx';
import { useSchoolReceiving } from './use-trails.ts';

/** The same trail as on its own page, inside a credit of the planner. */
export function TrailInPlan({ credit }: { readonly credit: PlanCredit }) {
  const { plan, catalog, onEdit } = usePlanShown();
  const fetched = useFetched<CatalogRoutes>('catalog/routes.json');
  const routes = valueOf(fetched);
  const school = useSchoolReceiving(catalog.school, routes) ?? catalog.school;
  const today = useMemo(todayHere, []);
  const facts = useMemo(
    (): TrailFacts | undefined => routes && { ...routes, courses: catalog.courses, school },
    [routes, catalog.courses, school],
  );
  const trails = useMemo(() => facts && trailsOf(plan, facts, today), [plan.credits, facts, today]);
  const trail = trails?.find((one) => one.credit === credit.id);
  if (fetched.state === 'failed') return <CatalogMissing planIsSafe onRetry={fetched.retry} />;
  if (!trail || !routes) return <p class="quiet">Loading…</p>;
  return (
    <>
      <link rel="stylesheet" href={styles} />
      <p class="small">
        <a href={`${siteAddress('trail/')}#trail-${credit.id}`}>All your credits on one page</a>, with your dates.
      </p>
      <CreditTrail
        trail={trail}
        credit={credit}
        identity={plan.identity}
        school={school}
        renewals={routes.renewals[catalog.courses.get(credit.course ?? '')?.provider ?? ''] ?? []}
        today={today}
        onEdit={onEdit}
      >
        {credit.decision && <Answer plan={plan} credit={credit} catalog={{ ...catalog, school }} today={today} />}
      </CreditTrail>
    </>
  );
}
