/** Every sentence about a mistake or a file. A mistake says what to do; nothing here apologises. */
import type { EntryProblem, ScoreRange } from './entry-check.ts';
import { longestTitle, mostHours } from './entry-limits.ts';
import type { FileNotice, FileRefusal } from '../keeping/plan-file.ts';
import { mostCredits } from './plan.ts';

/** What to do about one field, in the words that stand beside it and in the summary. */
export function problemWords(problem: EntryProblem, range: ScoreRange = { from: 0, to: 1000 }): string {
  const words: Readonly<Record<EntryProblem, string>> = {
    'title-missing': 'Enter the course title',
    'title-too-long': `Course title must be ${longestTitle} letters or fewer`,
    'hours-missing': 'Enter the semester hours',
    'hours-not-a-number': 'Semester hours must be a number, like 3',
    'hours-not-above-zero': 'Semester hours must be more than 0',
    'hours-too-many': `Semester hours must be ${mostHours} or fewer`,
    'hours-too-exact': 'Semester hours must have at most two decimals, like 1.5',
    'level-missing': 'Choose the level, or “I don’t know”',
    'subject-not-a-prefix': 'Subject must be letters, like PSY, or a course code, like PSY-1010',
    'source-missing': 'Choose where the credit comes from',
    'score-not-a-number': 'Score must be a number, like 52',
    'score-out-of-range': `Score must be between ${range.from} and ${range.to}`,
    'date-incomplete': 'Date must have a day, a month and a year',
    'date-not-real': 'Date must be a real date, like 22 11 2026',
    'date-too-far': 'Date must be between 1950 and 2099',
  };
  return words[problem];
}

/** Why a file is not opened. Each ends with what still holds: the plan on the screen. */
export const refusalWords: Readonly<Record<FileRefusal, string>> = {
  empty: 'This file is empty. Choose another file.',
  'too-large': 'This file is too large to be a plan. Choose another file.',
  'not-json': 'This file can’t be read as a plan. Choose a file that was saved here; its name ends in “.json”.',
  'not-a-plan': 'This file is not a Credit Map plan. Choose a file that was saved here.',
  'newer-version': 'This plan was saved by a newer version of this page. Reload the page, then open the file again.',
  damaged: 'Part of this file is missing or changed, so it can’t be opened. Choose another copy of it.',
  'too-many-credits': `This file has more than ${mostCredits} courses. A plan can have ${mostCredits}.`,
};

/** What to know about a file that was opened. `titleOf` names a credit. */
export function noticeWords(notice: FileNotice, titleOf: (credit: string) => string): string {
  switch (notice.kind) {
    case 'credit-not-read':
      return `Course number ${notice.position} in the file can’t be read. It is left out.`;
    case 'waiver-not-read':
      return `Waiver number ${notice.position} in the file can’t be read. It is left out.`;
    case 'part-not-read':
      return `What the file says of your ${notice.part === 'identity' ? 'ID' : 'start'} can’t be read. It is left out.`;
    case 'field-not-read':
      return `${titleOf(notice.credit)}: the ${fieldWords[notice.field] ?? notice.field} can’t be read. It is left empty.`;
    case 'id-changed':
      return `${titleOf(notice.credit)} had the same number as another course. It has a new number.`;
    case 'course-not-in-catalog':
      return `${notice.course} is not in our catalog. It stays in your plan and gives no hours.`;
    case 'degree-not-in-catalog':
      return 'This plan is for a degree that is not in our catalog. Choose another degree. Your courses stay.';
  }
}

const fieldWords: Readonly<Record<string, string>> = {
  typed: 'typed course',
  completedOn: 'date',
  pins: 'choice of requirement',
  decision: 'school’s answer',
  substitutions: 'list of substitutions',
  appliedHere: 'list of places the school chose',
  trail: 'list of steps to posted credit',
};
