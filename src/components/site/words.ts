/** Figures, dates and the closed lists of the schemas, as the pages word them. */
import type { Course, Recommendation } from '../../schemas/course.ts';
import type { Level, Source } from '../../schemas/shared.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "22 November 2026", "November 2026", "2026", "2021–22" or "before 2016": as exact as the text it is given. */
export function dateInWords(text: string): string {
  const [, prefix = '', year = '', second, day] =
    /^(before |about )?(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text) ?? [];
  if (!year) return text;
  if (!second) return prefix + year;
  const month = months[Number(second) - 1];
  // "2021-22" is a school year: no month has the number 22.
  if (!month) return `${prefix}${year}–${second}`;
  return `${prefix}${day ? `${Number(day)} ` : ''}${month} ${year}`;
}

/** The month alone, for "checked November 2026". */
export const monthInWords = (text: string): string => dateInWords(text.slice(0, 7));

/** True if we last read the page more than twelve months before `today`. */
export function isOldCheck({ checkedOn }: Pick<Source, 'checkedOn'>, today: string): boolean {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return checkedOn < yearAgo.slice(0, checkedOn.length);
}

/** "1 semester hour", "4.5 semester hours". */
export const hoursInWords = (hours: number): string => `${hours} semester ${hours === 1 ? 'hour' : 'hours'}`;

/** "US$ 99", "US$ 99.50", "US$ 1,200". */
export const priceInWords = (usd: number): string =>
  usd === 0 ? 'No charge' : `US$ ${(usd % 1 ? usd.toFixed(2) : `${usd}`).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`;

/** "US$ 99 a month", "US$ 150 for 4 months". */
export const priceFor = (usd: number, per: string): string =>
  /^[0-9]/.test(per)
    ? `${priceInWords(usd)} for ${per}`
    : `${priceInWords(usd)} ${/^(all|the|each|every)\b/.test(per) ? 'for' : /^[aeiou]/.test(per) ? 'an' : 'a'} ${per}`;

export const levelInWords: Record<Level, string> = {
  vocational: 'vocational',
  'lower-division': 'lower division',
  'upper-division': 'upper division',
  graduate: 'graduate',
};

export const areaInWords: Record<Course['area'], string> = {
  'arts-and-humanities': 'Arts and humanities',
  business: 'Business',
  communication: 'Communication',
  computing: 'Computing',
  'education-and-human-services': 'Education and human services',
  'english-composition': 'English composition',
  'foreign-language': 'Foreign languages',
  'general-skills': 'General skills',
  health: 'Health',
  history: 'History',
  mathematics: 'Mathematics',
  'natural-science': 'Natural science',
  'social-science': 'Social science',
  other: 'Other',
};

export const courseKindInWords: Record<Course['kind'], string> = {
  course: 'Course',
  certificate: 'Certificate',
  exam: 'Exam',
  'micro-credential': 'Micro-credential',
};

export const providerKindInWords = {
  'course-provider': 'Course provider',
  'exam-program': 'Exam program',
  mooc: 'Open online courses',
  'school-exams': 'A school’s own exams',
  training: 'Training',
  'exam-preparation': 'Preparation for exams',
} as const;

export const outsideInWords = {
  yes: 'Can be used from home',
  'test-centers': 'Only at test centers',
  'some-countries': 'Only in some countries',
  no: 'Cannot be used',
} as const;

export const serviceKindInWords = {
  recommender: 'Recommends credit',
  'transcript-service': 'Keeps and sends records',
  evaluator: 'Evaluates study abroad',
  proctoring: 'Watches exams',
} as const;

export const awardInWords = { associate: 'Associate', bachelor: "Bachelor's", master: "Master's" } as const;

export const awardsInWords = {
  associate: 'associate degrees',
  bachelor: "bachelor's degrees",
  master: "master's degrees",
} as const;

export const controlInWords = {
  public: 'Public',
  'private-nonprofit': 'Private, not for profit',
  'private-for-profit': 'Private, for profit',
} as const;

export const verdictInWords = {
  yes: 'Yes',
  'with-agreement': 'With an agreement',
  'case-by-case': 'Case by case',
  no: 'No',
} as const;

export const recommenderInWords: Record<Recommendation['by'], string> = {
  ACE: 'ACE',
  NCCRS: 'NCCRS',
  'College Board': 'College Board',
  university: 'a university',
};

/** Hours a recommendation names in sum, or `undefined` where its amount was not seen. */
export function recommendedHours(recommendation: Recommendation): number | undefined {
  const known = recommendation.parts.flatMap((part) => (part.semesterHours === undefined ? [] : [part.semesterHours]));
  return known.length === 0 ? undefined : Math.round(known.reduce((sum, hours) => sum + hours, 0) * 100) / 100;
}

/** "a, b and c" */
export const listInWords = (words: readonly string[], joint = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;

/** What to call a source: its title, else its address without the noise, else how we came to it. */
export function sourceName(source: Source): string {
  if (source.title) return source.title;
  if (!source.url) return source.via ?? 'Source without an address';
  const { hostname, pathname } = new URL(source.url);
  const host = hostname.replace(/^www\d?\./, '');
  const last = pathname.split('/').filter(Boolean).at(-1);
  return last
    ? `${host}, ${decodeURIComponent(last)
        .replace(/\.\w{2,5}$/, '')
        .replace(/[-_+]+/g, ' ')}`
    : host;
}
