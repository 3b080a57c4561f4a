/** What a degree's blocks must agree on: hours add up, ids are its own, and what fits a block exists at the school. */
import type { Degree, RequirementBlock } from './degree.ts';
import type { Fits } from './fits.ts';
import { checkUnique, join, type Report } from './problem.ts';
import type { School } from './school.ts';

/** Every problem of a degree's blocks and rules. Without the school, what they name there is not checked. */
export function checkBlocks(degree: Degree, school: School | undefined, report: Report) {
  const ids: string[] = [];
  const fields: string[] = [];
  const visit = (block: RequirementBlock, field: string) => {
    ids.push(block.id, ...(block.qualifiers ?? []).map((qualifier) => qualifier.id));
    fields.push(`${field}.id`, ...(block.qualifiers ?? []).map((_, index) => `${field}.qualifiers[${index}].id`));
    checkBlock(block, field, school, report);
    block.children?.forEach((child, index) => visit(child, `${field}.children[${index}]`));
  };
  degree.blocks.forEach((block, index) => visit(block, `blocks[${index}]`));
  degree.qualifiers.forEach((qualifier, index) => {
    ids.push(qualifier.id);
    fields.push(`qualifiers[${index}].id`);
  });
  checkUnique(ids, (index) => fields[index] ?? '', report);
  checkQualifiers(degree, '', school, report);

  const sum = sumHours(degree.blocks);
  if (sum !== degree.semesterHours) {
    const fix = 'Make them equal. Hours that nothing names are free electives.';
    report('semesterHours', degree.semesterHours, `${sum}, what its blocks add up to`, fix);
  }
}

function checkBlock(block: RequirementBlock, field: string, school: School | undefined, report: Report) {
  const { children, fits, choose, semesterHours } = block;
  if (!children === !fits) {
    const found = children ? 'children and fits' : 'neither children nor fits';
    const fix = 'Give it children, or say what fits it; never both. An empty "fits" takes any college credit.';
    report(field, found, 'children or fits', fix);
  }
  if (choose !== undefined && choose > (children?.length ?? 0)) {
    const fix = 'Choose at most as many as there are, or add the missing children.';
    report(`${field}.choose`, choose, `at most ${children?.length ?? 0}, the number of its children`, fix);
  } else if (children) {
    checkSum(children, choose, semesterHours, `${field}.semesterHours`, report);
  }
  if (fits) checkFits(fits, `${field}.fits`, school, report);
  checkQualifiers(block, field, school, report);
}

function checkSum(
  children: RequirementBlock[],
  choose: number | undefined,
  semesterHours: number,
  field: string,
  report: Report,
) {
  const fix = 'Make them equal, or add a block for the hours that are missing.';
  if (choose === undefined) {
    const sum = sumHours(children);
    if (sum !== semesterHours) report(field, semesterHours, `${sum}, what the requirements inside add up to`, fix);
    return;
  }
  const sums = sumsOf(choose, children);
  if (sums.has(hundredths(semesterHours))) return;
  const possible = [...sums].map((sum) => sum / 100).sort((a, b) => a - b);
  report(field, semesterHours, `what ${choose} of its children add up to: ${possible.join(', ')}`, fix);
}

function checkQualifiers(
  { qualifiers = [], semesterHours }: Pick<RequirementBlock, 'qualifiers' | 'semesterHours'>,
  field: string,
  school: School | undefined,
  report: Report,
) {
  qualifiers.forEach((qualifier, index) => {
    const at = join(field, `qualifiers[${index}]`);
    if ('of' in qualifier) checkFits(qualifier.of, `${at}.of`, school, report);
    if (qualifier.kind === 'at-least' && qualifier.semesterHours > semesterHours) {
      const fix = 'A block cannot ask for more than its size. Correct the hours, or move the rule to a larger block.';
      report(`${at}.semesterHours`, qualifier.semesterHours, `at most ${semesterHours}, the size of the block`, fix);
    }
  });
}

function checkFits(fits: Fits, field: string, school: School | undefined, report: Report) {
  if (!school) return;
  const codes = new Set(school.courses.map(({ code }) => code));
  const subjects = new Set(school.courses.map(({ code }) => code.split('-')[0]));
  for (const [at, named] of [[field, fits] as const, [`${field}.except`, fits.except ?? {}] as const]) {
    named.courses?.forEach((code, index) => checkCode(`${at}.courses[${index}]`, code, codes, report));
    named.areas?.forEach((area, index) => checkArea(`${at}.areas[${index}]`, area, school, report));
    named.subjects?.forEach((subject, index) => {
      if (subjects.has(subject)) return;
      const fix = 'Correct the prefix, or add a course of that subject to the school.';
      report(`${at}.subjects[${index}]`, subject, 'the prefix of a course in the school\'s "courses"', fix);
    });
  }
}

/** Reports a code that is not among the school's courses. */
export function checkCode(field: string, code: string, codes: Set<string>, report: Report) {
  if (codes.has(code)) return;
  report(field, code, 'a code in the school\'s "courses"', 'Correct the code, or add the course to the school.');
}

/** Reports an id that is no area of the school. */
export function checkArea(field: string, id: string, school: School, report: Report) {
  if (school.areas.some((area) => area.id === id)) return;
  const fix = 'Correct the id, or add the area to the school.';
  report(field, id, `an area of the school: ${school.areas.map((area) => area.id).join(', ')}`, fix);
}

/** Hours as whole hundredths, so that sums are exact. */
const hundredths = (hours: number) => Math.round(hours * 100);

const sumHours = (blocks: RequirementBlock[]) =>
  blocks.reduce((sum, { semesterHours }) => sum + hundredths(semesterHours), 0) / 100;

/** What any `count` of these blocks may add up to, in hundredths. */
function sumsOf(count: number, blocks: RequirementBlock[]): Set<number> {
  const byCount: Set<number>[] = Array.from({ length: count + 1 }, () => new Set());
  byCount[0]?.add(0);
  for (const { semesterHours } of blocks) {
    for (let taken = count; taken > 0; taken -= 1) {
      for (const sum of byCount[taken - 1] ?? []) byCount[taken]?.add(sum + hundredths(semesterHours));
    }
  }
  return byCount[count] ?? new Set();
}
