import { expect, test } from 'vitest';
import { calendarText } from '../../../src/planner/trail/calendar.ts';
import { calendarOf } from '../../../src/planner/trail/trail-calendar.ts';
import type { TrailEvent } from '../../../src/planner/trail/trail-types.ts';
import { examTimeWords } from '../../../src/planner/trail/wording-trail.ts';

const plan = { id: 'p-1', revision: 7 };
const page = 'https://site.example/trail/';
const events: readonly TrailEvent[] = [
  {
    id: 'c1.finish',
    kind: 'finish',
    title: 'Planned end: Ethics',
    on: '2026-11-01',
    credit: 'c1',
    certainty: 'expected',
  },
  {
    id: 'c2.exam',
    kind: 'exam',
    title: 'Exam: Biology',
    on: '2026-12-05',
    slot: { on: '2026-12-05', at: '19:30', zone: 'Africa/Lagos' },
    credit: 'c2',
    certainty: 'fixed',
  },
  { id: 'school.deadline.x', kind: 'school-deadline', title: 'Last day', on: '2026-12-05', certainty: 'fixed' },
];

test('days that are over are left out; the others keep their ids and rise with the plan', () => {
  const entries = calendarOf(plan, events, '2026-11-28', page);
  expect(entries.map(({ id, revision }) => [id, revision])).toEqual([
    ['p-1.c2.exam', 7],
    ['p-1.school.deadline.x', 7],
  ]);
});

test('an exam is a slot in its own zone and says so; a deadline is a whole day', () => {
  const [exam, deadline] = calendarOf(plan, events, '2026-11-28', page);
  expect(exam).toMatchObject({ start: { on: '2026-12-05', at: '19:30', zone: 'Africa/Lagos' } });
  expect(exam?.description).toContain('5 December 2026, 19:30, in the time of Lagos');
  expect(deadline?.start).toBe('2026-12-05');
});

test('a day that somebody set is from the plan; one that is worked out says that it is no promise', () => {
  const descriptions = calendarOf(plan, events, '2026-11-01', page).map(({ description }) => description);
  expect([descriptions[0], descriptions[2]]).toEqual([
    'Worked out from your plan and usual times: 1 November 2026 is not a promise.',
    'From your plan.',
  ]);
});

test('an entry has the event’s title and the address where the plan is worked on; today is not over', () => {
  const [first] = calendarOf(plan, events, '2026-11-01', page);
  expect(first).toMatchObject({ title: 'Planned end: Ethics', url: page });
});

test('an exam’s entry takes an hour, and says that nobody knows how long the exam is', () => {
  const [exam] = calendarOf(plan, events, '2026-11-28', page);
  expect(exam?.start).toMatchObject({ minutes: 60 });
  expect(exam?.description).toBe(
    'It was booked for 5 December 2026, 19:30, in the time of Lagos. How long it takes is not known here: this entry takes 60 minutes.',
  );
});

test.for([
  ['the day before', 'exam', 1],
  ['two days before', 'renewal', 2],
  ['a week before', 'finish', 7],
  ['a week before', 'course-ends', 7],
  ['a week before', 'school-starts', 7],
  ['a week before', 'appeal-closes', 7],
  ['two weeks before', 'lapse', 14],
  ['two weeks before', 'window-closes', 14],
  ['two weeks before', 'school-deadline', 14],
  ['on the day itself', 'expected', 0],
] as const)('a reminder comes %s: %s', ([, kind, days]) => {
  const [entry] = calendarOf(plan, [{ ...events[2]!, kind }], '2026-11-28', page);
  expect(entry?.remindDaysBefore).toBe(days);
});

test('an exam in a zone that the device does not know is a whole day', () => {
  const slot = { on: '2026-12-05', at: '19:30', zone: 'Mars/Olympus_Mons' };
  const [exam] = calendarOf(plan, [{ ...events[1]!, slot }], '2026-11-28', page);
  expect(exam?.start).toBe('2026-12-05');
  expect(exam?.description).toContain('in the time of Olympus Mons');
});

test.for([
  ['Asia/Kathmandu', '19:30, time of Kathmandu'],
  ['Africa/Lagos', '19:30, time of Kathmandu; on your clock 14:45'],
  ['Pacific/Auckland', '19:30, time of Kathmandu; on your clock 6 December 2026, 02:45'],
])('an exam in Kathmandu, for a reader in %s', ([here, words]) => {
  expect(examTimeWords({ on: '2026-12-05', at: '19:30', zone: 'Asia/Kathmandu' }, here!)).toBe(words);
});

test('the entries make a file for calendars', () => {
  const text = calendarText(calendarOf(plan, events, '2026-11-28', page), '2026-11-28T10:00:00Z');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(text).toContain('DTSTART:20261205T183000Z');
});
