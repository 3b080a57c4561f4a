/** Courses of one plan with the same title: what is said to tell them apart. */
import { describe, expect, test } from 'vitest';
import { completePlan, type Aim } from '../../../src/engine/completion.ts';
import { sameTitleSentences } from '../../../src/planner/finish/same-title.ts';
import { catalogDegrees, forAll } from '../../engine/complete/catalog-input.ts';

type Given = Parameters<typeof sameTitleSentences>[0][number];

type Part = Given['accepted'][number];

const course = (id: string, kind: Part['kind'], title: string, more: Partial<Part> = {}): Given => ({
  course: id,
  accepted: [{ certainty: 'published', kind, title, ...more } as Part],
});
const titles: Readonly<Record<string, string>> = {
  'a/hr': 'Human Resources',
  'b/hr': 'Human Resources',
  'a/art': 'Art',
};
const said = (...courses: readonly Given[]) => [...sameTitleSentences(courses, (id) => titles[id]!, 'EXU')];

test('of two courses of one title it is said which of the school’s courses each becomes', () => {
  const lower = course('a/hr', 'direct-course', 'Personnel', { schoolCourse: 'HRM-2310' });
  const upper = course('b/hr', 'direct-course', 'Human Resources', { schoolCourse: 'MAN-3310' });
  expect(said(lower, course('a/art', 'direct-course', 'Art', { schoolCourse: 'ART-1010' }), upper)).toEqual([
    ['a/hr', 'Another course of this plan has the same title. This one becomes HRM-2310 Personnel.'],
    ['b/hr', 'Another course of this plan has the same title. This one becomes MAN-3310 Human Resources.'],
  ]);
});

test('where one of them becomes no course of the school’s own, the school is to be asked', () => {
  const [direct, elective] = [
    course('a/hr', 'direct-course', 'Personnel', { schoolCourse: 'HRM-2310' }),
    course('b/hr', 'general-elective', 'Free elective'),
  ];
  const ask = 'Ask EXU whether it gives credit for both before you pay.';
  expect(said(direct, elective).map(([, words]) => words)).toEqual([
    `Another course of this plan has the same title. This one becomes HRM-2310 Personnel. ${ask}`,
    `Another course of this plan has the same title. This one becomes Free elective. ${ask}`,
  ]);
});

test('where nothing says what one of them becomes, that is said', () => {
  const direct = course('a/hr', 'direct-course', 'Personnel', { schoolCourse: 'HRM-2310' });
  const open = course('b/hr', 'general-elective', 'Human Resources', { certainty: 'recommended' });
  expect(said(direct, open)[1]![1]).toBe(
    'Another course of this plan has the same title. What this one becomes at EXU is not published. ' +
      'Ask EXU whether it gives credit for both before you pay.',
  );
});

test('nothing is said of courses whose titles differ', () => {
  expect(said(course('a/hr', 'direct-course', 'A'), course('a/art', 'direct-course', 'A'))).toEqual([]);
});

describe('plans of the catalog', () => {
  const degrees = catalogDegrees.filter(({ degree }) => degree.award === 'bachelor');

  test.for(['cheapest', 'fastest', 'safest'] satisfies Aim[])('no two courses become one course there: %s', (aim) => {
    let alike = 0;
    for (const degree of degrees) {
      const wishes = { ...forAll.wishes, aim };
      const { courses } = completePlan({ ...forAll, ...degree, wishes }, undefined, { parts: 5, work: 1e6 });
      const direct = courses.flatMap(({ accepted }) =>
        accepted.flatMap(({ kind, schoolCourse }) => (kind === 'direct-course' ? (schoolCourse ?? []) : [])),
      );
      expect(direct.length - new Set(direct).size, degree.id).toBe(0);
      alike += sameTitleSentences(courses, (id) => forAll.courses.get(id)!.title, 'X').size;
    }
    // There are such courses: the words are not for nothing.
    expect(alike).toBeGreaterThan(0);
  });
});
