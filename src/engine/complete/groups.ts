/**
 * Stacks that nothing tells apart in one degree are one group: the search decides how many courses of it to take, not which.
 * Those that another makes needless are left out.
 */
import type { Item, Pair } from '../assign/problem.ts';
import { itemId, type DegreeProblem } from '../assign.ts';
import { groupedBy } from '../grouped-by.ts';
import type { Kind } from './alike.ts';
import type { Candidate } from './candidates.ts';
import { withoutNeedless, type Stack, type Worth } from './stacks.ts';

/** A part of each course of a group: where it may land, once or twice. */
export type GroupPart = {
  /** The place of its credit among those that a course gives. */
  readonly part: number;
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

/** The groups of these stacks in this problem, which has the first of each kind. */
export function groupsOf(kinds: ReadonlyMap<Stack, Kind>, { items }: Pick<DegreeProblem, 'items'>): Group[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const numbers = new Map<string, number>();
  const landings = new Map<Kind, Landing>();
  for (const kind of new Set(kinds.values())) {
    const parts = kind.first.accepted.flatMap(({ id }, part) => partOf(part, byId.get(id), byId.get(itemId(id, true))));
    const text = JSON.stringify(parts);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    landings.set(kind, { parts, landing: `${number}` });
  }
  const landing = [...kinds].flatMap(([stack, kind]): Landed[] => {
    const { parts, landing } = landings.get(kind)!;
    return parts.length ? [{ ...stack, sure: parts.map(({ part }) => stack.sure[part]!), parts, landing }] : [];
  });
  return merged(withoutNeedless(landing));
}

type Landing = { readonly parts: readonly Omit<GroupPart, 'sure'>[]; readonly landing: string };
type Landed = Stack & Landing;

const nowhere: readonly Pair[] = [];

function partOf(part: number, item: Item | undefined, second: Item | undefined): Omit<GroupPart, 'sure'>[] {
  if (!item?.pairs.length) return [];
  return [{ part, hours: item.hours, pairs: item.pairs, second: second?.pairs ?? nowhere }];
}

/** Stacks as groups, where a plan may have several of them. */
function merged(stacks: readonly Landed[]): Group[] {
  const makers = new Map<string, number>();
  for (const code of stacks.flatMap(({ becomes }) => becomes)) makers.set(code, (makers.get(code) ?? 0) + 1);
  // A school course that only one of them becomes needs no rule of its own.
  const shared = ({ becomes }: Landed): string[] => becomes.filter((code) => makers.get(code)! > 1);
  const alike = groupedBy(stacks, (one) => {
    const ofSeveral = one.parts.length > 1 ? one.becomes : [];
    return [one.landing, one.sure, one.terms, shared(one), ofSeveral].join(';');
  });
  return [...alike.values()].map((members): Group => {
    const first = members[0]!;
    const parts = first.parts.map((part, index) => ({ ...part, sure: first.sure[index]! }));
    return { ...first, parts, candidates: inOrder(members), becomes: shared(first) };
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
