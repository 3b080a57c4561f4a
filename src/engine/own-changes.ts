/** What a student may change about one credit itself: where it goes, when it is finished, its score, its grade. */
import { rowsFor } from './articulate.ts';
import { isBelow, leavesOf } from './eligibility.ts';
import { isFinished, timing } from './in-force.ts';
import { qualifiersOf } from './limits.ts';
import type { AuditInput, Change, PlannedCredit } from './types.ts';

/** What may be changed about the credit itself: for each kind of change, the least first. */
export function ownChanges(input: AuditInput, credit: PlannedCredit): Change[][] {
  const { id, score, grade, pins } = credit;
  const course = input.courses.get(credit.course ?? '');
  const rows = rowsFor(credit.course ?? '', input).filter(({ basis }) => basis === 'decided');
  const terms = course ? [...rows, ...course.recommendations] : [];
  const scores = [...new Set(terms.flatMap(({ minimumScore }) => minimumScore ?? []))]
    .filter((one) => score !== undefined && one > score)
    .sort((a, b) => a - b);
  // Those that rules ask for.
  const grades = (['D-', 'D', 'C-', 'C', 'B', 'A'] as const).filter((one) => isBelow(grade, one));
  return [
    pins?.length ? [{ kind: 'release-pins', credit: id } as const] : [],
    datesToFinish(input, credit, terms),
    scores.map((one): Change => ({ kind: 'reach-score', credit: id, score: one })),
    grades.map((one): Change => ({ kind: 'reach-grade', credit: id, grade: one })),
  ].filter((changes) => changes.length > 0);
}

type Window = { readonly effectiveFrom?: string | undefined; readonly effectiveTo?: string | undefined };

/** The dates at which something the school goes by holds, that does not hold at the credit's own date. */
function datesToFinish(input: AuditInput, credit: PlannedCredit, terms: readonly Window[]): Change[] {
  const windows = terms.filter((window) => timing(window, credit, input.today) !== 'in');
  // Where nobody knows how old it is, it may be new enough.
  const ages = credit.completedOn === undefined && isFinished(credit) ? newestDays(input) : [];
  const all = [...windows, ...ages, ...windows.flatMap((one) => ages.map((other) => ({ ...one, ...other })))];
  return all.flatMap(({ effectiveFrom: from, effectiveTo: to }): Change[] => {
    const completedOn = dayWithin(from, to, credit, input.today);
    if (completedOn === undefined) return [];
    // What is still ahead cannot be too early for dates that have begun.
    const isPast = !isFinished(credit) && from !== undefined && from <= input.today;
    const dates = { ...(from === undefined || isPast ? {} : { from }), ...(to === undefined ? {} : { to }) };
    return [{ kind: 'finish-in-time', credit: credit.id, completedOn, ...dates }];
  });
}

/** The first days from which rules about age count credit, the earliest first. */
function newestDays({ degree, school, today }: AuditInput): Window[] {
  const rules = [...degree.qualifiers, ...leavesOf(degree).flatMap(({ path }) => path.flatMap(qualifiersOf))];
  const years = [
    ...(school.creditAge ?? []).map(({ atMostYears }) => atMostYears),
    ...rules.flatMap((rule) => (rule.kind === 'max-age' ? [rule.years] : [])),
  ];
  const since = (ago: number): string => `${Number(today.slice(0, 4)) - ago}${today.slice(4)}`;
  return [...new Set(years)].sort((a, b) => b - a).map((ago) => ({ effectiveFrom: since(ago) }));
}

/** A day within the dates that is still open to the student: to come, or of what is finished, not yet entered. */
function dayWithin(from = '', to = '9999-12-31', credit: PlannedCredit, today: string): string | undefined {
  if (isFinished(credit)) {
    const day = to < today ? to : today;
    return credit.completedOn === undefined && day >= from ? day : undefined;
  }
  const first = from > today ? from : today;
  if (to < first) return undefined;
  return to === '9999-12-31' ? first : to;
}
