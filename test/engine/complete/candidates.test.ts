/** Which courses there are to choose from, under each wish and by what is known of them. */
import { describe, expect, test } from 'vitest';
import { candidatesOf } from '../../../src/engine/complete/candidates.ts';
import type { CompletionInput, Offer, Way, Wishes } from '../../../src/engine/completion.ts';
import type { AcceptedCredit, PlannedCredit } from '../../../src/engine/index.ts';
import type { Equivalency } from '../../../src/schemas/equivalency.ts';
import { degree, school } from '../example-university.ts';
import { today, usualWishes } from './random-market.ts';

const way = (more: Partial<Way> = {}): Way => ({
  fees: [{ what: 'Fee', provider: 'acme', priceUsd: 50 }],
  unknown: [],
  ...more,
});
const offer = (course: Partial<Offer['course']> = {}, more: Partial<Offer> = {}): Offer => ({
  course: { id: 'acme/art', title: 'Art', provider: 'acme', kind: 'course', recommendations: [], ...course },
  ways: [way()],
  ...more,
});
const sources = [
  { says: 'Example', url: 'https://example.edu/', checkedOn: '2026-11', confidence: 'primary' as const },
];
const art: Equivalency = {
  course: 'acme/art',
  becomes: [{ kind: 'direct-course', title: 'Art', schoolCourse: 'ART-1010', semesterHours: 3 }],
  basis: 'decided',
  sources,
};

type Asked = { readonly wishes?: Partial<Wishes>; readonly rows?: readonly Equivalency[] };

/** What comes of one offer: the days until when it is to choose, or why it is not. */
function fateOf(
  one: Offer,
  { wishes, rows = [art] }: Asked = {},
  kept: PlannedCredit[] = [],
  held: AcceptedCredit[] = [],
) {
  const input: CompletionInput = {
    degree,
    school,
    equivalencies: rows,
    credits: [],
    courses: new Map(),
    offers: [one],
    memberships: [],
    wishes: { ...usualWishes, ...wishes },
    today,
  };
  const { candidates, aside } = candidatesOf(input, kept, held);
  expect(candidates.length + aside.length).toBeLessThanOrEqual(1);
  const [candidate] = candidates;
  return candidate ? { until: candidate.until, ways: candidate.ways.length } : (aside[0]?.reason ?? 'not named');
}

const free = { until: undefined, ways: 1 };

const wished: [what: string, wishes: Partial<Wishes>, offer: Offer, isLeft: boolean][] = [
  ['of a provider left out', { without: { providers: ['acme'] } }, offer(), false],
  ['of another provider', { without: { providers: ['other'] } }, offer(), true],
  ['that is left out', { without: { courses: ['acme/art'] } }, offer(), false],
  ['beside one left out', { without: { courses: ['acme/music'] } }, offer(), true],
  ['that is an exam, without exams', { without: { exams: true } }, offer({ kind: 'exam' }), false],
  ['that is no exam, without exams', { without: { exams: true } }, offer(), true],
  ['that is proctored, without those', { without: { proctored: true } }, offer({ proctored: true }), false],
  ['that may be proctored, without those', { without: { proctored: true } }, offer(), false],
  ['that is not proctored, without those', { without: { proctored: true } }, offer({ proctored: false }), true],
  ['that is proctored, with those', { without: { proctored: false } }, offer({ proctored: true }), true],
  ['of a level left out', { without: { levels: ['lower-division'] } }, offer(), false],
  ['of another level', { without: { levels: ['upper-division'] } }, offer(), true],
  ['that nobody says is open abroad, from abroad', { abroad: true }, offer(), false],
  ['that is closed abroad, from abroad', { abroad: true }, offer({}, { outsideUs: 'no' }), false],
  ['open in some countries, from abroad', { abroad: true }, offer({}, { outsideUs: 'some-countries' }), false],
  ['open abroad, from abroad', { abroad: true }, offer({}, { outsideUs: 'yes' }), true],
  ['at test centers abroad, from abroad', { abroad: true }, offer({}, { outsideUs: 'test-centers' }), true],
  ['that is closed abroad, from here', { abroad: false }, offer({}, { outsideUs: 'no' }), true],
];

describe('a course', () => {
  test.for(wished.filter(([, , , isLeft]) => isLeft))('%s is there to choose', ([, wishes, one]) => {
    expect(fateOf(one, { wishes })).toEqual(free);
  });

  test.for(wished.filter(([, , , isLeft]) => !isLeft))('%s is left out', ([, wishes, one]) => {
    expect(fateOf(one, { wishes })).toBe('wishes');
  });

  test('that is withdrawn, planned already or not taken by the school is not named', () => {
    expect(fateOf(offer({ withdrawn: true }))).toBe('not named');
    expect(fateOf(offer(), {}, [{ id: 'c1', course: 'acme/art', status: 'planned' }])).toBe('not named');
    expect(fateOf(offer(), { rows: [{ ...art, becomes: [] }] })).toBe('not named');
  });

  test('that becomes a school course that is there already is not named', () => {
    const held = (schoolCourse: string) => [{ kind: 'direct-course', schoolCourse } as AcceptedCredit];
    expect(fateOf(offer(), {}, [], held('ART-1010'))).toBe('not named');
    expect(fateOf(offer(), {}, [], held('PHI-1010'))).toEqual(free);
  });

  test('that becomes the course that a credit stands for, or is beside that, is not named', () => {
    const held = (schoolCourse: string, standsFor: string) => [
      { kind: 'direct-course', schoolCourse, standsFor: { schoolCourse: standsFor } } as AcceptedCredit,
    ];
    expect(fateOf(offer(), {}, [], held('PHI-1010', 'ART-1010'))).toBe('not named');
    expect(fateOf(offer(), {}, [], held('ART-1010', 'PHI-1010'))).toBe('not named');
    expect(fateOf(offer(), {}, [], held('PHI-1010', 'PHI-3010'))).toEqual(free);
  });

  test('whose hours are not known is named apart', () => {
    const recommendations = [{ by: 'ACE' as const, parts: [{}], atMost: false }];
    expect(fateOf(offer({ recommendations }), { rows: [] })).toBe('hours-not-known');
  });

  test('that ends before it could be done lapses first', () => {
    // 45 hours of study at 10 hours a week take until the end of December.
    const ending = (effectiveTo: string) => fateOf(offer(), { rows: [{ ...art, effectiveTo }] });
    expect(ending('2026-12-10')).toBe('lapses-first');
    expect(ending('2027-06-30')).toEqual({ until: '2027-06-30', ways: 1 });
  });
});

describe('the ways to pay for it', () => {
  const home = way({ at: 'home', device: 'windows-computer' });
  const center = way({ at: 'test-center' });
  const unknown = way({ unknown: ['The price of the course'] });

  test('are those that the student’s device can be used for', () => {
    const ways = [way(), way({ device: 'computer' }), way({ device: 'windows-computer' })];
    const left = (device?: Wishes['device']) => fateOf(offer({}, { ways }), { wishes: device ? { device } : {} });
    expect([left('phone'), left('computer'), left('windows-computer'), left()]).toEqual(
      [1, 2, 3, 3].map((count) => ({ until: undefined, ways: count })),
    );
    expect(fateOf(offer({}, { ways: [home] }), { wishes: { device: 'computer' } })).toBe('wishes');
  });

  test('are only test centers abroad, where only those are said to be open', () => {
    const abroad = { wishes: { abroad: true } };
    const at = (outsideUs: Offer['outsideUs']) => offer({}, { ways: [home, center], outsideUs });
    expect(fateOf(at('test-centers'), abroad)).toEqual({ until: undefined, ways: 1 });
    expect(fateOf(at('yes'), abroad)).toEqual({ until: undefined, ways: 2 });
    expect(fateOf(at('test-centers'))).toEqual({ until: undefined, ways: 2 });
  });

  test('are those whose price is known; with none of them it is named apart', () => {
    expect(fateOf(offer({}, { ways: [unknown, way()] }))).toEqual(free);
    expect(fateOf(offer({}, { ways: [unknown] }))).toBe('price-not-known');
  });
});
