import { useMemo } from 'preact/hooks';
import type { DegreeAudit, PlannedCredit } from '../../engine/types.ts';
import type { CatalogCourse, CatalogCourses, CatalogDegree, CatalogSchool } from '../../planner/catalog.ts';
import type { OnEdit } from '../../planner/edits.ts';
import { blocksById, regionsOf } from '../../planner/degree-view.ts';
import { landingsOf, titleOfBlock, titleOfCredit } from '../../planner/landing.ts';
import type { SaveState } from '../../planner/plan-saving.ts';
import type { Plan } from '../../planner/plan.ts';
import { dateWords } from '../../planner/wording.ts';
import { saveStateWords } from '../../planner/wording-problems.ts';
import { AddCourses } from './AddCourses.tsx';
import { Answer } from './Answer.tsx';
import { Attention } from './Attention.tsx';
import { BlockList } from './BlockList.tsx';
import { CreditList } from './CreditList.tsx';
import { DegreeMap } from './DegreeMap.tsx';
import type { Offer } from './FittingCourses.tsx';
import { NotHere } from './NotHere.tsx';
import { siteAddress } from './use-catalog.ts';
import { loadExplanations, useExplanations } from './use-explanations.ts';
import { useLater } from './use-later.ts';
import type { SavedPlan } from './use-saved-plan.ts';

type Props = {
  readonly plan: Plan;
  readonly audit: DegreeAudit;
  readonly catalog: CatalogCourses;
  readonly courses: ReadonlyMap<string, CatalogCourse>;
  readonly school: CatalogSchool;
  readonly degree: CatalogDegree;
  readonly saveState: SaveState;
  readonly today: string;
  readonly onEdit: OnEdit;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onChangeDegree: () => void;
  readonly versions: SavedPlan['versions'];
  /** The whole plan in place of this one, as one step. */
  readonly onPlan: (plan: Plan, words: string) => void;
};

/** The plan and the degree, side by side where there is room: the courses, the map, what needs attention. */
export function PlanScreen(props: Props) {
  const { plan, audit, catalog, courses, school, onEdit } = props;
  const onAdd = (course: CatalogCourse) => onEdit({ kind: 'add-course', course: course.id });
  const onRemove = (credit: string) => onEdit({ kind: 'remove', credit });
  const { degree } = props.degree;
  const regions = useMemo(() => regionsOf(degree, audit), [degree, audit]);
  const landings = useMemo(() => landingsOf(audit, plan.credits, school.equivalencies), [audit]);
  const blocks = useMemo(() => blocksById(degree), [degree]);
  const inPlan = new Map(
    plan.credits.flatMap(({ id, course }) => (course === undefined ? [] : [[course, id] as const])),
  );
  const byId = new Map(plan.credits.map((credit) => [credit.id, credit]));
  const titleOf = (id: string) => {
    const credit = byId.get(id);
    return credit ? titleOfCredit(credit, courses) : id;
  };
  const catalogs = { school, degree: props.degree, courses };
  const names = { title: titleOf, block: (block: string) => titleOfBlock(blocks, block) };
  const later = useLater();
  const { loaded, found } = useExplanations(plan, catalogs, props.today, audit);
  const repairOfCredit = async (credit: string) => {
    const { repairOf, repairSentence } = await loadExplanations();
    const repair = repairOf(plan, catalogs, props.today, credit);
    return (
      repair && { words: repairSentence(repair, credit, { ...names, now: audit.met.likely }), change: repair.change }
    );
  };
  const offer: Offer = {
    coursesFor: (block) =>
      typeof loaded === 'object'
        ? loaded.coursesFor(block, catalogs, { credits: plan.credits, audit }, props.today)
        : (loaded ?? 'waiting'),
    providerName: (provider) => catalog.providers[provider]?.name ?? provider,
    inPlan,
    degreePage: siteAddress(`schools/${props.degree.id}/`),
    onAdd,
    onRemove,
  };
  return (
    <>
      <PlanHead {...props} later={later} titleOf={(credit) => titleOfCredit(credit, courses)} />
      {typeof later === 'object' && <later.FactsSince plan={plan} titleOf={titleOf} onPlan={props.onPlan} />}
      <Answer audit={audit} regions={regions} empty={plan.credits.length === 0} />
      <div class="plan-columns">
        <section class="plan-map" aria-labelledby="map-title">
          <h2 id="map-title">Your degree</h2>
          <DegreeMap degree={degree} audit={audit} label="Your degree with your courses in it" withKey={false} />
        </section>
        <div class="plan-courses">
          <div class="no-print">
            <AddCourses catalog={catalog} inPlan={inPlan} onAdd={onAdd} onRemove={onRemove} />
            <details class="typed-course">
              <summary>Not in the list? Type it in</summary>
              {typeof later === 'string' ? (
                <NotHere state={later} />
              ) : (
                <later.TypedCourseForm onAdd={(typed) => onEdit({ kind: 'add-typed', typed })} />
              )}
            </details>
          </div>
          <CreditList
            credits={plan.credits}
            courses={courses}
            providers={catalog.providers}
            landings={landings}
            blocks={blocks}
            school={school.school.shortName}
            repairOf={repairOfCredit}
            onEdit={onEdit}
          />
        </div>
        <section class="plan-blocks" aria-labelledby="blocks-title">
          <h2 id="blocks-title">Requirements</h2>
          <BlockList
            regions={regions}
            audit={audit}
            school={school.school}
            credits={plan.credits}
            titleOf={titleOf}
            offer={offer}
          />
        </section>
        <div class="plan-attention">
          <Attention audit={audit} titleOf={titleOf} blocks={blocks} />
          {typeof later === 'object' && (
            <>
              {typeof loaded === 'object' && found && (
                <later.Reaches
                  words={loaded}
                  explained={found}
                  audit={audit}
                  names={names}
                  planned={plan.credits.length > 0}
                  onEdit={onEdit}
                />
              )}
              <later.Limits
                id="maximums"
                title="Most the school takes"
                limits={audit.maximums}
                degreeHours={audit.semesterHours}
              />
              <later.Limits
                id="rules"
                title="Rules across the degree"
                limits={audit.qualifiers}
                degreeHours={audit.semesterHours}
              />
            </>
          )}
        </div>
      </div>
    </>
  );
}

type HeadProps = Props & {
  readonly later: ReturnType<typeof useLater>;
  readonly titleOf: (credit: PlannedCredit) => string;
};

function PlanHead(props: HeadProps) {
  const { plan, saveState, today, later } = props;
  const { degree } = props.degree;
  const trouble = saveState.kind === 'cannot-save' || (saveState.kind === 'saved' && saveState.but !== undefined);
  return (
    <div class="plan-head">
      <div>
        <h2 class="plan-name">{plan.name}</h2>
        <p class="plan-degree" id="plan-degree" tabIndex={-1}>
          <strong>{degree.title}</strong>, {props.school.school.shortName}, catalog year {degree.catalogYear}
        </p>
        <p class="print-only">
          Printed on {dateWords(today)} from {location.origin + location.pathname}. The school decides. Ask its
          registrar.
        </p>
        {degree.completeness === 'partial' && (
          <p class="quiet">Some of this degree’s lists were not found. Its requirements say which.</p>
        )}
      </div>
      <div class="actions no-print">
        <a class="button to-search" href="#course-search">
          Add a course
        </a>
        <button class="button button-quiet" type="button" aria-keyshortcuts="Control+Z" onClick={props.onUndo}>
          Undo
        </button>
        <button class="button button-quiet" type="button" aria-keyshortcuts="Control+Shift+Z" onClick={props.onRedo}>
          Redo
        </button>
        <button class="button button-quiet" type="button" onClick={props.onChangeDegree}>
          Change degree
        </button>
        <a class="button button-quiet" href={siteAddress('planner/plans/')}>
          Your plans
        </a>
      </div>
      <details class="plan-settings no-print">
        <summary>Name and earlier versions</summary>
        {typeof later === 'string' ? <NotHere state={later} /> : <later.PlanSettings {...props} />}
      </details>
      <p class={`save-state no-print${trouble ? ' save-trouble' : ''}`} role={trouble ? 'alert' : undefined}>
        {saveStateWords(saveState)}
      </p>
    </div>
  );
}
