/** What the planner says beside an answer, of what is folded away or stands lower on the screen: loaded after the answer. */
import type {
  BrokenPin,
  Certainty,
  CourseFacts,
  CreditOutcome,
  HoursRange,
  NotAppliedReason,
  QualifierAudit,
  Remark,
} from '../engine/types.ts';
import type { CreditSource } from '../schemas/school.ts';
import type { Level } from '../schemas/shared.ts';
import { hoursWords, reviewerWords } from './wording.ts';

/** What the word in the tag means. */
export const certaintySentences: Readonly<Record<Certainty, string>> = {
  decided: 'The school answered, and you recorded it.',
  published: 'The school or the provider publishes this. The school still decides.',
  reported: 'Someone else reports this, or the page is old. Ask the school.',
  recommended: 'The school takes this kind of credit. Where this course lands is not published.',
  unknown: 'Nothing we found says that the school takes it. Ask the school.',
};

/** What a student can do about credit that is not used. */
export const notAppliedAdvice: Readonly<Record<NotAppliedReason, string>> = {
  'no-block-fits': 'It may count in another degree.',
  'wrong-level': 'Look for an upper-division course in the same subject.',
  'in-residence-only': 'Ask the school whether it makes an exception.',
  'below-minimum-grade': 'Ask the school whether you may repeat the course.',
  'too-old': 'Ask the school whether it makes an exception.',
  'age-not-known': 'Enter the date you finished it.',
  'blocks-full': 'You need it only if something else falls away.',
  'over-maximum': 'Remove another course of this kind to make room.',
  'over-qualifier': 'Remove or move another course under this rule to make room.',
  'pinned-away': 'Let the planner choose again.',
  'no-hours-in-this-reading': 'Ask the school how many hours it gives.',
};

/** "ENC-1010 English Composition I", or the code alone where no page showed a title. */
export function becomesName({
  schoolCourse,
  title,
}: {
  readonly schoolCourse?: string | undefined;
  readonly title: string;
}): string {
  if (schoolCourse === undefined || title.includes(schoolCourse)) return title;
  return title === 'Title not seen' ? schoolCourse : `${schoolCourse} ${title}`;
}

/** "3 hours", or "up to 12 hours" where fewer are as likely. */
export function rangeWords({ likely, most }: HoursRange): string {
  return likely < most ? `up to ${hoursWords(most)}` : hoursWords(most);
}

/** Who recommends a course, and for how many hours. */
export function recommendedWords({ recommendations: [newest] }: Pick<CourseFacts, 'recommendations'>): string {
  if (!newest) return 'no recommendation known';
  const hours = newest.parts.reduce((sum, part) => sum + (part.semesterHours ?? 0), 0);
  const by = reviewerWords(newest.by);
  if (hours === 0) return `recommended by ${by}`;
  return `${by} recommends ${newest.atMost ? 'up to ' : ''}${hoursWords(hours)}`;
}

/** The room that a rule leaves for a credit that goes over it; empty where it is not a matter of hours. */
export function roomWords(rule: NonNullable<CreditOutcome['notApplied']>['rule']): string {
  if (rule?.leaves === undefined) return '';
  return rule.leaves > 0 ? `It leaves room for ${hoursWords(rule.leaves)}.` : 'No hours are left under it.';
}

/** Facts about credit that are no reason against it. */
export const remarkSentences: Readonly<Record<Remark, string>> = {
  'no-equivalency-known': 'No list or decision says what it becomes here.',
  'range-of-hours': 'The hours are “up to”: the school may give fewer.',
  'level-not-known': 'Its level is not known. It counts as lower division.',
  'subject-not-known': 'Its subject is not known. It can count only where any subject will do.',
  'case-by-case': 'The school decides this case by case.',
  'school-course-only-there':
    'The school course that you entered must be taken at the school, so it does not count as that.',
  'student-plan-hint': 'One student’s plan says so. That is a hint, not a decision.',
  'must-be-confirmed': 'Ask the school whether this still holds.',
  'no-completion-date-for-a-recommendation-that-ends':
    'Its credit recommendation holds on certain dates only. Enter when you finish, to see whether it holds then.',
  'no-completion-date-for-a-rule-about-age':
    'The school does not take such credit if it is old. Enter the date you finished it.',
  'score-not-entered': 'It counts only from a certain score. Enter yours when you have it.',
  'typed-by-student': 'You typed this course in. The school may see it differently.',
  'substitution-not-needed': 'Another course in your plan fills the place that it would stand for.',
};

/** Why a student's pin is set aside. */
export const brokenPinSentences: Readonly<Record<BrokenPin['reason'], string>> = {
  'no-such-block':
    'This degree does not have the requirement you chose for it, or it is made of others: choose one of those.',
  'no-such-part': 'It no longer becomes the credit you moved.',
  'does-not-fit': 'It does not fit the requirement you chose for it.',
  'no-room-with-other-pins': 'There is no room for it there, with your other choices and the school’s maximums.',
  'school-decided': 'The school decided where it goes. Your choice is set aside.',
};

/** Levels, for a list to choose from. */
export const levelWords: Readonly<Record<Level, string>> = {
  vocational: 'Vocational',
  'lower-division': 'Lower division (years 1 and 2)',
  'upper-division': 'Upper division (years 3 and 4)',
  graduate: 'Graduate',
};

/** Where credit comes from, for a list to choose from. */
export const sourceWords: Readonly<Record<CreditSource, string>> = {
  alternative: 'An online course or certificate',
  exam: 'An exam, like CLEP, DSST or AP',
  college: 'Another US college',
  foreign: 'A school outside the US',
  school: 'The school of this degree',
};

/** Of a maximum, what it leaves for other sources: nobody finishes a degree with this kind of credit alone. */
export function elsewhereWords({ kind, limit }: QualifierAudit, degreeHours: number): string {
  if (kind !== 'maximum' || limit >= degreeHours) return '';
  return `At least ${hoursWords(degreeHours - limit)} of the degree must come from other sources.`;
}
