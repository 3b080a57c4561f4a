/** Every sentence about what was pasted or opened. */
import { problemWords } from '../plan/wording-problems.ts';
import { largestFile, longestText, type ImportRefusal } from './import-courses.ts';
import type { LineRemark, ReadLine } from './read-line.ts';
import { mostLines } from './read-lines.ts';
import type { RowProblem, Standing } from './review.ts';
import { dateWords, hoursWords } from '../wording.ts';
import { levelWords } from '../wording-beside.ts';

const paste = 'Copy its text and paste it instead, or type the courses in.';

/** Why nothing was read, and what to do. */
export const importRefusalWords: Readonly<Record<ImportRefusal, string>> = {
  empty: 'There is nothing in it. Choose another file, or paste your list.',
  'too-large': `This is too large. A file can have ${largestFile / 1_000_000} MB, and text ${longestText / 1_000_000} million letters.`,
  'too-many-lines': `This has more than ${mostLines.toLocaleString('en-US')} lines. Split it into smaller parts.`,
  'not-text': `This file can’t be read: it is neither text nor a PDF, a table or a badge. ${paste}`,
  'office-file': 'This is a file of Excel or Word. Save it as CSV or PDF there, or copy its text and paste it.',
  'image-without-badge': `This picture has no badge inside. A photo or a screenshot can’t be read. ${paste}`,
  'a-plan': 'This is a plan of this site. Open it under “Open a plan from a file”.',
  'badge-damaged': 'This badge is damaged: part of it is missing or changed. Download it again from where you got it.',
  'badge-too-deep': 'This file is built too deep to be a badge. Download the badge again from where you got it.',
  'badge-other': 'This file is not an Open Badge. Choose a badge file, or type the course in.',
  'pdf-locked': `This PDF is locked with a password. Save a copy without the password, then open the copy. Or: ${paste.charAt(0).toLowerCase()}${paste.slice(1)}`,
  'pdf-scan':
    'This PDF has no text to read. It is a scan, a picture of each page, or it is empty. Type the courses in, one on each line.',
  'pdf-damaged': `This PDF is damaged and can’t be read. ${paste}`,
  'pdf-too-many-pages':
    'This PDF has too many pages for a transcript. Save the pages with your courses as a PDF of their own.',
  'pdf-too-slow': `This PDF takes too long to read. ${paste}`,
  'pdf-reader-missing': `What reads PDFs could not be loaded. Try again when you are online. ${paste}`,
};

/** A few words on how a line stands, for a tag. */
export const standingWords: Readonly<Record<Standing, string>> = {
  found: 'Found',
  'in-plan': 'In your plan already',
  twice: 'Named before',
  several: 'Choose one',
  'not-found': 'Not found',
  college: 'Of a college',
  'no-credit': 'No credit',
  'signature-wrong': 'Signature wrong',
  aside: 'Not a course',
};

/** What the student should know about a line. */
export const remarkWords: Readonly<Record<LineRemark, string>> = {
  'signature-fits': 'The badge was not changed after it was signed. Who signed it can’t be checked here.',
  'signature-wrong':
    'The signature is wrong: the badge was changed after it was signed, or is damaged. It is left out. Download it again from where you got it. You can still add it as your own course.',
  'signature-not-checked': 'Signature not checked: only the issuer’s website can do that.',
  'badge-without-name':
    'The file gives only the badge’s address, not its name. Open the address, and type the name in.',
  'quarter-hours': 'Quarter hours were turned into semester hours.',
  'month-first':
    'The list does not show which number of this date is the month. It is read month first, as in the United States.',
  'no-credit': 'The line says that no credit was earned.',
};

/** The facts of a line that a plan keeps, in one line; empty where there are none. */
export function lineFacts(line: ReadLine): string {
  return [
    line.hours === undefined ? '' : hoursWords(line.hours),
    line.level === undefined ? '' : levelWords[line.level],
    line.grade === undefined ? '' : `grade ${line.grade}`,
    line.score === undefined ? '' : `score ${line.score}`,
    line.inProgress ? 'in progress' : '',
    line.completedOn === undefined ? (line.term ?? '') : dateWords(line.completedOn),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What to do about one row. */
export function rowProblemWords({ field, problem }: RowProblem): string {
  if (field !== 'choice') return problemWords(problem);
  if (problem === 'course-in-plan') return 'This course is in your plan already. Leave the line out';
  return problem === 'choice-missing'
    ? 'Choose a course, or leave the line out'
    : 'This course is chosen twice. Leave one out';
}
