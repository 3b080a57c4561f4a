/** A first good answer among few courses. Only where they do not fill all that could be filled are all courses looked at. */
import type { Degree } from '../../schemas/degree.ts';
import { likelyCourses } from './likely-courses.ts';
import { mostHours } from './most-hours.ts';
import { searchCourses } from './search.ts';

/** The search of first answers for this degree. What it finds is never called proven. */
export function likelySearch(degree: Degree): typeof searchCourses {
  return (input, limits, progress) => {
    const { weights } = input;
    // Where more than money counts, the cheapest are not the best.
    if (weights.sureHour || weights.study) return searchCourses(input, limits, progress);
    const most = mostHours(degree, input);
    const few = likelyCourses(input, most);
    const found = few && searchCourses(few.input, limits, progress, few.program);
    if (found && found.best.hours >= few.hours) return { ...found, proven: false, bound: weights.hour * most };
    const all = searchCourses(input, limits, progress);
    return found && all.best.value < found.best.value ? { ...all, best: found.best } : all;
  };
}
