import { useMemo } from 'preact/hooks';
import type { DegreeAudit } from '../../engine/types.ts';
import { coursesNamedIn } from '../../planner/plan/named-blocks.ts';
import type { KnownCourses } from '../../planner/plan/decision-entry.ts';
import type { OnEdit } from '../../planner/plan/edits.ts';
import { landingsOf, type Landing } from '../../planner/audit/landing.ts';
import type { PlanCatalog } from '../../planner/audit/plan-audit.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import { idleCredits } from '../../planner/trail/trail-stages.ts';
import type { Trail } from '../../planner/trail/trail-types.ts';
import { hoursNumber } from '../../planner/wording.ts';
import { siteAddress } from '../planner/use-catalog.ts';
import { lazily } from './lazily.ts';
import { TrailEntry } from './TrailEntry.tsx';
import type { PlanTrails } from './use-trails.ts';

// What is folded away brings its forms along.
const OpenTrail = lazily(async () => (await import('./OpenTrail.tsx')).OpenTrail);

type Props = {
  readonly plan: Plan;
  readonly found: PlanTrails;
  readonly catalog: PlanCatalog | undefined;
  readonly audit: DegreeAudit | undefined;
  /** The credits that are unfolded. */
  readonly opened: ReadonlySet<string>;
  readonly today: string;
  readonly onOpen: (credit: string, open: boolean) => void;
  /** Prints the cover of one credit, or of all. */
  readonly onPrint: (credit: string | undefined) => void;
  readonly onEdit: OnEdit;
  /** Called when a trail that was unfolded is drawn. */
  readonly onDrawn: () => void;
};

/** Every credit's trail: first what is under way, then what is only thought about. */
export function TrailList(props: Props) {
  const { plan, found, catalog, audit, onPrint } = props;
  const landings = useMemo(
    () =>
      audit && catalog ? landingsOf(audit, plan.credits, catalog.school.equivalencies) : new Map<string, Landing>(),
    [audit],
  );
  const known = useMemo(
    () => catalog && { school: catalog.school.school, named: coursesNamedIn(catalog.degree.degree) },
    [catalog?.school, catalog?.degree],
  );
  const idleIds = idleCredits(plan.credits);
  const [idle = [], busy = []] = [true, false].map((isIdle) =>
    found.trails.filter(({ credit }) => idleIds.has(credit) === isIdle),
  );
  return (
    <>
      <section class="trail-list" aria-labelledby="trails-title">
        <h2 id="trails-title">Your credits</h2>
        {audit && (
          <p>
            Your degree so far:{' '}
            <strong>
              {hoursNumber(audit.met.least)} of {hoursNumber(audit.semesterHours)}
            </strong>{' '}
            semester hours sure, {hoursNumber(audit.met.likely)} sure or likely, {hoursNumber(audit.met.most)} at best.
          </p>
        )}
        {busy.length === 0 && <p class="quiet">None is under way.</p>}
        {busy.map((trail) => (
          <OneCredit key={trail.credit} trail={trail} landings={landings} known={known} {...props} />
        ))}
      </section>
      {idle.length > 0 && (
        <section class="trail-list" aria-labelledby="idle-title">
          <h2 id="idle-title">Only thought about so far</h2>
          <p class="quiet">
            They ask for nothing yet. Set their status in <a href={siteAddress('planner/')}>the planner</a> when you
            begin.
          </p>
          {idle.map((trail) => (
            <OneCredit key={trail.credit} trail={trail} landings={landings} known={known} {...props} />
          ))}
        </section>
      )}
      <div class="trail-part no-print">
        <div class="actions">
          <button class="button button-quiet" type="button" onClick={() => onPrint(undefined)}>
            Print all covers
          </button>
        </div>
        <p class="quiet small">
          A cover is the first sheet of a folder of papers: one credit, its steps with boxes, its dates, and what to
          keep.
        </p>
      </div>
    </>
  );
}

type OneProps = Omit<Props, 'audit'> & {
  readonly trail: Trail;
  readonly landings: ReadonlyMap<string, Landing>;
  readonly known: KnownCourses | undefined;
};

function OneCredit(props: OneProps) {
  const { trail, plan, found, catalog, landings, known, opened, today, onOpen, onPrint, onEdit, onDrawn } = props;
  const { facts, renewals } = found;
  const credit = plan.credits.find(({ id }) => id === trail.credit);
  if (!credit) return null;
  return (
    <TrailEntry
      trail={trail}
      credit={credit}
      beginsOn={found.later.find((one) => one.credit === trail.credit)?.on}
      open={opened.has(trail.credit)}
      onOpen={(open) => onOpen(trail.credit, open)}
    >
      <OpenTrail
        trail={trail}
        credit={credit}
        identity={plan.identity}
        school={facts.school}
        renewals={renewals[facts.courses.get(credit.course ?? '')?.provider ?? ''] ?? []}
        today={today}
        onEdit={onEdit}
        plan={plan}
        catalog={catalog}
        landings={landings}
        known={known}
        onPrint={onPrint}
        onDrawn={onDrawn}
      />
    </TrailEntry>
  );
}
