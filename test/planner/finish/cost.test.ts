import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Membership } from '../../../src/engine/completion.ts';
import {
  asksFor,
  byTheCourse,
  checkCost,
  costOf,
  inOwn,
  waysToPay,
  type CostFields,
} from '../../../src/planner/finish/cost.ts';
import { leftWords, moneyWords } from '../../../src/planner/finish/wording-completion.ts';
import { costProblemWords } from '../../../src/planner/finish/wording-cost.ts';
import { school } from '../../engine/example-university.ts';

const fee = { what: 'Membership', provider: 'example' };
const memberships: readonly Membership[] = [
  {
    id: 'example/1',
    provider: 'example',
    plans: [
      { ...fee, priceUsd: 99, months: 1 },
      { ...fee, what: 'Four months', priceUsd: 299, months: 4 },
    ],
  },
  { id: 'example/2', provider: 'example', plans: [{ ...fee, priceUsd: 20, months: 1 }] },
];
const ways = waysToPay({
  memberships,
  ways: [
    [{ fees: [], membership: 'example/1', unknown: [] }],
    [
      {
        fees: [{ what: 'Price of the course', provider: 'example', priceUsd: 60 }],
        membership: 'example/2',
        unknown: [],
      },
    ],
  ],
});

const fields: CostFields = {
  way: 'example/1',
  semesterHours: '12',
  hoursAWeek: '20',
  studyPerSemesterHour: '45',
  price: '',
  courses: '',
  school: 'exu',
  currency: '',
  rate: '',
};

function answerFor(change: Partial<CostFields>, tuition: (typeof school)['tuition'] = []) {
  const checked = checkCost({ ...fields, ...change }, ways);
  if ('problems' in checked) throw new Error(checked.problems.map(costProblemWords).join());
  return costOf(checked.asked, { tuition }, '2026-11-29');
}

test('a membership is paid for the months that the study takes, in the cheapest payments', () => {
  // 540 hours of study at 20 a week are 27 weeks: seven months, one payment of four and three of one.
  const { months, lines, totalUsd, perHourUsd } = answerFor({});
  expect(months).toBe(7);
  expect(lines.map(({ what, times }) => [what, times])).toEqual([
    ['Membership', 3],
    ['Four months', 1],
  ]);
  expect([totalUsd, perHourUsd]).toEqual([596, 49.67]);
});

test('a payment that is not made is no line', () => {
  // 360 hours of study at 22 a week are 17 weeks: four months, one payment.
  expect(answerFor({ semesterHours: '8', hoursAWeek: '22' })).toMatchObject({
    months: 4,
    lines: [{ what: 'Four months', priceUsd: 299, times: 1, totalUsd: 299 }],
    totalUsd: 299,
    perHourUsd: 37.38,
  });
});

test('courses that are paid on top of a membership are asked for and counted', () => {
  expect(asksFor('example/2', ways)).toEqual({ study: true, prices: true });
  expect(asksFor('example/1', ways)).toEqual({ study: true, prices: false });
  expect(answerFor({ way: 'example/2', price: '60', courses: '4' }).totalUsd).toBe(7 * 20 + 4 * 60);
});

test('by the course, nothing is asked about study', () => {
  expect(asksFor(byTheCourse, ways)).toEqual({ study: false, prices: true });
  expect(answerFor({ way: byTheCourse, price: 'US$ 97', courses: '4', hoursAWeek: '' })).toMatchObject({
    totalUsd: 388,
    lines: [{ what: 'Course or exam', times: 4, priceUsd: 97, totalUsd: 388 }],
  });
  expect(answerFor({ way: byTheCourse, price: '97', courses: '4' })).not.toHaveProperty('months');
});

test('tuition by the hour is counted, other tuition is only named, and what is past is left out', () => {
  const line = { what: 'Online', sources: school.sources, current: true };
  const { tuition } = answerFor({}, [
    { ...line, priceUsd: 350, per: 'semester-hour' },
    { ...line, priceUsd: 100, per: 'quarter-hour' },
    { ...line, priceUsd: 4000, per: 'term' },
    { ...line, priceUsd: 1, per: 'semester-hour', current: false },
  ]);
  expect(tuition.map(({ totalUsd }) => totalUsd)).toEqual([4200, 1800, undefined]);
});

const mistakes: readonly [what: string, change: Partial<CostFields>, words: string][] = [
  ['no way to pay', { way: '' }, 'Choose how you pay'],
  ['no school', { school: '' }, 'Choose a school'],
  ['no hours', { semesterHours: '' }, 'Semester hours you want to earn must be a number from 0.5 to 200'],
  [
    'a currency without a rate',
    { currency: 'EUR' },
    'Enter what one US dollar costs in your currency, like 0.92 or 1530',
  ],
  ['a rate without a currency', { rate: '0.92' }, 'Currency must be three letters, like EUR'],
  [
    'half an exam',
    { way: byTheCourse, price: '97', courses: '1.5' },
    'Number of courses or exams must be a whole number from 1 to 100',
  ],
];

test.for(mistakes)('%s is said in words', ([, change, words]) => {
  const checked = checkCost({ ...fields, ...change }, ways);
  expect('problems' in checked && checked.problems.map(costProblemWords)).toEqual([words]);
});

test('only what the way to pay needs is asked for', () => {
  expect(checkCost({ ...fields, price: 'x', courses: 'x' }, ways)).toEqual({
    asked: {
      semesterHours: 12,
      school: 'exu',
      membership: { membership: memberships[0], hoursAWeek: 20, studyPerSemesterHour: 45 },
    },
  });
  const byCourse = {
    ...fields,
    way: byTheCourse,
    price: '97',
    courses: '4',
    hoursAWeek: 'x',
    studyPerSemesterHour: 'x',
  };
  expect(checkCost(byCourse, ways)).toEqual({
    asked: { semesterHours: 12, school: 'exu', courses: { priceUsd: 97, courses: 4 } },
  });
});

test('all mistakes are named, in the form’s order', () => {
  const wrong = { way: 'example/2', semesterHours: '0', price: '', courses: '', hoursAWeek: '', school: '', rate: 'x' };
  const checked = checkCost({ ...fields, ...wrong, studyPerSemesterHour: '' }, ways);
  expect('problems' in checked && checked.problems.map(({ field }) => field)).toEqual([
    'semesterHours',
    'price',
    'courses',
    'hoursAWeek',
    'studyPerSemesterHour',
    'school',
    'currency',
    'rate',
  ]);
  const none = checkCost({ ...fields, way: 'gone' }, ways);
  expect('problems' in none && none.problems.map(({ field }) => field)).toEqual(['way']);
});

const hoursTyped = (semesterHours: string) => {
  const checked = checkCost({ ...fields, semesterHours }, ways);
  return 'asked' in checked ? checked.asked.semesterHours : undefined;
};
const priceTyped = (price: string) => {
  const checked = checkCost({ ...fields, way: byTheCourse, courses: '1', price }, ways);
  return 'asked' in checked ? checked.asked.courses?.priceUsd : undefined;
};

test.for([
  ['1,200.50', 1200.5],
  ['1,200', 1200],
  ['12,345,678', undefined],
  ['US$ 99', 99],
  ['us$99', 99],
  ['$99', 99],
  [' 99 ', 99],
  ['0,92', 0.92],
  ['0', 0],
  ['100000', 100_000],
  ['100000.01', undefined],
  ['-1', undefined],
  ['99 a month', undefined],
  ['9$9', undefined],
  ['EUR$9', undefined],
  ['about 99', undefined],
  ['1e3', undefined],
  ['9.', undefined],
  ['1.2.3', undefined],
  ['', undefined],
] as const)('a price typed as %j is read as %s', ([typed, price]) => {
  expect(priceTyped(typed)).toBe(price);
});

test.for([
  ['0.5', 0.5],
  ['0.4', undefined],
  ['200', 200],
  ['200.5', undefined],
] as const)('semester hours typed as %j are read as %s', ([typed, hours]) => {
  expect(hoursTyped(typed)).toBe(hours);
});

test('a rate of spaces is none', () => {
  const checked = checkCost({ ...fields, rate: '  ' }, ways);
  expect('asked' in checked && checked.asked).not.toHaveProperty('own');
});

test.for(['EURO', 'EU', 'E1R', '€'])('%s is no currency of three letters', (currency) => {
  const checked = checkCost({ ...fields, currency, rate: '1' }, ways);
  expect('problems' in checked && checked.problems).toEqual([{ field: 'currency', problem: 'not-letters' }]);
});

test('a course of a membership whose price is not known has a price on top, and one without a membership none', () => {
  const unknown = waysToPay({
    memberships,
    ways: [
      [{ fees: [], membership: 'example/1', unknown: ['A fee'] }],
      [{ fees: [{ ...fee, priceUsd: 60 }], unknown: [] }],
    ],
  });
  expect([...unknown].map(([id, { coursesOnTop }]) => [id, coursesOnTop])).toEqual([
    ['example/1', true],
    ['example/2', false],
  ]);
});

test('cents add up without crumbs', () => {
  const { lines, totalUsd } = answerFor({ way: byTheCourse, price: '19.99', courses: '3' });
  expect([lines[0]?.totalUsd, totalUsd]).toEqual([59.97, 59.97]);
  expect(inOwn(19.99, { currency: 'EUR', rate: 0.9 })).toBe(17.99);
});

test('the reader’s own currency is a typed rate, with a point or a comma', () => {
  const checked = checkCost({ ...fields, currency: ' eur ', rate: '0,92' }, ways);
  const own = 'asked' in checked ? checked.asked.own : undefined;
  expect(own).toEqual({ currency: 'EUR', rate: 0.92 });
  expect(moneyWords(1287, own)).toBe('US$ 1,287 (EUR 1,184.04)');
  expect(moneyWords(9870, own)).toBe('US$ 9,870 (EUR 9,080.40)');
  expect(moneyWords(1287, undefined)).toBe('US$ 1,287');
  expect(inOwn(100, { currency: 'JPY', rate: 151.5 })).toBe(15150);
});

test('a sum is what its lines add up to, and more hours never cost less', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 80 }), (hours, week) => {
      const ask = (semesterHours: number) =>
        answerFor({ semesterHours: String(semesterHours), hoursAWeek: String(week) });
      const { lines, totalUsd } = ask(hours);
      expect(lines.reduce((sum, line) => sum + line.priceUsd * line.times, 0)).toBeCloseTo(totalUsd, 2);
      expect(ask(Math.min(200, hours + 1)).totalUsd).toBeGreaterThanOrEqual(totalUsd);
    }),
    { numRuns: 1_000 },
  );
});

test.for([
  ['30 hours', [{}]],
  ['30 hours, US$ 9,870', [{ totalUsd: 9870 }, {}]],
  ['30 hours, US$ 9,870 to 12,571', [{ totalUsd: 12_570.6 }, { totalUsd: 9870 }, {}]],
] as const)('hours left for the school: %s', ([words, sums]) => {
  const line = { ...school.tuition[0]!, what: 'Online' };
  expect(leftWords({ semesterHours: 30, tuition: sums.map((sum) => ({ line, ...sum })) })).toBe(words);
});
