import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TypedCourse } from '../../../src/engine/index.ts';
import { auditPlan } from '../../../src/planner/audit/plan-audit.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import {
  hasPlace,
  hopedAlone,
  planAsIf,
  questionAbout,
  tryElective,
  tryHours,
  tryRefusal,
  type Trial,
} from '../../../src/planner/audit/what-if.ts';
import type { School } from '../../../src/schemas/school.ts';
import { againstWords, differenceWords, trialWords } from '../../../src/planner/audit/wording-decisions.ts';
import { school } from '../../engine/example-university.ts';
import { catalog, landingIn, planOf, today } from '../example-catalog.ts';

const plan = planOf('example/certificate', 'example/composition', 'example/nobody');
/** What can be tried with a credit of the plan. */
const ask = (of: Plan, id: string) => {
  const credit = of.credits.find((one) => one.id === id)!;
  return questionAbout(credit, landingIn(of, id), () => hopedAlone(credit, catalog, today));
};
const question = (id: string) => ask(plan, id)!;
const audited = (trial: Trial, of = plan) => auditPlan(planAsIf(of, trial, today), catalog, today);
const now = auditPlan(plan, catalog, today);

test('six hours in place of up to twelve are tried without the plan being changed', () => {
  const before = JSON.stringify(plan);
  const trial = tryHours(question('c1'), [6]);
  expect(trialWords(trial, 'The certificate')).toBe('The school gives 6 hours for The certificate, not 12.');
  const { met } = audited(trial);
  expect(met).toEqual({ least: 12, likely: 12, most: 12 });
  expect(differenceWords(now.met, met)).toBe(
    'Your degree would have 12 sure in place of 6 and 12 likely in place of 6.',
  );
  expect(JSON.stringify(plan)).toBe(before);
});

test('a course that lands as an elective leaves the requirement it was meant for', () => {
  const trial = tryElective(question('c2'));
  expect(trial.becomes).toMatchObject([
    { semesterHours: 3, title: 'Free elective' },
    { semesterHours: 3, title: 'Free elective' },
  ]);
  const { outcomes } = audited(trial);
  const places = outcomes.filter(({ accepted }) => accepted.credit === 'c2').map(({ applied }) => applied?.block);
  expect(places).toEqual(['electives', 'electives']);
});

test('a refusal, and no hours at all, give nothing', () => {
  for (const trial of [tryRefusal(question('c2')), tryHours(question('c2'), [0, 0])]) {
    expect(trial.kind).toBe('refused');
    expect(audited(trial).notAccepted).toContainEqual(expect.objectContaining({ credit: 'c2', reason: 'refused' }));
  }
});

test('of a course with two parts one part alone can be tried', () => {
  const { becomes } = tryHours(question('c2'), [3, 0]);
  expect(becomes).toMatchObject([{ semesterHours: 3, schoolCourse: 'ENG-1010' }]);
});

test('a course of which nobody knows what it gives can be tried as an elective of any hours', () => {
  const course = question('c3');
  expect(course).toMatchObject({ kind: 'something', most: [0] });
  expect(hasPlace(course)).toBe(false);
  const trial = tryElective(course, [3]);
  expect(trialWords(trial, 'The course')).toBe('The course lands as a free elective.');
  expect(audited(trial).met.least).toBe(now.met.least + 3);
});

test('a course that is not in the catalog can be tried too, and one with hours that are not known', () => {
  for (const course of ['gone/away', 'example/unmeasured'])
    expect(ask(planOf(course), 'c1'), course).toMatchObject({ kind: 'something', most: [0] });
});

test('an exception can be tried for what the school refuses, and says what it goes against', () => {
  const of = planOf('example/nccrs');
  const refused = ask(of, 'c1')!;
  expect(refused).toMatchObject({ kind: 'exception', most: [3], against: { reason: 'not-accepted-by-school' } });
  expect(againstWords(refused.against!)).toBe(
    'It goes against what the school says: The school does not take it. NCCRS is not accepted. ' +
      'Only the school can make an exception.',
  );
  const trial = tryElective(refused, [2]);
  expect(trialWords(trial, 'The course')).toBe('The school makes an exception for The course: Free elective, 2 hours.');
  expect(audited(trial, of).met.least).toBe(2);
});

test('an exception for a score or a date gives what the course becomes without it', () => {
  const late = { course: 'example/lapsed', status: 'completed', completedOn: '2025-05-01' } as const;
  const low = { course: 'example/composition', status: 'completed', score: 40 } as const;
  const of = planOf(low, late);
  expect(ask(of, 'c1')).toMatchObject({
    against: { reason: 'below-passing-score', scores: [40, 50] },
    hoped: [
      { schoolCourse: 'ENG-1010', semesterHours: 3 },
      { schoolCourse: 'ENG-1020', semesterHours: 3 },
    ],
  });
  expect(againstWords(ask(of, 'c1')!.against!)).toBe(
    'It goes against what the school says: Your score is 40. At least 50 is asked for. ' +
      'Only the school can make an exception.',
  );
  const trial = tryHours(ask(of, 'c1')!, [3, 0]);
  expect(audited(trial, of).outcomes.map(({ applied }) => applied?.block)).toEqual(['english-1']);
  expect(ask(of, 'c2')).toMatchObject({ against: { reason: 'recommendation-expired' }, most: [3] });
});

test('a course that counts already can be tried as an elective beside it', () => {
  const of = planOf('example/composition', 'example/english-1');
  const [twice] = of.credits.map(({ id }) => ask(of, id)).filter((one) => one?.kind === 'exception');
  expect(twice).toMatchObject({ against: { reason: 'duplicate-credit' }, hoped: [{ semesterHours: 3 }] });
  expect(hasPlace(twice!)).toBe(false);
  const { outcomes, notAccepted } = audited(tryElective(twice!), of);
  expect(notAccepted).toEqual([]);
  expect(outcomes.filter(({ applied }) => applied)).toHaveLength(3);
});

test('a typed course that the school refuses is tried as it was typed', () => {
  const typed = { title: 'Law', semesterHours: 4, level: 'upper-division', subject: 'LAW', source: 'exam' } as const;
  const credit = { id: 'c1', typed, status: 'planned' } as const;
  expect(hopedAlone(credit, catalog, today)).toMatchObject([{ semesterHours: 4, subject: 'LAW' }]);
});

test('nothing is to be tried of what the school has decided, and of a course that was failed', () => {
  expect(question('c1').kind).toBe('less');
  const decision = { becomes: [], decidedOn: today, by: 'Registrar' };
  const of = planOf(
    { course: 'example/art', status: 'planned', decision },
    { course: 'example/art', status: 'completed', grade: 'F' },
  );
  expect(of.credits.map(({ id }) => ask(of, id))).toEqual([undefined, undefined]);
});

test('whatever is tried, the answer has these hours for the course and the other courses keep theirs', () => {
  const hours = fc.integer({ min: 0, max: 48 }).map((quarters) => quarters / 4);
  fc.assert(
    fc.property(fc.constantFrom('c1', 'c2'), fc.tuple(hours, hours), (credit, given) => {
      const trial = tryHours(question(credit), given);
      const wanted = question(credit)
        .most.map((_, part) => given[part] ?? 0)
        .filter((some) => some > 0);
      const { outcomes } = audited(trial);
      const tried = outcomes.filter(({ accepted }) => accepted.credit === credit);
      expect(tried.map(({ accepted }) => accepted.hours)).toEqual(
        wanted.map((some) => ({ least: some, likely: some, most: some })),
      );
      const others = (all: typeof outcomes) =>
        all.filter(({ accepted }) => accepted.credit !== credit).map(({ accepted }) => accepted);
      expect(others(outcomes)).toEqual(others(now.outcomes));
    }),
    { numRuns: 1000 },
  );
});

test.for([
  ['two-levels', [{ semesterHours: 6, level: 'lower-division', title: 'example/two-levels' }]],
  ['unmeasured', [{ semesterHours: 0, level: 'lower-division', title: 'example/unmeasured' }]],
  ['nobody', [{ semesterHours: 0, level: 'lower-division', title: 'example/nobody' }]],
] as const)('without an answer of the school, %s is hoped for as it is recommended', ([course, hoped]) => {
  const refusing = { ...catalog, school: { ...catalog.school, school: { ...school, accepts: [] }, equivalencies: [] } };
  expect(hopedAlone({ id: 'c1', course: `example/${course}`, status: 'planned' }, refusing, today)).toEqual(hoped);
});

test('of a course that nobody knows an elective is hoped for, of one that was typed what was typed', () => {
  const elective = [{ semesterHours: 0, level: 'lower-division', title: 'Free elective' }];
  const gone = { id: 'c1', course: 'gone/away', status: 'planned' } as const;
  expect(hopedAlone(gone, catalog, today)).toEqual(elective);
  const typed = { title: 'Law', semesterHours: 4, level: 'upper-division', source: 'alternative' } as const;
  expect(hopedAlone({ id: 'c1', typed, status: 'planned' }, catalog, today)).toEqual([
    { semesterHours: 4, level: 'upper-division', title: 'Law' },
  ]);
});

test('of a typed course that the school refuses, or gives elsewhere alone, what can be had is hoped for', () => {
  const law = { title: 'Law', semesterHours: 4, level: 'upper-division', subject: 'LAW' } as const;
  const hopedAt = (other: Partial<School>, typed: TypedCourse) => {
    const at = { ...catalog, school: { ...catalog.school, school: { ...school, ...other } } };
    return hopedAlone({ id: 'c1', typed, status: 'planned' }, at, today);
  };
  const refusing: Partial<School> = {
    accepts: [{ from: 'college', verdict: 'no', says: 'Not taken.', sources: [] }],
  };
  expect(hopedAt(refusing, { ...law, source: 'college' })).toEqual([law]);
  const strict = { courses: school.courses.map((course) => ({ ...course, onlyHere: true })) };
  expect(hopedAt(strict, { ...law, source: 'college', schoolCourse: 'ENG-1010' })).toEqual([law]);
});

test('a credit has its place where any part of it has a course, a subject or an area', () => {
  const part = { semesterHours: 3, level: 'lower-division', title: 'A course' } as const;
  const asked = (...hoped: Trial['becomes'][number][]) => hasPlace({ ...question('c1'), hoped });
  expect(asked(part, part)).toBe(false);
  for (const place of [{ schoolCourse: 'ENG-1010' }, { subject: 'ENG' }, { areas: ['humanities'] }])
    expect(asked(part, { ...part, ...place })).toBe(true);
});

test('an answer that is tried says its kind, and names nobody who gave it', () => {
  expect(tryHours(question('c2'), [3, 3]).kind).toBe('hours');
  expect(tryElective(question('c2')).kind).toBe('elective');
  const [credit] = planAsIf(plan, tryRefusal(question('c1')), today).credits;
  expect(credit?.decision).toEqual({ becomes: [], decidedOn: today, by: '' });
});
