/** What no form lets through, and more than anyone enters: the engine still ends, with an answer. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadData } from '../../scripts/load-data.ts';
import { auditDegree, type AuditInput, type PlannedCredit } from '../../src/engine/index.ts';
import { auditInput, choiceDegree, courses, degree, sharingDegree } from './example-university.ts';

const catalog = loadData('.', '2026-11-28');
const sources = ['college', 'exam', 'alternative', 'school', 'foreign'] as const;
const levels = ['lower-division', 'upper-division'] as const;
/** Not how fast it is, but that it ends. */
const aMinute = 60_000;

/** Courses that the school's own codes make fit nearly everywhere. */
function manyCourses(count: number, school: AuditInput['school'], hoursOf: (index: number) => number): PlannedCredit[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    status: 'completed',
    typed: {
      title: 'Typed in',
      semesterHours: hoursOf(index),
      level: levels[index % levels.length]!,
      source: sources[index % sources.length]!,
      schoolCourse: school.courses[index % school.courses.length]?.code ?? 'PHI-3010',
    },
  }));
}

/** Degrees that courses of the school's own can fill for the most part. */
const known = ['aa', 'ba-computer-science', 'ba-liberal-studies', 'ba-psychology'].map((one) => `tesu/${one}-2026-27`);
/** All degrees take ten minutes; without being asked for, those and every tenth. */
const isDeep = process.env['CREDIT_MAP_PLANS'] !== undefined;
const degrees = catalog.degrees.filter(({ id }, index) => isDeep || index % 10 === 0 || known.includes(id));

describe('many courses', () => {
  for (const { id, record } of degrees) {
    const school = catalog.schools.find((one) => one.id === record.school)!.record;
    const audit = (credits: readonly PlannedCredit[]) =>
      auditDegree({ degree: record, school, equivalencies: [], courses: new Map(), credits, today: '2026-11-28' });

    test(`a thousand of 3 hours toward ${id} have an answer`, { timeout: aMinute }, () => {
      const { met, readings } = audit(manyCourses(1_000, school, () => 3));
      expect(met.likely).toBe(readings.likely.semesterHours);
      expect(met.likely).toBeLessThanOrEqual(readings.likely.bound);
      expect(met.likely).toBeGreaterThanOrEqual(known.includes(id) ? record.semesterHours / 2 : 0);
    });

    test(`five hundred of as many different hours toward ${id} have an answer`, { timeout: aMinute }, () => {
      const { met, readings } = audit(manyCourses(500, school, (index) => (index + 50) / 100));
      expect(met.likely).toBeLessThanOrEqual(readings.likely.bound);
      expect(met.likely).toBeGreaterThanOrEqual(known.includes(id) ? record.semesterHours / 2 : 0);
    });
  }
});

const hours = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, -3, 0, 1e-9, 0.333, 1.5, 2.67, 1e12));
const word = fc.oneof(fc.string(), fc.constantFrom('PHI-3010', 'PHI', 'c1', '', 'electives', '__proto__'));
const credit = fc.record(
  {
    id: fc.constantFrom('c1', 'c2', 'c3', '', 'c1.0', '__proto__'),
    course: fc.oneof(word, fc.constantFrom(...courses.keys())),
    typed: fc.record(
      {
        title: word,
        semesterHours: hours,
        level: fc.constantFrom(...levels),
        source: fc.constantFrom(...sources),
        subject: word,
        schoolCourse: word,
      },
      { requiredKeys: ['title', 'semesterHours', 'level', 'source'] },
    ),
    status: fc.constantFrom<PlannedCredit['status']>('planned', 'completed'),
    score: hours,
    completedOn: word,
    pins: fc.array(fc.record({ part: fc.integer(), block: word, use: fc.boolean() }), { maxLength: 3 }),
    decision: fc.record({
      becomes: fc.array(fc.record({ semesterHours: hours, level: fc.constantFrom(...levels), title: word }), {
        maxLength: 3,
      }),
      decidedOn: word,
      by: word,
    }),
  },
  { requiredKeys: ['id', 'status'] },
);

test('whatever stands in a plan, the audit ends with hours between none and all', () => {
  fc.assert(
    fc.property(
      fc.array(credit, { maxLength: 8 }),
      fc.constantFrom(degree, choiceDegree, sharingDegree),
      (credits, ofDegree) => {
        const { met } = auditDegree(auditInput(credits, ofDegree));
        for (const amount of Object.values(met)) {
          expect(amount).toBeGreaterThanOrEqual(0);
          expect(amount).toBeLessThanOrEqual(ofDegree.semesterHours);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
