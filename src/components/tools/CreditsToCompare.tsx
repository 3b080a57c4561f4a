import type { CatalogCourse, CatalogCourses } from '../../planner/catalog/catalog.ts';
import { mostCourses } from '../../planner/compare/compared-plan.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import { AddCourses } from '../planner/credit/AddCourses.tsx';
import { FoundCourses } from '../planner/credit/FoundCourses.tsx';
import { CourseResult } from '../planner/credit/CourseResult.tsx';
import { Radios } from '../planner/form/Fields.tsx';

type Props = {
  /** The saved plan, where there is one. */
  readonly plan: Plan | undefined;
  readonly list: CatalogCourses;
  readonly courses: ReadonlyMap<string, CatalogCourse>;
  /** Ids of courses that were chosen here; nothing where those of the plan are meant. */
  readonly chosen: readonly string[] | undefined;
  readonly onChange: (chosen: readonly string[] | undefined) => void;
  readonly onSay: (words: string) => void;
};

/** Which credits are compared: those of the plan, or others that are looked up here. */
export function CreditsToCompare({ plan, list, courses, chosen, onChange, onSay }: Props) {
  const ids = chosen ?? [];
  const add = ({ id, title }: CatalogCourse) => {
    if (ids.length >= mostCourses) return onSay(`${mostCourses} courses at most. Remove one first.`);
    onChange([...ids, id]);
    onSay(`${title} added.`);
  };
  const remove = (id: string) => {
    const fromList = document.activeElement?.closest('#chosen');
    onChange(ids.filter((one) => one !== id));
    onSay(`${courses.get(id)?.title ?? id} removed.`);
    if (fromList) document.getElementById('credits-title')?.focus();
  };
  return (
    <section class="stack no-print" aria-labelledby="credits-title">
      <h2 id="credits-title" tabIndex={-1}>
        Credits
      </h2>
      {plan && (
        <Radios
          id="which-credits"
          legend="Which credits?"
          hint={!chosen && plan.credits.length === 0 ? 'Your plan has no courses yet' : undefined}
          value={chosen ? 'here' : 'plan'}
          onChange={(value) => onChange(value === 'plan' ? undefined : [])}
          choices={[
            { value: 'plan', label: `Those of my plan (${plan.credits.length})` },
            { value: 'here', label: 'Others, chosen here' },
          ]}
        />
      )}
      {chosen && (
        <>
          {ids.length > 0 && (
            <ul class="results-list" role="list" id="chosen">
              {ids
                .flatMap((id) => courses.get(id) ?? [])
                .map((course) => (
                  <CourseResult
                    key={course.id}
                    course={course}
                    provider={list.providers[course.provider]?.name ?? course.provider}
                    credit={course.id}
                    onAdd={add}
                    onRemove={remove}
                  />
                ))}
            </ul>
          )}
          <AddCourses
            search={FoundCourses}
            catalog={list}
            inPlan={new Map(ids.map((id) => [id, id]))}
            onAdd={add}
            onRemove={remove}
          />
        </>
      )}
    </section>
  );
}
