/** What the audit says of a completion. */
import type { Completion, CompletionInput } from '../../../src/engine/completion.ts';
import { acceptPlan } from '../../../src/engine/accepted.ts';
import { problemOf } from '../../../src/engine/assign.ts';
import { solveAssignment } from '../../../src/engine/assign/search.ts';
import { auditDegree, type AuditInput, type DegreeAudit, type PlannedCredit } from '../../../src/engine/index.ts';
import { fromHundredths } from '../../../src/engine/semester-hours.ts';

/** The degree with the plan taken. */
export function auditOf(input: CompletionInput, plan: Completion): DegreeAudit {
  return auditDegree(inputOf(input, plan));
}

function inputOf(input: CompletionInput, { courses }: Completion): AuditInput {
  const added = courses.map(({ course, finishOn }): PlannedCredit => ({
    id: course,
    course,
    status: 'planned',
    completedOn: finishOn,
  }));
  return {
    ...input,
    courses: new Map([...input.courses, ...input.offers.map(({ course }) => [course.id, course] as const)]),
    credits: [...input.credits, ...added],
  };
}

/** The most hours of all uses that the audited credit can have, as the referee counts them. */
export function allHours(input: CompletionInput, plan: Completion): number {
  const audited = inputOf(input, plan);
  const { accepted, pins } = acceptPlan(audited);
  const { total: _, ...problem } = problemOf(input.degree, input.school, accepted, 'likely', pins);
  return fromHundredths(solveAssignment(problem).hours * problem.step);
}
