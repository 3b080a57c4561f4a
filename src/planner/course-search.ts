/** Finds courses by what people type: parts of titles, codes like "English 104", a provider's other names, small slips. */
import type { CatalogCourse, CatalogCourses } from './catalog.ts';

type Entry = {
  readonly course: CatalogCourse;
  readonly title: string;
  readonly compactCode: string;
  /** Words and what they weigh. */
  readonly words: readonly (readonly [word: string, weight: number])[];
};

/** Courses made ready for searching. */
export type CourseIndex = { readonly entries: readonly Entry[] };

/** What a search found: the best first, and how many there are in all. */
export type CourseSearch = { readonly found: readonly CatalogCourse[]; readonly total: number };

const romans: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' };
const smallWords = new Set(['and', 'the', 'of', 'to', 'in', 'for', 'a', 'an', 'with', 'course', 'exam']);

/** An index of the catalog. Make it once. */
export function indexCourses({ courses, providers }: CatalogCourses): CourseIndex {
  const entries = courses.map((course) => {
    const provider = providers[course.provider];
    const names = [provider?.name ?? '', ...(provider?.alsoCalled ?? []), course.provider].join(' ');
    const weighed = (text: string, weight: number) => wordsOf(text).map((word) => [word, weight] as const);
    const words = [...weighed(course.title, 3), ...weighed(course.code ?? '', 4), ...weighed(names, 2)];
    return {
      course,
      title: wordsOf(course.title).join(' '),
      compactCode: wordsOf(course.code ?? '').join(''),
      words: [...words, ...weighed(`${course.id} ${course.area}`, 1)],
    };
  });
  return { entries };
}

/** The courses that have every word typed, best first; nothing for an empty search. */
export function searchCourses(index: CourseIndex, query: string, most = 20): CourseSearch {
  const typed = wordsOf(query);
  const telling = typed.filter((word) => !smallWords.has(word));
  const words = telling.length > 0 ? telling : typed;
  if (words.length === 0) return { found: [], total: 0 };
  const scored = index.entries.flatMap((entry) => {
    const score = scoreOf(entry, words, typed);
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

/** Lower case, without marks or punctuation; I, II, III as 1, 2, 3. */
function wordsOf(text: string): string[] {
  const plain = text.slice(0, 200).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, '');
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => romans[word] ?? word);
}

/** 0 where a word is not found at all. */
function scoreOf(entry: Entry, words: readonly string[], typed: readonly string[]): number {
  const whole = typed.join(' ');
  const code = entry.compactCode !== '' && typed.join('') === entry.compactCode;
  let sum = code ? 100 : 0;
  for (const word of words) {
    const best = bestMatch(entry, word);
    if (best === 0 && !code) return 0;
    sum += best;
  }
  if (entry.title === whole) sum += 40;
  else if (entry.title.startsWith(whole)) sum += 20;
  // Shorter titles say more with the same words; a course that is gone comes last.
  return Math.max(sum - entry.title.length / 100 - (entry.course.withdrawn ? 5 : 0), 0.01);
}

function bestMatch(entry: Entry, word: string): number {
  let best = 0;
  for (const [known, weight] of entry.words) {
    const match = known === word ? 4 : known.startsWith(word) ? 3 : isSlip(known, word) ? 1 : 0;
    best = Math.max(best, match * weight);
  }
  return best;
}

/** Whether two words of four letters or more differ by one letter put in, left out, changed or swapped. */
function isSlip(known: string, word: string): boolean {
  if (word.length < 4 || /\d/.test(word)) return false;
  // People stop before a word's end: "psycholgy" and "psycholg" both mean "psychology".
  return [word.length - 1, word.length, word.length + 1].some((length) => isOneEdit(known.slice(0, length), word));
}

function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const rest = (text: string, skip: number) => text.slice(i + skip);
  if (a.length === b.length)
    return rest(a, 1) === rest(b, 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, 2) === rest(b, 2));
  return a.length > b.length ? rest(a, 1) === rest(b, 0) : rest(a, 0) === rest(b, 1);
}
