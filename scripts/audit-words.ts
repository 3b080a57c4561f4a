import type { AcceptedCredit, AuditInput, BlockAudit, CreditOutcome, DegreeAudit } from '../src/engine/index.ts';
import {
  obstacleSentence,
  pinsSentence,
  reachesToTell,
  reachSentence,
  repairSentence,
  type Names,
} from '../src/planner/audit/wording-explanations.ts';
import { certaintyWords, hoursWords, notAcceptedSentence, notAppliedSentences } from '../src/planner/wording.ts';
import { brokenPinSentences, roomWords } from '../src/planner/wording-beside.ts';
import type { Blocks } from '../src/planner/audit/unknown-lists.ts';
import type { RequirementBlock } from '../src/schemas/degree.ts';
import type { Explanations, Fitting } from './audit-explained.ts';

/** Blocks in reading order, with how deep they lie. */
function inOrder(blocks: readonly RequirementBlock[], depth = 0): { block: RequirementBlock; depth: number }[] {
  return blocks.flatMap((block) => [{ block, depth }, ...inOrder(block.children ?? [], depth + 1)]);
}

function coursesOf({ courses }: BlockAudit): string {
  return courses ? ` and ${courses.have} of ${courses.need} courses` : '';
}

/** Courses named for one requirement. `--json` has more. */
const mostNamed = 3;

function lineOfFitting(fitting: readonly Fitting[], more: number): string {
  const named = fitting.slice(0, mostNamed).map(({ title, provider, certainty, priceUsd }) => {
    const price = priceUsd === undefined ? '' : `, $${priceUsd}`;
    return `${title} (${provider}, ${certaintyWords[certainty].toLowerCase()}${price})`;
  });
  const others = fitting.length - named.length + more;
  return `? Would fit: ${[...named, ...(others > 0 ? [`${others} more`] : [])].join('; ')}`;
}

function linesOfBlocks(input: AuditInput, audit: DegreeAudit, { needs }: Explanations): string[] {
  const outcomes = new Map(audit.outcomes.map((outcome) => [outcome.accepted.id, outcome]));
  const { block: titleOfBlock } = namesIn(input);
  const beyond = audit.readings.likely.applications.filter(({ excessCounted }) => excessCounted);
  return inOrder(input.degree.blocks).flatMap(({ block, depth }) => {
    const state = audit.blocks.find((one) => one.block === block.id);
    if (!state) return [];
    const indent = '  '.repeat(depth);
    const needed = state.stillNeeded > 0 ? `${hoursWords(state.stillNeeded)} still needed` : 'courses still needed';
    const standing = state.complete ? 'complete' : needed;
    const unused = state.chosen ? '' : ' (an alternative that is not used)';
    return [
      `${indent}${block.title}: ${state.met} of ${hoursWords(state.semesterHours)}${coursesOf(state)}, ${standing}${unused}`,
      ...state.filledBy.flatMap(({ accepted: id, semesterHours, pinned, secondUse, excessCounted }) => {
        const accepted = outcomes.get(id)?.accepted;
        if (!accepted) return [];
        const certainty = certaintyWords[accepted.certainty].toLowerCase();
        const where = `${pinned ? ', pinned here' : ''}${secondUse ? ', shared with another requirement' : ''}`;
        const more = excessCounted
          ? `; ${hoursWords(excessCounted.semesterHours)} more in ${titleOfBlock(excessCounted.block)}`
          : '';
        return [`${indent}  + ${nameOf(input, accepted)}: ${hoursWords(semesterHours)}, ${certainty}${where}${more}`];
      }),
      ...beyond.flatMap(({ accepted: id, block: from, excessCounted }) => {
        const accepted = outcomes.get(id)?.accepted;
        if (!accepted || excessCounted?.block !== block.id) return [];
        const hours = hoursWords(excessCounted.semesterHours);
        return [`${indent}  + ${nameOf(input, accepted)}: ${hours} beyond ${titleOfBlock(from)}`];
      }),
      ...state.qualifiers
        .filter(({ kept }) => !kept)
        .map(({ says, have, limit }) => `${indent}  ! ${says} (${have} of ${limit})`),
      ...needs
        .filter((need) => need.block === block.id && need.fitting.length > 0)
        .map(({ fitting, more }) => `${indent}  ${lineOfFitting(fitting, more)}`),
    ];
  });
}

function lineOfUnused(input: AuditInput, { accepted, notApplied }: CreditOutcome): string {
  const { reason, rule } = notApplied ?? {};
  const why = [reason && notAppliedSentences[reason], rule?.says, roomWords(rule)].filter(Boolean).join(' ');
  return `${nameOf(input, accepted)}: ${hoursWords(accepted.hours.likely)}. ${why}`.trimEnd();
}

function linesOfRepairs(input: AuditInput, audit: DegreeAudit, { unused }: Explanations): string[] {
  const names = { ...namesIn(input), now: audit.met.likely };
  return unused.flatMap(({ credit, repair }) => {
    if (repair === undefined) return [];
    const words = repair ? repairSentence(repair, credit, names) : 'No small change was found that would use it.';
    return [`${titleOf(input, credit)}: ${words}`];
  });
}

function linesOfObstacles(input: AuditInput, { obstacles }: Explanations): string[] {
  if (!obstacles) return ['This plan can be filled in so many ways that finding it out takes too long.'];
  const names = namesIn(input);
  return reachesToTell(obstacles).flatMap((one) => [
    reachSentence(one, obstacles, { planned: input.credits.length > 0, blocks: names.blocks }),
    ...obstacles[one].inTheWay.map((obstacle) => `- ${obstacleSentence(obstacle, names)}`),
  ]);
}

function namesIn(input: AuditInput): Names & { readonly blocks: Blocks } {
  const blocks = new Map(inOrder(input.degree.blocks).map(({ block }) => [block.id, block]));
  return { title: (credit) => titleOf(input, credit), block: (block) => blocks.get(block)?.title ?? block, blocks };
}

/** The course of the plan, and what it becomes where that has another name. */
function nameOf(input: AuditInput, { credit, schoolCourse, title }: AcceptedCredit): string {
  const own = titleOf(input, credit);
  const becomes = [schoolCourse, title === own ? undefined : title].filter((part) => part !== undefined).join(' ');
  return becomes === '' ? own : `${own} as ${becomes}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

/** The audit as text for a terminal. */
export function auditInWords(input: AuditInput, audit: DegreeAudit, explanations: Explanations): string {
  const { pinsToRelease } = explanations;
  const { degree, school } = input;
  const unkept = [...audit.maximums, ...audit.qualifiers].filter(({ kept }) => !kept);
  return [
    `${school.name}: ${degree.title}, ${degree.catalogYear}`,
    `${audit.met.least} of ${audit.semesterHours} semester hours sure, ${audit.met.likely} sure or likely, ${audit.met.most} at best`,
    ...(audit.readings.likely.proven
      ? []
      : ['Best found, not proven: another use of these credits may meet more hours.']),
    ...section('Requirements, in the likely reading', linesOfBlocks(input, audit, explanations)),
    ...section(
      'Conditions on the whole degree that are not kept yet',
      unkept.map(({ says, have, limit }) => `${says} (${have} of ${limit})`),
    ),
    ...section(
      'Accepted, used by no requirement',
      audit.outcomes.filter(({ applied }) => !applied).map((outcome) => lineOfUnused(input, outcome)),
    ),
    ...section(
      'Not accepted',
      audit.notAccepted.map(({ title, reason, scores, says }) =>
        `${title}: ${notAcceptedSentence(reason, scores)} ${says ?? ''}`.trimEnd(),
      ),
    ),
    ...section(
      'Pins that cannot be kept',
      audit.brokenPins.map(
        ({ credit, block, reason }) => `${titleOf(input, credit)}: ${brokenPinSentences[reason]} (${block})`,
      ),
    ),
    ...section('What would change this', linesOfRepairs(input, audit, explanations)),
    ...section(
      'Pins that cost hours',
      pinsToRelease ? [pinsSentence(pinsToRelease, { ...namesIn(input), now: audit.met.likely })] : [],
    ),
    ...section('How far you can get', linesOfObstacles(input, explanations)),
    ...section(
      'Check yourself',
      audit.checkYourself.map(({ block, says }) => (block === undefined ? says : `${block}: ${says}`)),
    ),
    '',
    'The school decides; ask its registrar.',
  ].join('\n');
}

/** The title of a planned credit. */
export function titleOf({ credits, courses }: AuditInput, id: string): string {
  const credit = credits.find((one) => one.id === id);
  return courses.get(credit?.course ?? '')?.title ?? credit?.typed?.title ?? credit?.course ?? id;
}
