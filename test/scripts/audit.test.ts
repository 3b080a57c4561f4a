import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Explanations } from '../../scripts/audit-explained.ts';
import { runAudit } from '../../scripts/audit.ts';
import type { DegreeAudit } from '../../src/engine/index.ts';
import { changed, hillside, run, type FileName } from './audit-run.ts';

const clock = '2026-11-22';
const plan = {
  kind: 'credit-map-plan',
  version: 1,
  id: 'p-1',
  name: 'My plan',
  school: 'tesu',
  degree: 'tesu/ba-liberal-studies-2026-27',
  revision: 0,
  credits: [
    { id: 'c1', course: 'clep/college-composition', status: 'planned' },
    { id: 'c2', course: 'nobody/no-such-course', status: 'planned' },
  ],
};

function withCatalog(planToAudit: unknown, ...flags: string[]) {
  const from = mkdtempSync(join(tmpdir(), 'credit-map-audit-'));
  try {
    writeFileSync(join(from, 'plan.json'), JSON.stringify(planToAudit));
    return runAudit(['plan.json', ...flags], { from, clock });
  } finally {
    rmSync(from, { recursive: true });
  }
}

test('the text says where each course of the plan lands, or why it does not', () => {
  const { code, stdout, stderr } = withCatalog(plan);
  expect(code).toBe(0);
  expect(stdout).toMatch(/of 120 semester hours sure/);
  expect(stdout).toMatch(/English Composition I: 3 of 3 hours, complete\n\s+\+ College Composition as ENC-1010/);
  expect(stdout).toMatch(/nobody\/no-such-course: This course is not in our catalog/);
  expect(stderr).toContain('nobody/no-such-course is not in our catalog');
  expect(stdout).not.toMatch(/undefined|NaN|\[object/);
});

test('the JSON is the whole audit, with the notices about the plan', () => {
  const { stdout, stderr } = withCatalog(plan, '--json');
  const audit = JSON.parse(stdout) as DegreeAudit & { notices: unknown[] };
  expect(audit).toMatchObject({ semesterHours: 120, met: { likely: 6 }, notAccepted: [{ reason: 'not-in-catalog' }] });
  expect(audit.notices).toMatchObject([{ kind: 'course-not-in-catalog', course: 'nobody/no-such-course' }]);
  expect(stderr).toBe('');
});

test('the text says what fits, what would change an answer, and what stands in the way', () => {
  const pins = [{ part: 0, block: 'free-electives', use: true }];
  const credits = [
    { id: 'c1', course: 'clep/college-composition', status: 'planned' },
    { id: 'c2', course: 'clep/college-composition-modular', status: 'planned' },
    { id: 'c3', course: 'dsst/principles-of-public-speaking', status: 'planned', pins },
  ];
  const { stdout } = withCatalog({ ...plan, credits });
  expect(stdout).toMatch(
    /Quantitative literacy: 0 of 3 hours, 3 hours still needed\n\s+\? Would fit: .*\$\d+\); \d+ more/,
  );
  expect(stdout).toContain('College Composition Modular: Leave out College Composition. Then it is used.');
  expect(stdout).toMatch(
    /With exams and online courses added to your courses, at most 90 of 120 hours of requirements can be met\./,
  );
  expect(stdout).toContain('- Liberal Arts Capstone is taken at the school.');
  expect(stdout).not.toMatch(/undefined|NaN|\[object/);
});

test('the JSON explains: for each credit not used a change, for each block not met what fits, and what stands in the way', () => {
  const { explanations } = JSON.parse(withCatalog(plan, '--json').stdout) as { explanations: Explanations };
  expect(explanations.unused).toEqual([{ credit: 'c2', repair: null }]);
  const need = explanations.needs.find(({ block }) => block === 'quantitative-literacy');
  expect(need).toMatchObject({
    stillNeeded: 3,
    fitting: expect.arrayContaining([expect.objectContaining({ meets: 3 })]),
  });
  expect(need?.fitting.length).toBeLessThanOrEqual(20);
  expect(explanations.needs.map(({ block }) => block)).not.toContain('english-composition-i');
  expect(explanations.pinsToRelease).toBeNull();
  expect(explanations.obstacles?.alternative).toMatchObject({ semesterHours: 90, of: 120, smallest: true });
  expect(explanations.obstacles?.elsewhere.inTheWay.map(({ kind }) => kind)).toEqual(['in-residence', 'in-residence']);
});

test('a plan of more than 100 credits is explained without looking for a change of each', () => {
  const { stdout } = run({ plan: changed('plan', 'credits', credits(120)) }, ['--json']);
  const { explanations } = JSON.parse(stdout) as { explanations: Explanations };
  expect(explanations.unused.length).toBeGreaterThan(100);
  expect(explanations.unused.every(({ repair }) => repair === undefined)).toBe(true);
  expect(explanations.leftOut).toEqual(['repairs']);
});

test('a degree that the catalog does not have is named, and nothing outside it is read', () => {
  const juggling = withCatalog({ ...plan, degree: 'tesu/ba-juggling-2026-27' });
  expect(juggling.code).toBe(2);
  expect(juggling.stderr).toMatch(/plan\.json\n {2}degree is tesu\/ba-juggling-2026-27; expected .*tesu\/aa-2026-27/);
  expect(withCatalog({ ...plan, degree: '../../package' }).stderr).toContain('degree is "../../package"');
});

test('a plan whose school is not its degree’s is told apart', () => {
  expect(withCatalog({ ...plan, school: 'hillside' }).stderr).toContain('school is hillside; expected tesu');
});

test('a school that the catalog does not know is audited from its files alone', () => {
  const { code, stdout, stderr } = run();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^Hillside College: Associate in Arts, 2026-27\n0 of 12 semester hours sure, 7 sure or likely/,
  );
  expect(stdout).toContain('+ Statistics as STA-2010: 3 hours, reported');
});

test('hours beyond a requirement are named where they count, so that each requirement adds up', () => {
  const typed = { title: 'Statistics with computing', semesterHours: 4, level: 'lower-division', source: 'college' };
  const { stdout } = run({
    plan: changed('plan', 'credits', [
      { id: 'c1', typed: { ...typed, schoolCourse: 'STA-2010' }, status: 'completed', completedOn: '2026-05-01' },
    ]),
    degree: changed('degree', 'blocks[1].takesExcess', true),
  });
  expect(stdout).toMatch(/Numbers: 3 of 3 hours, complete\n.*: 3 hours, recommended; 1 hour more in Electives\n/);
  expect(stdout).toMatch(/Electives: 1 of 9 hours, .*\n.*: 1 hour beyond Numbers\n/);
});

test('courses and tables may come as one, as a list, by id, or in several files', () => {
  const whole = run({}, ['--json']);
  const courses = hillside().courses as Record<string, object>;
  const list = Object.entries(courses).map(([id, course]) => ({ id, ...course }));
  expect(run({ courses: list, equivalencies: [hillside().equivalencies] }, ['--json'])).toEqual(whole);
  const from = mkdtempSync(join(tmpdir(), 'credit-map-audit-'));
  for (const [name, content] of Object.entries(hillside())) {
    writeFileSync(join(from, `${name}.json`), JSON.stringify(content));
  }
  for (const [id, course] of Object.entries(courses)) {
    writeFileSync(join(from, `${id.split('/')[1] ?? ''}.json`), JSON.stringify(course));
  }
  const one = '--degree=degree.json --school=school.json --equivalencies=equivalencies.json';
  const args = `plan.json ${one} --courses statistics.json --courses=poetry.json --json`.split(' ');
  expect(runAudit(args, { from, clock })).toEqual(whole);
  rmSync(from, { recursive: true });
});

test('what is given stands in for the catalog, and the catalog for what is not given', () => {
  const tesu = { ...plan, credits: plan.credits.slice(0, 1) };
  const onTesu = (flags: string[]) => withCatalog(tesu, ...flags);
  const standing = (flags: string[]) => {
    const { explanations: _, ...audit } = JSON.parse(onTesu([...flags, '--json']).stdout) as Record<string, unknown>;
    return audit;
  };
  expect(standing(['--courses', join(import.meta.dirname, 'hillside/courses.json')])).toEqual(standing([]));
  const table = join(import.meta.dirname, 'hillside/equivalencies.json');
  expect(onTesu(['--equivalencies', table]).stderr).toContain('school is hillside; expected tesu');
});

test('on the day after a recommendation has ended, its hours are no longer in reach', () => {
  expect(run({}, ['--today', '2027-05-31']).stdout).toContain('7 sure or likely, 10 at best');
  expect(run({}, ['--today', '2027-06-01']).stdout).toContain('7 sure or likely, 7 at best');
});

const typed = { title: 'T', semesterHours: 3, level: 'lower-division', source: 'college' };
const credits = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `c${i}`, typed, status: 'planned' }));
const block = (more: object) => [{ id: 'all', title: 'All', semesterHours: 12, ...more }];
const nested = (depth: number): object => (depth === 0 ? { fits: {} } : { children: block(nested(depth - 1)) });

/** [what is wrong, the file, its content, what is said about it] */
const mistakes: [string, FileName, unknown, string][] = [
  ['an empty file', 'plan', '', 'This file is empty; expected JSON'],
  ['text in UTF-16', 'plan', '{\0"\0k\0i\0n\0d\0', 'This file is in UTF-16, or no text; expected UTF-8'],
  [
    'a rule of an unknown kind',
    'degree',
    changed('degree', 'qualifiers', [{ id: 'q', kind: 'at-lest', says: 'A rule.' }]),
    'qualifiers[0].kind is "at-lest"; expected one of "at-least", "at-most", ',
  ],
  [
    'a choice without children',
    'degree',
    changed('degree', 'blocks[0].choose', 1),
    'blocks[0].choose is 1; expected children to choose from',
  ],
  ['a state in words', 'school', changed('school', 'state', 'New Jersey'), 'expected two capital letters'],
  ['a file that is not JSON', 'degree', '{"title": }', 'This file is not JSON'],
  ['hours of NaN', 'degree', '{"semesterHours": NaN}', 'This file is not JSON'],
  ['hours beyond all numbers', 'degree', '{"semesterHours": 1e999}', 'semesterHours is Infinity; expected a number'],
  ['another kind of file', 'plan', { kind: 'recipe' }, 'This file is JSON, but not a plan'],
  ['null', 'school', 'null', 'This file is null; expected an object'],
  ['a newer plan', 'plan', changed('plan', 'version', 2), 'a plan of a newer version'],
  ['a plan without credits', 'plan', changed('plan', 'credits', undefined), 'credits is missing; expected a list'],
  ['1,000 credits', 'plan', changed('plan', 'credits', credits(1000)), 'credits is a list of 1000'],
  ['two credits of one id', 'plan', changed('plan', 'credits[1].id', 'c1'), 'credits[1].id is "c1"; expected an id'],
  ['a credit of nothing', 'plan', changed('plan', 'credits[1].course', undefined), 'credits[1] is {'],
  ['typed hours of 0', 'plan', changed('plan', 'credits[2].typed.semesterHours', 0), '.typed.semesterHours is 0;'],
  ['negative typed hours', 'plan', changed('plan', 'credits[2].typed.semesterHours', -3), 'semesterHours is -3;'],
  ['a day that does not exist', 'plan', changed('plan', 'credits[0].completedOn', '2026-02-30'), 'a real day'],
  ['a degree of 0 hours', 'degree', changed('degree', 'semesterHours', 0), 'semesterHours is 0; expected more than 0'],
  ['a block of 0 hours', 'degree', changed('degree', 'blocks[0].semesterHours', 0), 'blocks[0].semesterHours is 0'],
  ['negative hours', 'degree', changed('degree', 'blocks[0].semesterHours', -3), 'blocks[0].semesterHours is -3'],
  [
    'a choice of none',
    'degree',
    changed('degree', 'blocks', block({ choose: 0, children: [] })),
    'blocks[0].choose is 0',
  ],
  [
    'hours of less than nothing',
    'degree',
    changed('degree', 'blocks[1].semesterHours', -0.001),
    'semesterHours is -0.001',
  ],
  [
    'a block that shares with itself',
    'degree',
    changed('degree', 'blocks[0].mayShareWith', ['numbers']),
    'mayShareWith[0] is numbers',
  ],
  ['a billion hours', 'degree', changed('degree', 'semesterHours', 1e9), 'semesterHours is 1000000000'],
  ['no children', 'degree', changed('degree', 'blocks', block({ children: [] })), 'blocks[0].children is []'],
  ['children without end', 'degree', changed('degree', 'blocks', block(nested(2000))), 'nested too deep'],
  ['two blocks of one id', 'degree', changed('degree', 'blocks[1].id', 'numbers'), 'blocks[1].id is numbers'],
  ['blocks that do not add up', 'degree', changed('degree', 'semesterHours', 15), 'semesterHours is 15; expected 12'],
  ['an area nobody has', 'degree', changed('degree', 'blocks[0].fits', { areas: ['x'] }), 'fits.areas[0] is x'],
  ['an unknown field', 'school', changed('school', 'motto', 'Up'), 'motto is a field nobody reads'],
  [
    'a code not listed',
    'school',
    changed('school', 'areas[0].courses', ['STA-9'.padEnd(7, '9')]),
    'courses[0] is STA-999',
  ],
  [
    'a table twice',
    'equivalencies',
    [hillside().equivalencies, hillside().equivalencies],
    '[1] is hillside/north-courses again',
  ],
  [
    'another school’s table',
    'equivalencies',
    changed('equivalencies', 'school', 'dale'),
    'school is dale; expected hillside',
  ],
  ['a course without an id', 'courses', Object.values(hillside().courses as object), '[0].id is missing'],
  [
    'an id of another provider',
    'courses',
    changed('courses', 'south/x', { ...Object.values(hillside().courses as object)[0] }),
    '["south/x"]',
  ],
];

test.for(mistakes)('%s is refused in words, with the file and the field', ([, name, content, said]) => {
  const { code, stdout, stderr } = run({ [name]: content });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(new RegExp(`^${name}\\.json\n  `));
  expect(stderr).toContain(said);
  expect(stderr).not.toMatch(/undefined|\[object|\n\s+at /);
});

test('every problem of every file and of the command is told at once', () => {
  const changes = { plan: changed('plan', 'name', 7), degree: '{', school: changed('school', 'city', undefined) };
  const flags = ['--colour', '--today', '2026-13-01', '--courses', 'no-such-file.json', '--courses', '.', '--degree'];
  const { code, stderr } = run(changes, flags);
  expect(code).toBe(2);
  expect(
    stderr
      .replace(/not JSON \(.*\)/, 'not JSON (…)')
      .split('\n')
      .filter((line) => /^\S|^ {2}\S/.test(line))
      .join('\n'),
  ).toMatchInlineSnapshot(`
    "The command
      --colour is an unknown flag; expected --degree, --school, --today, --equivalencies, --courses, --json.
      --degree is without a value; expected a file.
      --today is 2026-13-01; expected a real day, like 2026-11-22.
    plan.json
      name is 7; expected text.
    degree.json
      This file is not JSON (…); expected JSON.
    school.json
      city is missing; expected text.
    no-such-file.json
      This file is missing; expected a file that can be read.
    .
      This file is not a file; expected a file."
  `);
});

test('a waiver of a requirement that the degree does not have is named', () => {
  const waived = ['numbers', 'music'].map((one) => ({ block: one, decidedOn: '2026-10-01', by: 'Registrar' }));
  const { code, stderr } = run({ plan: changed('plan', 'waivers', waived) });
  expect(code).toBe(0);
  expect(stderr).toBe('The waiver of music changes nothing: the degree has no such requirement.');
});

test('text in another encoding than UTF-8 is refused', () => {
  const from = mkdtempSync(join(tmpdir(), 'credit-map-audit-'));
  try {
    writeFileSync(join(from, 'plan.json'), JSON.stringify({ ...plan, name: 'Año' }), 'latin1');
    expect(runAudit(['plan.json'], { from, clock }).stderr).toContain(
      'in another encoding, or no text; expected UTF-8',
    );
  } finally {
    rmSync(from, { recursive: true });
  }
});

test('a command without a plan says how to name one', () => {
  expect(runAudit([], { from: '.', clock })).toMatchObject({ code: 2, stdout: '' });
  expect(runAudit([], { from: '.', clock }).stderr).toContain('npm run audit -- plan.json');
  expect(runAudit(['--help'], { from: '.', clock })).toMatchObject({ code: 0, stderr: '' });
});

test('a pipe is read to its end, and one that nobody writes to is empty', () => {
  const command = join(import.meta.dirname, '../../scripts/audit.ts');
  const from = mkdtempSync(join(tmpdir(), 'credit-map-audit-'));
  try {
    writeFileSync(join(from, 'plan.json'), JSON.stringify(plan));
    const pipe = `cat plan.json | "${process.execPath}" "${command}" /dev/stdin`;
    expect(spawnSync('sh', ['-c', pipe], { cwd: from, encoding: 'utf8' })).toMatchObject({ status: 0 });
    execFileSync('mkfifo', ['silent.json'], { cwd: from });
    expect(runAudit(['silent.json'], { from, clock }).stderr).toContain('This file is empty; expected JSON.');
  } finally {
    rmSync(from, { recursive: true });
  }
});

test('500 credits are audited', () => {
  expect(run({ plan: changed('plan', 'credits', credits(500)) }).code).toBe(0);
});

test('whatever stands in a file, the run ends in words', () => {
  const files = Object.entries(hillside()) as [FileName, unknown][];
  const anywhere = fc.constantFrom(
    ...files.flatMap(([name, file]) => pathsIn(file).map((path) => [name, path] as const)),
  );
  fc.assert(
    fc.property(anywhere, fc.oneof(fc.jsonValue(), fc.constant(undefined)), ([name, path], value) => {
      const { code, stdout, stderr } = run({ [name]: changed(name, path, value) });
      expect(code === 0 ? stdout : stderr).not.toMatch(/^$|\n\s+at .*:\d+:\d+/);
    }),
    { numRuns: 500 },
  );
});

function pathsIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    ...(path === '' ? [] : [path]),
    ...Object.entries(value).flatMap(([key, inside]) => pathsIn(inside, `${path}[${key}]`)),
  ];
}

test('the example of the README works as it is written', () => {
  const folder = join(import.meta.dirname, 'hillside');
  const flags = ['--degree', 'degree.json', '--school', 'school.json', '--equivalencies', 'equivalencies.json'];
  const args = [
    '../../../scripts/audit.ts',
    'plan.json',
    ...flags,
    '--courses',
    'courses.json',
    '--today',
    '2026-11-22',
  ];
  expect(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })).toBe(`${run().stdout}\n`);
  const bad = spawnSync(process.execPath, [...args, '--no'], { cwd: folder, encoding: 'utf8' });
  expect(bad).toMatchObject({ status: 2, stdout: '' });
});
