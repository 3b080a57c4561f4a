import { expect, test } from 'vitest';
import type { AcceptedCredit, Decision } from '../../../src/engine/index.ts';
import { compareAnswer } from '../../../src/planner/trail/answer-compared.ts';
import {
  answerActionSentences,
  answerDifferenceWords,
  answerReasons,
  appealWords,
  postedWords,
} from '../../../src/planner/trail/wording-answers.ts';

const expected = (part: Partial<AcceptedCredit>): AcceptedCredit => ({
  id: 'c1.0',
  credit: 'c1',
  part: 0,
  title: 'Course',
  kind: 'direct-course',
  areas: [],
  level: 'lower-division',
  levelKnown: true,
  hours: { least: 3, likely: 3, most: 3 },
  certainty: 'published',
  source: 'alternative',
  sources: [],
  remarks: [],
  ...part,
});
const english1 = expected({ schoolCourse: 'ENC-1010', title: 'English I' });
const english2 = expected({ schoolCourse: 'ENC-1020', title: 'English II', part: 1 });
const elective = expected({ kind: 'subject-elective', subject: 'MAN', hours: { least: 0, likely: 3, most: 12 } });

type Posted = Decision['becomes'][number];
const posted = (part: Partial<Posted>): Posted => ({
  semesterHours: 3,
  level: 'lower-division',
  title: 'Course',
  ...part,
});
const answered = (...becomes: Posted[]): Decision => ({ becomes, decidedOn: '2027-02-08', by: 'Registrar' });
const appeal = { text: 'Write a letter.', within: { days: 15, unit: 'business-days' as const }, sources: [] };

const differences = (parts: AcceptedCredit[], decision: Decision) =>
  compareAnswer(parts, decision, undefined).rows.map((row) => row.differences);

test('what was expected and posted differs in nothing', () => {
  const both = answered(posted({ schoolCourse: 'ENC-1020' }), posted({ schoolCourse: 'ENC-1010' }));
  const comparison = compareAnswer([english1, english2], both, appeal);
  expect(comparison.rows.map(({ expected: one, posted: two }) => [one?.schoolCourse, two?.schoolCourse])).toEqual([
    ['ENC-1010', 'ENC-1010'],
    ['ENC-1020', 'ENC-1020'],
  ]);
  expect(comparison).toMatchObject({
    actions: ['nothing'],
    postedHours: 6,
    expected: { least: 6, likely: 6, most: 6 },
  });
});

test('one course of two is missing', () => {
  const half = answered(posted({ schoolCourse: 'ENC-1020' }));
  expect(differences([english1, english2], half)).toEqual([['not-posted'], []]);
  expect(compareAnswer([english1, english2], half, appeal).actions).toEqual(['ask', 'appeal']);
});

test('fewer hours, a lower level, another course, an elective in a course’s place', () => {
  const upper = expected({ schoolCourse: 'MAN-3010', level: 'upper-division' });
  expect(differences([english1], answered(posted({ schoolCourse: 'ENC-1010', semesterHours: 2 })))).toEqual([
    ['fewer-hours'],
  ]);
  expect(differences([upper], answered(posted({ schoolCourse: 'MAN-2010' })))).toEqual([
    ['other-course', 'lower-level'],
  ]);
  expect(differences([english1], answered(posted({ title: 'Free elective' })))).toEqual([['elective-only']]);
  expect(differences([english1], answered(posted({ subject: 'HUM' })))).toEqual([['elective-only', 'other-subject']]);
  expect(compareAnswer([upper], answered(posted({ subject: 'MAN' })), appeal).actions).toEqual([
    'ask',
    'substitute',
    'appeal',
  ]);
});

test.for<[what: string, becomes: Partial<Posted>, actions: readonly string[]]>([
  ['an elective', {}, ['ask', 'substitute']],
  ['another course', { schoolCourse: 'ENC-2010' }, ['ask', 'substitute']],
  ['fewer hours', { schoolCourse: 'ENC-1010', semesterHours: 2 }, ['ask']],
  ['a lower level', { schoolCourse: 'ENC-1010', level: 'vocational' }, ['ask']],
  ['a higher level', { schoolCourse: 'ENC-1010', level: 'upper-division' }, ['nothing']],
])('where %s was posted one does what can help', ([, becomes, actions]) => {
  expect(compareAnswer([english1], answered(posted(becomes)), undefined).actions).toEqual(actions);
});

test('within a range everything from the likely hours on is as expected', () => {
  expect(differences([elective], answered(posted({ subject: 'MAN', semesterHours: 3 })))).toEqual([[]]);
  expect(differences([elective], answered(posted({ subject: 'MAN', semesterHours: 12 })))).toEqual([[]]);
  expect(differences([elective], answered(posted({ subject: 'MAN', semesterHours: 13 })))).toEqual([['more-hours']]);
  expect(differences([elective], answered(posted({ subject: 'MAN', semesterHours: 1 })))).toEqual([['fewer-hours']]);
});

test('better than expected asks for nothing', () => {
  const course = answered(posted({ schoolCourse: 'MAN-3010', level: 'upper-division' }), posted({ title: 'More' }));
  expect(differences([elective], course)).toEqual([['now-a-course', 'higher-level'], ['not-expected']]);
  expect(compareAnswer([elective], course, appeal).actions).toEqual(['nothing']);
});

test('a refusal leaves every part unposted, with the day until which one can appeal', () => {
  const refused = compareAnswer([english1, english2], answered(), appeal);
  expect(refused.rows.map((row) => row.differences)).toEqual([['not-posted'], ['not-posted']]);
  expect(refused).toMatchObject({ postedHours: 0, actions: ['ask', 'appeal'], appealBy: '2027-03-01' });
  expect(postedWords(refused)).toBe('Expected 6 hours. Posted 0 hours.');
  expect(appealWords('2027-03-01', '2027-03-01')).toBe('You can appeal until 1 March 2027.');
  expect(appealWords('2027-03-01', '2027-03-02')).toBe('The time to appeal ended on 1 March 2027.');
});

test('hours that are only possible are told as such', () => {
  const words = (part: AcceptedCredit) => postedWords(compareAnswer([part], answered(posted({})), undefined));
  expect(words(elective)).toBe('Expected 3 hours, at most 12 hours. Posted 3 hours.');
  expect(words(expected({ hours: { least: 0, likely: 6, most: 6 } }))).toBe(
    'Expected 6 hours, at least 0 hours. Posted 3 hours.',
  );
});

test('every difference has a reason, and every action a sentence', () => {
  for (const kind of Object.keys(answerDifferenceWords)) {
    expect(answerReasons[kind as keyof typeof answerReasons]).toMatch(/\.$/);
  }
  for (const sentence of Object.values(answerActionSentences)) expect(sentence).toMatch(/\.$/);
});
