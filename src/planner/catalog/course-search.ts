/**
 * Finds courses by what people type: parts of titles, codes like "English 104", "SOPH-0073" or the school's own
 * "ENC-1010", a provider's other names, shorthands, small slips.
 */
import type { Equivalency } from '../../schemas/equivalency.ts';
import type { CatalogCourse, CatalogCourses } from './catalog.ts';
import { matchOf, spelledOut, spellingsOf, tellingOf, wordsOf } from './search-words.ts';

type Entry = {
  readonly course: CatalogCourse;
  readonly title: string;
  /** The provider's code, reviewers' numbers and the school's codes, without spaces. */
  readonly codes: readonly string[];
};

/** A word, and the most it weighs in each course that has it, by the course's place in the index. */
type Word = { readonly word: string; readonly weights: ReadonlyMap<number, number> };

/** Courses made ready for searching. Each of their words stands there once, and is looked at once for each word typed. */
export type CourseIndex = { readonly entries: readonly Entry[]; readonly words: readonly Word[] };

/** What a search found: the best first, and how many there are in all. */
export type CourseSearch = { readonly found: readonly CatalogCourse[]; readonly total: number };

/** An index of the catalog, and of the codes that its courses become at a school. Make it once. */
export function indexCourses(
  { courses, providers }: CatalogCourses,
  equivalencies: readonly Equivalency[] = [],
): CourseIndex {
  const schoolCodes = new Map<string, string[]>();
  for (const { course, becomes } of equivalencies) {
    const codes = becomes.flatMap(({ schoolCourse }) => schoolCourse ?? []);
    schoolCodes.set(course, [...(schoolCodes.get(course) ?? []), ...codes]);
  }
  const words = new Map<string, Map<number, number>>();
  const entries = courses.map((course, place) => {
    const weigh = (found: readonly string[], weight: number) => {
      for (const word of found) {
        const weights = words.get(word) ?? new Map<number, number>();
        words.set(word, weights.set(place, Math.max(weight, weights.get(place) ?? 0)));
      }
    };
    const provider = providers[course.provider];
    const names = [provider?.name ?? '', ...(provider?.alsoCalled ?? []), course.provider];
    const exhibits = course.recommendations.flatMap(({ exhibit }) => exhibit ?? []);
    const own = course.code === undefined ? [] : [course.code];
    const codes = [...new Set([...own, ...exhibits, ...(schoolCodes.get(course.id) ?? [])])];
    const title = wordsOf(course.title);
    weigh(title, 3);
    weigh(wordsOf(codes.join(' ')), 4);
    weigh(names.flatMap(spellingsOf).flat(), 2);
    weigh(wordsOf(`${course.id} ${course.area}`), 1);
    return { course, title: title.join(' '), codes: codes.map((code) => wordsOf(code).join('')) };
  });
  return { entries, words: [...words].map(([word, weights]) => ({ word, weights })) };
}

/** The courses that have every word typed, best first; nothing for an empty search. */
export function searchCourses(index: CourseIndex, query: string, most = 20): CourseSearch {
  const typed = wordsOf(query);
  const words = tellingOf(typed);
  if (words.length === 0) return { found: [], total: 0 };
  const matches = words.map((word) => matchesOf(index, word));
  const scored = index.entries.flatMap((entry, place) => {
    const score = scoreOf(
      entry,
      matches.map((best) => best.get(place) ?? 0),
      typed,
    );
    return score > 0 ? [{ score, course: entry.course }] : [];
  });
  scored.sort(
    (a, b) => b.score - a.score || compare(a.course.title, b.course.title) || compare(a.course.id, b.course.id),
  );
  return { found: scored.slice(0, most).map(({ course }) => course), total: scored.length };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 0 where a word is not found at all. */
function scoreOf(entry: Entry, matches: readonly number[], typed: readonly string[]): number {
  const whole = typed.join(' ');
  const code = entry.codes.includes(typed.join(''));
  let sum = code ? 100 : 0;
  for (const best of matches) {
    if (best === 0 && !code) return 0;
    sum += best;
  }
  if (entry.title === whole) sum += 40;
  else if (entry.title.startsWith(whole)) sum += 20;
  // Shorter titles say more with the same words; a course that is gone comes last.
  return Math.max(sum - entry.title.length / 100 - (entry.course.withdrawn ? 5 : 0), 0.01);
}

/** How well each course that has a word like the typed one answers it, by its place in the index. */
function matchesOf(index: CourseIndex, word: string): ReadonlyMap<number, number> {
  const full = spelledOut(word);
  const best = new Map<number, number>();
  for (const { word: known, weights } of index.words) {
    const match = known === full ? 4 : matchOf(known, word);
    if (match === 0) continue;
    for (const [place, weight] of weights) best.set(place, Math.max(best.get(place) ?? 0, match * weight));
  }
  return best;
}
