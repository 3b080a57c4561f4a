import { useMemo } from 'preact/hooks';
import { withWaivers } from '../../engine/index.ts';
import type { DegreeAudit, PlannedCredit, TypedCourse } from '../../engine/types.ts';
import type { CatalogCourse, CatalogCourses } from '../../planner/catalog/catalog.ts';
import type { NewCredit } from '../../planner/plan/plan-changes.ts';
import { coursesNamedIn, namedBlocks } from '../../planner/plan/named-blocks.ts';
import { blocksById, contentsOf, regionsOf } from '../../planner/audit/degree-view.ts';
import { landingsOf, titleOfBlock, titleOfCredit } from '../../planner/audit/landing.ts';
import { mostCredits } from '../../planner/plan/plan.ts';
import { AddCourses } from './credit/AddCourses.tsx';
import { Answer } from './answer/Answer.tsx';
import type { Answering } from './school/AnswerFields.tsx';
import { BlockList } from './block/BlockList.tsx';
import { CreditList } from './credit/CreditList.tsx';
import { DegreeMap } from './map/DegreeMap.tsx';
import type { Offer } from './block/FittingCourses.tsx';
import type { LastMove } from './move/MoveNote.tsx';
import { following } from './following.ts';
import { memo } from './memo.ts';
import { NotHere } from './NotHere.tsx';
import { PlanContext } from './plan-context.ts';
import { PlanHead, type HeadProps } from './PlanHead.tsx';
import { siteAddress } from './use-catalog.ts';
import { useFollow } from './use-follow.ts';
import { loadExplanations, useExplanations } from './answer/use-explanations.ts';
import { useKept, useLatest } from './use-kept.ts';
import { useLater } from './use-later.ts';
import { useTrial } from './use-trial.ts';
import { asNextTask } from './when.ts';

type Props = HeadProps & {
  readonly audit: DegreeAudit;
  readonly catalog: CatalogCourses;
  readonly courses: ReadonlyMap<string, CatalogCourse>;
  /** What the last change did, where it was a move. */
  readonly lastMove: LastMove | undefined;
  readonly onSay: (words: string) => void;
  readonly onCloseMove: () => void;
};

// What is said and what is saved comes by here too: only what shows something else then is drawn again.
const SteadyAnswer = memo(Answer);
const SteadyMap = memo(DegreeMap);
const SteadySearch = memo(AddCourses);
const SteadyCredits = memo(CreditList);
// Another list as long as that of the courses: a press between the two need not wait for both, and one frame shows them.
const SteadyBlocks = following(BlockList, asNextTask);

/** The plan and the degree, side by side where there is room: the courses, the map, what needs attention. */
export const PlanScreen = memo(function PlanScreen(props: Props) {
  const { catalog, courses, school, today } = props;
  const catalogs = useMemo(() => ({ school, degree: props.degree, courses }), [school, props.degree, courses]);
  const later = useLater();
  const trial = useTrial(props, catalogs, today);
  const { current, tried } = trial;
  const { plan, audit } = tried ?? props;
  const degree = useMemo(() => withWaivers(props.degree.degree, plan.waivers), [props.degree, plan.waivers]);
  const { onEdit } = props;
  const onAdd = useLatest((course: CatalogCourse) => onEdit({ kind: 'add-course', course: course.id }));
  const onRemove = useLatest((credit: string) => onEdit({ kind: 'remove', credit }));
  const findTitle = useLatest((id: string) => {
    const credit = plan.credits.find((known) => known.id === id);
    return credit ? titleOfCredit(credit, courses) : id;
  });
  // Another function where a course goes by another title: what shows titles is then drawn again.
  const typed = plan.credits.flatMap((credit) => (credit.typed ? `${credit.id} ${credit.typed.title}` : [])).join('\n');
  const titleOf = useMemo(() => (id: string) => findTitle(id), [typed, courses]);
  const regions = useMemo(() => regionsOf(degree, audit), [degree, audit]);
  // The numbers and the map come first. The long lists follow them, unless they are of another degree.
  const newest = useMemo(() => ({ degree, audit, regions }), [regions]);
  const followed = useFollow(newest);
  const settled = followed.degree === degree ? followed : newest;
  const contents = useKept(() => contentsOf(settled.regions, settled.audit, plan.credits), [settled]);
  const landings = useKept(() => landingsOf(settled.audit, plan.credits, school.equivalencies), [settled]);
  const landingsNow = useMemo(
    () => (tried ? landingsOf(props.audit, props.plan.credits, school.equivalencies) : landings),
    [tried, props.audit, landings],
  );
  // What is waived keeps its name.
  const blocks = useMemo(() => new Map([...blocksById(props.degree.degree), ...blocksById(degree)]), [degree]);
  const named = useMemo(() => namedBlocks(degree), [degree]);
  const planned = plan.credits.flatMap(({ id, course }) => (course === undefined ? [] : [[course, id] as const]));
  const inPlan = useMemo(() => new Map(planned), [planned.join()]);
  const names = useMemo(
    () => ({ title: titleOf, block: (block: string) => titleOfBlock(blocks, block), blocks }),
    [titleOf, blocks],
  );
  const explanations = useExplanations();
  const repairOfCredit = useLatest(async (credit: string, signal: AbortSignal) => {
    const { offerRepair } = await loadExplanations();
    return offerRepair(credit, { plan, catalog: catalogs, audit, names }, today, signal);
  });
  const offer: Offer = {
    coursesFor: (block) =>
      typeof explanations === 'object'
        ? explanations.coursesFor(
            block,
            { ...catalogs, degree: { ...props.degree, degree } },
            { credits: plan.credits, audit },
            today,
          )
        : explanations,
    providerName: (provider) => catalog.providers[provider]?.name ?? provider,
    inPlan,
    degreePage: siteAddress(`schools/${props.degree.id}/`),
    comparePage: siteAddress(`compare/courses/#degree=${props.degree.id}`),
    onAdd,
    onRemove,
  };
  const shown = useMemo(
    () => ({ degree, plan: props.plan, catalog: catalogs, audit, names, offer, onEdit }),
    [degree, audit, explanations, names, props.plan.identity],
  );
  const answering: Answering = useMemo(
    () => ({
      known: { school: school.school, named: coursesNamedIn(degree) },
      places: named.filter(({ isLeaf }) => isLeaf),
      tried: current?.question.credit,
      today,
      onTry: trial.start,
    }),
    [school, degree, named, current?.question.credit, today],
  );
  const titleOfPlanned = useLatest((credit: PlannedCredit) => titleOfCredit(credit, courses));
  const onAddMany = useLatest((credits: readonly NewCredit[]) => onEdit({ kind: 'add-many', credits }));
  const onAddTyped = useLatest((entry: TypedCourse) => onEdit({ kind: 'add-typed', typed: entry }));
  const { lastMove } = props;
  const why = useMemo(
    () =>
      typeof later === 'object' && (
        <later.AnswerWhy audit={audit} tried={current?.question.credit} titleOf={titleOf} blocks={blocks} />
      ),
    [later, audit, current?.question.credit, titleOf, blocks],
  );
  return (
    <PlanContext.Provider value={shown}>
      <PlanHead {...props} titleOf={titleOfPlanned} />
      {typeof later === 'object' && <later.FactsSince plan={props.plan} titleOf={titleOf} onPlan={props.onPlan} />}
      {typeof later === 'object' && current && (
        <later.TrialBar
          trial={current}
          title={titleOf(current.question.credit)}
          now={props.audit.met}
          tried={audit.met}
          today={today}
          onStop={trial.stop}
          onKeep={(edit) => {
            onEdit(edit);
            trial.stop();
          }}
        />
      )}
      <SteadyAnswer
        audit={audit}
        regions={regions}
        empty={plan.credits.length === 0}
        trying={current !== undefined}
        why={why}
      />
      {typeof later === 'object' && <later.BestFound audit={audit} />}
      <div class="plan-columns">
        <section class="plan-map" aria-labelledby="map-title">
          <h2 id="map-title">Your degree</h2>
          <div>
            <div class="map-box">
              <SteadyMap
                degree={degree}
                audit={audit}
                regions={regions}
                label="Your degree with your courses in it"
                withKey={false}
                linked
              />
              {typeof later === 'object' && (
                <later.MapExplorer regions={regions} contents={contents} titleOf={titleOf} />
              )}
            </div>
          </div>
          {typeof later === 'object' && (
            <div class="gauges">
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
            </div>
          )}
        </section>
        <div class="plan-courses">
          <div class="no-print">
            <SteadySearch
              search={typeof later === 'object' ? later.FoundCourses : later}
              catalog={catalog}
              equivalencies={school.equivalencies}
              inPlan={inPlan}
              onAdd={onAdd}
              onRemove={onRemove}
            />
            <details class="typed-course">
              <summary>Paste a list or open a file</summary>
              {typeof later === 'string' ? (
                <NotHere state={later} />
              ) : (
                <later.ImportOpener
                  catalog={catalog}
                  courses={courses}
                  inPlan={inPlan}
                  room={mostCredits - plan.credits.length}
                  onAddMany={onAddMany}
                />
              )}
            </details>
            <details class="typed-course">
              <summary>Not in the list? Type it in</summary>
              {typeof later === 'string' ? <NotHere state={later} /> : <later.TypedCourseForm onDone={onAddTyped} />}
            </details>
          </div>
          {typeof later === 'object' && plan.credits.length > 0 && (
            <later.Mover audit={audit} regions={regions} names={names} onEdit={onEdit} onSay={props.onSay} />
          )}
          <SteadyCredits
            credits={props.plan.credits}
            courses={courses}
            providers={catalog.providers}
            landings={landings}
            landingsNow={landingsNow}
            blocks={blocks}
            school={school.school.shortName}
            equivalencies={school.equivalencies}
            answering={answering}
            repairOf={repairOfCredit}
            onEdit={onEdit}
          />
        </div>
        <section class="plan-blocks" aria-labelledby="blocks-title">
          <h2 id="blocks-title">Requirements</h2>
          <SteadyBlocks regions={settled.regions} contents={contents} school={school.school} titleOf={titleOf} />
        </section>
        <div class="plan-attention">
          {typeof later === 'object' && <later.Attention audit={audit} titleOf={titleOf} blocks={blocks} />}
          {typeof later === 'object' && (
            <later.SchoolAnswers
              plan={props.plan}
              names={names}
              waivable={named}
              requestPage={siteAddress('planner/request/')}
              today={today}
              onEdit={onEdit}
            />
          )}
          {typeof later === 'object' && typeof explanations === 'object' && (
            <later.Reaches
              explanations={explanations}
              plan={plan}
              catalog={catalogs}
              audit={audit}
              today={today}
              names={names}
              onEdit={onEdit}
            />
          )}
          {typeof later === 'object' && <later.Disputes ofDegree={degree.disagreements} school={school.id} />}
        </div>
      </div>
      {typeof later === 'object' && lastMove && (
        <later.MoveNote
          {...lastMove}
          plan={plan}
          audit={audit}
          catalog={catalogs}
          today={today}
          names={names}
          onMake={(change) => onEdit({ kind: 'make-change', credit: lastMove.move.credit, change })}
          onUndo={props.onUndo}
          onClose={props.onCloseMove}
        />
      )}
    </PlanContext.Provider>
  );
});
