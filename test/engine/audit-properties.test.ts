import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptPlan } from '../../src/engine/accepted.ts';
import { assignCredits, problemOf } from '../../src/engine/assign.ts';
import { solveAssignment } from '../../src/engine/assign/search.ts';
import {
  auditDegree,
  leavesOf,
  withWaivers,
  whyNotEligible,
  type PlannedCredit,
  type Reading,
} from '../../src/engine/index.ts';
import type { Degree } from '../../src/schemas/degree.ts';
import { sumHours } from '../../src/engine/semester-hours.ts';
import { casesOf } from '../figures.ts';
import { auditInput, choiceDegree, courses, degree, school, sharingDegree } from './example-university.ts';
import { bestByReferee } from './referee.ts';
import { brokenRules, hoursMet, valueOf } from './value.ts';

const blocks = ['english-1', 'english-2', 'calculus', 'major', 'culture', 'capstone', 'electives', 'nowhere'];
const catalogCredit = fc.record(
  {
    course: fc.constantFrom(...courses.keys(), 'gone/course'),
    status: fc.constantFrom<PlannedCredit['status']>('considering', 'planned', 'in-progress', 'completed', 'evaluated'),
    score: fc.integer({ min: 20, max: 80 }),
    grade: fc.constantFrom<NonNullable<PlannedCredit['grade']>>('A', 'B', 'C', 'D', 'F'),
    completedOn: fc.constantFrom('2019-05-01', '2023-12-31', '2026-12-01', '2027-06-30'),
    pins: fc.array(
      fc.record({ part: fc.integer({ min: 0, max: 2 }), block: fc.constantFrom(...blocks), use: fc.boolean() }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['course', 'status'] },
);
const typedCredit = fc.record({
  status: fc.constant<PlannedCredit['status']>('completed'),
  typed: fc.record(
    {
      title: fc.constant('Typed in'),
      semesterHours: fc.constantFrom(0.5, 1, 2.67, 3, 4, 6),
      level: fc.constantFrom('lower-division' as const, 'upper-division' as const),
      source: fc.constantFrom('school' as const, 'college' as const, 'exam' as const, 'foreign' as const),
      subject: fc.constantFrom('PHI', 'ART', 'BIO', 'SOC'),
      schoolCourse: fc.constantFrom('CAP-4950', 'PHI-3010'),
    },
    { requiredKeys: ['title', 'semesterHours', 'level', 'source'] },
  ),
});
const answered = { decidedOn: '2026-11-01', by: 'Registrar' };
const part = fc.integer({ min: 0, max: 2 });
const exceptions = fc.record(
  {
    substitutions: fc.array(
      fc
        .record({ part, schoolCourse: fc.constantFrom('ENG-1010', 'MAT-2310', 'PHI-3010', 'CAP-4950', 'NIL-1010') })
        .map((one) => ({ ...one, ...answered })),
      { minLength: 1, maxLength: 2 },
    ),
    appliedHere: fc.array(
      fc.record({ part, block: fc.constantFrom(...blocks) }).map((one) => ({ ...one, ...answered })),
      { minLength: 1, maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);
const credit = fc.oneof(catalogCredit, typedCredit);
const withExceptions = fc.tuple(credit, exceptions).map(([one, decided]) => ({ ...one, ...decided }));
const plan = fc
  .array(fc.oneof({ weight: 2, arbitrary: credit }, withExceptions), { maxLength: 14 })
  .map((credits) => credits.map((one, index): PlannedCredit => ({ id: `c${index + 1}`, ...one })));
const catalogDegrees = fc.constantFrom(degree, choiceDegree, sharingDegree);
const waivers = fc.oneof(
  fc.constant([]),
  fc.array(fc.record({ block: fc.constantFrom(...blocks, 'english', 'track', 'arts-track') }), { maxLength: 3 }),
);
const degrees = fc.tuple(catalogDegrees, waivers).map(([ofCatalog, some]) => withWaivers(ofCatalog, some));
const readings: readonly Reading[] = ['least', 'likely', 'most'];

/** True if one of the two blocks says that it may share with the other. */
function shared(ofDegree: Degree, one: string, other: string): boolean {
  const leaves = leavesOf(ofDegree);
  const says = (from: string, to: string): boolean => {
    const around = leaves.find(({ block }) => block.id === to)!.path.map(({ id }) => id);
    const { mayShareWith = [] } = leaves.find(({ block }) => block.id === from)!.block;
    return mayShareWith.some((id) => around.includes(id));
  };
  return one !== other && (says(one, other) || says(other, one));
}

describe('any plan', () => {
  test('gives the same audit whatever the order of its entries, and is not changed by it', () => {
    fc.assert(
      fc.property(plan, degrees, fc.integer(), (credits, ofDegree, turn) => {
        const before = JSON.stringify(credits);
        const audit = auditDegree(auditInput(credits, ofDegree));
        const cut = credits.length ? Math.abs(turn) % credits.length : 0;
        const turned = [...credits.slice(cut), ...credits.slice(0, cut)].reverse();
        expect(auditDegree(auditInput(turned, ofDegree))).toEqual(audit);
        expect(JSON.stringify(credits)).toBe(before);
      }),
      { numRuns: casesOf(400) },
    );
  });

  test('has every credit accepted, applied or not with a reason, and twice only where two blocks share it', () => {
    fc.assert(
      fc.property(plan, degrees, (credits, ofDegree) => {
        const audit = auditDegree(auditInput(credits, ofDegree));
        for (const { id } of credits) {
          const answered =
            audit.outcomes.some(({ accepted }) => accepted.credit === id) ||
            audit.notAccepted.some(({ credit }) => credit === id);
          expect(answered).toBe(true);
        }
        for (const { applied, notApplied } of audit.outcomes)
          expect(Boolean(applied) !== Boolean(notApplied)).toBe(true);
        for (const reading of readings) {
          const uses = Map.groupBy(audit.readings[reading].applications, ({ accepted }) => accepted);
          for (const [first, second, ...more] of uses.values()) {
            expect(first?.secondUse).toBeUndefined();
            expect(more).toEqual([]);
            if (second) expect(shared(ofDegree, first!.block, second.block)).toBe(true);
          }
        }
      }),
      { numRuns: casesOf(400, 20_000) },
    );
  });

  test('meets at least what is sure, at most what is best, and its blocks add up', () => {
    fc.assert(
      fc.property(plan, degrees, (credits, ofDegree) => {
        const audit = auditDegree(auditInput(credits, ofDegree));
        const top = audit.blocks.filter(({ block }) => ofDegree.blocks.some(({ id }) => id === block));
        const inBlocks = sumHours(top.map(({ met }) => met));
        const twice = audit.readings.likely.applications.filter(({ secondUse }) => secondUse);
        if (twice.length === 0) expect(Math.min(inBlocks, ofDegree.semesterHours)).toBe(audit.met.likely);
        expect(audit.met.likely).toBeLessThanOrEqual(inBlocks);
        expect(audit.met.least).toBeLessThanOrEqual(audit.met.likely);
        expect(audit.met.likely).toBeLessThanOrEqual(audit.met.most);
        expect(audit.met.most).toBeLessThanOrEqual(ofDegree.semesterHours);
        for (const block of audit.blocks) {
          expect(block.met).toBeLessThanOrEqual(block.semesterHours);
          expect(sumHours([block.met, block.stillNeeded])).toBe(block.semesterHours);
        }
        for (const rule of [...audit.qualifiers, ...audit.maximums, ...audit.blocks.flatMap((one) => one.qualifiers)]) {
          if (rule.kind !== 'at-least' && rule.kind !== 'at-least-subjects') expect(rule).toMatchObject({ kept: true });
        }
      }),
      { numRuns: casesOf(400, 20_000) },
    );
  });

  test('keeps the pins that it does not name as broken', () => {
    fc.assert(
      fc.property(plan, degrees, (credits, ofDegree) => {
        const audit = auditDegree(auditInput(credits, ofDegree));
        for (const { accepted, applied } of audit.outcomes) {
          const pins = credits.find(({ id }) => id === accepted.credit)?.pins ?? [];
          const use = pins.findLast((one) => one.use && one.part === accepted.part);
          const last = pins.findLast((one) => one.part === accepted.part && one.block === use?.block);
          const pin = last?.use ? last : undefined;
          const broken = audit.brokenPins.some(
            (one) =>
              one.credit === accepted.credit &&
              one.part === accepted.part &&
              one.block === pin?.block &&
              !one.appliedHere,
          );
          if (pin && !broken && accepted.hours.likely > 0) expect(applied?.block).toBe(pin.block);
        }
      }),
      { numRuns: casesOf(400) },
    );
  });

  test('has each credit where the school applies it, or says why not, and nothing of it is the student’s to release', () => {
    fc.assert(
      fc.property(plan, degrees, (credits, ofDegree) => {
        const audit = auditDegree(auditInput(credits, ofDegree));
        const leaves = new Set(leavesOf(ofDegree).map(({ block }) => block.id));
        for (const { accepted, applied } of audit.outcomes) {
          const { appliedHere = [] } = credits.find(({ id }) => id === accepted.credit)!;
          const word = appliedHere.findLast((one) => one.part === accepted.part);
          if (!word) continue;
          const broken = audit.brokenPins.find(
            (one) => one.appliedHere && one.credit === accepted.credit && one.part === accepted.part,
          );
          if (!leaves.has(word.block)) expect(broken?.reason).toBe('no-such-block');
          else if (!broken) expect(accepted.hours.likely > 0 ? applied?.block : word.block).toBe(word.block);
          else expect(broken.reason).toBe('no-room-with-other-pins');
        }
      }),
      { numRuns: casesOf(1000) },
    );
  });

  test('may fill by its exceptions exactly the blocks that the rules open to it, that name its course, or that the school says', () => {
    fc.assert(
      fc.property(plan, degrees, (credits, ofDegree) => {
        const audit = auditDegree(auditInput(credits, ofDegree));
        const leaves = leavesOf(ofDegree);
        for (const { accepted, mayFill } of audit.outcomes) {
          const { standsFor, appliedHere, ...alone } = accepted;
          const open = leaves.filter((leaf) => {
            if (leaf.block.id === appliedHere || !whyNotEligible(alone, leaf, ofDegree)) return true;
            const { fits = {} } = leaf.block;
            const areas = school.areas.filter(({ courses: listed }) => listed.includes(standsFor?.schoolCourse ?? ''));
            const names =
              standsFor !== undefined &&
              (fits.courses?.includes(standsFor.schoolCourse) || areas.some(({ id }) => fits.areas?.includes(id)));
            const anything = { ...leaf, block: { ...leaf.block, fits: {} } };
            return names && whyNotEligible(alone, anything, ofDegree) === undefined;
          });
          expect(mayFill).toEqual(open.map(({ block }) => block.id));
        }
      }),
      { numRuns: casesOf(1000) },
    );
  });

  test('needs as many hours after a waiver as before, and none of them in what is waived', () => {
    fc.assert(
      fc.property(catalogDegrees, waivers, (ofCatalog, some) => {
        const after = withWaivers(ofCatalog, some);
        const sizes = after.blocks.map(({ semesterHours }) => semesterHours);
        expect(after.semesterHours).toBe(ofCatalog.semesterHours);
        expect(sumHours(sizes)).toBeGreaterThanOrEqual(after.semesterHours);
        expect(withWaivers(after, some)).toBe(after);
        const left = leavesOf(after).flatMap(({ path }) => path);
        for (const { block } of some) expect(left.some(({ id }) => id === block)).toBe(false);
        for (const { path } of leavesOf(after)) {
          for (const { children, semesterHours, choose } of path) {
            if (!children || choose !== undefined) continue;
            expect(sumHours(children.map((child) => child.semesterHours))).toBe(semesterHours);
          }
        }
      }),
      { numRuns: casesOf(1000) },
    );
  });

  test('has the answer of an independent solver where blocks share', () => {
    fc.assert(
      fc.property(plan, fc.constantFrom(...readings), (credits, reading) => {
        const accepted = auditDegree(auditInput(credits, sharingDegree)).outcomes.map((one) => one.accepted);
        const problem = problemOf(sharingDegree, school, accepted, reading, () => ({ avoid: [] }));
        const solution = solveAssignment(problem);
        expect(brokenRules(problem, solution)).toEqual([]);
        expect(valueOf(problem, solution)).toEqual(bestByReferee(problem));
      }),
      { numRuns: casesOf(100) },
    );
  });

  test('meets as many of the degree’s hours as any use of the credits can, where blocks share', () => {
    fc.assert(
      fc.property(plan, fc.constantFrom(...readings), (credits, reading) => {
        const audit = auditDegree(auditInput(credits, sharingDegree));
        const accepted = audit.outcomes.map((one) => one.accepted);
        const problem = problemOf(sharingDegree, school, accepted, reading, () => ({ avoid: [] }));
        // The degree counts each credit once: no answer without second uses meets fewer hours of it than one with them.
        const firstUses = problem.items.filter(({ secondUseOf }) => secondUseOf === undefined);
        const steps = hoursMet(problem, bestByReferee({ ...problem, items: firstUses })!);
        const most = (steps * problem.step) / 100;
        expect(assignCredits(problem)).toMatchObject({ semesterHours: most, bound: most, proven: true });
      }),
      { numRuns: casesOf(100) },
    );
  });

  test('has the answer of an independent solver with the school’s exceptions, and the hours that the audit says', () => {
    fc.assert(
      fc.property(plan, degrees, fc.constantFrom(...readings), (credits, ofDegree, reading) => {
        const input = auditInput(credits, ofDegree);
        const { accepted, pins } = acceptPlan(input);
        const problem = problemOf(ofDegree, school, accepted, reading, pins);
        const best = bestByReferee(problem);
        const solution = solveAssignment(problem);
        expect(brokenRules(problem, solution)).toEqual([]);
        expect(valueOf(problem, solution)).toEqual(best);
      }),
      { numRuns: casesOf(150) },
    );
  });
});
