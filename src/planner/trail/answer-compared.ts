/** What the school posted for a credit against what was expected, hour by hour, and what can be done where they differ. */
import type { AcceptedCredit, Decision, HoursRange } from '../../engine/index.ts';
import type { Appeal } from '../../schemas/receives.ts';
import { addCounted } from '../days.ts';

/** One credit that the school posted. */
export type Posted = Decision['becomes'][number];

/** How a posted credit differs from the expected one. */
export type AnswerDifference =
  /** Posted hours below the least that was expected, or only below the likely ones. */
  | 'fewer-hours'
  | 'more-hours'
  /** Another course of the school than the one that was expected. */
  | 'other-course'
  /** A course was expected, an elective was posted. */
  | 'elective-only'
  /** An elective was expected, a course was posted. */
  | 'now-a-course'
  | 'lower-level'
  | 'higher-level'
  | 'other-subject'
  /** Expected, and not posted. */
  | 'not-posted'
  /** Posted, and not expected. */
  | 'not-expected';

/** One line of the comparison. */
export type AnswerRow = {
  readonly expected?: AcceptedCredit;
  readonly posted?: Posted;
  readonly differences: readonly AnswerDifference[];
};

/** What can be done about the differences. */
export type AnswerAction =
  | 'nothing'
  /** Ask the registrar for the reason. */
  | 'ask'
  /** Ask for a substitution: the credit stands for the course that was expected. */
  | 'substitute'
  /** Appeal, as the school describes it. */
  | 'appeal';

export type AnswerComparison = {
  readonly rows: readonly AnswerRow[];
  readonly expected: HoursRange;
  readonly postedHours: number;
  /** Best first. */
  readonly actions: readonly AnswerAction[];
  /** The last day to appeal, where the school names one. */
  readonly appealBy?: string;
};

/** The comparison. `expected` is what the engine makes of the credit without the school's answer. */
export function compareAnswer(
  expected: readonly AcceptedCredit[],
  { becomes, decidedOn }: Decision,
  appeal: Appeal | undefined,
): AnswerComparison {
  const rows = rowsOf(expected, becomes);
  const sum = (reading: keyof HoursRange): number =>
    rounded(expected.reduce((all, { hours }) => all + hours[reading], 0));
  const postedHours = rounded(becomes.reduce((all, { semesterHours }) => all + semesterHours, 0));
  const differences = new Set(rows.flatMap((row) => row.differences));
  return {
    rows,
    expected: { least: sum('least'), likely: sum('likely'), most: sum('most') },
    postedHours,
    actions: actionsFor(differences, appeal),
    ...(appeal?.within ? { appealBy: addCounted(decidedOn, appeal.within.days, appeal.within.unit) } : {}),
  };
}

/** Pairs what is alike: the same course first, then the same subject, then whatever is left, in order. */
function rowsOf(expected: readonly AcceptedCredit[], becomes: readonly Posted[]): readonly AnswerRow[] {
  const open = new Set(becomes);
  const found = new Map<AcceptedCredit, Posted>();
  const alike: readonly ((one: AcceptedCredit, posted: Posted) => boolean)[] = [
    (one, posted) => one.schoolCourse !== undefined && one.schoolCourse === posted.schoolCourse,
    (one, posted) => subjectOf(one) !== undefined && subjectOf(one) === subjectOf(posted),
    () => true,
  ];
  for (const isAlike of alike) {
    for (const one of expected) {
      const posted = found.has(one) ? undefined : [...open].find((two) => isAlike(one, two));
      if (!posted) continue;
      open.delete(posted);
      found.set(one, posted);
    }
  }
  const rows = expected.map((one): AnswerRow => {
    const posted = found.get(one);
    return posted
      ? { expected: one, posted, differences: differencesOf(one, posted) }
      : { expected: one, differences: ['not-posted'] };
  });
  return [...rows, ...[...open].map((posted): AnswerRow => ({ posted, differences: ['not-expected'] }))];
}

const levels = ['vocational', 'lower-division', 'upper-division', 'graduate'] as const;

function differencesOf(one: AcceptedCredit, posted: Posted): AnswerDifference[] {
  const differences: AnswerDifference[] = [];
  const { likely, most } = one.hours;
  if (posted.semesterHours < (likely || most)) differences.push('fewer-hours');
  if (posted.semesterHours > most) differences.push('more-hours');
  if (one.schoolCourse !== posted.schoolCourse) {
    if (posted.schoolCourse === undefined) differences.push('elective-only');
    else differences.push(one.schoolCourse === undefined ? 'now-a-course' : 'other-course');
  }
  const [mine, theirs] = [subjectOf(one), subjectOf(posted)];
  if (mine !== undefined && theirs !== undefined && mine !== theirs) differences.push('other-subject');
  const step = levels.indexOf(posted.level) - levels.indexOf(one.level);
  if (one.levelKnown && step !== 0) differences.push(step < 0 ? 'lower-level' : 'higher-level');
  return differences;
}

/** A subject prefix: the one that is named, or that of the course. */
function subjectOf({
  subject,
  schoolCourse,
}: {
  readonly subject?: string;
  readonly schoolCourse?: string;
}): string | undefined {
  return subject ?? (schoolCourse === undefined ? undefined : /^[A-Z]+/.exec(schoolCourse)?.[0]);
}

function actionsFor(differences: ReadonlySet<AnswerDifference>, appeal: Appeal | undefined): readonly AnswerAction[] {
  const has = (...kinds: AnswerDifference[]): boolean => kinds.some((kind) => differences.has(kind));
  const isWorse = has('fewer-hours', 'elective-only', 'other-course', 'other-subject', 'lower-level', 'not-posted');
  if (!isWorse) return ['nothing'];
  return [
    'ask',
    ...(has('elective-only', 'other-course', 'other-subject') ? (['substitute'] as const) : []),
    ...(appeal ? (['appeal'] as const) : []),
  ];
}

const rounded = (hours: number): number => Math.round(hours * 100) / 100;
