/** Every bound of a degree and its school, each with the blocks and uses it holds for. */
import type { Degree, Qualifier, RequirementBlock } from '../schemas/degree.ts';
import type { School } from '../schemas/school.ts';
import type { Bound, Choice } from './assign/problem.ts';
import type { Leaf } from './eligibility.ts';
import { boundsOf, isCounted, maximumsFor, qualifiersOf, type Inside } from './limits.ts';
import type { AcceptedCredit, Reading } from './types.ts';
import type { Use } from './uses.ts';

/** A bound as the audit reports it: the block it belongs to (none: the whole degree), and the rule's words. */
export type NamedBound = Bound & { readonly block?: string; readonly kind: 'size' | 'qualifier' | 'maximum' };

/** A choice as the audit reports it: of a block's children, or under a qualifier. */
export type NamedChoice = Choice & Pick<NamedBound, 'says' | 'kind' | 'block'>;

type Within = (leaf: Leaf) => boolean;
const always = (): boolean => true;

/** A bound in semester hours, or in items where it counts them; the blocks it holds within, and the uses it counts there. */
export type Scope = { readonly bound: NamedBound; readonly within: Within; readonly counts: (use: Use) => boolean };

/** A choice, and the set of it that a use in a block would take. */
export type ChoiceScope = {
  readonly choice: NamedChoice;
  readonly setOf: (leaf: Leaf, use: Use) => string | undefined;
};

export type Scopes = {
  readonly caps: Scope[];
  readonly limits: Scope[];
  readonly choices: ChoiceScope[];
  /** False where some rules could not be turned into bounds: an answer may then break them, and says so. */
  complete: boolean;
};

/**
 * The bounds for these uses, with their hours in one reading, and what is not known of them in one. What bounds the whole
 * degree, or all credit from elsewhere, counts first uses only.
 */
export function scopesOf(
  degree: Degree,
  school: School,
  leaves: readonly Leaf[],
  uses: readonly Use[],
  hoursOf: (credit: AcceptedCredit) => number,
  unknownsIn: Reading,
): Scopes {
  const scopes: Scopes = { caps: [], limits: [], choices: [], complete: true };
  const aroundExcess = leaves.find(({ block }) => block.takesExcess)?.path.map(({ id }) => id);

  const addQualifiers = (qualifiers: readonly Qualifier[], size: number, within: Within, block?: string): void => {
    if (!qualifiers.length) return;
    const counts = ({ second }: Use): boolean => !second || block !== undefined;
    const inside = uses.flatMap((use): Inside[] => {
      const { credit, places } = use;
      const isInside = counts(use) && places.some(({ leaf }) => within(leaves[leaf]!));
      return isInside ? [{ credit, hours: hoursOf(credit) }] : [];
    });
    const found = boundsOf(qualifiers, size, inside, unknownsIn);
    const named = { kind: 'qualifier', ...(block === undefined ? {} : { block }) } as const;
    scopes.complete &&= found.complete;
    for (const { rule, as, hours, bounds } of found.bounds) {
      const bound: NamedBound = { id: rule.id, hours, says: rule.says, ...named };
      const scope: Scope = { bound, within, counts: (use) => bounds(use.credit) && counts(use) };
      if (as === 'limit') scopes.limits.push(scope);
      // Of hours that stick out elsewhere and count here, only so many do, too.
      if (as === 'cap' || aroundExcess?.includes(block ?? '')) scopes.caps.push(scope);
    }
    for (const { rule, atMost, setOf } of found.choices) {
      scopes.choices.push({
        choice: { id: rule.id, atMost, says: rule.says, ...named },
        setOf: (leaf, use) => (counts(use) && within(leaf) ? setOf(use.credit) : undefined),
      });
    }
  };

  const visit = (block: RequirementBlock): void => {
    const { id, semesterHours: hours, courses, choose, children } = block;
    const within: Within = ({ path }) => path.includes(block);
    const size = { id, kind: 'size', block: id } as const;
    scopes.caps.push({ bound: { ...size, hours }, within, counts: always });
    if (courses !== undefined) {
      scopes.limits.push({ bound: { ...size, hours: courses, counts: 'items' }, within, counts: always });
    }
    addQualifiers(qualifiersOf(block), hours, within, id);
    if (children && choose !== undefined && choose < children.length) {
      scopes.choices.push({
        choice: { ...size, atMost: choose },
        setOf: ({ path }) => (path.includes(block) ? path[path.indexOf(block) + 1]?.id : undefined),
      });
    }
    children?.forEach(visit);
  };

  degree.blocks.forEach(visit);
  addQualifiers(degree.qualifiers, degree.semesterHours, always);
  for (const maximum of maximumsFor(degree, school)) {
    const bound: NamedBound = { id: maximum.id, hours: maximum.atMost, says: maximum.says, kind: 'maximum' };
    scopes.limits.push({
      bound,
      within: always,
      counts: ({ credit, second }) => !second && isCounted(credit, maximum, unknownsIn),
    });
  }
  return scopes;
}
