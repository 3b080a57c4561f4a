import { expect, test } from 'vitest';
import { auditDegree } from '../../../src/engine/index.ts';
import { blocksById } from '../../../src/planner/audit/degree-view.ts';
import type { NotAccepted, PlannedCredit } from '../../../src/engine/types.ts';
import {
  hasNoEquivalency,
  landingSentence,
  landingsOf,
  titleOfBlock,
  titleOfCredit,
} from '../../../src/planner/audit/landing.ts';
import { courses, degree, equivalencies, school } from '../../engine/example-university.ts';

function landing(course: string) {
  const credits = [{ id: 'c1', course, status: 'considering' } as const];
  const audit = auditDegree({ degree, school, equivalencies, courses, credits, today: '2026-11-22' });
  return landingsOf(audit, credits, equivalencies).get('c1');
}

test.for(['example/exam-a', 'example/certificate', 'example/nobody', 'example/unmeasured', 'ask-first/course'])(
  'the plan says of %s that no equivalency is known',
  (course) => {
    expect(hasNoEquivalency(landing(course))).toBe(true);
    expect(landingSentence(landing(course), blocksById(degree))).toMatch(
      /No list or decision says what it becomes at this school/,
    );
  },
);

test.for(['example/english-1', 'example/biology', 'example/known-refusal'])(
  'the plan does not say so of %s, on which the school or someone else has answered',
  (course) => {
    expect(hasNoEquivalency(landing(course))).toBe(false);
    expect(landingSentence(landing(course), blocksById(degree))).not.toMatch(/No equivalency/);
  },
);

const blocks = blocksById(degree);
/** The sentences about each credit of a plan. */
function sentencesOf(...credits: readonly PlannedCredit[]): Readonly<Record<string, string>> {
  const audit = auditDegree({ degree, school, equivalencies, courses, credits, today: '2026-11-22' });
  const landings = landingsOf(audit, credits, equivalencies);
  return Object.fromEntries(credits.map(({ id }) => [id, landingSentence(landings.get(id), blocks)]));
}
const planned = (id: string, course: string, more: Partial<PlannedCredit> = {}): PlannedCredit => ({
  id,
  course: `example/${course}`,
  status: 'planned',
  ...more,
});
const noEquivalency = 'No list or decision says what it becomes at this school. Ask the school before you pay.';

test.for([
  ['philosophy', 'It lands in Humanities.'],
  ['composition', 'It lands in English I and English II.'],
  ['calculus', 'It lands in Calculus.'],
  ['known-refusal', 'It gives no hours here. The school does not take it.'],
  ['nobody', `It gives no hours here. We found no credit recommendation for it. ${noEquivalency}`],
  [
    'certificate',
    `At best it lands in Electives. The school may give hours for it. Do not count on them yet. ${noEquivalency}`,
  ],
])('of %s the student reads: %s', ([course, words]) => {
  expect(sentencesOf(planned('c1', course!))['c1']).toBe(words);
});

test('of a course that no block of the degree takes the student reads why', () => {
  const away = ['electives', 'major'].map((block) => ({ part: 0, block, use: false }));
  expect(sentencesOf(planned('c1', 'philosophy', { pins: away }))['c1']).toBe(
    'This degree does not use it. You keep it out of the requirements it fits.',
  );
});

test('where a score is too low, the student reads it and the one that is asked for', () => {
  expect(sentencesOf(planned('c1', 'composition', { status: 'completed', score: 49 }))['c1']).toBe(
    'It gives no hours here. Your score is 49. At least 50 is asked for.',
  );
});

test('of a course whose other part is not used, or not taken, the student reads both', () => {
  const out = ['english-2', 'electives'].map((block) => ({ part: 1, block, use: false }));
  expect(sentencesOf(planned('c1', 'composition', { pins: out }))['c1']).toBe(
    'It lands in English I. Another part: This degree does not use it. You keep it out of the requirements it fits.',
  );
  expect(sentencesOf(planned('c1', 'english-1', { status: 'completed' }), planned('c2', 'composition'))['c2']).toBe(
    'It lands in English II. A part of it gives no hours here. Another course in your plan becomes the same course at the school. Only one counts.',
  );
});

test('of a credit that is not in the audit nothing is said', () => {
  expect(landingSentence(undefined, blocks)).toBe('');
  expect(hasNoEquivalency(undefined)).toBe(false);
});

test('a credit is titled as it was typed, else by the catalog, else by the course’s id, else by its own', () => {
  const typed = { title: 'Old art', semesterHours: 3, level: 'lower-division', source: 'college' } as const;
  const titles = new Map([['example/art', { title: 'Art' }]]);
  const title = (more: Partial<PlannedCredit>) => titleOfCredit({ id: 'c1', status: 'planned', ...more }, titles);
  expect(title({ course: 'example/art', typed })).toBe('Old art');
  expect(title({ course: 'example/art' })).toBe('Art');
  expect(title({ course: 'gone/course' })).toBe('gone/course');
  expect(title({})).toBe('c1');
});

test('a block has its title, and one that the degree lost its id', () => {
  expect(titleOfBlock(blocks, 'major')).toBe('Humanities');
  expect(titleOfBlock(blocks, 'gone')).toBe('gone');
});

test('a pin that cannot be kept is told of its own credit', () => {
  const credits = [
    planned('c1', 'philosophy', { pins: [{ part: 0, block: 'calculus', use: true }] }),
    planned('c2', 'art'),
  ];
  const audit = auditDegree({ degree, school, equivalencies, courses, credits, today: '2026-11-22' });
  const landings = landingsOf(audit, credits, equivalencies);
  expect(landings.get('c1')?.setAside).toEqual([{ credit: 'c1', part: 0, block: 'calculus', reason: 'does-not-fit' }]);
  expect(landings.get('c2')?.setAside).toEqual([]);
  expect([landings.get('c1')?.listed, landings.size]).toEqual([true, 2]);
});

test('a course is not listed where only a reviewer or one student’s plan names it, nor a typed one', () => {
  const credits: PlannedCredit[] = [
    planned('c1', 'hinted'),
    planned('c2', 'exam-a'),
    {
      id: 'c3',
      status: 'planned',
      typed: { title: 'Art', semesterHours: 3, level: 'lower-division', source: 'college' },
    },
  ];
  const audit = auditDegree({ degree, school, equivalencies, courses, credits, today: '2026-11-22' });
  const landings = landingsOf(audit, credits, equivalencies);
  expect(credits.map(({ id }) => landings.get(id)?.listed)).toEqual([false, false, false]);
});

test('what the school lists without hours has its equivalency, and so has what it refuses', () => {
  const refused = (reason: NotAccepted['reason']): NotAccepted => ({ credit: 'c1', title: 'Art', reason, sources: [] });
  const unknown = (...reasons: NotAccepted['reason'][]) =>
    [true, false, undefined].map((listed) =>
      hasNoEquivalency({ parts: [], notAccepted: reasons.map(refused), ...(listed !== undefined && { listed }) }),
    );
  expect(unknown('hours-not-known')).toEqual([false, true, true]);
  expect(unknown('not-accepted-by-school')).toEqual([false, false, false]);
  expect(unknown('not-accepted-by-school', 'no-recommendation')).toEqual([false, true, true]);
});
