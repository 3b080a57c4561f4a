/** Courses on offer of one's own make, the same for the same seed, on which the work of the search for a plan is counted. */
import type { CompletionInput, Offer, Way, Wishes } from '../../../src/engine/completion.ts';
import type { Degree } from '../../../src/schemas/degree.ts';
import type { Equivalency } from '../../../src/schemas/equivalency.ts';
import { school as exampleSchool, sharingDegree } from '../example-university.ts';
import { memberships, today, usualWishes } from './random-market.ts';

const source = { says: 'Example', url: 'https://example.edu/', checkedOn: '2026-11' } as const;

/** Blocks by subject, a choice of two tracks, upper-division hours, and electives that take what sticks out. */
const degree: Degree = {
  ...sharingDegree,
  semesterHours: 36,
  blocks: [
    { id: 'philosophy', title: 'Philosophy', semesterHours: 6, fits: { subjects: ['PHI'] } },
    { id: 'arts', title: 'Arts', semesterHours: 7, fits: { subjects: ['ART', 'PHI'] } },
    {
      id: 'track',
      title: 'A track',
      semesterHours: 8,
      choose: 1,
      children: [
        { id: 'biology', title: 'Biology', semesterHours: 8, fits: { subjects: ['BIO'] } },
        { id: 'mathematics', title: 'Mathematics', semesterHours: 8, fits: { subjects: ['MAT'] } },
      ],
    },
    { id: 'upper', title: 'Upper', semesterHours: 6, fits: { level: 'upper-division' } },
    { id: 'electives', title: 'Electives', semesterHours: 9, fits: {}, takesExcess: true },
  ],
  qualifiers: [
    { id: 'least-upper', kind: 'at-least', semesterHours: 9, of: { level: 'upper-division' }, says: '9 upper.' },
    { id: 'each', kind: 'at-most-per-subject', semesterHours: 14, says: 'At most 14 in any one subject.' },
  ],
};

const school = {
  ...exampleSchool,
  accepts: ['exam', 'alternative'].map((from) => ({
    from: from as 'exam' | 'alternative',
    verdict: 'yes' as const,
    says: 'Accepted.',
    sources: [{ ...source, confidence: 'primary' as const }],
  })),
  maximums: [
    {
      id: 'exams',
      atMost: 13,
      counts: ['exam' as const],
      awards: ['bachelor' as const],
      says: 'At most 13 from exams.',
      sources: [{ ...source, confidence: 'primary' as const }],
    },
  ],
  residency: [],
};

const fee = (provider: string, priceUsd: number) => ({ what: 'Fee', provider, priceUsd });
const ways: readonly (readonly [provider: string, ways: (price: number) => readonly Way[]])[] = [
  ['a', (price) => [{ fees: [fee('a', price / 8)], membership: 'a/1', unknown: [] }]],
  [
    'a',
    (price) => [
      { fees: [], membership: 'a/1', unknown: [] },
      { fees: [fee('a', price)], unknown: [] },
    ],
  ],
  ['b', () => ['b/1', 'b/2'].map((membership) => ({ fees: [], membership, unknown: [] }))],
  ['b', () => [{ fees: [], membership: 'b/2', unknown: [] }]],
  ['c', (price) => [{ fees: [fee('c', price)], unknown: [] }]],
  ['c', (price) => [{ fees: [], monthly: fee('c', price / 2), unknown: [] }]],
];

/** So many courses, the same each time. */
export function countedMarket(seed: number, count: number, wishes: Partial<Wishes>): CompletionInput {
  let state = seed;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
  const drawn = Array.from({ length: count }, (_, index): { offer: Offer; row: Equivalency } => {
    const [provider, waysAt] = ways[draw(ways.length)]!;
    const id = `${provider}/course-${index}`;
    const kind = draw(3) === 0 ? 'exam' : 'course';
    const confidence = draw(4) === 0 ? 'reported' : 'primary';
    const subject = (['PHI', 'ART', 'BIO', 'MAT'] as const)[draw(4)]!;
    const level = draw(3) === 0 ? 'upper-division' : 'lower-division';
    const becomes = [
      { kind: 'general-elective' as const, title: 'Credit', semesterHours: 1 + draw(5), level, subject } as const,
    ];
    return {
      offer: {
        course: { id, title: id, provider, kind, recommendations: [] },
        ways: waysAt(8 * (3 + draw(20))),
        outsideUs: 'yes',
      },
      row: { course: id, becomes, basis: 'decided', sources: [{ ...source, confidence }] },
    };
  });
  return {
    degree,
    school,
    credits: [],
    courses: new Map(),
    equivalencies: drawn.map(({ row }) => row),
    offers: drawn.map(({ offer }) => offer),
    memberships,
    wishes: { ...usualWishes, ...wishes },
    today,
  };
}
