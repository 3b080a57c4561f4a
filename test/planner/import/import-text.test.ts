/** Pasted lists and transcripts: which line means which course, and that no line is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestLine, type LineFacts } from '../../../src/planner/import/read-line.ts';
import { mostLines } from '../../../src/planner/import/read-lines.ts';
import { remarkWords } from '../../../src/planner/import/wording-import.ts';
import { ownTime } from '../../own-time.ts';
import { catalog, linesOf, readText, refusalOf } from './import-example.ts';

const first = async (text: string) => linesOf(await readText(text))[0];

const found: [line: string, id: string][] = [
  ['CLEP: College Algebra', 'clep/college-algebra'],
  ['College Algebra (CLEP)', 'clep/college-algebra'],
  ['College-Level Examination Program College Algebra', 'clep/college-algebra'],
  ['Sophia College Algebra', 'sophia/college-algebra'],
  ['Sophia.org – College Algebra', 'sophia/college-algebra'],
  ['SDC English 104', 'study-com/english-104'],
  ['Study.com English 104: College Composition I', 'study-com/english-104'],
  ['Straighterline ACC101 Accounting I', 'straighterline/accounting-1'],
  ['SOPH-0073', 'sophia/anatomy-1'],
  ['SOPH 0073 Anatomy & Physiology 1', 'sophia/anatomy-1'],
  ['Anatomy and Physiology II [SOPH-0081]', 'sophia/anatomy-2'],
  ['- introduction to ETHICS', 'sophia/introduction-to-ethics'],
  ['12. Introduction to Ethics', 'sophia/introduction-to-ethics'],
  ['☑ Introduction to Ethics', 'sophia/introduction-to-ethics'],
  ['Calculus 2', 'straighterline/calculus-2'],
  ['CompTIA A+', 'comptia/a-plus'],
  ['Programming in C', 'study-com/c-programming'],
  ['Programming in C++', 'study-com/cpp-programming'],
  ['Google Data Analytics Professional Certificate', 'coursera/google-data-analytics'],
];

test.for(found)('"%s" is %s', async ([line, id]) => {
  expect(await first(line)).toMatchObject({ found: id });
});

const onlyNear: [line: string, candidate: string][] = [
  ['Google Data Analytics Certificate', 'coursera/google-data-analytics'],
  ['Google Advanced Data Analytics Professional Certificate', 'coursera/google-data-analytics'],
  ['Introdction to Statistcs', 'sophia/introduction-to-statistics'],
  ['ACE NCCRS Human Resourc Mngmnt', 'sophia/human-resource-management'],
  // Numbers that stand in no title say nothing of one.
  ['Sophia Human Resource Mngmnt 1234 17 88', 'sophia/human-resource-management'],
  ['Intro to Ethics - Sophia', 'sophia/introduction-to-ethics'],
  ['soph stats', 'sophia/introduction-to-statistics'],
  ['intro to human resource mgmt', 'sophia/human-resource-management'],
  ['College Algebra', 'clep/college-algebra'],
  ['MATH 1001 College Algebra', 'sophia/college-algebra'],
  // The number is another course's: both are offered, and the student chooses.
  ['Sophia SOPH-0081 Anatomy and Physiology I', 'sophia/anatomy-2'],
];

test.for(onlyNear)('"%s" is only offered as %s', async ([line, candidate]) => {
  const read = await first(line);
  expect(read?.found).toContain(candidate);
  expect(read?.found).toBeInstanceOf(Array);
});

test.for([
  'Underwater Basket Weaving',
  'CLEP Underwater Basket Weaving',
  'Sophia Calculus II',
  'constructor',
  'ENC-9999',
])('"%s" is not found', async (line) => {
  expect(await first(line)).toMatchObject({ found: undefined });
});

const facts: [line: string, facts: object][] = [
  ['CLEP College Algebra 58', { title: 'CLEP College Algebra', score: 58 }],
  ['CLEP College Algebra, score: 58, 3/4/2024', { score: 58, completedOn: '2024-03-04' }],
  ['DSST Ethics in America 440', { score: 440, found: 'dsst/ethics-in-america' }],
  ['Introduction to Ethics, 3 semester hours, lower division', { hours: 3, level: 'lower-division' }],
  ['Introduction to Ethics (3 credits) completed on March 12, 2024', { hours: 3, completedOn: '2024-03-12' }],
  ['Introduction to Ethics Completed 3/12/2024', { title: 'Introduction to Ethics', completedOn: '2024-03-12' }],
  ['Intro to Ethics (Sophia) finished', { title: 'Intro to Ethics (Sophia)' }],
  ['Introduction to Ethics, done 5 Jan 2026', { title: 'Introduction to Ethics', completedOn: '2026-01-05' }],
  ['Introduction to Ethics completed in Mar 2025', { title: 'Introduction to Ethics', term: 'Mar 2025' }],
  ['Introduction to Ethics 03/2025', { title: 'Introduction to Ethics', term: '03/2025' }],
  ['Getting Things Done 3.0', { title: 'Getting Things Done', hours: 3 }],
  ['CLEP College Algebra passed with 62', { title: 'CLEP College Algebra', score: 62 }],
  ['CLEP College Algebra, score of 62', { title: 'CLEP College Algebra', score: 62 }],
  ['CLEP College Algebra passed with a score of 62', { title: 'CLEP College Algebra', score: 62 }],
  ['Introduction to Ethics passed with a B', { title: 'Introduction to Ethics', grade: 'B' }],
  ['Introduction to Ethics passed with 85%', { title: 'Introduction to Ethics' }],
  ['Introduction to Ethics 12 Mar 2024', { completedOn: '2024-03-12', found: 'sophia/introduction-to-ethics' }],
  ['Introduction to Ethics 2024-03-12T10:00:00Z', { completedOn: '2024-03-12' }],
  ['Introduction to Ethics 31/12/2023', { completedOn: '2023-12-31' }],
  ['Introduction to Ethics 31.12.2023', { completedOn: '2023-12-31' }],
  ['Introduction to Ethics, in progress', { inProgress: true }],
  ['Introduction to Ethics 4.5 quarter hours', { hours: 3, remarks: ['quarter-hours'] }],
  [
    'ENGL 101  English Composition I  3.00  3.00  A  12.00',
    { code: 'ENGL 101', title: 'English Composition I', hours: 3, grade: 'A', college: true },
  ],
  ['ENGL-101\tEnglish Composition I\tB+\t4.0\t13.2', { code: 'ENGL-101', hours: 4, grade: 'B+' }],
  ['HIST 210 US History I 3 B-', { title: 'US History I', hours: 3, grade: 'B-' }],
  ['BIO 101L General Biology Lab 1.0 IP', { title: 'General Biology Lab', hours: 1, inProgress: true }],
  ['MATH 101 Statistics 3.0 W', { hours: 3, remarks: ['no-credit'] }],
  ['MATH 101 Statistics 3.00 0.00 F 0.00', { hours: 3, grade: 'F', remarks: ['no-credit'] }],
  ['PSY 101 Psychology 3.00 0.00', { hours: 3, inProgress: true }],
  ['Calculus II 4.00 A', { title: 'Calculus II', hours: 4, grade: 'A', found: 'straighterline/calculus-2' }],
  ['Calculus 2 4.00 A', { title: 'Calculus 2', hours: 4, grade: 'A', found: 'straighterline/calculus-2' }],
  ['Programming in C 3.0', { title: 'Programming in C', hours: 3, found: 'study-com/c-programming' }],
  ['CompTIA A+ 3.0', { hours: 3, found: 'comptia/a-plus' }],
  ['Business Law - 3', { title: 'Business Law', hours: 3 }],
  ['Spanish 2', { title: 'Spanish 2' }],
];

test.for(facts)('"%s" says its facts', async ([line, expected]) => {
  expect(await first(line)).toMatchObject(expected);
});

test.for(['Spanish 2', 'CompTIA A+', 'Introduction to Ethics 31/31/2024', 'College Algebra 500 hours'])(
  'of "%s" no hours, grade or date are made up',
  async (line) => {
    const read = await first(line);
    expect([read?.hours, read?.grade, read?.completedOn]).toEqual([undefined, undefined, undefined]);
  },
);

const collegeTranscript = `
State University of Somewhere
Official Transcript
Name: Sophia Learning-Curve
Fall 2021
Course  Title  Attempted  Earned  Grade  Points
ENGL 101  English Composition I  3.00  3.00  A-  11.10
MATH 1001  College Algebra  3.00  0.00  W  0.00
Term GPA: 3.70
Spring 2022
PHIL 1005  Introduction to Ethics  3.00  3.00  B  9.00
Transfer credit
CLEP
College Composition  62
`;

test('a college’s transcript gives its own courses, never the catalog’s of the same name', async () => {
  const lines = linesOf(await readText(collegeTranscript));
  const courses = lines.filter(({ title }) => title !== '' && title !== 'Transfer credit');
  expect(courses.map(({ title, hours, grade, term, college }) => ({ title, hours, grade, term, college }))).toEqual([
    { title: 'English Composition I', hours: 3, grade: 'A-', term: 'Fall 2021', college: true },
    { title: 'College Algebra', hours: 3, grade: undefined, term: 'Fall 2021', college: true },
    { title: 'Introduction to Ethics', hours: 3, grade: 'B', term: 'Spring 2022', college: true },
    { title: 'College Composition', hours: undefined, grade: undefined, term: 'Spring 2022', college: undefined },
  ]);
  expect(courses.map((line) => typeof line.found === 'string' && line.found)).toEqual([
    false,
    false,
    false,
    'clep/college-composition',
  ]);
  expect(courses[3]).toMatchObject({ score: 62 });
  expect(lines.filter(({ title }) => title === '').map(({ text }) => text)).toEqual([
    'State University of Somewhere',
    'Official Transcript',
    'Name: Sophia Learning-Curve',
    'Fall 2021',
    'Course  Title  Attempted  Earned  Grade  Points',
    'Term GPA: 3.70',
    'Spring 2022',
    'CLEP',
  ]);
});

test('a provider in a heading holds for the lines below it', async () => {
  const lines = linesOf(await readText('Sophia transcript\nCollege Algebra\nCLEP exams:\nCollege Algebra'));
  expect(lines.map(({ found }) => found)).toEqual([
    undefined,
    'sophia/college-algebra',
    undefined,
    'clep/college-algebra',
  ]);
});

test('a provider below each title belongs to the title above it, and so do facts', async () => {
  const lines = linesOf(
    await readText(
      'College Algebra\nSophia Learning\nCompleted 03/12/2024\n3 semester hours\nCollege Composition\nCLEP',
    ),
  );
  expect(lines.map(({ found, hours, completedOn }) => ({ found, hours, completedOn }))).toEqual([
    { found: 'sophia/college-algebra', hours: 3, completedOn: '2024-03-12' },
    { found: 'clep/college-composition', hours: undefined, completedOn: undefined },
  ]);
  expect(lines[0]?.text).toBe('College Algebra · Sophia Learning · Completed 03/12/2024 · 3 semester hours');
});

const orders: [what: string, other: string, day: string, said: boolean][] = [
  ['the day comes first where another date can be read so alone', '25/03/2025', '2025-04-03', false],
  ['the day comes first where the year is short', '25/03/25', '2025-04-03', false],
  ['the month comes first where another date can be read so alone', '03/25/2025', '2025-03-04', false],
  ['the month comes first where others contradict one another', '25/03/2025 and 03/25/2025', '2025-03-04', true],
  ['the month comes first where no other tells', '05/06/2025', '2025-03-04', true],
  ['no date that is none tells anything', '25/31/2025', '2025-03-04', true],
  ['no date that names its month tells anything', '25 March 2025', '2025-03-04', true],
];

test.for(orders)('of the dates of a list, %s: "%s"', async ([, other, day, said]) => {
  const read = { completedOn: day, remarks: said ? ['month-first'] : [] };
  const dated = ({ completedOn, remarks = [] }: LineFacts = {}) => ({ completedOn, remarks });
  const [list] = linesOf(await readText(`Introduction to Ethics 03/04/2025\nCollege Algebra ${other}`));
  expect(dated(list)).toEqual(read);
  const [, row] = linesOf(await readText(`Title,Date\nIntroduction to Ethics,03/04/2025\nCollege Algebra,${other}`));
  expect(dated(row)).toEqual(read);
  expect(remarkWords['month-first']).toContain('month first');
});

test('the dates of a list tell the order of those below a title and beside a recommendation, too', async () => {
  const lines = linesOf(
    await readText(
      'Date printed: 25/11/2025\nCLEP College Algebra 03/04/2025 58\nIntroduction to Ethics\nDate completed: 05/06/2025\n' +
        'Pottery 07/08/2025 In the lower-division baccalaureate/associate degree category, 3 semester hours in crafts',
    ),
  );
  expect(lines.flatMap(({ completedOn }) => completedOn ?? [])).toEqual(['2025-04-03', '2025-06-05', '2025-08-07']);
  expect(lines.flatMap(({ remarks = [] }) => remarks)).toEqual([]);
});

test('quarter hours of a whole transcript become semester hours', async () => {
  const lines = linesOf(await readText('Credits are quarter credits\nMATH 101  Statistics  4.5  A'));
  expect(lines[1]).toMatchObject({ hours: 3, remarks: ['quarter-hours'] });
});

test('invisible marks are left out, markup is plain text', async () => {
  const lines = linesOf(
    await readText('\u202eIntroduction\u200b to Ethics\u0000\n<img src=x onerror=alert(1)>\n\ud800College'),
  );
  expect(lines.map(({ text }) => text)).toEqual(['Introduction to Ethics', '<img src=x onerror=alert(1)>', 'College']);
  expect(lines[0]?.found).toBe('sophia/introduction-to-ethics');
});

test('more lines than can be reviewed are refused, not cut', async () => {
  expect(refusalOf(await readText('Algebra\n'.repeat(mostLines)))).toBeUndefined();
  expect(refusalOf(await readText('Algebra\n'.repeat(mostLines + 1)))).toBe('too-many-lines');
  expect(refusalOf(await readText('x'.repeat(2_000_001)))).toBe('too-large');
  expect(refusalOf(await readText(' \n\t\r\n'))).toBe('empty');
});

const fragments = fc.constantFrom(
  ...catalog.courses.map(({ title }) => title),
  ...[
    'MATH 101',
    '3.00',
    'A',
    'W',
    '12/31/2024',
    '2024-02-30',
    '3 credits',
    'Sophia',
    'CLEP',
    'Fall 2021',
    'Term GPA: 3.5',
  ],
  ...[
    '__proto__',
    'constructor',
    '1e400',
    'NaN',
    '-0',
    '\ud800',
    '\u202e',
    '=1+1',
    ';',
    '"',
    '\t',
    '  ',
    '(',
    '[x]',
    '\ufeff',
    '·',
  ],
  ...['<script>alert(1)</script>', 'a'.repeat(700), '9'.repeat(40), '/'.repeat(50)],
);
const pieces = fc.oneof({ weight: 4, arbitrary: fragments }, fc.string({ unit: 'binary', maxLength: 40 }));
const anyText = fc
  .array(fc.array(pieces, { maxLength: 7 }), { maxLength: 8 })
  .map((lines) => lines.map((line) => line.join(' ')).join('\n'));

test('any text is read without a failure, every word of it is on some line, and the same text reads the same', async () => {
  const ids = new Set(catalog.courses.map(({ id }) => id));
  const seen = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]/gu, '').replace(/·/g, '');
  await fc.assert(
    fc.asyncProperty(
      anyText.filter((text) => !/^\s*[{[]/.test(text)),
      async (text) => {
        const read = await readText(text);
        if ('refused' in read) {
          expect(read.refused).toBe('empty');
          return;
        }
        // A table names its columns in its first lines; random text seldom does, and is then checked elsewhere.
        const lines = linesOf(read);
        expect(seen(lines.map((line) => line.text).join(''))).toBe(seen(text));
        for (const line of lines) {
          expect(line.text.length).toBeLessThanOrEqual(longestLine);
          if (line.hours !== undefined) expect(line.hours > 0 && line.hours <= 30).toBe(true);
          if (line.completedOn !== undefined) expect(line.completedOn).toMatch(/^(?:19[5-9]|20)\d+-\d\d-\d\d$/);
          for (const id of [line.found ?? []].flat()) expect(ids).toContain(id);
        }
        expect(await readText(text)).toEqual(read);
      },
    ),
    { numRuns: 3000 },
  );
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('a title of the catalog with its provider is found again, whatever stands beside it', async () => {
  const beside = fc.constantFrom('', '3 credits', '3.00  A', 'completed 2024-03-12', 'Fall 2023', '(3 semester hours)');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...catalog.courses), beside, async (course, words) => {
      const provider = catalog.providers[course.provider]?.name ?? '';
      expect(await first(`${provider}: ${course.title}  ${words}`)).toMatchObject({ found: course.id });
    }),
    { numRuns: 400 },
  );
});

test('between two breaths no text keeps the page busy for long', async () => {
  const { importText } = await import('../../../src/planner/import/import-courses.ts');
  const { names } = await import('./import-example.ts');
  const texts = [
    Array.from(
      { length: mostLines },
      (_, i) => `Unheard of title ${i} in basket weaving number ${i * 7919} 3.00 A`,
    ).join('\n'),
    '('.repeat(300).concat('\n').repeat(2000),
    `${'3.0 A '.repeat(50)}\n`.repeat(2000),
    'a'.repeat(1_400_000),
  ];
  for (const text of texts) {
    let since = ownTime();
    const turns: number[] = [];
    const breathe = async () => {
      turns.push(ownTime() - since);
      since = ownTime();
    };
    await importText(text, names, { readPdf: async () => ({ refused: 'pdf-scan' }), breathe });
    // Memory may be tidied in a turn or two; a slow reader would be slow in most of them.
    turns.sort((a, b) => b - a);
    expect(turns[Math.ceil(turns.length / 100)] ?? 0).toBeLessThan(50);
  }
});
