/** Every sentence about what the school posted against what was expected. */
import type { HoursRange } from '../../engine/index.ts';
import type { AnswerAction, AnswerComparison, AnswerDifference } from './answer-compared.ts';
import { dateWords, hoursWords } from '../wording.ts';

/** How a posted credit differs from the expected one. */
export const answerDifferenceWords: Readonly<Record<AnswerDifference, string>> = {
  'fewer-hours': 'Fewer hours than expected',
  'more-hours': 'More hours than expected',
  'other-course': 'Another course than expected',
  'elective-only': 'An elective, where a course was expected',
  'now-a-course': 'A course, where an elective was expected',
  'lower-level': 'A lower level than expected',
  'higher-level': 'A higher level than expected',
  'other-subject': 'Another subject than expected',
  'not-posted': 'Expected, and not posted',
  'not-expected': 'Posted, and not expected',
};

/** What may explain it. The school knows the reason; these are the usual ones. */
export const answerReasons: Readonly<Record<AnswerDifference, string>> = {
  'fewer-hours': '“Up to” hours, a maximum of the school, or quarter hours that were converted.',
  'more-hours': 'The school counts the course for more than the recommendation says.',
  'other-course': 'The school’s list may be newer than the one we read.',
  'elective-only': 'The school found no course of its own that is close enough, or it did not see the syllabus.',
  'now-a-course': 'The school found a course of its own that is close enough.',
  'lower-level': 'The school may set the level by its own course, or put such credit at the lower level.',
  'higher-level': 'The school set the level by its own course.',
  'other-subject': 'Another department took it.',
  'not-posted': 'It may duplicate other credit, exceed a maximum, or its record may not have arrived.',
  'not-expected': 'The school turned one course into more than one of its own.',
};

/** What can be done. */
export const answerActionSentences: Readonly<Record<AnswerAction, string>> = {
  nothing: 'Nothing is worse than expected. There is nothing to do.',
  ask: 'Ask the registrar for the reason, in writing. Send the syllabus and the recommendation along.',
  substitute: 'Ask your adviser for a substitution: the credit then stands for the course that you need.',
  appeal: 'Appeal, in the way that the school describes.',
};

/** "Expected 6 hours, at least 3. Posted 3 hours." */
export function postedWords({ expected, postedHours }: Pick<AnswerComparison, 'expected' | 'postedHours'>): string {
  return `Expected ${expectedWords(expected)}. Posted ${hoursWords(postedHours)}.`;
}

/** The day until which an appeal is possible. */
export function appealWords(day: string, today: string): string {
  return day < today ? `The time to appeal ended on ${dateWords(day)}.` : `You can appeal until ${dateWords(day)}.`;
}

function expectedWords({ least, likely, most }: HoursRange): string {
  if (least === most) return hoursWords(most);
  return likely > 0 && likely < most
    ? `${hoursWords(likely)}, at most ${hoursWords(most)}`
    : `${hoursWords(most)}, at least ${hoursWords(least)}`;
}
