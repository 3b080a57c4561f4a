/** Which courses of the school a credit is: the school gives each of them once. */
import type { AcceptedCredit } from './types.ts';

/** The school course that it becomes, if it becomes one. */
export function directCourse({ kind, schoolCourse }: AcceptedCredit): string | undefined {
  return kind === 'direct-course' ? schoolCourse : undefined;
}

/** That course, and the one that it stands for: what becomes either beside it is a duplicate. */
export function coursesHad(credit: AcceptedCredit): readonly string[] {
  return [directCourse(credit), credit.standsFor?.schoolCourse].filter((course) => course !== undefined);
}
