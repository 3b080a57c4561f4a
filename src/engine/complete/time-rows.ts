/** The rows on time for study: what memberships leave of it, and what there is before some days. */
import type { Name, Term } from '../assign/tableau.ts';
import { monthsFor, studyBetween, studyInMonth } from './calendar.ts';
import type { Draft } from './draft.ts';
import { everywhere, type Group } from './groups.ts';
import { cheapestPlans } from './prices.ts';
import type { ProgramInput, Study } from './program.ts';
import type { Wishes } from './types.ts';
import { isOnlyIn, wholeStudy } from './whole-study.ts';

/**
 * Of each membership, one length at most, which costs the cheapest payments for it. Study under some memberships, any of
 * which will do, and under fewer of them, has at most the time that these run.
 */
export function membershipRows(
  input: ProgramInput,
  draft: Draft,
  room: readonly number[],
): {
  months: Name[][];
  studies: Omit<Study, 'terms'>[];
  within: (memberships: readonly string[]) => readonly Name[];
} {
  const { memberships, groups, wishes, weights } = input;
  const monthly = studyInMonth(wishes);
  const mostStudy = mostStudyOf(input, room);
  const sets = unionsOf(groups.flatMap(({ prices }) => prices.map((price) => price.memberships))).map((ids) => ({
    ids,
    row: draft.row(0),
    most: wholeStudy(
      groups.filter(({ prices }) => prices.some((price) => isOnlyIn(price, ids))),
      mostStudy + monthly,
    ),
  }));
  const months = memberships.map((membership) => {
    const { id } = membership;
    const one = draft.row(1);
    const inside = groups.filter(({ prices }) => prices.some((price) => price.memberships.includes(id)));
    const study = Math.min(
      mostStudy,
      inside.reduce((sum, { studyHours, candidates }) => sum + studyHours * candidates.length, 0),
    );
    const room = sets.filter(({ ids }) => ids.includes(id));
    return Array.from({ length: study > 0 ? monthsFor(study, wishes) : 0 }, (_, index) => {
      const { cents } = cheapestPlans(membership, index + 1);
      const time = (index + 1) * monthly;
      // A course may begin in one of several memberships and end in another; in one alone there are whole courses.
      const rows = room.map(({ row, ids, most }): Term => [row, ids.length > 1 ? -time : -most(time)]);
      return draft.amount({ rows: [[one, 1], ...rows], first: -weights.cent * cents });
    });
  });
  const within = (some: readonly string[]): readonly Name[] =>
    sets.flatMap(({ ids, row }) => (isOnlyIn({ memberships: some }, ids) ? [row] : []));
  const studies = sets.map(({ ids, most }) => ({
    memberships: [...memberships.keys()].filter((index) => ids.includes(memberships[index]!.id)),
    most: (count: number) => most(count * monthly),
  }));
  return { months, studies, within };
}

/** The most study that is of use: as a limit on all courses leaves room for, and as there is time for. */
function mostStudyOf({ problem, groups, wishes, today }: ProgramInput, room: readonly number[]): number {
  const perStep = Math.max(
    0,
    ...groups.map(({ studyHours, parts }) => studyHours / parts.reduce((sum, { hours }) => sum + hours, 0)),
  );
  const limits = groups.map(everywhere);
  const onAll = room.filter(
    (_, limit) => problem.limits[limit]!.counts === undefined && limits.every((some) => some.includes(limit)),
  );
  // Without such a limit, what a degree counts is still less than twice its size.
  const steps = Math.min((2 * problem.semesterHours * 100) / problem.step, ...onAll);
  return Math.min(steps * perStep, studyUntil(wishes, today));
}

/** Rows on the time there is, for whole courses, before days by which something must be done. */
export function dateRows({ groups, wishes, today }: ProgramInput, draft: Draft): (group: Group) => Term[] {
  const days = new Set(groups.flatMap(({ until }) => until ?? []));
  const rowFor = (some: readonly Group[], time: number): Name => draft.row(wholeStudy(some, time)(time));
  const rows = [...days].map((day) => {
    const some = groups.filter(({ until }) => until !== undefined && until <= day);
    return { day, row: rowFor(some, studyBetween(today, day, wishes)) };
  });
  const last = wishes.finishBy === undefined ? undefined : rowFor(groups, studyUntil(wishes, today));
  return ({ until, studyHours }) => [
    ...rows.flatMap(({ day, row }): Term[] => (until !== undefined && until <= day ? [[row, studyHours]] : [])),
    ...(last === undefined ? [] : [[last, studyHours] as const]),
  ];
}

/** The hours of study before the last transcript must be on its way. */
export function studyUntil({ finishBy, weeksForTranscripts, hoursAWeek }: Wishes, today: string): number {
  if (finishBy === undefined) return Infinity;
  return Math.max(0, studyBetween(today, finishBy, { hoursAWeek }) - weeksForTranscripts * hoursAWeek);
}

/** These sets and all their unions, each once. */
export function unionsOf(sets: readonly (readonly string[])[]): string[][] {
  const found = new Map<string, string[]>();
  for (const set of new Map(sets.map((one) => [one.join(), one])).values()) {
    if (!set.length) continue;
    for (const other of [[], ...found.values()]) {
      const union = [...new Set([...other, ...set])].sort();
      // Memberships that have no course in common have no rule in common.
      if (other.length && !other.some((id) => set.includes(id))) continue;
      found.set(union.join(), union);
    }
  }
  return [...found.values()];
}
