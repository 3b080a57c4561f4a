/** When courses begin that are not begun: the beginnings worked out, against those of plans that the page itself makes. */
import { describe, expect, test } from 'vitest';
import { completePlan } from '../../../src/engine/completion.ts';
import { addDays } from '../../../src/planner/days.ts';
import { firstWishes } from '../../../src/planner/finish/completion.ts';
import { plannedCourse } from '../../../src/planner/finish/take-plan.ts';
import type { PlanCredit } from '../../../src/planner/plan/plan.ts';
import { trailsOf } from '../../../src/planner/trail/credit-trail.ts';
import { coursesAtATime, laterStarts } from '../../../src/planner/trail/trail-starts.ts';
import { weekOf } from '../../../src/planner/trail/trail-week.ts';
import { laterWords } from '../../../src/planner/trail/wording-trail.ts';
import { catalogDegrees, forAll } from '../../engine/complete/catalog-input.ts';
import { credit, doneOn, facts, today } from './example-route.ts';
import { factsAt } from './trail-facts.ts';

/** Credits of the made-up course without an end of its recommendation, planned for these days. */
const planned = (...ends: readonly (string | undefined)[]): PlanCredit[] =>
  ends.map((completedOn, at) =>
    credit({ id: `c${at + 1}`, course: 'example/ethics', ...(completedOn === undefined ? {} : { completedOn }) }),
  );
const later = (credits: readonly PlanCredit[], day = today, at = facts) =>
  laterStarts(credits, trailsOf({ credits }, at, day), at, day).map(({ credit: of, on }) => [of, on]);

test('a course begins when, of those that end before it, all but one are done', () => {
  expect(later(planned('2027-01-10', '2027-02-10', '2027-03-10', '2027-04-10'))).toEqual([
    ['c3', '2027-01-10'],
    ['c4', '2027-02-10'],
  ]);
});

test('courses of one last day begin together', () => {
  const [first, second] = ['2027-02-01', '2027-06-01'];
  expect(later(planned(first, first, first, second, second))).toEqual([
    ['c4', first],
    ['c5', first],
  ]);
});

test('what has no day, and what nothing comes before, begins today', () => {
  expect(later(planned(undefined, '2028-05-01', '2028-06-01', undefined))).toEqual([]);
});

test('what begins within four weeks is for this week', () => {
  const ends = (first: string) => planned(first, first, '2027-04-01');
  expect(later(ends(addDays(today, 28)))).toEqual([]);
  expect(later(ends(addDays(today, 29)))).toEqual([['c3', addDays(today, 29)]]);
  // As time goes by it comes near.
  expect(later(ends(addDays(today, 29)), addDays(today, 1))).toEqual([]);
});

test('what is begun, only thought about or past its time begins no later, and only what is planned takes time', () => {
  const four = planned('2027-02-01', '2027-02-01', '2027-05-01', '2027-08-01');
  const but = (more: Partial<PlanCredit>, at = 2) =>
    four.map((one, place) => (place === at ? { ...one, ...more } : one));
  expect(later(but({})).map(([of]) => of)).toEqual(['c3', 'c4']);
  for (const more of [
    { status: 'in-progress' },
    { trail: doneOn({ enroll: '2026-11-01' }) },
    { trail: { membership: { since: '2026-11-01', months: 1 } } },
  ] satisfies Partial<PlanCredit>[])
    expect(later(but(more))).toEqual([['c4', '2027-02-01']]);
  expect(later(but({ status: 'considering' }))).toEqual([['c4', '2027-02-01']]);
  expect(later(but({ trail: doneOn({ 'exu--apply': '2026-11-01' }) })).map(([of]) => of)).toEqual(['c3', 'c4']);
  // One of the two before it is only thought about, or done: there is time for the third today.
  expect(later(but({ status: 'considering' }, 0).slice(0, 3))).toEqual([]);
  expect(later(but({ status: 'completed', completedOn: '2026-11-01' }, 0).slice(0, 3))).toEqual([]);
  // Its recommendation ends before it would be done.
  expect(later(but({ course: 'example/biology', completedOn: '2027-07-10' }), '2026-11-28')).toContainEqual([
    'c4',
    '2027-02-01',
  ]);
});

test('an exam that is booked ends on its day', () => {
  const exam = { on: '2027-02-20', at: '09:00', zone: 'Africa/Lagos' };
  const [first, ...others] = planned('2027-01-10', '2027-02-10', '2027-04-10');
  expect(later([{ ...first!, trail: { exam } }, ...others])).toEqual([['c3', '2027-02-10']]);
});

test('an exam that is given in some months only is signed up for long before', () => {
  const credits = planned('2027-02-01', '2027-02-01', '2027-05-01');
  expect(later(credits, today, { ...facts, inSomeMonths: ['other'] })).toEqual([['c3', '2027-02-01']]);
  expect(later(credits, today, { ...facts, inSomeMonths: ['example'] })).toEqual([]);
});

test('it is said how many begin later, and when', () => {
  const [one, two] = ['2027-01-10', '2027-02-10'].map((on, at) => ({ credit: `c${at}`, title: 'Ethics', on }));
  expect(laterWords([one!])).toBe('1 course begins later, about 10 January 2027');
  expect(laterWords([one!, two!])).toBe('2 courses begin later, the first of them about 10 January 2027');
});

describe('a plan that the finish page makes', () => {
  const usual = { ...firstWishes, coursesAtATime };
  const degrees = catalogDegrees.filter(({ id }) => /^(?:tesu|charter-oak|excelsior)\/b/.test(id)).slice(0, 12);

  test.for(degrees.map((degree) => [degree.id, degree] as const))('%s', ([, degree]) => {
    const from = forAll.today;
    const { courses } = completePlan({ ...forAll, ...degree, wishes: usual }, undefined, { parts: 10, work: 1e6 });
    const credits = courses.map((one, at): PlanCredit => ({ id: `c${at + 1}`, ...plannedCourse(one) }));
    const known = { ...factsAt('tesu'), courses: forAll.courses };
    const trails = trailsOf({ credits }, known, from);
    const starts = laterStarts(credits, trails, known, from);
    const held = new Set(starts.map(({ credit: of }) => of));
    const signUps = new Set(
      weekOf(credits, trails, [], starts, from).flatMap(({ credit: of, step }) =>
        step?.includes('--') ? [] : (of ?? []),
      ),
    );
    // What it starts this week is told, and little else: the rest of some years is not.
    courses.forEach(({ startOn }, at) => {
      if (startOn <= addDays(from, 6)) expect(held.has(`c${at + 1}`), courses[at]!.course).toBe(false);
    });
    expect(signUps.size).toBeLessThan(courses.length / 2);
    expect(signUps.size + held.size).toBeGreaterThanOrEqual(courses.length);
    expect(coursesAtATime).toBe(firstWishes.coursesAtATime);
  });
});
