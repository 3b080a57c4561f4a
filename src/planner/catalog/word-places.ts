/**
 * Where each word of the course list stands, in small files: `words-s.json` has the words that begin with s, each with the
 * courses that have it or, for common words, the file that says so. A search fetches what its words need, at any size.
 */
import { matchOf } from './search-words.ts';

/** A word's places, packed by `packPlaces`, or the number of the file `places-<number>.json` that has them. */
export type WordFile = Readonly<Record<string, number | readonly number[]>>;

/** How much more a word says in a title than elsewhere. */
export const titleWeight = 3;

/** As many places stand in one file at most, unless one word has more: about 8 kB, packed. */
const placesInFile = 2_000;

/** The letter whose file holds the word. */
export function letterOf(word: string): string {
  return /^[a-z0-9]/.test(word) ? word[0]! : 'other';
}

/** The words of one course, and whether each stands in its title. */
export type CourseWords = ReadonlyMap<string, boolean>;

/** The files, by name without ending. Courses are known by their position in the list. */
export function wordFiles(courses: readonly CourseWords[]): ReadonlyMap<string, WordFile> {
  const places = new Map<string, number[]>();
  courses.forEach((words, course) => {
    for (const [word, inTitle] of words) {
      const known = places.get(word) ?? [];
      known.push(2 * course + (inTitle ? 1 : 0));
      places.set(word, known);
    }
  });
  const files = new Map<string, WordFile>();
  let more = 0;
  const inOrder = [...places].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [letter, words] of Map.groupBy(inOrder, ([word]) => letterOf(word))) {
    const packed = words.map(([word, its]) => [word, packPlaces(its)] as const);
    if (count(packed) <= placesInFile) {
      files.set(`words-${letter}`, Object.fromEntries(packed));
      continue;
    }
    const names: Record<string, number> = {};
    for (const its of inFiles(packed)) {
      more += 1;
      files.set(`places-${more}`, Object.fromEntries(its));
      for (const [word] of its) names[word] = more;
    }
    files.set(`words-${letter}`, names);
  }
  return files;
}

type Packed = readonly [word: string, places: readonly number[]];

function count(words: readonly Packed[]): number {
  return words.reduce((sum, [, places]) => sum + places.length, 0);
}

/** Words side by side share a file, so that the words one beginning leads to come from few. */
function inFiles(words: readonly Packed[]): readonly Packed[][] {
  const files: Packed[][] = [];
  let room = 0;
  for (const word of words) {
    if (word[1].length > room) {
      files.push([]);
      room = placesInFile;
    }
    files.at(-1)?.push(word);
    room -= word[1].length;
  }
  return files;
}

/** Rising numbers as steps from one to the next: small numbers pack well. */
function packPlaces(places: readonly number[]): readonly number[] {
  return places.map((place, index) => place - (places[index - 1] ?? 0));
}

/**
 * The courses that have a word like the typed one, by position, with how well it answers. `fetchFile` fetches a file by its
 * name; `letters` are those that have one.
 */
export async function placesOf(
  word: string,
  letters: readonly string[],
  fetchFile: (name: string) => Promise<WordFile>,
): Promise<ReadonlyMap<number, number>> {
  const found = new Map<number, number>();
  const letter = letterOf(word);
  if (!letters.includes(letter)) return found;
  const known = Object.entries(await fetchFile(`words-${letter}`)).flatMap(([one, places]) => {
    const match = matchOf(one, word);
    return match > 0 ? [{ one, match, places }] : [];
  });
  const read = known.map(async ({ one, match, places }) => {
    const steps = typeof places === 'number' ? (await fetchFile(`places-${places}`))[one] : places;
    if (typeof steps !== 'object') return;
    let place = 0;
    for (const step of steps) {
      place += step;
      const score = match * (place % 2 === 1 ? titleWeight : 1);
      const course = place >> 1;
      if (score > (found.get(course) ?? 0)) found.set(course, score);
    }
  });
  await Promise.all(read);
  return found;
}
