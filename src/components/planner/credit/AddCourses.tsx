import { useState } from 'preact/hooks';
import { TextField } from '../form/Fields.tsx';
import type { CourseChoice, FoundCourses } from './FoundCourses.tsx';
import { NotHere } from '../NotHere.tsx';

type Props = CourseChoice & {
  /** What searches: in the planner it comes after the first answer, and the field may be used before. */
  readonly search: typeof FoundCourses | 'waiting' | 'failed';
};

/** A search field over the catalog, and what it finds. */
export function AddCourses({ search, ...choice }: Props) {
  const [query, setQuery] = useState('');
  const Found = typeof search === 'string' ? undefined : search;
  return (
    <div class="add-courses">
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <TextField
          id="course-search"
          label="Add a course or an exam"
          hint="Part of its name, its code or who gives it, like “sophia stat”"
          value={query}
          onInput={setQuery}
        />
      </form>
      {Found && <Found query={query} {...choice} />}
      {typeof search === 'string' && query !== '' && <NotHere state={search} />}
    </div>
  );
}
