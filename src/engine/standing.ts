/** How blocks and rules stand under one assignment: what they have, and what they ask for. */
import type { Degree, Qualifier, RequirementBlock } from '../schemas/degree.ts';
import type { School } from '../schemas/school.ts';
import { fits } from './eligibility.ts';
import { isCounted, kindOf, maximumsFor, qualifiersOf } from './limits.ts';
import { sumHours } from './semester-hours.ts';
import type { AcceptedCredit, Application, Assignment, BlockAudit, QualifierAudit } from './types.ts';

/** One credit in one block. */
export type Applied = { readonly credit: AcceptedCredit; readonly application: Application };

type Blocks = ReadonlySet<string>;

/** What the assignment uses, second uses included. */
export function appliedIn(assignment: Assignment, accepted: readonly AcceptedCredit[]): Applied[] {
  const byId = new Map(accepted.map((credit) => [credit.id, credit]));
  return assignment.applications.flatMap((application) => {
    const credit = byId.get(application.accepted);
    return credit ? [{ credit, application }] : [];
  });
}

/** The block and everything in it, the block first. */
export function auditBlock(block: RequirementBlock, all: readonly Applied[], chosen = true): BlockAudit[] {
  const { id, semesterHours, courses: need, children = [], choose } = block;
  const inside = blockIds(block);
  const met = countedIn(inside, all);
  const have = all.filter(({ application }) => inside.has(application.block)).length;
  const used = children.filter((child) => countedIn(blockIds(child), all) > 0);
  const decided = choose !== undefined && used.length >= choose;
  const below = children.map((child) => auditBlock(child, all, chosen && (!decided || used.includes(child))));
  const done = below.filter(([child]) => child!.complete).length;
  return [
    {
      block: id,
      semesterHours,
      met,
      stillNeeded: sumHours([semesterHours, -met]),
      ...(need === undefined ? {} : { courses: { have, need } }),
      complete: met >= semesterHours && have >= (need ?? 0) && done >= (choose ?? children.length),
      filledBy: all.filter(({ application }) => application.block === id).map(({ application }) => application),
      qualifiers: qualifiersOf(block).map((rule) => auditQualifier(rule, inside, all)),
      chosen,
    },
    ...below.flat(),
  ];
}

/** The rules that run across the degree. They count a credit that two blocks share once. */
export function auditAcross(degree: Degree, school: School, all: readonly Applied[]) {
  const once = all.filter(({ application }) => !application.secondUse);
  const everywhere = new Set(degree.blocks.flatMap((block) => [...blockIds(block)]));
  return {
    qualifiers: degree.qualifiers.map((rule) => auditQualifier(rule, everywhere, once)),
    maximums: maximumsFor(degree, school).map((maximum) => {
      const counted = once.filter(({ credit }) => isCounted(credit, maximum, 'likely'));
      return standsAt(maximum, maximum.atMost, sumHours(counted.map(wholeHours)));
    }),
  };
}

const wholeHours = ({ application }: Applied): number => sumHours([application.semesterHours, application.excess]);

/** Hours that count in these blocks, whether the credit was put there or sticks out from elsewhere. */
function countedIn(blocks: Blocks, all: readonly Applied[]): number {
  const hours: number[] = [];
  for (const { application } of all) {
    const { block, semesterHours, excessCounted } = application;
    if (blocks.has(block)) hours.push(semesterHours);
    if (excessCounted && blocks.has(excessCounted.block)) hours.push(excessCounted.semesterHours);
  }
  return sumHours(hours);
}

function blockIds(block: RequirementBlock): Set<string> {
  return new Set([block.id, ...(block.children ?? []).flatMap((child) => [...blockIds(child)])]);
}

type Rule = Pick<QualifierAudit, 'id' | 'says' | 'kind'>;

function standsAt({ id, says, kind }: Rule, limit: number, have: number): QualifierAudit {
  return { id, says, kind, have, limit, kept: kind.startsWith('at-least') ? have >= limit : have <= limit };
}

function auditQualifier(rule: Qualifier, blocks: Blocks, all: readonly Applied[]): QualifierAudit {
  const hours = (one: Applied): number =>
    blocks.has(one.application.block) ? wholeHours(one) : countedIn(blocks, [one]);
  const here = all.filter((one) => hours(one) > 0);
  const byKind = new Map<string, number>();
  for (const one of here) {
    const kind = kindOf(one.credit, rule);
    if (kind !== undefined) byKind.set(kind, sumHours([byKind.get(kind) ?? 0, hours(one)]));
  }
  switch (rule.kind) {
    case 'at-least':
      return standsAt(
        rule,
        rule.semesterHours,
        countedIn(
          blocks,
          all.filter(({ credit }) => fits(credit, rule.of)),
        ),
      );
    case 'at-most':
      return standsAt(
        rule,
        rule.semesterHours,
        sumHours(here.filter(({ credit }) => fits(credit, rule.of, 'likely')).map(hours)),
      );
    case 'at-least-subjects':
      return standsAt(rule, rule.subjects, byKind.size);
    case 'at-most-per-subject':
    case 'at-most-per-provider':
      return standsAt(rule, rule.semesterHours, Math.max(0, ...byKind.values()));
    case 'one-subject':
      return standsAt(rule, 1, byKind.size);
    case 'minimum-grade':
    case 'max-age':
      // Credit that breaks these is not here.
      return standsAt(rule, 0, 0);
  }
}
