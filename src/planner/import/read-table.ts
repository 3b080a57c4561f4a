/** Reads CSV, with commas, semicolons or tabs, as spreadsheets write it. Its first row says what the columns hold. */
import Papa from 'papaparse';
import type { Level } from '../../schemas/shared.ts';
import { wordsOf } from '../catalog/search-words.ts';
import { takeProviders, type ProviderNames } from './provider-names.ts';
import {
  dateOrderOf,
  readGrade,
  readHours,
  readLine,
  takeFacts,
  tidy,
  type DateOrder,
  type LineFacts,
  type LineRemark,
  type ReadLine,
} from './read-line.ts';

type Column = 'title' | 'code' | 'hours' | 'grade' | 'score' | 'date' | 'provider' | 'term' | 'level' | 'status';

const headings: Readonly<Record<Column, readonly string[]>> = {
  title: [
    'title',
    'course title',
    'course name',
    'name',
    'course',
    'class',
    'description',
    'course description',
    'exam',
  ],
  code: ['code', 'course code', 'course number', 'number', 'course no', 'course id', 'exhibit', 'ace id'],
  hours: [
    'hours',
    'credits',
    'credit hours',
    'credit',
    'semester hours',
    'units',
    'credits earned',
    'hours earned',
    'sh',
  ],
  grade: ['grade', 'final grade', 'letter grade'],
  score: ['score', 'exam score'],
  date: ['date', 'completed', 'completed on', 'completion date', 'date completed', 'end date', 'finished', 'issued on'],
  provider: ['provider', 'source', 'organization', 'institution', 'school', 'issuer', 'issued by'],
  term: ['term', 'semester', 'session'],
  level: ['level', 'course level', 'division'],
  status: ['status'],
};

/** What each column holds, where the row names columns. */
function columnsOf(row: readonly string[]): ReadonlyMap<Column, number> | undefined {
  const columns = new Map<Column, number>();
  const cells = row.map((cell) => wordsOf(cell).join(' '));
  for (const [column, names] of Object.entries(headings) as [Column, readonly string[]][]) {
    const ranked = names
      .map((name) => cells.indexOf(name))
      .filter((at) => at >= 0 && ![...columns.values()].includes(at));
    if (ranked[0] !== undefined) columns.set(column, ranked[0]);
  }
  return columns.has('title') && columns.size > 1 ? columns : undefined;
}

/** The rows of a table, or `undefined` where the text is none: it is then read as lines. */
export type Table = {
  readonly rows: readonly (readonly string[])[];
  readonly columns: ReadonlyMap<Column, number>;
  readonly from: number;
  readonly dates: DateOrder | undefined;
};

/** Finds the rows of a table, and the one among the first that names its columns. */
export function tableIn(text: string): Table | undefined {
  // Excel writes, and reads, a first line that says what separates the columns.
  const [, separator, body = text] = /^\ufeff?sep=(.)\r?\n([\s\S]*)$/.exec(text) ?? [];
  for (const delimiter of separator === undefined ? [',', ';', '\t', '|'] : [separator]) {
    const how = { delimiter, skipEmptyLines: 'greedy' as const };
    const first = Papa.parse<string[]>(body, { ...how, preview: 10 }).data;
    const from = first.findIndex((row) => columnsOf(row) !== undefined) + 1;
    const columns = columnsOf(first[from - 1] ?? []);
    if (!columns) continue;
    const { data, errors } = Papa.parse<string[]>(body, how);
    // An open quotation mark swallows the rest of the file.
    return errors.some(({ type }) => type === 'Quotes')
      ? undefined
      : { rows: data, columns, from, dates: dateOrderOf(body) };
  }
  return undefined;
}

/** The lines of a table. Yields now and then, so that a page stays alive while it reads a long one. */
export function* readTable(
  { rows, columns, from, dates }: Table,
  names: ProviderNames,
): Generator<undefined, ReadLine[]> {
  const lines: ReadLine[] = [];
  for (const [i, row] of rows.entries()) {
    if (i % 20 === 19) yield;
    lines.push(i < from ? asideLine(row) : rowLine(row, columns, names, dates));
  }
  return lines;
}

function asideLine(row: readonly string[]): ReadLine {
  return { text: rowText(row), title: '', providers: [] };
}

function rowText(row: readonly string[]): string {
  return tidy(
    row
      .map((cell) => cell.trim())
      .filter(Boolean)
      .join(' · ')
      .replace(/\s+/g, ' '),
  );
}

function rowLine(
  row: readonly string[],
  columns: ReadonlyMap<Column, number>,
  names: ProviderNames,
  dates: DateOrder | undefined,
): ReadLine {
  const cell = (column: Column): string => {
    const at = columns.get(column);
    return at === undefined ? '' : tidy(row[at] ?? '').replace(/\t/g, ' ');
  };
  const named = cell('title');
  const code = cell('code');
  if (named === '' && code === '') return asideLine(row);
  // A title column may hold "CLEP: College Algebra (3 credits)" as any line may.
  const read = readLine(named === '' ? code : named, dates);
  const words = (column: Column) => takeProviders(names, wordsOf(cell(column))).providers;
  const providers = [...new Set([...words('provider'), ...words('title'), ...words('code')])];
  const facts: { -readonly [F in keyof LineFacts]: LineFacts[F] } = {};
  const remarks: LineRemark[] = [...(read.remarks ?? [])];
  const hours = readHours(/\d(?:[\d.,]*\d)?/.exec(cell('hours'))?.[0] ?? '');
  if (hours !== undefined) facts.hours = hours;
  readGrade(cell('grade').toUpperCase(), facts, remarks);
  const score = /^\d{1,4}(?:\.\d+)?$/.exec(cell('score'))?.[0];
  if (score !== undefined) facts.score = Number(score);
  const dated = takeFacts(cell('date').slice(0, 60), dates).facts;
  if (dated.completedOn !== undefined) facts.completedOn = dated.completedOn;
  if (dated.remarks?.includes('month-first')) remarks.push('month-first');
  if (cell('term') !== '') facts.term = cell('term').slice(0, 40);
  const level = levelOf(cell('level'));
  if (level) facts.level = level;
  if (/progress|current|enrolled/i.test(cell('status'))) facts.inProgress = true;
  if (/withdr|dropped|failed|audit/i.test(cell('status'))) remarks.push('no-credit');
  // Somebody gives it whom the catalog doesn't know: a college, most likely.
  const elsewhere = providers.length === 0 && /\b(?:university|college)\b/i.test(cell('provider'));
  return {
    ...read,
    ...facts,
    text: rowText(row),
    ...(code === '' ? {} : { code: code.slice(0, 40) }),
    providers,
    ...(remarks.length > 0 ? { remarks: [...new Set(remarks)] } : {}),
    ...(elsewhere ? { college: true } : {}),
  };
}

function levelOf(text: string): Level | undefined {
  if (/upper/i.test(text)) return 'upper-division';
  if (/lower/i.test(text)) return 'lower-division';
  if (/vocational/i.test(text)) return 'vocational';
  return /^graduate/i.test(text) ? 'graduate' : undefined;
}
