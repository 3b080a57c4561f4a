/** How courses, degrees and blocks are named in a link: by their short names, or by their ids where these do not do. */
import { digest, idsNamed, longNameBits, shortNameOf, shortNamesOf, type ShortNames } from './short-names.ts';

/** An id, or the short name of one. */
export type Reference = string | number;

/** How many bits the short name of a course has. What two courses share is told apart by the check on all of them. */
export const courseBits = 26;
/** How many bits the short name of a block has: it is one of a single degree. */
export const blockBits = 16;
/** How many bits the check on the courses of a plan has. */
export const checkBits = 30;

/** So many choices among courses of one short name are tried; a plan with more has been made up. */
const mostChoices = 256;

/** What a short name may stand for: what the catalog has, and had. Blocks are those of the plan's degree. */
export type Named = {
  readonly courses: Iterable<string>;
  readonly degrees: Iterable<string>;
  readonly blocks: Iterable<string>;
  /** Records that have another id today: "courses/clep/old" → "courses/clep/new". */
  readonly moved: Readonly<Record<string, string>>;
};

/** The short names in links. */
export type LinkNames = Readonly<Record<'courses' | 'degrees' | 'blocks', ShortNames>>;

/** The short names of all these. */
export function namesIn({ courses, degrees, blocks, moved }: Named): LinkNames {
  const before = Object.keys(moved).map((id) => id.slice(id.indexOf('/') + 1));
  return {
    courses: shortNamesOf([...courses, ...before], courseBits),
    degrees: shortNamesOf([...degrees, ...before], longNameBits),
    blocks: shortNamesOf(blocks, blockBits),
  };
}

/** The short name of the id where no other has it, else the id. */
export function referenceTo(id: string, names: ShortNames): Reference {
  const unknown = unknownName(id);
  if (unknown !== undefined && unknown < 2 ** names.bits) return unknown;
  const name = shortNameOf(id, names.bits);
  const [named, another] = names.ids.get(name) ?? [];
  return named === id && another === undefined ? name : id;
}

/** What is checked of the courses of a plan; nothing where one of them is not known itself. */
export function checkOn(courses: readonly string[]): number | undefined {
  return courses.some(isUnknown) ? undefined : digest(courses.join(' ')) % 2 ** checkBits;
}

/** The id that is meant. */
export function idOf(reference: Reference, names: ShortNames): string {
  const [id, another] = candidates(reference, names);
  return another === undefined ? id : unknownPrefix + reference.toString(36);
}

/**
 * The ids of all the courses of a plan. Of those with one short name the ones that make the check right; nothing where
 * the link means courses that this catalog does not have.
 */
export function idsOf(
  references: readonly Reference[],
  names: ShortNames,
  check: number | undefined,
): readonly string[] | undefined {
  const all = references.map((reference) => candidates(reference, names));
  const choices = all.reduce((product, { length }) => product * length, 1);
  for (let choice = 0; check !== undefined && choice < Math.min(choices, mostChoices); choice += 1) {
    let rest = choice;
    const ids = all.map((some) => {
      const id = some[rest % some.length]!;
      rest = Math.floor(rest / some.length);
      return id;
    });
    if (checkOn(ids) === check) return ids;
  }
  const ids = references.map((reference) => idOf(reference, names));
  return check === undefined || ids.some(isUnknown) ? ids : undefined;
}

/** What an id is that this catalog does not know. It keeps the short name for a later one. */
const unknownPrefix = 'not-known/';

type Candidates = readonly [string, ...string[]];

function candidates(reference: Reference, names: ShortNames): Candidates {
  const name = typeof reference === 'number' ? reference : unknownName(reference);
  if (name === undefined) return [String(reference)];
  const [first, ...others] = idsNamed(name, names);
  return first === undefined ? [unknownPrefix + name.toString(36)] : [first, ...others];
}

function unknownName(id: string): number | undefined {
  if (!id.startsWith(unknownPrefix)) return undefined;
  const name = parseInt(id.slice(unknownPrefix.length), 36);
  return name < 2 ** longNameBits && unknownPrefix + name.toString(36) === id ? name : undefined;
}

/** Whether the id stands for a record that was not known when the link was opened. */
export function isUnknown(id: string): boolean {
  return unknownName(id) !== undefined;
}
