import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { CatalogCourse } from '../../../planner/catalog/catalog.ts';
import { recommendedWords } from '../../../planner/wording-beside.ts';

type Props = {
  readonly course: CatalogCourse;
  readonly provider: string;
  /** The credit's id, where the course is in the plan. */
  readonly credit: string | undefined;
  /** What is said of it, in place of its recommendation. */
  readonly children?: ComponentChildren;
  readonly onAdd: (course: CatalogCourse) => void;
  readonly onRemove: (credit: string) => void;
};

/** One course of the catalog, with the button that puts it into the plan or takes it out. */
export function CourseResult({ course, provider, credit, children, onAdd, onRemove }: Props) {
  // Several providers give a course of the same name: its button says whose it is.
  const id = useId();
  const facts = [
    course.code ? `${provider} ${course.code}` : provider,
    children === undefined ? recommendedWords(course) : '',
    course.priceUsd === undefined ? '' : `US$ ${course.priceUsd}`,
    course.withdrawn ? 'no longer offered' : '',
  ];
  return (
    <li class="result">
      <div>
        <span class="result-title">{course.title}</span>
        <span class="result-facts" id={id}>
          {facts.filter(Boolean).join(' · ')}
        </span>
        {children}
      </div>
      <button
        class={credit === undefined ? 'button' : 'button button-quiet'}
        type="button"
        aria-describedby={id}
        onClick={() => (credit === undefined ? onAdd(course) : onRemove(credit))}
      >
        {credit === undefined ? 'Add' : 'Remove'}
        <span class="visually-hidden"> {course.title}</span>
      </button>
    </li>
  );
}
