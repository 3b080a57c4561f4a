/** The course list's search for the site's own, in one file. */
import { askedWords, type Found } from '../../planner/catalog/course-list.ts';
import { matchOf, wordsOf } from '../../planner/catalog/search-words.ts';
import { findCourses } from './find-courses.ts';
import { inBrief } from './list-words.ts';

/** The best courses for the words, at most so many, each with what is said of it in a line. */
export async function foundRecords(words: string, atMost: number): Promise<{ one: Found; brief: string }[]> {
  const asked = { provider: '', marks: [], words: askedWords(words) };
  if (asked.words.length === 0) return [];
  const { directory, found } = await findCourses(asked, { enough: atMost, readAll: false });
  const nameOf = (provider: string): string => directory.providers.find(({ id }) => id === provider)?.name ?? '';
  return found.slice(0, atMost).map((one) => ({ one, brief: inBrief(one.course, nameOf(one.course.provider)) }));
}

/** True if a name has all the words, be it with a slip, and not only what they begin. */
export function isCalled(name: string, words: string): boolean {
  const known = wordsOf(name);
  return askedWords(words).every((word) => known.some((one) => [4, 1].includes(matchOf(one, word))));
}
