/** The degree audit: accepts, assigns in three readings, and adds up. */
import type { RequirementBlock } from '../schemas/degree.ts';
import { acceptPlan } from './accepted.ts';
import { assignCredits, countsExcess, itemId, problemOf } from './assign.ts';
import { blocksFor, courseNumber } from './eligibility.ts';
import { useOf, whyNotApplied } from './explain.ts';
import { appliedIn, auditAcross, auditBlock } from './standing.ts';
import { toTheEnd } from './to-the-end.ts';
import type { Application, Assignment, AuditInput, CreditOutcome, DegreeAudit, HoursRange } from './types.ts';

/** What the plan meets of the degree, what is still needed, and why. Nothing it is given is changed. */
export function auditDegree(input: AuditInput): DegreeAudit {
  return toTheEnd(auditInSteps(input));
}

/** The same bit by bit, so that a page can answer in between. */
export function* auditInSteps(input: AuditInput): Generator<undefined, DegreeAudit> {
  const { degree, school } = input;
  const { accepted, notAccepted, pins, broken } = acceptPlan(input);
  yield;
  const problem = problemOf(degree, school, accepted, 'likely', pins);
  yield;
  const likely = assignCredits(problem);
  // A reading that counts the same hours by the same rules, of credit of which all is known, has the same answer.
  const assignIn = (reading: 'least' | 'most'): Assignment => {
    const isSame =
      countsExcess(school, reading) === countsExcess(school, 'likely') &&
      accepted.every(
        ({ hours, levelKnown, schoolCourse, age }) =>
          levelKnown &&
          age !== 'not-known' &&
          courseNumber(schoolCourse) !== undefined &&
          hours[reading] === hours.likely,
      );
    return isSame ? likely : assignCredits(problemOf(degree, school, accepted, reading, pins));
  };
  yield;
  const least = assignIn('least');
  yield;
  const readings = { least, likely, most: assignIn('most') };
  yield;
  const use = useOf(problem, likely);
  const inLikely = appliedIn(likely, accepted);
  const [inUse, atMost] = [byItem(likely), byItem(readings.most)];
  return {
    semesterHours: degree.semesterHours,
    met: intervalOf(readings),
    readings,
    blocks: degree.blocks.flatMap((block) => auditBlock(block, inLikely)),
    ...auditAcross(degree, school, inLikely),
    outcomes: accepted.map((credit): CreditOutcome => {
      const mayFill = blocksFor(credit, degree);
      const now = inUse.get(credit.id);
      const also = inUse.get(itemId(credit.id, true));
      if (now) return { accepted: credit, applied: now, mayFill, ...(also ? { alsoApplied: also } : {}) };
      const atBest = atMost.get(credit.id);
      const notApplied = whyNotApplied(credit, degree, problem, use);
      return { accepted: credit, mayFill, notApplied, ...(atBest ? { atBest } : {}) };
    }),
    notAccepted,
    brokenPins: broken,
    checkYourself: rulesToCheck(input),
  };
}

/** A pin on doubtful credit may cost the degree more than the credit brings: then what is sure is the lesser reading. */
function intervalOf(readings: DegreeAudit['readings']): HoursRange {
  const hours = Object.values(readings).map(({ semesterHours }) => semesterHours);
  return { least: Math.min(...hours), likely: readings.likely.semesterHours, most: Math.max(...hours) };
}

/** The applications by the item that each is of. */
function byItem({ applications }: Assignment): ReadonlyMap<string, Application> {
  return new Map(applications.map((one) => [itemId(one.accepted, one.secondUse), one]));
}

function rulesToCheck({ degree, school }: AuditInput): DegreeAudit['checkYourself'] {
  const ofBlock = (block: RequirementBlock): { block: string; says: string }[] => [
    ...(block.checkYourself ?? []).map((says) => ({ block: block.id, says })),
    ...(block.children ?? []).flatMap(ofBlock),
  ];
  const residency = school.residency
    .filter(({ awards, semesterHours }) => semesterHours === undefined && awards.includes(degree.award))
    .map(({ says }) => ({ says }));
  return [...residency, ...degree.checkYourself.map((says) => ({ says })), ...degree.blocks.flatMap(ofBlock)];
}
