/** May this credit count here? One credit and one rule at a time; what is the better use is for `assign/`. */
import type { Fits } from '../schemas/fits.ts';
import type { Degree, RequirementBlock } from '../schemas/degree.ts';
import type { Level } from '../schemas/shared.ts';
import { remembered } from './remembered.ts';
import type { AcceptedCredit, Grade, NotAppliedReason, Reading } from './types.ts';

/** Letter grades, the best first. */
export const gradeOrder = ['A+', 'A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-', 'D+', 'D', 'D-', 'F'] as const;

/** A block that credit can fill, with the blocks around it, outermost first, itself last. */
export type Leaf = { readonly block: RequirementBlock; readonly path: readonly RequirementBlock[] };

/** The blocks without children, in the degree's order. */
export const leavesOf = remembered((degree: Degree): readonly Leaf[] => {
  const leaves: Leaf[] = [];
  const visit = (block: RequirementBlock, above: readonly RequirementBlock[]): void => {
    const path = [...above, block];
    if (block.children) for (const child of block.children) visit(child, path);
    else leaves.push({ block, path });
  };
  for (const block of degree.blocks) visit(block, []);
  return leaves;
});

type Names = { courses?: string[] | undefined; subjects?: string[] | undefined; areas?: string[] | undefined };

function isNamed(credit: AcceptedCredit, { courses, subjects, areas }: Names): boolean {
  const { schoolCourse = '', subject = '' } = credit;
  const inAreas = areas?.some((area) => credit.areas.includes(area));
  return (courses?.includes(schoolCourse) || subjects?.includes(subject) || inAreas) ?? false;
}

/** The number in a school's course code: 1010 in "PSY-1010", 130 in "ENG 130". */
export function courseNumber(code: string | undefined): number | undefined {
  const digits = code?.match(/\d+/)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** The subject prefix in a school's course code: "PSY" in "PSY-1010" and "PSY 101". */
export function subjectOf(code: string): string {
  return code.match(/^[A-Z]*/)![0];
}

/** How far courses of this number go, as schools number them. */
export function levelOfNumber(number: number): Level {
  return Math.floor(number / 10 ** (String(number).length - 1)) >= 3 ? 'upper-division' : 'lower-division';
}

function whyNotFitting(credit: AcceptedCredit, fits: Fits, reading: Reading = 'most'): NotAppliedReason | undefined {
  const { except, courses, subjects, areas } = fits;
  if (except && isNamed(credit, except)) return 'no-block-fits';
  if (courses?.includes(credit.schoolCourse ?? '')) return undefined;
  const named = subjects ?? areas;
  if (named && !isNamed(credit, { subjects, areas })) return 'no-block-fits';
  const { level, numbers, from, providers, recommenders } = fits;
  if (courses && !(named ?? level ?? numbers ?? from ?? providers ?? recommenders)) return 'no-block-fits';
  if (from && !from.includes(credit.source)) return 'no-block-fits';
  if (providers && !providers.includes(credit.provider ?? '')) return 'no-block-fits';
  if (recommenders && !(credit.recommender && recommenders.includes(credit.recommender))) return 'no-block-fits';
  if (level && !isAt(level, credit, reading)) return 'wrong-level';
  if (numbers) {
    const number = courseNumber(credit.schoolCourse);
    const isIn =
      number === undefined
        ? reading === 'least' && isAt(levelOfNumber(numbers.from), credit, reading)
        : number >= numbers.from && number <= numbers.to;
    if (!isIn) return 'wrong-level';
  }
  return undefined;
}

function isAt(level: Level, credit: AcceptedCredit, reading: Reading): boolean {
  return credit.levelKnown || reading === 'likely' ? credit.level === level : reading === 'least';
}

/**
 * True if the credit is of the sort that the rule means. What is not known of it makes it fit no rule that asks for
 * something. For one that allows so much and no more, name the reading: where an unknown level or number may be of that
 * sort, it counts in the least; in the likely reading unknown levels are lower division.
 */
export function fits(credit: AcceptedCredit, rule: Fits, reading?: Reading): boolean {
  return whyNotFitting(credit, rule, reading) === undefined;
}

/** True if the letter grade is below the least one allowed. Credit without a grade is never below. */
export function isBelow(grade: AcceptedCredit['grade'], least: Grade): boolean {
  return grade !== undefined && gradeOrder.indexOf(grade) > gradeOrder.indexOf(least);
}

/** Why credit of this age is too old for a rule, or `undefined` if it isn't. */
export function whyTooOld({ age }: AcceptedCredit, years: number): 'too-old' | 'age-not-known' | undefined {
  if (age === 'not-known') return 'age-not-known';
  return age !== undefined && age > years ? 'too-old' : undefined;
}

/** True if the credit stands, by a substitution, for a course that the rule names: itself, or in an area. */
function substitutes(credit: AcceptedCredit, rule: Fits): boolean {
  if (!credit.standsFor) return false;
  const { courses, areas } = rule;
  const course = { ...credit, ...credit.standsFor };
  return isNamed(course, { courses, areas }) && whyNotFitting(course, rule) === undefined;
}

/** Why this credit may not fill this block, or `undefined` if it may. Looks at this credit alone. */
export function whyNotEligible(credit: AcceptedCredit, leaf: Leaf, degree: Degree): NotAppliedReason | undefined {
  if (credit.appliedHere === leaf.block.id) return undefined;
  if (credit.source !== 'school' && leaf.path.some((block) => block.inResidence)) return 'in-residence-only';
  const rule = leaf.block.fits ?? {};
  const reason = substitutes(credit, rule) ? undefined : whyNotFitting(credit, rule);
  if (reason) return reason;
  for (const { qualifiers = [] } of [degree, ...leaf.path]) {
    for (const rule of qualifiers) {
      if (rule.kind === 'minimum-grade' && isBelow(credit.grade, rule.grade)) return 'below-minimum-grade';
      const tooOld = rule.kind === 'max-age' && fits(credit, rule.of ?? {}) && whyTooOld(credit, rule.years);
      if (tooOld) return tooOld;
    }
  }
  return undefined;
}

/** The leaves of a degree that a credit may fill, pins aside, by their index in `leavesOf`. Every reading asks for them. */
export const mayFillIn = remembered((degree: Degree) => {
  const leaves = leavesOf(degree);
  return remembered((credit: AcceptedCredit): readonly number[] =>
    [...leaves.keys()].filter((leaf) => !whyNotEligible(credit, leaves[leaf]!, degree)),
  );
});

/** The blocks that a credit may fill, pins aside. */
export function blocksFor(credit: AcceptedCredit, degree: Degree): string[] {
  return mayFillIn(degree)(credit).map((leaf) => leavesOf(degree)[leaf]!.block.id);
}

/**
 * How much a block asks of what fills it: 3 named courses, 2 an area or subject, 1 a level or source, 0 anything.
 * More demanding blocks get the surer credit.
 */
export function demandOf(rule: Fits): 0 | 1 | 2 | 3 {
  if (rule.subjects ?? rule.areas) return 2;
  if (rule.level ?? rule.numbers ?? rule.from ?? rule.providers ?? rule.recommenders) return 1;
  return rule.courses ? 3 : 0;
}
