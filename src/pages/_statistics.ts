/** What `/data/` says of the facts: how many there are, how sure, how old, where they disagree. */
import { standingOf, type Standing } from '../components/catalog/records.ts';
import { isOlderPage } from '../components/site/older-page.ts';
import { isOldCheck } from '../components/site/words.ts';
import type { Disagreement, Source } from '../schemas/shared.ts';
import type { Catalog } from './_catalog.ts';

/** A record with its page and file. */
export type RecordLink = { readonly name: string; readonly href: string; readonly file: string };
type Sourced = RecordLink & { readonly sources: readonly Source[] };

export type Statistics = ReturnType<typeof statisticsOf>;

const countBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
};

/** The year a page itself names, or that it names none. */
const yearOf = ({ pageDate }: Source): string => /\d{4}/.exec(pageDate ?? '')?.[0] ?? 'no date on the page';

/** Every figure of the page, as of `today`, an ISO date. */
export function statisticsOf(catalog: Catalog, today: string) {
  const { providers, courses, coursesOf, services, schools, degrees, tables } = catalog;
  const named = [
    ...providers.map(({ id, data }) => ({ ...linkTo('providers', id, data.name), data })),
    ...courses.map(({ id, data }) => ({ ...linkTo('courses', id, data.title), data })),
    ...services.map(({ id, data }) => ({ ...linkTo('services', id, data.name), data })),
    ...schools.map(({ id, data }) => ({ ...linkTo('schools', id, data.name), data })),
    ...degrees.map(({ id, data }) => ({ ...linkTo('degrees', id, data.title), data })),
  ];
  const rows = tables.flatMap(({ id, data }) =>
    data.equivalencies.map((row) => ({ school: data.school, provider: data.provider, table: id, row })),
  );
  const providerNames = new Map(providers.map(({ id, data }) => [id, data.name]));
  const titles = new Map(
    courses.map(({ id, data }) => [id, `${data.title} by ${providerNames.get(data.provider) ?? data.provider}`]),
  );
  const schoolNames = new Map(schools.map(({ id, data }) => [id, data.shortName]));
  const sourced: Sourced[] = [
    ...named.map(({ name, href, file, data }) => ({ name, href, file, sources: data.sources })),
    ...rows.map(({ school, table, row }) => ({
      name: `${titles.get(row.course) ?? row.course}, at ${schoolNames.get(school) ?? school}`,
      href: `/courses/${row.course}/`,
      file: `data/equivalencies/${table}.json`,
      sources: row.sources,
    })),
  ];
  const sources = sourced.flatMap((one) => one.sources);
  const standings: readonly Standing[] = ['published', 'reported', 'hint'];
  const standingCounts = (its: typeof rows): { standing: Standing; count: number }[] => {
    const counts = countBy(its, ({ row }) => standingOf(row));
    return standings.map((standing) => ({ standing, count: counts.get(standing) ?? 0 }));
  };
  return {
    counts: {
      providers: providers.length,
      courses: courses.length,
      services: services.length,
      schools: schools.length,
      degrees: degrees.length,
      equivalencies: rows.length,
      policies: schools.reduce((sum, { data }) => sum + data.policies.length, 0),
    },
    bySchool: schools.map(({ id, data }) => ({
      ...linkTo('schools', id, data.name),
      degrees: degrees.filter((degree) => degree.data.school === id).length,
      policies: data.policies.length,
      standings: standingCounts(rows.filter(({ school }) => school === id)),
    })),
    byProvider: providers.map(({ id, data }) => {
      const its = coursesOf.get(id) ?? [];
      return {
        ...linkTo('providers', id, data.name),
        courses: its.length,
        recommended: its.filter((course) => course.data.recommendations.length > 0).length,
        lapsed: its.filter((course) => isLapsed(course.data.recommendations, today)).length,
        standings: standingCounts(rows.filter(({ provider }) => provider === id)),
      };
    }),
    sources: {
      all: sources.length,
      primary: sources.filter(({ confidence }) => confidence === 'primary').length,
      oldChecks: sources.filter((source) => isOldCheck(source, today)).length,
      oldPages: sources.filter((source) => isOlderPage(source, today)).length,
      byYear: [...countBy(sources, yearOf)].sort(([a], [b]) => (a < b ? 1 : -1)),
      byCheck: [...countBy(sources, ({ checkedOn }) => checkedOn.slice(0, 7))].sort(([a], [b]) => (a < b ? 1 : -1)),
    },
    oldest: sourced
      .flatMap((one) => {
        // What rests on several pages is as old as the newest of them; pages without a date can't be told.
        const dates = one.sources.map(({ pageDate }) => /\d{4}(-\d{2}){0,2}/.exec(pageDate ?? '')?.[0] ?? '');
        const newest = dates.every((date) => date !== '') ? dates.sort().at(-1)! : '';
        return newest ? [{ ...one, newest }] : [];
      })
      .sort((a, b) => (a.newest < b.newest ? -1 : a.newest > b.newest ? 1 : a.href < b.href ? -1 : 1)),
    disagreements: named.flatMap(({ name, href, file, data }) =>
      data.disagreements.map((disagreement: Disagreement) => ({ name, href, file, disagreement })),
    ),
  };
}

const isLapsed = (recommendations: readonly { effectiveTo?: string | undefined }[], today: string): boolean =>
  recommendations.length > 0 &&
  recommendations.every(({ effectiveTo }) => effectiveTo !== undefined && effectiveTo < today);

function linkTo(folder: string, id: string, name: string): RecordLink {
  const page = folder === 'degrees' ? 'schools' : folder;
  return { name, href: `/${page}/${id}/`, file: `data/${folder}/${id}.json` };
}
