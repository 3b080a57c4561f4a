/**
 * The list of courses, at any size: records lie in shards, provider by provider, a directory says what each shard holds,
 * and `word-places.ts` which courses have a word. Nothing here fetches or shows anything.
 */
import type { Course, Recommendation } from '../../schemas/course.ts';
import { matchOf, spellingsOf, tellingOf, wordsOf } from './search-words.ts';
import { titleWeight, type CourseWords } from './word-places.ts';

/** What sort of credit a course can earn. */
export type Earns = 'ace' | 'nccrs' | 'exam' | 'edx' | 'university';

/** How sure a place at a school is: the school's page, somebody else's, a student's plan, or known not to be taken. */
export type Place = 'published' | 'reported' | 'hint' | 'refused';

/** A course as the list shows it. */
export type ListedCourse = {
  readonly id: string;
  readonly provider: string;
  readonly title: string;
  readonly code?: string;
  readonly area: Course['area'];
  readonly kind: Course['kind'];
  /** Semester hours of the first recommendation in force. Absent: none, or not seen. */
  readonly hours?: number;
  readonly upTo?: true;
  readonly levels?: readonly string[];
  readonly earns: readonly Earns[];
  readonly proctored?: boolean;
  readonly priceUsd?: number;
  readonly withdrawn?: true;
  /** By school: how sure its place there is. */
  readonly at?: Readonly<Record<string, Place>>;
  /** Codes of the school courses it becomes. */
  readonly becomes?: readonly string[];
};

/** `/catalog/list/courses-<shard>.json` */
export type Shard = { readonly courses: readonly ListedCourse[] };

/** `/catalog/list/directory.json` */
export type Directory = {
  readonly total: number;
  readonly providers: readonly {
    readonly id: string;
    readonly name: string;
    readonly alsoCalled: readonly string[];
    /** Whether it can be used from outside the United States, where that is known. */
    readonly outsideUs?: string;
  }[];
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  /** The letters that files of words are there for. */
  readonly letters: readonly string[];
  readonly shards: readonly {
    readonly providers: readonly string[];
    readonly count: number;
    /** Every mark that one of its courses has, by its place in `marks`. */
    readonly marks: readonly number[];
  }[];
  readonly marks: readonly string[];
};

/** The site's text search holds the pages of courses up to so many; beyond, their records are searched in shards. */
export const mostInTextSearch = 2_000;

/** As many courses lie in one shard: about 4 kB, packed. */
export const shardSize = 100;

/** What a course can earn as of `today`, an ISO date. A lapsed recommendation earns nothing any more. */
export function earnedBy(
  { kind, provider, recommendations }: Pick<Course, 'kind' | 'provider' | 'recommendations'>,
  today: string,
): Earns[] {
  const open = recommendations.filter(({ effectiveTo }) => effectiveTo === undefined || effectiveTo >= today);
  const earns = open.map((one): Earns => earnedFrom(one, kind, provider));
  return [...new Set(earns)].sort();
}

function earnedFrom({ by }: Recommendation, kind: Course['kind'], provider: string): Earns {
  if (kind === 'exam' || by === 'College Board') return 'exam';
  if (by === 'university') return provider === 'edx' ? 'edx' : 'university';
  return by === 'ACE' ? 'ace' : 'nccrs';
}

const prices: readonly (readonly [mark: string, most: number])[] = [
  ['free', 0],
  ['50', 50],
  ['100', 100],
  ['200', 200],
];

/** What a filter can ask of a course, as short words: "area:business", "at:tesu:published". */
export function marksOf(course: ListedCourse, outsideUs: string | undefined): string[] {
  const { area, kind, hours, levels = [], earns, proctored, priceUsd, at = {} } = course;
  return [
    `area:${area}`,
    `kind:${kind}`,
    ...levels.map((level) => `level:${level}`),
    ...(earns.length > 0 ? earns.map((one) => `earns:${one}`) : ['earns:none']),
    ...(proctored === undefined ? [] : [proctored ? 'proctored:yes' : 'proctored:no']),
    ...(hours === undefined ? [] : hours >= 4 ? ['hours:4'] : [`hours:${Math.floor(hours)}`]),
    ...prices.flatMap(([mark, most]) => (priceUsd !== undefined && priceUsd <= most ? [`price:${mark}`] : [])),
    ...(outsideUs === undefined || outsideUs === 'no' ? [] : ['outside:possible']),
    ...(outsideUs === 'yes' ? ['outside:home'] : []),
    ...Object.entries(at).flatMap(([school, place]) =>
      place === 'refused' ? [] : [...(place === 'hint' ? [] : [`at:${school}`]), `at:${school}:${place}`],
    ),
  ];
}

/** The words that find a course: title, code, its provider's names, and the school courses it becomes. */
export function findableWords(
  course: ListedCourse,
  provider: { name: string; alsoCalled: readonly string[] },
): string[] {
  const { title, code = '', becomes = [] } = course;
  const names = [provider.name, ...provider.alsoCalled].flatMap(spellingsOf).flat();
  const words = [title, code, ...becomes].flatMap(wordsOf);
  return [...new Set([...words, ...names].flatMap((word) => [word, ...apart(word)]))];
}

/** "eng102" as "eng" and "102": people type a code with a hyphen, with a space or with neither. */
const apart = (word: string): string[] => /^(\p{L}+)(\d[\p{L}\p{N}]*)$/u.exec(word)?.slice(1) ?? [word];

/** The words of a search that have to be found. */
export const askedWords = (typed: string): readonly string[] => tellingOf(wordsOf(typed).flatMap(apart));

/** The words of a course for `word-places.ts`. */
export function courseWords(course: ListedCourse, provider: Parameters<typeof findableWords>[1]): CourseWords {
  const inTitle = new Set(wordsOf(course.title));
  return new Map(findableWords(course, provider).map((word) => [word, inTitle.has(word)]));
}

/** Courses that have every word, by their position in the list, with how well they answer. */
export function withAllWords(places: readonly ReadonlyMap<number, number>[]): ReadonlyMap<number, number> {
  const [first = new Map<number, number>(), ...rest] = places;
  const found = new Map<number, number>();
  for (const [course, score] of first) {
    const scores = rest.map((its) => its.get(course) ?? 0);
    if (scores.every((one) => one > 0)) found.set(course, 1 + score + scores.reduce((sum, one) => sum + one, 0));
  }
  return found;
}

/** What someone asks of the list. */
export type Asked = {
  /** Empty: any provider. */
  readonly provider: string;
  /** Marks that a course has to have. */
  readonly marks: readonly string[];
  readonly words: readonly string[];
};

/**
 * A shard that may hold what is asked, by number, how well its best course may answer, and how many of its courses may
 * answer as well.
 */
export type WantedShard = { readonly shard: number; readonly best: number; readonly asGood: number };

/** The shards that may hold what is asked, the best first. `scores`: the courses that have the words, if any are asked. */
export function shardsFor(
  directory: Directory,
  { provider, marks }: Asked,
  scores: ReadonlyMap<number, number> | undefined,
): WantedShard[] {
  const best = new Map<number, number>();
  const asGood = new Map<number, number>();
  for (const [course, score] of scores ?? []) {
    const shard = Math.floor(course / shardSize);
    const known = best.get(shard) ?? 0;
    if (score > known) best.set(shard, score);
    if (score >= known) asGood.set(shard, score > known ? 1 : (asGood.get(shard) ?? 0) + 1);
  }
  const asked = marks.map((mark) => directory.marks.indexOf(mark));
  const wanted = directory.shards.flatMap((its, shard) => {
    const fits =
      (provider === '' || its.providers.includes(provider)) &&
      asked.every((mark) => its.marks.includes(mark)) &&
      (!scores || best.has(shard));
    return fits ? [{ shard, best: best.get(shard) ?? 1, asGood: asGood.get(shard) ?? its.count }] : [];
  });
  return wanted.sort((a, b) => b.best - a.best || b.asGood - a.asGood || a.shard - b.shard);
}

/** Of shards in that order, so many from the first on as may hold `enough` of the best courses, and `most` at most. */
export function firstShards(wanted: readonly WantedShard[], enough: number, most: number): readonly WantedShard[] {
  let courses = 0;
  const end = wanted.findIndex(({ asGood }) => (courses += asGood) >= enough);
  return wanted.slice(0, end < 0 ? most : Math.min(end + 1, most));
}

/** How well a course answers what is asked: 0 not at all, more is better. */
export function scoreOf(course: ListedCourse, asked: Asked, provider: Directory['providers'][number]): number {
  if (asked.provider !== '' && asked.provider !== course.provider) return 0;
  const marks = new Set(marksOf(course, provider.outsideUs));
  if (!asked.marks.every((mark) => marks.has(mark))) return 0;
  const words = findableWords(course, provider);
  const inTitle = new Set(wordsOf(course.title));
  let score = 1;
  for (const word of asked.words) {
    const best = Math.max(0, ...words.map((known) => matchOf(known, word) * (inTitle.has(known) ? titleWeight : 1)));
    if (best === 0) return 0;
    score += best;
  }
  return score;
}

/** How the list can be put in order. */
export const orders = ['best', 'title', 'price', 'hours', 'sure'] as const;
export type Order = (typeof orders)[number];

/** A course found, with how well it answers. */
export type Found = { readonly course: ListedCourse; readonly score: number };

const places: readonly (Place | undefined)[] = ['published', 'reported', 'hint', undefined, 'refused'];

/** The courses in the order asked for; unknown prices and hours come last. */
export function inOrder(found: readonly Found[], order: Order, school: string): Found[] {
  const byTitle = (a: Found, b: Found): number =>
    a.course.title.localeCompare(b.course.title, 'en', { numeric: true }) || (a.course.id < b.course.id ? -1 : 1);
  const key = ({ course, score }: Found): number => {
    if (order === 'price') return course.priceUsd ?? Infinity;
    if (order === 'hours') return -(course.hours ?? -Infinity);
    if (order === 'sure') return places.indexOf(course.at?.[school]);
    return order === 'best' ? -score : 0;
  };
  return [...found].sort((a, b) => {
    const [first, second] = [key(a), key(b)];
    return first === second ? byTitle(a, b) : first - second;
  });
}
