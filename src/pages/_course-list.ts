/** The list of courses for `/courses/`: shards, their directory, and the words that lead to them. */
import { standingOf, type CourseEntry } from '../components/catalog/records.ts';
import { recommendedHours } from '../components/site/words.ts';
import { today } from '../components/site/site.ts';
import {
  earnedBy,
  findableWords,
  letterOf,
  marksOf,
  shardSize,
  type Directory,
  type ListedCourse,
  type Place,
  type Shard,
  type WordShards,
} from '../planner/course-list.ts';
import { readCatalog, type Catalog } from './_catalog.ts';

/** A course without what only its page shows. */
export function listed({ id, data }: CourseEntry, { equivalenciesOf }: Pick<Catalog, 'equivalenciesOf'>): ListedCourse {
  const { title, code, area, kind, assessment, priceUsd, status, recommendations } = data;
  const first = recommendations.find(({ effectiveTo }) => effectiveTo === undefined || effectiveTo >= today);
  const hours = first && recommendedHours(first);
  const levels = [...new Set(first?.parts.flatMap(({ level }) => level ?? []))];
  const places = (equivalenciesOf.get(id) ?? []).map(({ school, equivalency }): [string, Place] => {
    const standing = standingOf(equivalency);
    return [school.id, equivalency.becomes.length === 0 ? 'refused' : standing === 'recommended' ? 'hint' : standing];
  });
  // Of two rows at one school, the surer one.
  places.sort(([, a], [, b]) => sureness.indexOf(b) - sureness.indexOf(a));
  const becomes = (equivalenciesOf.get(id) ?? []).flatMap(({ equivalency }) =>
    equivalency.becomes.flatMap(({ schoolCourse }) => schoolCourse ?? []),
  );
  return {
    id,
    provider: data.provider,
    title,
    ...(code === undefined ? {} : { code }),
    area,
    kind,
    ...(hours === undefined ? {} : { hours }),
    ...(first?.atMost && hours !== undefined ? { upTo: true } : {}),
    ...(levels.length > 0 ? { levels } : {}),
    earns: earnedBy(data, today),
    ...(assessment.proctored === undefined ? {} : { proctored: assessment.proctored }),
    ...(priceUsd === undefined ? {} : { priceUsd }),
    ...(status === 'withdrawn' ? { withdrawn: true } : {}),
    ...(places.length > 0 ? { at: Object.fromEntries(places) } : {}),
    ...(becomes.length > 0 ? { becomes: [...new Set(becomes)] } : {}),
  };
}
const sureness: readonly Place[] = ['published', 'reported', 'refused', 'hint'];

type CourseList = {
  readonly directory: Directory;
  readonly shards: ReadonlyMap<string, Shard>;
  /** By the letter that words begin with. */
  readonly words: ReadonlyMap<string, WordShards>;
};

async function make(): Promise<CourseList> {
  const catalog = await readCatalog();
  const byProvider = Map.groupBy(catalog.courses, ({ data }) => data.provider);
  const shards = new Map<string, Shard>();
  const marked: Directory['shards'][number][] = [];
  const words = new Map<string, Map<string, Set<number>>>();
  const names = new Map(catalog.providers.map(({ id, data }) => [id, data]));
  const all = catalog.providers.flatMap(({ id }) => byProvider.get(id) ?? []).map((course) => listed(course, catalog));
  for (let from = 0; from < all.length; from += shardSize) {
    const its = all.slice(from, from + shardSize);
    const file = `${marked.length + 1}`;
    const ofProvider = (course: ListedCourse) => names.get(course.provider)!;
    for (const word of new Set(its.flatMap((course) => findableWords(course, ofProvider(course))))) {
      const ofLetter = words.get(letterOf(word)) ?? new Map<string, Set<number>>();
      words.set(letterOf(word), ofLetter.set(word, (ofLetter.get(word) ?? new Set()).add(marked.length)));
    }
    const marks = [...new Set(its.flatMap((course) => marksOf(course, ofProvider(course).outsideUs)))].sort();
    marked.push({ file, providers: [...new Set(its.map((course) => course.provider))], count: its.length, marks });
    shards.set(file, { courses: its });
  }
  const directory: Directory = {
    total: catalog.courses.length,
    providers: catalog.providers.map(({ id, data: { name, alsoCalled, outsideUs } }) => ({
      id,
      name,
      alsoCalled,
      ...(outsideUs === undefined ? {} : { outsideUs }),
    })),
    schools: catalog.schools.map(({ id, data }) => ({ id, name: data.shortName })),
    letters: [...words.keys()].sort(),
    shards: marked,
  };
  const asRecord = (known: Map<string, Set<number>>): WordShards =>
    Object.fromEntries([...known].map(([word, its]) => [word, [...its]] as const).sort());
  return { directory, shards, words: new Map([...words].map(([letter, known]) => [letter, asRecord(known)])) };
}

let made: Promise<CourseList> | undefined;

/** Made once for the whole build. */
export const readCourseList = (): Promise<CourseList> => (made ??= make());
