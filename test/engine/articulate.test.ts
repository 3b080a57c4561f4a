/** What the school makes of one course, where the answer depends on more than one row or line. */
import { describe, expect, test } from 'vitest';
import { articulateCredit, type PlannedCredit } from '../../src/engine/index.ts';
import { levelOf } from '../../src/engine/articulate.ts';
import { courseSchema } from '../../src/schemas/course.ts';
import { equivalencySchema } from '../../src/schemas/equivalency.ts';
import { schoolSchema } from '../../src/schemas/school.ts';
import { school } from './example-university.ts';

const sources = [{ says: 'Example', url: 'https://example.edu/', checkedOn: '2026-11', confidence: 'primary' }];
const course = {
  id: 'example/ethics',
  ...courseSchema.parse({
    title: 'Ethics',
    provider: 'example',
    kind: 'course',
    area: 'arts-and-humanities',
    recommendations: [{ by: 'ACE', parts: [{ semesterHours: 3 }] }],
    assessment: {},
    sources,
  }),
};
const row = (schoolCourse: string, more: object = {}) =>
  equivalencySchema.parse({
    course: 'example/ethics',
    becomes: [{ kind: 'direct-course', schoolCourse, title: 'A course' }],
    basis: 'decided',
    sources,
    ...more,
  });

function becomes(rows: ReturnType<typeof row>[], more: { program?: string; verdict?: string } = {}): string[] {
  const line = { provider: 'example', verdict: more.verdict, says: 'So says the school.', sources };
  const facts = {
    school: schoolSchema.parse({ ...school, accepts: more.verdict ? [...school.accepts, line] : school.accepts }),
    equivalencies: rows,
    courses: new Map([[course.id, course]]),
    ...(more.program === undefined ? {} : { degree: { program: more.program } }),
    today: '2026-11-25',
  };
  const { accepted, notAccepted } = articulateCredit({ id: 'c1', course: course.id, status: 'planned' }, facts);
  return [...accepted.map((one) => one.schoolCourse ?? one.kind), ...notAccepted.map(({ reason }) => reason)];
}

const ofOne = row('PHI-3010', { toward: ['nursing'] });
const ofAll = row('PHI-1010');

test.for([
  ['holds toward its program', [ofOne], 'nursing', ['PHI-3010']],
  ['does not hold toward another: the recommendation stands in', [ofOne], 'business', ['general-elective']],
  ['does not hold where no program is known', [ofOne], undefined, ['general-elective']],
  ['outranks a row for all programs, whichever comes first', [ofAll, ofOne], 'nursing', ['PHI-3010']],
  ['leaves other programs to the row for all', [ofOne, ofAll], 'business', ['PHI-1010']],
] as const)('a row for one program %s', ([, rows, program, expected]) => {
  expect(becomes([...rows], program === undefined ? {} : { program })).toEqual(expected);
});

test('a list says less of a course whose recommendation has ended: nothing is sure, nothing likely', () => {
  const ended = { ...course.recommendations[0]!, effectiveTo: '2023-12-31' };
  const facts = {
    school,
    equivalencies: [ofAll],
    courses: new Map([[course.id, { ...course, recommendations: [ended] }]]),
    today: '2026-11-25',
  };
  const of = (more: Partial<PlannedCredit>) =>
    articulateCredit({ id: 'c1', course: course.id, status: 'planned', ...more }, facts).accepted[0];
  expect(of({})).toMatchObject({
    certainty: 'reported',
    hours: { least: 0, likely: 0, most: 3 },
    remarks: ['must-be-confirmed'],
  });
  expect(of({ status: 'completed', completedOn: '2022-05-01' })).toMatchObject({
    certainty: 'published',
    hours: { least: 3, likely: 3, most: 3 },
    remarks: [],
  });
});

test('a refusal may hold toward one program only', () => {
  const refused = row('PHI-3010', { becomes: [], toward: ['nursing'] });
  expect(becomes([refused, ofAll], { program: 'nursing' })).toEqual(['not-accepted-by-school']);
  expect(becomes([refused, ofAll], { program: 'business' })).toEqual(['PHI-1010']);
});

// Charter Oak takes other providers by agreement only (https://www.charteroak.edu/cpl/credit-for-courses.php), while
// copies of a provider's own list say what its courses become there.
test('where a provider is taken by agreement only, a list that must be confirmed decides nothing', () => {
  const unsure = row('PHI-1010', { confirm: 'The list was seen as a copy only.' });
  expect(becomes([unsure], { verdict: 'with-agreement' })).toEqual(['needs-agreement']);
  expect(becomes([unsure], { verdict: 'yes' })).toEqual(['PHI-1010']);
  expect(becomes([ofAll], { verdict: 'with-agreement' })).toEqual(['PHI-1010']);
});

type Course = typeof course;
type Recommendation = Course['recommendations'][number];

/** A recommendation of ACE for 3 hours. */
const ace = (more: Partial<Recommendation> = {}): Recommendation => ({
  by: 'ACE',
  parts: [{ semesterHours: 3, level: 'lower-division' }],
  atMost: false,
  ...more,
});

type Asked = {
  readonly recommendations?: readonly Recommendation[];
  readonly kind?: Course['kind'];
  readonly rows?: readonly ReturnType<typeof row>[];
  /** More lines of what the school accepts, before its own. */
  readonly accepts?: readonly object[];
  readonly credit?: Partial<PlannedCredit>;
};

function articulate({ recommendations = [ace()], kind = 'course', rows = [], accepts = [], credit = {} }: Asked) {
  return articulateCredit(
    { id: 'c1', course: course.id, status: 'planned', ...credit },
    {
      school: schoolSchema.parse({
        ...school,
        accepts: [...accepts.map((line) => ({ says: 'So says the school.', sources, ...line })), ...school.accepts],
      }),
      equivalencies: rows,
      courses: new Map([[course.id, { ...course, kind, recommendations: [...recommendations] }]]),
      today: '2026-11-25',
    },
  );
}

/** What is accepted, where nothing is refused. */
function acceptedOf(asked: Asked) {
  const { accepted, notAccepted } = articulate(asked);
  expect(notAccepted).toEqual([]);
  return accepted;
}

/** The one reason, where nothing is accepted. */
function refusedOf(asked: Asked) {
  const { accepted, notAccepted } = articulate(asked);
  expect(accepted).toEqual([]);
  expect(notAccepted).toHaveLength(1);
  return notAccepted[0]!;
}

const hoursOf = (asked: Asked) => acceptedOf(asked).map(({ hours }) => [hours.least, hours.likely, hours.most]);
const remarksOf = (asked: Asked) => acceptedOf(asked).flatMap(({ remarks }) => remarks);

describe('a course that is only recommended', () => {
  test('becomes an elective of the likely hours, with what is not known about it', () => {
    expect(acceptedOf({})).toMatchObject([
      {
        id: 'c1.0',
        title: 'Ethics',
        kind: 'general-elective',
        areas: [],
        level: 'lower-division',
        levelKnown: true,
        hours: { least: 0, likely: 3, most: 3 },
        certainty: 'recommended',
        source: 'alternative',
        provider: 'example',
        recommender: 'ACE',
        remarks: ['no-equivalency-known', 'subject-not-known'],
      },
    ]);
  });

  test('rests on the school’s policy and on the course’s own pages', () => {
    const own = [{ ...sources[0]!, says: 'The policy' }];
    const [one] = acceptedOf({ accepts: [{ recommender: 'ACE', verdict: 'yes', sources: own }] });
    expect(one?.sources.map(({ says }) => says)).toEqual(['The policy', 'Example']);
    const [unsaid] = acceptedOf({ recommendations: [ace({ by: 'College Board' })] });
    expect(unsaid?.sources.map(({ says }) => says)).toEqual(['Example']);
  });

  test('in two subjects becomes two parts, each titled by its subject', () => {
    const parts: Recommendation['parts'] = [
      { semesterHours: 3, level: 'lower-division', subject: 'Ethics' },
      { semesterHours: 1, level: 'upper-division', subject: 'Law' },
      { semesterHours: 2 },
    ];
    const titled = acceptedOf({ recommendations: [ace({ parts })] });
    expect(titled.map(({ id, title, hours, level }) => [id, title, hours.likely, level])).toEqual([
      ['c1.0', 'Ethics: Ethics', 3, 'lower-division'],
      ['c1.1', 'Ethics: Law', 1, 'upper-division'],
      ['c1.2', 'Ethics', 2, 'lower-division'],
    ]);
    expect(acceptedOf({ recommendations: [ace({ parts: parts.slice(1, 2) })] })[0]?.title).toBe('Ethics');
  });

  test('of a level that nobody names counts as lower division, and says so', () => {
    const [one] = acceptedOf({ recommendations: [ace({ parts: [{ semesterHours: 3 }] })] });
    expect(one).toMatchObject({ level: 'lower-division', levelKnown: false });
    expect(one?.remarks).toContain('level-not-known');
  });

  test('for a range of hours counts for nothing but the best case, and says so', () => {
    expect(hoursOf({ recommendations: [ace({ atMost: true })] })).toEqual([[0, 0, 3]]);
    expect(remarksOf({ recommendations: [ace({ atMost: true })] })).toContain('range-of-hours');
  });

  test('has parts without hours left out; without any other nobody knows the hours', () => {
    const parts = [{ semesterHours: 3 }, {}, { semesterHours: 0 }];
    expect(hoursOf({ recommendations: [ace({ parts })] })).toEqual([[0, 3, 3]]);
    const unknown = refusedOf({ recommendations: [ace({ parts: [{}, { semesterHours: 0 }] })] });
    expect(unknown).toMatchObject({ reason: 'hours-not-known', says: 'ACE is accepted in general.' });
  });

  test('counts in full while its recommendation is in force on the day of its end', () => {
    const recommendations = [ace({ effectiveFrom: '2025-01-01', effectiveTo: '2027-06-30' })];
    const on = (completedOn: string) => ({ recommendations, credit: { completedOn } });
    expect(hoursOf(on('2027-06-30'))).toEqual([[0, 3, 3]]);
    expect(remarksOf(on('2027-06-30'))).toEqual(['no-equivalency-known', 'subject-not-known']);
    expect(refusedOf(on('2027-07-01')).reason).toBe('recommendation-expired');
    expect(refusedOf(on('2024-12-31')).reason).toBe('recommendation-not-yet-in-force');
  });

  test('without a day counts for the best case alone where the recommendation ends, and says what is missing', () => {
    const asked = { recommendations: [ace({ effectiveTo: '2027-06-30' })] };
    expect(hoursOf(asked)).toEqual([[0, 0, 3]]);
    expect(remarksOf(asked)).toContain('no-completion-date-for-a-recommendation-that-ends');
  });

  test('between two recommendations is too late for one, and not early for both', () => {
    const recommendations = [ace({ effectiveTo: '2024-12-31' }), ace({ effectiveFrom: '2026-01-01' })];
    expect(refusedOf({ recommendations, credit: { completedOn: '2025-06-01' } }).reason).toBe('recommendation-expired');
  });

  test('takes the recommendation that the school takes, whichever comes first', () => {
    const nccrs = ace({ by: 'NCCRS', parts: [{ semesterHours: 6 }] });
    expect(hoursOf({ recommendations: [nccrs, ace()] })).toEqual([[0, 3, 3]]);
    expect(refusedOf({ recommendations: [nccrs] })).toMatchObject({
      reason: 'not-accepted-by-school',
      says: 'NCCRS is not accepted.',
    });
  });

  test.for([
    ['yes', 'recommended', [0, 3, 3], false],
    ['case-by-case', 'unknown', [0, 0, 3], true],
  ] as const)('by a recommender whom the school takes so: %s', ([verdict, certainty, hours, remarked]) => {
    const asked = { accepts: [{ recommender: 'ACE', verdict }] };
    expect(acceptedOf(asked)[0]?.certainty).toBe(certainty);
    expect(hoursOf(asked)).toEqual([hours]);
    expect(remarksOf(asked).includes('case-by-case')).toBe(remarked);
  });

  test('by a recommender of whom the school says nothing is possible at best', () => {
    const asked = { recommendations: [ace({ by: 'other' as Recommendation['by'] })] };
    expect(acceptedOf(asked)[0]?.certainty).toBe('unknown');
    expect(hoursOf(asked)).toEqual([[0, 0, 3]]);
  });

  test('by a recommender whom the school takes by agreement gives nothing without one', () => {
    expect(refusedOf({ accepts: [{ recommender: 'ACE', verdict: 'with-agreement' }] })).toMatchObject({
      reason: 'needs-agreement',
      says: 'So says the school.',
      sources,
    });
  });

  test.for(['ACE', 'NCCRS'] as const)(
    'of a provider that the school names is taken as it says, whoever recommends: %s',
    (by) => {
      const asked = { recommendations: [ace({ by })], accepts: [{ provider: 'example', verdict: 'yes' }] };
      expect(acceptedOf(asked)[0]).toMatchObject({ certainty: 'recommended', recommender: by });
      const refused = { ...asked, accepts: [{ provider: 'example', verdict: 'no' }] };
      expect(refusedOf(refused)).toMatchObject({
        reason: 'not-accepted-by-school',
        says: 'So says the school.',
        sources,
      });
    },
  );

  test('of another provider is not touched by what the school says of one', () => {
    expect(hoursOf({ accepts: [{ provider: 'someone-else', verdict: 'no' }] })).toEqual([[0, 3, 3]]);
    const one = { provider: 'someone-else', recommender: 'ACE', verdict: 'no' };
    expect(hoursOf({ accepts: [one] })).toEqual([[0, 3, 3]]);
  });

  test.for([
    ['course', 'alternative', 'no', 'not-accepted-by-school'],
    ['exam', 'exam', 'no', 'not-accepted-by-school'],
    ['exam', 'exam', 'with-agreement', 'needs-agreement'],
    ['exam', 'exam', 'yes', 'recommended'],
    ['exam', 'exam', 'case-by-case', 'unknown'],
    ['course', 'exam', 'no', 'unknown'],
  ] as const)('of a sort is taken as the school says of the sort, where it says nothing nearer: %j', (given) => {
    const [kind, from, verdict, expected] = given;
    const asked = { kind, recommendations: [ace({ by: 'university' })], accepts: [{ from, verdict }] };
    const { accepted, notAccepted } = articulate(asked);
    expect([...accepted.map(({ certainty }) => certainty), ...notAccepted.map(({ reason }) => reason)]).toEqual([
      expected,
    ]);
    expect(hoursOf({ kind, accepts: [{ from, verdict }] })).toEqual([[0, 3, 3]]);
  });

  test('that one student’s plan names says so, and is no list', () => {
    const rows = [row('PHI-3010', { basis: 'student-plan' })];
    expect(acceptedOf({ rows })[0]?.kind).toBe('general-elective');
    expect(remarksOf({ rows })).toContain('student-plan-hint');
  });

  test('earns with a score the highest recommendation that it reaches, and without one the lowest', () => {
    const recommendations = [
      ace({ minimumScore: 50 }),
      ace({ minimumScore: 63, parts: [{ semesterHours: 6, level: 'lower-division' }] }),
    ];
    const at = (score?: number) => ({ recommendations, kind: 'exam' as const, credit: score ? { score } : {} });
    expect([at(), at(50), at(62), at(63)].map((asked) => hoursOf(asked)[0]?.[1])).toEqual([3, 3, 3, 6]);
    expect([at(), at(50)].map((asked) => remarksOf(asked).includes('score-not-entered'))).toEqual([true, false]);
    expect(refusedOf(at(49))).toMatchObject({ reason: 'below-passing-score', scores: [49, 50] });
    expect(acceptedOf(at())[0]?.source).toBe('exam');
  });

  test('that nobody recommends gives nothing, and neither does one that the catalog does not know', () => {
    expect(refusedOf({ recommendations: [] })).toMatchObject({ reason: 'no-recommendation', sources: course.sources });
    expect(refusedOf({ credit: { course: 'gone/course' } })).toEqual({
      credit: 'c1',
      title: 'gone/course',
      reason: 'not-in-catalog',
      sources: [],
    });
  });

  test('that was failed gives nothing, though a list names it; another grade stays with the credit', () => {
    expect(refusedOf({ rows: [ofAll], credit: { grade: 'F' } }).reason).toBe('below-minimum-grade');
    expect(acceptedOf({ credit: { grade: 'D' } })[0]?.grade).toBe('D');
    expect(acceptedOf({})[0]).not.toHaveProperty('grade');
  });
});

describe('a course that a list of the school names', () => {
  test('becomes the school’s course with its hours, level, area and subject', () => {
    expect(acceptedOf({ rows: [row('PHI-3010')] })).toMatchObject([
      {
        kind: 'direct-course',
        schoolCourse: 'PHI-3010',
        subject: 'PHI',
        areas: ['humanities'],
        level: 'upper-division',
        levelKnown: true,
        hours: { least: 3, likely: 3, most: 3 },
        certainty: 'published',
        remarks: [],
      },
    ]);
  });

  test('is sure only where the school’s or the provider’s own page says so', () => {
    const reported = [{ ...sources[0]!, confidence: 'reported' }];
    const asked = { rows: [row('PHI-1010', { sources: reported })] };
    expect(acceptedOf(asked)[0]?.certainty).toBe('reported');
    expect(hoursOf(asked)).toEqual([[0, 3, 3]]);
    expect(hoursOf({ rows: [row('PHI-1010', { sources: [...reported, ...sources] })] })).toEqual([[3, 3, 3]]);
  });

  test('is less sure, and says so, where the list must be confirmed', () => {
    const asked = { rows: [row('PHI-1010', { confirm: 'The list is old.' })] };
    expect(acceptedOf(asked)[0]?.certainty).toBe('reported');
    expect(remarksOf(asked)).toEqual(['must-be-confirmed']);
  });

  test('without a day is not sure where the row ends, and says what is missing', () => {
    const rows = [row('PHI-1010', { effectiveTo: '2027-06-30' })];
    expect(hoursOf({ rows })).toEqual([[0, 3, 3]]);
    expect(remarksOf({ rows })).toEqual(['no-completion-date-for-a-recommendation-that-ends']);
    expect(hoursOf({ rows, credit: { completedOn: '2027-06-30' } })).toEqual([[3, 3, 3]]);
    // Later the recommendation stands in.
    expect(acceptedOf({ rows, credit: { completedOn: '2027-07-01' } })[0]?.kind).toBe('general-elective');
  });

  test('asks for the score of the row', () => {
    const rows = [row('PHI-1010', { minimumScore: 50 })];
    expect(remarksOf({ rows })).toEqual(['score-not-entered']);
    expect(remarksOf({ rows, credit: { score: 50 } })).toEqual([]);
    expect(refusedOf({ rows, credit: { score: 49 } })).toMatchObject({
      reason: 'below-passing-score',
      scores: [49, 50],
      sources,
    });
  });

  test('that refuses it gives nothing, in the words of the list', () => {
    const rows = [row('PHI-1010', { becomes: [], note: 'Not for credit.' })];
    expect(refusedOf({ rows })).toMatchObject({ reason: 'not-accepted-by-school', says: 'Not for credit.', sources });
  });

  test('takes its hours from the row, else from the school’s course, else from the recommendation', () => {
    const becoming = (...becomes: object[]) => ({ rows: [row('PHI-1010', { becomes })] });
    const named = { kind: 'direct-course', schoolCourse: 'PHI-1010', title: 'Philosophy' };
    const elective = { kind: 'general-elective', title: 'Elective' };
    const four = { recommendations: [ace({ parts: [{ semesterHours: 3 }, { semesterHours: 1 }] })] };
    expect(hoursOf({ ...four, ...becoming({ ...named, semesterHours: 2 }) })).toEqual([[2, 2, 2]]);
    expect(hoursOf({ ...four, ...becoming(named) })).toEqual([[3, 3, 3]]);
    expect(hoursOf({ ...four, ...becoming(elective) })).toEqual([[4, 4, 4]]);
    // Of a range, of parts without hours, and of two parts nobody knows how the hours fall.
    expect(refusedOf({ ...becoming(elective), recommendations: [ace({ atMost: true })] }).reason).toBe(
      'hours-not-known',
    );
    expect(
      refusedOf({ ...becoming(elective), recommendations: [ace({ parts: [{ semesterHours: 3 }, {}] })] }).reason,
    ).toBe('hours-not-known');
    expect(refusedOf({ ...becoming(elective), recommendations: [] }).reason).toBe('hours-not-known');
    expect(refusedOf({ ...four, ...becoming(named, elective) }).reason).toBe('hours-not-known');
  });

  test('keeps the kind, level, subject and areas that the row names', () => {
    const becomes = [
      { kind: 'subject-elective', subject: 'ART', level: 'upper-division', title: 'Art', semesterHours: 3 },
      { kind: 'general-education', areas: ['science'], title: 'Science', semesterHours: 1 },
    ];
    expect(acceptedOf({ rows: [row('PHI-1010', { becomes })] })).toMatchObject([
      { id: 'c1.0', part: 0, kind: 'subject-elective', subject: 'ART', level: 'upper-division', title: 'Art' },
      { id: 'c1.1', part: 1, kind: 'general-education', areas: ['science'], levelKnown: false, title: 'Science' },
    ]);
  });
});

test.for([
  ['ENG-1010', 'lower-division'],
  ['PHI-3010', 'upper-division'],
  ['ZOO-2999', 'lower-division'],
  ['ZOO-3000', 'upper-division'],
  ['ZOO-299', 'lower-division'],
  ['ZOO-400', 'upper-division'],
  ['ZOO', undefined],
  [undefined, undefined],
] as const)('the level of %s is that of the list, else that of its number: %s', ([code, level]) => {
  expect(levelOf(code, school)).toBe(level);
});

test('the level that the school lists outranks the number', () => {
  const listed = { ...school, courses: [{ code: 'ZOO-3000', title: 'Zoo', level: 'lower-division' as const }] };
  expect(levelOf('ZOO-3000', listed)).toBe('lower-division');
});

describe('a course typed in', () => {
  const typed = { title: 'Old art', semesterHours: 3, level: 'upper-division', source: 'college' } as const;
  const of = (more: object, accepts: Asked['accepts'] = []): Asked => ({
    accepts,
    credit: { course: 'gone/course', typed: { ...typed, ...more } },
  });

  test('keeps its title, level, subject and course, and says who typed it', () => {
    expect(acceptedOf(of({ subject: 'ART', schoolCourse: 'ART-1010' }))).toMatchObject([
      {
        title: 'Old art',
        level: 'upper-division',
        subject: 'ART',
        schoolCourse: 'ART-1010',
        source: 'college',
        remarks: ['typed-by-student'],
      },
    ]);
  });

  test.for([
    ['college', undefined, ['typed-by-student', 'school-course-only-there']],
    ['school', 'CAP-4950', ['typed-by-student']],
  ] as const)('from %s as a course that only the school gives stands for %s', ([source, schoolCourse, remarks]) => {
    const [accepted] = acceptedOf(of({ source, schoolCourse: 'CAP-4950' }));
    expect(accepted?.schoolCourse).toBe(schoolCourse);
    expect(accepted?.remarks).toEqual(remarks);
  });

  test.for([
    ['college', 'recommended', [0, 3, 3]],
    ['foreign', 'unknown', [0, 0, 3]],
    ['school', 'published', [3, 3, 3]],
  ] as const)('from %s is %s', ([source, certainty, hours]) => {
    expect(acceptedOf(of({ source }))[0]).toMatchObject({ certainty, source });
    expect(hoursOf(of({ source }))).toEqual([hours]);
  });

  test('of a sort that the school decides on one by one is possible, and says so', () => {
    const asked = of({ source: 'foreign' }, [{ from: 'foreign', verdict: 'case-by-case' }]);
    expect(hoursOf(asked)).toEqual([[0, 0, 3]]);
    expect(remarksOf(asked)).toEqual(['typed-by-student', 'case-by-case']);
  });

  test.for([
    ['no', 'not-accepted-by-school'],
    ['with-agreement', 'needs-agreement'],
  ] as const)('of a sort to which the school says %s gives nothing', ([verdict, reason]) => {
    expect(refusedOf(of({ source: 'foreign' }, [{ from: 'foreign', verdict }]))).toEqual({
      credit: 'c1',
      title: 'Old art',
      reason,
      says: 'So says the school.',
      sources,
    });
  });

  test('is not touched by what the school says of one provider or recommender', () => {
    const lines = [
      { from: 'foreign', provider: 'example', verdict: 'no' },
      { from: 'foreign', recommender: 'ACE', verdict: 'no' },
    ];
    expect(hoursOf(of({ source: 'foreign' }, lines))).toEqual([[0, 0, 3]]);
  });
});

describe('a decision of the school', () => {
  const becomes = [{ semesterHours: 4, level: 'upper-division', title: 'Ethics', schoolCourse: 'PHI-3010' } as const];
  const decided = (more: Partial<PlannedCredit> = {}): Asked => ({
    credit: { decision: { becomes, decidedOn: '2026-10-01', by: 'Registrar' }, ...more },
  });

  test('counts in full, whatever the list, the grade and the policy say', () => {
    const refused = [row('PHI-1010', { becomes: [] })];
    const accepts = [{ provider: 'example', verdict: 'no' }];
    const [one, ...more] = acceptedOf({ ...decided({ grade: 'F' }), rows: refused, accepts });
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      certainty: 'decided',
      hours: { least: 4, likely: 4, most: 4 },
      schoolCourse: 'PHI-3010',
      source: 'alternative',
      provider: 'example',
      recommender: 'ACE',
      remarks: [],
    });
  });

  test('on a course that the catalog does not know keeps where it was typed to come from', () => {
    const typed = { title: 'Old art', semesterHours: 3, level: 'lower-division', source: 'college' } as const;
    expect(acceptedOf(decided({ course: 'gone/course', typed }))[0]?.source).toBe('college');
    expect(acceptedOf(decided({ course: 'gone/course' }))[0]?.source).toBe('alternative');
  });

  test('that gives nothing is a refusal', () => {
    const none = { becomes: [], decidedOn: '2026-10-01', by: 'Registrar' };
    expect(refusedOf({ credit: { decision: none } })).toMatchObject({ reason: 'refused', title: 'Ethics' });
  });
});

describe('what the school decided beside its rules', () => {
  const substitutions = [
    { part: 0, schoolCourse: 'ENG-1010', decidedOn: '2026-10-01', by: 'Registrar' },
    { part: 0, schoolCourse: 'PHI-3010', decidedOn: '2026-10-02', by: 'Registrar' },
  ];
  const appliedHere = [
    { part: 0, block: 'major', decidedOn: '2026-10-01', by: 'Registrar' },
    { part: 0, block: 'electives', decidedOn: '2026-10-02', by: 'Registrar' },
  ];

  test('holds for the part that it names, the last word first', () => {
    expect(acceptedOf({ credit: { substitutions, appliedHere } })[0]).toMatchObject({
      standsFor: { schoolCourse: 'PHI-3010', areas: ['humanities'], level: 'upper-division', levelKnown: true },
      appliedHere: 'electives',
    });
  });

  test('of another part leaves this one alone', () => {
    const other = { substitutions: substitutions.map((one) => ({ ...one, part: 1 })), appliedHere: [] };
    const [one] = acceptedOf({ credit: other });
    expect(one).not.toHaveProperty('standsFor');
    expect(one).not.toHaveProperty('appliedHere');
  });
});
