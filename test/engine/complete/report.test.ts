/** What is said of a small plan, by hand. */
import { describe, expect, test } from 'vitest';
import { plannedOf } from '../../../src/engine/complete/candidates.ts';
import { quick } from '../../../src/engine/complete/complete-plan.ts';
import {
  completePlan,
  type CompletionInput,
  type Offer,
  type Way,
  type Wishes,
} from '../../../src/engine/completion.ts';
import { auditDegree } from '../../../src/engine/index.ts';
import { sumHours } from '../../../src/engine/semester-hours.ts';
import type { Degree, RequirementBlock } from '../../../src/schemas/degree.ts';
import type { Equivalency } from '../../../src/schemas/equivalency.ts';
import { degree as exampleDegree, school as exampleSchool } from '../example-university.ts';
import { catalogDegrees, forAll } from './catalog-input.ts';
import { today, usualWishes } from './random-market.ts';

const sources = [
  { says: 'Example', url: 'https://example.edu/', checkedOn: '2026-11', confidence: 'primary' as const },
];
const school = {
  ...exampleSchool,
  residency: [],
  accepts: [{ from: 'alternative' as const, verdict: 'yes' as const, says: 'Accepted.', sources }],
};
const fee = (priceUsd: number, note?: string) => ({
  what: 'Fee',
  provider: 'acme',
  priceUsd,
  ...(note === undefined ? {} : { note }),
});
const once = (priceUsd: number): Way => ({ fees: [fee(priceUsd)], unknown: [] });

type Course = {
  readonly subject: string;
  readonly hours?: number;
  readonly ways?: readonly Way[];
  readonly confidence?: 'primary' | 'reported';
};

/** A plan for these blocks, from these courses. */
function planOf(
  blocks: readonly RequirementBlock[],
  courses: Readonly<Record<string, Course>>,
  wishes: Partial<Wishes> = {},
) {
  const degree: Degree = {
    ...exampleDegree,
    semesterHours: blocks.reduce((sum, { semesterHours }) => sum + semesterHours, 0),
    blocks: [...blocks],
    qualifiers: [],
  };
  const all = Object.entries(courses);
  const input: CompletionInput = {
    degree,
    school,
    credits: [],
    courses: new Map(),
    offers: all.map(([id, { ways = [once(50)] }]): Offer => ({
      course: { id, title: id, provider: 'acme', kind: 'course', recommendations: [] },
      ways,
    })),
    equivalencies: all.map(([course, { subject, hours = 3, confidence = 'primary' }]): Equivalency => ({
      course,
      becomes: [{ kind: 'general-elective', title: subject, subject, semesterHours: hours, level: 'lower-division' }],
      basis: 'decided',
      sources: [{ ...sources[0]!, confidence }],
    })),
    memberships: [
      {
        id: 'all',
        provider: 'acme',
        plans: [
          { ...fee(30, 'Until May.'), what: 'Month', months: 1 },
          { ...fee(80), what: 'Quarter', months: 3 },
        ],
      },
    ],
    wishes: { ...usualWishes, weeksForTranscripts: 0, ...wishes },
    today,
  };
  return completePlan(input);
}

const block = (id: string, fits: RequirementBlock['fits'], more: Partial<RequirementBlock> = {}): RequirementBlock => ({
  id,
  title: id,
  semesterHours: 3,
  fits,
  ...more,
});

test('each block that stays open says why no course is there for it', () => {
  const plan = planOf(
    [
      block('capstone', {}, { inResidence: true }),
      block('only-here', { courses: ['CAP-4950'] }),
      block('own', { from: ['school'] }),
      block('art', { subjects: ['ART'] }, { semesterHours: 6 }),
      block('biology', { subjects: ['BIO'] }),
      block('mathematics', { subjects: ['MAT'] }),
      block('zoology', { subjects: ['ZOO'] }),
      block('philosophy', { subjects: ['PHI'] }),
    ],
    {
      'acme/art': { subject: 'ART' },
      'acme/bio': { subject: 'BIO' },
      'acme/mat': { subject: 'MAT', ways: [{ fees: [], unknown: ['The price of the course'] }] },
      'acme/phi': { subject: 'PHI' },
    },
    { without: { courses: ['acme/bio'] } },
  );
  expect(plan.open.map(({ block: id, reason, stillNeeded }) => [id, reason, stillNeeded])).toEqual([
    ['capstone', 'in-residence', 3],
    ['only-here', 'in-residence', 3],
    ['own', 'in-residence', 3],
    ['art', 'no-room', 3],
    ['biology', 'wishes', 3],
    ['mathematics', 'only-unknown', 3],
    ['zoology', 'no-course', 3],
  ]);
  expect(plan.apart).toEqual([
    { course: 'acme/mat', reason: 'price-not-known', unknown: ['The price of the course'], blocks: ['mathematics'] },
  ]);
  expect(plan).toMatchObject({ semesterHours: 27, sureHours: 6, costUsd: 100, proven: true });
  expect(plan.residence.semesterHours).toBe(27 - 6);
  expect(plan.gap).toEqual({ semesterHours: 0, sureHours: 0, studyHours: 0, costUsd: 0 });
});

test('a block may stay open because no time is left for its courses', () => {
  const blocks = [block('art', { subjects: ['ART'] }), block('biology', { subjects: ['BIO'] })];
  const offers = { 'acme/art': { subject: 'ART' }, 'acme/bio': { subject: 'BIO' } };
  // 45 hours of study each, 10 a week.
  const reasons = (finishBy: string) => planOf(blocks, offers, { finishBy }).open.map(({ reason }) => reason);
  expect(reasons('2026-12-20')).toEqual(['no-time', 'no-time']);
  expect(reasons('2027-01-10')).toEqual(['no-time']);
  expect(reasons('2027-02-10')).toEqual([]);
});

test('a track that is not chosen is not left open', () => {
  const tracks = block('track', undefined, {
    choose: 1,
    children: [block('art', { subjects: ['ART'] }), block('zoology', { subjects: ['ZOO'] })],
  });
  expect(planOf([tracks], { 'acme/art': { subject: 'ART' } }).open).toEqual([]);
});

describe('what a plan costs', () => {
  const blocks = [block('any', {}, { semesterHours: 9, takesExcess: true })];
  const member: Way = { fees: [], membership: 'all', unknown: [] };

  test('is listed by what is paid: fees of courses, months of a course, payments of a membership', () => {
    const plan = planOf(blocks, {
      'acme/art': { subject: 'ART', ways: [{ fees: [fee(20.5)], monthly: fee(10), unknown: [] }] },
      'acme/bio': { subject: 'BIO', ways: [member] },
      'acme/phi': { subject: 'PHI', ways: [{ ...member, fees: [fee(5)] }], confidence: 'reported' },
    });
    // 45 hours of study each: two months of 43 hours for one, and for two of them three in one membership.
    expect(plan.costs).toEqual([
      { ...fee(5), times: 1, totalUsd: 5, course: 'acme/phi' },
      { ...fee(20.5), times: 1, totalUsd: 20.5, course: 'acme/art' },
      { ...fee(10), times: 2, totalUsd: 20, course: 'acme/art' },
      { ...fee(80), what: 'Quarter', times: 1, totalUsd: 80, membership: 'all' },
    ]);
    expect(plan.costUsd).toBe(125.5);
    expect(plan.memberships).toMatchObject([{ membership: 'all', months: 3, studyHours: 90 }]);
    expect(plan).toMatchObject({ studyHours: 135, sureHours: 6, met: { least: 6, likely: 9 }, open: [] });
    expect(plan.courses.map(({ surely }) => surely.length).sort()).toEqual([0, 1, 1]);
    expect(plan.courses.map(({ course, certainty }) => `${course} ${certainty}`).sort()).toEqual([
      'acme/art published',
      'acme/bio published',
      'acme/phi reported',
    ]);
  });

  test('names where hours land, those beyond a block’s size too', () => {
    const [course] = planOf([block('art', { subjects: ['ART'] }), block('rest', {}, { takesExcess: true })], {
      'acme/art': { subject: 'ART', hours: 5 },
    }).courses;
    expect(course).toMatchObject({ course: 'acme/art', provider: 'acme', studyHours: 75, startOn: today });
    expect(course!.lands).toEqual([
      { block: 'art', semesterHours: 3 },
      { block: 'rest', semesterHours: 2 },
    ]);
    expect(course!.way).toEqual(once(50));
  });

  test('is nothing where nothing is on offer', () => {
    expect(planOf(blocks, {})).toMatchObject({ costUsd: 0, costs: [], courses: [], months: 0, finishOn: today });
  });
});

test('sure hours of a plan are those of its audit, and its courses say where they land', () => {
  const { id: _, ...facts } = catalogDegrees.find(({ id }) => id === 'tesu/ba-history-2021-22')!;
  const plan = completePlan({ ...forAll, ...facts }, undefined, quick);
  const credits = plan.courses.map(({ course, finishOn }) => plannedOf(course, finishOn));
  expect(plan.met).toEqual(auditDegree({ ...forAll, ...facts, credits }).met);
  expect(sumHours(plan.courses.flatMap(({ surely }) => surely.map((one) => one.semesterHours)))).toBe(plan.met.least);
  expect(sumHours(plan.courses.flatMap(({ lands }) => lands.map((one) => one.semesterHours)))).toBe(plan.met.likely);
});
