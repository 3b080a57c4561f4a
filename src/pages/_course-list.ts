/** The list of courses for `/courses/`: shards, their directory, and the words that lead to them. */
import { standingOf, type CourseEntry } from '../components/catalog/records.ts';
import { recommendedHours } from '../components/site/words.ts';
import { today } from '../components/site/site.ts';
import {
  courseWords,
  earnedBy,
  marksOf,
  shardSize,
  type Directory,
  type ListedCourse,
  type Place,
  type Shard,
} from '../planner/catalog/course-list.ts';
import { wordFiles, type WordFile } from '../planner/catalog/word-places.ts';
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
  readonly shards: readonly Shard[];
  readonly words: ReadonlyMap<string, WordFile>;
};

async function make(): Promise<CourseList> {
  const catalog = await readCatalog();
  const names = new Map(catalog.providers.map(({ id, data }) => [id, data]));
  const ofProvider = (course: ListedCourse) => names.get(course.provider)!;
  const all = catalog.providers
    .flatMap(({ id }) => catalog.coursesOf.get(id) ?? [])
    .map((course) => listed(course, catalog));
  const marksIn = (its: readonly ListedCourse[]) =>
    [...new Set(its.flatMap((course) => marksOf(course, ofProvider(course).outsideUs)))].sort();
  const marks = marksIn(all);
  const numbers = new Map(marks.map((mark, number) => [mark, number]));
  const shards: Shard[] = [];
  for (let from = 0; from < all.length; from += shardSize) shards.push({ courses: all.slice(from, from + shardSize) });
  const words = wordFiles(all.map((course) => courseWords(course, ofProvider(course))));
  const directory: Directory = {
    total: catalog.courses.length,
    providers: catalog.providers.map(({ id, data: { name, alsoCalled, outsideUs } }) => ({
      id,
      name,
      alsoCalled,
      ...(outsideUs === undefined ? {} : { outsideUs }),
    })),
    schools: catalog.schools.map(({ id, data }) => ({ id, name: data.shortName })),
    letters: [...words.keys()].flatMap((file) => (file.startsWith('words-') ? [file.slice('words-'.length)] : [])),
    shards: shards.map(({ courses }) => ({
      providers: [...new Set(courses.map((course) => course.provider))],
      count: courses.length,
      marks: marksIn(courses).map((mark) => numbers.get(mark)!),
    })),
    marks,
  };
  return { directory, shards, words };
}

let made: Promise<CourseList> | undefined;

/** Made once for the whole build. */
export const readCourseList = (): Promise<CourseList> => (made ??= make());
