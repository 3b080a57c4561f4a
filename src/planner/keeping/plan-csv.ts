/** The plan as a table for a spreadsheet: one row for each part of a credit. */
import { toCsv } from './csv.ts';
import { recordCredits, type Recorded } from '../paper/plan-record.ts';
import { certaintyWords, hoursNumber, statusWords } from '../wording.ts';

const columns = [
  'Course',
  'Provider',
  'Status',
  'Score',
  'Grade',
  'Finished',
  'Becomes',
  'Requirement',
  'Hours at least',
  'Hours likely',
  'Hours at most',
  'Hours used',
  'Certainty',
  'Note',
  'Sources',
  'Sources checked',
];

/** The text of the file. It begins with a byte order mark: without one, Excel takes UTF-8 for something else. */
export function planToCsv(recorded: Recorded): string {
  const rows = recordCredits(recorded).flatMap(({ credit, title, provider, parts }) =>
    (parts.length > 0 ? parts : [undefined]).map((part) => [
      title,
      provider,
      statusWords[credit.status],
      credit.score,
      credit.grade,
      credit.completedOn,
      part?.becomes,
      part?.requirement,
      part?.hours?.least,
      part?.hours?.likely,
      part?.hours?.most,
      part?.hoursUsed === undefined ? undefined : hoursNumber(part.hoursUsed),
      part?.certainty && certaintyWords[part.certainty],
      part?.note,
      part?.sources.map(({ url, title, says }) => url ?? title ?? says).join('; '),
      part?.sources.map(({ checkedOn }) => checkedOn).join('; '),
    ]),
  );
  return `\uFEFF${toCsv(columns, rows)}`;
}
