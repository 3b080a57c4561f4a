import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DegreeAudit } from '../../engine/types.ts';
import { coursesNamedIn } from '../../planner/decided.ts';
import type { OnEdit } from '../../planner/edits.ts';
import { landingsOf } from '../../planner/landing.ts';
import type { PlanCatalog } from '../../planner/plan-audit.ts';
import type { Plan } from '../../planner/plan.ts';
import type { Trail } from '../../planner/trail-types.ts';
import { hoursNumber } from '../../planner/wording.ts';
import { siteAddress } from '../planner/use-catalog.ts';
import { DecisionForm } from '../planner/DecisionForm.tsx';
import { renderNow } from '../planner/render-now.ts';
import { Answer } from './Answer.tsx';
import { PrintedCovers } from './Covers.tsx';
import { CreditTrail } from './CreditTrail.tsx';
import { Dates } from './Dates.tsx';
import { TrailEntry } from './TrailEntry.tsx';
import { Week } from './Week.tsx';
import { YourId } from './YourId.tsx';
import type { PlanTrails } from './use-trails.ts';

type Props = {
  readonly plan: Plan;
  readonly found: PlanTrails;
  /** Absent where the catalog does not have the plan's degree. */
  readonly catalog: PlanCatalog | undefined;
  readonly audit: DegreeAudit | undefined;
  readonly today: string;
  readonly onEdit: OnEdit;
  readonly onSay: (words: string) => void;
};

/** The week, the days, then every credit's way. */
export function AllTrails({ plan, found, catalog, audit, today, onEdit, onSay }: Props) {
  const { trails, events, week, renewals, facts } = found;
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(creditIn(location.hash)));
  const [place, setPlace] = useState<string>();
  const [only, setOnly] = useState<string>();
  useEffect(() => {
    if (place === undefined) return;
    document.getElementById(place)?.focus();
    setPlace(undefined);
  }, [place]);
  const setOpen = (credit: string, open: boolean) =>
    setOpened((before) => new Set(open ? [...before, credit] : [...before].filter((one) => one !== credit)));
  const go = (credit: string, step: string | undefined) => {
    setOpen(credit, true);
    setPlace(step === undefined ? `trail-${credit}` : `trail-${credit}-step-${step}`);
  };
  const printOnly = (credit: string | undefined) => {
    renderNow(() => setOnly(credit));
    print();
    setOnly(undefined);
  };
  const landings = useMemo(
    () => (audit && catalog ? landingsOf(audit, plan.credits, catalog.school.equivalencies) : new Map()),
    [audit],
  );
  const known = useMemo(
    () => catalog && { school: catalog.school.school, named: coursesNamedIn(catalog.degree.degree) },
    [catalog?.school, catalog?.degree],
  );
  const creditOf = (trail: Trail) => plan.credits.find(({ id }) => id === trail.credit);
  const entry = (trail: Trail) => {
    const credit = creditOf(trail);
    if (!credit) return null;
    return (
      <TrailEntry
        key={trail.credit}
        trail={trail}
        credit={credit}
        open={opened.has(trail.credit)}
        onOpen={(open) => setOpen(trail.credit, open)}
      >
        <CreditTrail
          trail={trail}
          credit={credit}
          identity={plan.identity}
          school={facts.school}
          renewals={renewals[facts.courses.get(credit.course ?? '')?.provider ?? ''] ?? []}
          today={today}
          onEdit={onEdit}
        >
          {catalog && known && (
            <Answer plan={plan} credit={credit} catalog={catalog} today={today}>
              <DecisionForm
                credit={credit}
                title={trail.title}
                known={known}
                landings={landings}
                today={today}
                onEdit={onEdit}
              />
            </Answer>
          )}
          <div class="actions no-print">
            <button class="button button-quiet" type="button" onClick={() => printOnly(trail.credit)}>
              Print its cover<span class="visually-hidden">: {trail.title}</span>
            </button>
          </div>
        </CreditTrail>
      </TrailEntry>
    );
  };
  const isIdle = (trail: Trail) => creditOf(trail)?.status === 'considering';
  const [idle, busy] = [trails.filter(isIdle), trails.filter((trail) => !isIdle(trail))];
  const school = catalog?.school.school;
  return (
    <>
      {trails.length === 0 && (
        <p class="note">
          Your plan has no courses with steps yet. <a href={siteAddress('planner/')}>Add the courses</a> you have or
          think of taking.
        </p>
      )}
      {trails.length > 0 && (
        <>
          <Week items={week} onGo={go} />
          <Dates
            plan={plan}
            events={events}
            school={school?.shortName ?? 'your school'}
            today={today}
            onEdit={onEdit}
            onSay={onSay}
          />
          <section class="trail-list" aria-labelledby="trails-title">
            <h2 id="trails-title">Your credits</h2>
            {audit && (
              <p>
                Your degree so far:{' '}
                <strong>
                  {hoursNumber(audit.met.least)} of {hoursNumber(audit.semesterHours)}
                </strong>{' '}
                semester hours sure, {hoursNumber(audit.met.likely)} likely, {hoursNumber(audit.met.most)} at best.
              </p>
            )}
            <YourId identity={plan.identity} onEdit={onEdit} />
            {busy.map(entry)}
            {idle.length > 0 && (
              <>
                <h2>Only thought about so far</h2>
                <p class="quiet">
                  They ask for nothing yet. Set their status in <a href={siteAddress('planner/')}>the planner</a> when
                  you begin.
                </p>
                {idle.map(entry)}
              </>
            )}
            <div class="actions no-print">
              <button class="button button-quiet" type="button" onClick={() => printOnly(undefined)}>
                Print all covers
              </button>
            </div>
            <p class="quiet small no-print">
              A cover is the first sheet of a folder of papers: one credit, its steps with boxes, its dates, and what to
              keep.
            </p>
          </section>
          <PrintedCovers
            plan={plan}
            trails={trails.filter(({ credit }) => only === undefined || credit === only)}
            school={school?.name ?? 'Not chosen'}
            today={today}
          />
        </>
      )}
    </>
  );
}

/** The credit after the # of an address: "#trail-c1". */
function creditIn(hash: string): readonly string[] {
  return /^#trail-([a-z0-9-]+)$/.exec(hash)?.slice(1) ?? [];
}
