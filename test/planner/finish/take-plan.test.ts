import { expect, test } from 'vitest';
import type { ChosenCourse } from '../../../src/engine/completion.ts';
import { isTaken, plannedCourse, takePlan } from '../../../src/planner/finish/take-plan.ts';
import { planOf } from '../example-catalog.ts';

const chosen = (course: string, finishOn = '2027-02-01'): ChosenCourse =>
  ({ course, finishOn }) as unknown as ChosenCourse;
const typed = { title: 'Art', semesterHours: 3, level: 'lower-division', source: 'college' } as const;
const plan = planOf(
  { course: 'a', status: 'completed', completedOn: '2026-01-01' },
  { course: 'b', status: 'planned', score: 50 },
  { course: 'c', status: 'considering' },
  { typed, status: 'planned' },
);
const taken = (keepPlanned: boolean, ...courses: readonly ChosenCourse[]) => {
  const answer = takePlan(plan, { courses }, { keepPlanned });
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.plan;
};
const [done, planned, considered, typedCourse] = plan.credits;

test('a chosen course is planned for the day on which it would be done', () => {
  expect(plannedCourse(chosen('a'))).toEqual({ course: 'a', status: 'planned', completedOn: '2027-02-01' });
});

test('what is chosen is added to what stays; what is there already keeps its own dates', () => {
  expect(taken(true, chosen('c'), chosen('d')).credits).toEqual([
    ...plan.credits,
    { id: 'c5', course: 'd', status: 'planned', completedOn: '2027-02-01' },
  ]);
});

test('where others may take their place, a course chosen again has its new date and the others go', () => {
  expect(taken(false, chosen('b'), chosen('d', '2027-03-01')).credits).toEqual([
    done,
    { id: 'c2', course: 'b', status: 'planned', completedOn: '2027-02-01' },
    typedCourse,
    { id: 'c5', course: 'd', status: 'planned', completedOn: '2027-03-01' },
  ]);
});

test('a course that is done keeps its date, though it is chosen', () => {
  expect(taken(false, chosen('a'), chosen('b'), chosen('c')).credits[0]).toEqual(done);
});

test('a plan is taken where all its courses are there', () => {
  const has = (...ids: readonly string[]) => isTaken(plan, { courses: ids.map((id) => chosen(id)) });
  expect([has(), has('a'), has('a', 'c'), has('a', 'd'), has('d')]).toEqual([true, true, true, false, false]);
  expect([planned?.course, considered?.course]).toEqual(['b', 'c']);
});
