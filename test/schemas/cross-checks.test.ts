import { expect, test } from 'vitest';
import { formatProblems } from '../../scripts/load-data.ts';
import { addFigures } from '../figures.ts';
import { problemsIn, smallCatalog, withChange } from './a-small-catalog.ts';

const provider = 'data/providers/example-courses.json';
const course = 'data/courses/example-courses/statistics.json';
const school = 'data/schools/example-u.json';
const degree = 'data/degrees/example-u/ba-2026-27.json';
const table = 'data/equivalencies/example-u/example-courses.json';
const terms = 'data/terms.json';
const route = 'data/routes/by-badge.json';
const rest = 'data/routes/other.json';

const source = { url: 'https://example.edu/p', says: 'It says so', checkedOn: '2026-11-01', confidence: 'primary' };
const row = (id: string) => ({ course: id, becomes: [], basis: 'decided', sources: [source] });

const leaf = (id: string, semesterHours: number, more: object = {}) => ({
  id,
  title: 'A block',
  semesterHours,
  fits: {},
  ...more,
});
/** Any 100 of these are 205 to 300 hours. */
const manyLeaves = Array.from({ length: 200 }, (_, index) => leaf(`leaf-${index}`, index < 95 ? 2 : 3));

/** [what is wrong, file, field changed, its new value, field named, what is found, what is expected] */
const mistakes: [string, string, string, unknown, string, string, string][] = [
  ['a provider that is not there', course, 'provider', 'nobody', 'provider', 'nobody', 'data/providers/nobody.json'],
  ['a course in another provider’s folder', course, 'provider', 'nobody', 'provider', 'nobody', 'example-courses'],
  [
    'a recommendation that ends before it starts',
    course,
    'recommendations[0].effectiveTo',
    '2023-01-01',
    'recommendations[0].effectiveTo',
    '2023-01-01',
    'from 2024-01-01 on',
  ],
  [
    'an acceptance of an unknown provider',
    school,
    'accepts[1].provider',
    'nobody',
    'accepts[1].provider',
    'nobody',
    'data/providers/nobody.json',
  ],
  [
    'an acceptance of two things at once',
    school,
    'accepts[1].recommender',
    'ACE',
    'accepts[1]',
    'ACE and example-courses',
    'one of',
  ],
  [
    'an area that lists an unknown course',
    school,
    'areas[0].courses[0]',
    'STA-2011',
    'areas[0].courses[0]',
    'STA-2011',
    'a code in the school',
  ],
  [
    'a school course said twice',
    school,
    'courses[1].code',
    'STA-2010',
    'courses[1].code',
    'STA-2010',
    'courses[0].code',
  ],
  [
    'two areas of one id',
    school,
    'areas[1]',
    { id: 'numbers', title: 'Again', courses: [], sources: [source] },
    'areas[1].id',
    'numbers',
    'areas[0].id',
  ],
  ['a degree of an unknown school', degree, 'school', 'other-u', 'school', 'other-u', 'data/schools/other-u.json'],
  [
    'children that do not add up',
    degree,
    'blocks[0].children[0].semesterHours',
    4,
    'blocks[0].semesterHours',
    '6',
    '7',
  ],
  ['a choice that cannot make its hours', degree, 'blocks[1].semesterHours', 4, 'blocks[1].semesterHours', '4', '3, 6'],
  ['a choice of more than there is', degree, 'blocks[1].choose', 3, 'blocks[1].choose', '3', 'at most 2'],
  ['blocks that do not add up to the degree', degree, 'semesterHours', 15, 'semesterHours', '15', '12'],
  [
    'a block with children and fits',
    degree,
    'blocks[0].fits',
    {},
    'blocks[0]',
    'children and fits',
    'children or fits',
  ],
  ['a block with neither', degree, 'blocks[2].fits', undefined, 'blocks[2]', 'neither', 'children or fits'],
  [
    'a block id said twice',
    degree,
    'blocks[0].children[0].id',
    'electives',
    'blocks[2].id',
    'electives',
    'blocks[0].children[0].id',
  ],
  [
    'a qualifier id that is a block id',
    degree,
    'blocks[0].qualifiers[0].id',
    'core',
    'blocks[0].qualifiers[0].id',
    'core',
    'blocks[0].id',
  ],
  [
    'a requirement of an unknown course',
    degree,
    'blocks[0].children[1].fits.courses[0]',
    'LIB-4951',
    'blocks[0].children[1].fits.courses[0]',
    'LIB-4951',
    'a code in the school',
  ],
  [
    'a requirement of an unknown area',
    degree,
    'blocks[0].children[0].fits.areas[0]',
    'letters',
    'blocks[0].children[0].fits.areas[0]',
    'letters',
    'numbers',
  ],
  [
    'a requirement of an unknown subject',
    degree,
    'blocks[1].children[0].fits.subjects[0]',
    'STAT',
    'blocks[1].children[0].fits.subjects[0]',
    'STAT',
    'prefix',
  ],
  [
    'an exception of an unknown course',
    degree,
    'blocks[1].children[1].fits.except.courses[0]',
    'STA-1',
    'blocks[1].children[1].fits.except.courses[0]',
    'STA-1',
    'course code',
  ],
  [
    'a rule larger than its block',
    degree,
    'blocks[0].qualifiers[0].semesterHours',
    9,
    'blocks[0].qualifiers[0].semesterHours',
    '9',
    'at most 6',
  ],
  [
    'a rule larger than the degree',
    degree,
    'qualifiers',
    [{ id: 'q', says: 'Many hours.', kind: 'at-least', semesterHours: 13, of: {} }],
    'qualifiers[0].semesterHours',
    '13',
    'at most 12',
  ],
  ['a degree of 0 hours', degree, 'semesterHours', 0, 'semesterHours', '0', 'more than 0'],
  ['a block of 0 hours', degree, 'blocks[2].semesterHours', 0, 'blocks[2].semesterHours', '0', 'more than 0'],
  ['a block of next to no hours', degree, 'blocks[2].semesterHours', 0.004, 'blocks[2].semesterHours', '0', 'more'],
  ['a block of negative hours', degree, 'blocks[2].semesterHours', -3, 'blocks[2].semesterHours', '-3', 'more than 0'],
  ['a choice of none', degree, 'blocks[1].choose', 0, 'blocks[1].choose', '0', 'more than 0'],
  ['a block of no courses', degree, 'blocks[2].courses', 0, 'blocks[2].courses', '0', 'more than 0'],
  ['a block with nothing in it', degree, 'blocks[1].children', [], 'blocks[1].children', '[]', 'a list of at least 1'],
  [
    'a choice among many that cannot make its hours',
    degree,
    'blocks[1]',
    { ...leaf('many', 3), fits: undefined, choose: 100, children: manyLeaves },
    'blocks[1].semesterHours',
    '3',
    'what 100 of its children add up to: 205, 206',
  ],
  [
    'courses that do not add up',
    degree,
    'blocks[0]',
    {
      ...leaf('core', 6),
      fits: undefined,
      courses: 3,
      children: [leaf('a', 3, { courses: 1 }), leaf('b', 3, { courses: 1 })],
    },
    'blocks[0].courses',
    '3',
    '2, what the requirements inside',
  ],
  [
    'more subjects than courses',
    degree,
    'blocks[2]',
    leaf('e', 3, {
      courses: 1,
      qualifiers: [{ id: 'q', says: 'Two subjects.', kind: 'at-least-subjects', subjects: 2 }],
    }),
    'blocks[2].qualifiers[0].subjects',
    '2',
    'at most 1',
  ],
  [
    'a block that shares with itself',
    degree,
    'blocks[2].mayShareWith',
    ['electives'],
    'blocks[2].mayShareWith[0]',
    'electives',
    'another block',
  ],
  [
    'a block that shares with nothing',
    degree,
    'blocks[2].mayShareWith',
    ['gone'],
    'blocks[2].mayShareWith[0]',
    'gone',
    'another block',
  ],
  [
    'a block shared twice over',
    degree,
    'blocks[2].mayShareWith',
    ['core', 'core'],
    'blocks[2].mayShareWith[1]',
    'core',
    'mayShareWith[0]',
  ],
  [
    'a parent that shares',
    degree,
    'blocks[0].mayShareWith',
    ['electives'],
    'blocks[0].mayShareWith',
    'children',
    'without children',
  ],
  [
    'a block that shares and takes what is left over',
    degree,
    'blocks[2]',
    leaf('electives', 3, { mayShareWith: ['core'], takesExcess: true }),
    'blocks[2].mayShareWith',
    'left over',
    'or takesExcess',
  ],
  [
    'a second block that takes what is left over',
    degree,
    'blocks',
    [leaf('some', 60, { takesExcess: true }), leaf('more', 60, { takesExcess: true })],
    'blocks[1].takesExcess',
    'more',
    'some',
  ],
  [
    'an alternative that takes what is left over',
    degree,
    'blocks',
    [
      {
        ...leaf('track', 120, { choose: 1, fits: undefined }),
        children: [leaf('one', 120), leaf('two', 120, { takesExcess: true })],
      },
    ],
    'blocks[0].children[1].takesExcess',
    'not all is chosen',
    'always there',
  ],
  [
    'a block all in one subject that takes what is left over',
    degree,
    'blocks',
    [leaf('all', 120, { takesExcess: true, qualifiers: [{ id: 'one', kind: 'one-subject', says: 'One subject.' }] })],
    'blocks[0].takesExcess',
    'all in one subject',
    'any subject',
  ],
  [
    'a block with children that takes what is left over',
    degree,
    'blocks',
    [{ ...leaf('all', 120, { takesExcess: true, fits: undefined }), children: [leaf('one', 120)] }],
    'blocks[0].takesExcess',
    'children',
    'without children',
  ],
  [
    'numbers the wrong way round',
    degree,
    'blocks[2].fits',
    { numbers: { from: 4999, to: 3000 } },
    'blocks[2].fits.numbers.to',
    '3000',
    'from 4999 on',
  ],
  [
    'a rule for an unknown provider',
    degree,
    'blocks[2].fits',
    { providers: ['nobody'] },
    'blocks[2].fits.providers[0]',
    'nobody',
    'data/providers/nobody.json',
  ],
  [
    'a maximum of an unknown subject',
    school,
    'maximums[0].of',
    { subjects: ['XYZ'] },
    'maximums[0].of.subjects[0]',
    'XYZ',
    'prefix',
  ],
  [
    'an age asked of an unknown course',
    school,
    'creditAge',
    [{ atMostYears: 5, of: { courses: ['STA-9999'] }, says: 'At most 5 years.', sources: [source] }],
    'creditAge[0].of.courses[0]',
    'STA-9999',
    'a code in the school',
  ],
  [
    'a grade asked of an unknown area',
    school,
    'minimumGrades',
    [{ grade: 'C', of: { areas: ['letters'] }, says: 'A grade of C.', sources: [source] }],
    'minimumGrades[0].of.areas[0]',
    'letters',
    'numbers',
  ],
  [
    'a table in the wrong place',
    table,
    'provider',
    'nobody',
    '',
    'example-u/example-courses',
    'equivalencies/example-u/nobody.json',
  ],
  [
    'a row for an unknown course',
    table,
    'equivalencies[0].course',
    'example-courses/algebra',
    'equivalencies[0].course',
    'example-courses/algebra',
    'data/courses/example-courses/algebra.json',
  ],
  [
    'a row for another provider’s course',
    table,
    'equivalencies[0].course',
    'clep/calculus',
    'equivalencies[0].course',
    'clep/calculus',
    'a course of example-courses',
  ],
  [
    'two rows for one course',
    table,
    'equivalencies[1]',
    row('example-courses/statistics'),
    'equivalencies[1].course',
    'example-courses/statistics',
    'equivalencies[0].course',
  ],
  [
    'a row that becomes an unknown course',
    table,
    'equivalencies[0].becomes[0].schoolCourse',
    'STA-9',
    'equivalencies[0].becomes[0].schoolCourse',
    'STA-9',
    'course code',
  ],
  [
    'a row that becomes a course nobody may bring',
    table,
    'equivalencies[0].becomes[0].schoolCourse',
    'LIB-4950',
    'equivalencies[0].becomes[0].schoolCourse',
    'LIB-4950',
    'outside credit',
  ],
  [
    'a direct course without its code',
    table,
    'equivalencies[0].becomes[0].schoolCourse',
    undefined,
    'equivalencies[0].becomes[0]',
    'no school course',
    'schoolCourse',
  ],
  [
    'a row with an unknown area',
    table,
    'equivalencies[0].becomes[0].areas[0]',
    'letters',
    'equivalencies[0].becomes[0].areas[0]',
    'letters',
    'numbers',
  ],
  [
    'a row that ends before it starts',
    table,
    'equivalencies[0]',
    { ...row('example-courses/statistics'), effectiveFrom: '2026-01-02', effectiveTo: '2026-01-01' },
    'equivalencies[0].effectiveTo',
    '2026-01-01',
    'from 2026-01-02 on',
  ],
  [
    'a term said twice',
    terms,
    '[1]',
    { id: 'level', term: 'level', means: 'How far it goes.', sources: [source] },
    '[1].id',
    'level',
    '[0].id',
  ],
  [
    'a page read in the future',
    course,
    'sources[0].checkedOn',
    '2026-11-23',
    'sources[0].checkedOn',
    '2026-11-23',
    '2026-11-22',
  ],
  [
    'a route that carries an unknown provider',
    route,
    'carries.providers[0]',
    'nobody',
    'carries.providers[0]',
    'nobody',
    'data/providers/nobody.json',
  ],
  [
    'a route that may carry an unknown course',
    route,
    'mayCarry',
    { courses: ['example-courses/gone'] },
    'mayCarry.courses[0]',
    'example-courses/gone',
    'data/courses/example-courses/gone.json',
  ],
  [
    'a route of an unknown service',
    route,
    'services',
    ['nobody'],
    'services[0]',
    'nobody',
    'data/services/nobody.json',
  ],
  ['a route that carries nothing', route, 'carries', {}, 'carries', 'nothing', 'under mayCarry'],
  [
    'two routes that carry the same recommender',
    rest,
    'carries.recommenders',
    ['ACE'],
    'carries.recommenders[0]',
    'recommenders ACE',
    'data/routes/by-badge.json does not carry',
  ],
  ['two steps of one id', route, 'steps[1].id', 'finish', 'steps[1].id', 'finish', 'steps[0].id'],
  [
    'a step after one that is not there',
    route,
    'steps[2].after[0]',
    'claim',
    'steps[2].after[0]',
    'claim',
    'a step of',
  ],
  [
    'a step after a later one',
    route,
    'steps[0].after',
    ['send'],
    'steps[0].after[0]',
    'finish → send → badge → finish',
    'before',
  ],
  ['a step after itself', route, 'steps[1].after', ['badge'], 'steps[1].after[0]', 'badge → badge', 'before'],
  [
    'a step before its stage',
    route,
    'steps[2].stage',
    'enroll',
    'steps[2].stage',
    'enroll',
    'result or a stage after it',
  ],
  [
    'a step that nobody stands behind',
    route,
    'steps[1].sources',
    undefined,
    'steps[1]',
    'neither sources nor ownAdvice',
    'one of the two',
  ],
  ['advice of our own with a source', route, 'steps[1].ownAdvice', true, 'steps[1]', 'sources and ownAdvice', 'one of'],
  [
    'a figure in advice of our own',
    route,
    'requirements[0].text',
    'At least 70 percent are done.',
    'requirements[0].text',
    '70',
    'no figure',
  ],
  ['days that are swapped', route, 'steps[1].takes.least', 9, 'steps[1].takes.least', '9', 'at most 7'],
  [
    'a requirement that an unknown step shows',
    route,
    'requirements[0].shownBy',
    'exam',
    'requirements[0].shownBy',
    'exam',
    'a step of',
  ],
  ['a window without a length', route, 'windows[0].months', undefined, 'windows[0]', 'no length', 'months or days'],
  [
    'a window that opens after what it is for',
    route,
    'windows[0].opensAfter.step',
    'send',
    'windows[0].opensAfter.step',
    'send',
    'a step before send',
  ],
  [
    'an organisation of an unknown school',
    route,
    'organisations',
    [{ id: 'other', name: 'Other U', school: 'other-u', says: 'It gives credit.', sources: [source] }],
    'organisations[0].school',
    'other-u',
    'data/schools/other-u.json',
  ],
  [
    'a receiver for an unknown route',
    school,
    'receives.receivers[0].routes[0]',
    'by-post',
    'receives.receivers[0].routes[0]',
    'by-post',
    'data/routes/by-post.json',
  ],
  [
    'a receiver with an unknown service',
    school,
    'receives.receivers[0].services',
    ['nobody'],
    'receives.receivers[0].services[0]',
    'nobody',
    'data/services/nobody.json',
  ],
  [
    'an evaluation that takes at most less than at least',
    school,
    'receives.evaluation[0].takes.most',
    5,
    'receives.evaluation[0].takes.least',
    '10',
    'at most 5',
  ],
  [
    'a step that a school adds twice',
    school,
    'receives.steps[1]',
    {
      id: 'apply',
      stage: 'send',
      actor: 'student',
      title: 'Apply once more',
      text: 'For the second time.',
      proof: 'A written answer.',
      ifStalled: 'Ask who has it.',
      sources: [source],
    },
    'receives.steps[1].id',
    'apply',
    'receives.steps[0].id',
  ],
  [
    'a page read in a month to come',
    course,
    'sources[0].checkedOn',
    '2026-12',
    'sources[0].checkedOn',
    '2026-12',
    '2026-11-22',
  ],
  [
    'a fact from memory',
    course,
    'sources[0].confidence',
    'memory',
    'sources[0].confidence',
    'memory',
    'primary or reported',
  ],
  [
    'a copy called primary',
    course,
    'sources[0].via',
    'Seen as a copy',
    'sources[0].confidence',
    'seen as a copy',
    'reported',
  ],
  [
    'a primary page without an address',
    school,
    'accepts[0].sources[0].url',
    undefined,
    'accepts[0].sources[0].confidence',
    'without an address',
    'reported',
  ],
  ['a record without a source', provider, 'sources', [], 'sources', '[]', 'a list of at least 1'],
  ['a field of the wrong type', provider, 'name', 7, 'name', '7', 'text'],
  ['a field that is missing', provider, 'name', undefined, 'name', 'missing', 'text'],
  ['a field nobody reads', provider, 'nickname', 'Ex', 'nickname', 'a field nobody reads', 'only the fields'],
];

test('a catalog without a mistake has no problems', () => {
  expect(problemsIn(smallCatalog())).toEqual([]);
});

test.for(mistakes)('it names %s, and what to do about it', ([, file, change, value, field, found, expected]) => {
  const problems = problemsIn(withChange(file, change, value));
  const named = problems.find(
    (problem) => problem.file === file && problem.field === field && problem.expected.includes(expected),
  );
  addFigures('Faults put into facts', { tried: 1, caught: named ? 1 : 0 });
  expect(named, formatProblems(problems)).toBeDefined();
  expect(named?.found).toContain(found);
  expect(named?.fix).toMatch(/^[A-Z].*\.$/);
});

const inParts = (...hours: number[]) => {
  const catalog = withChange(degree, 'semesterHours', 10);
  const children = hours.map((some, index) => leaf(`part-${index}`, some));
  (catalog[degree] as { blocks: unknown[] }).blocks[2] = { ...leaf('parts', 1), fits: undefined, children };
  return problemsIn(catalog);
};

test('hours are read to the hundredth, and thirds that do not add up are told how to', () => {
  expect(inParts(0.333, 0.333, 0.34)).toEqual([]);
  const [problem] = inParts(0.333, 0.333, 0.333);
  expect(problem).toMatchObject({ field: 'blocks[2].semesterHours', found: '1' });
  expect(problem?.expected).toMatch(/^0\.99/);
  expect(problem?.fix).toContain('0.34');
});

test('blocks may add up to more than the degree by what they may share, and not by more', () => {
  const shared = (semesterHours: number) => {
    const catalog = withChange(degree, 'blocks[2]', leaf('electives', 6, { mayShareWith: ['core'] }));
    return problemsIn({ ...catalog, [degree]: { ...catalog[degree], semesterHours } });
  };
  for (const hours of [9, 12, 15]) expect(shared(hours)).toEqual([]);
  for (const hours of [8, 16]) {
    expect(shared(hours)).toMatchObject([
      { field: 'semesterHours', expected: '9 to 15, what its blocks add up to, less what may be shared' },
    ]);
  }
});

test('of two routes for everything else the later one is named', () => {
  const [problem, ...more] = problemsIn(withChange(route, 'fallback', true));
  expect(more).toEqual([]);
  expect(problem).toMatchObject({
    file: rest,
    field: 'fallback',
    expected: 'nothing: data/routes/by-badge.json carries everything else',
  });
});

test('several mistakes are told all at once, file by file', () => {
  const catalog = withChange(degree, 'semesterHours', 15);
  Object.assign(catalog[course] ?? {}, { provider: 'nobody' });
  Object.assign(catalog[provider] ?? {}, { kind: 'school' });
  const text = formatProblems(problemsIn(catalog));
  for (const file of [degree, course, provider]) expect(text).toContain(`${file}\n  `);
  expect(text).toContain(
    '  semesterHours is 15; expected 12, what its blocks add up to.\n    Make them equal. Hours that nothing names are free electives.',
  );
});

test('a record that cannot be read is reported once, not by everything that refers to it', () => {
  const problems = problemsIn(withChange(provider, 'name', 7));
  expect(problems.map(({ file, field }) => `${file} ${field}`)).toEqual([`${provider} name`]);
});

test('ids that differ only by hyphens are told apart before someone mixes them up', () => {
  const catalog = smallCatalog();
  const copy = { ...catalog[course], title: 'Statistics again' };
  const problems = problemsIn({ ...catalog, 'data/courses/example-courses/stat-istics.json': copy });
  expect(formatProblems(problems)).toContain('differs from courses/example-courses/stat');
});

test('a file that is not JSON, or lies nowhere known, is named', () => {
  const catalog = {
    ...smallCatalog(),
    'data/terms.json': '[{]',
    'data/courses/lost.json': {},
    'data/schools/My U.json': {},
  };
  const problems = problemsIn(catalog);
  expect(problems.map(({ file, expected }) => [file, expected.slice(0, 14)])).toEqual([
    ['data/terms.json', 'JSON'],
    ['data/courses/lost.json', 'data/providers'],
    ['data/schools/My U.json', 'a path of lowe'],
  ]);
});
