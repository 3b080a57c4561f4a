/** One line of a list or a transcript: all that is read out of it, and nothing more. */
import { expect, test } from 'vitest';
import { longestLine, readDate, readHours, readLine, tidy } from '../../../src/planner/import/read-line.ts';
import { linesOf, readText } from './import-example.ts';

/** What was read, without the line itself and the tokens kept for matching. */
function factsOf(line: string) {
  const { text, ending: _, ...facts } = readLine(line);
  expect(text).toBe(line);
  return facts;
}

const art = { code: 'ART 100', title: 'Art History' };
const columns: [behind: string, facts: object][] = [
  ['3.00  3.00  A  12.00', { hours: 3, grade: 'A' }],
  ['3  A', { hours: 3, grade: 'A' }],
  ['12.0  A', { hours: 12, grade: 'A' }],
  ['1.125  A', { hours: 1.13, grade: 'A' }],
  ['3,00  3,00  D  3,0', { hours: 3, grade: 'D' }],
  ['3.00', { hours: 3 }],
  ['C  3.00', { hours: 3, grade: 'C' }],
  ['A  4.00  0.00', { hours: 4, grade: 'A' }],
  ['A  2.0  1.5', { hours: 2, grade: 'A' }],
  ['Online  3.00  A', { hours: 3, grade: 'A' }],
  ['A  Online  3.00', { hours: 3, grade: 'A' }],
  ['1200  3.00  A', { hours: 3, grade: 'A' }],
  ['3rd  4.00  A', { hours: 4, grade: 'A' }],
  ['3.00  1.50  A', { hours: 1.5, grade: 'A' }],
  ['3.00  6.00  A', { hours: 3, grade: 'A' }],
  ['0.00  3.00  TR', { hours: 3 }],
  ['0.00  0.00  A', { grade: 'A' }],
  ['85  A', { grade: 'A' }],
  ['3.00  0.00', { hours: 3, inProgress: true }],
  ['3,00  0,00', { hours: 3, inProgress: true }],
  ['3.00  IP', { hours: 3, inProgress: true }],
  ['3.00  B−', { hours: 3, grade: 'B-' }],
  ['3.00  0.00  IP', { hours: 3, inProgress: true }],
  ['3.00  0.00  A', { hours: 3, grade: 'A', remarks: ['no-credit'] }],
  ['3.00  0.00  W', { hours: 3, remarks: ['no-credit'] }],
  ['3.00  0.00  F  0.00', { hours: 3, grade: 'F', remarks: ['no-credit'] }],
  ['3.00  F', { hours: 3, grade: 'F' }],
  ['3.00  B+', { hours: 3, grade: 'B+' }],
  ['3.00  F-', { hours: 3, grade: 'F' }],
  ['3.00  B-', { hours: 3, grade: 'B-' }],
  ['3.00  E', { hours: 3 }],
  ...['P', 'S', 'CR', 'T', 'TR', 'PASS', 'CREDIT'].map((pass): [string, object] => [`${pass}  3.00`, { hours: 3 }]),
  ...['W', 'WP', 'WF', 'WD', 'NC', 'NP', 'U', 'AU', 'I', 'INC'].map((none): [string, object] => [
    `3.00  ${none}  9.00`,
    { hours: 3, remarks: ['no-credit'] },
  ]),
  ['3.00  A  B', { hours: 3, grade: 'A' }],
  ['Grade: A  3.00  B', { hours: 3, grade: 'A' }],
  ['4 credits  3.00  0.00  A', { hours: 4, grade: 'A' }],
];

test.for(columns)('the columns "%s" behind a title say just that', ([behind, facts]) => {
  expect(factsOf(`ART 100  Art History  ${behind}`)).toStrictEqual({ ...art, ...facts });
});

const beside: [words: string, facts: object][] = [
  ['Completed 12/31/2023', { completedOn: '2023-12-31' }],
  ['Date earned: 1/2/24', { completedOn: '2024-01-02', remarks: ['month-first'] }],
  ['Date awarded 2024-01-02', { completedOn: '2024-01-02' }],
  ['Passed on 2. 3. 2024', {}],
  ['12.11.2024', { completedOn: '2024-11-12' }],
  ['2.3.2024', { completedOn: '2024-03-02' }],
  ['3/3/2024', { completedOn: '2024-03-03' }],
  ['13/3/2024', { completedOn: '2024-03-13' }],
  ['1/2/2024 to 3/4/2024', { completedOn: '2024-03-04', remarks: ['month-first'] }],
  ['Sept. 3rd, 2023', { completedOn: '2023-09-03' }],
  ['May 3 2023', { completedOn: '2023-05-03' }],
  ['1st March, 2023', { completedOn: '2023-03-01' }],
  ['01-Dec-2023', { completedOn: '2023-12-01' }],
  ['2024-03-12T10:00:00.123+02:00', { completedOn: '2024-03-12' }],
  ['2024-03-12T10:00:00-0500', { completedOn: '2024-03-12' }],
  ['2023-01-01 to 2023-05-20', { completedOn: '2023-05-20' }],
  ['2023-05-20 (begun 2023-01-01)', { completedOn: '2023-05-20' }],
  ['1/1/1949', {}],
  ['1/1/1950', { completedOn: '1950-01-01' }],
  ['12/31/2099', { completedOn: '2099-12-31' }],
  ['Fall 2023', { term: 'Fall 2023' }],
  ['spring semester, 2024', { term: 'spring semester, 2024' }],
  ['Winter Quarter 1999', { term: 'Winter Quarter 1999' }],
  ['2024 Summer', { term: '2024 Summer' }],
  ['2024, Autumn', { term: '2024, Autumn' }],
  ['lower division', { level: 'lower-division' }],
  ['Upper-Division Baccalaureate degree', { level: 'upper-division' }],
  ['upper level bachelor’s', { level: 'upper-division' }],
  ['Graduate level', { level: 'graduate' }],
  ['vocational certificate', { level: 'vocational' }],
  ['3 semester hours', { hours: 3 }],
  ['3 sem. hrs.', { hours: 3 }],
  ['3-credit hours', { hours: 3 }],
  ['3 SH', { hours: 3 }],
  ['1.5 units', { hours: 1.5 }],
  ['2,5 crs', { hours: 2.5 }],
  ['Credits: 3', { hours: 3 }],
  ['Credit : 3', { hours: 3 }],
  ['Hour=2', { hours: 2 }],
  ['Unit: 12', { hours: 12 }],
  ['Credits: 1,25', { hours: 1.25 }],
  ['Credits: 123', {}],
  ['Hours earned = 4.0', { hours: 4 }],
  ['30 credits', { hours: 30 }],
  ['31 credits', {}],
  ['0 credits', {}],
  ['4.5 qtr credits', { hours: 3, remarks: ['quarter-hours'] }],
  ['Quarter credits: 3', { hours: 3 }],
  ['Score: 58', { score: 58 }],
  ['scored 440', { score: 440 }],
  ['score 58.5', { score: 58.5 }],
  ['score 95%', {}],
  ['score 95 / 100', {}],
  ['Grade: A', { grade: 'A' }],
  ['grade b-', { grade: 'B-' }],
  ['Grade = NC', { remarks: ['no-credit'] }],
  ['Grade: IP', { inProgress: true }],
  ['Grade: P', {}],
  ['Grade:A', { grade: 'A' }],
  ['Grade: Excellent', {}],
  ['Grade: X', {}],
  ['in progress', { inProgress: true }],
  ['Currently enrolled', { inProgress: true }],
  ['audit', { remarks: ['no-credit'] }],
  ['withdrawn', { remarks: ['no-credit'] }],
  ['(audited)', { remarks: ['no-credit'] }],
];

test.for(beside)('"%s" beside a title says just that', ([words, facts]) => {
  const { title, ...read } = factsOf(`History of Western Philosophy, ${words}`);
  expect(title).toMatch(/^History of Western Philosophy/);
  expect(read).toStrictEqual(facts);
});

const titles: [line: string, title: string, code?: string][] = [
  ['- Art History', 'Art History'],
  ['• Art History', 'Art History'],
  ['3) Art History', 'Art History'],
  ['(12) Art History', 'Art History'],
  ['[x] Art History', 'Art History'],
  ['[ ] Art History', 'Art History'],
  ['Course title: Art History', 'Art History'],
  ['Getting Things Done 12/03/2025', 'Getting Things Done'],
  ['Exam: Art History', 'Art History'],
  ['Art History;', 'Art History'],
  ['Art History -', 'Art History'],
  ['Art History (3 credits)', 'Art History'],
  ['Art History [3 credits]', 'Art History'],
  ['Art History (3 credits, lower division)', 'Art History'],
  ['(3 credits) Art History', 'Art History'],
  ['Art History (to 1800)', 'Art History (to 1800)'],
  ['Art History | 3.0 | A', 'Art History'],
  ['ART 100: Art History', 'Art History', 'ART 100'],
  ['ART-100 – Art History', 'Art History', 'ART-100'],
  ['ART100L Art History', 'Art History', 'ART100L'],
  ['ENG LT 201 Art History', 'Art History', 'ENG LT 201'],
  ['Art History (ARTS-0012)', 'Art History', 'ARTS-0012'],
  ['Art History ART 100', 'Art History', 'ART 100'],
  ['12345  ART 100  Art History', 'Art History', 'ART 100'],
  ['ART 100', 'ART 100', 'ART 100'],
  ['Windows 10', 'Windows 10'],
  ['Windows 10 Server', 'Windows 10 Server'],
  ['Algebra 2 3', 'Algebra 2 3'],
  ['Spanish I A 3', 'Spanish I'],
  ['Art History (3) A', 'Art History'],
  ['Art History - 3', 'Art History'],
  ['A 3.0', 'A'],
];

const taken = [
  'Art History, completed',
  'Art History, completed on 3/12/2024',
  'Art History (passed)',
  'Art History - finished',
  'Art History, date earned: 3/12/2024',
  '2024-03-12 Art History',
  'Art History 2024-03-12T10:00:00',
  'Art History 2024-03-12T10:00:00Z',
  'Art History 2024-03-12T10:00:00.123+02:00',
  'Art History 2024-03-12T10:00:00-0500',
  'Art History score 58.25',
  'Art History score 95/100',
  'Art History score 95 / 100',
  'Art History Grade:A',
  'Art History, audited',
  'Withdrawn\tArt History',
  'Completed\tArt History',
  'Art History Completed 3/12/2024',
  'Art History completed on May 3, 2024',
  'Art History Date Completed: 3/12/2024',
  'Art History Passed 3/12/2024',
  'Art History Pass Spring 2024',
  'Art History Completed 2024',
  'Art History Completed 95%',
  'Art History Completed A',
  'Art History 3.00 A Completed',
  'Art History 3 credits Finished',
  'Art History Status: Completed',
  'Art History, Status Awarded, 3/12/2024',
  'Art History - Completed - 3/12/2024',
  'Art History Transferred 3.00 A',
  'Credit earned 3/12/2024 Art History',
  'Art History vocational',
  'Art History upper level bachelor degree',
  "Art History upper level bachelor's",
  'Art History upper level baccalaureate degree',
  '[] Art History',
  '1.  Art History',
  'Title:Art History',
  'Exam : Art History',
];

test.for([
  'Art History 92%',
  'Art History (92.5 %)',
  'Art History\t100%',
  '✅ Art History 🎓',
  'Art History ✔️ done',
  'Art History done 12/03/2025',
])('of "%s" only "Art History" is left, and a percentage is no hours', (line) => {
  expect(readLine(line)).toMatchObject({ title: 'Art History' });
  expect(readLine(line).hours).toBeUndefined();
});

test.for(taken)('of "%s" only "Art History" is left as the title', (line) => {
  expect(readLine(line).title).toBe('Art History');
});

const statuses: [line: string, facts: object][] = [
  ['Art History Completed 3/12/2024', { completedOn: '2024-03-12', remarks: ['month-first'] }],
  ['Art History Completed 3.00 A', { hours: 3, grade: 'A' }],
  ['Art History In Progress 3.00', { hours: 3, inProgress: true }],
  ['Art History Enrolled Spring 2024', { term: 'Spring 2024', inProgress: true }],
  ['Art History Registered Fall 2024', { term: 'Fall 2024', inProgress: true }],
  ['Art History Withdrawn 3/12/2024', { completedOn: '2024-03-12', remarks: ['month-first', 'no-credit'] }],
  ['Art History Failed 3/12/2024', { completedOn: '2024-03-12', remarks: ['month-first', 'no-credit'] }],
  ['Art History Not passed 3/12/2024', { completedOn: '2024-03-12', remarks: ['month-first', 'no-credit'] }],
  ['Art History Did not complete 2024-03-12', { completedOn: '2024-03-12', remarks: ['no-credit'] }],
];

test.for(statuses)('the word of status in "%s" says how it stands, and is not in the title', ([line, facts]) => {
  const { ending: _, ...read } = readLine(line);
  expect(read).toStrictEqual({ text: line, title: 'Art History', ...facts });
});

test.for([
  'Completed Works of Plato',
  'History of Audit Law',
  'The exam: Art',
  'Graded Readers',
  'Passed Away',
  'Excel Complete 2019',
  'Lessons from the Failed State',
])('"%s" is a title as it stands', (line) => {
  expect(readLine(line)).toStrictEqual({ text: line, title: line });
});

const endings: [line: string, title: string, ending: string[] | undefined][] = [
  ['Calculus 2 4.00 A', 'Calculus', ['2', '4.00', 'A']],
  ['Art (3) A', 'Art', ['3', 'A']],
  ['Art 12.50 A', 'Art', ['12.50', 'A']],
  ['Art 10 A', 'Art', ['10', 'A']],
  ['Art 3 4.5', 'Art', ['3', '4.5']],
  ['Art A 3 B', 'Art A', ['3', 'B']],
  ['Art I 3.0', 'Art I', ['3.0']],
  ['Modern Art – 3', 'Modern Art', ['3']],
  ['Modern Art 3', 'Modern Art 3', undefined],
  ['Modern-Art 3', 'Modern-Art 3', undefined],
  ['Modern Art A', 'Modern Art A', undefined],
  ['Modern Art A B', 'Modern Art A B', undefined],
  ['Modern Art 2  3.0', 'Modern Art 2', undefined],
  ['Modern Art x2 3rd', 'Modern Art x2 3rd', undefined],
];

test.for(endings)('of "%s" the title is "%s", and %j may belong to it', ([line, title, ending]) => {
  const read = readLine(line);
  expect([read.title, read.ending]).toEqual([title, ending]);
});

test.for(titles)('of "%s" the title is "%s", the code %s', ([line, title, code]) => {
  const read = readLine(line);
  expect([read.title, read.code]).toEqual([title, code]);
});

test('a number that can be no hours leaves room for hours in the line below', async () => {
  expect(linesOf(await readText('Introduction to Ethics  85\n3 semester hours'))).toMatchObject([{ hours: 3 }]);
});

test.for([
  ['3', false, 3],
  [' 3.5 ', false, 3.5],
  ['2,25', false, 2.25],
  ['4.5', true, 3],
  ['5', true, 3.33],
  ['30', false, 30],
  ['30.01', false, undefined],
  ['45', true, 30],
  ['0', false, undefined],
  ['100', false, undefined],
  ['-3', false, undefined],
  ['3 h', false, undefined],
  ['3.', false, undefined],
  ['', false, undefined],
] as const)('of "%s", quarter hours or not (%s), come %s semester hours', ([text, quarter, hours]) => {
  expect(readHours(text, quarter)).toBe(hours);
});

test.for([
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', undefined],
  ['13/1/2024', '2024-01-13'],
  ['13/13/2024', undefined],
  ['soon', undefined],
] as const)('"%s" is the day %s', ([text, day]) => {
  expect(readDate(text)).toBe(day);
});

test('a line keeps 300 letters, and shows that it had more', () => {
  expect(tidy('x'.repeat(longestLine))).toBe('x'.repeat(300));
  expect(tidy('x'.repeat(longestLine + 1))).toBe(`${'x'.repeat(299)}…`);
  expect(tidy(`${'x'.repeat(298)}😀😀`)).toBe(`${'x'.repeat(298)}…`);
  expect(tidy(' Ethics\u00a0and\u0007law\tA\u200b ')).toBe('Ethics and law\tA');
});
