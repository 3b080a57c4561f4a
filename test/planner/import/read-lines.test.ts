/** The lines of a transcript together: which are headings, how far one holds, and what stands beneath a course. */
import { describe, expect, test } from 'vitest';
import { mostLines } from '../../../src/planner/import/read-lines.ts';
import { linesOf, readBytes, readText, refusalOf } from './import-example.ts';

const read = async (...lines: string[]) => linesOf(await readText(lines.join('\n')));

test.for([
  'Official Transcript',
  'Unofficial transcript of Jo Doe',
  'Student ID: 12345',
  'Name: Introduction Smith',
  'Page 2 of 3',
  'Cumulative GPA 3.5',
  'Dean’s List',
  'Term totals 12.00 12.00',
  'Course  Title  Grade  Credits',
  'Credits recommended',
  'https://example.com/ethics',
  'jo@example.com',
  '* * *',
  '42',
  'Fall 2023',
  '2024 Spring Semester',
  'Sophia Learning transcript',
  'State University of Somewhere',
  `${'many words '.repeat(13)}`.trim(),
])('"%s" is no course, and is kept as it stands', async (line) => {
  expect(await read(line)).toStrictEqual([{ text: line, title: '', providers: [], found: undefined }]);
});

test.for([
  'University Mathematics 3.00 A',
  'Student Success',
  'Fall of Rome',
  'Dean of Students Seminar',
  'Title IX',
  'Learning from Data',
])('"%s" is a course', async (line) => {
  expect((await read(line))[0]?.title).not.toBe('');
});

test('a college in a heading takes the provider’s place, and a provider the college’s', async () => {
  const lines = await read(
    'CLEP exams',
    'College Algebra',
    'Ethics of Care',
    'University of Nowhere',
    'Ethics of Peace',
    'Sophia transcript',
    'Ethics of War',
  );
  expect(lines.filter(({ title }) => title !== '').map(({ providers, college }) => [providers, college])).toEqual([
    [['clep'], undefined],
    [['clep'], undefined],
    [[], true],
    [['sophia'], undefined],
  ]);
});

test('a course that names its own provider keeps it first', async () => {
  const lines = await read('Sophia transcript', 'CLEP College Algebra');
  expect(lines[1]).toMatchObject({ providers: ['clep', 'sophia'], found: 'clep/college-algebra' });
});

test('a term in a heading holds until the next; a line’s own term goes first', async () => {
  const lines = await read('Fall 2023', 'Art History', 'Pottery Spring 2021', 'Winter 2024', 'Painting');
  expect(lines.filter(({ title }) => title !== '').map(({ term }) => term)).toEqual([
    'Fall 2023',
    'Spring 2021',
    'Winter 2024',
  ]);
});

test('a code, hours and a grade without a provider are a college’s; two of them are not enough', async () => {
  const lines = await read(
    'ART 100  Pottery  3.0  A',
    'ART 100  Pottery  3.0',
    'ART 100  Pottery  A',
    'Pottery  3.0  A',
  );
  expect(lines.map(({ college }) => college)).toEqual([true, undefined, undefined, undefined]);
  expect((await read('Sophia transcript', 'ART 100  Pottery  3.0  A'))[1]?.college).toBeUndefined();
});

test('facts below a course are the course’s, where it does not say them itself', async () => {
  const [line, ...more] = await read('Pottery  3.0', '2 credits, upper division', '2024-03-12', 'Grade: B-');
  expect(more).toEqual([]);
  expect(line).toStrictEqual({
    text: 'Pottery  3.0 · 2 credits, upper division · 2024-03-12 · Grade: B-',
    title: 'Pottery',
    providers: [],
    hours: 3,
    level: 'upper-division',
    completedOn: '2024-03-12',
    grade: 'B-',
    found: undefined,
  });
});

test('facts without a course above them stand for themselves', async () => {
  expect(await read('3 credits', 'Pottery')).toMatchObject([
    { text: '3 credits', title: '' },
    { text: 'Pottery', title: 'Pottery' },
  ]);
  const [course, aside, facts] = await read('Pottery', 'Cumulative GPA', '3 credits');
  expect([course?.hours, aside?.title, facts?.title]).toEqual([undefined, '', '']);
});

test('what stands below a course joins it as long as both fit on one line of 300 letters', async () => {
  expect(await read('P'.repeat(280), '3 semester hours.')).toHaveLength(1);
  expect(await read('P'.repeat(280), '3 semester hours.:')).toHaveLength(2);
});

test('a list that begins with a provider has headings, not providers below titles', async () => {
  const lines = await read('Sophia', 'College Algebra', 'CLEP', 'College Composition');
  expect(lines.map(({ providers }) => providers)).toEqual([[], ['sophia'], [], ['clep']]);
});

test.for([
  ['CLEP exams', 'College Algebra 50', 50],
  ['CLEP exams', 'College Algebra: 20', 20],
  ['CLEP exams', 'College Algebra (80)', 80],
  ['CLEP exams', 'College Algebra 81', undefined],
  ['CLEP exams', 'College Algebra 19', undefined],
  ['DSST exams', 'Ethics in America 400', 400],
  ['Sophia transcript', 'College Algebra 50', undefined],
  ['CLEP exams', 'College Algebra score 55', 55],
] as const)('below "%s", "%s" has the score %s', async ([heading, line, score]) => {
  expect((await read(heading, line))[1]?.score).toBe(score);
});

test('quarter hours anywhere make all hours quarter hours, unless semester hours are spoken of too', async () => {
  const quarter = await read('Hours are quarter hours', 'Pottery  4.5', 'Painting  3 quarter hours', 'Drawing');
  expect(quarter.slice(1).map(({ hours, remarks }) => [hours, remarks])).toEqual([
    [3, ['quarter-hours']],
    [2, ['quarter-hours']],
    [undefined, undefined],
  ]);
  const both = await read('Quarter hours are turned into semester hours', 'Pottery  4.5');
  expect(both[1]).toMatchObject({ hours: 4.5 });
});

test('each end of a line begins a new one, and one that is too long becomes several', async () => {
  expect((await read('Art\r\nLaw\rMusic\fDance\u2028Drama')).map(({ text }) => text)).toEqual([
    'Art',
    'Law',
    'Music',
    'Dance',
    'Drama',
  ]);
  expect((await read('art '.repeat(100))).map(({ text }) => text.length)).toEqual([299, 99]);
  expect((await read('x'.repeat(700))).map(({ text }) => text.length)).toEqual([300, 300, 100]);
});

test('2,000,000 letters are read, and one more is refused', async () => {
  expect(refusalOf(await readText('Art'.padEnd(2_000_000)))).toBeUndefined();
  expect(refusalOf(await readText('Art'.padEnd(2_000_001)))).toBe('too-large');
});

test('a text of marks that can’t be seen is empty', async () => {
  expect(refusalOf(await readText('\u200b\u200b'))).toBe('empty');
});

test('a text with commas that is no table is read as lines; a table without commas too is read as one', async () => {
  expect(await read('Art, then Law', 'Music')).toMatchObject([{ title: 'Art, then Law' }, { title: 'Music' }]);
  expect((await read('Title|Credits', 'Pottery|3'))[1]).toMatchObject({ text: 'Pottery · 3', hours: 3 });
});

const piece = (text: string, y: number) => ({ text, x: 50, y, width: 100, height: 10 });
const pdf = new TextEncoder().encode('%PDF-1.7');

test('a PDF keeps to the same bounds', async () => {
  const page = (count: number) => Array.from({ length: count }, (_, i) => piece('Art', 20 * i));
  expect(linesOf(await readBytes(pdf, { pages: [page(2), page(3)] }))).toHaveLength(5);
  expect(refusalOf(await readBytes(pdf, { pages: [page(mostLines + 1)] }))).toBe('too-many-lines');
  expect(refusalOf(await readBytes(pdf, { pages: [[piece('x'.repeat(2_000_001), 1)]] }))).toBe('too-large');
});

test.for([
  ['a GIF', 'GIF89a', 'image-without-badge'],
  ['a WebP', 'RIFF1234WEBP', 'image-without-badge'],
  ['a bitmap', 'BM123', 'image-without-badge'],
  ['a TIFF', 'II*\0', 'image-without-badge'],
  ['a TIFF turned', 'MM\0*', 'image-without-badge'],
  ['a photo of a phone', '1234ftypheic', 'image-without-badge'],
  ['a drawing without a badge', '<?xml?><svg ', 'image-without-badge'],
] as const)('%s is refused as a picture', async ([, start, refusal]) => {
  expect(refusalOf(await readBytes(new TextEncoder().encode(start)))).toBe(refusal);
});

test('letters that only look like the beginning of a picture are read', async () => {
  expect(linesOf(await readBytes(new TextEncoder().encode('Art GIF8 BM')))).toHaveLength(1);
});

describe('a transcript of ACE', () => {
  const of = (title: string, giver: string, hours: string) => [
    title,
    `Organization: ${giver}`,
    'ACE Course ID: SOPH-0008',
    'Date Completed: 04/12/2024',
    `Credit Recommendation: In the lower-division baccalaureate/associate degree category, ${hours}`,
  ];

  test('has who gives a course, its number, date and hours below the title', async () => {
    const lines = await read(
      'ACE Transcript',
      ...of('Introduction to Ethics', 'Sophia Learning', '3 semester hours in ethics or'),
      'philosophy',
      ...of('Basket Weaving', 'Nowhere Academy', '2 semester hours in crafts'),
    );
    expect(lines.filter(({ title }) => title !== '')).toMatchObject([
      {
        title: 'Introduction to Ethics',
        providers: ['sophia'],
        hours: 3,
        level: 'lower-division',
        completedOn: '2024-04-12',
      },
      { title: 'Basket Weaving', providers: [], hours: 2 },
    ]);
  });

  test('may recommend hours at two levels: the sum counts, and no level is guessed', async () => {
    const two =
      'In the lower-division baccalaureate/associate degree category, 3 semester hours in planning; in the upper-division baccalaureate degree category, 6 semester hours in leading';
    const [line] = await read(`Leading Projects\t04/12/2024\t${two}`);
    expect(line).toMatchObject({ title: 'Leading Projects', hours: 9 });
    expect(line?.level).toBeUndefined();
  });
});

test('behind the score of an exam may stand its hours, and none mean no credit', async () => {
  const [, passed, failed] = await read('CLEP', 'College Algebra 08/01/2023 63 3', 'Calculus 08/02/2023 44 0');
  expect(passed).toMatchObject({ title: 'College Algebra', score: 63, hours: 3, completedOn: '2023-08-01' });
  expect(failed).toMatchObject({ title: 'Calculus', score: 44, remarks: ['month-first', 'no-credit'] });
});
