import type { Course } from './course.ts';
import type { Degree } from './degree.ts';
import { checkBlocks } from './degree-checks.ts';
import type { EquivalencyTable } from './equivalency.ts';
import { checkArea, checkCode, checkFits } from './fits-checks.ts';
import { checkKnown, checkUnique, join, type Known, type Problem, type Report } from './problem.ts';
import type { Provider } from './provider.ts';
import type { School } from './school.ts';
import type { Service } from './service.ts';
import type { Term } from './term.ts';

/**
 * What no single record can check: that ids lead somewhere, that hours add up, that one thing is said once.
 *
 * Every check returns all its problems. Each problem tells a contributor where it is and what to do.
 */

/** A record with the id that its path gives it. */
export type Entry<T> = { id: string; file: string; record: T };

/** All records, each already of its schema's shape. */
export type Catalog = {
  providers: Entry<Provider>[];
  courses: Entry<Course>[];
  services: Entry<Service>[];
  schools: Entry<School>[];
  degrees: Entry<Degree>[];
  equivalencies: Entry<EquivalencyTable>[];
  terms: Entry<Term[]>[];
};

/** A catalog with nothing in it. */
export function emptyCatalog(): Catalog {
  return { providers: [], courses: [], services: [], schools: [], degrees: [], equivalencies: [], terms: [] };
}

/**
 * Every problem between the records.
 *
 * `unread` names records that exist but did not keep to their schema ("courses/clep/calculus"), so that one mistake is
 * not reported once more by everything that refers to it.
 */
export function crossCheck(catalog: Catalog, unread: Iterable<string> = []): Problem[] {
  const problems: Problem[] = [];
  const known: Known = new Set([...unread, ...pathsOf(catalog)]);
  const reportIn =
    (file: string): Report =>
    (field, found, expected, fix) =>
      problems.push({ file, field, found: String(found), expected, fix });

  checkIds(catalog, reportIn);
  for (const { file, record } of catalog.providers) {
    record.services.forEach((id, index) => checkKnown(`services[${index}]`, id, 'services', known, reportIn(file)));
    record.exams?.forEach(({ by }, index) => {
      if (by !== undefined) checkKnown(`exams[${index}].by`, by, 'services', known, reportIn(file));
    });
  }
  for (const course of catalog.courses) checkCourse(course, known, reportIn(course.file));
  for (const school of catalog.schools) checkSchool(school, known, reportIn(school.file));
  for (const degree of catalog.degrees) checkDegree(degree, catalog, known, reportIn(degree.file));
  for (const table of catalog.equivalencies) checkTable(table, catalog, known, reportIn(table.file));
  for (const terms of catalog.terms) {
    checkUnique(
      terms.record.map(({ id }) => id),
      (index) => `[${index}].id`,
      reportIn(terms.file),
    );
  }
  return problems;
}

/**
 * Problems of sources, wherever they stand in a file: dates that have not come yet, and words that claim too much.
 *
 * Looks at the file as it was written, so that nothing a schema drops or refuses can hide. "Today" is an ISO date.
 */
export function checkSources(file: string, raw: unknown, today: string): Problem[] {
  const problems: Problem[] = [];
  walk(raw, '', (field, value) => {
    const report = (name: string, found: string, expected: string, fix: string) =>
      problems.push({ file, field: join(field, name), found, expected, fix });
    const { checkedOn, confidence, url, via } = value;
    if (typeof checkedOn === 'string' && checkedOn > today.slice(0, checkedOn.length)) {
      report('checkedOn', checkedOn, `a day up to today, ${today}`, 'Write the day on which the page was read.');
    }
    if (confidence === 'memory') {
      report(
        'confidence',
        'memory',
        'primary or reported',
        'Find a page that says it, or leave the fact out. What is only remembered is not published.',
      );
    }
    if (confidence === 'primary' && (typeof url !== 'string' || via !== undefined)) {
      report(
        'confidence',
        via === undefined ? 'primary without an address' : 'primary, but seen as a copy',
        'reported',
        'Only a page that was read at its own address is primary. Write "reported".',
      );
    }
  });
  return problems;
}

function checkIds(catalog: Catalog, reportIn: (file: string) => Report) {
  for (const [folder, entries] of Object.entries(catalog) as [string, Entry<unknown>[]][]) {
    const seen = new Map<string, string>();
    for (const { id, file } of entries) {
      const other = seen.get(id.replaceAll('-', ''));
      if (other) {
        const fix = 'Rename the newer file, and say in its title or code what sets it apart.';
        reportIn(file)('', id, `an id that differs from ${folder}/${other} by more than hyphens`, fix);
      }
      seen.set(id.replaceAll('-', ''), id);
    }
  }
}

function checkCourse({ id, record }: Entry<Course>, known: Known, report: Report) {
  checkFolder(id, 'provider', record.provider, report);
  checkKnown('provider', record.provider, 'providers', known, report);
  record.recommendations.forEach((recommendation, index) =>
    checkSpan(recommendation, `recommendations[${index}]`, report),
  );
}

function checkSchool({ record: school }: Entry<School>, known: Known, report: Report) {
  school.accepts.forEach((acceptance, index) => {
    const field = `accepts[${index}]`;
    const named = [acceptance.recommender, acceptance.provider, acceptance.from].filter(Boolean);
    if (named.length !== 1) {
      const fix = 'Name one; write a line of its own for each.';
      report(field, named.join(' and ') || 'nothing', 'one of recommender, provider or from', fix);
    }
    if (acceptance.provider) checkKnown(`${field}.provider`, acceptance.provider, 'providers', known, report);
  });
  for (const name of ['maximums', 'creditAge', 'minimumGrades'] as const) {
    school[name]?.forEach(({ of }, index) => {
      if (of) checkFits(of, `${name}[${index}].of`, school, known, report);
    });
  }
  school.policies.forEach(({ services = [] }, index) =>
    services.forEach((id, at) => checkKnown(`policies[${index}].services[${at}]`, id, 'services', known, report)),
  );
  checkUnique(
    school.programs.map(({ id }) => id),
    (index) => `programs[${index}].id`,
    report,
  );
  checkUnique(
    school.maximums.map(({ id }) => id),
    (index) => `maximums[${index}].id`,
    report,
  );
  checkUnique(
    school.areas.map(({ id }) => id),
    (index) => `areas[${index}].id`,
    report,
  );
  checkUnique(
    school.courses.map(({ code }) => code),
    (index) => `courses[${index}].code`,
    report,
  );
  const codes = new Set(school.courses.map(({ code }) => code));
  school.areas.forEach((area, index) => {
    const field = `areas[${index}].courses`;
    checkUnique(area.courses, (at) => `${field}[${at}]`, report);
    area.courses.forEach((code, at) => checkCode(`${field}[${at}]`, code, codes, report));
  });
}

function checkDegree({ id, record: degree }: Entry<Degree>, catalog: Catalog, known: Known, report: Report) {
  checkFolder(id, 'school', degree.school, report);
  checkKnown('school', degree.school, 'schools', known, report);
  const school = catalog.schools.find((entry) => entry.id === degree.school)?.record;
  if (school && degree.program !== undefined) checkProgram('program', degree.program, school, report);
  checkBlocks(degree, school, known, report);
}

function checkTable({ id, record: table }: Entry<EquivalencyTable>, catalog: Catalog, known: Known, report: Report) {
  const expected = `${table.school}/${table.provider}`;
  if (id !== expected) {
    const fix = 'Move the file, or correct "school" and "provider".';
    report('', id, `the path equivalencies/${expected}.json`, fix);
  }
  checkKnown('school', table.school, 'schools', known, report);
  checkKnown('provider', table.provider, 'providers', known, report);
  const school = catalog.schools.find((entry) => entry.id === table.school)?.record;
  const codes = new Map(school?.courses.map((course) => [course.code, course]));

  const fix = 'Keep the row that is followed, and put the other answer into its note.';
  const said = table.equivalencies.flatMap(({ course, toward = [''] }, index) =>
    toward.map((program) => ({ index, says: program ? `${course} toward ${program}` : course })),
  );
  checkUnique(
    said.map(({ says }) => says),
    (at) => `equivalencies[${said[at]?.index}].course`,
    report,
    fix,
  );
  const refused = school?.accepts.find(({ provider, verdict }) => provider === table.provider && verdict === 'no');
  table.equivalencies.forEach((row, index) => {
    const field = `equivalencies[${index}]`;
    if (refused && row.basis === 'decided' && row.becomes.length > 0) {
      const expected = `no credit: data/schools/${table.school}.json accepts nothing of ${table.provider}`;
      report(`${field}.becomes`, row.course, expected, 'Correct the school\'s "accepts", or take the row out.');
    }
    if (school) {
      row.toward?.forEach((id, at) => checkProgram(`${field}.toward[${at}]`, id, school, report));
    }
    checkProviderOf(row.course, `${field}.course`, table.provider, report);
    checkKnown(`${field}.course`, row.course, 'courses', known, report);
    checkSpan(row, field, report);
    row.becomes.forEach((credit, at) => {
      const path = `${field}.becomes[${at}]`;
      if (!school) return;
      credit.areas?.forEach((area, place) => checkArea(`${path}.areas[${place}]`, area, school, report));
      if (credit.kind === 'direct-course' && !credit.schoolCourse) {
        report(
          path,
          'no school course',
          'schoolCourse for a direct course',
          'Name the course, or choose another kind.',
        );
      }
      if (!credit.schoolCourse) return;
      checkCode(`${path}.schoolCourse`, credit.schoolCourse, new Set(codes.keys()), report);
      if (codes.get(credit.schoolCourse)?.onlyHere) {
        const how = 'Correct the code, or take "onlyHere" off the course if the school now takes credit for it.';
        report(`${path}.schoolCourse`, credit.schoolCourse, 'a course that outside credit can stand for', how);
      }
    });
  });
}

/** A program that a degree or an equivalency names is one of the school's. */
function checkProgram(field: string, id: string, school: School, report: Report) {
  if (school.programs.some((program) => program.id === id)) return;
  report(field, id, 'the id of one of the school\'s "programs"', 'Correct the id, or add the program to the school.');
}

/** A record names the folder that its file lies in. */
function checkFolder(id: string, field: string, named: string, report: Report) {
  const folder = id.split('/')[0] ?? '';
  if (named !== folder) report(field, named, `${folder}, the folder of the file`, 'Move the file, or correct the id.');
}

/** A course stands in the table of its own provider. */
function checkProviderOf(course: string, field: string, provider: string, report: Report) {
  if (course.startsWith(`${provider}/`)) return;
  report(field, course, `a course of ${provider}, like the table`, 'Correct the id, or move the row to its provider.');
}

function pathsOf(catalog: Catalog): string[] {
  return (Object.entries(catalog) as [string, Entry<unknown>[]][]).flatMap(([folder, entries]) =>
    entries.map(({ id }) => `${folder}/${id}`),
  );
}

function checkSpan(
  { effectiveFrom, effectiveTo }: { effectiveFrom?: string | undefined; effectiveTo?: string | undefined },
  field: string,
  report: Report,
) {
  if (!effectiveFrom || !effectiveTo || effectiveFrom <= effectiveTo) return;
  report(
    `${field}.effectiveTo`,
    effectiveTo,
    `a day from ${effectiveFrom} on`,
    'Correct the dates; they may be swapped.',
  );
}

/** Visits every object inside, with its path. */
function walk(value: unknown, field: string, visit: (field: string, value: Record<string, unknown>) => void) {
  if (Array.isArray(value)) {
    value.forEach((item, index) => walk(item, `${field}[${index}]`, visit));
  } else if (value && typeof value === 'object') {
    visit(field, value as Record<string, unknown>);
    for (const [name, inside] of Object.entries(value)) walk(inside, join(field, name), visit);
  }
}
