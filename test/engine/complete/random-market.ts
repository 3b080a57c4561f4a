/** Random courses on offer, with what an example school makes of them and what they cost. */
import fc from 'fast-check';
import type { CompletionInput, Membership, Offer, Way, Wishes } from '../../../src/engine/completion.ts';
import type { Equivalency } from '../../../src/schemas/equivalency.ts';
import { courses as exampleCourses, equivalencies, school, sharingDegree } from '../example-university.ts';
import { randomCredits, randomDegree, randomSchool } from '../random-degree.ts';

export const today = '2026-11-25';

export const usualWishes: Wishes = {
  aim: 'cheapest',
  hoursAWeek: 10,
  studyPerSemesterHour: 15,
  coursesAtATime: 2,
  weeksForTranscripts: 4,
};

const confidence = (isPrimary: boolean) => (isPrimary ? 'primary' : 'reported');

/** Two memberships of one provider that open the same courses, and one of another. */
export const memberships: readonly Membership[] = [
  { id: 'a/1', provider: 'a', plans: [plan('a', 1, 99), plan('a', 4, 299)], coursesAtATime: 2 },
  { id: 'b/1', provider: 'b', plans: [plan('b', 1, 60)] },
  { id: 'b/2', provider: 'b', plans: [plan('b', 1, 150)] },
];

function plan(provider: string, months: number, priceUsd: number) {
  return { what: 'Membership', provider, months, priceUsd };
}

const fee = (provider: string, priceUsd: number) => ({ what: 'Fee', provider, priceUsd });

/** Ways to pay by the provider they are of. */
const kinds: readonly { readonly provider: string; readonly ways: readonly Way[] }[] = [
  { provider: 'a', ways: [{ fees: [], membership: 'a/1', unknown: [] }] },
  {
    provider: 'a',
    ways: [
      { fees: [fee('a', 20)], membership: 'a/1', unknown: [] },
      { fees: [fee('a', 120)], unknown: [] },
    ],
  },
  { provider: 'b', ways: ['b/1', 'b/2'].map((membership) => ({ fees: [], membership, unknown: [] })) },
  { provider: 'b', ways: [{ fees: [], membership: 'b/2', unknown: [] }] },
  { provider: 'c', ways: [{ fees: [fee('c', 5)], unknown: [] }] },
  { provider: 'c', ways: [{ fees: [fee('c', 90)], unknown: [] }] },
  { provider: 'c', ways: [{ fees: [], monthly: fee('c', 40), unknown: [] }] },
  { provider: 'c', ways: [{ fees: [], unknown: ['The price of the course'] }] },
];

type Drawn = { readonly offer: Offer; readonly row: Equivalency };

const part = fc.record(
  {
    semesterHours: fc.constantFrom(1, 2, 3, 4),
    level: fc.constantFrom('lower-division' as const, 'upper-division' as const),
    subject: fc.constantFrom('PHI', 'ART', 'BIO', 'MAT'),
    areas: fc.subarray(['humanities', 'science']),
    code: fc.constantFrom(undefined, undefined, 'PHI-101', 'ART-101', 'BIO-101', 'MAT-301'),
  },
  { requiredKeys: ['semesterHours', 'level'] },
);

function course(index: number): fc.Arbitrary<Drawn> {
  return fc
    .record({
      parts: fc.oneof(
        { weight: 5, arbitrary: fc.array(part, { minLength: 1, maxLength: 1 }) },
        fc.array(part, { minLength: 2, maxLength: 2 }),
      ),
      kind: fc.constantFrom(...kinds),
      isPrimary: fc.boolean(),
      isExam: fc.boolean(),
    })
    .map(({ parts, kind: { provider, ways }, isPrimary, isExam }): Drawn => {
      const id = `${provider}/course-${index}`;
      const sources = [
        {
          says: 'Example',
          url: 'https://example.edu/',
          checkedOn: '2026-11',
          confidence: confidence(isPrimary),
        } as const,
      ];
      const becomes = parts.map(({ code, ...one }) =>
        code === undefined
          ? { kind: 'general-elective' as const, title: 'Credit', ...one }
          : { kind: 'direct-course' as const, title: code, schoolCourse: code, semesterHours: one.semesterHours },
      );
      return {
        offer: {
          course: { id, title: id, provider, kind: isExam ? 'exam' : 'course', recommendations: [] },
          ways,
          outsideUs: 'yes',
        },
        row: { course: id, becomes, basis: 'decided', sources },
      };
    });
}

/** A degree, its school, up to three credits, and up to `most` courses to choose from. */
export function randomMarket(most: number): fc.Arbitrary<CompletionInput> {
  return fc
    .record({
      degree: randomDegree,
      school: randomSchool,
      credits: randomCredits(['college', 'school', 'exam'], 'held', 3),
      drawn: fc.tuple(...Array.from({ length: most }, (_, index) => course(index))),
    })
    .map(({ degree, school, credits, drawn }) => ({
      degree,
      school,
      credits: credits.map(({ pins: _, ...credit }) => ({ ...credit, status: 'completed' as const })),
      equivalencies: drawn.map(({ row }) => row),
      offers: drawn.map(({ offer }) => offer),
      courses: new Map(),
      memberships,
      wishes: usualWishes,
      today,
    }));
}

/** One course, in a degree where no hour that is not upper-division counts but where it counts a second time. */
export const secondUseMarket: CompletionInput = {
  degree: {
    ...sharingDegree,
    semesterHours: 6,
    blocks: [
      { id: 'any', title: 'Any', semesterHours: 3, fits: {} },
      { id: 'again', title: 'Again', semesterHours: 3, fits: {}, mayShareWith: ['any'] },
    ],
    qualifiers: [
      { id: 'upper', kind: 'at-least', semesterHours: 6, of: { level: 'upper-division' }, says: 'All upper.' },
    ],
  },
  school,
  equivalencies,
  credits: [],
  courses: new Map(),
  offers: [
    {
      course: exampleCourses.get('example/philosophy')!,
      ways: [{ fees: [{ what: 'Fee', provider: 'example', priceUsd: 50 }], unknown: [] }],
      outsideUs: 'yes',
    },
  ],
  memberships: [],
  wishes: usualWishes,
  today,
};

const split = ['a/split', ...Array.from({ length: 8 }, (_, index) => `a/whole-${index}`)];
const hour = { kind: 'general-elective', title: 'Credit', semesterHours: 1, level: 'lower-division' } as const;
const source = { says: 'Example', url: 'https://example.edu/', checkedOn: '2026-11', confidence: 'primary' } as const;

/**
 * Courses of one hour, and one of two that could fill what half an hour leaves of a block that shares: fractional answers split
 * it between blocks, and count in part what whole ones can't.
 */
export const splitMarket: CompletionInput = {
  degree: {
    ...sharingDegree,
    semesterHours: 6,
    blocks: [
      {
        id: 'basics',
        title: 'Basics',
        semesterHours: 2,
        children: ['first', 'second'].map((id) => ({ id, title: id, semesterHours: 1, fits: {} })),
      },
      { id: 'science', title: 'Science', semesterHours: 1, fits: { areas: ['science'] }, mayShareWith: ['basics'] },
      { id: 'electives', title: 'Electives', semesterHours: 3, fits: {}, takesExcess: true },
    ],
    qualifiers: [],
  },
  school: {
    ...school,
    accepts: (['alternative', 'college'] as const).map((from) => ({
      from,
      verdict: 'yes',
      says: 'Accepted.',
      sources: [source],
    })),
    maximums: [],
    residency: [],
  },
  equivalencies: split.map((course, index) => ({
    course,
    becomes: index === 0 ? [{ ...hour, areas: ['science'] }, hour] : [hour],
    basis: 'decided',
    sources: [source],
  })),
  credits: [
    {
      id: 'half',
      status: 'completed',
      typed: { title: 'Half', semesterHours: 0.5, level: 'lower-division', source: 'college' },
      decision: {
        becomes: [{ title: 'Half', semesterHours: 0.5, level: 'lower-division', areas: ['science'] }],
        decidedOn: '2026-11-01',
        by: 'Registrar',
      },
    },
  ],
  courses: new Map(),
  offers: split.map((id) => ({
    course: { id, title: id, provider: 'a', kind: 'course', recommendations: [] },
    ways: [{ fees: [], membership: 'a/1', unknown: [] }],
    outsideUs: 'yes',
  })),
  memberships: memberships.slice(0, 1),
  wishes: usualWishes,
  today,
};
