/**
 * Stacks that nothing tells apart in one degree are one group: the search decides how many courses of it to take, not which.
 * Those that another makes needless are left out.
 */
import type { Item, Pair } from '../assign/problem.ts';
import { itemId, type DegreeProblem } from '../assign.ts';
import { groupedBy } from '../grouped-by.ts';
import type { Candidate } from './candidates.ts';
import { withoutNeedless, type Stack, type Worth } from './stacks.ts';

/** A part of each course of a group: where it may land, once or twice. */
export type GroupPart = {
  readonly hours: number;
  readonly sure: boolean;
  readonly pairs: readonly Pair[];
  readonly second: readonly Pair[];
};

/** Candidates that nothing tells apart, in a fixed order. Each becomes school courses of which a plan has each once. */
export type Group = Worth & {
  readonly parts: readonly GroupPart[];
  /** Where and how it may land, as text: the same for those of one problem that land alike. */
  readonly landing: string;
};

/** The groups of these stacks in this problem, which has the first of each. */
export function groupsOf(stacks: readonly Stack[], { items }: Pick<DegreeProblem, 'items'>): Group[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const numberOf = numbering();
  const landing = stacks.flatMap((stack): (Group & Stack)[] => {
    const parts = stack.candidates[0]!.accepted.flatMap(({ id }, part) =>
      partOf(byId.get(id), byId.get(itemId(id, true)), stack.sure[part]!),
    );
    if (!parts.length) return [];
    const ways = parts.map(({ hours, pairs, second }) => `${hours} ${numberOf(pairs)} ${numberOf(second)}`);
    return [{ ...stack, sure: parts.map(({ sure }) => sure), parts, landing: ways.join() }];
  });
  return merged(withoutNeedless(landing));
}

/** A number for each way to land: the same list has the same number, and so has one that says the same. */
function numbering(): (pairs: readonly Pair[]) => number {
  const byList = new Map<readonly Pair[], number>();
  const byText = new Map<string, number>();
  return (pairs) => {
    const known = byList.get(pairs);
    if (known !== undefined) return known;
    const text = JSON.stringify(pairs);
    const number = byText.get(text) ?? byText.size;
    byText.set(text, number);
    byList.set(pairs, number);
    return number;
  };
}

const nowhere: readonly Pair[] = [];

function partOf(item: Item | undefined, second: Item | undefined, sure: boolean): GroupPart[] {
  if (!item?.pairs.length) return [];
  return [{ hours: item.hours, sure, pairs: item.pairs, second: second?.pairs ?? nowhere }];
}

/** Stacks as groups, where a plan may have several of them. */
function merged(stacks: readonly (Group & Stack)[]): Group[] {
  const makers = new Map<string, number>();
  for (const code of stacks.flatMap(({ becomes }) => becomes)) makers.set(code, (makers.get(code) ?? 0) + 1);
  // A school course that only one of them becomes needs no rule of its own.
  const shared = ({ becomes }: Group): string[] => becomes.filter((code) => makers.get(code)! > 1);
  const alike = groupedBy(stacks, (one) => {
    const ofSeveral = one.parts.length > 1 ? one.becomes : [];
    return [one.landing, one.sure, one.terms, shared(one), ofSeveral].join(';');
  });
  return [...alike.values()].map((members): Group => {
    const [first] = members;
    return { ...first!, candidates: inOrder(members), becomes: shared(first!) };
  });
}

/** The candidates of some stacks, in the order of all candidates. */
function inOrder(stacks: readonly Stack[]): readonly Candidate[] {
  if (stacks.length === 1) return stacks[0]!.candidates;
  return stacks
    .flatMap(({ candidates, places }) => candidates.map((candidate, index) => ({ candidate, place: places[index]! })))
    .sort((a, b) => a.place - b.place)
    .map(({ candidate }) => candidate);
}

/** The limits that a course takes wherever it lands. Of several parts, one may land nowhere, and then takes nothing. */
export function everywhere({ parts }: Group): readonly number[] {
  const [part] = parts;
  if (!part || parts.length > 1) return [];
  return part.pairs[0]!.limits.filter((limit) => part.pairs.every(({ limits }) => limits.includes(limit)));
}
