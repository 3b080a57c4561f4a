/**
 * Files that someone names on the command line. They may come from anywhere, so nothing about them is taken for granted,
 * and a record has no path that could be its id: it is called by what it says of itself.
 */
import { isUtf8 } from 'node:buffer';
import { closeSync, constants, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { z } from 'zod';
import { openPlanFile, type FileNotice } from '../src/planner/keeping/plan-file.ts';
import type { Plan } from '../src/planner/plan/plan.ts';
import { type Course, courseSchema } from '../src/schemas/course.ts';
import type { Entry } from '../src/schemas/cross-checks.ts';
import type { Problem } from '../src/schemas/problem.ts';
import { type EquivalencyTable, equivalencyTableSchema } from '../src/schemas/equivalency.ts';
import { planSchema } from '../src/schemas/plan.ts';
import { parseJson, readShape } from './load-data.ts';

/** A record with its id, its file, and where in the file it stands ("" for a file of its own). */
export type Given<T> = Entry<T> & { at: string };

/** Where names of files begin, and what went wrong so far. */
export type Reading = { from: string; problems: Problem[] };

const mostBytes = 20_000_000;
const mostNested = 50;
const coursePattern = /^[a-z0-9-]+(\/[a-z0-9-]+)+$/;

/** The plan, and what to know about it; or nothing, with every problem it has. */
export function readPlan(file: string, reading: Reading): { plan: Plan; notices: readonly FileNotice[] } | undefined {
  const { problems } = reading;
  const text = readText(file, reading);
  const raw = text === undefined ? undefined : readJson(file, text, problems);
  if (text === undefined || raw === undefined) return undefined;
  const opened = openPlanFile(text);
  const refusal = 'reason' in opened ? refusals[opened.reason] : undefined;
  if (refusal) {
    problems.push({ file, field: '', ...refusal });
    return undefined;
  }
  const place = { file, explainedIn: 'public/schemas/plan.json' };
  const shaped = readShape(planSchema, raw, place, problems);
  return shaped && 'plan' in opened ? opened : undefined;
}

/** Why a file is no plan at all. Parts of a plan that are wrong are named one by one by its schema. */
const refusals: Partial<Record<string, Pick<Problem, 'found' | 'expected' | 'fix'>>> = {
  'not-a-plan': {
    found: 'JSON, but not a plan',
    expected: 'an object whose kind is "credit-map-plan"',
    fix: 'Save a plan from the planner, or write one as public/schemas/plan.json has it.',
  },
  'newer-version': {
    found: 'a plan of a newer version',
    expected: 'one that this version can read',
    fix: 'Update Credit Map.',
  },
  'too-large': { found: 'too large', expected: 'at most 2 MB', fix: 'Check that it is a plan.' },
};

/** A file that holds one record. */
export function readRecord<T>(
  file: string | undefined,
  schema: z.ZodType<T>,
  reading: Reading,
): { file: string; record: T } | undefined {
  if (file === undefined) return undefined;
  const raw = readFile(file, reading);
  const record = raw === undefined ? undefined : readShape(schema, raw, { file }, reading.problems);
  return record === undefined ? undefined : { file, record };
}

/** The equivalency tables of these files: each holds one, or an array of them. */
export function readTables(files: readonly string[], reading: Reading): Given<EquivalencyTable>[] {
  const tables = files.flatMap((file) => {
    const raw = readFile(file, reading);
    if (raw === undefined) return [];
    const inFile = Array.isArray(raw) ? raw.map((one, index) => ({ at: `[${index}]`, one })) : [{ at: '', one: raw }];
    return inFile.flatMap(({ at, one }) => {
      const record = readShape(equivalencyTableSchema, one, { file, at }, reading.problems);
      return record ? [{ id: `${record.school}/${record.provider}`, file, at, record }] : [];
    });
  });
  const fix = 'Put the rows of one provider into one table.';
  return withoutRepeats(tables, 'a school and provider with no other table', fix, reading.problems);
}

/** The courses of these files: each holds one, an object of them by id, or an array of them with their ids. */
export function readCourses(files: readonly string[], reading: Reading): Given<Course>[] {
  const courses = files.flatMap((file) => {
    const raw = readFile(file, reading);
    return raw === undefined ? [] : coursesIn(raw, file).flatMap((found) => readCourse(found, reading.problems));
  });
  return withoutRepeats(courses, 'an id that no other course has', 'Leave one of them out.', reading.problems);
}

type Unread = { file: string; at: string; id: unknown; raw: unknown };

/** The courses in a file, before any schema, by the three shapes it may have. */
function coursesIn(raw: unknown, file: string): Unread[] {
  if (Array.isArray(raw)) return raw.map((one: unknown, index) => ({ file, at: `[${index}]`, ...takeId(one) }));
  if (!isObject(raw)) return [{ file, at: '', id: undefined, raw }];
  if (typeof raw['title'] === 'string' || typeof raw['provider'] === 'string' || Array.isArray(raw['sources'])) {
    const { id, raw: rest } = takeId(raw);
    return [{ file, at: '', id: id ?? `${String(raw['provider'])}/${basename(file, '.json')}`, raw: rest }];
  }
  return Object.entries(raw).map(([id, one]) => ({ file, at: `["${id}"]`, id, raw: one }));
}

function takeId(value: unknown): { id: unknown; raw: unknown } {
  if (!isObject(value)) return { id: undefined, raw: value };
  const { id, ...raw } = value;
  return { id, raw };
}

function readCourse({ file, at, id, raw }: Unread, problems: Problem[]): Given<Course>[] {
  const record = readShape(courseSchema, raw, { file, at }, problems);
  if (!isObject(raw)) return [];
  const provider = typeof raw['provider'] === 'string' ? raw['provider'] : '…';
  if (typeof id !== 'string' || !coursePattern.test(id) || (record && !id.startsWith(`${provider}/`))) {
    const expected = `${provider}/ and a name: lower-case words joined by hyphens, like "clep/calculus"`;
    const fix = 'Begin the id with the provider. The id of a single record is made from its provider and file name.';
    problems.push({
      file,
      field: `${at}.id`.replace(/^\./, ''),
      found: JSON.stringify(id) ?? 'missing',
      expected,
      fix,
    });
    return [];
  }
  return record ? [{ id, file, at, record }] : [];
}

function withoutRepeats<T>(all: Given<T>[], expected: string, fix: string, problems: Problem[]): Given<T>[] {
  const seen = new Set<string>();
  return all.filter(({ id, file, at }) => {
    if (!seen.has(id)) return seen.add(id);
    problems.push({ file, field: at, found: `${id} again`, expected, fix });
    return false;
  });
}

function readFile(file: string, reading: Reading): unknown {
  const text = readText(file, reading);
  return text === undefined ? undefined : readJson(file, text, reading.problems);
}

function readText(file: string, { from, problems }: Reading): string | undefined {
  const path = resolve(from, file);
  const report = (found: string, expected: string, fix: string): void => {
    problems.push({ file, field: '', found, expected, fix });
  };
  try {
    const about = statSync(path);
    if (!about.isFile() && !about.isFIFO()) report('not a file', 'a file', 'Name a JSON file.');
    else if (about.size > mostBytes)
      report(`${about.size} bytes`, `at most ${mostBytes}`, 'Check that it is the right file.');
    else {
      const bytes = about.isFIFO() ? readPipe(path) : readFileSync(path);
      const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
      if (text.trim() === '') report('empty', 'JSON', 'Check that it is the right file.');
      // Windows' own shell writes text so; JSON has no zero byte.
      else if (bytes.includes(0)) report('in UTF-16, or no text', 'UTF-8', 'Save it again, as text in UTF-8.');
      else if (!isUtf8(bytes)) report('in another encoding, or no text', 'UTF-8', 'Save it again, as text in UTF-8.');
      else return text;
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    report(
      missing ? 'missing' : `unreadable (${code})`,
      'a file that can be read',
      `Check the name. It leads to ${path}.`,
    );
  }
  return undefined;
}

/** How long nobody may write to a pipe before it is empty, and how long it may take at all. */
const mostIdleMs = 1_000;
const mostPipeMs = 10_000;

/** What comes through a pipe. One that nobody writes to, or never closes, ends too. */
function readPipe(path: string): Buffer {
  const pipe = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const parts: Buffer[] = [];
  const part = Buffer.alloc(65_536);
  const start = performance.now();
  try {
    for (let bytes = 0; bytes <= mostBytes;) {
      const count = readNow(pipe, part);
      bytes += Math.max(0, count);
      if (count > 0) parts.push(Buffer.from(part.subarray(0, count)));
      else {
        const ms = performance.now() - start;
        // Nobody writes yet, or no longer; less than 0: somebody may still.
        if (count === 0 && (bytes > 0 || ms > mostIdleMs)) break;
        if (ms > mostPipeMs) throw Object.assign(new Error('The pipe does not end'), { code: 'ETIMEDOUT' });
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      }
    }
  } finally {
    closeSync(pipe);
  }
  return Buffer.concat(parts);
}

/** Bytes read: 0 where nobody writes, less than 0 where nothing has come yet. */
function readNow(pipe: number, into: Buffer): number {
  try {
    return readSync(pipe, into);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return -1;
    throw error;
  }
}

function readJson(file: string, text: string, problems: Problem[]): unknown {
  const raw = parseJson(file, text, problems);
  if (!isDeep(raw)) return raw;
  const expected = `at most ${mostNested} levels of lists and objects`;
  problems.push({ file, field: '', found: 'nested too deep', expected, fix: 'Check that it is the right file.' });
  return undefined;
}

/** Whether lists and objects lie in each other deeper than any record's. Does not recurse, however deep they lie. */
function isDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostNested) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
