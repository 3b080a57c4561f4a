import { useEffect, useState } from 'preact/hooks';
import type { DegreeAudit } from '../../engine/types.ts';
import type { OnEdit } from '../../planner/plan/edits.ts';
import type { PlanCatalog } from '../../planner/audit/plan-audit.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import { Printed } from '../planner/keep/Printed.tsx';
import { renderNow } from '../planner/render-now.ts';
import { siteAddress } from '../planner/use-catalog.ts';
import { Covers } from './Covers.tsx';
import { Dates } from './Dates.tsx';
import { TrailList } from './TrailList.tsx';
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

/** The week, the days, then every credit's way. It knows which of them are unfolded, and which is printed. */
export function AllTrails({ plan, found, catalog, audit, today, onEdit, onSay }: Props) {
  const { trails, events, week, later } = found;
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(creditIn(location.hash)));
  // What gets the focus once it is drawn.
  const [place, setPlace] = useState<string | undefined>(() => creditIn(location.hash).map((id) => `trail-${id}`)[0]);
  const [only, setOnly] = useState<string>();
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    const there = place === undefined ? null : document.getElementById(place);
    if (!there) return;
    there.focus();
    setPlace(undefined);
  }, [place, drawn]);
  const setOpen = (credit: string, open: boolean) =>
    setOpened((before) => new Set(open ? [...before, credit] : [...before].filter((one) => one !== credit)));
  const go = (credit: string, step: string | undefined) => {
    setOpen(credit, true);
    setPlace(step === undefined ? `trail-${credit}` : `trail-${credit}-step-${step}`);
  };
  const printCover = (credit: string | undefined) => {
    renderNow(() => setOnly(credit));
    // Some browsers go on with the page while they print.
    addEventListener('afterprint', () => setOnly(undefined), { once: true });
    print();
  };
  const school = catalog?.school.school;
  if (trails.length === 0) {
    return (
      <p class="note">
        Your plan has no courses with steps yet. <a href={siteAddress('planner/')}>Add the courses</a> you have or think
        of taking.
      </p>
    );
  }
  return (
    <>
      <Week items={week} later={later} onGo={go} />
      <Dates
        plan={plan}
        events={events}
        school={school?.shortName ?? 'your school'}
        today={today}
        onEdit={onEdit}
        onSay={onSay}
      />
      <YourId identity={plan.identity} onEdit={onEdit} />
      <TrailList
        plan={plan}
        found={found}
        catalog={catalog}
        audit={audit}
        opened={opened}
        today={today}
        onOpen={setOpen}
        onPrint={printCover}
        onEdit={onEdit}
        onDrawn={() => setDrawn((count) => count + 1)}
      />
      <Printed>
        <Covers
          plan={plan}
          trails={trails.filter(({ credit }) => only === undefined || credit === only)}
          school={school?.name ?? 'Not chosen'}
          today={today}
        />
      </Printed>
    </>
  );
}

/** The credit after the # of an address: "#trail-c1". */
function creditIn(hash: string): readonly string[] {
  return /^#trail-([a-z0-9-]+)$/.exec(hash)?.slice(1) ?? [];
}
