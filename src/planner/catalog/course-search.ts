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
  /** Places of words in the index, and what they weigh. */
  readonly words: readonly (readonly [word: number, weight: number])[];
};

/** Courses made ready for searching. Each of their words stands there once, and is looked at once for each word typed. */
export type CourseIndex = { readonly entries: readonly Entry[]; readonly words: readonly string[] };

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
  const places = new Map<string, number>();
  const placeOf = (word: string): number => {
    const place = places.get(word) ?? places.size;
    places.set(word, place);
    return place;
  };
  const entries = courses.map((course) => {
    const provider = providers[course.provider];
    const names = [provider?.name ?? '', ...(provider?.alsoCalled ?? []), course.provider];
    const weighed = (text: string, weight: number) => wordsOf(text).map((word) => [placeOf(word), weight] as const);
    const exhibits = course.recommendations.flatMap(({ exhibit }) => exhibit ?? []);
    const own = course.code === undefined ? [] : [course.code];
    const codes = [...new Set([...own, ...exhibits, ...(schoolCodes.get(course.id) ?? [])])];
    const named = names
      .flatMap(spellingsOf)
      .flat()
      .map((word) => [placeOf(word), 2] as const);
    const words = [...weighed(course.title, 3), ...weighed(codes.join(' '), 4), ...named];
    return {
      course,
      title: wordsOf(course.title).join(' '),
      codes: codes.map((code) => wordsOf(code).join('')),
      words: [...words, ...weighed(`${course.id} ${course.area}`, 1)],
    };
  });
  return { entries, words: [...places.keys()] };
}

/** The courses that have every word typed, best first; nothing for an empty search. */
export function searchCourses(index: CourseIndex, query: string, most = 20): CourseSearch {
  const typed = wordsOf(query);
  const words = tellingOf(typed);
  if (words.length === 0) return { found: [], total: 0 };
  const matches = words.map((word) => matchesOf(index, word));
  const scored = index.entries.flatMap((entry) => {
    const score = scoreOf(entry, matches, typed);
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
function scoreOf(entry: Entry, matches: readonly Matches[], typed: readonly string[]): number {
  const whole = typed.join(' ');
  const code = entry.codes.includes(typed.join(''));
  let sum = code ? 100 : 0;
  for (const match of matches) {
    const best = bestMatch(entry, match);
    if (best === 0 && !code) return 0;
    sum += best;
  }
  if (entry.title === whole) sum += 40;
  else if (entry.title.startsWith(whole)) sum += 20;
  // Shorter titles say more with the same words; a course that is gone comes last.
  return Math.max(sum - entry.title.length / 100 - (entry.course.withdrawn ? 5 : 0), 0.01);
}

/** How well each word of the index answers a typed one. */
type Matches = readonly number[];

function matchesOf(index: CourseIndex, word: string): Matches {
  const full = spelledOut(word);
  return index.words.map((known) => (known === full ? 4 : matchOf(known, word)));
}

function bestMatch(entry: Entry, matches: Matches): number {
  let best = 0;
  for (const [word, weight] of entry.words) best = Math.max(best, (matches[word] ?? 0) * weight);
  return best;
}
