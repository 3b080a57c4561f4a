/** A credit's trail above its steps: the route it takes, how each requirement stands, and whether the credit can be had. */
import { expect, test } from 'vitest';
import type { PlanCredit } from '../../../src/planner/plan/plan.ts';
import type { TrailFacts } from '../../../src/planner/trail/trail-types.ts';
import { reasonSentence } from '../../../src/planner/trail/wording-trail.ts';
import { doneOn, facts, route, today, trailFor } from './example-route.ts';

/** How the requirements of the made-up route stand, and what told it. */
const requirementsIn = (more: Partial<PlanCredit>, day = today) =>
  trailFor(more, day).requirements.map(({ requirement: { id }, state, by, on }) =>
    [id, state, by, on].filter(Boolean).join(' '),
  );

test.for([
  ['nothing, before anything is done', {}, 'grade open'],
  ['the score, where it is high enough', { score: 50 }, 'grade met plan'],
  ['the score, where it is too low', { score: 49 }, 'grade failed plan'],
  ['the step that shows it', { score: 49, trail: doneOn({ grade: '2026-11-20' }) }, 'grade met step 2026-11-20'],
  [
    'the step that failed',
    { score: 60, trail: { steps: { grade: { state: 'failed', on: '2026-11-20' } } } },
    'grade failed step 2026-11-20',
  ],
  ['a step that is not needed', { trail: { steps: { grade: { state: 'not-needed' } } } }, 'grade not-needed step'],
  ['nothing, while the step waits', { trail: { steps: { grade: { state: 'waiting' } } } }, 'grade open'],
  [
    'the student’s note before all else',
    { trail: { ...doneOn({ grade: '2026-11-20' }), requirements: { grade: { state: 'failed' } } } },
    'grade failed note',
  ],
] as const)('whether the grade is enough is told by %s', ([, more, told]) => {
  expect(requirementsIn(more)[0]).toBe(told);
});

test('a course without a score to reach leaves the grade open', () => {
  expect(requirementsIn({ course: 'example/ethics', score: 10 })[0]).toBe('grade open');
});

test.for([
  ['a planned course', {}, today, 'in-force open'],
  ['a course finished in time', { status: 'completed', completedOn: '2027-06-30' }, '2027-08-01', 'in-force met plan'],
  [
    'a course finished too late',
    { status: 'completed', completedOn: '2027-07-01' },
    '2027-08-01',
    'in-force failed plan',
  ],
  ['a course finished on a day that nobody knows', { status: 'completed' }, '2027-08-01', 'in-force open'],
  ['a course planned too late, while there is time', { completedOn: '2027-07-01' }, '2027-06-30', 'in-force open'],
  [
    'a course planned too late, when the time is over',
    { completedOn: '2027-07-01' },
    '2027-07-01',
    'in-force failed plan',
  ],
] as const)('whether a recommendation is in force for %s', ([, more, day, told]) => {
  expect(requirementsIn(more, day)[1]).toBe(told);
});

const rank = (id: string, more: object) => ({
  ...route,
  id,
  carries: { courses: [], providers: [], recommenders: [], from: [] },
  ...more,
});
const claims = {
  course: { courses: ['example/biology'], providers: [], recommenders: [], from: [] },
  provider: { courses: [], providers: ['example'], recommenders: [], from: [] },
  recommender: { courses: [], providers: [], recommenders: ['ACE' as const], from: [] },
};

test('of several routes the one that names the course goes first, then its provider, its recommender, and what may be', () => {
  const routes = [
    rank('z-fallback', { fallback: true }),
    rank('may-be', { mayCarry: claims.course }),
    rank('by-recommender', { carries: claims.recommender }),
    rank('by-provider', { carries: claims.provider }),
    rank('by-course', { carries: claims.course }),
    rank('of-nobody', {}),
    rank('a-fallback', { fallback: true }),
  ];
  const of = (trail?: PlanCredit['trail']) => {
    const found = trailFor(trail ? { trail } : {}, today, { ...facts, routes });
    return [found.route.id, ...found.otherRoutes.map(({ id }) => id)];
  };
  const inOrder = ['by-course', 'by-provider', 'by-recommender', 'may-be', 'a-fallback', 'z-fallback'];
  expect(of()).toEqual(inOrder);
  // The student's choice outranks all, though no claim names it.
  expect(of({ route: 'of-nobody' })).toEqual(['of-nobody', ...inOrder]);
});

test('of several recommenders that of the newest recommendation counts first', () => {
  const biology = facts.courses.get('example/biology')!;
  const [ace] = biology.recommendations;
  const by = (...names: ('ACE' | 'NCCRS')[]) =>
    new Map([['example/biology', { ...biology, recommendations: names.map((name) => ({ ...ace!, by: name })) }]]);
  const routes = ['ACE', 'NCCRS'].map((name) =>
    rank(name, { carries: { ...claims.recommender, recommenders: [name] } }),
  );
  const first = (courses: TrailFacts['courses']) => trailFor({}, today, { ...facts, routes, courses }).route.id;
  expect([first(by('ACE', 'NCCRS')), first(by('NCCRS', 'ACE'))]).toEqual(['ACE', 'NCCRS']);
});

const reasonsOf = (more: Partial<PlanCredit>, day = today, at = facts) => {
  const { state, reasons } = trailFor(more, day, at).eligibility;
  return [state, ...reasons.map(reasonSentence)];
};

test('the line above a trail says what is missing, what failed, and what cannot be made good', () => {
  expect(reasonsOf({})).toEqual([
    'not-yet',
    'Still missing: A passing grade.',
    'Still missing: The recommendation is in force.',
  ]);
  expect(reasonsOf({ score: 49 })[1]).toBe('Not met: A passing grade.');
  const failed = { steps: { grade: { state: 'failed' }, send: { state: 'failed' } } } as const;
  // A step that shows a requirement is told once, as the requirement.
  expect(reasonsOf({ trail: failed })).toEqual([
    'not-yet',
    'Not met: A passing grade.',
    'Still missing: The recommendation is in force.',
    'Failed: Send the record.',
  ]);
  expect(reasonsOf({ completedOn: '2027-07-01' })).toContain(
    'The recommendation of ACE ends on 30 June 2027, before the day you plan to finish.',
  );
  expect(reasonsOf({ status: 'completed', completedOn: '2027-07-01' }, '2027-08-01')).toEqual([
    'no-longer',
    'The recommendation of ACE ended on 30 June 2027, before the course was finished.',
  ]);
});

test('a requirement that nothing makes good ends it, and a note that the recommendation was not in force does too', () => {
  const final = route.requirements.map((one) => ({ ...one, final: true }));
  expect(reasonsOf({ score: 49 }, today, { ...facts, routes: [{ ...route, requirements: final }] })).toEqual([
    'no-longer',
    'Not met: A passing grade.',
  ]);
  expect(reasonsOf({ trail: { requirements: { 'in-force': { state: 'failed' } } } })).toEqual([
    'no-longer',
    'Not met: The recommendation is in force.',
  ]);
});

test('a record that the school does not take is told in the school’s words, on its routes alone', () => {
  const { id, school } = facts.school!;
  const refusing = (routes: string[]): TrailFacts => {
    const notTaken = [{ routes, says: 'We take no such record.', sources: [] }];
    return { ...facts, school: { id, school: { ...school, receives: { ...school.receives!, notTaken } } } };
  };
  expect(reasonsOf({}, today, refusing(['example']))[1]).toBe('We take no such record.');
  expect(reasonsOf({}, today, refusing(['other']))).toEqual(reasonsOf({}));
});

test('what the school answered stands above everything', () => {
  const becomes = [{ semesterHours: 3, level: 'lower-division', title: 'Biology' } as const];
  const answered = (some: typeof becomes) =>
    reasonsOf({ score: 49, decision: { becomes: some, decidedOn: '2026-11-20', by: 'Registrar' } });
  expect(answered(becomes)).toEqual(['granted']);
  expect(answered([])).toEqual(['not-granted']);
});

test('a recommendation lasts as long as the last of several, and for good where one has no end', () => {
  const biology = facts.courses.get('example/biology')!;
  const [ace] = biology.recommendations;
  const { effectiveTo: _, ...endless } = ace!;
  const last = (...recommendations: (typeof ace)[]) => {
    const courses = new Map([['example/biology', { ...biology, recommendations: recommendations.map((one) => one!) }]]);
    return trailFor({}, today, { ...facts, courses }).events.find(({ kind }) => kind === 'lapse')?.on;
  };
  const later = { ...ace!, effectiveTo: '2028-01-31' };
  expect([last(ace, later), last(later, ace), last(ace, endless)]).toEqual(['2028-01-31', '2028-01-31', undefined]);
});
