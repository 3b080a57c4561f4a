/**
 * A degree audit from the shell: `npm run audit -- plan.json`, as text, or with `--json` whole.
 *
 * Reads a plan saved from the planner and the facts in `data/`. The dates that count are the plan's; today is the clock's.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import {
  auditDegree,
  type AcceptedCredit,
  type AuditInput,
  type CourseFacts,
  type CreditOutcome,
  type DegreeAudit,
} from '../src/engine/index.ts';
import { openPlanFile } from '../src/planner/plan-file.ts';
import type { Plan } from '../src/planner/plan.ts';
import { noticeWords } from '../src/planner/wording-problems.ts';
import {
  brokenPinSentences,
  certaintyWords,
  hoursWords,
  notAcceptedSentences,
  notAppliedSentences,
} from '../src/planner/wording.ts';
import { courseSchema } from '../src/schemas/course.ts';
import { degreeSchema, type RequirementBlock } from '../src/schemas/degree.ts';
import { equivalencyTableSchema } from '../src/schemas/equivalency.ts';
import { schoolSchema } from '../src/schemas/school.ts';

const idPattern = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/;

/** The parsed record, or `undefined` where `data/` has none. An id cannot lead out of the folder. */
function readRecord<T>(folder: string, id: string, schema: { parse: (value: unknown) => T }): T | undefined {
  if (!idPattern.test(id)) return undefined;
  let text: string;
  try {
    text = readFileSync(join('data', folder, `${id}.json`), 'utf8');
  } catch {
    return undefined;
  }
  return schema.parse(JSON.parse(text));
}

function readCourses(plan: Plan): Map<string, CourseFacts> {
  const courses = new Map<string, CourseFacts>();
  for (const { course: id } of plan.credits) {
    const course = id === undefined ? undefined : readRecord('courses', id, courseSchema);
    if (id !== undefined && course) courses.set(id, { id, ...course });
  }
  return courses;
}

/** Everything the audit of this plan needs. Throws, in words, where the catalog does not know its school or degree. */
export function readAuditInput(plan: Plan, today: string): AuditInput {
  const degree = readRecord('degrees', plan.degree, degreeSchema);
  if (!degree)
    throw new Error(`The plan's degree is "${plan.degree}", but there is no data/degrees/${plan.degree}.json.`);
  const school = readRecord('schools', degree.school, schoolSchema);
  if (!school) throw new Error(`There is no data/schools/${degree.school}.json.`);
  const tables = globSync(`data/equivalencies/${degree.school}/*.json`).sort();
  const equivalencies = tables.flatMap(
    (file) =>
      readRecord('equivalencies', `${degree.school}/${basename(file, '.json')}`, equivalencyTableSchema)
        ?.equivalencies ?? [],
  );
  return { degree, school, equivalencies, courses: readCourses(plan), credits: plan.credits, today };
}

const refusals: Record<Extract<ReturnType<typeof openPlanFile>, { reason: unknown }>['reason'], string> = {
  empty: 'is empty',
  'too-large': 'is too large to be a plan',
  'not-json': 'is not JSON',
  'not-a-plan': 'is JSON, but not a plan saved from Credit Map',
  'newer-version': 'was saved by a newer version of Credit Map; update this one',
  damaged: 'is a plan, but parts of it are missing or changed',
  'too-many-credits': 'has more credits than a plan can hold',
};

function readPlan(file: string): Plan {
  // npm starts scripts in the package's folder and notes where it was called.
  const path = resolve(process.env.INIT_CWD ?? '.', file);
  if (!existsSync(path)) throw new Error(`There is no file ${file}.`);
  const opened = openPlanFile(readFileSync(path, 'utf8'));
  if ('reason' in opened) throw new Error(`${file} ${refusals[opened.reason]}.`);
  const titleIn = (id: string) => {
    const credit = opened.plan.credits.find((one) => one.id === id);
    return credit?.typed?.title ?? credit?.course ?? id;
  };
  for (const notice of opened.notices) console.error(noticeWords(notice, titleIn));
  return opened.plan;
}

/** Blocks in reading order, with how deep they lie. */
function inOrder(blocks: readonly RequirementBlock[], depth = 0): { block: RequirementBlock; depth: number }[] {
  return blocks.flatMap((block) => [{ block, depth }, ...inOrder(block.children ?? [], depth + 1)]);
}

function linesOfBlocks(input: AuditInput, audit: DegreeAudit): string[] {
  const outcomes = new Map(audit.outcomes.map((outcome) => [outcome.accepted.id, outcome]));
  return inOrder(input.degree.blocks).flatMap(({ block, depth }) => {
    const state = audit.blocks.find((one) => one.block === block.id);
    if (!state) return [];
    const indent = '  '.repeat(depth);
    const standing = state.complete ? 'complete' : `${hoursWords(state.stillNeeded)} still needed`;
    const unused = state.chosen ? '' : ' (an alternative that is not used)';
    return [
      `${indent}${block.title}: ${state.met} of ${hoursWords(state.semesterHours)}, ${standing}${unused}`,
      ...state.filledBy.flatMap(({ accepted: id, semesterHours, pinned }) => {
        const accepted = outcomes.get(id)?.accepted;
        if (!accepted) return [];
        const certainty = certaintyWords[accepted.certainty].toLowerCase();
        const where = pinned ? ', pinned here' : '';
        return [`${indent}  + ${nameOf(input, accepted)}: ${hoursWords(semesterHours)}, ${certainty}${where}`];
      }),
      ...state.qualifiers
        .filter(({ kept }) => !kept)
        .map(({ says, have, limit }) => `${indent}  ! ${says} (${have} of ${limit})`),
    ];
  });
}

function lineOfUnused(input: AuditInput, { accepted, notApplied }: CreditOutcome): string {
  const why = notApplied ? ` ${notAppliedSentences[notApplied.reason]} ${notApplied.rule?.says ?? ''}` : '';
  return `${nameOf(input, accepted)}: ${hoursWords(accepted.hours.likely)}.${why}`.trimEnd();
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
export function auditInWords(input: AuditInput, audit: DegreeAudit): string {
  const { degree, school } = input;
  const unkept = [...audit.maximums, ...audit.qualifiers].filter(({ kept }) => !kept);
  return [
    `${school.name}: ${degree.title}, ${degree.catalogYear}`,
    `${audit.met.least} of ${audit.semesterHours} semester hours sure, ${audit.met.likely} likely, ${audit.met.most} at best`,
    ...section('Requirements, in the likely reading', linesOfBlocks(input, audit)),
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
      audit.notAccepted.map(({ title, reason, says }) =>
        `${title}: ${notAcceptedSentences[reason]} ${says ?? ''}`.trimEnd(),
      ),
    ),
    ...section(
      'Pins that cannot be kept',
      audit.brokenPins.map(
        ({ credit, block, reason }) => `${titleOf(input, credit)}: ${brokenPinSentences[reason]} (${block})`,
      ),
    ),
    ...section(
      'Check yourself',
      audit.checkYourself.map(({ block, says }) => (block === undefined ? says : `${block}: ${says}`)),
    ),
    '',
    'The school decides; ask its registrar.',
  ].join('\n');
}

function titleOf({ credits, courses }: AuditInput, id: string): string {
  const credit = credits.find((one) => one.id === id);
  return courses.get(credit?.course ?? '')?.title ?? credit?.typed?.title ?? credit?.course ?? id;
}

if (import.meta.main) {
  const args = process.argv.slice(2);
  const [file] = args.filter((arg) => !arg.startsWith('--'));
  try {
    if (!file) throw new Error('Say which plan: npm run audit -- plan.json [--json]');
    const input = readAuditInput(readPlan(file), new Date().toISOString().slice(0, 10));
    const audit = auditDegree(input);
    console.log(args.includes('--json') ? JSON.stringify(audit, null, 2) : auditInWords(input, audit));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
