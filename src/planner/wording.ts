/**
 * Every sentence the planner says about an answer. Short sentences, common words: most readers learned English at
 * school. Nothing here promises: the school decides.
 */
import type {
  Certainty,
  CreditStatus,
  NotAccepted,
  NotAcceptedReason,
  NotAppliedReason,
  QualifierAudit,
} from '../engine/types.ts';
import type { Source } from '../schemas/shared.ts';
import type { Territory } from './audit/degree-view.ts';

/** How far a student is, for a list to choose from. */
export const statusWords: Readonly<Record<CreditStatus, string>> = {
  considering: 'Thinking about it',
  planned: 'Planned',
  'in-progress': 'In progress',
  completed: 'Completed',
  'transcript-sent': 'Transcript sent',
  evaluated: 'Evaluated by the school',
};

/** One word for a tag. */
export const certaintyWords: Readonly<Record<Certainty, string>> = {
  decided: 'Decided',
  published: 'Published',
  reported: 'Reported',
  recommended: 'Recommended',
  unknown: 'Not known',
};

/** Said of a course for which no list or decision of the school was found. */
export function noEquivalencySentence(school = 'this school'): string {
  return `No list or decision says what it becomes at ${school}. Ask the school before you pay.`;
}

/** Why the school gives nothing for a course. */
export const notAcceptedSentences: Readonly<Record<NotAcceptedReason, string>> = {
  'not-accepted-by-school': 'The school does not take it.',
  'needs-agreement': 'The school takes it only with an agreement. Ask the school before you pay.',
  'recommendation-expired': 'Its credit recommendation had ended on the date you finish.',
  'recommendation-not-yet-in-force': 'Its credit recommendation begins after the date you finish.',
  'below-passing-score': 'Your score is too low.',
  'below-minimum-grade': 'Your grade is below the grade the school asks for.',
  'too-old': 'You finished it too long ago for the school to take it.',
  'duplicate-credit': 'Another course in your plan becomes the same course at the school. Only one counts.',
  'no-recommendation': 'We found no credit recommendation for it.',
  'hours-not-known': 'It is recommended, but we did not find for how many hours.',
  'not-in-catalog': 'This course is not in our catalog. Type it in, or remove it.',
  refused: 'The school answered no. You recorded it.',
};

/** The same, with the score that the student has and the one that is asked for. */
export function notAcceptedSentence(reason: NotAcceptedReason, scores?: NotAccepted['scores']): string {
  return scores ? `Your score is ${scores[0]}. At least ${scores[1]} is asked for.` : notAcceptedSentences[reason];
}

/** Why the degree does not use credit that the school takes. */
export const notAppliedSentences: Readonly<Record<NotAppliedReason, string>> = {
  'no-block-fits': 'No requirement of this degree is known to take such credit.',
  'wrong-level': 'The requirements it fits ask for another level.',
  'in-residence-only': 'The requirements it fits are for courses taken at the school.',
  'below-minimum-grade': 'Your grade is below the grade the requirement asks for.',
  'too-old': 'You finished it longer ago than the requirement allows.',
  'age-not-known': 'The requirement takes only newer credit, and the date you finished is missing.',
  'blocks-full': 'Every requirement it fits is full.',
  'over-maximum': 'It goes over a maximum of the school.',
  'over-qualifier': 'A rule of the degree leaves no room for it.',
  'pinned-away': 'You keep it out of the requirements it fits.',
  'no-hours-in-this-reading': 'The school may give hours for it. Do not count on them yet.',
};

/** "3 hours", "1 hour", "1.5 hours". */
export function hoursWords(hours: number): string {
  return `${hoursNumber(hours)} ${hours === 1 ? 'hour' : 'hours'}`;
}

/** Hours with at most two decimals. */
export function hoursNumber(hours: number): string {
  return String(Math.round(hours * 100) / 100);
}

/** Who recommends, in the middle of a sentence. */
export function reviewerWords(by: string): string {
  return by === 'university' ? 'a university' : by;
}

/** "A, B and C". */
export function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** "22 November 2026", "November 2026" or "2026", whatever is known. */
export function dateWords(iso: string): string {
  const [, before = '', year, month, day] = /^(\D*)(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso) ?? [];
  const words = [Number(day) || '', monthNames[Number(month) - 1], year].join(' ').trim();
  return words === '' ? iso : before + words;
}

/** What stands after a fact: whose page, whether we saw only a copy of it, and when we read it. */
export function sourceNote(source: Source): string {
  const whose = source.confidence === 'primary' ? '' : source.via ? 'original not seen, ' : 'reported, ';
  return `${whose}checked ${dateWords(source.checkedOn.slice(0, 7))}`;
}

/** A page that can be linked, or `undefined`: only http and https are. */
export function linkTo(source: Source): string | undefined {
  return /^https?:\/\//i.test(source.url ?? '') ? source.url : undefined;
}

/** A name for a source: its title, or the host of its address. */
export function sourceTitle(source: Source): string {
  return source.title ?? /^https?:\/\/(?:www\.)?([^/]+)/i.exec(source.url ?? '')?.[1] ?? 'Source';
}

/** How one requirement stands: what is met, and what is needed. */
export function territoryWords({ block, fill, pinned }: Territory): string {
  const met = fill.sure + fill.likely;
  const size = hoursNumber(block.semesterHours);
  const more = `${residenceWords(block.inResidence)}${pinned > 0 ? `, ${pinned} put here by you` : ''}`;
  if (met + fill.atBest === 0) return `${hoursWords(block.semesterHours)}${more}`;
  const parts = [
    fill.sure > 0 && `${hoursNumber(fill.sure)} sure`,
    fill.likely > 0 && `${hoursNumber(fill.likely)} likely`,
    fill.atBest > 0 && `${hoursNumber(fill.atBest)} more at best`,
  ].filter(Boolean);
  return `${hoursNumber(met)} of ${size} hours: ${parts.join(', ')}${more}`;
}

function residenceWords(inResidence: boolean | undefined): string {
  return inResidence ? ', taken at the school' : '';
}

/** How a rule stands, in a few words: "9 of 18 hours so far", "6 of at most 9 hours used". */
export function qualifierWords({ kind, have, limit, kept }: QualifierAudit): string {
  const [some, all] = [hoursNumber(have), hoursNumber(limit)];
  if (kind === 'at-least') return `${some} of ${all} hours so far`;
  if (kind === 'at-least-subjects') return `${some} of ${all} subjects so far`;
  if (kind === 'minimum-grade' || kind === 'max-age') return kept ? 'Kept' : 'Not kept';
  if (kind === 'one-subject') return kept ? 'Kept' : `${some} subjects; only one may count`;
  return `${some} of at most ${all} hours used`;
}

/** "1 course", "2 courses". */
export function coursesWords(count: number): string {
  return `${count} ${count === 1 ? 'course' : 'courses'}`;
}
