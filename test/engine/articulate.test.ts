/** What the school makes of one course, where the answer depends on more than one row or line. */
import { expect, test } from 'vitest';
import { articulateCredit } from '../../src/engine/index.ts';
import { courseSchema } from '../../src/schemas/course.ts';
import { equivalencySchema } from '../../src/schemas/equivalency.ts';
import { schoolSchema } from '../../src/schemas/school.ts';
import { school } from './example-university.ts';

const sources = [{ says: 'Example', url: 'https://example.edu/', checkedOn: '2026-11', confidence: 'primary' }];
const course = {
  id: 'example/ethics',
  ...courseSchema.parse({
    title: 'Ethics',
    provider: 'example',
    kind: 'course',
    area: 'arts-and-humanities',
    recommendations: [{ by: 'ACE', parts: [{ semesterHours: 3 }] }],
    assessment: {},
    sources,
  }),
};
const row = (schoolCourse: string, more: object = {}) =>
  equivalencySchema.parse({
    course: 'example/ethics',
    becomes: [{ kind: 'direct-course', schoolCourse, title: 'A course' }],
    basis: 'decided',
    sources,
    ...more,
  });

function becomes(rows: ReturnType<typeof row>[], more: { program?: string; verdict?: string } = {}): string[] {
  const line = { provider: 'example', verdict: more.verdict, says: 'So says the school.', sources };
  const facts = {
    school: schoolSchema.parse({ ...school, accepts: more.verdict ? [...school.accepts, line] : school.accepts }),
    equivalencies: rows,
    courses: new Map([[course.id, course]]),
    ...(more.program === undefined ? {} : { degree: { program: more.program } }),
    today: '2026-11-25',
  };
  const { accepted, notAccepted } = articulateCredit({ id: 'c1', course: course.id, status: 'planned' }, facts);
  return [...accepted.map((one) => one.schoolCourse ?? one.kind), ...notAccepted.map(({ reason }) => reason)];
}

const ofOne = row('PHI-3010', { toward: ['nursing'] });
const ofAll = row('PHI-1010');

test.for([
  ['holds toward its program', [ofOne], 'nursing', ['PHI-3010']],
  ['does not hold toward another: the recommendation stands in', [ofOne], 'business', ['general-elective']],
  ['does not hold where no program is known', [ofOne], undefined, ['general-elective']],
  ['outranks a row for all programs, whichever comes first', [ofAll, ofOne], 'nursing', ['PHI-3010']],
  ['leaves other programs to the row for all', [ofOne, ofAll], 'business', ['PHI-1010']],
] as const)('a row for one program %s', ([, rows, program, expected]) => {
  expect(becomes([...rows], program === undefined ? {} : { program })).toEqual(expected);
});

test('a refusal may hold toward one program only', () => {
  const refused = row('PHI-3010', { becomes: [], toward: ['nursing'] });
  expect(becomes([refused, ofAll], { program: 'nursing' })).toEqual(['not-accepted-by-school']);
  expect(becomes([refused, ofAll], { program: 'business' })).toEqual(['PHI-1010']);
});

// Charter Oak takes other providers by agreement only (https://www.charteroak.edu/cpl/credit-for-courses.php), while
// copies of a provider's own list say what its courses become there.
test('where a provider is taken by agreement only, a list that must be confirmed decides nothing', () => {
  const unsure = row('PHI-1010', { confirm: 'The list was seen as a copy only.' });
  expect(becomes([unsure], { verdict: 'with-agreement' })).toEqual(['needs-agreement']);
  expect(becomes([unsure], { verdict: 'yes' })).toEqual(['PHI-1010']);
  expect(becomes([ofAll], { verdict: 'with-agreement' })).toEqual(['PHI-1010']);
});
