import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditDegree, smallestRepair, withChange, type PlannedCredit } from '../../src/engine/index.ts';
import { isUsed } from '../../src/engine/repair.ts';
import { auditInput, courses } from './example-university.ts';

const planned = (id: string, course: string, more: Partial<PlannedCredit> = {}): PlannedCredit => ({
  id,
  course: `example/${course}`,
  status: 'planned',
  ...more,
});
const typed = (id: string, semesterHours: number): PlannedCredit => ({
  id,
  status: 'planned',
  typed: { title: id, semesterHours, level: 'lower-division', source: 'college' },
});

describe('the smallest change that would use a credit', () => {
  test('is to take back the pins that keep it out', () => {
    const out = ['english-1', 'electives'].map((block) => ({ part: 0, block, use: false }));
    const repair = smallestRepair(auditInput([planned('c1', 'english-1', { pins: out })]), 'c1');
    expect(repair?.change).toEqual({ kind: 'release-pins', credit: 'c1' });
  });

  test('is to reach the score from which it counts', () => {
    const repair = smallestRepair(auditInput([planned('c1', 'composition', { score: 41 })]), 'c1');
    expect(repair).toEqual({ change: { kind: 'reach-score', credit: 'c1', score: 50 }, met: 6 });
  });

  test('is to leave out the other exam where a maximum has room for one of them only', () => {
    const repair = smallestRepair(auditInput([planned('c1', 'exam-a'), planned('c2', 'exam-b')]), 'c2');
    expect(repair?.change).toEqual({ kind: 'drop-credit', credit: 'c1' });
  });

  test('is to leave out what it duplicates', () => {
    const credits = [planned('c1', 'english-1'), planned('c2', 'english-1', { status: 'completed' })];
    expect(smallestRepair(auditInput(credits), 'c1')?.change).toEqual({ kind: 'drop-credit', credit: 'c2' });
  });

  test('is to ask the school for a decision where all blocks that it fits are full of surer credit', () => {
    const pins = [{ part: 0, block: 'electives', use: true }];
    const credits = [{ ...typed('c1', 3), pins }, { ...typed('c2', 3), pins }, planned('c3', 'certificate')];
    expect(smallestRepair(auditInput(credits), 'c3')?.change).toMatchObject({ kind: 'school-decides', credit: 'c3' });
  });

  test('is none for a course that nobody recommends', () => {
    expect(smallestRepair(auditInput([planned('c1', 'nobody')]), 'c1')).toBeUndefined();
  });

  test('does what it promises, for any plan', () => {
    const plan = fc
      .array(fc.constantFrom(...courses.keys()), { minLength: 1, maxLength: 9 })
      .map((ids) =>
        ids.map((course, index): PlannedCredit => ({ id: `c${index}`, course, status: 'planned', score: 45 })),
      );
    fc.assert(
      fc.property(plan, (credits) => {
        const input = auditInput(credits);
        const before = auditDegree(input);
        for (const { id } of credits) {
          if (isUsed(before, id)) continue;
          const repair = smallestRepair(input, id);
          if (!repair) continue;
          const after = auditDegree({ ...input, credits: withChange(credits, repair.change) });
          expect(isUsed(after, id)).toBe(true);
          expect(after.met.likely).toBe(repair.met);
        }
      }),
      { numRuns: 60 },
    );
  });
});
