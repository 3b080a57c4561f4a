import type { FittingCourse } from '../../../engine/types.ts';
import type { CatalogCourse } from '../../../planner/catalog/catalog.ts';
import { rangeWords } from '../../../planner/wording-beside.ts';
import type { RequirementBlock } from '../../../schemas/degree.ts';
import { CertaintyTag } from '../credit/CertaintyTag.tsx';
import { CourseResult } from '../credit/CourseResult.tsx';
import { NotHere } from '../NotHere.tsx';
import { usePlanShown } from '../plan-context.ts';

/** What the catalog offers for a requirement, and what can be done with it. */
export type Offer = {
  readonly coursesFor: (block: RequirementBlock) => readonly FittingCourse<CatalogCourse>[] | 'waiting' | 'failed';
  readonly providerName: (provider: string) => string;
  /** Credit ids by course id, for the courses that are in the plan. */
  readonly inPlan: ReadonlyMap<string, string>;
  /** The degree's page. It lists every block and all that fits it. */
  readonly degreePage: string;
  /** Where courses stand side by side for this degree, from anywhere but there. */
  readonly comparePage?: string;
  readonly onAdd: (course: CatalogCourse) => void;
  readonly onRemove: (credit: string) => void;
};

const shown = 5;

/** The ids of as many as can stand side by side. */
function firstOf(courses: readonly FittingCourse<CatalogCourse>[]): string {
  return courses
    .slice(0, 3)
    .map(({ course }) => course.id)
    .join(',');
}

/** The best few courses for one requirement of the plan on the screen. */
export function FittingCourses({ block }: { readonly block: RequirementBlock }) {
  return <FittingList block={block} offer={usePlanShown().offer} />;
}

/** The best few courses for one requirement, each with a button that adds it. */
export function FittingList({ block, offer }: { readonly block: RequirementBlock; readonly offer: Offer }) {
  const courses = offer.coursesFor(block);
  if (courses === 'waiting') return <p class="quiet">Looking for courses…</p>;
  if (courses === 'failed') return <NotHere state={courses} />;
  if (courses.length === 0) return <p>We know of no course in our catalog that fits here.</p>;
  return (
    <div class="fitting">
      <p>
        <strong>Courses that may fit, the surest first</strong>
      </p>
      <ul class="results-list" role="list">
        {courses.slice(0, shown).map(({ course, accepted: { hours, certainty, schoolCourse } }) => (
          <CourseResult
            key={course.id}
            course={course}
            provider={offer.providerName(course.provider)}
            credit={offer.inPlan.get(course.id)}
            onAdd={offer.onAdd}
            onRemove={offer.onRemove}
          >
            <span class="result-facts">
              {schoolCourse === undefined ? '' : `Becomes ${schoolCourse}, `}
              {rangeWords(hours)}
            </span>
            <CertaintyTag certainty={certainty} />
          </CourseResult>
        ))}
      </ul>
      {offer.comparePage !== undefined && (
        <p>
          <a href={`${offer.comparePage}&block=${block.id}&courses=${firstOf(courses)}`}>
            Compare the first of them<span class="visually-hidden">, {block.title}</span>
          </a>
        </p>
      )}
      {courses.length > shown && (
        <p>
          <a href={`${offer.degreePage}#block-${block.id}`}>
            More courses for this requirement<span class="visually-hidden">, {block.title}</span>
          </a>
        </p>
      )}
    </div>
  );
}
