/** Every course in one form: the same lines in the same order, so that two can be laid side by side. */
import type { ComparedCourse } from '../../planner/compare/compared-course.ts';
import type { ComparedEntry, TopicEntries } from '../../planner/compare/side-by-side.ts';
import type { Course, Recommendation } from '../../schemas/course.ts';
import type { Provider } from '../../schemas/provider.ts';
import type { CourseEntry, ProviderEntry } from './records.ts';
import type { OwnPage } from '../site/own-page.ts';
import { briefSource } from './school-form.ts';
import {
  courseKindInWords,
  dateInWords,
  hoursInWords,
  levelInWords,
  listInWords,
  outsideInWords,
  priceFor,
  priceInWords,
  recommendedHours,
  recommenderInWords,
} from '../site/words.ts';

const entry = (says: string, sources: ComparedEntry['sources'] = []): ComparedEntry => ({ says, sources });
const some = (...texts: readonly (string | false | undefined)[]): ComparedEntry[] =>
  texts.flatMap((text) => (text ? [entry(text)] : []));

function recommended(recommendation: Recommendation): string {
  const { by, parts, atMost, minimumScore, exhibit } = recommendation;
  const hours = recommendedHours(recommendation);
  const levels = [...new Set(parts.flatMap(({ level }) => (level ? [levelInWords[level]] : [])))];
  return [
    hours === undefined ? 'Hours not seen' : `${atMost ? 'Up to ' : ''}${hoursInWords(hours)}`,
    levels.length > 0 ? `, ${listInWords(levels)}` : '',
    `, by ${recommenderInWords[by]}`,
    minimumScore === undefined ? '' : `, for a score of ${minimumScore} or higher`,
    exhibit === undefined ? '' : ` (exhibit ${exhibit})`,
  ].join('');
}

/** When one has to finish for a recommendation to count. */
function window({ effectiveFrom, effectiveTo }: Recommendation, today: string): string | undefined {
  const dates = [
    effectiveFrom && `on or after ${dateInWords(effectiveFrom)}`,
    effectiveTo && `on or before ${dateInWords(effectiveTo)}`,
  ].filter(Boolean);
  if (dates.length === 0) return undefined;
  return `${effectiveTo !== undefined && effectiveTo < today ? 'Ended. ' : ''}Finish ${dates.join(' and ')}.`;
}

function prices({ priceUsd, priceNote }: Course, provider: Provider | undefined): ComparedEntry[] {
  if (priceUsd !== undefined) return some(priceInWords(priceUsd), priceNote);
  const plans = provider?.prices.filter(({ current }) => current) ?? [];
  return some(
    priceNote,
    ...plans.map(
      ({ what, priceUsd: usd, per }) => `${usd === undefined ? `A fee for each ${per}` : priceFor(usd, per)}: ${what}`,
    ),
  );
}

/** The lines of one course that hold at every school. `today`: which recommendations have ended. */
export function comparedCourse(
  { id, data }: CourseEntry,
  provider: ProviderEntry | undefined,
  today: string,
  own: OwnPage,
): ComparedCourse {
  const { assessment, recommendations } = data;
  const its = provider?.data;
  const name = its?.name ?? data.provider;
  // What holds for all courses of a provider has its sources on the provider's page.
  const ofProvider = (...texts: readonly (string | undefined)[]): ComparedEntry[] =>
    some(...texts).map(({ says }) =>
      entry(says, [{ name, href: `/providers/${data.provider}/`, note: 'for all its courses, with sources' }]),
    );
  const watched =
    assessment.proctored === undefined ? undefined : assessment.proctored ? 'Yes, someone watches the exam' : 'No';
  const rows: TopicEntries[] = [
    [
      'What it is',
      some(`${courseKindInWords[data.kind]} by ${name}`, data.status === 'withdrawn' && 'No longer offered'),
    ],
    [
      'Recommended credit',
      recommendations.length > 0 ? some(...recommendations.map(recommended)) : some('No recommendation is known.'),
    ],
    [
      'Recommendation holds',
      some(...new Set(recommendations.map((one) => window(one, today) ?? 'No dates are known.'))),
    ],
    ['How you show it', some(assessment.how, assessment.passing && `To pass: ${assessment.passing}`)],
    ['Exam watched', [...some(watched), ...(assessment.proctored === false ? [] : ofProvider(its?.proctoring))]],
    ['Price', prices(data, its)],
    [
      'Time',
      [
        ...some(assessment.minutes !== undefined && `Exam: up to ${assessment.minutes} minutes`),
        ...ofProvider(its?.pace),
      ],
    ],
    ['Another try', ofProvider(its?.retakes)],
    ['From outside the US', ofProvider(its?.outsideUs && outsideInWords[its.outsideUs])],
    ['Notes', data.notes.length > 0 ? some(...data.notes) : some('Nothing more')],
    [
      'Where this was read',
      [
        entry(
          'The course’s own page lists what each source says.',
          data.sources.map((source) => briefSource(source, own)),
        ),
      ],
    ],
  ];
  return { id, title: data.title, provider: name, rows: rows.filter(([, entries]) => entries.length > 0) };
}
