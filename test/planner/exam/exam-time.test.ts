import fc from 'fast-check';
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
import { clockChanges, dayStrip, examTime, type ExamAsked } from '../../../src/planner/exam/exam-time.ts';
import { cityOf } from '../../../src/planner/exam/zone-cities.ts';
import {
  aheadWords,
  changeWords,
  dateChangeWords,
  dayWords,
  momentWords,
  offsetWords,
  slotWords,
} from '../../../src/planner/exam/wording-exam-time.ts';

const nameOf = (zone: string) => cityOf(zone).name;
const now = Date.parse('2026-11-28T09:00Z');
const asked = (on: string, at: string, more: Partial<ExamAsked> = {}): ExamAsked => ({
  name: '',
  slot: { on, at, zone: 'America/New_York', minutes: 120 },
  here: 'Asia/Kolkata',
  ...more,
});

test('an evening in New York is the next morning in Kolkata', () => {
  const { shown, atNight, changes } = examTime(asked('2026-12-08', '20:00'), now);
  const [here, there] = shown;
  expect(`${dayWords(here.starts.on)}, ${slotWords(here)}`).toBe(
    'Wednesday 9 December 2026, 06:30 (6:30 am) to 08:30 (8:30 am)',
  );
  expect(dateChangeWords(here.daysLater)).toBe('the next day');
  expect(offsetWords(here.offset)).toBe('UTC+5:30');
  expect(there && aheadWords(there, here)).toBe('10 hours 30 minutes behind you');
  expect([atNight, changes]).toEqual([false, []]);
});

test.for([
  ['Africa/Lagos', '2026-12-09', '02:00', true],
  ['America/Sao_Paulo', '2026-12-08', '22:00', true],
  ['Asia/Kathmandu', '2026-12-09', '06:45', false],
  ['Pacific/Honolulu', '2026-12-08', '15:00', false],
] as const)('the same evening in %s is %s, %s', ([here, on, at, atNight]) => {
  const time = examTime(asked('2026-12-08', '20:00', { here }), now);
  expect(time.shown[0].starts).toEqual({ on, at });
  expect(time.atNight).toBe(atNight);
});

test('a slot in the reader’s own zone is shown once, and a proctor in the zone of the slot only once more', () => {
  expect(examTime(asked('2026-12-08', '20:00', { here: 'America/New_York' }), now).shown).toHaveLength(1);
  expect(examTime(asked('2026-12-08', '20:00', { proctor: 'America/New_York' }), now).shown).toHaveLength(2);
  expect(examTime(asked('2026-12-08', '20:00', { proctor: 'Europe/London' }), now).shown).toHaveLength(3);
});

test('it is said when the difference changes before the exam, and only then', () => {
  const { changes } = examTime(asked('2027-03-20', '20:00'), now);
  expect(changes.map((change) => changeWords(change, nameOf))).toEqual([
    'Clocks in New York are put forward by 1 hour on Sunday 14 March 2027.',
  ]);
  expect(examTime(asked('2027-03-13', '20:00'), now).changes).toEqual([]);
  // Both have changed by then, and stand as they do today.
  expect(examTime(asked('2027-04-20', '20:00', { here: 'Europe/Berlin' }), now).changes).toEqual([]);
  expect(examTime(asked('2027-03-20', '20:00', { here: 'Europe/Berlin' }), now).changes).toHaveLength(1);
});

test('every change of a zone is found, on the day its clocks show', () => {
  const [from, to] = [Date.parse('2026-01-01'), Date.parse('2027-01-01')];
  expect(clockChanges('Australia/Lord_Howe', from, to)).toEqual([
    { zone: 'Australia/Lord_Howe', on: '2026-04-05', minutes: -30 },
    { zone: 'Australia/Lord_Howe', on: '2026-10-04', minutes: 30 },
  ]);
  expect(clockChanges('Asia/Kolkata', from, to)).toEqual([]);
});

test('a time that comes twice or never is named', () => {
  const words = (on: string, at: string) =>
    momentWords(examTime(asked(on, at), now), { at, zone: 'America/New_York' }, nameOf);
  expect(words('2027-11-07', '01:30')).toContain('so 01:30 comes twice. This is the first one.');
  expect(words('2027-11-07', '01:30')).toContain('the second is 1 hour later');
  expect(words('2027-03-14', '02:30')).toContain('so 02:30 does not exist. It is read as 03:30.');
  expect(words('2027-03-14', '04:30')).toBe('');
});

test('the night is from 23 to 6, to the minute', () => {
  const night = (at: string, minutes: number) =>
    examTime({ ...asked('2026-12-08', at), slot: { on: '2026-12-08', at, zone: 'Asia/Kolkata', minutes } }, now)
      .atNight;
  expect([
    night('06:00', 60),
    night('05:59', 1),
    night('21:00', 120),
    night('21:00', 121),
    night('12:00', 600),
  ]).toEqual([false, true, false, true, false]);
});

test('opening hours elsewhere lie on the reader’s day in parts', () => {
  const question = asked('2026-12-08', '09:00', { hours: { from: '08:00', to: '17:00', zone: 'America/New_York' } });
  const strip = dayStrip(question, examTime(question, now));
  // 08:00 to 17:00 in New York is 18:30 to 03:30 in Kolkata.
  const rounded = strip.open?.map(({ from, to }) => [from, to].map((x) => Math.round((x * 24 * 60) / 100)));
  expect(rounded).toEqual([
    [0, 210],
    [18.5 * 60, 1440],
  ]);
  expect(strip.slotIsOpen).toBe(true);
  const early = { ...question, slot: { ...question.slot, at: '07:30' } };
  expect(dayStrip(early, examTime(early, now)).slotIsOpen).toBe(false);
});

test('hours past midnight and hours without a break are one opening', () => {
  const overNight = asked('2026-12-08', '23:00', { hours: { from: '20:00', to: '04:00', zone: 'America/New_York' } });
  expect(dayStrip(overNight, examTime(overNight, now)).slotIsOpen).toBe(true);
  const always = asked('2026-12-08', '13:00', { hours: { from: '00:00', to: '00:00', zone: 'America/New_York' } });
  const strip = dayStrip(always, examTime(always, now));
  expect(strip.open).toEqual([{ from: 0, to: 100 }]);
  expect(strip.slotIsOpen).toBe(true);
});

test('a day on which clocks change is as long as it is', () => {
  const question: ExamAsked = {
    name: '',
    slot: { on: '2027-03-14', at: '12:00', zone: 'America/New_York', minutes: 60 },
    here: 'America/New_York',
  };
  const strip = dayStrip(question, examTime(question, now));
  expect(strip.slot.from).toBeCloseTo((11 / 23) * 100);
  expect(strip.ticks.map(({ x }) => Math.round(x))).toEqual([0, 22, 48, 74, 100]);
  expect(strip.open).toBeUndefined();
});

test('an exam that ends after midnight reaches the end of the strip', () => {
  const question: ExamAsked = {
    name: '',
    slot: { on: '2026-12-08', at: '23:00', zone: 'Asia/Kolkata', minutes: 180 },
    here: 'Asia/Kolkata',
    hours: 'always',
  };
  const strip = dayStrip(question, examTime(question, now));
  expect(strip.slot.to).toBe(100);
  expect(strip.slotIsOpen).toBe(true);
});

test.for([
  ['19:30', '19:30'],
  ['7:30 pm', '19:30'],
  ['7.30pm', '19:30'],
  [' 7 PM ', '19:00'],
  ['19h30', '19:30'],
  ['1930', '19:30'],
  ['12 am', '00:00'],
  ['12:15 p.m.', '12:15'],
  ['9:05', '09:05'],
  ['7', undefined],
  ['25:00', undefined],
  ['13 pm', undefined],
  ['9:75', undefined],
  ['noon', undefined],
  ['', undefined],
] as const)('“%s” is read as %s', ([typed, expected]) => {
  expect(timeOf(typed)).toBe(expected);
});

const fields: ExamFields = {
  name: ' CLEP exam ',
  day: '8',
  month: '12',
  year: '2026',
  at: '8 pm',
  zone: 'America/New_York',
  minutes: '90',
  here: 'Asia/Kolkata',
  proctor: '',
  hours: '',
  from: '',
  to: '',
};
const services = new Map([['honorlock', 'always' as const]]);
const problemsOf = (changed: Partial<ExamFields>) => {
  const checked = checkExamTime({ ...fields, ...changed }, services);
  return 'problems' in checked ? checked.problems.map(({ field }) => field) : [];
};

test('what is typed becomes what is asked', () => {
  expect(checkExamTime({ ...fields, hours: 'honorlock' }, services)).toEqual({
    asked: {
      name: 'CLEP exam',
      slot: { on: '2026-12-08', at: '20:00', zone: 'America/New_York', minutes: 90 },
      here: 'Asia/Kolkata',
      proctor: undefined,
      hours: 'always',
    },
  });
  expect(checkExamTime({ ...fields, hours: typedHours, from: '8 am', to: '17:00' }, services)).toMatchObject({
    asked: { hours: { from: '08:00', to: '17:00', zone: 'America/New_York' } },
  });
});

test('each mistake is at its field', () => {
  expect(problemsOf({})).toEqual([]);
  expect(
    problemsOf({ day: '31', month: '2', at: 'noon', zone: '', minutes: '0', here: noCity, proctor: noCity }),
  ).toEqual(['date', 'at', 'zone', 'minutes', 'here', 'proctor']);
  expect(problemsOf({ hours: typedHours })).toEqual(['from', 'to']);
  expect(problemsOf({ day: '', year: '26' })).toEqual(['date']);
});

test('an address leads back to the same fields, on the clock of whoever opens it', () => {
  const link = examTimeLink(fields, 'Asia/Kolkata');
  expect(link).not.toContain('here=');
  expect(examTimeFromLink(`#${link}`)).toEqual({
    ...{
      day: '08',
      month: '12',
      year: '2026',
      name: ' CLEP exam ',
      at: '8 pm',
      zone: 'America/New_York',
      minutes: '90',
    },
  });
  expect(examTimeLink(fields, 'Europe/Berlin')).toContain('here=Asia%2FKolkata');
});

test('an address of any kind gives fields or none, and never a zone that does not exist', () => {
  expect(examTimeFromLink('')).toBeUndefined();
  expect(examTimeFromLink('#on=tomorrow&zone=Mars/Base')).toBeUndefined();
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.dictionary(fc.constantFrom('on', 'at', 'zone', 'minutes', 'hours'), fc.string()),
      (text, asking) => {
        for (const fragment of [text, new URLSearchParams(asking).toString()]) {
          const found = { ...fields, zone: '', ...examTimeFromLink(fragment) };
          const checked = checkExamTime(found, services);
          if ('asked' in checked) examTime(checked.asked, now);
        }
      },
    ),
    { numRuns: 500 },
  );
});
