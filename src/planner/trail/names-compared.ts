/**
 * The student's name as two papers print it: what differs, part by part and letter by letter. Whether it matters is a rule
 * of the route or the school, not of this comparison.
 */
import type { NameRule } from '../../schemas/steps.ts';
import { lettersApart, pairLetters, plainWord, withoutAccents, type PairedLetter } from './letters-compared.ts';

/** What differs. `one` and `other` are the parts as printed; empty where the name has no such part. */
export type NameDifference = {
  readonly kind:
    /** Written in letters of another script. */
    | 'script'
    /** The parts stand in another order. */
    | 'order'
    /** A part that only one of the names has. */
    | 'missing-part'
    /** A part that is only its first letter in the other name. */
    | 'initial'
    /** A part with other letters. */
    | 'letters'
    | 'accents'
    | 'case'
    | 'hyphen'
    | 'spaces'
    /** Apostrophes, dots and commas. */
    | 'marks';
  readonly one: string;
  readonly other: string;
};

export type NameComparison = {
  /** True where they are the same, letter by letter. */
  readonly same: boolean;
  readonly differences: readonly NameDifference[];
  /** Both names side by side. */
  readonly letters: readonly PairedLetter[];
};

/** How two names compare. */
export function compareNames(first: string, second: string): NameComparison {
  const [one, other] = [first.normalize('NFC').trim(), second.normalize('NFC').trim()];
  const letters = pairLetters(one, other);
  if (one === other) return { same: true, differences: [], letters };
  if (isLatin(one) !== isLatin(other)) return { same: false, differences: [{ kind: 'script', one, other }], letters };
  const [mine, theirs] = [partsOf(one), partsOf(other)];
  const pairs = pairParts(mine, theirs);
  const differences: NameDifference[] = [
    ...(isInOrder(pairs) ? [] : [{ kind: 'order' as const, one, other }]),
    ...pairs.flatMap(([at, place]) => differencesOf(mine[at] ?? '', theirs[place] ?? '')),
    ...leftOver(
      mine.filter((_, at) => !pairs.some((pair) => pair[0] === at)),
      theirs.filter((_, place) => !pairs.some((pair) => pair[1] === place)),
    ),
    ...between(one, other),
  ];
  return { same: false, differences, letters };
}

/** How a difference stands under a rule: `yes` it has to be put right; `ask` whoever reads it; `no`. */
export type Matters = 'yes' | 'ask' | 'no' | 'not-known';

/** Whether a difference matters. Without a rule nobody knows. */
export function matters({ kind }: NameDifference, rule: NameRule['rule'] | undefined): Matters {
  if (rule === undefined) return 'not-known';
  if (kind === 'script') return 'yes';
  if (kind === 'case' || kind === 'spaces') return rule === 'exact' ? 'ask' : 'no';
  if (rule === 'exact') return 'yes';
  if (rule === 'same-person') return 'ask';
  return kind === 'letters' || kind === 'missing-part' || kind === 'initial' ? 'yes' : 'ask';
}

const isLatin = (name: string): boolean => /\p{Script=Latin}/u.test(name) || !/\p{L}/u.test(name);

/** The parts of a name: hyphens and commas part it too. */
function partsOf(name: string): readonly string[] {
  return name.split(/[\s,\-‐‑]+/).filter(Boolean);
}

type Pair = readonly [at: number, place: number];

/** Parts of both names that are the same but for accents, case and marks: those in the same place before any other. */
function pairParts(mine: readonly string[], theirs: readonly string[]): readonly Pair[] {
  const taken = new Set<number>();
  const pairs: Pair[] = [];
  const same = (at: number, place: number): boolean =>
    !taken.has(place) && place < theirs.length && plainWord(mine[at] ?? '') === plainWord(theirs[place] ?? '');
  const pair = (at: number, place: number): void => {
    taken.add(place);
    pairs.push([at, place]);
  };
  const rest = mine.flatMap((_, at) => (same(at, at) ? (pair(at, at), []) : [at]));
  for (const at of rest) {
    const place = theirs.findIndex((_, index) => same(at, index));
    if (place >= 0) pair(at, place);
  }
  return pairs.sort(([a], [b]) => a - b);
}

function isInOrder(pairs: readonly Pair[]): boolean {
  return pairs.every(([, place], index) => place > (pairs[index - 1]?.[1] ?? -1));
}

/** What differs between two parts that are the same word but for accents, case and marks. */
function differencesOf(one: string, other: string): NameDifference[] {
  const bare = (part: string): string => part.replace(/['’‘ʼ`´.]/g, '');
  const [mine, theirs] = [bare(one), bare(other)];
  const spelled = (part: string): string => withoutAccents(part).toLowerCase();
  return [
    ...(mine.toLowerCase() !== theirs.toLowerCase() ? [{ kind: 'accents' as const, one, other }] : []),
    ...(isOtherCase(mine, theirs, spelled) ? [{ kind: 'case' as const, one, other }] : []),
    ...(marksOf(one) !== marksOf(other) ? [{ kind: 'marks' as const, one, other }] : []),
  ];
}

function isOtherCase(mine: string, theirs: string, spelled: (part: string) => string): boolean {
  return spelled(mine) === spelled(theirs) && withoutAccents(mine) !== withoutAccents(theirs);
}

const marksOf = (part: string): string => part.replace(/[^'’‘ʼ`´.]/g, '');

/** What becomes of parts without a match: written together, an initial, other letters, or missing. */
function leftOver(mine: readonly string[], theirs: readonly string[]): NameDifference[] {
  if (mine.length > 0 && theirs.length > 0 && plainWord(mine.join('')) === plainWord(theirs.join(''))) {
    return [{ kind: 'spaces', one: mine.join(' '), other: theirs.join(' ') }];
  }
  const open = [...theirs];
  const differences = mine.map((one): NameDifference => {
    const initial = open.findIndex((other) => isInitial(one, other) || isInitial(other, one));
    const close = open.findIndex((other) => lettersApart(one, other) <= Math.max(1, Math.floor(one.length / 3)));
    const at = initial >= 0 ? initial : close;
    const other = at >= 0 ? open.splice(at, 1)[0] : undefined;
    if (other === undefined) return { kind: 'missing-part', one, other: '' };
    return { kind: initial >= 0 ? 'initial' : 'letters', one, other };
  });
  return [...differences, ...open.map((other) => ({ kind: 'missing-part' as const, one: '', other }))];
}

function isInitial(letter: string, part: string): boolean {
  const [bare, whole] = [plainWord(letter), plainWord(part)];
  return bare.length === 1 && whole.startsWith(bare);
}

/** What stands between the parts. */
function between(one: string, other: string): NameDifference[] {
  const count = (name: string, what: RegExp): number => name.match(what)?.length ?? 0;
  const differ = (what: RegExp): boolean => count(one, what) !== count(other, what);
  return [
    ...(differ(/[-‐‑]/g) ? [{ kind: 'hyphen' as const, one, other }] : []),
    ...(differ(/,/g) ? [{ kind: 'marks' as const, one, other }] : []),
    ...(one.replace(/\s+/g, ' ') === other.replace(/\s+/g, ' ') ? [{ kind: 'spaces' as const, one, other }] : []),
  ];
}
