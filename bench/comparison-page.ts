/** What runs in the page: degrees compared, from the first line of code that the browser has never seen. */
import { compareDegrees, type ComparisonInput, type DegreeToCompare } from '../src/engine/completion.ts';
import type { CourseFacts } from '../src/engine/types.ts';

/** Milliseconds until the first degree, and until all. */
export type ComparisonTimes = { readonly first: number; readonly all: number };

/** The input as text, where a Map is a list, and each school is there once, as a worker gets it. */
export type ComparisonText = Omit<ComparisonInput, 'courses' | 'degrees'> & {
  readonly courses: readonly (readonly [id: string, course: CourseFacts])[];
  readonly schools: Readonly<Record<string, Pick<DegreeToCompare, 'school' | 'equivalencies'>>>;
  readonly degrees: readonly Pick<DegreeToCompare, 'id' | 'degree'>[];
};

declare global {
  var compare: ((input: string) => ComparisonTimes) | undefined;
}

globalThis.compare = (text) => {
  const { courses, schools, degrees, ...input } = JSON.parse(text) as ComparisonText;
  const asked: ComparisonInput = {
    ...input,
    courses: new Map(courses),
    degrees: degrees.map(({ id, degree }) => ({ id, degree, ...schools[degree.school]! })),
  };
  const started = performance.now();
  let first: number | undefined;
  compareDegrees(asked, () => {
    first ??= performance.now() - started;
    return true;
  });
  const all = performance.now() - started;
  return { first: first ?? all, all };
};
