import { useEffect, useState } from 'preact/hooks';
import type { Aim, ChosenCourse, Completion } from '../../../engine/completion.ts';
import { tuitionFor } from '../../../engine/completion.ts';
import type { DegreeAudit } from '../../../engine/types.ts';
import type { CatalogSchool } from '../../../planner/catalog/catalog.ts';
import { timelineOf, type Span } from '../../../planner/finish/plan-timeline.ts';
import type { CommonWishes } from '../../../planner/finish/wishes.ts';
import {
  aimSentences,
  aimWords,
  apartSentence,
  countWords,
  daysWords,
  gapSentence,
  landsWords,
  noCourseWords,
  studySentence,
  sureWishSentence,
  timeWords,
} from '../../../planner/finish/wording-completion.ts';
import type { sameTitleSentences } from '../../../planner/finish/same-title.ts';
import { hoursNumber, hoursWords } from '../../../planner/wording.ts';
import type { Degree } from '../../../schemas/degree.ts';
import { CertaintyTag } from '../credit/CertaintyTag.tsx';
import { CostBars } from './CostBars.tsx';
import { DegreeMap } from '../map/DegreeMap.tsx';
import { AtSchool, Cost, OpenNumber, Tuition, type FinishNames, type PartProps } from './FinishNumbers.tsx';
import { isExam } from './FinishTable.tsx';
import { PlanTimeline, TimeBar } from './PlanTimeline.tsx';
import { SourceList } from '../credit/SourceList.tsx';
import { siteAddress } from '../use-catalog.ts';

type Props = {
  readonly aim: Aim;
  readonly completion: Completion;
  /** The plan that has the same courses. */
  readonly sameAs: string | undefined;
  readonly degree: Degree;
  /** The degree with this plan taken. */
  readonly audit: DegreeAudit | undefined;
  /** Ids of courses that are in the student's plan. */
  readonly inPlan: ReadonlySet<string>;
  readonly school: CatalogSchool;
  readonly wishes: CommonWishes;
  readonly names: FinishNames;
  readonly today: string;
  /** True where taking it was the last thing that was done. */
  readonly canUndo: boolean;
  readonly onTake: () => void;
  readonly onAdd: (course: string) => void;
  readonly onUndo: () => void;
};

/** One plan: what it comes to, each number with its parts, its map and its line of time. */
export function FinishPlan(props: Props) {
  const { aim, completion, sameAs, degree, audit, inPlan, names, today, wishes } = props;
  const { courses } = completion;
  const timeline = timelineOf(completion, today);
  const all = courses.length > 0 && courses.every(({ course }) => inPlan.has(course));
  const title = `plan-${aim}`;
  return (
    <article class="finish-plan" aria-labelledby={title}>
      <h2 id={title} tabIndex={-1}>
        {aimWords[aim]}
      </h2>
      <p class="small">
        {aimSentences[aim]} {gapSentence(completion)} {sureWishSentence(completion, wishes)}
        {sameAs !== undefined && ` It has the same courses as the ${sameAs} plan.`}
      </p>
      {courses.length === 0 ? (
        <p>{noCourseWords}</p>
      ) : all ? (
        <div class="note finish-taken">
          <p>These courses are in your plan.</p>
          <p class="actions">
            <a class="button" href={siteAddress('planner/')}>
              See it in the planner
            </a>
            {props.canUndo && (
              <button class="button button-quiet" type="button" onClick={props.onUndo}>
                Undo
              </button>
            )}
          </p>
        </div>
      ) : (
        <p>
          <button class="button" type="button" onClick={props.onTake}>
            Take this plan<span class="visually-hidden">: {aimWords[aim].toLowerCase()}</span>
          </button>
        </p>
      )}
      <div class="finish-numbers">
        <Cost completion={completion} names={names} />
        <OpenNumber name="Time" says={timeWords(completion.months)}>
          <p>{studySentence(completion, wishes)}</p>
        </OpenNumber>
        <Sure completion={completion} names={names} />
        <Courses {...props} spans={timeline.courses} />
        <AtSchool completion={completion} names={names} />
        <Apart completion={completion} names={names} />
      </div>
      <DegreeMap
        degree={degree}
        audit={audit}
        label={`Your degree with the ${aimWords[aim].toLowerCase()} plan`}
        withKey={false}
      />
      <h3>When</h3>
      <PlanTimeline timeline={timeline} completion={completion} names={names} today={today} />
      <SameAtSchool {...props} />
    </article>
  );
}

function Sure({ completion: { met, semesterHours, courses }, names }: PartProps) {
  const sure = courses.filter(({ surely }) => surely.length > 0);
  const added = sure.flatMap(({ surely }) => surely);
  const own = added.reduce((left, { semesterHours: hours }) => left - hours, met.least);
  return (
    <OpenNumber name="Sure hours" says={`${hoursNumber(met.least)} of ${semesterHours}`}>
      <p>
        Hours that the school has decided, or that the school or the provider publishes. Where only these count, a
        course may land in another block.
      </p>
      <ul class="finish-parts">
        {own > 0.001 && <li>Courses in your plan: {hoursWords(own)}.</li>}
        {sure.map((one) => (
          <li key={one.course}>
            <strong>{names.course(one.course)}</strong>: {landsWords(one.surely, names.block)}.
            <SourceList sources={one.accepted.flatMap(({ sources }) => sources).slice(0, 2)} />
          </li>
        ))}
      </ul>
      {sure.length < courses.length && (
        <p>{countWords(courses.length - sure.length, 'more course')} may count. Ask the school before you pay.</p>
      )}
    </OpenNumber>
  );
}

function Courses({
  aim,
  completion: { courses },
  inPlan,
  names,
  onAdd,
  spans,
}: Props & { readonly spans: ReadonlyMap<string, Span> }) {
  const exams = courses.filter(isExam).length;
  const providers = [...new Set(courses.map(({ provider }) => names.provider(provider)))].sort();
  const [later, setLater] = useState<{ readonly sameTitleSentences: typeof sameTitleSentences }>();
  useEffect(() => {
    // Not told where it can't be fetched: everything else of the plan is here.
    import('../../../planner/finish/same-title.ts').then(setLater, () => undefined);
  }, []);
  const alike = later?.sameTitleSentences(courses, names.course, names.school);
  return (
    <OpenNumber name="Courses and exams" says={`${courses.length - exams} and ${exams}`}>
      {providers.length > 0 && (
        <p>
          {countWords(providers.length, 'provider')}: {providers.join(', ')}.
        </p>
      )}
      <ul class="finish-courses" role="list">
        {courses.map((one) => (
          <Course
            key={one.course}
            id={`${aim}-${one.course}`}
            course={one}
            span={spans.get(one.course)}
            alike={alike?.get(one.course)}
            names={names}
            inPlan={inPlan.has(one.course)}
            onAdd={() => onAdd(one.course)}
          />
        ))}
      </ul>
    </OpenNumber>
  );
}

type CourseProps = {
  /** Of the words that take the place of the button. */
  readonly id: string;
  readonly course: ChosenCourse;
  readonly span: Span | undefined;
  /** What tells it from another course of the plan with the same title. */
  readonly alike: string | undefined;
  readonly names: FinishNames;
  readonly inPlan: boolean;
  readonly onAdd: () => void;
};

function Course({ id, course, span, alike, names, inPlan, onAdd }: CourseProps) {
  const title = names.course(course.course);
  return (
    <li class="stack-small">
      <p>
        <a href={siteAddress(`courses/${course.course}/`)}>{title}</a>, {names.provider(course.provider)}{' '}
        <CertaintyTag certainty={course.certainty} />
      </p>
      <p>
        {landsWords(course.lands, names.block)}. {hoursWords(course.studyHours)} of study,{' '}
        {daysWords([course.startOn, course.finishOn])}.
      </p>
      {alike && <p>{alike}</p>}
      {span && <TimeBar span={span} kind={isExam(course) ? 'exam' : 'courses'} />}
      <div class="actions">
        {inPlan ? (
          <p class="quiet" id={id} tabIndex={-1}>
            In your plan
          </p>
        ) : (
          <button class="button button-quiet" type="button" onClick={onAdd}>
            Add<span class="visually-hidden"> {title}</span>
          </button>
        )}
      </div>
    </li>
  );
}

/** How many courses apart are named; the rest is counted. */
const mostApart = 20;

function Apart({ completion: { apart }, names }: PartProps) {
  if (apart.length === 0) return null;
  return (
    <OpenNumber name="Not counted" says={countWords(apart.length, 'course')}>
      <p>These may count too. A price, the hours or the dates are missing, so no plan can use them.</p>
      <ul class="finish-parts">
        {apart.slice(0, mostApart).map((one) => (
          <li key={one.course}>
            <a href={siteAddress(`courses/${one.course}/`)}>{names.course(one.course)}</a>. {apartSentence(one)}
          </li>
        ))}
      </ul>
      {apart.length > mostApart && <p>And {countWords(apart.length - mostApart, 'course')} more of this kind.</p>}
    </OpenNumber>
  );
}

function SameAtSchool({ completion, school, names, audit, today }: Props) {
  const { met, before, costUsd } = completion;
  const hours = Math.round((met.likely - before.likely) * 100) / 100;
  if (hours <= 0 || !audit) return null;
  const parts = tuitionFor(school.school, hours, today);
  return (
    <>
      <h3>The same {hoursWords(hours)} at the school</h3>
      <CostBars label="This plan" usd={costUsd} school={names.school} tuition={parts} />
      <details class="small">
        <summary>Tuition and its source</summary>
        <Tuition parts={parts} semesterHours={hours} />
      </details>
    </>
  );
}
