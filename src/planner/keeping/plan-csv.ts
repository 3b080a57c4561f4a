/** The plan as a table for a spreadsheet: one row for each part of a credit. */
import { groupedBy } from '../../engine/index.ts';
import { toCsv } from './csv.ts';
import { blocksById } from '../audit/degree-view.ts';
import { titleOfBlock } from '../audit/landing.ts';
import { answeredWords, answerWords } from '../audit/wording-decisions.ts';
import { recordCredits, type Recorded } from '../paper/plan-record.ts';
import { answersIn } from '../plan/decided.ts';
import { certaintyWords, hoursNumber, statusWords } from '../wording.ts';

const decisionColumn = 'What the school decided';

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
  decisionColumn,
  'Sources',
  'Sources checked',
];

/** The text of the file. It begins with a byte order mark: without one, Excel takes UTF-8 for something else. */
export function planToCsv(recorded: Recorded): string {
  const credits = recordCredits(recorded);
  const decided = decisionsIn(recorded, new Map(credits.map(({ credit, title }) => [credit.id, title])));
  const rows = credits.flatMap(({ credit, title, provider, parts }) =>
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
      decided.get(credit.id)?.join(' '),
      part?.sources.map(({ url, title, says }) => url ?? title ?? says).join('; '),
      part?.sources.map(({ checkedOn }) => checkedOn).join('; '),
    ]),
  );
  // A waiver is of no course.
  const waivers = (decided.get(undefined) ?? []).map((words) =>
    columns.map((column) => (column === decisionColumn ? words : undefined)),
  );
  return `\uFEFF${toCsv(columns, [...rows, ...waivers])}`;
}

/** What the school decided in the words of the record, by credit; waivers by none. */
function decisionsIn(
  { plan, catalog }: Recorded,
  titles: ReadonlyMap<string, string>,
): ReadonlyMap<string | undefined, readonly string[]> {
  const blocks = blocksById(catalog.degree.degree);
  const names = { title: (id: string) => titles.get(id) ?? id, block: (id: string) => titleOfBlock(blocks, id) };
  const byCredit = groupedBy(answersIn(plan), (answer) => ('credit' in answer ? answer.credit : undefined));
  return new Map(
    [...byCredit].map(([credit, answers]) => [
      credit,
      answers.map((answer) => `${answerWords(answer, names)}. ${answeredWords(answer)}.`),
    ]),
  );
}
