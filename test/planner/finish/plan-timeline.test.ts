import { expect, test } from 'vitest';
import type { Completion } from '../../../src/engine/completion.ts';
import { timelineOf } from '../../../src/planner/finish/plan-timeline.ts';

const today = '2026-11-22';
const course = (id: string, startOn: string, finishOn: string, membership?: string): Completion['courses'][number] =>
  ({
    course: `${id}/1`,
    provider: id,
    startOn,
    finishOn,
    way: { fees: [], unknown: [], ...(membership && { membership }) },
  }) as unknown as Completion['courses'][number];
const timeline = (more: object) =>
  timelineOf(
    {
      courses: [],
      memberships: [],
      finishOn: today,
      residence: { semesterHours: 0 },
      ...more,
    } as unknown as Completion,
    today,
  );
/** Places with no more than a hundredth of a percent. */
const round = ({ from, to }: { from: number; to: number }) => [from, to].map((place) => Math.round(place * 100) / 100);

test('courses, their memberships and transcripts lie where their days are on the line', () => {
  const { bars, courses, until } = timeline({
    // A hundred days, of which each takes 0.84 percent of the picture.
    finishOn: '2027-03-02',
    memberships: [{ membership: 'sophia/1', from: '2026-11-22', to: '2026-12-22' }],
    courses: [
      course('sophia', '2026-11-22', '2026-12-02', 'sophia/1'),
      course('clep', '2027-01-11', '2027-01-31'),
      { ...course('clep', '2026-12-02', '2026-12-12'), course: 'clep/2' },
      { ...course('clep', '2026-12-12', '2027-01-21'), course: 'clep/3' },
      course('dsst', '2026-12-22', '2027-01-01'),
    ],
    residence: { semesterHours: 3 },
  });
  expect(bars.map(({ kind, id, days, ...span }) => [kind, id, days, round(span)])).toEqual([
    ['membership', 'sophia/1', ['2026-11-22', '2026-12-22'], [0, 25.2]],
    ['courses', 'clep', ['2026-12-02', '2027-01-31'], [8.4, 58.8]],
    ['courses', 'dsst', ['2026-12-22', '2027-01-01'], [25.2, 33.6]],
    ['transcripts', 'transcripts', ['2027-01-31', '2027-03-02'], [58.8, 84]],
    ['at-school', 'evaluation', undefined, [84, 100]],
    ['at-school', 'residence', undefined, [84, 100]],
  ]);
  expect([...courses].map(([id, span]) => [id, round(span)])).toEqual([
    ['sophia/1', [0, 8.4]],
    ['clep/1', [42, 58.8]],
    ['clep/2', [8.4, 16.8]],
    ['clep/3', [16.8, 50.4]],
    ['dsst/1', [25.2, 33.6]],
  ]);
  expect(until).toBe('2027-03-02');
});

test('the line lasts as long as the last membership, and a bar without a day can still be seen', () => {
  const { bars, courses, until } = timeline({
    finishOn: '2027-03-02',
    memberships: [{ membership: 'sophia/1', from: '2026-11-22', to: '2027-06-10' }],
    courses: [course('clep', '2027-06-10', '2027-06-10'), { ...course('clep', today, today), course: 'clep/2' }],
  });
  expect(until).toBe('2027-06-10');
  expect(round(courses.get('clep/1')!)).toEqual([82.5, 84]);
  expect(round(courses.get('clep/2')!)).toEqual([0, 1.5]);
  expect(bars.map(({ id }) => id)).toEqual(['sophia/1', 'clep', 'transcripts', 'evaluation']);
});

test('with nothing to study only the school’s answer is left, from today', () => {
  const { bars, courses, until } = timeline({});
  expect(bars).toEqual([{ kind: 'at-school', id: 'evaluation', from: 84, to: 100 }]);
  expect([courses.size, until]).toEqual([0, today]);
});
