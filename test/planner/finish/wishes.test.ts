import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  checkWishes,
  fieldsOf,
  firstCommonWishes,
  hashOfWishes,
  wishesIn,
  type CommonWishes,
  type WishFields,
} from '../../../src/planner/finish/wishes.ts';
import { numberLabels, wishesSentence, wishProblemWords } from '../../../src/planner/finish/wording-completion.ts';

const today = '2026-11-25';
const first = fieldsOf(firstCommonWishes);

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const tenth = (from: number, to: number) => fc.integer({ min: from * 10, max: to * 10 }).map((number) => number / 10);

/** Any wishes that the form can give. */
const anyWishes: fc.Arbitrary<CommonWishes> = fc
  .record({
    hoursAWeek: tenth(1, 80),
    studyPerSemesterHour: tenth(1, 200),
    coursesAtATime: fc.integer({ min: 1, max: 10 }),
    weeksForTranscripts: fc.integer({ min: 0, max: 52 }),
    keepForSchool: maybe(tenth(1, 200)),
    leastSureHours: maybe(tenth(1, 200)),
    finishBy: maybe(fc.constantFrom('2026-11-26', '2027-06-01', '2031-12-31')),
    providers: fc.uniqueArray(fc.constantFrom('clep', 'dsst', 'sophia', 'study-com'), { maxLength: 4 }),
    exams: fc.boolean(),
    proctored: fc.boolean(),
    abroad: fc.boolean(),
    clepVouchers: fc.boolean(),
    replacePlanned: fc.boolean(),
    device: fc.constantFrom('' as const, 'phone' as const, 'computer' as const, 'windows-computer' as const),
  })
  .map(
    ({
      finishBy,
      providers,
      exams,
      proctored,
      abroad,
      clepVouchers,
      replacePlanned,
      device,
      keepForSchool,
      leastSureHours,
      ...needed
    }) => {
      const without = {
        ...(providers.length > 0 ? { providers: providers.toSorted() } : {}),
        ...(exams ? { exams } : {}),
        ...(proctored ? { proctored } : {}),
      };
      return {
        ...needed,
        keepPlanned: !replacePlanned,
        ...(keepForSchool === undefined ? {} : { keepForSchool }),
        ...(leastSureHours === undefined ? {} : { leastSureHours }),
        ...(finishBy === undefined ? {} : { finishBy }),
        ...(Object.keys(without).length > 0 ? { without } : {}),
        ...(abroad ? { abroad } : {}),
        ...(clepVouchers ? { vouchers: ['clep'] } : {}),
        ...(device === '' ? {} : { device }),
      };
    },
  );

test('any wishes go through the form and through the address unchanged', () => {
  fc.assert(
    fc.property(anyWishes, (wishes) => {
      expect(checkWishes(fieldsOf(wishes), today)).toEqual({ wishes });
      expect(wishesIn(hashOfWishes(wishes))).toEqual(wishes);
    }),
    { numRuns: 2_000 },
  );
});

test('what a student begins with leaves the address empty', () => {
  expect(hashOfWishes(firstCommonWishes)).toBe('');
  expect(wishesIn('')).toEqual(firstCommonWishes);
});

const nonsense = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc
    .tuple(
      fc.constantFrom(...'week study together transcripts keep sure by without no device vouchers'.split(' ')),
      fc.string({ maxLength: 20 }),
    )
    .map(([name, value]) => `#${name}=${value}`),
);

test('whatever stands in an address, the wishes read from it pass the form', () => {
  fc.assert(
    fc.property(nonsense, (hash) => {
      const wishes = wishesIn(hash);
      const { finishBy: _, ...undated } = wishes;
      expect(checkWishes(fieldsOf(undated), today)).toEqual({ wishes: undated });
    }),
    { numRuns: 2_000 },
  );
});

const mistakes: readonly [what: string, fields: Partial<WishFields>, words: string][] = [
  ['no hours', { hoursAWeek: '' }, 'Hours of study a week must be a number from 1 to 80'],
  ['words for a number', { hoursAWeek: 'ten' }, 'Hours of study a week must be a number from 1 to 80'],
  ['half a course', { coursesAtATime: '1.5' }, 'Courses at a time must be a whole number from 1 to 10'],
  [
    'too many weeks',
    { weeksForTranscripts: '60' },
    'Weeks for transcripts to reach the school must be a whole number from 0 to 52',
  ],
  ['too many hours', { keepForSchool: '900' }, 'Semester hours to keep for the school must be a number from 1 to 200'],
  [
    'a day that is over',
    { finishBy: { day: '1', month: '11', year: '2026' } },
    'The day to be done by must be in the future',
  ],
  [
    'a day that is none',
    { finishBy: { day: '31', month: '2', year: '2027' } },
    'Date must be a real date, like 22 11 2026',
  ],
];

test.for(mistakes)('%s is said beside its field', ([, fields, words]) => {
  const checked = checkWishes({ ...first, ...fields }, today);
  expect('problems' in checked && checked.problems.map(wishProblemWords)).toEqual([words]);
});

test('numbers are read as people type them, and every field has a label', () => {
  expect(checkWishes({ ...first, hoursAWeek: ' 7,5 ' }, today)).toMatchObject({ wishes: { hoursAWeek: 7.5 } });
  expect(Object.values(numberLabels).every((label) => label.length > 5)).toBe(true);
});

test('the wishes are said in one line', () => {
  expect(wishesSentence(wishesIn('#week=15&no=exams&without=clep,dsst&device=phone&replace=yes'))).toBe(
    '15 hours a week, 45 hours of study for each hour of credit, 2 courses at a time, no exams, 2 providers left out, ' +
      'a phone or a tablet, courses that are not begun may be replaced.',
  );
});

const noDay = { day: '', month: '', year: '' };

test('the form shows every wish, and for one that is not there what it is without it', () => {
  const { keepPlanned: _, ...begun } = firstCommonWishes;
  expect(fieldsOf(begun)).toEqual({
    hoursAWeek: '10',
    studyPerSemesterHour: String(begun.studyPerSemesterHour),
    coursesAtATime: String(begun.coursesAtATime),
    weeksForTranscripts: String(begun.weeksForTranscripts),
    keepForSchool: '',
    leastSureHours: '',
    finishBy: noDay,
    withoutProviders: [],
    noExams: false,
    noProctored: false,
    abroad: false,
    clepVouchers: false,
    replacePlanned: true,
    device: '',
  });
  expect(
    fieldsOf({
      ...begun,
      keepPlanned: true,
      keepForSchool: 30,
      leastSureHours: 4.5,
      finishBy: '2027-06-01',
      without: { providers: ['clep'], exams: true, proctored: true },
      abroad: true,
      vouchers: ['dsst', 'clep'],
      device: 'phone',
    }),
  ).toMatchObject({
    keepForSchool: '30',
    leastSureHours: '4.5',
    finishBy: { day: '1', month: '6', year: '2027' },
    withoutProviders: ['clep'],
    noExams: true,
    noProctored: true,
    abroad: true,
    clepVouchers: true,
    replacePlanned: false,
    device: 'phone',
  });
});

/** Wishes and the address that has them. */
const addresses: readonly [address: string, wishes: Partial<CommonWishes>][] = [
  ['#week=12.5', { hoursAWeek: 12.5 }],
  ['#study=20', { studyPerSemesterHour: 20 }],
  ['#together=4', { coursesAtATime: 4 }],
  ['#transcripts=0', { weeksForTranscripts: 0 }],
  ['#keep=30', { keepForSchool: 30 }],
  ['#sure=60', { leastSureHours: 60 }],
  ['#by=2027-06-01', { finishBy: '2027-06-01' }],
  ['#without=clep,sophia', { without: { providers: ['clep', 'sophia'] } }],
  ['#no=exams', { without: { exams: true } }],
  ['#no=proctored', { without: { proctored: true } }],
  ['#no=exams,proctored', { without: { exams: true, proctored: true } }],
  ['#abroad=yes', { abroad: true }],
  ['#vouchers=clep', { vouchers: ['clep'] }],
  ['#replace=yes', { keepPlanned: false }],
  ['#device=phone', { device: 'phone' }],
];

test.for(addresses)('the address %s stands for these wishes', ([address, more]) => {
  const wishes = { ...firstCommonWishes, ...more };
  expect(wishesIn(address)).toEqual(wishes);
  expect(decodeURIComponent(hashOfWishes(wishes))).toBe(address);
});

test.for(['#week=0.9', '#week=81', '#together=1.5', '#by=2027-02-30', '#abroad=no', '#replace=no', '#device=tv'])(
  'what can’t be read in %s is as at the beginning',
  (address) => {
    expect(wishesIn(address)).toEqual(firstCommonWishes);
  },
);

test.for([
  ['1', 1],
  ['80', 80],
  [' 7,5 ', 7.5],
  ['0.9', undefined],
  ['80.1', undefined],
  ['7,', undefined],
  ['7.25', 7.25],
  ['about 7', undefined],
  ['7 a week', undefined],
])('hours a week typed as "%s" are %s', ([hoursAWeek, expected]) => {
  const checked = checkWishes({ ...first, hoursAWeek: String(hoursAWeek) }, today);
  expect('wishes' in checked ? checked.wishes.hoursAWeek : undefined).toBe(expected);
});

test('the day to be done by lies after today, and the mistake is beside its fields', () => {
  const by = (day: string) => checkWishes({ ...first, finishBy: { day, month: '11', year: '2026' } }, today);
  expect(by('26')).toEqual({ wishes: { ...firstCommonWishes, finishBy: '2026-11-26' } });
  for (const day of ['24', '25'])
    expect(by(day)).toEqual({ problems: [{ field: 'finishBy', problem: 'date-not-ahead' }] });
  expect(by('31')).toEqual({ problems: [{ field: 'finishBy', problem: 'date-not-real' }] });
});
