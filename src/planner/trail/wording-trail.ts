/** Every sentence about a credit's trail. Nothing here promises: the school decides. */
import type { Actor, Stage, UsualTime } from '../../schemas/steps.ts';
import { instantOf, isZone, placeOf, wallTimeAt } from '../exam/time-zones.ts';
import type { ExamSlot } from './trail-notes.ts';
import { coursesWords, dateWords } from '../wording.ts';
import type { Eligibility, LaterStart, TrailEventKind, TrailReason, TrailStep, TrailWindow } from './trail-types.ts';

/** Who acts, as the start of a line. */
export const actorWords: Readonly<Record<Actor, string>> = {
  student: 'You',
  provider: 'The course provider',
  'issuing-school': 'The school that keeps your record',
  'testing-body': 'The testing body',
  proctor: 'The proctoring service',
  'transcript-service': 'The transcript service',
  evaluator: 'The evaluator',
  'granting-organisation': 'The college that grants the credit',
  school: 'Your school',
};

/** The parts of the way, as headings. */
export const stageWords: Readonly<Record<Stage, string>> = {
  enroll: 'Sign up',
  study: 'Study',
  exam: 'Exam',
  result: 'Result',
  claim: 'Claim the credit',
  send: 'Send the record',
  evaluation: 'Evaluation',
  check: 'Check',
};

/** How a step stands, in a word or two. */
export const stepStateWords: Readonly<Record<TrailStep['state'], string>> = {
  later: 'To do later',
  ready: 'Do this next',
  waiting: 'Waiting',
  done: 'Done',
  failed: 'Failed',
  'not-needed': 'Not needed',
};

/** How a step stands, with its days. */
export function standingWords(step: TrailStep): string {
  if (step.state === 'done' || step.state === 'failed') {
    return step.on === undefined
      ? stepStateWords[step.state]
      : `${stepStateWords[step.state]} on ${dateWords(step.on)}`;
  }
  if (step.state !== 'waiting') return stepStateWords[step.state];
  const since = step.since === undefined ? 'Waiting' : `Waiting since ${dateWords(step.since)}`;
  if (step.overdueDays !== undefined) return `${since}. Overdue by ${daysWords(step.overdueDays)}`;
  return step.expected ? `${since}. Expected by ${dateWords(step.expected.to)}` : since;
}

/** "19:30, time of New York", and what the reader's clock shows then, where `here` is another zone. */
export function examTimeWords({ on, at, zone }: ExamSlot, here: string): string {
  const there = `${at}, time of ${placeOf(zone)}`;
  if (!isZone(zone)) return there;
  const own = wallTimeAt(instantOf({ on, at }, zone), here);
  if (own.on === on && own.at === at) return there;
  return `${there}; on your clock ${own.on === on ? '' : `${dateWords(own.on)}, `}${own.at}`;
}

/** "5 days", "3 to 7 business days". */
export function usualTimeWords({ least, most, unit }: Pick<UsualTime, 'least' | 'most' | 'unit'>): string {
  const days = unit === 'days' ? daysWords(most) : `${most} business ${most === 1 ? 'day' : 'days'}`;
  return least === undefined || least === most ? days : `${least} to ${days}`;
}

/** "1 day", "12 days". */
export function daysWords(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

/** The one line above a trail. */
export const eligibilitySentences: Readonly<Record<Eligibility['state'], string>> = {
  eligible: 'Everything that is asked for is met. Your school still decides what it becomes.',
  'not-yet': 'Not yet. Something is missing.',
  'no-longer': 'No longer. This credit cannot be had this way.',
  granted: 'Your school gives credit for it.',
  'not-granted': 'Your school gives no credit for it.',
};

/** Why, one sentence for each reason. */
export function reasonSentence(reason: TrailReason): string {
  switch (reason.kind) {
    case 'record-not-taken':
      return reason.says;
    case 'requirement-open':
      return `Still missing: ${reason.title}.`;
    case 'requirement-failed':
      return `Not met: ${reason.title}.`;
    case 'step-failed':
      return `Failed: ${reason.title}.`;
    case 'window-passed':
      return `The time for it ended on ${dateWords(reason.on)}: ${reason.title}.`;
    case 'lapsed':
      return `The recommendation of ${reason.by} ended on ${dateWords(reason.on)}, before the course was finished.`;
    case 'lapses-first':
      return `The recommendation of ${reason.by} ends on ${dateWords(reason.on)}, before the day you plan to finish.`;
  }
}

/** How much time a window leaves. */
export function windowSentence({ state, opensOn, closesOn, daysLeft, estimated }: TrailWindow): string {
  const last = closesOn === undefined ? '' : dateWords(closesOn);
  if (state === 'used') return 'Done in time or not needed.';
  if (state === 'passed') return `Ended on ${last}.`;
  if (state === 'open')
    return daysLeft === 0 ? 'Today is the last day.' : `${daysWords(daysLeft ?? 0)} left, until ${last}.`;
  if (opensOn === undefined || last === '') return 'Its dates are not known yet.';
  return `${estimated ? 'Probably from' : 'From'} ${dateWords(opensOn)} to ${last}.`;
}

/** An event in a few words: the course, or the school, and what it is about. */
export const eventTitles: Readonly<Record<TrailEventKind, (title: string, what?: string) => string>> = {
  exam: (title) => `Exam: ${title}`,
  finish: (title) => `Planned end: ${title}`,
  'course-ends': (title) => `The course ends: ${title}`,
  lapse: (title) => `Last day of the credit recommendation: ${title}`,
  'window-closes': (title, what = 'Last day') => `Last day. ${what}: ${title}`,
  expected: (title, what = 'Expected') => `${what} (expected): ${title}`,
  renewal: (title) => `The membership renews: ${title}`,
  'school-deadline': (school, what = 'deadline') => `Last day at ${school}. ${what}`,
  'school-starts': (school) => `Start at ${school}`,
  'appeal-closes': (title) => `Last day to appeal the answer: ${title}`,
};

/** In place of a course's title, before a step that counts for every course. */
export const onceWords = 'Once for all your credit';

/** What to do this week, one sentence for each step. */
export const weekSentences: Readonly<
  Record<'mend' | 'ask' | 'do', (title: string, step: string, advice: string) => string>
> = {
  mend: (title, step, advice) => `${title}. Failed: ${step}. ${advice}`,
  ask: (title, step, advice) => `${title}. Overdue: ${step}. ${advice}`,
  do: (title, step) => `${title}. ${step}.`,
};

/** How many courses begin later, and when the first of them. */
export function laterWords(later: readonly LaterStart[]): string {
  const [next] = later;
  if (!next) return '';
  const on = `about ${dateWords(next.on)}`;
  return later.length === 1
    ? `1 course begins later, ${on}`
    : `${coursesWords(later.length)} begin later, the first of them ${on}`;
}

/** How the beginnings come about. */
export const laterSentence =
  'Worked out from the days on which you plan to finish, with two courses at a time. You need not sign up for them yet.';
