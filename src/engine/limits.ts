/** The bounds a degree and a school put on whole sets of credit. They state; only `assign/` chooses. */
import type { Degree, Qualifier, RequirementBlock } from '../schemas/degree.ts';
import type { Maximum, School } from '../schemas/school.ts';
import { fits } from './eligibility.ts';
import type { AcceptedCredit } from './types.ts';

/** The subject of credit that has none known. It is one subject of its own, so that it never counts as variety. */
const noSubject = '?';

/** The subject a rule about subjects counts this credit under. */
export function subjectOf(credit: AcceptedCredit): string {
  return credit.subject ?? noSubject;
}

/** The school's maximums for this degree's award. */
export function maximumsFor(degree: Degree, school: School): Maximum[] {
  return school.maximums.filter((maximum) => maximum.awards.includes(degree.award));
}

/** True if the maximum counts this credit. The school's own courses are never from elsewhere. */
export function isCounted(credit: AcceptedCredit, maximum: Maximum): boolean {
  return credit.source !== 'school' && (maximum.counts?.includes(credit.source) ?? true);
}

/** A set of credit that a qualifier bounds, and how. `cap`: hours that count. `limit`: whole credits. */
export type QualifierBound = {
  readonly key: string;
  readonly rule: Qualifier;
  readonly as: 'cap' | 'limit';
  readonly hours: number;
  readonly bounds: (credit: AcceptedCredit) => boolean;
};

/** Groups of credit of which only so many may be used together: the subjects under "all in one subject". */
export type QualifierChoice = {
  readonly key: string;
  readonly atMost: number;
  readonly setOf: (credit: AcceptedCredit) => string;
};

/**
 * What a qualifier of a block, or of the whole degree, bounds.
 *
 * "At least 18 of 45 upper-division" leaves room for at most 27 hours of anything else: kept as a bound, it holds even
 * while the block is half full, and the hours it cuts off are hours that could never have completed the block.
 */
export function boundsOf(
  qualifiers: readonly Qualifier[],
  size: number,
  credits: readonly AcceptedCredit[],
): { bounds: QualifierBound[]; choices: QualifierChoice[] } {
  const bounds: QualifierBound[] = [];
  const choices: QualifierChoice[] = [];
  const subjects = [...new Set(credits.map(subjectOf))].sort();
  for (const rule of qualifiers) {
    const bound = (key: string, as: 'cap' | 'limit', hours: number, test: QualifierBound['bounds']): void => {
      bounds.push({ key: `${rule.id}${key}`, rule, as, hours: Math.max(0, hours), bounds: test });
    };
    switch (rule.kind) {
      case 'at-least':
        bound('', 'cap', size - rule.semesterHours, (credit) => !fits(credit, rule.of));
        break;
      case 'at-most':
        bound('', 'limit', rule.semesterHours, (credit) => fits(credit, rule.of));
        break;
      case 'at-most-per-subject':
        for (const subject of subjects) {
          if (subject === noSubject) continue;
          bound(` ${subject}`, 'limit', rule.semesterHours, (credit) => credit.subject === subject);
        }
        break;
      case 'at-least-subjects':
        // Any fewer subjects must leave at least an hour for each one that is missing.
        for (let count = 1; count < rule.subjects; count++) {
          for (const some of subsets(subjects, count)) {
            const within = new Set(some);
            bound(` ${some.join('+')}`, 'cap', size - (rule.subjects - count), (credit) =>
              within.has(subjectOf(credit)),
            );
          }
        }
        break;
      case 'one-subject':
        choices.push({ key: rule.id, atMost: 1, setOf: subjectOf });
        break;
      case 'minimum-grade':
        // A matter of one credit alone: `eligibility.ts`.
        break;
    }
  }
  return { bounds, choices };
}

/** A block's conditions, or none. */
export function qualifiersOf(block: RequirementBlock): readonly Qualifier[] {
  return block.qualifiers ?? [];
}

/** Every set of so many entries, in order. */
function subsets<T>(entries: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return entries.flatMap((entry, index) =>
    subsets(entries.slice(index + 1), count - 1).map((rest) => [entry, ...rest]),
  );
}
