import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemOf } from '../../src/engine/assign.ts';
import { solveAssignment } from '../../src/engine/assign/search.ts';
import { articulateCredit, type PlannedCredit } from '../../src/engine/index.ts';
import { setDuplicatesAside } from '../../src/engine/duplicates.ts';
import { loadData } from '../../scripts/load-data.ts';
import { told } from '../told.ts';
import { randomProblem } from './random-problem.ts';
import { bestByReferee } from './referee.ts';
import { brokenRules, valueOf } from './value.ts';

const today = '2026-11-28';
const plansEach = Number(process.env['CREDIT_MAP_PLANS'] ?? 4);
const catalog = loadData('.', today);
const courses = new Map(catalog.courses.map(({ id, record }) => [id, { id, ...record }]));

describe('an independent solver finds no better answer', () => {
  test('for random problems with every kind of bound', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const best = bestByReferee(problem);
        fc.pre(best !== undefined);
        expect(valueOf(problem, solveAssignment(problem))).toEqual(best);
      }),
      { numRuns: plansEach * 25, ...told('Answers against another solver', 'compared', 'different') },
    );
  });

  for (const { id, record: degree } of catalog.degrees) {
    const school = catalog.schools.find((one) => one.id === degree.school)!.record;
    const tables = catalog.equivalencies.filter(({ record }) => record.school === degree.school);
    const equivalencies = tables.flatMap(({ record }) => record.equivalencies);
    const known = equivalencies.map(({ course }) => course);
    const plan = fc
      .uniqueArray(
        fc.oneof(fc.constantFrom(...(known.length > 0 ? known : courses.keys())), fc.constantFrom(...courses.keys())),
        {
          minLength: 5,
          maxLength: 55,
        },
      )
      .map((ids) => ids.map((course, index): PlannedCredit => ({ id: `c${index}`, course, status: 'planned' })));

    test(`for random plans toward ${id}`, () => {
      fc.assert(
        fc.property(plan, fc.constantFrom('least' as const, 'likely' as const), (credits, reading) => {
          const facts = { school, degree, equivalencies, courses, today };
          const accepted = credits.flatMap((credit) => articulateCredit(credit, facts).accepted);
          const { kept } = setDuplicatesAside(accepted, credits);
          const problem = problemOf(degree, school, kept, reading, () => ({ avoid: [] }));
          const solution = solveAssignment(problem);
          expect(solution.proven).toBe(true);
          expect(brokenRules(problem, solution)).toEqual([]);
          expect(valueOf(problem, solution)).toEqual(bestByReferee(problem));
        }),
        { numRuns: plansEach, endOnFailure: true, ...told('Answers against another solver', 'compared', 'different') },
      );
    });
  }
});
