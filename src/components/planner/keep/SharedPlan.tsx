/** A plan that came in a link: to read, beside the reader's own plan and never over it. */
import { useMemo, useState } from 'preact/hooks';
import { tryAudit, type PlanCatalog } from '../../../planner/audit/plan-audit.ts';
import { missingFromCatalog, planFileName, planToText, type FileNotice } from '../../../planner/keeping/plan-file.ts';
import type { LinkRefusal } from '../../../planner/link/plan-link.ts';
import { recordTitle } from '../../../planner/paper/plan-record.ts';
import type { Plan } from '../../../planner/plan/plan.ts';
import { linkRefusalWords } from '../../../planner/link/wording-links.ts';
import { noticeWords, refusalWords } from '../../../planner/plan/wording-problems.ts';
import { statusWords } from '../../../planner/wording.ts';
import { todayHere } from '../device.ts';
import { keepSharedPlan } from './keep-shared-plan.ts';
import { PlanRecord } from './PlanRecord.tsx';
import { saveText } from './save-text.ts';
import { CatalogMissing } from '../CatalogMissing.tsx';
import { siteAddress } from '../use-catalog.ts';
import { useSharedLink } from './use-shared-link.ts';

/** The whole page of a shared link, below its heading. */
export function SharedPlan() {
  const today = useMemo(todayHere, []);
  const { catalog, degreeKnown, opened } = useSharedLink();
  const { courses, courseById, school, degree } = catalog;
  if (catalog.retry && !(opened && 'reason' in opened)) return <CatalogMissing planIsSafe onRetry={catalog.retry} />;
  if (!opened) return <p class="quiet needs-script">Opening the plan…</p>;
  if ('reason' in opened) return <NotOpened words={wordsOf(opened.reason)} />;
  const { plan } = opened;
  const knows = { course: (id: string) => courseById.has(id), degree: () => degreeKnown };
  const notices = [...opened.notices, ...missingFromCatalog(plan, knows)];
  const answered = degreeKnown && courses && school && degree;
  return (
    <>
      <Keeping plan={plan} today={today} />
      <About plan={plan} notices={notices} courses={courseById} />
      {answered ? (
        <Answered
          plan={plan}
          catalog={{ school, degree, courses: courseById }}
          providers={courses.providers}
          today={today}
        />
      ) : (
        <CourseNames plan={plan} courses={courseById} />
      )}
    </>
  );
}

function wordsOf(reason: LinkRefusal | keyof typeof refusalWords): string {
  return reason in linkRefusalWords
    ? linkRefusalWords[reason as LinkRefusal]
    : refusalWords[reason as keyof typeof refusalWords];
}

function NotOpened({ words }: { readonly words: string }) {
  return (
    <section class="note" role="alert" aria-labelledby="not-opened">
      <h2 id="not-opened">The plan can’t be opened</h2>
      <p>{words}</p>
      <p>
        Your own plan on this device is as it was. <a href={siteAddress('planner/')}>Open my planner</a>
      </p>
    </section>
  );
}

/** What can be done with the plan: a copy of one's own. */
function Keeping({ plan, today }: { readonly plan: Plan; readonly today: string }) {
  const [refused, setRefused] = useState(false);
  return (
    <section class="note no-print" aria-labelledby="shared-title">
      <h2 id="shared-title">You are reading someone’s plan</h2>
      <p>
        You can read it here, not change it. It came in the link and is sent nowhere. Your own plan on this device is as
        it was. A copy is yours to change; the planner asks before it replaces a plan.
      </p>
      <div class="actions">
        <button class="button" type="button" onClick={() => setRefused(!keepSharedPlan(plan))}>
          Open a copy in my planner
        </button>
        <button
          class="button button-quiet"
          type="button"
          onClick={() => saveText(planFileName(plan, today), planToText(plan))}
        >
          Save to a file
        </button>
        <button class="button button-quiet" type="button" onClick={() => print()}>
          Print
        </button>
      </div>
      {refused && (
        <p role="alert">This browser does not hand it over. Save it to a file, then open the file in the planner.</p>
      )}
    </section>
  );
}

type AboutProps = {
  readonly plan: Plan;
  readonly notices: readonly FileNotice[];
  readonly courses: PlanCatalog['courses'];
};

/** What could not be read, or is not known here. */
function About({ plan, notices, courses }: AboutProps) {
  if (notices.length === 0) return null;
  const titleOf = (id: string) => {
    const credit = plan.credits.find((known) => known.id === id);
    return credit ? recordTitle(credit, courses) : id;
  };
  return (
    <section class="note" aria-labelledby="about-title">
      <h2 id="about-title">About this plan</h2>
      <ul>
        {notices.map((notice) => (
          <li key={JSON.stringify(notice)}>{aboutWords(notice, titleOf)}</li>
        ))}
      </ul>
    </section>
  );
}

function aboutWords(notice: FileNotice, titleOf: (credit: string) => string): string {
  if (notice.kind === 'degree-not-in-catalog')
    return 'This plan is for a degree that is not in our catalog, so this page can’t work it out.';
  if (notice.kind === 'course-not-in-catalog')
    return `${titleOf(notice.credit)}: it is not in our catalog, so it gives no hours here.`;
  return noticeWords(notice, titleOf);
}

type AnsweredProps = Omit<Parameters<typeof PlanRecord>[0], 'audit'>;

function Answered({ plan, catalog, today, ...rest }: AnsweredProps) {
  const { audit } = useMemo(
    () => tryAudit(plan, catalog, today),
    [plan, catalog.school, catalog.degree, catalog.courses, today],
  );
  if (audit) return <PlanRecord plan={plan} audit={audit} catalog={catalog} today={today} {...rest} />;
  return (
    <>
      <p class="note" role="alert">
        This page could not work out the plan. The mistake is in this page. Save the plan to a file.
      </p>
      <CourseNames plan={plan} courses={catalog.courses} />
    </>
  );
}

/** The courses alone, where there is no degree to work them out for. */
function CourseNames({ plan, courses }: { readonly plan: Plan; readonly courses: PlanCatalog['courses'] }) {
  return (
    <section class="plan-record" aria-labelledby="names-title">
      <h2 id="names-title">
        <bdi>{plan.name}</bdi>
      </h2>
      <ol class="record-list">
        {plan.credits.map((credit) => (
          <li key={credit.id}>
            <strong>
              <bdi>{recordTitle(credit, courses)}</bdi>
            </strong>
            <span class="record-facts">{statusWords[credit.status]}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
