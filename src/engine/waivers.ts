/**
 * A degree without the requirements that the school has waived.
 *
 * A waiver lifts what is asked, not the hours: those are still to be earned, in the free electives. A degree without
 * electives that take anything gets a block for them.
 */
import type { Degree, RequirementBlock } from '../schemas/degree.ts';
import { demandOf } from './eligibility.ts';
import { sumHours } from './semester-hours.ts';
import type { Waiver } from './types.ts';

/** The id of the block for hours that no other block takes. */
export const insteadOfWaived = 'in-place-of-waived';

/** The degree as it stands for a student with these waivers. Blocks that it does not have are passed over. */
export function withWaivers(degree: Degree, waivers: readonly Pick<Waiver, 'block'>[] = []): Degree {
  const waived = new Set(waivers.map(({ block }) => block));
  const blocks = without(degree.blocks, waived);
  if (blocks === degree.blocks) return degree;
  const missing = sumHours([degree.semesterHours, ...blocks.map(({ semesterHours }) => -semesterHours)]);
  return { ...degree, blocks: missing > 0 ? withMoreElectives(blocks, missing, degree) : blocks };
}

/** The blocks that are left; they, and each of them, are the same where nothing inside is waived. */
function without(blocks: RequirementBlock[], waived: ReadonlySet<string>): RequirementBlock[] {
  const left = blocks.flatMap((block) => {
    if (waived.has(block.id)) return [];
    if (!block.children) return [block];
    const children = without(block.children, waived);
    if (children === block.children) return [block];
    const gone = block.children.length - children.length;
    const choose = block.choose === undefined ? children.length : Math.max(0, block.choose - gone);
    const semesterHours = sizeWithout(block, children);
    if (choose === 0 || semesterHours <= 0) return [];
    return [{ ...block, semesterHours, children, ...counts(block, children, choose) }];
  });
  return left.length === blocks.length && left.every((block, index) => block === blocks[index]) ? blocks : left;
}

/** How many children, and how many courses, such a block still asks for. */
function counts(block: RequirementBlock, left: readonly RequirementBlock[], choose: number) {
  const gone = (block.children ?? []).filter(({ id }) => !left.some((child) => child.id === id));
  const courses = gone.reduce((count, child) => count - (child.courses ?? 1), block.courses ?? 0);
  return {
    ...(block.choose === undefined ? {} : { choose }),
    ...(block.courses === undefined ? {} : { courses: Math.max(1, courses) }),
  };
}

/** The block's own size, less what its children have lost. */
function sizeWithout({ semesterHours, children = [] }: RequirementBlock, left: readonly RequirementBlock[]): number {
  const lost = [...children.map((child) => -child.semesterHours), ...left.map((child) => child.semesterHours)];
  return sumHours([semesterHours, ...lost]);
}

/** The blocks with so many hours more of free electives. */
function withMoreElectives(blocks: readonly RequirementBlock[], hours: number, { blocks: all }: Degree) {
  const grown = firstGrown(blocks, hours);
  if (grown) return grown;
  const instead: RequirementBlock = {
    id: insteadOfWaived,
    title: 'Electives in place of what is waived',
    semesterHours: hours,
    fits: {},
    // Where the electives themselves are waived, hours beyond a block's size still need a place.
    ...(hasExcess(all) && !hasExcess(blocks) ? { takesExcess: true } : {}),
  };
  return [...blocks, instead];
}

/** The same blocks with the free electives, and all around them, larger; undefined where there are none. */
function firstGrown(blocks: readonly RequirementBlock[], hours: number): RequirementBlock[] | undefined {
  for (const [index, block] of blocks.entries()) {
    const children = block.children && firstGrown(block.children, hours);
    const counts = block.courses !== undefined || block.choose !== undefined;
    if (counts || !(children ?? isFreeElectives(block))) continue;
    const semesterHours = sumHours([block.semesterHours, hours]);
    return blocks.with(index, { ...block, semesterHours, ...(children ? { children } : {}) });
  }
  return undefined;
}

function isFreeElectives({ children, fits = {}, takesExcess, inResidence }: RequirementBlock): boolean {
  return !children && takesExcess === true && inResidence !== true && demandOf(fits) === 0;
}

function hasExcess(blocks: readonly RequirementBlock[]): boolean {
  return blocks.some(({ takesExcess, children = [] }) => takesExcess === true || hasExcess(children));
}
