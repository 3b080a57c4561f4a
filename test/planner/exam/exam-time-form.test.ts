import { expect, test } from 'vitest';
import {
  checkExamTime,
  examTimeFromLink,
  examTimeLink,
  noCity,
  timeOf,
  typedHours,
  type ExamFields,
} from '../../../src/planner/exam/exam-time-form.ts';
import { findCities } from '../../../src/planner/exam/zone-cities.ts';
import { placeOf } from '../../../src/planner/exam/time-zones.ts';

const fields: ExamFields = {
  name: ' Calculus ',
  day: '8',
  month: '12',
  year: '2026',
  at: '19:30',
  zone: 'America/New_York',
  minutes: '120',
  here: 'Asia/Kolkata',
  proctor: '',
  hours: '',
  from: '',
  to: '',
};
const always = new Map([['service', 'always' as const]]);
const check = (more: Partial<ExamFields>) => checkExamTime({ ...fields, ...more }, always);

test('what is typed is asked, with the hours of the service that was chosen', () => {
  const slot = { on: '2026-12-08', at: '19:30', zone: 'America/New_York', minutes: 120 };
  const asked = { name: 'Calculus', slot, here: 'Asia/Kolkata', proctor: undefined, hours: undefined };
  expect(check({})).toEqual({ asked });
  expect(check({ hours: 'service' })).toEqual({ asked: { ...asked, hours: 'always' } });
  expect(check({ hours: 'service', from: '9 am', to: 'late' })).toEqual({ asked: { ...asked, hours: 'always' } });
});

test('hours that are typed are on the proctor’s clock, and on that of the slot where no proctor is named', () => {
  const typed = { hours: typedHours, from: '9 am', to: '17:00' };
  const hours = (more: Partial<ExamFields>) => {
    const checked = check({ ...typed, ...more });
    return 'asked' in checked && checked.asked.hours;
  };
  expect(hours({})).toEqual({ from: '09:00', to: '17:00', zone: 'America/New_York' });
  expect(hours({ proctor: 'Europe/London' })).toEqual({ from: '09:00', to: '17:00', zone: 'Europe/London' });
});

test.for<[Partial<ExamFields>, string, string]>([
  [{ day: '31', month: '11' }, 'date', 'Date must be a real day, like 22 11 2026'],
  [{ day: '8th' }, 'date', 'Date must be a real day, like 22 11 2026'],
  [{ day: 'x8' }, 'date', 'Date must be a real day, like 22 11 2026'],
  [{ month: '13' }, 'date', 'Date must be a real day, like 22 11 2026'],
  [{ month: 'Dec' }, 'date', 'Date must be a real day, like 22 11 2026'],
  [{ year: '1999' }, 'date', 'Date must be a real day, like 22 11 2026'],
  [{ year: '20260' }, 'date', 'Date must be a real day, like 22 11 2026'],
  [{ year: 'x2026' }, 'date', 'Date must be a real day, like 22 11 2026'],
  [{ at: '25:00' }, 'at', 'Time must be like 19:30 or 7:30 pm'],
  [{ zone: 'Mars/Base' }, 'zone', 'Choose the city whose clock the time is in'],
  [{ minutes: '0' }, 'minutes', 'Length must be from 1 to 600 minutes'],
  [{ minutes: '601' }, 'minutes', 'Length must be from 1 to 600 minutes'],
  [{ minutes: '90m' }, 'minutes', 'Length must be from 1 to 600 minutes'],
  [{ minutes: 'x90' }, 'minutes', 'Length must be from 1 to 600 minutes'],
  [{ here: '' }, 'here', 'Choose your city'],
  [{ proctor: noCity }, 'proctor', 'Choose a city for the proctor, or leave it empty'],
  [{ hours: typedHours, to: '5 pm' }, 'from', 'Opening time must be like 09:00 or 9 am'],
  [{ hours: typedHours, from: '9 am' }, 'to', 'Closing time must be like 17:00 or 5 pm'],
])('with %j the mistake is at the field "%s"', ([more, field, words]) => {
  expect(check(more)).toEqual({ problems: [{ field, words }] });
});

test('spaces do no harm, and an exam may last a minute or ten hours', () => {
  const asked = check({ day: ' 8 ', month: ' 12 ', year: ' 2026 ', minutes: ' 600 ' });
  expect(asked).toMatchObject({ asked: { slot: { on: '2026-12-08', minutes: 600 } } });
  expect(check({ minutes: '1' })).toMatchObject({ asked: { slot: { minutes: 1 } } });
});

test.for([
  ['19:30', '19:30'],
  ['7.30 pm', '19:30'],
  ['19h30', '19:30'],
  ['19h', '19:00'],
  ['1930', '19:30'],
  ['7 30 pm', '19:30'],
  ['19 30', undefined],
  ['7pm', '19:00'],
  [' 7 P.M. ', '19:00'],
  ['12 am', '00:00'],
  ['12:59 pm', '12:59'],
  ['1 am', '01:00'],
  ['9:05', '09:05'],
  ['00:00', '00:00'],
  ['23:59', '23:59'],
  ['24:00', undefined],
  ['7', undefined],
  ['13 pm', undefined],
  ['0 am', undefined],
  ['7:60', undefined],
  ['at 7:30', undefined],
  ['7:30 or so', undefined],
  ['', undefined],
])('the time "%s" is %s', ([typed, time]) => {
  expect(timeOf(typed!)).toBe(time);
});

test('an address has what is filled in, but not the reader’s own city where the device says it', () => {
  expect(examTimeLink({ ...fields, name: '' }, 'Asia/Kolkata')).toBe(
    'on=2026-12-08&at=19%3A30&zone=America%2FNew_York&minutes=120',
  );
  expect(examTimeLink({ ...fields, name: '', day: '' }, 'Europe/London')).toBe(
    'at=19%3A30&zone=America%2FNew_York&minutes=120&here=Asia%2FKolkata',
  );
});

test.for<[string, Partial<ExamFields> | undefined]>([
  ['#on=2026-12-08', { day: '08', month: '12', year: '2026' }],
  ['on=2026-12-08', { day: '08', month: '12', year: '2026' }],
  ['#on=x2026-12-08', undefined],
  ['#on=2026-12-081', undefined],
  ['#on=soon&at=19:30', { at: '19:30' }],
  ['#zone=Mars/Base&here=Nowhere&proctor=?', undefined],
  [
    '#zone=Asia/Tokyo&here=Europe/London&proctor=America/Lima',
    { zone: 'Asia/Tokyo', here: 'Europe/London', proctor: 'America/Lima' },
  ],
  ['#name=Mars/Base', { name: 'Mars/Base' }],
  [`#name=${'n'.repeat(200)}`, { name: 'n'.repeat(100) }],
  ['#other=1', undefined],
  ['', undefined],
])('the address %s fills in %j', ([address, filled]) => {
  expect(examTimeFromLink(address)).toEqual(filled);
});

test('a zone is named for its place', () => {
  expect(['America/Indiana/Knox', 'America/New_York', 'UTC'].map(placeOf)).toEqual(['Knox', 'New York', 'UTC']);
});

test('cities are found by the beginning of their name before that of a later word, their country or their zone', () => {
  const names = (typed: string, most = 4) => findCities(typed, most).map(({ name }) => name);
  expect(names('new york', 1)).toEqual(['New York']);
  expect(names('NEW')[0]).toMatch(/^New/);
  expect(names('york')[0]).toBe('New York');
  expect(names('sao paulo')[0]).toBe('São Paulo');
  expect([names(''), names('  '), names('qqq')]).toEqual([[], [], []]);
  expect(names('a', 2)).toHaveLength(2);
});
