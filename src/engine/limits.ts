/** The bounds a degree and a school put on whole sets of credit. They state; only `assign/` chooses. */
import type { Degree, Qualifier, RequirementBlock } from '../schemas/degree.ts';
import type { Maximum, School } from '../schemas/school.ts';
import { fits } from './eligibility.ts';
import { sumHours } from './semester-hours.ts';
import type { AcceptedCredit, Reading } from './types.ts';

/** What a rule about each subject, or each provider, counts this credit under; `undefined` where it is not known. */
export function kindOf(credit: AcceptedCredit, rule: Qualifier): string | undefined {
  return rule.kind === 'at-most-per-provider' ? credit.provider : credit.subject;
}

/** The most hours of some credit from elsewhere, and where the rule comes from. */
export type SchoolMaximum = Pick<Maximum, 'id' | 'atMost' | 'says' | 'counts' | 'of'> & {
  readonly kind: 'maximum' | 'residency';
};

/**
 * The school's maximums for this degree's award, then those that follow from its residency: where so many hours must be
 * earned at the school, only the rest may come from elsewhere.
 */
export function maximumsFor({ award, semesterHours }: Degree, school: School): SchoolMaximum[] {
  const stated = school.maximums.filter(({ awards }) => awards.includes(award));
  return [
    ...stated.map((maximum) => ({ ...maximum, kind: 'maximum' as const })),
    ...school.residency.flatMap(({ awards, semesterHours: here, says }, index): SchoolMaximum[] => {
      if (here === undefined || !awards.includes(award)) return [];
      const atMost = Math.max(0, sumHours([semesterHours, -here]));
      return [{ id: `residency-${index + 1}`, atMost, says, kind: 'residency' }];
    }),
  ];
}

/** True if the maximum counts this credit. The school's own courses are never from elsewhere. */
export function isCounted(credit: AcceptedCredit, { counts, of = {} }: SchoolMaximum, reading: Reading): boolean {
  return credit.source !== 'school' && (counts?.includes(credit.source) ?? true) && fits(credit, of, reading);
}

/** A set of credit that a qualifier bounds, and how. `cap`: hours that count. `limit`: whole credits. */
export type QualifierBound = {
  readonly rule: Qualifier;
  readonly as: 'cap' | 'limit';
  readonly hours: number;
  readonly bounds: (credit: AcceptedCredit) => boolean;
};

/** Groups of credit of which only so many may be used together: the subjects under "all in one subject". */
export type QualifierChoice = {
  readonly rule: Qualifier;
  readonly atMost: number;
  readonly setOf: (credit: AcceptedCredit) => string;
};

/** Bounds of one block: real rules need a handful, and only hundreds of courses in dozens of subjects ever more. */
const mostBounds = 500;

/** One use that lies, or may lie, inside a block, with its hours. */
export type Inside = { readonly credit: AcceptedCredit; readonly hours: number };

/**
 * What a qualifier of a block, or of the whole degree, bounds. `inside` is all that may be used there.
 *
 * "At least 18 of 45 upper-division" leaves room for at most 27 hours of anything else: kept as a bound, it holds even
 * while the block is half full, and the hours it cuts off are hours that could never have completed the block.
 * `complete` is false where rules about subjects would take more bounds than can be kept in mind.
 */
export function boundsOf(
  qualifiers: readonly Qualifier[],
  size: number,
  inside: readonly Inside[],
  reading: Reading,
): { bounds: QualifierBound[]; choices: QualifierChoice[]; complete: boolean } {
  const bounds: QualifierBound[] = [];
  const choices: QualifierChoice[] = [];
  let complete = true;
  for (const rule of qualifiers) {
    const bound = (as: 'cap' | 'limit', hours: number, test: QualifierBound['bounds']): void => {
      bounds.push({ rule, as, hours: Math.max(0, hours), bounds: test });
    };
    switch (rule.kind) {
      case 'at-least':
        bound('cap', size - rule.semesterHours, (credit) => !fits(credit, rule.of));
        break;
      case 'at-most':
        bound('limit', rule.semesterHours, (credit) => fits(credit, rule.of, reading));
        break;
      case 'at-most-per-subject':
      case 'at-most-per-provider': {
        // A subject that is not known may be each of them in the least reading, and none in the others.
        const isOpen = rule.kind === 'at-most-per-subject' && reading === 'least';
        for (const kind of new Set(inside.map(({ credit }) => kindOf(credit, rule)))) {
          if (kind === undefined && !isOpen) continue;
          bound('limit', rule.semesterHours, (credit) => {
            const its = kindOf(credit, rule);
            return its === kind || (its === undefined && isOpen);
          });
        }
        break;
      }
      case 'at-least-subjects':
        for (const { some, room } of tooFewSubjects(rule.subjects, size, inside)) {
          complete = bounds.length < mostBounds;
          if (!complete) break;
          bound('cap', room, ({ subject }) => subject === undefined || some.includes(subject));
        }
        break;
      case 'one-subject':
        // Subjects that are not known may be the same one, but not for sure.
        choices.push({ rule, atMost: 1, setOf: ({ subject, id }) => subject ?? (reading === 'least' ? id : '') });
        break;
      case 'minimum-grade':
      case 'max-age':
        // A matter of one credit alone: `eligibility.ts`.
        break;
    }
  }
  return { bounds, choices, complete };
}

/** A block's conditions, or none. */
export function qualifiersOf(block: RequirementBlock): readonly Qualifier[] {
  return block.qualifiers ?? [];
}

type SubjectHours = readonly (readonly [subject: string, hours: number])[];

/**
 * Sets of fewer subjects than asked for, and the room of their credit and of all whose subject is not known: it must leave
 * an hour for each subject that is missing.
 */
function* tooFewSubjects(asked: number, size: number, inside: readonly Inside[]) {
  const sums = new Map<string, number>();
  let unknown = 0;
  for (const { credit, hours } of inside) {
    const { subject } = credit;
    if (subject === undefined) unknown += hours;
    else sums.set(subject, (sums.get(subject) ?? 0) + hours);
  }
  // The most hours first.
  const subjects: SubjectHours = [...sums].sort(([, a], [, b]) => b - a);
  for (let count = 0; count < asked; count++) {
    const room = size - (asked - count);
    for (const some of setsBeyond(room - unknown, count, subjects)) yield { some, room };
  }
}

/** The sets of so many subjects that have more hours than there is room for. Other sets need no bound. */
function* setsBeyond(room: number, count: number, subjects: SubjectHours, from = 0): Generator<string[]> {
  const richest = subjects.slice(from, from + count);
  if (richest.length < count || richest.reduce((left, [, hours]) => left - hours, room) >= 0) return;
  if (count === 0) return yield [];
  const [subject, hours] = subjects[from]!;
  for (const more of setsBeyond(room - hours, count - 1, subjects, from + 1)) yield [subject, ...more];
  yield* setsBeyond(room, count, subjects, from + 1);
}
