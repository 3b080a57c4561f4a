/** Courses of one plan that are called alike: what tells them apart. */
import type { ChosenCourse } from '../../engine/completion.ts';
import { titleKey } from '../same-title.ts';
import { becomesName } from '../wording-beside.ts';
import { listWords } from '../wording.ts';

/**
 * What to say of each course that shares its title with another, by course id: what the school makes of it. Where that is a
 * course of the school's own each time, no two are the same one; else the school may give credit for one of them only.
 */
export function sameTitleSentences(
  courses: readonly Pick<ChosenCourse, 'course' | 'accepted'>[],
  titleOf: (course: string) => string,
  school: string,
): ReadonlyMap<string, string> {
  return new Map(
    courses.flatMap(({ course, accepted }) => {
      const title = titleOf(course);
      const alike = courses.filter((one) => titleKey(titleOf(one.course)) === titleKey(title));
      if (alike.length < 2) return [];
      const same = alike.every((one) => titleOf(one.course) === title) ? 'the same title' : 'nearly the same title';
      const becomes = accepted.every(({ certainty }) => certainty === 'recommended' || certainty === 'unknown')
        ? `What this one becomes at ${school} is not published.`
        : `This one becomes ${listWords(accepted.map(becomesName))}.`;
      const isSure = alike.every((one) => one.accepted.every(({ kind }) => kind === 'direct-course'));
      const ask = isSure ? '' : ` Ask ${school} whether it gives credit for both before you pay.`;
      return [[course, `Another course of this plan has ${same}. ${becomes}${ask}`]];
    }),
  );
}
