/** Every school in one form: the same lines in the same order, so that two can be laid side by side. */
import type { ComparedSchool } from '../../planner/compare/compared-school.ts';
import type { ComparedEntry } from '../../planner/compare/side-by-side.ts';
import type { School, Tuition } from '../../schemas/school.ts';
import type { Source } from '../../schemas/shared.ts';
import type { OwnPage } from '../site/own-page.ts';
import {
  awardsInWords,
  controlInWords,
  dateInWords,
  hoursInWords,
  listInWords,
  monthInWords,
  priceInWords,
  sourceName,
  verdictInWords,
} from '../site/words.ts';

type Line = School['accepts'][number];
type Award = 'associate' | 'bachelor' | 'master';

const creditFrom = {
  school: 'The school’s own courses',
  college: 'Other US colleges',
  exam: 'Exams',
  alternative: 'Courses and certificates outside college',
  foreign: 'Evaluated study abroad',
} as const;

/** What a line of "accepts" is about. */
export function acceptanceName(line: Line, providerName: (id: string) => string): string {
  if (line.provider) return providerName(line.provider);
  if (line.recommender === 'university') return 'Recommended by a university';
  if (line.recommender === 'College Board') return 'College Board exams';
  if (line.recommender) return `Recommended by ${line.recommender}`;
  return line.from ? creditFrom[line.from] : 'Credit from elsewhere';
}

/** The school's general answer to credit recommended by this reviewer. */
export const verdictOn = (school: School, recommender: Line['recommender']): Line['verdict'] | undefined =>
  school.accepts.find((line) => line.recommender === recommender && !line.provider)?.verdict;

/** The most hours from elsewhere toward an award: the smallest maximum on all of it. Undefined: not known. */
export function mostFromElsewhere(school: School, award: Award): number | undefined {
  const general = school.maximums.filter(({ counts, of, awards }) => !counts && !of && awards.includes(award));
  return general.length > 0 ? Math.min(...general.map(({ atMost }) => atMost)) : undefined;
}

/** Hours to be earned at the school. Undefined: no number is known. */
export function leastHere(school: School, award: Award): number | undefined {
  const rules = school.residency.flatMap(({ awards, semesterHours }) =>
    semesterHours !== undefined && awards.includes(award) ? [semesterHours] : [],
  );
  return rules.length > 0 ? Math.max(...rules) : undefined;
}

const units = {
  'semester-hour': 'semester hour',
  'quarter-hour': 'quarter hour',
  course: 'course',
  session: 'session',
  term: 'term',
  year: 'year',
} satisfies Record<Tuition['per'], string>;

/** "US$ 414 a semester hour (2025–26)". */
export function tuitionInWords({ priceUsd, per, months, year }: Tuition): string {
  const length = months === undefined ? '' : ` of ${months} ${months === 1 ? 'month' : 'months'}`;
  return `${priceInWords(priceUsd)} a ${units[per]}${length}${year === undefined ? '' : ` (${year.replace('-', '–')})`}`;
}

/** The lowest current price of a semester hour toward a degree in US$, where the school charges by the hour. */
export function tuitionPerHour(school: School): number | undefined {
  const prices = school.tuition.flatMap(({ current, visiting, per, priceUsd }) => {
    if (!current || visiting) return [];
    return per === 'semester-hour' ? [priceUsd] : per === 'quarter-hour' ? [priceUsd * 1.5] : [];
  });
  return prices.length > 0 ? Math.min(...prices) : undefined;
}

/** A source in short. */
export const briefSource = (source: Source, own: OwnPage): ComparedEntry['sources'][number] => ({
  name: sourceName(source),
  ...(source.url === undefined ? {} : { href: source.url }),
  note: [
    source.confidence === 'primary' ? own(source) : 'reported',
    source.pageDate && `page of ${dateInWords(source.pageDate)}`,
    source.via && 'original page not seen',
    `checked ${monthInWords(source.checkedOn)}`,
  ]
    .filter(Boolean)
    .join(', '),
});

/** The school's lines, topic by topic. `topics`: the closed list of the schema, in its order. */
export function comparedSchool(
  id: string,
  school: School,
  topics: readonly string[],
  providerName: (id: string) => string,
  own: OwnPage,
): ComparedSchool {
  const entry = (says: string, sources: readonly Source[] = []): ComparedEntry => ({
    says,
    sources: sources.map((source) => briefSource(source, own)),
  });
  const forAwards = (awards: readonly Award[]): string => listInWords(awards.map((award) => awardsInWords[award]));
  const accepts = school.accepts.map((line) =>
    entry(`${acceptanceName(line, providerName)}: ${verdictInWords[line.verdict]}. ${line.says}`, line.sources),
  );
  const rows: [topic: string, entries: ComparedEntry[]][] = [
    [
      'About the school',
      [
        entry(
          `${controlInWords[school.control]}, ${school.city}, ${school.state}. ${school.accreditor}.`,
          school.sources,
        ),
      ],
    ],
    ['What it accepts', accepts],
    [
      'Most hours of one sort',
      school.maximums.map(({ atMost, awards, says, sources }) =>
        entry(`At most ${hoursInWords(atMost)}, for ${forAwards(awards)}. ${says}`, sources),
      ),
    ],
    [
      'Hours at the school',
      school.residency.map(({ semesterHours, awards, says, sources }) =>
        entry(
          `${semesterHours === undefined ? 'A rule' : hoursInWords(semesterHours)} for ${forAwards(awards)}. ${says}`,
          sources,
        ),
      ),
    ],
    [
      'Lowest grade',
      (school.minimumGrades ?? []).map(({ grade, says, sources }) => entry(`${grade}. ${says}`, sources)),
    ],
    [
      'Oldest credit',
      (school.creditAge ?? []).map(({ atMostYears, says, sources }) => entry(`${atMostYears} years. ${says}`, sources)),
    ],
    [
      'Price of studying there',
      school.tuition
        .filter(({ current }) => current)
        .map((one) => entry(`${tuitionInWords(one)}. ${one.what}${one.note ? `. ${one.note}` : ''}`, one.sources)),
    ],
    ...topics.map((topic): [string, ComparedEntry[]] => [
      topic,
      school.policies
        .filter((policy) => policy.topic === topic && !policy.superseded)
        .map(({ text, appliesTo, sources }) =>
          entry(appliesTo && appliesTo !== 'all' ? `${text} (${appliesTo})` : text, sources),
        ),
    ]),
  ];
  return { id, name: school.name, shortName: school.shortName, rows: rows.filter(([, entries]) => entries.length > 0) };
}
