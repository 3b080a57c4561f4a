/** Finds courses in the browser: fetches the directory, the words and only those shards that may hold what is asked. */
import {
  letterOf,
  scoreOf,
  shardsFor,
  shardsWith,
  type Asked,
  type Directory,
  type Found,
  type Shard,
  type WordShards,
} from '../../planner/course-list.ts';

/** So many shards are fetched at once. */
const atOnce = 4;
/** A list is put in order if no more courses than this may belong to it: about 100 kB, packed. */
const mostToOrder = 3_000;

/** What was found so far. */
export type FoundCourses = {
  readonly directory: Directory;
  readonly found: readonly Found[];
  /** True if nothing more can be found. */
  readonly whole: boolean;
  /** True if all was read that may belong to the answer, so that it can be put in order. */
  readonly ordered: boolean;
};

/** Fetched once; what failed is tried again the next time. */
const fetched = new Map<string, Promise<unknown>>();
function fetchOnce<T>(file: string): Promise<T> {
  const known = fetched.get(file);
  if (known) return known as Promise<T>;
  const asked = fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/catalog/list/${file}.json`).then((response) => {
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.json() as Promise<unknown>;
  });
  fetched.set(file, asked);
  asked.catch(() => fetched.delete(file));
  return asked as Promise<T>;
}

/** Courses that answer, at least `enough` of them if there are as many. Fails where the site can't be reached. */
export async function findCourses(asked: Asked, enough: number): Promise<FoundCourses> {
  const directory = await fetchOnce<Directory>('directory');
  const withWords = await Promise.all(
    asked.words.map(async (word) => {
      const letter = letterOf(word);
      if (!directory.letters.includes(letter)) return new Set<number>();
      return shardsWith(word, await fetchOnce<WordShards>(`words-${letter}`));
    }),
  );
  const wanted = shardsFor(directory, asked, withWords);
  const ordered = wanted.reduce((sum, index) => sum + directory.shards[index]!.count, 0) <= mostToOrder;
  const providers = new Map(directory.providers.map((provider) => [provider.id, provider]));
  const found: Found[] = [];
  let read = 0;
  while (read < wanted.length && (ordered || found.length < enough)) {
    const its = wanted.slice(read, read + atOnce);
    const shards = await Promise.all(its.map((index) => fetchOnce<Shard>(`courses-${directory.shards[index]!.file}`)));
    for (const course of shards.flatMap(({ courses }) => courses)) {
      const by = providers.get(course.provider);
      const score = by ? scoreOf(course, asked, by) : 0;
      if (score > 0) found.push({ course, score });
    }
    read += its.length;
  }
  return { directory, found, whole: read >= wanted.length, ordered };
}
