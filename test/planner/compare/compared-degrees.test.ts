import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CatalogIndex } from '../../../src/planner/catalog/catalog.ts';
import {
  degreeOrders,
  degreesAskedIn,
  hashOfDegrees,
  isAskedFor,
  listedDegrees,
  type DegreeFilter,
  type DegreesAsked,
} from '../../../src/planner/compare/compared-degrees.ts';
import { wishesIn } from '../../../src/planner/finish/wishes.ts';
import {
  acceptsWords,
  comparedWords,
  degreeLine,
  farWords,
  inAllWords,
} from '../../../src/planner/compare/wording-degrees.ts';

const anyAsked: fc.Arbitrary<DegreesAsked> = fc
  .record({
    courses: fc.option(fc.uniqueArray(fc.constantFrom('clep/biology', 'sophia/ethics', 'dsst/art')), {
      nil: undefined,
    }),
    school: fc.constantFrom('', 'tesu', 'excelsior'),
    award: fc.constantFrom('', 'associate', 'bachelor'),
    words: fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => text.length <= 60),
    acceptsAll: fc.boolean(),
    order: fc.constantFrom(...degreeOrders),
    wishes: fc.constantFrom('', '#week=15', '#no=exams&without=clep,dsst&abroad=yes').map(wishesIn),
  })
  .map(({ courses, ...others }) => ({ ...others, ...(courses ? { courses } : {}) }));

test('what is asked goes through the address unchanged', () => {
  fc.assert(
    fc.property(anyAsked, (asked) => {
      expect(degreesAskedIn(hashOfDegrees(asked))).toEqual(asked);
    }),
  );
});

test('a page without an address asks for the plan’s credits and every degree', () => {
  const asked = degreesAskedIn('');
  expect(asked).toEqual({
    school: '',
    award: '',
    words: '',
    acceptsAll: false,
    order: 'still-needed',
    wishes: wishesIn(''),
  });
  expect(degreesAskedIn('#first=whatever')).toEqual(asked);
  expect(hashOfDegrees(asked)).toBe('');
});

const index: CatalogIndex = {
  factsOn: '2026-11-25',
  moved: {},
  schools: ['a', 'b'].map((id) => ({
    id,
    name: `School ${id}`,
    shortName: id.toUpperCase(),
    degrees: (['associate', 'bachelor'] as const).map((award) => ({
      id: `${id}/${award}`,
      title: award,
      award,
      catalogYear: '2026-27',
      semesterHours: 60,
    })),
  })),
};

const counts = (accepted: number, notKnown = 0, notAccepted = 0) => ({ accepted, notKnown, notAccepted });

/** School A accepts one of the credits or none for sure. School B accepts all. */
const notAllAtA = [counts(1, 0, 1), counts(1, 1), counts(0, 2), counts(0, 0, 2)];

const filters: readonly [filter: Partial<DegreeFilter>, ids: string[]][] = [
  [{}, ['a/associate', 'a/bachelor', 'b/associate', 'b/bachelor']],
  [{ school: 'a' }, ['a/associate', 'a/bachelor']],
  [{ award: 'bachelor' }, ['a/bachelor', 'b/bachelor']],
  [{ school: 'b', award: 'associate' }, ['b/associate']],
  [{ school: 'b', award: 'master' }, []],
  [{ words: ' ASSOC  iate' }, ['a/associate', 'b/associate']],
  [{ words: 'nursing' }, []],
  [{ acceptsAll: true }, ['b/associate', 'b/bachelor']],
];

test.for(filters)('with %j the degrees are %j', ([filter, ids]) => {
  const all = { school: '', award: '', words: '', acceptsAll: false };
  for (const atA of notAllAtA) {
    const shown = [...listedDegrees(index).values()].filter((degree) =>
      isAskedFor({ ...all, ...filter }, degree, degree.school.id === 'a' ? atA : counts(2)),
    );
    expect(shown.map(({ id }) => id)).toEqual(ids);
  }
});

test.for([
  [0, 0, 0, undefined],
  [1, 0, 0, 'Accepts this credit.'],
  [2, 0, 0, 'Accepts both of these credits.'],
  [4, 0, 0, 'Accepts all 4 of these credits.'],
  [0, 1, 0, 'Nothing we found says that it gives hours for this credit.'],
  [0, 3, 0, 'Nothing we found says that it gives hours for these 3 credits.'],
  [0, 0, 1, 'Does not accept this credit, or nothing was found.'],
  [0, 0, 3, 'Does not accept these 3 credits, or nothing was found.'],
  [3, 0, 1, 'Accepts 3 of these 4 credits. For 1, it says no, or nothing was found.'],
  [4, 1, 0, 'Accepts 4 of these 5 credits. For 1, nothing we found says that it gives hours.'],
  [
    1,
    2,
    1,
    'Accepts 1 of these 4 credits. For 2, nothing we found says that it gives hours. ' +
      'For 1, it says no, or nothing was found.',
  ],
  [
    0,
    2,
    1,
    'For 2 of these 3 credits, nothing we found says that it gives hours. For 1, it says no, or nothing was found.',
  ],
] as const)('%i credits accepted, %i not known, %i not accepted: %s', ([accepted, notKnown, notAccepted, words]) => {
  expect(acceptsWords({ accepted, notKnown, notAccepted })).toBe(words);
});

test('degrees of one title and year are told apart by their award', () => {
  const lines = [...listedDegrees(index).values()].map(degreeLine);
  expect(lines[0]).toBe('Associate degree, School a, catalog year 2026-27');
  expect(new Set(lines).size).toBe(lines.length);
});

test.for([
  [15, 75, 45, '15 hours likely met now, 60 more with the cheapest plan, 45 left for the school'],
  [1, 1, 119, '1 hour likely met now, 119 left for the school'],
] as const)('of %i hours met, then %i, with %i left: %s', ([before, met, semesterHours, words]) => {
  const plan = { before: { likely: before }, met: { likely: met }, residence: { semesterHours, tuition: [] } };
  expect(farWords(plan)).toBe(words);
});

test('how far the comparison is, is said with the count', () => {
  expect(comparedWords(0, 'cost', { soFar: { compared: 3, of: 74 } })).toBe('Comparing. 3 of 74 degrees so far.');
  expect(comparedWords(0, 'cost', 'done')).toBe('No degree is like that.');
  expect(comparedWords(68, 'cost', 'done')).toBe('68 degrees compared, in order of cost.');
});

test('what an order counts beyond the numbers shown is said of each degree', () => {
  const known = { inAll: { costUsd: 12_200, months: 30 } };
  expect(inAllWords(known, 'cost')).toBe('Courses, exams and what is left for the school: US$ 12,200.');
  expect(inAllWords(known, 'time')).toBe('Courses, exams and what is left for the school: 2.5 years.');
  expect(inAllWords(known, 'still-needed')).toBeUndefined();
});

test.for([
  ['cost', ''],
  ['still-needed', ''],
  ['left-for-school', ''],
  ['time', 'Courses, exams and what is left for the school: 2.5 years. '],
] as const)('that no price was found for what is left is said in the order of %s', ([order, before]) => {
  expect(inAllWords({ inAll: { months: 30 } }, order)).toBe(
    `${before}No price by the hour was found for what is left for the school.`,
  );
});
