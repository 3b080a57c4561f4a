import { checkData, type DataFile } from '../../scripts/load-data.ts';
import type { Problem } from '../../src/schemas/problem.ts';

/** A made-up catalog of one of each kind, without a mistake. Tests change one thing in it and look what is said. */

type Json = Record<string, unknown>;

export const today = '2026-11-22';

const sources = [
  { url: 'https://example.edu/page', says: 'What the page says', checkedOn: '2026-11', confidence: 'primary' },
];

export function smallCatalog(): Record<string, Json> {
  return {
    'data/providers/example-courses.json': {
      name: 'Example Courses',
      kind: 'course-provider',
      url: 'https://example.com',
      recommenders: ['ACE'],
      prices: [{ what: 'Membership', priceUsd: 99, per: 'month', current: true }],
      sources: structuredClone(sources),
    },
    'data/courses/example-courses/statistics.json': {
      title: 'Statistics',
      provider: 'example-courses',
      kind: 'course',
      area: 'mathematics',
      recommendations: [
        { by: 'ACE', parts: [{ semesterHours: 3 }], effectiveFrom: '2024-01-01', effectiveTo: '2027-01-01' },
      ],
      assessment: { proctored: true },
      sources: structuredClone(sources),
    },
    'data/schools/example-u.json': {
      name: 'Example University',
      shortName: 'EU',
      city: 'Trenton',
      state: 'NJ',
      control: 'public',
      accreditor: 'Nobody',
      url: 'https://example.edu',
      accepts: [
        { recommender: 'ACE', verdict: 'yes', says: 'It is accepted.', sources: structuredClone(sources) },
        { provider: 'example-courses', verdict: 'yes', says: 'It is accepted.', sources: structuredClone(sources) },
      ],
      maximums: [
        { id: 'all', atMost: 90, awards: ['bachelor'], says: 'At most 90 hours.', sources: structuredClone(sources) },
      ],
      residency: [],
      areas: [{ id: 'numbers', title: 'Numbers', courses: ['STA-2010'], sources: structuredClone(sources) }],
      courses: [
        { code: 'STA-2010', title: 'Statistics', level: 'lower-division' },
        { code: 'LIB-4950', title: 'Capstone', level: 'upper-division', onlyHere: true },
      ],
      policies: [],
      receives: {
        receivers: [{ name: 'Office of the Registrar', routes: ['by-badge'], sources: structuredClone(sources) }],
        steps: [
          {
            id: 'apply',
            stage: 'send',
            actor: 'student',
            title: 'Apply to the university',
            text: 'Before it evaluates anything.',
            proof: 'A written answer.',
            ifStalled: 'Ask who has it.',
            sources: structuredClone(sources),
          },
        ],
        evaluation: [{ takes: { least: 10, most: 20, unit: 'days', sources: structuredClone(sources) } }],
      },
      sources: structuredClone(sources),
    },
    'data/routes/by-badge.json': {
      name: 'By badge',
      summary: 'For courses whose provider issues a badge.',
      carries: { providers: ['example-courses'], recommenders: ['ACE'] },
      steps: [
        {
          id: 'finish',
          stage: 'exam',
          actor: 'student',
          title: 'Finish the course',
          text: 'Do all of the course.',
          proof: 'A written answer.',
          ifStalled: 'Ask who has it.',
          ownAdvice: true,
        },
        {
          id: 'badge',
          stage: 'result',
          actor: 'provider',
          title: 'The badge is issued',
          text: 'The provider issues it.',
          proof: 'A written answer.',
          ifStalled: 'Ask who has it.',
          takes: { least: 3, most: 7, unit: 'business-days', sources: structuredClone(sources) },
          sources: structuredClone(sources),
        },
        {
          id: 'send',
          stage: 'send',
          actor: 'student',
          title: 'Send the badge',
          text: 'Send it to the school.',
          proof: 'A written answer.',
          ifStalled: 'Ask who has it.',
          after: ['badge'],
          sources: structuredClone(sources),
        },
      ],
      requirements: [
        {
          id: 'coursework',
          kind: 'coursework',
          title: 'All is done',
          text: 'All of the course is done.',
          shownBy: 'finish',
          ifFailed: 'Do what is missing.',
          ownAdvice: true,
        },
      ],
      windows: [
        {
          id: 'in-time',
          title: 'Send it in time',
          opensAfter: { step: 'badge' },
          months: 12,
          step: 'send',
          text: 'Afterwards it is gone.',
          sources: structuredClone(sources),
        },
      ],
      sources: structuredClone(sources),
    },
    'data/routes/other.json': {
      name: 'Any other way',
      summary: 'For everything that no other route carries.',
      carries: {},
      fallback: true,
      steps: [
        {
          id: 'ask',
          stage: 'enroll',
          actor: 'student',
          title: 'Ask the school',
          text: 'Ask what it takes.',
          proof: 'A written answer.',
          ifStalled: 'Ask who has it.',
          ownAdvice: true,
        },
        {
          id: 'check',
          stage: 'check',
          actor: 'student',
          title: 'Check the degree audit',
          text: 'See where it stands.',
          proof: 'A written answer.',
          ifStalled: 'Ask who has it.',
          ownAdvice: true,
        },
      ],
      requirements: [
        {
          id: 'agreed',
          kind: 'other',
          title: 'The school agrees',
          text: 'It says that it takes it.',
          ifFailed: 'Ask for another way.',
          ownAdvice: true,
        },
      ],
      sources: structuredClone(sources),
    },
    'data/degrees/example-u/ba-2026-27.json': {
      title: 'BA in Examples',
      school: 'example-u',
      award: 'bachelor',
      abbreviation: 'BA',
      catalogYear: '2026-27',
      semesterHours: 12,
      completeness: 'complete',
      blocks: [
        {
          id: 'core',
          title: 'Core',
          semesterHours: 6,
          qualifiers: [
            {
              id: 'upper',
              says: 'Three upper hours.',
              kind: 'at-least',
              semesterHours: 3,
              of: { level: 'upper-division' },
            },
          ],
          children: [
            { id: 'numbers', title: 'Numbers', semesterHours: 3, fits: { areas: ['numbers'] } },
            { id: 'capstone', title: 'Capstone', semesterHours: 3, fits: { courses: ['LIB-4950'] }, inResidence: true },
          ],
        },
        {
          id: 'one-of-two',
          title: 'One of two',
          semesterHours: 3,
          choose: 1,
          children: [
            { id: 'statistics', title: 'Statistics', semesterHours: 3, fits: { subjects: ['STA'] } },
            { id: 'anything', title: 'Anything', semesterHours: 6, fits: { except: { courses: ['STA-2010'] } } },
          ],
        },
        { id: 'electives', title: 'Electives', semesterHours: 3, fits: {} },
      ],
      sources: structuredClone(sources),
    },
    'data/equivalencies/example-u/example-courses.json': {
      school: 'example-u',
      provider: 'example-courses',
      equivalencies: [
        {
          course: 'example-courses/statistics',
          becomes: [{ kind: 'direct-course', schoolCourse: 'STA-2010', title: 'Statistics', areas: ['numbers'] }],
          basis: 'decided',
          sources: structuredClone(sources),
        },
      ],
    },
    'data/terms.json': [
      { id: 'level', term: 'level', means: 'How far a course goes.', sources: structuredClone(sources) },
    ] as unknown as Json,
  };
}

/** Everything that is said about these files. */
export function problemsIn(records: Record<string, unknown>): Problem[] {
  const files: DataFile[] = Object.entries(records).map(([file, record]) => ({
    file,
    text: typeof record === 'string' ? record : JSON.stringify(record),
  }));
  return checkData(files, today).problems;
}

/** The catalog with one value put at a path like `blocks[0].children[1].id`. */
export function withChange(file: string, path: string, value: unknown): Record<string, Json> {
  const catalog = smallCatalog();
  const steps = path.split(/[.[\]]+/).filter(Boolean);
  const last = steps.pop() ?? '';
  let place: unknown = catalog[file];
  for (const step of steps) place = (place as Json)[step];
  if (value === undefined) Reflect.deleteProperty(place as Json, last);
  else (place as Json)[last] = value;
  return catalog;
}
