/** A completion as bars on a line of time. Places are percent of the picture's width. */
import type { Completion } from '../../engine/completion.ts';

/** What one bar stands for. What is `at-school` has no length that is known. */
export type BarKind = 'membership' | 'courses' | 'transcripts' | 'at-school';

/** Where a bar lies: from 0 to 100. */
export type Span = { readonly from: number; readonly to: number };

/**
 * One bar with its days; none where they depend on the school. The id is a membership's, or a provider's whose courses need
 * none.
 */
export type Bar = Span & { readonly kind: BarKind; readonly id: string; readonly days?: readonly [string, string] };

export type PlanTimeline = {
  readonly bars: readonly Bar[];
  /** By course id. */
  readonly courses: ReadonlyMap<string, Span>;
  /** The last day of the line. */
  readonly until: string;
};

/** The part of the width that time takes; what is left is for what the school does after it. */
const timeTakes = 84;
/** A bar that is shorter can't be seen. */
const least = 1.5;

/** The bars in their order: memberships, the providers of courses that need none, transcripts, then what is left to the school. */
export function timelineOf({ courses, memberships, finishOn, residence }: Completion, today: string): PlanTimeline {
  const until = lastOf([finishOn, ...memberships.map(({ to }) => to)], today);
  const all = Math.max(1, daysFrom(today, until));
  const at = (day: string): number => (daysFrom(today, day) / all) * timeTakes;
  const span = (from: string, to: string): Span => {
    const start = Math.min(at(from), timeTakes - least);
    return { from: start, to: Math.max(at(to), start + least) };
  };
  const bar = (kind: BarKind, id: string, from: string, to: string): Bar => ({
    kind,
    id,
    ...span(from, to),
    days: [from, to],
  });
  const alone = courses.filter(({ way }) => way.membership === undefined);
  const lastDone = lastOf(
    courses.map(({ finishOn: done }) => done),
    today,
  );
  const afterwards: Span = { from: timeTakes, to: 100 };
  return {
    bars: [
      ...memberships.map(({ membership, from, to }) => bar('membership', membership, from, to)),
      ...[...new Set(alone.map(({ provider }) => provider))].map((provider) => {
        const its = alone.filter((one) => one.provider === provider);
        const begin = its.reduce((first, one) => (one.startOn < first ? one.startOn : first), until);
        return bar(
          'courses',
          provider,
          begin,
          lastOf(
            its.map(({ finishOn: done }) => done),
            today,
          ),
        );
      }),
      ...(courses.length > 0 ? [bar('transcripts', 'transcripts', lastDone, finishOn)] : []),
      { kind: 'at-school', id: 'evaluation', ...afterwards },
      ...(residence.semesterHours > 0 ? [{ kind: 'at-school', id: 'residence', ...afterwards } as const] : []),
    ],
    courses: new Map(courses.map(({ course, startOn, finishOn: done }) => [course, span(startOn, done)])),
    until,
  };
}

function lastOf(days: readonly string[], atLeast: string): string {
  return days.reduce((last, day) => (day > last ? day : last), atLeast);
}

function daysFrom(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
