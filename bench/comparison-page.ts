/** What runs in the page: degrees compared, from the first line of code that the browser has never seen. */
import { compareDegrees, type ComparisonInput } from '../src/engine/completion.ts';
import type { CourseFacts } from '../src/engine/types.ts';

/** Milliseconds until the first degree, and until all. */
export type ComparisonTimes = { readonly first: number; readonly all: number };

/** The input as text, where a Map is a list. */
export type ComparisonText = Omit<ComparisonInput, 'courses'> & {
  readonly courses: readonly (readonly [id: string, course: CourseFacts])[];
};

declare global {
  var compare: ((input: string) => ComparisonTimes) | undefined;
}

globalThis.compare = (text) => {
  const { courses, ...input } = JSON.parse(text) as ComparisonText;
  const started = performance.now();
  let first: number | undefined;
  compareDegrees({ ...input, courses: new Map(courses) }, () => {
    first ??= performance.now() - started;
    return true;
  });
  const all = performance.now() - started;
  return { first: first ?? all, all };
};
