import type { Course } from './course.ts';
import type { Degree, RequirementBlock } from './degree.ts';
import type { EquivalencyTable } from './equivalency.ts';
import type { Fits } from './fits.ts';
import type { Provider } from './provider.ts';
import type { School } from './school.ts';
import type { Term } from './term.ts';

/**
 * What no single record can check: that ids lead somewhere, that hours add up, that one thing is said once.
 *
 * Every check returns all its problems. Each problem tells a contributor where it is and what to do.
 */

/** One thing to put right in a file of `data/`. */
export type Problem = {
  /** The file's path, from the project's root. */
  file: string;
  /** The field's path inside the file: `blocks[2].semesterHours`. Empty for the file itself. */
  field: string;
  /** What is there. */
  found: string;
  /** What was expected. */
  expected: string;
  /** What to do about it. */
  fix: string;
};

/** A record with the id that its path gives it. */
export type Entry<T> = { id: string; file: string; record: T };

/** All records, each already of its schema's shape. */
export type Catalog = {
  providers: Entry<Provider>[];
  courses: Entry<Course>[];
  schools: Entry<School>[];
  degrees: Entry<Degree>[];
  equivalencies: Entry<EquivalencyTable>[];
  terms: Entry<Term[]>[];
};

/** Writes down one problem of the file it was made for. */
type Report = (field: string, found: string | number, expected: string, fix: string) => void;

/** What may be referred to: "courses/clep/calculus". */
type Known = ReadonlySet<string>;

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

  const ids: string[] = [];
  const fields: string[] = [];
  const visit = (block: RequirementBlock, field: string) => {
    ids.push(block.id, ...(block.qualifiers ?? []).map((qualifier) => qualifier.id));
    fields.push(`${field}.id`, ...(block.qualifiers ?? []).map((_, index) => `${field}.qualifiers[${index}].id`));
    checkBlock(block, field, school, report);
    block.children?.forEach((child, index) => visit(child, `${field}.children[${index}]`));
  };
  degree.blocks.forEach((block, index) => visit(block, `blocks[${index}]`));
  degree.qualifiers.forEach((qualifier, index) => {
    ids.push(qualifier.id);
    fields.push(`qualifiers[${index}].id`);
  });
  checkUnique(ids, (index) => fields[index] ?? '', report);
  checkQualifiers(degree, '', school, report);

  const sum = sumHours(degree.blocks);
  if (sum !== degree.semesterHours) {
    const fix = 'Make them equal. Hours that nothing names are free electives.';
    report('semesterHours', degree.semesterHours, `${sum}, what its blocks add up to`, fix);
  }
}

function checkBlock(block: RequirementBlock, field: string, school: School | undefined, report: Report) {
  const { children, fits, choose, semesterHours } = block;
  if (!children === !fits) {
    const found = children ? 'children and fits' : 'neither children nor fits';
    const fix = 'Give it children, or say what fits it; never both. An empty "fits" takes any college credit.';
    report(field, found, 'children or fits', fix);
  }
  if (choose !== undefined && choose > (children?.length ?? 0)) {
    const fix = 'Choose at most as many as there are, or add the missing children.';
    report(`${field}.choose`, choose, `at most ${children?.length ?? 0}, the number of its children`, fix);
  } else if (children) {
    checkSum(children, choose, semesterHours, `${field}.semesterHours`, report);
  }
  if (fits) checkFits(fits, `${field}.fits`, school, report);
  checkQualifiers(block, field, school, report);
}

function checkSum(
  children: RequirementBlock[],
  choose: number | undefined,
  semesterHours: number,
  field: string,
  report: Report,
) {
  const fix = 'Make them equal, or add a block for the hours that are missing.';
  if (choose === undefined) {
    const sum = sumHours(children);
    if (sum !== semesterHours) report(field, semesterHours, `${sum}, what the requirements inside add up to`, fix);
    return;
  }
  const sums = sumsOf(choose, children);
  if (sums.has(hundredths(semesterHours))) return;
  const possible = [...sums].map((sum) => sum / 100).sort((a, b) => a - b);
  report(field, semesterHours, `what ${choose} of its children add up to: ${possible.join(', ')}`, fix);
}

function checkQualifiers(
  { qualifiers = [], semesterHours }: Pick<RequirementBlock, 'qualifiers' | 'semesterHours'>,
  field: string,
  school: School | undefined,
  report: Report,
) {
  qualifiers.forEach((qualifier, index) => {
    const at = join(field, `qualifiers[${index}]`);
    if ('of' in qualifier) checkFits(qualifier.of, `${at}.of`, school, report);
    if (qualifier.kind === 'at-least' && qualifier.semesterHours > semesterHours) {
      const fix = 'A block cannot ask for more than its size. Correct the hours, or move the rule to a larger block.';
      report(`${at}.semesterHours`, qualifier.semesterHours, `at most ${semesterHours}, the size of the block`, fix);
    }
  });
}

function checkFits(fits: Fits, field: string, school: School | undefined, report: Report) {
  if (!school) return;
  const codes = new Set(school.courses.map(({ code }) => code));
  const subjects = new Set(school.courses.map(({ code }) => code.split('-')[0]));
  for (const [at, named] of [[field, fits] as const, [`${field}.except`, fits.except ?? {}] as const]) {
    named.courses?.forEach((code, index) => checkCode(`${at}.courses[${index}]`, code, codes, report));
    named.areas?.forEach((area, index) => checkArea(`${at}.areas[${index}]`, area, school, report));
    named.subjects?.forEach((subject, index) => {
      if (subjects.has(subject)) return;
      const fix = 'Correct the prefix, or add a course of that subject to the school.';
      report(`${at}.subjects[${index}]`, subject, 'the prefix of a course in the school\'s "courses"', fix);
    });
  }
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
  checkUnique(
    table.equivalencies.map(({ course }) => course),
    (index) => `equivalencies[${index}].course`,
    report,
    fix,
  );
  table.equivalencies.forEach((row, index) => {
    const field = `equivalencies[${index}]`;
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

function checkKnown(field: string, id: string, folder: keyof Catalog, known: Known, report: Report) {
  if (known.has(`${folder}/${id}`)) return;
  report(field, id, `a file data/${folder}/${id}.json`, 'Correct the id, or add the file.');
}

function checkCode(field: string, code: string, codes: Set<string>, report: Report) {
  if (codes.has(code)) return;
  report(field, code, 'a code in the school\'s "courses"', 'Correct the code, or add the course to the school.');
}

function checkArea(field: string, id: string, school: School, report: Report) {
  if (school.areas.some((area) => area.id === id)) return;
  const fix = 'Correct the id, or add the area to the school.';
  report(field, id, `an area of the school: ${school.areas.map((area) => area.id).join(', ')}`, fix);
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

function checkUnique(
  ids: string[],
  fieldOf: (index: number) => string,
  report: Report,
  fix = 'Give one of them another name, or remove it. Ids that were published stay with what they named.',
) {
  ids.forEach((id, index) => {
    const first = ids.indexOf(id);
    if (first !== index) report(fieldOf(index), id, `something not yet said at ${fieldOf(first)}`, fix);
  });
}

/** Hours as whole hundredths, so that sums are exact. */
const hundredths = (hours: number) => Math.round(hours * 100);

const sumHours = (blocks: RequirementBlock[]) =>
  blocks.reduce((sum, { semesterHours }) => sum + hundredths(semesterHours), 0) / 100;

/** What any `count` of these blocks may add up to, in hundredths. */
function sumsOf(count: number, blocks: RequirementBlock[]): Set<number> {
  const byCount: Set<number>[] = Array.from({ length: count + 1 }, () => new Set());
  byCount[0]?.add(0);
  for (const { semesterHours } of blocks) {
    for (let taken = count; taken > 0; taken -= 1) {
      for (const sum of byCount[taken - 1] ?? []) byCount[taken]?.add(sum + hundredths(semesterHours));
    }
  }
  return byCount[count] ?? new Set();
}

const join = (field: string, name: string) => (field ? `${field}.${name}` : name);

/** Visits every object inside, with its path. */
function walk(value: unknown, field: string, visit: (field: string, value: Record<string, unknown>) => void) {
  if (Array.isArray(value)) {
    value.forEach((item, index) => walk(item, `${field}[${index}]`, visit));
  } else if (value && typeof value === 'object') {
    visit(field, value as Record<string, unknown>);
    for (const [name, inside] of Object.entries(value)) walk(inside, join(field, name), visit);
  }
}
