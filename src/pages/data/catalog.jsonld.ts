/**
 * The catalog in the field's own words: schema.org for courses, providers and schools, CTDL for recommended and given
 * credit. Only terms that mean the same are used; the rest stays in `catalog.json`.
 *
 * schema.org: https://schema.org/Course · CTDL: https://credreg.net/ctdl/terms (TransferValueProfile)
 */
import type { APIRoute } from 'astro';
import { addressBelow } from '../../components/site/base.ts';
import type { Course } from '../../schemas/course.ts';
import type { Level, Source } from '../../schemas/shared.ts';
import { readCatalog } from '../_catalog.ts';

const levels: Partial<Record<Level, string>> = {
  'lower-division': 'creditLevel:LowerDivisionLevel',
  'upper-division': 'creditLevel:UpperDivisionLevel',
  graduate: 'creditLevel:GraduateLevel',
};

const value = (semesterHours: number | undefined, level: Level | undefined) => ({
  '@type': 'schema:QuantitativeValue',
  ...(semesterHours === undefined ? {} : { 'schema:value': semesterHours }),
  'ceterms:creditUnitType': 'creditUnit:SemesterHour',
  ...(level && levels[level] ? { 'ceterms:creditLevelType': levels[level] } : {}),
});

const readAt = (sources: readonly Source[]) => sources.flatMap(({ url }) => url ?? []);

function recommended(id: string, site: URL | undefined, { title, recommendations, sources }: Course) {
  return recommendations.map((one, index) => ({
    '@type': 'ceterms:TransferValueProfile',
    '@id': `${address(`/courses/${id}/`, site)}#recommendation-${index + 1}`,
    'ceterms:name': `Credit recommended by ${one.by} for ${title}`,
    'ceterms:transferValueFrom': { '@id': address(`/courses/${id}/`, site) },
    'ceterms:transferValue': one.parts.map((part) => value(part.semesterHours, part.level)),
    ...(one.effectiveFrom ? { 'ceterms:startDate': one.effectiveFrom } : {}),
    ...(one.effectiveTo ? { 'ceterms:endDate': one.effectiveTo } : {}),
    'schema:citation': readAt(sources),
  }));
}

const address = (path: string, site: URL | undefined): string =>
  new URL(addressBelow(path), site ?? 'https://example.org').href;

export const GET: APIRoute = async ({ site }) => {
  const { providers, courses, schools, tables } = await readCatalog();
  const at = (path: string): string => address(path, site);
  const graph = [
    ...providers.map(({ id, data }) => ({
      '@type': 'schema:Organization',
      '@id': at(`/providers/${id}/`),
      'schema:name': data.name,
      'schema:url': data.url,
    })),
    ...schools.map(({ id, data }) => ({
      '@type': 'schema:CollegeOrUniversity',
      '@id': at(`/schools/${id}/`),
      'schema:name': data.name,
      'schema:url': data.url,
    })),
    ...courses.flatMap(({ id, data }) => [
      {
        '@type': data.kind === 'exam' ? 'ceterms:AssessmentProfile' : 'schema:Course',
        '@id': at(`/courses/${id}/`),
        'schema:name': data.title,
        ...(data.code ? { 'schema:courseCode': data.code } : {}),
        'schema:provider': { '@id': at(`/providers/${data.provider}/`) },
        'schema:citation': readAt(data.sources),
      },
      ...recommended(id, site, data),
    ]),
    ...tables.flatMap(({ data }) =>
      data.equivalencies
        .filter(({ basis, becomes }) => basis === 'decided' && becomes.length > 0)
        .map((row) => ({
          '@type': 'ceterms:TransferValueProfile',
          '@id': `${at(`/courses/${row.course}/`)}#at-${data.school}${row.toward ? `-${row.toward.join('-')}` : ''}`,
          'ceterms:name': `What ${row.course} becomes`,
          'ceterms:ownedBy': { '@id': at(`/schools/${data.school}/`) },
          'ceterms:transferValueFrom': { '@id': at(`/courses/${row.course}/`) },
          'ceterms:transferValueFor': row.becomes.map((credit) => ({
            '@type': 'ceterms:Course',
            'ceterms:name': credit.title,
            ...(credit.schoolCourse ? { 'ceterms:codedNotation': credit.schoolCourse } : {}),
          })),
          'ceterms:transferValue': row.becomes.map((credit) => value(credit.semesterHours, credit.level)),
          'schema:citation': readAt(row.sources),
        })),
    ),
  ];
  const body = {
    '@context': {
      schema: 'https://schema.org/',
      ceterms: 'https://purl.org/ctdl/terms/',
      creditUnit: 'https://purl.org/ctdl/vocabs/creditUnit/',
      creditLevel: 'https://purl.org/ctdl/vocabs/creditLevel/',
    },
    '@graph': graph,
  };
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/ld+json' } });
};
