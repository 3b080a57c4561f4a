import { expect, test } from 'vitest';
import type { CreditOutcome } from '../../src/engine/types.ts';
import { landingSentence } from '../../src/planner/audit/landing.ts';
import * as explanations from '../../src/planner/audit/wording-explanations.ts';
import * as wording from '../../src/planner/wording.ts';
import * as beside from '../../src/planner/wording-beside.ts';
import * as problems from '../../src/planner/plan/wording-problems.ts';
import * as saving from '../../src/planner/keeping/wording-saving.ts';
import type { RequirementBlock } from '../../src/schemas/degree.ts';
import type { Source } from '../../src/schemas/shared.ts';

const all = [...Object.values(wording), ...Object.values(beside), ...Object.values(problems), ...Object.values(saving)];
const lists = all.filter((part) => typeof part === 'object');
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
    'Ask the school whether it counts as Arts. If it says yes, record its answer.',
  ],
  [{ kind: 'reach-grade', credit: 'c1', grade: 'C' }, 'Reach a grade of C or better.'],
  [
    { kind: 'finish-in-time', credit: 'c1', completedOn: '2027-05-31', to: '2027-05-31' },
    'Finish it by 31 May 2027. If you did, enter the date.',
  ],
  [
    { kind: 'finish-in-time', credit: 'c1', completedOn: '2027-01-01', from: '2027-01-01', to: '2027-05-31' },
    'Finish it from 1 January 2027 to 31 May 2027. If you did, enter the date.',
  ],
  [
    {
      kind: 'together',
      changes: [
        { kind: 'reach-score', credit: 'c1', score: 50 },
        { kind: 'drop-credit', credit: 'c2' },
      ],
    },
    'One change is not enough. Reach a score of 50. Leave out Ethics.',
  ],
] as const)('a change says what to do and what then happens: %o', ([change, words]) => {
  const of = { title: () => 'Ethics', block: () => 'Arts', now: 48 };
  const sentence = (met: number) => explanations.repairSentence({ change, met }, 'c1', of);
  expect(sentence(48)).toBe(`${words} Then it is used. Likely in all: still 48 hours.`);
  expect(sentence(51)).toBe(`${words} Then it is used. Likely in all: 51 hours instead of 48.`);
});

test('a maximum says how much of the degree it leaves for other sources', () => {
  const limit = { id: 'm', says: 'At most 90 hours of exams.', kind: 'maximum', have: 3, limit: 90, kept: true };
  expect(beside.elsewhereWords(limit, 120)).toBe('At least 30 hours of the degree must come from other sources.');
  expect(beside.elsewhereWords(limit, 60)).toBe('');
  expect(beside.elsewhereWords({ ...limit, kind: 'at-most-per-subject' }, 120)).toBe('');
});

/** Of "b" the list of courses was not found. */
const withRules = new Map<string, RequirementBlock>([
  ['a', { id: 'a', title: 'Block a', semesterHours: 3, fits: { subjects: ['PSY'] } }],
  ['b', { id: 'b', title: 'Block b', semesterHours: 33, fits: { courses: [] } }],
]);
const names = { title: (id: string) => `Course ${id}`, block: (id: string) => `Block ${id}`, blocks: withRules };

test('a rule that a credit goes over says the room it leaves', () => {
  expect(beside.roomWords({ id: 'm', says: 'At most 9.', leaves: 3 })).toBe('It leaves room for 3 hours.');
  expect(beside.roomWords({ id: 'm', says: 'At most 9.', leaves: 0 })).toBe('No hours are left under it.');
  expect(beside.roomWords({ id: 'm', says: 'One subject.' })).toBe('');
});

test('how far one can get is said with what stands in the way, and nothing is promised', () => {
  const open = { sources: [], semesterHours: 120, of: 120, inTheWay: [], smallest: true };
  const elsewhere = { ...open, semesterHours: 114, inTheWay: [{ kind: 'in-residence', id: 'a' } as const] };
  const obstacles = { anywhere: open, elsewhere, alternative: elsewhere };
  expect(explanations.reachSentence('elsewhere', obstacles, { planned: false, blocks: withRules })).toBe(
    'With credit from anywhere but this school, at most 114 of 120 hours of requirements can be met. In the way:',
  );
  expect(explanations.reachSentence('alternative', obstacles, { planned: true, blocks: withRules })).toBe(
    'With exams and online courses added to your courses, at most 114 of 120 hours of requirements can be met. In the way:',
  );
  expect(explanations.reachSentence('anywhere', obstacles, { planned: true, blocks: withRules })).toMatch(
    /^Whatever you add, no rule that we know/,
  );
});

test('what no list of courses was found for is not called impossible, and the other answers leave it out', () => {
  const smallest = { sources: [], smallest: true } as const;
  const anywhere = {
    ...smallest,
    semesterHours: 87,
    of: 120,
    inTheWay: [{ kind: 'fits', id: 'b', block: 'b' } as const],
  };
  const elsewhere = {
    ...smallest,
    semesterHours: 81,
    of: 87,
    inTheWay: [{ kind: 'fits', id: 'a', block: 'a' } as const],
  };
  const obstacles = { anywhere, elsewhere, alternative: elsewhere };
  const says = (which: keyof typeof obstacles) =>
    explanations.reachSentence(which, obstacles, { planned: false, blocks: withRules });
  expect(says('anywhere')).toBe(
    'Whatever you add, at most 87 of 120 hours of requirements can be counted here. In the way:',
  );
  expect(says('elsewhere')).toBe(
    'With credit from anywhere but this school, at most 81 of these 87 hours of requirements can be met. In the way:',
  );
});

test('of a degree whose lists were not found, nothing is said of how far one can get', () => {
  const unknown = { sources: [], semesterHours: 0, of: 0, inTheWay: [], smallest: true };
  const obstacles = { anywhere: unknown, elsewhere: unknown, alternative: unknown };
  expect(explanations.reachSentence('alternative', obstacles, { planned: false, blocks: withRules })).toBe(
    'We found no list of what fills this degree, so nothing can be counted. Ask the school.',
  );
});

test.for([
  [{ kind: 'in-residence', id: 'a', block: 'a' }, 'Block a is taken at the school.'],
  [{ kind: 'choice', id: 'a', block: 'a' }, 'Only some of the parts of Block a count.'],
  [{ kind: 'course-count', id: 'a', block: 'a' }, 'Block a takes only so many courses.'],
  [{ kind: 'fits', id: 'a', block: 'a' }, 'Block a takes no such credit.'],
  [
    { kind: 'fits', id: 'b', block: 'b' },
    'We do not know which courses fit Block b (33 hours), so nothing is counted there. Ask the school.',
  ],
  [{ kind: 'pins', id: 'c1' }, 'You chose where Course c1 goes.'],
  [{ kind: 'qualifier', id: 'q', block: 'a', says: 'Two subjects.' }, 'Block a: Two subjects.'],
  [{ kind: 'maximum', id: 'm', says: 'At most 90.' }, 'At most 90.'],
  [{ kind: 'residency', id: 'r', says: '30 hours here.' }, '30 hours here.'],
] as const)('what stands in the way has words: %o', ([obstacle, words]) => {
  expect(explanations.obstacleSentence(obstacle, names)).toBe(words);
});

test('choices that cost hours are named with what they cost', () => {
  const pins = { credits: ['c1', 'c2'], met: 66 };
  expect(explanations.pinsSentence(pins, { ...names, now: 60 })).toBe(
    'Your choices cost hours. Let the planner choose the places of Course c1 and Course c2 again. ' +
      'Likely in all: 66 hours instead of 60.',
  );
});
