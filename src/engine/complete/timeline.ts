/** When each course is studied, and when each membership runs. */
import { sumHours } from '../semester-hours.ts';
import { lengthsFor, type Taken } from './answers.ts';
import { dayAfterStudy, daysAfter, firstDayIn, monthsAfter, studyInMonth } from './calendar.ts';
import { groupedBy } from '../grouped-by.ts';
import type { Membership, MembershipRun, Way, Wishes } from './types.ts';

/** A course with its place in time, and the way in which it is paid. */
export type Scheduled = {
  readonly taken: Taken;
  readonly way: Way;
  readonly startOn: string;
  readonly finishOn: string;
};

export type Timeline = {
  readonly courses: readonly Scheduled[];
  readonly runs: readonly MembershipRun[];
  /** The day on which the last transcript is there. */
  readonly finishOn: string;
};

/**
 * One membership after the other, each no longer than it must run, then what needs none. What must be done by a day comes
 * first. Courses side by side share the hours of a week.
 */
export function timelineOf(
  taken: readonly Taken[],
  memberships: readonly Membership[],
  wishes: Wishes,
  today: string,
): Timeline {
  const { paid, months } = withMemberships(taken, memberships, wishes);
  const runs: MembershipRun[] = [];
  const courses: Scheduled[] = [];
  let done = 0;
  for (const { membership, courses: inside } of inOrder(paid, memberships)) {
    const from = dayAfterStudy(today, done, wishes);
    const atATime = Math.min(wishes.coursesAtATime, membership?.coursesAtATime ?? Infinity);
    courses.push(...sideBySide(inside, done, atATime, wishes, today));
    const studyHours = inside.reduce((sum, one) => sum + one.taken.candidate.studyHours, 0);
    done += studyHours;
    if (!membership) continue;
    const { id, provider } = membership;
    const length = months.get(id) ?? 0;
    // What is more than its time goes on in another membership that is as good for it, and that runs too.
    const within = Math.min(studyHours, length * studyInMonth(wishes));
    runs.push({ membership: id, provider, months: length, from, to: monthsAfter(from, length), studyHours: within });
  }
  const last = courses.reduce((day, { finishOn }) => (finishOn > day ? finishOn : day), today);
  const finishOn = courses.length ? daysAfter(last, wishes.weeksForTranscripts * 7) : today;
  return { courses, runs, finishOn };
}

type Paid = { readonly taken: Taken; readonly way: Way };

/** How long memberships run, and each course in one of those. Courses that have fewer to choose from choose first. */
function withMemberships(
  taken: readonly Taken[],
  memberships: readonly Membership[],
  wishes: Wishes,
): { paid: Paid[]; months: ReadonlyMap<string, number> } {
  const { months } = lengthsFor(taken, memberships, wishes);
  const left = new Map([...months].map(([id, length]) => [id, length * studyInMonth(wishes)]));
  const inTurn = taken.toSorted((a, b) => a.price.memberships.length - b.price.memberships.length);
  const paid = inTurn.map((one): Paid => {
    const { price, candidate } = one;
    const running = price.memberships.filter((id) => left.has(id));
    const membership = running.find((id) => left.get(id)! > 0) ?? running[0];
    if (membership !== undefined) left.set(membership, left.get(membership)! - candidate.studyHours);
    return { taken: one, way: price.ways.find((way) => way.membership === membership) ?? price.ways[0]! };
  });
  return { paid, months };
}

/** Memberships with their courses, those with the first day to keep first; then the courses that need none. */
function inOrder(
  paid: readonly Paid[],
  memberships: readonly Membership[],
): { membership: Membership | undefined; courses: Paid[] }[] {
  const byMembership = groupedBy(paid, ({ way }) => way.membership ?? '');
  const first = (courses: readonly Paid[]): string =>
    courses.reduce((day, { taken: { candidate } }) => ((candidate.until ?? '9') < day ? candidate.until! : day), '9');
  return [...byMembership]
    .map(([id, courses]) => ({
      membership: memberships.find((one) => one.id === id),
      courses: courses.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b), 'en')),
    }))
    .sort((a, b) => {
      const key = ({ membership, courses }: typeof a): string =>
        `${first(courses)} ${membership ? `0 ${membership.id}` : '1'}`;
      return key(a).localeCompare(key(b), 'en');
    });
}

const keyOf = ({ taken: { candidate } }: Paid): string => `${candidate.until ?? '9'} ${candidate.offer.course.id}`;

/** Some courses at a time share the hours of study; when one is done, the next begins. */
function sideBySide(
  paid: readonly Paid[],
  before: number,
  atATime: number,
  wishes: Wishes,
  today: string,
): Scheduled[] {
  const waiting = [...paid];
  const open: { readonly paid: Paid; left: number; readonly from: number }[] = [];
  const done: Scheduled[] = [];
  let clock = before;
  while (waiting.length || open.length) {
    while (waiting.length && open.length < Math.max(1, atATime)) {
      const next = waiting.shift()!;
      open.push({ paid: next, left: next.taken.candidate.studyHours, from: clock });
    }
    const least = Math.min(...open.map(({ left }) => left));
    clock += least * open.length;
    for (const one of open) one.left = sumHours([one.left, -least]);
    for (const one of open.filter(({ left }) => left <= 0)) {
      const { offer } = one.paid.taken.candidate;
      done.push({
        ...one.paid,
        startOn: dayAfterStudy(today, one.from, wishes),
        finishOn: firstDayIn(offer.onlyInMonths, dayAfterStudy(today, clock, wishes)),
      });
      open.splice(open.indexOf(one), 1);
    }
  }
  return done;
}
