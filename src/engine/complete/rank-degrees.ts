/** Which of the compared degrees comes first. One that leaves everything to the school is neither cheap nor quick for that. */
import { dayAfterStudy, monthsBetween } from './calendar.ts';
import type { ComparedDegree } from './compare-degrees.ts';
import { fromCents, toCents } from './prices.ts';
import { withSums } from './tuition.ts';
import type { Completion, CompletionInput } from './types.ts';

/** What the whole degree comes to: the courses and exams, and then what is left for the school. */
export type InAll = {
  /** At the school's dearest price by the hour. Absent: hours are left for it, and no such price was found. */
  readonly costUsd?: number;
  /** Where an hour at the school takes as much study as one from elsewhere. */
  readonly months: number;
};

export function inAllOf(
  { costUsd, finishOn, residence }: Pick<Completion, 'costUsd' | 'finishOn' | 'residence'>,
  { wishes, today }: Pick<CompletionInput, 'wishes' | 'today'>,
): InAll {
  const { semesterHours, tuition } = residence;
  const sums = withSums(tuition).map(({ totalUsd }) => toCents(totalUsd));
  const isKnown = semesterHours === 0 || sums.length > 0;
  return {
    ...(isKnown ? { costUsd: fromCents(toCents(costUsd) + Math.max(0, ...sums)) } : {}),
    months: monthsBetween(today, dayAfterStudy(finishOn, semesterHours * wishes.studyPerSemesterHour, wishes)),
  };
}

/** What comes first in a list of compared degrees. */
export type DegreeOrder = 'still-needed' | 'left-for-school' | 'cost' | 'time';

/** What it costs in all; what that is not known of comes last, with the fewest hours left first. */
function costsOf({ plan: { inAll, residence, costUsd } }: ComparedDegree): number[] {
  return inAll.costUsd === undefined ? [1, residence.semesterHours, costUsd] : [0, inAll.costUsd, costUsd];
}

const keysOf: Readonly<Record<DegreeOrder, (one: ComparedDegree) => readonly number[]>> = {
  'still-needed': (one) => [one.stillNeeded.likely, one.stillNeeded.sure, ...costsOf(one)],
  'left-for-school': (one) => [one.plan.residence.semesterHours, one.stillNeeded.likely, ...costsOf(one)],
  cost: (one) => [...costsOf(one), one.stillNeeded.likely, one.stillNeeded.sure],
  time: (one) => [one.plan.inAll.months, ...costsOf(one)],
};

/** The same in order: what is still needed, likely and surely, and then what it costs in all; or by what else is asked. */
export function rankDegrees(
  compared: readonly ComparedDegree[],
  order: DegreeOrder = 'still-needed',
): ComparedDegree[] {
  return compared.toSorted((a, b) => {
    const others = keysOf[order](b);
    const difference = keysOf[order](a)
      .map((key, index) => key - others[index]!)
      .find((one) => one !== 0);
    return difference ?? (a.id < b.id ? -1 : 1);
  });
}
