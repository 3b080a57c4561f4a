/**
 * Everything an audit is made from: what the command line gives, and the catalog for the rest.
 *
 * All of it is read and checked before anything is said, so that every problem is told at once.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { leavesOf, withWaivers, type AuditInput } from '../src/engine/index.ts';
import { missingFromCatalog, type FileNotice } from '../src/planner/keeping/plan-file.ts';
import type { Plan } from '../src/planner/plan/plan.ts';
import { courseSchema, type Course } from '../src/schemas/course.ts';
import { crossCheck, emptyCatalog, type Catalog } from '../src/schemas/cross-checks.ts';
import type { Problem } from '../src/schemas/problem.ts';
import { degreeSchema, type Degree } from '../src/schemas/degree.ts';
import { equivalencyTableSchema, type EquivalencyTable } from '../src/schemas/equivalency.ts';
import { schoolSchema, type School } from '../src/schemas/school.ts';
import type { Command } from './audit-command.ts';
import { readCourses, readPlan, readRecord, readTables, type Given, type Reading } from './audit-files.ts';
import { parseJson, readShape } from './load-data.ts';

/** What to know about a plan that is no problem of it. A waiver may be of a block that the degree does not have. */
export type AuditNotice = FileNotice | { readonly kind: 'waiver-of-no-block'; readonly block: string };

/** What an audit needs, or nothing where there are problems. */
export type ReadAudit = { read?: { input: AuditInput; notices: readonly AuditNotice[] }; problems: Problem[] };

const root = join(import.meta.dirname, '..');
const idPattern = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/;

/** The audit's input, or every problem of the files. `from` is the folder that their names begin at. */
export function readAudit(command: Command, from: string, today: string): ReadAudit {
  const problems: Problem[] = [];
  const reading = { from, problems };
  const opened = command.plan === undefined ? undefined : readPlan(command.plan, reading);
  const degree = readDegree(command, opened?.plan, reading);
  const school = readSchool(command, degree, opened?.plan, reading);
  const tables = allTables(command, degree?.record.school, reading);
  const courses = allCourses(command, opened?.plan, reading);
  problems.push(...checkTogether(degree, school, tables, courses));
  if (!opened || !degree || !school || problems.length > 0) return { problems };
  const { plan } = opened;
  const byId = new Map(courses.map(({ id, record }) => [id, { id, ...record }]));
  const notices = missingFromCatalog(plan, { course: (id) => byId.has(id), degree: () => true });
  const equivalencies = tables.flatMap(({ record }) => record.equivalencies);
  const { credits, waivers = [] } = plan;
  const asked = withWaivers(degree.record, waivers);
  const blocks = new Set(leavesOf(degree.record).flatMap(({ path }) => path.map(({ id }) => id)));
  const lost = waivers.flatMap(({ block }): AuditNotice[] =>
    blocks.has(block) ? [] : [{ kind: 'waiver-of-no-block', block }],
  );
  const input = { degree: asked, school: school.record, equivalencies, courses: byId, credits, today };
  return { read: { input, notices: [...opened.notices, ...notices, ...lost] }, problems };
}

function readDegree(command: Command, plan: Plan | undefined, reading: Reading): Given<Degree> | undefined {
  const { problems } = reading;
  if (command.degree !== undefined) {
    const given = readRecord(command.degree, degreeSchema, reading);
    return given && { id: `${given.record.school}/given`, at: '', ...given };
  }
  const file = command.plan;
  if (!plan || file === undefined) return undefined;
  if (!isInCatalog('degrees', plan.degree)) {
    const expected = `a degree of the catalog: ${idsInCatalog('degrees').join(', ')}`;
    const fix = 'Correct it, or give the degree with --degree FILE.';
    problems.push({ file, field: 'degree', found: plan.degree, expected, fix });
    return undefined;
  }
  const degree = fromCatalog('degrees', plan.degree, degreeSchema, problems);
  if (degree && degree.record.school !== plan.school) {
    const fix = 'Correct the school or the degree.';
    const expected = `${degree.record.school}, the school of its degree`;
    problems.push({ file, field: 'school', found: plan.school, expected, fix });
  }
  return degree;
}

function readSchool(
  command: Command,
  degree: Given<Degree> | undefined,
  plan: Plan | undefined,
  reading: Reading,
): Given<School> | undefined {
  const id = degree?.record.school ?? plan?.school ?? '';
  if (command.school !== undefined) {
    const given = readRecord(command.school, schoolSchema, reading);
    return given && { id, at: '', ...given };
  }
  if (!degree) return undefined;
  if (isInCatalog('schools', id)) return fromCatalog('schools', id, schoolSchema, reading.problems);
  const expected = `a school of the catalog: ${idsInCatalog('schools').join(', ')}`;
  const fix = 'Correct it, or give the school with --school FILE.';
  reading.problems.push({ file: degree.file, field: 'school', found: id, expected, fix });
  return undefined;
}

/** The tables that were given, and those of the catalog for the school's other providers. */
function allTables(command: Command, school: string | undefined, reading: Reading): Given<EquivalencyTable>[] {
  const given = readTables(command.equivalencies, reading);
  if (school === undefined) return given;
  for (const { file, at, record } of given) {
    if (record.school === school) continue;
    const field = `${at}.school`.replace(/^\./, '');
    const expected = `${school}, the school of the degree`;
    reading.problems.push({ file, field, found: record.school, expected, fix: 'Correct it, or leave the table out.' });
  }
  const ids = new Set(given.map(({ id }) => id));
  const others = idsInCatalog('equivalencies').filter((id) => id.startsWith(`${school}/`) && !ids.has(id));
  const fromData = others.map((id) => fromCatalog('equivalencies', id, equivalencyTableSchema, reading.problems));
  return [...given, ...fromData.filter((table) => table !== undefined)];
}

/** The courses that were given, and those of the catalog that the plan names besides. */
function allCourses(command: Command, plan: Plan | undefined, reading: Reading): Given<Course>[] {
  const given = readCourses(command.courses, reading);
  const ids = new Set(given.map(({ id }) => id));
  const wanted = new Set((plan?.credits ?? []).flatMap(({ course }) => (course === undefined ? [] : [course])));
  const others = [...wanted].filter((id) => !ids.has(id) && isInCatalog('courses', id));
  const fromData = others.map((id) => fromCatalog('courses', id, courseSchema, reading.problems));
  return [...given, ...fromData.filter((course) => course !== undefined)];
}

/** What no single record can check. Whether ids of providers, services and courses lead anywhere is the catalog's own matter. */
function checkTogether(
  degree: Given<Degree> | undefined,
  school: Given<School> | undefined,
  tables: Given<EquivalencyTable>[],
  courses: Given<Course>[],
): Problem[] {
  const schools = school ? [school] : [];
  const known = [
    ...[degree?.record, ...tables.map(({ record }) => record)].map((record) => `schools/${record?.school ?? ''}`),
    ...[...courses, ...tables].map(({ record }) => `providers/${record.provider}`),
    ...(school?.record.accepts ?? []).map(({ provider }) => `providers/${provider ?? ''}`),
    ...[degree, school].flatMap((one) => idsIn(one, 'providers')).map((provider) => `providers/${provider}`),
    ...idsIn(school, 'services').map((service) => `services/${service}`),
    ...idsIn(school, 'routes').map((route) => `routes/${route}`),
    ...tables.flatMap(({ record }) => record.equivalencies.map(({ course }) => `courses/${course}`)),
  ];
  return [
    ...(degree ? checkOne('degrees', degree, schools, known) : []),
    ...(school ? checkOne('schools', school, [], known) : []),
    ...tables.flatMap((table) => checkOne('equivalencies', table, schools, known)),
    ...courses.flatMap((course) => checkOne('courses', course, [], known)),
  ];
}

/** The problems of one record, as they are named in its file. */
function checkOne(folder: keyof Catalog, one: Given<unknown>, schools: Given<School>[], known: string[]): Problem[] {
  const here = 'here';
  const catalog: Catalog = { ...emptyCatalog(), schools, [folder]: [{ ...one, file: here }] };
  return crossCheck(catalog, known)
    .filter(({ file }) => file === here)
    .map((problem) => ({ ...problem, file: one.file, field: fieldOf(one.at, problem.field) }));
}

/** The ids under a field of this name, wherever it stands: providers in rules, services in policies, routes in records. */
function idsIn(record: unknown, field: 'providers' | 'services' | 'routes'): string[] {
  const found: string[] = [];
  JSON.stringify(record, (key, value: unknown) => {
    if (key === field && Array.isArray(value)) found.push(...(value as string[]));
    return value;
  });
  return found;
}

const fieldOf = (at: string, field: string): string => [at, field].filter((part) => part !== '').join('.');

function pathInCatalog(folder: keyof Catalog, id: string): string {
  return `data/${folder}/${id}.json`;
}

/** An id cannot lead out of the folder. */
function isInCatalog(folder: keyof Catalog, id: string): boolean {
  return idPattern.test(id) && existsSync(join(root, pathInCatalog(folder, id)));
}

function idsInCatalog(folder: keyof Catalog): string[] {
  const below = join(root, 'data', folder);
  return globSync('**/*.json', { cwd: below })
    .map((file) => file.replaceAll('\\', '/').replace(/\.json$/, ''))
    .sort();
}

function fromCatalog<T>(
  folder: keyof Catalog,
  id: string,
  schema: z.ZodType<T>,
  problems: Problem[],
): Given<T> | undefined {
  const file = pathInCatalog(folder, id);
  const raw = parseJson(file, readFileSync(join(root, file), 'utf8'), problems);
  const record = raw === undefined ? undefined : readShape(schema, raw, { file }, problems);
  return record === undefined ? undefined : { id, file, at: '', record };
}
