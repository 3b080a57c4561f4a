/** What each column of a table says, and how columns are named. */
import { expect, test } from 'vitest';
import { linesOf, readText } from './import-example.ts';

/** The one row below these headings. */
async function row(headings: string, cells: string) {
  const lines = linesOf(await readText(`${headings}\n${cells}`));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toStrictEqual({
    text: headings.split(';').join(' · '),
    title: '',
    providers: [],
    found: undefined,
  });
  return lines[1];
}

test('every column that is known is read', async () => {
  const headings =
    'Course title;Course code;Credits;Final grade;Exam score;Date completed;Issuer;Semester;Level;Status';
  const cells = 'Introduction to Ethics;PHIL1005;3;B+;95;3/12/2024;Sophia;Fall 2023;Upper division;in progress';
  expect(await row(headings, cells)).toStrictEqual({
    text: cells.split(';').join(' · '),
    title: 'Introduction to Ethics',
    code: 'PHIL1005',
    hours: 3,
    grade: 'B+',
    score: 95,
    completedOn: '2024-03-12',
    providers: ['sophia'],
    term: 'Fall 2023',
    level: 'upper-division',
    inProgress: true,
    remarks: ['month-first'],
    found: 'sophia/introduction-to-ethics',
  });
});

test('empty cells say nothing', async () => {
  expect(await row('Title;Code;Credits;Grade;Score;Date;Provider;Term;Level;Status', 'Pottery;;;;;;;;;')).toStrictEqual(
    {
      text: 'Pottery',
      title: 'Pottery',
      providers: [],
      found: undefined,
    },
  );
});

const named: [heading: string, cell: string, facts: object][] = [
  ...['Hours', 'CREDIT HOURS', 'credit', 'Semester hours', 'Units', 'Credits earned', 'Hours Earned', 'SH'].map(
    (heading): [string, string, object] => [heading, '3 cr.', { hours: 3 }],
  ),
  ...['Grade', 'Letter grade'].map((heading): [string, string, object] => [heading, 'a', { grade: 'A' }]),
  ...['Date', 'Completed', 'Completed on', 'Completion date', 'End date', 'Finished', 'Issued on'].map(
    (heading): [string, string, object] => [heading, '12 Mar 2024', { completedOn: '2024-03-12' }],
  ),
  ...['Provider', 'Source', 'Organization', 'Institution', 'School', 'Issued by'].map(
    (heading): [string, string, object] => [heading, 'SDC', { providers: ['study-com'] }],
  ),
  ...['Code', 'Course number', 'Number', 'Course no.', 'Course ID', 'Exhibit', 'ACE ID'].map(
    (heading): [string, string, object] => [heading, 'X-1', { code: 'X-1' }],
  ),
  ...['Term', 'Session'].map((heading): [string, string, object] => [heading, 'T4', { term: 'T4' }]),
  ['Hours', '2,5', { hours: 2.5 }],
  ['Hours', '1 of 2', { hours: 1 }],
  ['Hours', '3. hours', { hours: 3 }],
  ['Hours', '1,234.5', {}],
  ['Hours', 'many', {}],
  ['Hours', '45', {}],
  ['Grade', 'B-', { grade: 'B-' }],
  ['Grade', 'W', { remarks: ['no-credit'] }],
  ['Grade', 'IP', { inProgress: true }],
  ['Grade', 'Excellent', {}],
  ['Score', '58.5', { score: 58.5 }],
  ['Score', '58%', {}],
  ['Score', '58 of 80', {}],
  ['Date', 'soon', {}],
  ['Term', 'x'.repeat(50), { term: 'x'.repeat(40) }],
  ['Code', 'x'.repeat(50), { code: 'x'.repeat(40) }],
  ['Course level', 'lower', { level: 'lower-division' }],
  ['Division', 'Upper', { level: 'upper-division' }],
  ['Level', 'Vocational', { level: 'vocational' }],
  ['Level', 'Graduate', { level: 'graduate' }],
  ['Level', 'Undergraduate', {}],
  ['Status', 'Currently taking', { inProgress: true }],
  ['Status', 'Enrolled', { inProgress: true }],
  ['Status', 'Withdrew', { remarks: ['no-credit'] }],
  ['Status', 'Dropped', { remarks: ['no-credit'] }],
  ['Status', 'Failed', { remarks: ['no-credit'] }],
  ['Status', 'Audit', { remarks: ['no-credit'] }],
  ['Status', 'Complete', {}],
  ['School', 'Some University', { college: true }],
  ['School', 'Hill College', { college: true }],
  ['School', 'Collegeville Academy', {}],
  ['Colour', 'red', {}],
];

test.for(named)('a column "%s" with "%s" says %j', async ([heading, cell, facts]) => {
  const read = await row(`Title;Credits earned this year;${heading};Exam score`, `Pottery;;${cell};`);
  expect(read).toStrictEqual({
    text: `Pottery · ${cell}`,
    title: 'Pottery',
    providers: [],
    found: undefined,
    ...facts,
  });
});

test.for(['Title', 'Course name', 'Name', 'Course', 'Class', 'Description', 'Course description', 'Exam'])(
  'the course stands in a column "%s"',
  async (heading) => {
    expect(await row(`Grade;${heading}`, 'A;Pottery')).toMatchObject({ title: 'Pottery', grade: 'A' });
  },
);

test('of two columns that could hold the title, the one that says so does', async () => {
  expect(await row('Course;Course title;Credits', 'ART 100;Pottery;3')).toMatchObject({ title: 'Pottery', hours: 3 });
});

test('where a title is missing its code stands for it, and a row without both is kept as it stands', async () => {
  expect(await row('Title;Code;Provider', ';PHIL1005;Sophia')).toMatchObject({
    title: 'PHIL1005',
    found: 'sophia/introduction-to-ethics',
  });
  expect(await row('Title;Code;Credits', ';;12')).toStrictEqual({
    text: '12',
    title: '',
    providers: [],
    found: undefined,
  });
});

test('a title may say the provider and the hours; what columns say goes before it', async () => {
  const cell = 'CLEP: College Algebra (3 credits)';
  expect(await row('Title;Credits', `${cell};`)).toMatchObject({ hours: 3, providers: ['clep'] });
  expect(await row('Title;Credits;Provider', `${cell};6;Sophia`)).toMatchObject({
    hours: 6,
    providers: ['sophia', 'clep'],
  });
});

test('what is named in no more than one column, or without a title, is no table', async () => {
  expect(linesOf(await readText('Title;Colour\nPottery;3'))[1]).toMatchObject({ title: 'Pottery;3' });
  expect(linesOf(await readText('Grade;Credits\nA;3'))[1]?.grade).toBeUndefined();
});

test('columns are looked for in the first ten rows', async () => {
  const above = (count: number) => `${'My courses;\n'.repeat(count)}Title;Credits\nPottery;3`;
  expect(linesOf(await readText(above(9))).at(-1)).toMatchObject({ title: 'Pottery', hours: 3 });
  expect(linesOf(await readText(above(10))).at(-1)?.hours).toBeUndefined();
});
