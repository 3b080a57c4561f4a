import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  letterHtml,
  letterRows,
  letterText,
  longestDraft,
  mailDraft,
  recommendationWords,
  type Letter,
  type LetterRow,
} from '../../../src/planner/paper/letter.ts';
import { auditPlan } from '../../../src/planner/audit/plan-audit.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import { becomesName } from '../../../src/planner/wording-beside.ts';
import { catalog, planOf, today } from '../example-catalog.ts';

const providers = { example: { name: 'Example Courses', kind: 'course-provider', alsoCalled: [] } } as never;
const pagesOf = (course: string) => [{ title: 'Course page', url: `https://courses.example/${course}` }];
const rowsOf = (plan: Plan) => letterRows(plan, catalog, auditPlan(plan, catalog, today), providers, today, pagesOf);
const letterOf = (rows: readonly LetterRow[], asker = { name: 'Ada Lovelace', id: 'A 17', program: '' }): Letter => ({
  asker,
  school: 'Example University',
  degree: 'Example Studies',
  catalogYear: '2026-27',
  today,
  rows,
});

test('a row says all that a registrar needs: who gives it, who recommends it, for what it is meant, and where to read', () => {
  expect(rowsOf(planOf({ course: 'example/composition', status: 'completed', score: 60 }))).toEqual([
    {
      credit: 'c1',
      title: 'example/composition',
      finished: true,
      about: ['Example Courses', 'completed', 'score 60'],
      recommended: ['ACE: 6 hours lower division, from a score of 50'],
      hours: '3 hours and 3 hours',
      level: 'lower division',
      meantFor: 'English I and English II',
      hopedFor: 'ENG-1010 and ENG-1020',
      pages: [
        { title: 'Course page', url: 'https://courses.example/example/composition' },
        { title: 'Requirement in the catalog', url: 'https://example.edu/' },
      ],
    },
  ]);
});

test('a course that the school gives nothing for yet is asked about with what is recommended', () => {
  const [certificate, agreement] = rowsOf(planOf('example/certificate', 'agreement-only/course'));
  expect(certificate).toMatchObject({ hours: 'up to 12 hours', hopedFor: 'credit for Electives' });
  expect(agreement).toMatchObject({ hours: '3 hours', level: 'lower division', hopedFor: 'any credit' });
});

test('a grade is told with its sign', () => {
  const [row] = rowsOf(planOf({ course: 'example/composition', status: 'completed', grade: 'A-' }));
  expect(row?.about).toContain('grade A-');
});

test('hours in place of a waived requirement are asked for by that name', () => {
  const waivers = [{ block: 'electives', decidedOn: today, by: 'Registrar' }];
  const [row] = rowsOf({ ...planOf('example/certificate'), waivers });
  expect(row?.meantFor).toBe('Electives in place of what is waived');
});

test('a course that becomes the same as another of the plan names that one', () => {
  const twins = planOf('example/ethics', 'example/ethics');
  expect(
    rowsOf(twins)
      .map(({ sameAs }) => sameAs)
      .filter(Boolean),
  ).toEqual(['example/ethics']);
});

test('courses that the school has answered for, and its own, are not asked about', () => {
  const decision = { becomes: [], decidedOn: today, by: 'Registrar' };
  const own = { title: 'Capstone', semesterHours: 3, level: 'upper-division', source: 'school' } as const;
  const plan = planOf(
    { course: 'example/art', status: 'planned', decision },
    { status: 'planned', typed: own },
    'example/ethics',
  );
  expect(rowsOf(plan).map(({ credit }) => credit)).toEqual(['c3']);
});

test('a recommendation is told with exhibit and dates, an ended one only where the course was finished in time', () => {
  expect(
    recommendationWords({
      by: 'ACE',
      parts: [{ semesterHours: 3, level: 'upper-division', subject: 'statistics' }, { semesterHours: 1 }],
      atMost: true,
      effectiveFrom: '2020-03-01',
      effectiveTo: '2028-05-31',
      exhibit: 'SOPH-0073',
    }),
  ).toBe(
    'ACE: up to 3 hours upper division in statistics and 1 hour, exhibit SOPH-0073, in force from 1 March 2020 to 31 May 2028',
  );
  expect(recommendationWords({ by: 'university', parts: [{ semesterHours: 60 }], atMost: true })).toBe(
    'a university: up to 60 hours',
  );
  const finished = (completedOn: string) =>
    rowsOf(planOf({ course: 'example/lapsed', status: 'completed', completedOn }))[0]?.recommended;
  expect(finished('2023-06-01')).toHaveLength(1);
  expect(finished('2024-06-01')).toEqual([]);
});

test('the letter names who asks, or leaves room for it', () => {
  const rows = rowsOf(planOf('example/art'));
  const text = letterText(letterOf(rows));
  expect(text).toContain('I plan to earn the Example Studies, catalog year 2026-27.');
  expect(text).toContain('Ada Lovelace, Student ID A 17');
  expect(text).toContain('review this course before I pay for it');
  expect(text).toMatch(/\[ \] Yes {3}\[ \] No {3}\[ \] As: _+ {2}Hours: _+/);
  const blank = letterText(letterOf([...rows, ...rows], { name: ' ', id: '', program: 'BA' }));
  expect(blank.endsWith('Thank you.\n\n(name)\n')).toBe(true);
  expect(blank).not.toMatch(/student id/i);
  expect(blank).toContain('I plan to earn the BA,');
  expect(blank).toContain('review these 2 courses before I pay for them');
});

test('a course of the school whose title no page showed is named by its code alone', () => {
  expect(becomesName({ schoolCourse: 'PSY-2370', title: 'Title not seen' })).toBe('PSY-2370');
  expect(becomesName({ schoolCourse: 'PSY-2370', title: 'PSY-2370' })).toBe('PSY-2370');
  expect(becomesName({ schoolCourse: 'PSY-2370', title: 'Social Psychology' })).toBe('PSY-2370 Social Psychology');
  expect(becomesName({ title: 'Free elective' })).toBe('Free elective');
});

test('a letter about one course speaks of one', () => {
  const letter = (...courses: string[]) =>
    letterText(letterOf(rowsOf(planOf(...courses.map((course) => ({ course, status: 'planned' as const }))))));
  expect(letter('example/ethics')).toContain('Please answer yes, no, or as what it would count.');
  expect(letter('example/ethics', 'example/statistics')).toContain('For each one, please answer yes');
});

test('what is finished is not said to be paid for later', () => {
  const opening = (...statuses: readonly ('planned' | 'in-progress' | 'completed' | 'transcript-sent')[]) =>
    letterText(letterOf(rowsOf(planOf(...statuses.map((status) => ({ course: 'example/ethics', status }))))));
  expect(opening('completed')).toContain('I ask you to review this course, which I have finished.');
  expect(opening('completed', 'transcript-sent')).toContain('review these 2 courses, which I have finished.');
  expect(opening('completed', 'in-progress')).toContain('before I pay for those that I have not finished.');
});

test('whatever is typed is text in the table, never markup, and the table has a row for each course', () => {
  const words = fc.oneof(fc.string(), fc.constantFrom('<img src=x onerror=alert(1)>', '"><script>', '&amp;'));
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), words, (titles, name) => {
      const typed = (title: string) =>
        ({ title, semesterHours: 3, level: 'lower-division', source: 'college' }) as const;
      const plan = planOf(...titles.map((title) => ({ status: 'planned' as const, typed: typed(title) })));
      const html = letterHtml(letterOf(rowsOf(plan), { name, id: name, program: name }));
      const tags = new Set([...html.matchAll(/<\/?([^\s>]*)[^>]*>/g)].map(([, tag]) => tag));
      const ours = ['p', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'br', 'b', 'a'];
      expect([...tags].filter((tag) => !ours.includes(tag ?? ''))).toEqual([]);
      expect(html.match(/<tr>/g)).toHaveLength(titles.length + 1);
    }),
    { numRuns: 1000 },
  );
});

test('a mail draft holds the whole letter, or there is none', () => {
  const all = [...catalog.courses.keys()];
  fc.assert(
    fc.property(fc.subarray(all, { minLength: 1 }), (some) => {
      const letter = letterOf(rowsOf(planOf(...some)));
      const draft = mailDraft(letter);
      if (draft === undefined) {
        expect(encodeURIComponent(letterText(letter)).length).toBeGreaterThan(longestDraft / 2);
        return;
      }
      expect(draft.length).toBeLessThanOrEqual(longestDraft);
      const asked = new URLSearchParams(draft.slice('mailto:?'.length));
      expect(asked.get('body')?.replaceAll('\r\n', '\n')).toBe(letterText(letter));
    }),
    { numRuns: 300 },
  );
  expect(mailDraft(letterOf(rowsOf(planOf('example/art'))))).toMatch(/^mailto:\?subject=Request%20for/);
  expect(mailDraft(letterOf(rowsOf(planOf(...all))))).toBeUndefined();
});
