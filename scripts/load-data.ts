import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { z } from 'zod';
import { courseSchema } from '../src/schemas/course.ts';
import { type Catalog, type Entry, checkSources, crossCheck, emptyCatalog } from '../src/schemas/cross-checks.ts';
import { checkDates } from '../src/schemas/date-checks.ts';
import type { Problem } from '../src/schemas/problem.ts';
import { degreeSchema } from '../src/schemas/degree.ts';
import { equivalencyTableSchema } from '../src/schemas/equivalency.ts';
import { providerSchema } from '../src/schemas/provider.ts';
import { routeSchema } from '../src/schemas/route.ts';
import { schoolSchema } from '../src/schemas/school.ts';
import { serviceSchema } from '../src/schemas/service.ts';
import { termSchema } from '../src/schemas/term.ts';
import { changelogSchema, redirectsSchema, releaseSchema } from '../src/schemas/changes.ts';
import { about, checkChanges, digestOf } from './data-changes.ts';
import { expectedWords, foundWords } from './shape-words.ts';

/** Which schema the files of a folder keep to, and how deep they lie in it. */
const folders = {
  providers: { schema: providerSchema, depth: 1 },
  courses: { schema: courseSchema, depth: 2 },
  services: { schema: serviceSchema, depth: 1 },
  routes: { schema: routeSchema, depth: 1 },
  schools: { schema: schoolSchema, depth: 1 },
  degrees: { schema: degreeSchema, depth: 2 },
  equivalencies: { schema: equivalencyTableSchema, depth: 2 },
  terms: { schema: z.array(termSchema), depth: 0 },
} as const;

/** A file of `data/` as it was written, before any schema. */
export type DataFile = { file: string; text: string };

/** Every JSON file below a project's `data/`, in a fixed order. */
export function readDataFiles(root = '.'): DataFile[] {
  return globSync('data/**/*.json', { cwd: root })
    .map((file) => ({ file: file.split(sep).join('/'), text: readFileSync(join(root, file), 'utf8') }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The catalog of these files, how many records of each kind it has, and every problem on the way. `today` is an ISO date. */
export function checkData(
  files: DataFile[],
  today: string,
): { catalog: Catalog; counts: Readonly<Record<string, number>>; problems: Problem[] } {
  const problems: Problem[] = [];
  const catalog = emptyCatalog();
  const unread: string[] = [];
  for (const { file, text } of files) {
    if (isAbout(file)) continue;
    const raw = parseJson(file, text, problems);
    const place = placeOf(file, problems);
    if (raw === undefined || !place) continue;
    problems.push(...checkSources(file, raw, today), ...checkDates(file, raw));
    const record = readShape<unknown>(folders[place.folder].schema, raw, { file }, problems);
    if (record === undefined) unread.push(`${place.folder}/${place.id}`);
    else (catalog[place.folder] as Entry<unknown>[]).push({ id: place.id, file, record });
  }
  problems.push(...crossCheck(catalog, unread));
  problems.push(...checkAbout(files));
  return { catalog, counts: countRecords(catalog), problems };
}

const isAbout = (file: string): boolean => (about as readonly string[]).includes(file);

/** The digest of every record, by its path below `data/`. Files that are not JSON have none. */
export function recordDigests(files: readonly DataFile[]): Map<string, string> {
  return new Map(
    files.flatMap(({ file, text }) => {
      if (isAbout(file)) return [];
      try {
        return [[file.slice('data/'.length, -'.json'.length), digestOf(text)]];
      } catch {
        return [];
      }
    }),
  );
}

/** What is wrong with the files about the records. Without a last release there is nothing to compare with. */
function checkAbout(files: readonly DataFile[]): Problem[] {
  const problems: Problem[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
    const text = files.find((one) => one.file === file)?.text;
    if (text === undefined) return undefined;
    const raw = parseJson(file, text, problems);
    return raw === undefined ? undefined : readShape(schema, raw, { file }, problems);
  };
  const [changelogFile, releaseFile, redirectsFile] = about;
  const release = read(releaseFile, releaseSchema);
  const changelog = read(changelogFile, changelogSchema) ?? { entries: [] };
  const redirects = read(redirectsFile, redirectsSchema) ?? {};
  if (!release || problems.length > 0) return problems;
  return checkChanges(recordDigests(files), changelog, release, redirects);
}

/** Every record of the project's `data/`, or an error that lists what is wrong with it. */
export function loadData(root = '.', today = new Date().toISOString().slice(0, 10)): Catalog {
  const { catalog, problems } = checkData(readDataFiles(root), today);
  if (problems.length > 0) throw new Error(formatProblems(problems));
  return catalog;
}

/** All problems as text for someone who edits data: file by file, what is there, what was expected, what to do. */
export function formatProblems(problems: Problem[]): string {
  const byFile = Map.groupBy(problems, ({ file }) => file);
  return [...byFile].map(([file, inFile]) => `${file}\n${inFile.map(formatProblem).join('\n')}`).join('\n\n');
}

function formatProblem({ field, found, expected, fix }: Problem): string {
  return `  ${field || 'This file'} is ${found}; expected ${expected}.\n    ${fix}`;
}

/** What the text says, or `undefined` with a problem where it is not JSON. */
export function parseJson(file: string, text: string, problems: Problem[]): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const found = `not JSON (${error instanceof Error ? error.message : String(error)})`;
    problems.push({ file, field: '', found, expected: 'JSON', fix: 'Look for a missing comma or quote near there.' });
    return undefined;
  }
}

/** The collection and id that a file's path gives it. */
function placeOf(file: string, problems: Problem[]): { folder: keyof typeof folders; id: string } | undefined {
  const [folder = '', ...rest] = file
    .replace(/^data\//, '')
    .replace(/\.json$/, '')
    .split('/');
  const id = rest.join('/') || folder;
  if (folder in folders && rest.length === folders[folder as keyof typeof folders].depth) {
    if (/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(id)) return { folder: folder as keyof typeof folders, id };
    const fix = 'Rename the file: small letters, digits and hyphens. Its path is its id for good.';
    problems.push({ file, field: '', found: id, expected: 'a path of lower-case words joined by hyphens', fix });
    return undefined;
  }
  const expected = Object.entries(folders)
    .map(([name, { depth }]) => `data/${[name, ...Array(depth).fill('…')].join('/')}.json`)
    .join(', ');
  problems.push({ file, field: '', found: 'in no known place', expected, fix: 'Move it; see data/README.md.' });
  return undefined;
}

/** Where a record stands: in a file, at a path inside it, and what explains its fields. */
export type Place = { file: string; at?: string; explainedIn?: string };

/** The record as its schema has it, or `undefined` with a problem for each field that is wrong. */
export function readShape<T>(schema: z.ZodType<T>, raw: unknown, place: Place, problems: Problem[]): T | undefined {
  const parsed = schema.safeParse(raw, { reportInput: true });
  if (parsed.success) return parsed.data;
  const found = parsed.error.issues.flatMap((issue) => problemsOf(place, issue));
  for (const one of Map.groupBy(found, ({ field }) => field).values()) {
    // Of several about one field, the first says what is there, and the last asks the most.
    problems.push({ ...one.at(-1)!, found: one[0]!.found });
  }
  return undefined;
}

/** One problem for each thing zod found, with the path of its field. */
function problemsOf({ file, at = '', explainedIn = 'data/README.md' }: Place, issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const field = `${at}${path}`.replace(/^\./, '');
  if (issue.code === 'unrecognized_keys') {
    const fix = 'Check the spelling, or move what it says into a field that exists.';
    return issue.keys.map((key) => ({
      file,
      field: field ? `${field}.${key}` : key,
      found: 'a field nobody reads',
      expected: 'only the fields of the schema',
      fix,
    }));
  }
  const fix = `Correct it; ${explainedIn} explains the field.`;
  return [{ file, field, found: foundWords(issue), expected: expectedWords(issue), fix }];
}

/** How many records of each kind there are. A row of a table is one record, and so is a term. */
function countRecords({ equivalencies, terms, ...listed }: Catalog): Readonly<Record<string, number>> {
  return {
    ...Object.fromEntries(Object.entries(listed).map(([kind, entries]) => [kind, entries.length])),
    equivalencies: equivalencies.reduce((sum, { record }) => sum + record.equivalencies.length, 0),
    terms: terms.reduce((sum, { record }) => sum + record.length, 0),
  };
}
