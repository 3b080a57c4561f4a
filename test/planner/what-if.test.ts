import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditPlan } from '../../src/planner/plan-audit.ts';
import {
  canTry,
  hoursHopedFor,
  planAsIf,
  tryElective,
  tryHours,
  tryRefusal,
  type Trial,
} from '../../src/planner/what-if.ts';
import { differenceWords, trialWords } from '../../src/planner/wording-decisions.ts';
import { catalog, landingIn, planOf, today } from './example-catalog.ts';

const plan = planOf('example/certificate', 'example/composition', 'example/nobody');
const landing = (credit: string) => landingIn(plan, credit)!;
const audited = (trial: Trial) => auditPlan(planAsIf(plan, trial, today), catalog, today);
const now = auditPlan(plan, catalog, today);

test('six hours in place of up to twelve are tried without the plan being changed', () => {
  const before = JSON.stringify(plan);
  const trial = tryHours('c1', landing('c1'), [6]);
  expect(trialWords(trial, 'The certificate', 12)).toBe('The school gives 6 hours for The certificate, not 12.');
  const { met } = audited(trial);
  expect(met).toEqual({ least: 12, likely: 12, most: 12 });
  expect(differenceWords(now.met, met)).toBe(
    'Your degree would have 12 sure in place of 6 and 12 likely in place of 6.',
  );
  expect(JSON.stringify(plan)).toBe(before);
});

test('a course that lands as an elective leaves the requirement it was meant for', () => {
  const trial = tryElective('c2', landing('c2'));
  expect(trial.becomes).toMatchObject([
    { semesterHours: 3, title: 'Free elective' },
    { semesterHours: 3, title: 'Free elective' },
  ]);
  const { outcomes } = audited(trial);
  const places = outcomes.filter(({ accepted }) => accepted.credit === 'c2').map(({ applied }) => applied?.block);
  expect(places).toEqual(['electives', 'electives']);
});

test('a refusal, and no hours at all, give nothing', () => {
  for (const trial of [tryRefusal('c2'), tryHours('c2', landing('c2'), [0, 0])]) {
    expect(trial.kind).toBe('refused');
    expect(audited(trial).notAccepted).toContainEqual(expect.objectContaining({ credit: 'c2', reason: 'refused' }));
  }
});

test('of a course with two parts one part alone can be tried', () => {
  const { becomes } = tryHours('c2', landing('c2'), [3, 0]);
  expect(becomes).toMatchObject([{ semesterHours: 3, schoolCourse: 'ENG-1010' }]);
});

test('nothing is to be tried of what the school has decided, or gives nothing for', () => {
  expect(canTry(landing('c1'))).toBe(true);
  expect(canTry(landing('c3'))).toBe(false);
  expect(canTry(undefined)).toBe(false);
  const decision = { becomes: [], decidedOn: today, by: 'Registrar' };
  const decided = planOf({ course: 'example/art', status: 'planned', decision });
  expect(canTry(landingIn(decided, 'c1'))).toBe(false);
});

test('whatever is tried, the answer has these hours for the course and the other courses keep theirs', () => {
  const hours = fc.integer({ min: 0, max: 48 }).map((quarters) => quarters / 4);
  fc.assert(
    fc.property(fc.constantFrom('c1', 'c2'), fc.tuple(hours, hours), (credit, given) => {
      const trial = tryHours(credit, landing(credit), given);
      const wanted = hoursHopedFor(landing(credit))
        .map((_, part) => given[part] ?? 0)
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
