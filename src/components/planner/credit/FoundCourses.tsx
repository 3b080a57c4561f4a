import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Equivalency } from '../../../schemas/equivalency.ts';
import type { CatalogCourse, CatalogCourses } from '../../../planner/catalog/catalog.ts';
import { indexCourses, searchCourses } from '../../../planner/catalog/course-search.ts';
import { memo } from '../memo.ts';
import { useFollow } from '../use-follow.ts';
import { CourseResult } from './CourseResult.tsx';

export type CourseChoice = {
  readonly catalog: CatalogCourses;
  /** The school's, where one is chosen: its own codes then find courses too. */
  readonly equivalencies?: readonly Equivalency[] | undefined;
  /** Credit ids by course id, for the courses that are in the plan. */
  readonly inPlan: ReadonlyMap<string, string>;
  readonly onAdd: (course: CatalogCourse) => void;
  readonly onRemove: (credit: string) => void;
};

const atFirst = 8;

type Props = CourseChoice & { readonly query: string };

/** What a search finds. The letters typed are painted first; what they find follows in the next frame. */
export function FoundCourses({ query, ...choice }: Props) {
  return <Results query={useFollow(query)} {...choice} />;
}

/** The courses found, each with a button that puts it into the plan or takes it out. */
const Results = memo(function Results({ query, catalog, equivalencies, inPlan, onAdd, onRemove }: Props) {
  // "Show more" is of one search: another begins anew.
  const [more, setMore] = useState({ of: query, most: atFirst });
  const most = more.of === query ? more.most : atFirst;
  const index = useMemo(() => indexCourses(catalog, equivalencies), [catalog, equivalencies]);
  const { found, total } = useMemo(() => searchCourses(index, query, most), [index, query, most]);
  const list = useRef<HTMLUListElement>(null);
  const showMore = () => {
    setMore({ of: query, most: most + 20 });
    // The button may go: from the last result that was there, the next key leads to the first new one.
    list.current?.lastElementChild?.querySelector('button')?.focus({ preventScroll: true });
  };
  return (
    <>
      <SearchCount query={query} total={total} />
      {found.length > 0 && (
        <ul class="results-list" role="list" ref={list}>
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
        <button class="button button-quiet" type="button" onClick={showMore}>
          Show more of the {total}
        </button>
      )}
    </>
  );
});

const nothing = 'Nothing found';

/** How many were found, said once the reader stops typing. Shown only where nothing was. */
function SearchCount({ query, total }: { readonly query: string; readonly total: number }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const words = total === 0 ? nothing : total === 1 ? '1 course found' : `${total} courses found`;
    const timer = setTimeout(() => setSaid(query.trim() === '' ? '' : words), query.trim() === '' ? 0 : 600);
    return () => clearTimeout(timer);
  }, [query, total]);
  return (
    <p class={total === 0 && said === nothing ? 'hint' : 'visually-hidden'} role="status">
      {said}
    </p>
  );
}
