/**
 * The assignment problem of a plan with all the credit one could wish for beside it, in pieces of an hour; and the same
 * problem with some of its rules, or of the student's pins, taken away.
 */
import type { Degree, RequirementBlock } from '../schemas/degree.ts';
import type { CreditSource, School } from '../schemas/school.ts';
import { isSecond, type AssignmentProblem, type Item, type Pair } from './assign/problem.ts';
import { solveAssignment } from './assign/search.ts';
import { inFixedOrder, itemId, problemOf, type DegreeProblem } from './assign.ts';
import { leavesOf, whyNotEligible, type Leaf } from './eligibility.ts';
import { idealCredit } from './ideal-credit.ts';
import { maximumsFor } from './limits.ts';
import { endless, inPieces } from './ideal-pieces.ts';
import { fromHundredths, toHundredths } from './semester-hours.ts';
import type { NamedBound, NamedChoice } from './scopes.ts';
import type { AcceptedCredit, Obstacle } from './types.ts';
import { mayShare, type PinsOf } from './uses.ts';

/** What stays the same whatever is taken away. */
export type IdealProblem = {
  /** Everything that can be taken away, the student's own pins first. */
  readonly obstacles: readonly Obstacle[];
  /** The most hours of requirements that can be met without these; and whether that is proven. */
  readonly most: (without: readonly Obstacle[]) => { readonly semesterHours: number; readonly proven: boolean };
};

/** Parts of the search before it settles: to know the hours alone takes a few. */
const stepLimit = 200;
/** And table entries worked on: dozens of such problems are solved for one answer. */
const mostWork = 1e7;
/** How many times as much for what can be met under all rules: it is told, and all else is measured by it. */
const forTheAnswer = 10;

/**
 * The problem of this degree with these credits, and with credit of these sources for the rest. `withFits`: what fits the
 * blocks may be taken away too.
 */
export function idealProblem(
  degree: Degree,
  school: School,
  accepted: readonly AcceptedCredit[],
  pins: PinsOf,
  sources: readonly CreditSource[],
  withFits = false,
): IdealProblem {
  const counted = inFixedOrder(accepted).filter(({ hours }) => hours.likely > 0);
  const [first, ...others] = idealCredit(degree, school, sources, counted);
  // One hour more than the others: so a step is never more than an hour.
  const hours = { least: 0, likely: degree.semesterHours + 1, most: degree.semesterHours + 1 };
  const ideal = first ? [{ ...first, hours }, ...others] : [];
  const credits = new Map([...counted, ...ideal].map((credit) => [credit.id, credit]));
  const open = { ...degree, blocks: degree.blocks.map((block) => opened(block, withFits)) };
  const problem = problemOf(open, school, [...credits.values()], 'likely', () => ({ avoid: [] }));
  const kinds = kindsOf(problem, degree, school);
  const leaves = leavesOf(degree);
  const sizes = leaves.map(({ block }) => toHundredths(block.semesterHours) / problem.step);
  const isIdeal = new Set(ideal.map(({ id }) => id));
  const creditOf = ({ id, secondUseOf }: Item): AcceptedCredit => credits.get(secondUseOf ?? id)!;

  const inTheWay = (credit: AcceptedCredit, bin: number, active: Active): boolean => {
    const leaf = leaves[bin]!;
    if (credit.appliedHere === leaf.block.id) return false;
    if (
      credit.source !== 'school' &&
      leaf.path.some(({ id, inResidence }) => inResidence && active.has('in-residence', id))
    ) {
      return true;
    }
    if (!withFits || !active.has('fits', leaf.block.id)) return false;
    return whyNotEligible(credit, openLeaf(leaf), degree) !== undefined;
  };

  const most: IdealProblem['most'] = (without) => {
    const active = activeWithout(without);
    const bounded = relaxed(problem, kinds, active);
    const items: Item[] = [];
    const wished: Item[] = [];
    for (const item of problem.items) {
      const credit = creditOf(item);
      const isOpen = (bin: number): boolean => !inTheWay(credit, bin, active);
      // Of two blocks that share, the second use lies in the one that says so: the other way round there are no more hours,
      // but for what rules of the whole degree leave room for.
      const isEither = !isSecond(item) || (!isIdeal.has(credit.id) && problem.total!.caps.length > 0);
      const shares = (bin: number): boolean => isEither || leaves[bin]!.block.mayShareWith !== undefined;
      const pairs = item.pairs.filter(
        ({ bin, besides }) => shares(bin) && isOpen(bin) && (besides?.some(isOpen) ?? true),
      );
      if (isIdeal.has(credit.id)) {
        wished.push({ ...item, pairs: pairs.map(plain) });
        continue;
      }
      const { use, avoid } = active.has('pins', credit.credit) ? pins(credit) : bySchool(credit, pins);
      const pinnedTo = problem.bins.findIndex((bin) => bin === use);
      const kept = pairs.filter(({ bin }) => !avoid.includes(problem.bins[bin]!)).map(plain);
      if (pinnedTo < 0) items.push({ ...item, certainty: 0, pairs: kept });
      else if (item.secondUseOf === undefined) {
        const beside = kept.filter(({ bin }) => mayShare(leaves[bin]!, leaves[pinnedTo]!));
        const second = beside.map((pair) => ({ ...onlyOfBlocks(pair, kinds), besides: [pinnedTo] }));
        items.push({ ...item, certainty: 0, pairs: kept, pinnedTo });
        if (second.length) {
          items.push({ ...item, id: itemId(item.id, true), certainty: 0, pairs: second, secondUseOf: item.id });
        }
      }
    }
    const pieces = inPieces(wished, bounded, sizes, 100 / problem.step);
    const effort = without.length ? 1 : forTheAnswer;
    const whole = { ...bounded, items: [...items, ...pieces] };
    const { hours: met, bound } = solveAssignment(whole, effort * stepLimit, effort * mostWork);
    return { semesterHours: fromHundredths(met * problem.step), proven: bound <= met };
  };
  return { obstacles: obstaclesIn(degree, kinds, counted, pins, withFits), most };
}

/** Where the school uses the credit: nothing that the student could take back. */
function bySchool(credit: AcceptedCredit, pins: PinsOf): ReturnType<PinsOf> {
  const { use } = pins(credit);
  return { use: use === credit.appliedHere ? use : undefined, avoid: [] };
}

type Active = { readonly has: (kind: Obstacle['kind'], id: string, block?: string) => boolean };

/** Ids of blocks and maximums are unique; ids of qualifiers, in their block. */
const keyOf = (kind: Obstacle['kind'], id: string, block = ''): string =>
  `${kind} ${id} ${kind === 'qualifier' ? block : ''}`;

function activeWithout(without: readonly Obstacle[]): Active {
  const gone = new Set(without.map(({ kind, id, block }) => keyOf(kind, id, block)));
  return { has: (kind, id, block) => !gone.has(keyOf(kind, id, block)) };
}

/** Every hour is worth the same here. */
function plain(pair: Pair): Pair {
  return { ...pair, demand: 0 };
}

/** The pair of a second use: rules of the whole degree and of the school count the first alone. */
function onlyOfBlocks(pair: Pair, { caps, limits, choices }: Kinds): Pair {
  const ofBlock = (one: Obstacle | undefined): boolean => !one || one.block !== undefined;
  return {
    ...pair,
    caps: pair.caps.filter((cap) => ofBlock(caps[cap])),
    limits: pair.limits.filter((limit) => ofBlock(limits[limit])),
    choices: pair.choices.filter(({ choice }) => ofBlock(choices[choice])),
  };
}

function opened(block: RequirementBlock, withFits: boolean): RequirementBlock {
  const { inResidence: _, fits, children, ...rest } = block;
  return {
    ...rest,
    ...(fits && !withFits ? { fits } : {}),
    ...(children ? { children: children.map((child) => opened(child, withFits)) } : {}),
  };
}

function openLeaf(leaf: Leaf): Leaf {
  return { ...leaf, path: leaf.path.map(({ inResidence: _, ...block }) => block) };
}

/** Of each bound and choice of the problem, what it is. Undefined: the size of a block, which nobody takes away. */
type Kinds = {
  readonly caps: readonly (Obstacle | undefined)[];
  readonly limits: readonly (Obstacle | undefined)[];
  readonly choices: readonly Obstacle[];
};

function kindsOf(problem: DegreeProblem, degree: Degree, school: School): Kinds {
  const residency = new Set(maximumsFor(degree, school).flatMap(({ id, kind }) => (kind === 'residency' ? id : [])));
  const named = ({ id, block, says }: NamedBound | NamedChoice) => ({
    id,
    ...(block === undefined ? {} : { block }),
    ...(says === undefined ? {} : { says }),
  });
  const ofBound = (bound: NamedBound): Obstacle | undefined => {
    const { id, kind, counts } = bound;
    if (kind === 'maximum') return { kind: residency.has(id) ? 'residency' : 'maximum', ...named(bound) };
    if (kind === 'qualifier') return { kind, ...named(bound) };
    return counts ? { kind: 'course-count', ...named(bound) } : undefined;
  };
  const ofChoice = (choice: NamedChoice): Obstacle => ({
    kind: choice.kind === 'size' ? 'choice' : 'qualifier',
    ...named(choice),
  });
  const { caps, limits, choices }: Pick<DegreeProblem, 'caps' | 'limits' | 'choices'> = problem;
  return { caps: caps.map(ofBound), limits: limits.map(ofBound), choices: choices.map(ofChoice) };
}

/** The problem without the bounds that are taken away. Every hour of a block counts, in second uses too. */
function relaxed(
  { total: _, ...problem }: DegreeProblem,
  { caps, limits, choices }: Kinds,
  active: Active,
): AssignmentProblem {
  const holds = (one: Obstacle | undefined): boolean => !one || active.has(one.kind, one.id, one.block);
  return {
    ...problem,
    caps: problem.caps.map((bound, index) => (holds(caps[index]) ? bound : { ...bound, hours: endless })),
    limits: problem.limits.map((bound, index) => (holds(limits[index]) ? bound : { ...bound, hours: endless })),
    choices: problem.choices.map((choice, index) => (holds(choices[index]) ? choice : { ...choice, atMost: endless })),
  };
}

/** What can be taken away: the student's pins first, then rules of the school, then of the degree. */
function obstaclesIn(
  degree: Degree,
  { caps, limits, choices }: Kinds,
  counted: readonly AcceptedCredit[],
  pins: PinsOf,
  withFits: boolean,
): Obstacle[] {
  const blocks = [...new Set(leavesOf(degree).flatMap(({ path }) => path))];
  const rules = [...caps, ...limits, ...choices].filter((one) => one !== undefined);
  const isSchools = ({ kind }: Obstacle): boolean => kind === 'maximum' || kind === 'residency';
  const all: Obstacle[] = [
    ...counted.flatMap((credit) => {
      const { use, avoid } = pins(credit);
      const own = (use !== undefined && use !== credit.appliedHere) || avoid.length > 0;
      return own ? [{ kind: 'pins' as const, id: credit.credit }] : [];
    }),
    ...blocks.flatMap(({ id, inResidence }) => (inResidence ? [{ kind: 'in-residence' as const, id, block: id }] : [])),
    ...rules.filter(isSchools),
    ...rules.filter((rule) => !isSchools(rule)),
    ...(withFits ? blocks.flatMap(({ id, fits }) => (fits ? [{ kind: 'fits' as const, id, block: id }] : [])) : []),
  ];
  return [...new Map(all.map((one) => [keyOf(one.kind, one.id, one.block), one])).values()];
}
