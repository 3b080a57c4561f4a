import { useEffect, useMemo, useState } from 'preact/hooks';
import type {
  CatalogCourse,
  CatalogCourses,
  CatalogDegree,
  CatalogIndex,
  CatalogSchool,
} from '../../planner/catalog/catalog.ts';
import { schoolFromFile, type SchoolFile } from '../../planner/catalog/school-file.ts';

/** Something on its way from the site. */
export type Fetched<T> =
  | { readonly state: 'none' | 'waiting' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly retry: () => void };

const kept = new Map<string, unknown>();

/** The address of a page or file of this site, "courses/", below the folder it is served from. */
export function siteAddress(path: string): string {
  return import.meta.env.BASE_URL + path;
}

/** A file of the site, fetched once for as long as the page is open. Nothing for no path. */
export function useFetched<T>(path: string | undefined): Fetched<T> {
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState<{ path: string; value?: T } | undefined>();
  useEffect(() => {
    if (path === undefined || kept.has(path)) return;
    let wanted = true;
    fetchJson(path).then(
      (value) => {
        kept.set(path, value);
        if (wanted) setAnswer({ path, value: value as T });
      },
      () => wanted && setAnswer({ path }),
    );
    return () => {
      wanted = false;
    };
  }, [path, tries]);
  if (path === undefined) return { state: 'none' };
  if (kept.has(path)) return { state: 'ready', value: kept.get(path) as T };
  if (answer?.path !== path) return { state: 'waiting' };
  const retry = () => {
    setAnswer(undefined);
    setTries((count) => count + 1);
  };
  return { state: 'failed', retry };
}

/** A JSON file of this site, from memory where it was fetched before. Rejects where it does not arrive. */
export async function fetchOnce<T>(path: string): Promise<T> {
  const value = kept.get(path) ?? (await fetchJson(path));
  kept.set(path, value);
  return value as T;
}

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(siteAddress(path));
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  const body: unknown = await response.json();
  return path.startsWith('catalog/schools/') ? schoolFromFile(body as SchoolFile) : body;
}

/** The parts of the catalog, and one answer for all: what failed can be tried again together. */
export type Catalog = {
  readonly index: CatalogIndex | undefined;
  readonly courses: CatalogCourses | undefined;
  readonly courseById: ReadonlyMap<string, CatalogCourse>;
  readonly school: CatalogSchool | undefined;
  readonly degree: CatalogDegree | undefined;
  /** Present where something could not be fetched. */
  readonly retry?: () => void;
};

const byId = new WeakMap<CatalogCourses, ReadonlyMap<string, CatalogCourse>>();
const noCourses: ReadonlyMap<string, CatalogCourse> = new Map();

/** What the planner needs of the catalog: always the lists, and the school and degree of the plan. */
export function useCatalog(chosen: { readonly school: string; readonly degree: string } | undefined): Catalog {
  const index = useFetched<CatalogIndex>('catalog/index.json');
  const courses = useFetched<CatalogCourses>('catalog/courses.json');
  // A plan's degree that the catalog does not have can't be fetched.
  const known = valueOf(index)?.schools.some(({ degrees }) => degrees.some(({ id }) => id === chosen?.degree));
  const school = useFetched<CatalogSchool>(chosen && known ? `catalog/schools/${chosen.school}.json` : undefined);
  const degree = useFetched<CatalogDegree>(chosen && known ? `catalog/degrees/${chosen.degree}.json` : undefined);
  const failed = [index, courses, school, degree].filter((part) => part.state === 'failed');
  const list = valueOf(courses);
  return useMemo(
    () => ({
      index: valueOf(index),
      courses: list,
      courseById: list ? coursesById(list) : noCourses,
      school: valueOf(school),
      degree: valueOf(degree),
      ...(failed.length > 0 ? { retry: () => failed.forEach((part) => part.retry()) } : {}),
    }),
    [valueOf(index), list, valueOf(school), valueOf(degree), failed.length],
  );
}

/** What was fetched, once it is here. */
export function valueOf<T>(fetched: Fetched<T>): T | undefined {
  return fetched.state === 'ready' ? fetched.value : undefined;
}

function coursesById(list: CatalogCourses): ReadonlyMap<string, CatalogCourse> {
  const known = byId.get(list) ?? new Map(list.courses.map((course) => [course.id, course]));
  byId.set(list, known);
  return known;
}
