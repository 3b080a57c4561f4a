/** Which of the student's names have to agree on one credit's way, and whether they do. */
import type { NameRule } from '../../schemas/steps.ts';
import { compareNames, matters, type Matters, type NameComparison, type NameDifference } from './names-compared.ts';
import type { Identity } from './trail-notes.ts';
import type { Trail, TrailFacts } from './trail-types.ts';

/** One pair of names. */
export type NameCheck = {
  readonly between: NameRule['between'];
  readonly one: string;
  readonly other: string;
  readonly comparison: NameComparison;
  /** What the route and the school ask for here. Empty: no page says it. */
  readonly rules: readonly NameRule[];
  /** Each difference, and whether it matters by the strictest of the rules. */
  readonly differences: readonly (NameDifference & { readonly matters: Matters })[];
};

/** The names that are known, in pairs: ID and record, record and transcript. */
export function nameChecksOf(
  { notes, route }: Pick<Trail, 'notes' | 'route'>,
  identity: Identity | undefined,
  school: TrailFacts['school'],
): readonly NameCheck[] {
  const { inRecord, onTranscript } = notes.names ?? {};
  const pairs = [
    { between: 'id-and-record', one: identity?.nameOnId, other: inRecord },
    { between: 'record-and-transcript', one: inRecord, other: onTranscript },
  ] as const;
  const all = [...route.names, ...(school?.school.receives?.names ?? [])];
  return pairs.flatMap(({ between, one, other }): readonly NameCheck[] => {
    if (one === undefined || other === undefined) return [];
    const rules = all.filter((rule) => rule.between === between);
    const comparison = compareNames(one, other);
    const differences = comparison.differences.map((difference) => ({
      ...difference,
      matters: strictest(rules.map(({ rule }) => matters(difference, rule))),
    }));
    return [{ between, one, other, comparison, rules, differences }];
  });
}

function strictest(all: readonly Matters[]): Matters {
  return (['yes', 'ask', 'no'] as const).find((one) => all.includes(one)) ?? 'not-known';
}
