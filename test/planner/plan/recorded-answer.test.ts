import { expect, test } from 'vitest';
import type { Decision } from '../../../src/engine/index.ts';
import { coursesNamedIn } from '../../../src/planner/plan/named-blocks.ts';
import { checkAnswer } from '../../../src/planner/plan/decision-entry.ts';
import { answerFieldsOf, keepUntouched } from '../../../src/planner/plan/recorded-answer.ts';
import { degree, school } from '../../engine/example-university.ts';

const known = { school, named: coursesNamedIn(degree) };
const recorded: Decision = {
  becomes: [
    {
      semesterHours: 3,
      level: 'upper-division',
      title: 'Ethics for Nurses',
      schoolCourse: 'NUR-3010',
      areas: ['science'],
    },
    { semesterHours: 1.5, level: 'lower-division', title: 'As the letter says', subject: 'PHI' },
    { semesterHours: 1, level: 'lower-division', title: 'Free elective' },
  ],
  decidedOn: '2026-09-01',
  by: 'Registrar',
};

/** What would be recorded of the form, once these fields of its first part are typed over. */
function savedWith(typed: object) {
  const fields = answerFieldsOf(recorded);
  const after = { ...fields, parts: fields.parts.map((part, i) => (i === 0 ? { ...part, ...typed } : part)) };
  const checked = checkAnswer(after, undefined, known);
  return 'becomes' in checked ? keepUntouched(checked.becomes, after, recorded) : checked;
}

test('a recorded answer comes out of its form as it went in, with the titles and areas that no field shows', () => {
  expect(savedWith({})).toEqual(recorded.becomes);
});

test('a part that is typed over changes, keeps its area, and leaves the others as they were', () => {
  const [, ...others] = recorded.becomes;
  expect(savedWith({ hours: '2' })).toEqual([
    { semesterHours: 2, level: 'upper-division', title: 'NUR-3010', schoolCourse: 'NUR-3010', areas: ['science'] },
    ...others,
  ]);
});

test('a refusal stands in the form as a no', () => {
  expect(answerFieldsOf({ becomes: [] }).answer).toBe('no');
});
