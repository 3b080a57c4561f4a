/**
 * The most hours that whole courses can meet in one group, found by HiGHS from the requirements themselves. It knows
 * nothing of the engine, its blocks or its problem.
 *
 * A course goes to one requirement. Hours beyond what that one still needs count for the free electives, if those may
 * take the course.
 */
import { largest } from '../highs.ts';
import { isFreeElective, type Bypass } from './req-degree.ts';
import { matches, type ReqCourse, type Requirement } from './req-language.ts';

export type WholeCourses = {
  /** The most hours that count in the group. */
  readonly hours: number;
  /** True if whole courses can meet just these hours of each requirement, by its title. */
  readonly allows: (hours: ReadonlyMap<string, number>) => boolean;
};

export function bestByWholeCourses(
  group: readonly Requirement[],
  courses: readonly ReqCourse[],
  bypasses: readonly Bypass[],
): WholeCourses {
  const fixed = (of: (bypass: Bypass) => boolean): number =>
    bypasses
      .filter((bypass) => of(bypass) && group.some(({ title }) => title === bypass.requirement))
      .reduce((sum, { hours }) => sum + hours, 0);
  const rows: string[] = [];
  const placed: string[] = [];
  const counts = group.map((): string[] => []);
  const free = group.findIndex(isFreeElective);
  for (const [c, course] of courses.entries()) {
    const hours = course.hours - fixed((bypass) => bypass.course === course.name);
    const fitting = group.flatMap(({ matcher }, r) => (hours > 0 && matches(course, matcher) ? [r] : []));
    for (const r of fitting) {
      const [here, counted, spilled] = [`x${c}_${r}`, `y${c}_${r}`, `s${c}_${r}`] as const;
      placed.push(here);
      counts[r]!.push(counted);
      const spills = r !== free && fitting.includes(free);
      if (spills) counts[free]!.push(spilled);
      rows.push(`${counted}${spills ? ` + ${spilled}` : ''} - ${hours} ${here} <= 0`);
    }
    if (fitting.length) rows.push(`${fitting.map((r) => `x${c}_${r}`).join(' + ')} <= 1`);
  }
  const bypassed = group.map(({ title }) => fixed((bypass) => bypass.requirement === title));
  group.forEach(({ hours }, r) => {
    if (counts[r]!.length) rows.push(`${counts[r]!.join(' + ')} <= ${hours - bypassed[r]!}`);
  });
  const solve = (more: readonly string[]): number | undefined => {
    const found = largest(counts.flat().join(' + ') || '0 none', [...rows, ...more], { binaries: placed });
    return found === undefined ? undefined : Math.round(found * 100) / 100;
  };
  return {
    hours: (solve([]) ?? 0) + bypassed.reduce((sum, hours) => sum + hours, 0),
    allows: (hours) => {
      const left = group.map(({ title }, r) => hours.get(title)! - bypassed[r]!);
      if (left.some((one, r) => one !== 0 && !counts[r]!.length)) return false;
      return (
        solve(counts.flatMap((names, r) => (names.length ? [`${names.join(' + ')} = ${left[r]!}`] : []))) !== undefined
      );
    },
  };
}
