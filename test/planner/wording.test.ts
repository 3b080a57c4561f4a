import { expect, test } from 'vitest';
import type { CreditOutcome } from '../../src/engine/types.ts';
import { landingSentence } from '../../src/planner/landing.ts';
import * as wording from '../../src/planner/wording.ts';
import * as problems from '../../src/planner/wording-problems.ts';
import type { RequirementBlock } from '../../src/schemas/degree.ts';
import type { Source } from '../../src/schemas/shared.ts';

const lists = [...Object.values(wording), ...Object.values(problems)].filter((part) => typeof part === 'object');
const sentences = lists.flatMap((list) => Object.values(list)).filter((text) => typeof text === 'string');

test('no sentence begs, apologises or promises', () => {
  expect(sentences.length).toBeGreaterThan(80);
  const wrong = /\b(please|sorry|oops|invalid|valid|guarantee\w*|will be accepted|definitely|transferable)\b/i;
  expect(sentences.filter((sentence) => wrong.test(sentence))).toEqual([]);
});

test('sentences are short enough for a second language', () => {
  const long = sentences.flatMap((text) => text.split(/[.;:] /)).filter((part) => part.split(' ').length > 20);
  expect(long).toEqual([]);
});

test.for([
  ['2026-11-22', '22 November 2026'],
  ['2026-04', 'April 2026'],
  ['2026', '2026'],
  ['before 2016', 'before 2016'],
  ['about 2021-05', 'about May 2021'],
  ['2026-01-05', '5 January 2026'],
] as const)('the date %s reads "%s"', ([iso, words]) => {
  expect(wording.dateWords(iso)).toBe(words);
});

test.for([
  [1, '1 hour'],
  [3, '3 hours'],
  [1.5, '1.5 hours'],
  [0.1 + 0.2, '0.3 hours'],
] as const)('%s reads "%s"', ([hours, words]) => {
  expect(wording.hoursWords(hours)).toBe(words);
});

const source: Source = { says: 'It counts', checkedOn: '2026-08-14', confidence: 'primary' };

test.for(['javascript:alert(1)', 'data:text/html,x', 'ftp://x.example', '//x.example', ' https://x.example'])(
  'the address "%s" is never a link',
  (url) => {
    expect(wording.linkTo({ ...source, url })).toBeUndefined();
  },
);

test('a source says whose it is and when it was read', () => {
  expect(wording.linkTo({ ...source, url: 'https://www.school.example/a' })).toBe('https://www.school.example/a');
  expect(wording.sourceTitle({ ...source, url: 'https://www.school.example/a' })).toBe('school.example');
  expect(wording.sourceNote(source)).toBe('checked August 2026');
  expect(wording.sourceNote({ ...source, confidence: 'reported' })).toBe('reported, checked August 2026');
});

const blocks = new Map(
  ['English I', 'English II', 'Electives'].map((title): [string, RequirementBlock] => [
    title,
    { id: title, title, semesterHours: 3 },
  ]),
);
const part = (more: Partial<CreditOutcome>) =>
  ({ accepted: { remarks: [] }, mayFill: [], ...more }) as unknown as CreditOutcome;
const at = (block: string) => ({ accepted: 'c1.0', block, semesterHours: 3, excess: 0, pinned: false });

test('a landing is told in a few short sentences', () => {
  const both = { notAccepted: [], parts: [part({ applied: at('English I') }), part({ applied: at('English II') })] };
  expect(landingSentence(both, blocks)).toBe('It lands in English I and English II.');
  const full = { notAccepted: [], parts: [part({ notApplied: { reason: 'blocks-full', blocks: [] } })] };
  expect(landingSentence(full, blocks)).toBe('This degree does not use it. Every requirement it fits is full.');
  const atBest = { notAccepted: [], parts: [part({ atBest: at('Electives') })] };
  expect(landingSentence(atBest, blocks)).toBe('At best it lands in Electives.');
  const no = {
    parts: [],
    notAccepted: [{ credit: 'c1', title: 'x', reason: 'needs-agreement' as const, sources: [] }],
  };
  expect(landingSentence(no, blocks)).toContain('It gives no hours here.');
});

test.for([
  [{ kind: 'release-pins', credit: 'c1' }, 'Let the planner choose its place again.'],
  [{ kind: 'release-pins', credit: 'c2' }, 'Let the planner choose the place of Ethics again.'],
  [{ kind: 'drop-credit', credit: 'c2' }, 'Leave out Ethics.'],
  [{ kind: 'reach-score', credit: 'c1', score: 50 }, 'Reach a score of 50.'],
  [
    { kind: 'school-decides', credit: 'c1', block: 'arts', decision: { becomes: [], decidedOn: '2026-11-22', by: '' } },
    'Ask the school whether it counts as Arts. If it says yes, it is a decision.',
  ],
] as const)('a change says what to do and what then happens: %o', ([change, words]) => {
  const of = { title: () => 'Ethics', block: () => 'Arts', now: 48 };
  const sentence = (met: number) => wording.repairSentence({ change, met }, 'c1', of);
  expect(sentence(48)).toBe(`${words} Then it is used. Likely in all: still 48 hours.`);
  expect(sentence(51)).toBe(`${words} Then it is used. Likely in all: 51 hours instead of 48.`);
});

test('a maximum says how much of the degree it leaves for other sources', () => {
  const limit = { id: 'm', says: 'At most 90 hours of exams.', kind: 'maximum', have: 3, limit: 90, kept: true };
  expect(wording.elsewhereWords(limit, 120)).toBe('At least 30 hours of the degree must come from other sources.');
  expect(wording.elsewhereWords(limit, 60)).toBe('');
  expect(wording.elsewhereWords({ ...limit, kind: 'at-most-per-subject' }, 120)).toBe('');
});
