/** The catalog as tables, one for each kind of record: what the downloads in CSV hold. */
import { earnedBy } from '../../planner/catalog/course-list.ts';
import { recommendedHours } from '../../components/site/words.ts';
import { standingOf } from '../../components/catalog/records.ts';
import { toCsv } from '../../planner/keeping/csv.ts';
import type { Source } from '../../schemas/shared.ts';
import type { Catalog } from '../_catalog.ts';

type Cell = string | number | boolean | undefined;
type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

const sourceColumns = ['source', 'source confidence', 'page date', 'checked on'];
/** The surest source, and of those the first. */
function sourceCells(sources: readonly Source[]): Cell[] {
  const one = sources.find(({ confidence }) => confidence === 'primary') ?? sources[0];
  return [one?.url ?? one?.title, one?.confidence, one?.pageDate, one?.checkedOn];
}

/** Every table, by the name of its file. */
export function tablesOf(catalog: Catalog, today: string): Record<string, Table> {
  const { providers, courses, services, schools, degrees, tables } = catalog;
  return {
    providers: {
      columns: ['id', 'name', 'kind', 'recommended by', 'usable outside the US', 'address', ...sourceColumns],
      rows: providers.map(({ id, data }) => [
        id,
        data.name,
        data.kind,
        data.recommenders.join('; '),
        data.outsideUs,
        data.url,
        ...sourceCells(data.sources),
      ]),
    },
    services: {
      columns: ['id', 'name', 'kind', 'what it does', ...sourceColumns],
      rows: services.map(({ id, data }) => [id, data.name, data.kind, data.summary, ...sourceCells(data.sources)]),
    },
    courses: {
      columns: [
        'id',
        'title',
        'provider',
        'code',
        'kind',
        'area',
        'can earn',
        'recommended hours',
        'up to',
        'level',
        'recommended by',
        'exhibit',
        'effective from',
        'effective to',
        'proctored',
        'price in US$',
        'status',
        ...sourceColumns,
      ],
      rows: courses.map(({ id, data }) => {
        const first = data.recommendations[0];
        return [
          id,
          data.title,
          data.provider,
          data.code,
          data.kind,
          data.area,
          earnedBy(data, today).join('; '),
          first && recommendedHours(first),
          first?.atMost,
          [...new Set(first?.parts.flatMap(({ level }) => level ?? []))].join('; '),
          first?.by,
          first?.exhibit,
          first?.effectiveFrom,
          first?.effectiveTo,
          data.assessment.proctored,
          data.priceUsd,
          data.status,
          ...sourceCells(data.sources),
        ];
      }),
    },
    schools: {
      columns: ['id', 'name', 'city', 'state', 'control', 'accreditor', 'address', ...sourceColumns],
      rows: schools.map(({ id, data }) => [
        id,
        data.name,
        data.city,
        data.state,
        data.control,
        data.accreditor,
        data.url,
        ...sourceCells(data.sources),
      ]),
    },
    policies: {
      columns: ['school', 'topic', 'policy', 'applies to', 'in force', 'note', ...sourceColumns],
      rows: schools.flatMap(({ id, data }) =>
        data.policies.map((policy) => [
          id,
          policy.topic,
          policy.text,
          policy.appliesTo,
          !policy.superseded,
          policy.note,
          ...sourceCells(policy.sources),
        ]),
      ),
    },
    degrees: {
      columns: [
        'id',
        'title',
        'school',
        'award',
        'catalog year',
        'hours',
        'completeness',
        'superseded',
        ...sourceColumns,
      ],
      rows: degrees.map(({ id, data }) => [
        id,
        data.title,
        data.school,
        data.award,
        data.catalogYear,
        data.semesterHours,
        data.completeness,
        data.superseded !== undefined,
        ...sourceCells(data.sources),
      ]),
    },
    equivalencies: {
      columns: [
        'school',
        'course',
        'toward',
        'becomes',
        'title',
        'kind',
        'hours',
        'level',
        'how sure',
        'minimum score',
        'to confirm',
        'note',
        ...sourceColumns,
      ],
      rows: tables.flatMap(({ data }) =>
        data.equivalencies.flatMap((row) =>
          (row.becomes.length > 0 ? row.becomes : [undefined]).map((credit) => [
            data.school,
            row.course,
            row.toward?.join('; '),
            credit ? credit.schoolCourse : 'not accepted',
            credit?.title,
            credit?.kind,
            credit?.semesterHours,
            credit?.level,
            standingOf(row),
            row.minimumScore,
            row.confirm,
            row.note,
            ...sourceCells(row.sources),
          ]),
        ),
      ),
    },
  };
}

export const csvOf = ({ columns, rows }: Table): string => toCsv(columns, rows);
