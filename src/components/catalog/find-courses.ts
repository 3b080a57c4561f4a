/** Finds courses in the browser: fetches the directory, the words and only those shards that may hold what is asked. */
import {
  firstShards,
  scoreOf,
  shardsFor,
  withAllWords,
  type Asked,
  type Directory,
  type Found,
  type Shard,
} from '../../planner/catalog/course-list.ts';
import { placesOf, type WordFile } from '../../planner/catalog/word-places.ts';

/** So many shards at most are fetched at once, unless all are needed. */
const atOnce = 8;
/** All is read that may belong to a list, if it is no more courses than this: about 120 kB, packed. */
const mostToRead = 3_000;

/** What was found so far. */
export type FoundCourses = {
  readonly directory: Directory;
  /** The best first. */
  readonly found: readonly Found[];
  /** True if nothing more can be found: what is here can be put in any order. */
  readonly whole: boolean;
};

/** Fetched once; what failed is tried again the next time. */
const fetched = new Map<string, Promise<unknown>>();
function fetchOnce<T>(file: string): Promise<T> {
  const known = fetched.get(file);
  if (known) return known as Promise<T>;
  const asked = fetch(`${import.meta.env.BASE_URL}catalog/list/${file}.json`).then((response) => {
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.json() as Promise<unknown>;
  });
  fetched.set(file, asked);
  asked.catch(() => fetched.delete(file));
  return asked as Promise<T>;
}

/**
 * Courses that answer: all of them if `readAll` is set and they can't be too many, else the best `enough` of them, if there
 * are as many. Fails where the site can't be reached.
 */
export async function findCourses(
  asked: Asked,
  { enough, readAll }: { readonly enough: number; readonly readAll: boolean },
): Promise<FoundCourses> {
  const directory = await fetchOnce<Directory>('directory');
  const places = asked.words.map((word) => placesOf(word, directory.letters, fetchOnce<WordFile>));
  const scores = places.length > 0 ? withAllWords(await Promise.all(places)) : undefined;
  const wanted = shardsFor(directory, asked, scores);
  const most = wanted.reduce((sum, { shard }) => sum + (directory.shards[shard]?.count ?? 0), 0);
  const all = readAll && most <= mostToRead;
  const narrowed = asked.marks.length > 0;
  const providers = new Map(directory.providers.map((provider) => [provider.id, provider]));
  const found: Found[] = [];
  let read = 0;
  // What is left to read may hold a course as good as its shard's best.
  const settled = (): number => found.filter(({ score }) => score >= (wanted[read]?.best ?? 0)).length;
  while (read < wanted.length && (all || settled() < enough)) {
    const left = wanted.slice(read);
    // Choices beside the words leave out some of the courses that have them.
    const its = all ? left : firstShards(left, narrowed ? Infinity : enough - settled(), atOnce);
    const shards = await Promise.all(its.map(({ shard }) => fetchOnce<Shard>(`courses-${shard + 1}`)));
    for (const course of shards.flatMap(({ courses }) => courses)) {
      const by = providers.get(course.provider);
      const score = by ? scoreOf(course, asked, by) : 0;
      if (score > 0) found.push({ course, score });
    }
    read += its.length;
  }
  found.sort((a, b) => b.score - a.score);
  return { directory, found, whole: read >= wanted.length };
}
