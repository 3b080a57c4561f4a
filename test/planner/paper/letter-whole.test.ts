import { describe, expect, test } from 'vitest';
import type { PlannedCredit } from '../../../src/engine/index.ts';
import { auditPlan } from '../../../src/planner/audit/plan-audit.ts';
import {
  letterHtml,
  letterRows,
  letterSubject,
  letterText,
  longestDraft,
  mailDraft,
  recommendationWords,
  type Letter,
  type LetterRow,
} from '../../../src/planner/paper/letter.ts';
import { catalog, planOf, today } from '../example-catalog.ts';

const row: LetterRow = {
  credit: 'c1',
  title: 'College Composition',
  finished: false,
  about: ['College Board', 'not taken yet'],
  recommended: ['ACE: 6 hours', 'NCCRS: 3 hours'],
  hours: '6 hours',
  level: 'lower division',
  meantFor: 'English I',
  hopedFor: 'ENG-1010',
  pages: [
    { title: 'Course page', url: 'https://a.example/?x=1&y=2' },
    { title: 'Requirement', url: 'https://b.example/' },
  ],
};
const bare: LetterRow = { ...row, credit: 'c2', title: 'Art <1>', about: [], recommended: [], pages: [] };
const letter: Letter = {
  asker: { name: ' Ada Lovelace ', id: ' A 17 ', program: ' BA in Art ' },
  school: 'Example University',
  degree: 'Example Studies',
  catalogYear: '2026-27',
  today: '2026-11-22',
  rows: [row, bare],
};
const final =
  'For each one, please answer yes, no, or as what it would count. I know that the final evaluation follows my official transcripts.';
const asked =
  'I plan to earn the BA in Art, catalog year 2026-27. I ask you to review these 2 courses before I pay for them.';

test('the letter as text is all of it, course by course', () => {
  expect(letterText(letter)).toBe(`22 November 2026

To the Registrar, Example University

${asked}

${final}

1. College Composition (College Board, not taken yet)
   Recommended: ACE: 6 hours
   Recommended: NCCRS: 3 hours
   Hours and level: 6 hours, lower division
   Meant for: English I
   Hoped for as: ENG-1010
   Course page: https://a.example/?x=1&y=2
   Requirement: https://b.example/
   [ ] Yes   [ ] No   [ ] As: ____________________  Hours: ____

2. Art <1>
   Recommended: no recommendation known
   Hours and level: 6 hours, lower division
   Meant for: English I
   Hoped for as: ENG-1010
   [ ] Yes   [ ] No   [ ] As: ____________________  Hours: ____

Thank you.

Ada Lovelace, Student ID A 17
`);
});

test('the letter for a word processor is the same, as a table', () => {
  expect(letterHtml(letter)).toBe(
    [
      '<p>22 November 2026</p>',
      '<p>To the Registrar, Example University</p>',
      `<p>${asked}</p>`,
      `<p>${final}</p>`,
      '<table border="1"><thead><tr><th>Course</th><th>Recommendation</th><th>Hours and level</th><th>Meant for</th><th>Answer</th></tr></thead><tbody>' +
        '<tr><td><b>College Composition</b><br>College Board<br>not taken yet<br><a href="https://a.example/?x=1&amp;y=2">Course page</a><br><a href="https://b.example/">Requirement</a></td>' +
        '<td>ACE: 6 hours<br>NCCRS: 3 hours</td><td>6 hours<br>lower division</td><td>English I<br>As: ENG-1010</td>' +
        '<td>☐ Yes<br>☐ No<br>☐ As: ______________<br>Hours: ____</td></tr>' +
        '<tr><td><b>Art &lt;1&gt;</b></td><td>No recommendation known</td><td>6 hours<br>lower division</td><td>English I<br>As: ENG-1010</td>' +
        '<td>☐ Yes<br>☐ No<br>☐ As: ______________<br>Hours: ____</td></tr></tbody></table>',
      '<p>Thank you.</p>',
      '<p>Ada Lovelace, Student ID A 17</p>',
    ].join('\n'),
  );
});

test('the mail says in its subject who asks, where that is known', () => {
  const subject = (name: string, id: string) => letterSubject({ asker: { name, id, program: '' } });
  expect(subject(' Ada ', ' A 17 ')).toBe('Request for pre-approval of transfer credit, Ada, A 17');
  expect(subject(' ', '')).toBe('Request for pre-approval of transfer credit');
});

test('a draft is given up to the last letter that mail programs take', () => {
  const short = { ...letter, rows: [bare] };
  const room = longestDraft - mailDraft(short)!.length;
  const longer = (by: number) => mailDraft({ ...short, rows: [{ ...bare, title: bare.title + 'x'.repeat(by) }] });
  expect(longer(room)).toHaveLength(longestDraft);
  expect(longer(room + 1)).toBeUndefined();
});

test.for([
  [{ by: 'ACE', parts: [] }, 'ACE: recommended, hours not known'],
  [{ by: 'ACE', parts: [{}] }, 'ACE: hours not known'],
  [
    { by: 'NCCRS', parts: [{ semesterHours: 3 }], effectiveFrom: '2020-03-01' },
    'NCCRS: 3 hours, in force from 1 March 2020',
  ],
  [{ by: 'ACE', parts: [{ semesterHours: 3 }], effectiveTo: '2028-05-31' }, 'ACE: 3 hours, in force to 31 May 2028'],
  [{ by: 'ACE', parts: [{ semesterHours: 1 }], minimumScore: 50 }, 'ACE: 1 hour, from a score of 50'],
] as const)('the recommendation %j reads: %s', ([recommendation, words]) => {
  expect(recommendationWords(recommendation as unknown as Parameters<typeof recommendationWords>[0])).toBe(words);
});

describe('a row', () => {
  const rowsOf = (...credits: readonly (string | Omit<PlannedCredit, 'id'>)[]) => {
    const plan = planOf(...credits);
    return letterRows(plan, catalog, auditPlan(plan, catalog, today), {}, today, () => []);
  };
  const typed = { title: 'Law', semesterHours: 4, level: 'upper-division', source: 'college' } as const;

  test('says how far the student is, with grade and day', () => {
    const about = (more: Partial<PlannedCredit>) =>
      rowsOf({ course: 'example/ethics', status: 'planned', ...more })[0]?.about;
    expect(about({})).toEqual(['example', 'not taken yet']);
    expect(about({ status: 'considering' })).toEqual(['example', 'not taken yet']);
    expect(about({ status: 'in-progress' })).toEqual(['example', 'in progress']);
    expect(about({ status: 'transcript-sent', grade: 'B', completedOn: '2026-05-01' })).toEqual([
      'example',
      'completed, transcript sent',
      'grade B',
      '1 May 2026',
    ]);
  });

  test('of a typed course has what was typed', () => {
    const [law] = rowsOf({ typed: { ...typed, subject: 'LAW' }, status: 'planned' });
    expect(law).toMatchObject({
      title: 'Law',
      recommended: [],
      hours: '4 hours',
      level: 'upper division',
      hopedFor: 'an elective in LAW',
    });
    expect(law?.about).toEqual(['Another US college', 'not taken yet']);
  });

  test('of a course that this page does not know says so', () => {
    expect(rowsOf('gone/away')).toMatchObject([
      {
        about: ['not taken yet'],
        hours: 'hours not known',
        level: 'level not known',
        meantFor: 'any requirement it fits',
      },
    ]);
  });

  test('has a recommendation up to its last day', () => {
    const on = (completedOn: string) =>
      rowsOf({ course: 'example/lapsed', status: 'completed', completedOn })[0]?.recommended.length;
    expect([on('2023-12-31'), on('2024-01-01')]).toEqual([1, 0]);
  });
});
