/** What the audit says of a completion. */
import type { Completion, CompletionInput } from '../../../src/engine/completion.ts';
import { auditDegree, type DegreeAudit, type PlannedCredit } from '../../../src/engine/index.ts';
import { sumHours } from '../../../src/engine/semester-hours.ts';

/** The degree with the plan taken. */
export function auditOf(input: CompletionInput, { courses }: Completion): DegreeAudit {
  const added = courses.map(({ course, finishOn }): PlannedCredit => ({
    id: course,
    course,
    status: 'planned',
    completedOn: finishOn,
  }));
  return auditDegree({
    ...input,
    courses: new Map([...input.courses, ...input.offers.map(({ course }) => [course.id, course] as const)]),
    credits: [...input.credits, ...added],
  });
}

/** Hours of all uses, as the referee counts them. */
export function allHours(input: CompletionInput, plan: Completion): number {
  return sumHours(
    auditOf(input, plan).readings.likely.applications.flatMap(({ semesterHours, excessCounted }) => [
      semesterHours,
      excessCounted?.semesterHours ?? 0,
    ]),
  );
}
