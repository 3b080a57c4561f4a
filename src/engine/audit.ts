/** The degree audit: accepts, assigns in three readings, and adds up. */
import type { Qualifier, RequirementBlock } from '../schemas/degree.ts';
import { articulateCredit } from './articulate.ts';
import { assignCredits, countsExcess, inFixedOrder, problemOf } from './assign.ts';
import { setDuplicatesAside } from './duplicates.ts';
import { fits, leavesOf, whyNotEligible } from './eligibility.ts';
import { useOf, whyNotApplied } from './explain.ts';
import { isCounted, maximumsFor, qualifiersOf } from './limits.ts';
import { settlePins } from './pins.ts';
import { sumHours } from './semester-hours.ts';
import type {
  AcceptedCredit,
  Application,
  Assignment,
  AuditInput,
  BlockAudit,
  CreditOutcome,
  DegreeAudit,
  HoursRange,
  QualifierAudit,
} from './types.ts';

/** What the plan meets of the degree, what is still needed, and why. Nothing it is given is changed. */
export function auditDegree(input: AuditInput): DegreeAudit {
  const { degree, school } = input;
  const credits = inFixedOrder(input.credits);
  const articulations = credits.map((credit) => articulateCredit(credit, input));
  const { kept, aside } = setDuplicatesAside(
    articulations.flatMap(({ accepted }) => accepted),
    credits,
  );
  const accepted = inFixedOrder(kept);
  const { pins, broken } = settlePins(degree, school, accepted, credits);
  const problem = problemOf(degree, school, accepted, 'likely', pins);
  const likely = assignCredits(problem);
  // A reading that counts the same hours by the same rules has the same answer.
  const assignIn = (reading: 'least' | 'most'): Assignment => {
    const sameHours = accepted.every(({ hours }) => hours[reading] === hours.likely);
    if (sameHours && countsExcess(school, reading) === countsExcess(school, 'likely')) return likely;
    return assignCredits(problemOf(degree, school, accepted, reading, pins));
  };
  const readings = { least: assignIn('least'), likely, most: assignIn('most') };
  const use = useOf(problem, likely);
  const inLikely = applied(readings.likely, accepted);
  const leaves = leavesOf(degree);
  const everywhere = new Set(degree.blocks.flatMap((block) => [...blockIds(block)]));
  return {
    semesterHours: degree.semesterHours,
    met: intervalOf(readings),
    readings,
    blocks: degree.blocks.flatMap((block) => auditBlock(block, inLikely)),
    qualifiers: degree.qualifiers.map((rule) => auditQualifier(rule, everywhere, inLikely)),
    maximums: maximumsFor(degree, school).map((maximum) => {
      const have = sumHours(inLikely.filter(({ credit }) => isCounted(credit, maximum)).map(wholeHours));
      return {
        id: maximum.id,
        says: maximum.says,
        kind: 'maximum',
        have,
        limit: maximum.atMost,
        kept: have <= maximum.atMost,
      };
    }),
    outcomes: accepted.map((credit): CreditOutcome => {
      const mayFill = leaves.filter((leaf) => !whyNotEligible(credit, leaf, degree)).map(({ block }) => block.id);
      const now = find(readings.likely, credit);
      if (now) return { accepted: credit, applied: now, mayFill };
      const atBest = find(readings.most, credit);
      const notApplied = whyNotApplied(credit, degree, problem, use);
      return { accepted: credit, mayFill, notApplied, ...(atBest ? { atBest } : {}) };
    }),
    notAccepted: [...articulations.flatMap(({ notAccepted }) => notAccepted), ...aside],
    brokenPins: broken,
    checkYourself: rulesToCheck(input),
  };
}

/** A pin on doubtful credit may cost the degree more than the credit brings: then what is sure is the lesser reading. */
function intervalOf({ least, likely, most }: DegreeAudit['readings']): HoursRange {
  const hours = [least, likely, most].map(({ semesterHours }) => semesterHours);
  return { least: Math.min(...hours), likely: likely.semesterHours, most: Math.max(...hours) };
}

type Applied = { readonly credit: AcceptedCredit; readonly application: Application };

const wholeHours = ({ application }: Applied): number => sumHours([application.semesterHours, application.excess]);

/** Hours that count in these blocks, whether the credit was put there or sticks out from elsewhere. */
function countedIn(blocks: ReadonlySet<string>, all: readonly Applied[]): number {
  return sumHours(
    all.flatMap(({ application: { block, semesterHours, excessCounted } }) => [
      ...(blocks.has(block) ? [semesterHours] : []),
      ...(excessCounted && blocks.has(excessCounted.block) ? [excessCounted.semesterHours] : []),
    ]),
  );
}

function find(assignment: Assignment, credit: AcceptedCredit): Application | undefined {
  return assignment.applications.find(({ accepted }) => accepted === credit.id);
}

function applied(assignment: Assignment, accepted: readonly AcceptedCredit[]): Applied[] {
  const byId = new Map(accepted.map((credit) => [credit.id, credit]));
  return assignment.applications.flatMap((application) => {
    const credit = byId.get(application.accepted);
    return credit ? [{ credit, application }] : [];
  });
}

/** The block and everything in it, the block first. */
function auditBlock(block: RequirementBlock, all: readonly Applied[], chosen = true): BlockAudit[] {
  const met = countedIn(blockIds(block), all);
  const used = block.children?.filter((child) => countedIn(blockIds(child), all) > 0);
  const decided = block.choose !== undefined && used !== undefined && used.length >= block.choose;
  return [
    {
      block: block.id,
      semesterHours: block.semesterHours,
      met,
      stillNeeded: sumHours([block.semesterHours, -met]),
      complete: met >= block.semesterHours,
      filledBy: all.filter(({ application }) => application.block === block.id).map(({ application }) => application),
      qualifiers: qualifiersOf(block).map((rule) => auditQualifier(rule, blockIds(block), all)),
      chosen,
    },
    ...(block.children ?? []).flatMap((child) => auditBlock(child, all, chosen && (!decided || used.includes(child)))),
  ];
}

function blockIds(block: RequirementBlock): Set<string> {
  return new Set([block.id, ...(block.children ?? []).flatMap((child) => [...blockIds(child)])]);
}

function auditQualifier(rule: Qualifier, blocks: ReadonlySet<string>, all: readonly Applied[]): QualifierAudit {
  const { id, says, kind } = rule;
  const here = all.filter(({ application }) => blocks.has(application.block));
  const bySubject = new Map<string, number>();
  for (const one of here) {
    const { subject } = one.credit;
    if (subject !== undefined) bySubject.set(subject, sumHours([bySubject.get(subject) ?? 0, wholeHours(one)]));
  }
  switch (rule.kind) {
    case 'at-least': {
      const matching = all.filter(({ credit }) => fits(credit, rule.of));
      const have = countedIn(blocks, matching);
      return { id, says, kind, have, limit: rule.semesterHours, kept: have >= rule.semesterHours };
    }
    case 'at-most': {
      const have = sumHours(here.filter(({ credit }) => fits(credit, rule.of)).map(wholeHours));
      return { id, says, kind, have, limit: rule.semesterHours, kept: have <= rule.semesterHours };
    }
    case 'at-least-subjects':
      return { id, says, kind, have: bySubject.size, limit: rule.subjects, kept: bySubject.size >= rule.subjects };
    case 'at-most-per-subject': {
      const have = Math.max(0, ...bySubject.values());
      return { id, says, kind, have, limit: rule.semesterHours, kept: have <= rule.semesterHours };
    }
    case 'one-subject':
      return { id, says, kind, have: bySubject.size, limit: 1, kept: bySubject.size <= 1 };
    case 'minimum-grade':
      return { id, says, kind, have: 0, limit: 0, kept: true };
  }
}

function rulesToCheck({ degree, school }: AuditInput): DegreeAudit['checkYourself'] {
  const ofBlock = (block: RequirementBlock): { block: string; says: string }[] => [
    ...(block.checkYourself ?? []).map((says) => ({ block: block.id, says })),
    ...(block.children ?? []).flatMap(ofBlock),
  ];
  const residency = school.residency.filter((rule) => rule.awards.includes(degree.award)).map(({ says }) => ({ says }));
  return [...residency, ...degree.checkYourself.map((says) => ({ says })), ...degree.blocks.flatMap(ofBlock)];
}
