/** Every sentence about what the school answered, what if it answered otherwise, and why a figure is what it is. */
import type { Answered, Decision, HoursRange, NotAcceptedReason, Reading } from '../../engine/types.ts';
import type { Equivalency } from '../../schemas/equivalency.ts';
import type { Source } from '../../schemas/shared.ts';
import type { SchoolAnswer } from '../plan/decided.ts';
import { mostParts, type AnswerProblem } from '../plan/decision-entry.ts';
import type { Question, Trial } from './what-if.ts';
import { dateWords, hoursNumber, hoursWords, listWords, notAcceptedSentence } from '../wording.ts';
import { becomesName, levelWords } from '../wording-beside.ts';
import { problemWords } from '../plan/wording-problems.ts';

type OwnProblem = Exclude<AnswerProblem, Parameters<typeof problemWords>[0]>;

const ownWords: Readonly<Record<OwnProblem, string>> = {
  'answer-missing': 'Choose what the school answered',
  'as-missing': 'Choose what it becomes',
  'code-missing': 'Enter the course code or the subject, like PSY-1010 or PSY',
  'code-not-a-course': 'Course code must be letters and a number, like PSY-1010',
  'code-not-a-subject': 'Subject must be letters, like PSY',
  'by-missing': 'Enter who answered, like “Registrar”',
  'by-too-long': 'Who answered must be 200 letters or fewer',
  'date-missing': 'Enter the date of the answer',
  'date-ahead': 'Date of the answer must be today or earlier',
  'block-missing': 'Choose a requirement',
};

/** What to do about one field of an answer. */
export function answerProblemWords(problem: AnswerProblem): string {
  return problem in ownWords
    ? ownWords[problem as OwnProblem]
    : problemWords(problem as Exclude<AnswerProblem, OwnProblem>);
}

/** "PSY-3010 Social Psychology, 3 hours upper division", part by part; or that it is refused. */
export function becomesWords(becomes: Decision['becomes']): string {
  if (becomes.length === 0) return 'no credit';
  return listWords(
    becomes.map(({ semesterHours, level, ...credit }) =>
      // Lower division goes without saying: so counts a level that is not known.
      [`${becomesName(credit)}, ${hoursWords(semesterHours)}`, level === 'lower-division' ? '' : levelName(level)]
        .filter(Boolean)
        .join(' '),
    ),
  );
}

/** "3 November 2026, Registrar". */
export function answeredWords({ decidedOn, by }: Answered): string {
  return [dateWords(decidedOn), by].filter(Boolean).join(', ');
}

/** One answer of the school. `title` and `block` name credits and requirements. */
export function answerWords(
  answer: SchoolAnswer,
  { title, block }: { title: (credit: string) => string; block: (id: string) => string },
): string {
  switch (answer.kind) {
    case 'decision':
      return `${title(answer.credit)}: ${answer.becomes.length === 0 ? 'refused' : becomesWords(answer.becomes)}`;
    case 'substitution':
      return `Substitution: ${title(answer.credit)} stands for ${answer.schoolCourse}`;
    case 'applied-here':
      return `Apply here: ${title(answer.credit)} is used in ${block(answer.block)}`;
    case 'waiver':
      return `Waiver: ${block(answer.block)} is not asked for. Its hours count among the electives`;
  }
}

/** What may be tried of a credit. */
export const questionWords: Readonly<Record<Question['kind'], string>> = {
  less: 'What if the school gives less?',
  something: 'What if the school gives credit for it?',
  exception: 'What if the school makes an exception?',
};

/** What an exception would be from. */
export function againstWords({ reason, scores, says }: NonNullable<Question['against']>): string {
  const rule = ofTheSchool.includes(reason) ? 'what the school says' : 'what we found';
  return [
    `It goes against ${rule}: ${notAcceptedSentence(reason, scores)}`,
    says,
    'Only the school can make an exception.',
  ]
    .filter(Boolean)
    .join(' ');
}

const ofTheSchool: readonly NotAcceptedReason[] = [
  'not-accepted-by-school',
  'needs-agreement',
  'below-passing-score',
  'below-minimum-grade',
  'too-old',
];

/** What is known of the hours. */
export function hopedWords(kind: Question['kind'], hours: number): string {
  if (hours === 0) return 'Nobody has said how many';
  return `${kind === 'less' ? 'Hoped for' : 'Listed for it'}: ${hoursWords(hours)}`;
}

/** What is being tried. */
export function trialWords({ kind, becomes, question }: Trial, title: string): string {
  if (kind === 'refused') return `The school refuses ${title}.`;
  if (question.kind === 'exception') return `The school makes an exception for ${title}: ${becomesWords(becomes)}.`;
  if (kind === 'elective') return `${title} lands as a free elective.`;
  const sum = (all: readonly number[]) => all.reduce((before, hours) => before + hours, 0);
  const [hours, hoped] = [sum(becomes.map(({ semesterHours }) => semesterHours)), sum(question.most)];
  if (question.kind === 'something') return `The school gives ${hoursWords(hours)} for ${title}.`;
  return hours === hoped
    ? `The school gives all ${hoursWords(hours)} for ${title}.`
    : `The school gives ${hoursWords(hours)} for ${title}, not ${hoursNumber(hoped)}.`;
}

/** "Sure: 45 hours, 48 without it. Likely: …": what a trial changes of the answer. */
export function differenceWords(now: HoursRange, tried: HoursRange): string {
  const names = { least: 'sure', likely: 'likely', most: 'at best' } as const;
  const changed = (['least', 'likely', 'most'] as const).filter((reading) => now[reading] !== tried[reading]);
  if (changed.length === 0) return 'The three numbers stay the same.';
  const words = changed.map(
    (reading) => `${hoursNumber(tried[reading])} ${names[reading]} in place of ${hoursNumber(now[reading])}`,
  );
  return `Your degree would have ${listWords(words)}.`;
}

/** What each of the three numbers counts. */
export const readingSentences: Readonly<Record<Reading, string>> = {
  least:
    'Counts only what the school has decided, or what it or the provider publishes. An “up to” counts at its lower end.',
  likely: 'Counts what is sure, and what the school takes in general or others report.',
  most: 'Counts everything that may happen, and every “up to” in full.',
};

/** Why what the requirements need can be more than what the degree needs. */
export const sharingSentence =
  'In this degree one course may meet two requirements. Its hours count once here, and in both where the requirements are listed.';

/** What a page says, the date it shows, and when we read it, or how we know of it where we did not see the page itself. */
export function sourceSentences({ says, pageDate, checkedOn, confidence, via }: Source): string {
  const read = dateWords(checkedOn.slice(0, 7));
  const noDate = via === undefined && 'The page shows no date.';
  return [
    `It says: ${sentence(says)}`,
    pageDate === undefined ? noDate : `The page’s own date is ${dateWords(pageDate)}.`,
    via === undefined ? `We read it in ${read}.` : `We checked it in ${read}. We did not see the original page.`,
    via !== undefined && howRead(via),
    confidence === 'reported' && via === undefined && 'It is not the school’s or the provider’s own page.',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Who quotes a page that we did not see itself, or where a copy of it is. */
export function howRead(via: string): string {
  return `How we read it: ${sentence(via)}`;
}

const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

/** What one list of the school says of a course. */
export function rowWords({ becomes, basis, effectiveFrom, effectiveTo, minimumScore }: Equivalency): string {
  const parts = becomes.map((credit) =>
    [becomesName(credit), credit.semesterHours === undefined ? '' : hoursWords(credit.semesterHours)]
      .filter(Boolean)
      .join(', '),
  );
  const what = parts.length > 0 ? `it becomes ${listWords(parts)}` : 'it is not taken';
  const dates = [
    effectiveFrom === undefined ? '' : `from ${dateWords(effectiveFrom)}`,
    effectiveTo === undefined ? '' : `until ${dateWords(effectiveTo)}`,
    minimumScore === undefined ? '' : `from a score of ${minimumScore}`,
  ].filter(Boolean);
  const who = basis === 'student-plan' ? 'One student’s plan says' : 'A list or decision says';
  return `${who} that ${[what, ...dates].join(', ')}.`;
}

/** Levels without the years. */
export function levelName(level: keyof typeof levelWords): string {
  return levelWords[level].replace(/ \(.*/, '').toLowerCase();
}

/** Said where an answer has as many parts as it may have. */
export const fullOfParts = `An answer can have ${mostParts} parts.`;
