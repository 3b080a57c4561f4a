import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Equivalency } from '../../schemas/equivalency.ts';
import type { CatalogCourse, CatalogCourses } from '../../planner/catalog.ts';
import { indexCourses, searchCourses } from '../../planner/course-search.ts';
import { CourseResult } from './CourseResult.tsx';
import { TextField } from './Fields.tsx';

type Props = {
  readonly catalog: CatalogCourses;
  /** The school's: its own codes find courses too. */
  /** The school's, where one is chosen: its own codes then find courses too. */
  readonly equivalencies?: readonly Equivalency[] | undefined;
  /** Credit ids by course id, for the courses that are in the plan. */
  readonly inPlan: ReadonlyMap<string, string>;
  readonly onAdd: (course: CatalogCourse) => void;
  readonly onRemove: (credit: string) => void;
};

/** A search field and what it finds, each with a button that puts it into the plan or takes it out. */
export function AddCourses({ catalog, equivalencies, inPlan, onAdd, onRemove }: Props) {
  const [query, setQuery] = useState('');
  const [most, setMost] = useState(8);
  const index = useMemo(() => indexCourses(catalog, equivalencies), [catalog, equivalencies]);
  const { found, total } = useMemo(() => searchCourses(index, query, most), [index, query, most]);
  const type = (text: string) => {
    setQuery(text);
    setMost(8);
  };
  return (
    <div class="add-courses">
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <TextField
          id="course-search"
          label="Add a course or an exam"
          hint="Part of its name, its code or who gives it, like “sophia stat”"
          value={query}
          onInput={type}
        />
      </form>
      <SearchCount query={query} total={total} />
      {found.length > 0 && (
        <ul class="results-list" role="list">
          {found.map((course) => (
            <CourseResult
              key={course.id}
              course={course}
              provider={catalog.providers[course.provider]?.name ?? course.provider}
              credit={inPlan.get(course.id)}
              onAdd={onAdd}
              onRemove={onRemove}
            />
          ))}
        </ul>
      )}
      {total > found.length && (
        <button class="button button-quiet" type="button" onClick={() => setMost(most + 20)}>
          Show more of the {total}
        </button>
      )}
    </div>
  );
}

/** How many were found, said once the reader stops typing. */
function SearchCount({ query, total }: { readonly query: string; readonly total: number }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const words = total === 0 ? 'Nothing found' : total === 1 ? '1 course found' : `${total} courses found`;
    const timer = setTimeout(() => setSaid(query.trim() === '' ? '' : words), query.trim() === '' ? 0 : 600);
    return () => clearTimeout(timer);
  }, [query, total]);
  return (
    <p class={total === 0 && said !== '' ? 'hint' : 'visually-hidden'} role="status">
      {said}
    </p>
  );
}
