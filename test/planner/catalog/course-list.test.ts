import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  askedWords,
  courseWords,
  firstShards,
  earnedBy,
  inOrder,
  marksOf,
  scoreOf,
  shardsFor,
  withAllWords,
  type Directory,
  type ListedCourse,
} from '../../../src/planner/catalog/course-list.ts';
import { letterOf, placesOf, wordFiles } from '../../../src/planner/catalog/word-places.ts';

const course = (id: string, more: Partial<ListedCourse> = {}): ListedCourse => ({
  id,
  provider: id.split('/')[0]!,
  title: 'Introduction to Statistics',
  area: 'mathematics',
  kind: 'course',
  earns: ['ace'],
  ...more,
});
const clep = { id: 'clep', name: 'CLEP', alsoCalled: ['College-Level Examination Program'], outsideUs: 'test-centers' };
const sophia = { id: 'sophia', name: 'Sophia Learning', alsoCalled: [], outsideUs: 'yes' };
const asked = (more: object = {}) => ({ provider: '', marks: [], words: [], ...more });

test.for([
  ['an ACE recommendation', 'course', 'sophia', [{ by: 'ACE' }], ['ace']],
  ['an exam that ACE recommends', 'exam', 'clep', [{ by: 'ACE' }], ['exam']],
  ['credit of a university through edX', 'course', 'edx', [{ by: 'university' }], ['edx']],
  ['credit of a university', 'course', 'someone', [{ by: 'university' }], ['university']],
  ['both reviewers', 'course', 'someone', [{ by: 'NCCRS' }, { by: 'ACE' }], ['ace', 'nccrs']],
  ['a recommendation that has lapsed', 'course', 'saylor', [{ by: 'ACE', effectiveTo: '2023-12-31' }], []],
  ['a recommendation on its last day', 'course', 'saylor', [{ by: 'ACE', effectiveTo: '2026-11-25' }], ['ace']],
  ['credit of the College Board', 'course', 'someone', [{ by: 'College Board' }], ['exam']],
  ['nobody', 'course', 'someone', [], []],
] as const)('what a course can earn: %s', ([, kind, provider, recommendations, earns]) => {
  const facts = {
    kind,
    provider,
    recommendations: recommendations.map((one) => ({ parts: [], atMost: false, ...one })),
  };
  expect(earnedBy(facts, '2026-11-25')).toEqual(earns);
});

test('a price up to 50 is also one up to 100 and 200; an unknown price is none of them', () => {
  const prices = (priceUsd?: number) =>
    marksOf(course('a', priceUsd === undefined ? {} : { priceUsd }), undefined).filter((mark) => /^price/.test(mark));
  expect(prices(40)).toEqual(['price:50', 'price:100', 'price:200']);
  expect(prices(0)).toEqual(['price:free', 'price:50', 'price:100', 'price:200']);
  expect(prices()).toEqual([]);
});

test('a place that only a student hopes for is not a known place, and a refusal is none', () => {
  const marks = marksOf(course('a', { at: { tesu: 'published', wgu: 'hint', nyu: 'refused' } }), 'yes');
  expect(marks.filter((mark) => mark.startsWith('at:'))).toEqual(['at:tesu', 'at:tesu:published', 'at:wgu:hint']);
});

test('it is found by parts of words, slips, its provider’s other names and the school courses it becomes', () => {
  const one = course('clep/statistics', { becomes: ['STA-2010'] });
  for (const typed of ['stat', 'statistcs', 'STATISTICS', 'clep stat', 'college-level', 'STA-2010', 'sta 2010'])
    expect(scoreOf(one, asked({ words: askedWords(typed) }), clep), typed).toBeGreaterThan(0);
  for (const typed of ['biology', 'STA-2011', 'statistics sophia'])
    expect(scoreOf(one, asked({ words: askedWords(typed) }), clep), typed).toBe(0);
});

/** A list of `size` courses with titles of few words, so that words are common. */
const anyList = fc.array(
  fc.array(fc.constantFrom('business', 'statistics', 'biology', 'law', 'ethics', 'english 101', 'Español'), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 400 },
);

test('a code is found with a hyphen, a space or neither, however the catalog writes it', () => {
  const codes = course('a', { code: 'ENG102', becomes: ['ENC-1010'] });
  for (const typed of ['ENG102', 'eng 102', 'ENG-102', 'enc1010', 'ENC-1010', 'enc 1010'])
    expect(scoreOf(codes, asked({ words: askedWords(typed) }), clep), typed).toBeGreaterThan(0);
  expect(scoreOf(codes, asked({ words: askedWords('enc102x') }), clep)).toBe(0);
});

test('by its words a search finds the same courses, as good, as by reading the whole list', async () => {
  const typed = fc.constantFrom(
    'business',
    'busines law',
    'stat',
    'clep biology',
    'espanol',
    '101',
    'zoology',
    'eth law',
  );
  await fc.assert(
    fc.asyncProperty(anyList, typed, async (titles, query) => {
      const list = titles.map((words, index) => course(`clep/${index}`, { title: words.join(' ') }));
      const files = wordFiles(list.map((one) => courseWords(one, clep)));
      const letters = [...files.keys()].map((file) => file.replace('words-', ''));
      const fetched = async (file: string) => files.get(file) ?? {};
      const words = askedWords(query);
      const found = withAllWords(await Promise.all(words.map((word) => placesOf(word, letters, fetched))));
      const expected = list.flatMap((one, index) => {
        const score = scoreOf(one, asked({ words }), clep);
        return score > 0 ? [[index, score]] : [];
      });
      expect([...found].sort(([a], [b]) => a - b)).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test('common words have their places in further files, and none of those grows with the list', () => {
  const list = Array.from({ length: 5_000 }, (_, index) => course(`clep/${index}`, { title: `Statistics ${index}` }));
  const files = wordFiles(list.map((one) => courseWords(one, clep)));
  expect(typeof files.get('words-s')?.['statistics']).toBe('number');
  for (const [name, file] of files) {
    const places = Object.values(file).flatMap((one) => (typeof one === 'number' ? [] : [one.length]));
    const sum = places.reduce((all, one) => all + one, 0);
    // A word that alone has more is in a file of its own.
    if (places.length > 1) expect(sum, name).toBeLessThanOrEqual(2_000);
  }
});

test('only shards that may hold what is asked are read, those with the best courses first', () => {
  const directory: Directory = {
    total: 300,
    providers: [clep, sophia],
    schools: [],
    letters: [],
    marks: ['area:history', 'kind:course', 'kind:exam'],
    shards: [
      { providers: ['clep'], count: 100, marks: [0, 2] },
      { providers: ['sophia'], count: 100, marks: [0, 1] },
      { providers: ['sophia'], count: 100, marks: [1] },
    ],
  };
  const read = (more: object, scores?: ReadonlyMap<number, number>) =>
    shardsFor(directory, asked(more), scores).map(({ shard }) => shard);
  expect(read({})).toEqual([0, 1, 2]);
  expect(read({ provider: 'sophia' })).toEqual([1, 2]);
  expect(read({ marks: ['area:history', 'kind:exam'] })).toEqual([0]);
  expect(read({ marks: ['area:law'] })).toEqual([]);
  expect(
    read(
      {},
      new Map([
        [7, 4],
        [250, 12],
        [260, 1],
      ]),
    ),
  ).toEqual([2, 0]);
});

test('no more shards are read than may hold the best courses wanted', () => {
  const shards = [4, 3, 2, 2].map((asGood, shard) => ({ shard, best: 9, asGood }));
  const first = (enough: number, most: number) => firstShards(shards, enough, most).map(({ shard }) => shard);
  expect(first(4, 8)).toEqual([0]);
  expect(first(8, 8)).toEqual([0, 1, 2]);
  expect(first(8, 2)).toEqual([0, 1]);
  expect(first(50, 8)).toEqual([0, 1, 2, 3]);
  expect(first(Infinity, 3)).toEqual([0, 1, 2]);
});

test('what is not known comes last in every order', () => {
  const found = [
    { course: course('a', { title: 'A' }), score: 1 },
    { course: course('b', { title: 'B', priceUsd: 90, hours: 3, at: { tesu: 'reported' } }), score: 5 },
    { course: course('c', { title: 'C', priceUsd: 5, hours: 6, at: { tesu: 'published' } }), score: 5 },
  ];
  const order = (by: Parameters<typeof inOrder>[1]) =>
    inOrder(found, by, 'tesu')
      .map(({ course: { id } }) => id)
      .join('');
  expect(order('price')).toBe('cba');
  expect(order('hours')).toBe('cba');
  expect(order('sure')).toBe('cba');
  expect(order('title')).toBe('abc');
  expect(order('best')).toBe('bca');
});

test.for<[string, Partial<ListedCourse>, string | undefined, readonly string[]]>([
  ['nothing else known', { earns: [] }, undefined, ['earns:none']],
  ['two reviewers', { earns: ['ace', 'nccrs'] }, undefined, ['earns:ace', 'earns:nccrs']],
  ['two levels', { levels: ['lower', 'upper'] }, undefined, ['level:lower', 'level:upper', 'earns:ace']],
  ['a proctor', { proctored: true }, undefined, ['earns:ace', 'proctored:yes']],
  ['no proctor', { proctored: false }, undefined, ['earns:ace', 'proctored:no']],
  ['one and a half hours', { hours: 1.5 }, undefined, ['earns:ace', 'hours:1']],
  ['three hours', { hours: 3 }, undefined, ['earns:ace', 'hours:3']],
  ['four hours', { hours: 4 }, undefined, ['earns:ace', 'hours:4']],
  ['twelve hours', { hours: 12 }, undefined, ['earns:ace', 'hours:4']],
  ['a provider for the United States alone', {}, 'no', ['earns:ace']],
  ['a provider with test centers elsewhere', {}, 'test-centers', ['earns:ace', 'outside:possible']],
  ['a provider for the whole world', {}, 'yes', ['earns:ace', 'outside:possible', 'outside:home']],
])('a filter can ask of a course: %s', ([, more, outsideUs, marks]) => {
  expect(marksOf(course('a', more), outsideUs)).toEqual(['area:mathematics', 'kind:course', ...marks]);
});

test('a course of another provider, or without a mark, is not what was asked', () => {
  const score = (more: object) => scoreOf(course('clep/a'), asked(more), clep);
  expect([score({}), score({ provider: 'clep' }), score({ provider: 'sophia' })]).toEqual([1, 1, 0]);
  expect([score({ marks: ['kind:course'] }), score({ marks: ['kind:course', 'kind:exam'] })]).toEqual([1, 0]);
});

test('a word in the title says more than one elsewhere, and the same word more than its beginning or a slip', () => {
  const one = course('clep/a', { title: 'Statistics', becomes: ['BIO-1010'] });
  const score = (...words: readonly string[]) => scoreOf(one, asked({ words }), clep);
  expect([score('statistics'), score('stat'), score('statistcs'), score('clep'), score('bio', 'stat')]).toEqual([
    1 + 4 * 3,
    1 + 3 * 3,
    1 + 1 * 3,
    1 + 4,
    1 + 4 + 3 * 3,
  ]);
});

test('where shards may answer as well, the one with more such courses comes first, then the first one', () => {
  const shard = (count: number) => ({ providers: ['clep'], count, marks: [] });
  const directory: Directory = {
    total: 400,
    providers: [clep],
    schools: [],
    letters: [],
    marks: [],
    shards: [shard(100), shard(100), shard(100), shard(50)],
  };
  const scores = new Map([
    [1, 4],
    [2, 9],
    [100, 9],
    [101, 2],
    [102, 9],
    [350, 9],
  ]);
  expect(shardsFor(directory, asked(), scores)).toEqual([
    { shard: 1, best: 9, asGood: 2 },
    { shard: 0, best: 9, asGood: 1 },
    { shard: 3, best: 9, asGood: 1 },
  ]);
  expect(shardsFor(directory, asked(), undefined)).toEqual([
    { shard: 0, best: 1, asGood: 100 },
    { shard: 1, best: 1, asGood: 100 },
    { shard: 2, best: 1, asGood: 100 },
    { shard: 3, best: 1, asGood: 50 },
  ]);
  expect(shardsFor(directory, asked(), new Map())).toEqual([]);
});

test('titles are put in order as people count, and courses of one title by their ids', () => {
  const titles: readonly [string, string][] = [
    ['d', 'English 10'],
    ['c', 'English 9'],
    ['b', 'Éthique'],
    ['z', 'Algebra'],
    ['a', 'Algebra'],
  ];
  const found = titles.map(([id, title]) => ({ course: course(id, { title }), score: 1 }));
  for (const order of ['title', 'best', 'price'] as const)
    expect(inOrder(found, order, '').map(({ course: { id } }) => id)).toEqual(['a', 'z', 'c', 'd', 'b']);
  expect(inOrder(found.toReversed(), 'title', '').map(({ course: { id } }) => id)).toEqual(['a', 'z', 'c', 'd', 'b']);
});

test('the files of words go by first letters, in the order of the alphabet, and a search fetches no others', async () => {
  const files = wordFiles([
    new Map([
      ['stat', true],
      ['eng', false],
    ]),
    new Map([
      ['sea', true],
      ['über', true],
      ['eng', true],
    ]),
  ]);
  expect(['stat', '101', 'über', 'ñ9'].map(letterOf)).toEqual(['s', '1', 'other', 'other']);
  expect([...files]).toEqual([
    ['words-e', { eng: [0, 3] }],
    ['words-s', { sea: [3], stat: [1] }],
    ['words-other', { über: [3] }],
  ]);
  expect(Object.keys(files.get('words-s') ?? {})).toEqual(['sea', 'stat']);
  const fetched: string[] = [];
  const fetchFile = (file: string) => (fetched.push(file), Promise.resolve(files.get(file) ?? {}));
  expect([...(await placesOf('eng', ['e', 's'], fetchFile))]).toEqual([
    [0, 4],
    [1, 12],
  ]);
  expect([...(await placesOf('zoo', ['e', 's'], fetchFile))]).toEqual([]);
  expect(fetched).toEqual(['words-e']);
});

test('a common word has its places in a file of its own, and is found there', async () => {
  const many = Array.from(
    { length: 2_100 },
    (_, at) =>
      new Map([
        ['stat', at % 2 === 0],
        [`s${at % 3}`, false],
      ]),
  );
  const files = wordFiles(many);
  const names = [...files.keys()];
  expect(names).toEqual(expect.arrayContaining(['words-s', 'places-1', 'places-2']));
  expect(names).toHaveLength(4);
  const found = await placesOf('stat', ['s'], (file) => Promise.resolve(files.get(file) ?? {}));
  expect([found.size, found.get(0), found.get(1), found.get(2_099)]).toEqual([2_100, 12, 4, 4]);
  const lost = await placesOf('stat', ['s'], (file) => Promise.resolve(file === 'words-s' ? files.get(file)! : {}));
  expect(lost.size).toBe(0);
});
