import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stanceOf, type SchoolStance } from '../../../src/planner/suitability/school-stance.ts';
import {
  answersIn,
  choices,
  hashOfAnswers,
  needs,
  questions,
  unanswered,
  type Answers,
} from '../../../src/planner/suitability/suitability-answers.ts';
import {
  allReasons,
  reasons,
  suitabilityOf,
  type Reason,
  type Verdict,
} from '../../../src/planner/suitability/suitability.ts';
import { reasonBasis } from '../../../src/planner/suitability/suitability-basis.ts';
import { nextPageWords, reasonWords } from '../../../src/planner/suitability/wording-suitability.ts';

const schools: readonly SchoolStance[] = [
  { id: 'open-university', name: 'Open University', stance: 'takes' },
  { id: 'list-college', name: 'List College', stance: 'by-list' },
  { id: 'closed-university', name: 'Closed University', stance: 'refuses' },
];

/** Someone for whom nothing is in the way. */
const easy: Answers = {
  goal: 'degree',
  school: 'open-university',
  subject: 'liberal-arts',
  needs: 'none',
  place: 'us',
  device: 'computer',
  time: 'from-5-to-10',
};

const cases: readonly [situation: string, change: Answers, verdict: Verdict, because: Reason, next: string][] = [
  ['nothing is in the way', {}, 'suits', 'school-takes', 'planner/'],
  ['no school is chosen', { school: 'unsure' }, 'suits', 'school-not-chosen', 'compare/schools/'],
  ['exams are taken abroad', { place: 'elsewhere', time: 'under-5' }, 'suits', 'clep-center-only', 'planner/'],
  ['the school refuses', { school: 'closed-university' }, 'not-this-way', 'school-refuses', 'compare/schools/'],
  ['the school has a list', { school: 'list-college' }, 'ask-first', 'school-by-list', 'guides/asking-a-registrar/'],
  ['the school is unknown to us', { school: 'other' }, 'ask-first', 'school-not-known', 'guides/asking-a-registrar/'],
  [
    'a visa is needed, and a license too',
    { needs: ['license', 'visa'] },
    'not-this-way',
    'visa-needs-campus',
    'guides/when-this-path-is-not-for-you/#4-you-need-a-visa',
  ],
  [
    'a license is needed',
    { needs: ['license'] },
    'ask-first',
    'license-board-decides',
    'guides/when-this-path-is-not-for-you/#3-the-profession-needs-a-license',
  ],
  [
    'the subject is nursing',
    { subject: 'nursing' },
    'ask-first',
    'nursing-limits',
    'guides/when-this-path-is-not-for-you/#3-the-profession-needs-a-license',
  ],
  [
    'the degree must be recognized at home',
    { needs: ['recognition'] },
    'ask-first',
    'recognition-at-home',
    'guides/when-this-path-is-not-for-you/#6-your-employer-or-your-country-may-not-count-it',
  ],
  [
    'aid is needed',
    { needs: ['aid'] },
    'ask-first',
    'aid-limits',
    'guides/when-this-path-is-not-for-you/#5-you-count-on-financial-aid',
  ],
  ['there is only a phone', { device: 'phone' }, 'ask-first', 'phone-not-enough', 'guides/exams-from-abroad/'],
  ['a job is the goal', { goal: 'job' }, 'ask-first', 'certificate-not-credit', 'tools/certificate-check/'],
  [
    'the goal is not known',
    { goal: 'unsure', school: 'unsure' },
    'open',
    'school-not-chosen',
    'guides/earning-us-credit-from-abroad/',
  ],
];

test.for(cases)(
  'where %s, the answer is right, with its reason and the next page',
  ([, change, verdict, because, next]) => {
    const answer = suitabilityOf({ ...easy, ...change }, schools);
    expect(answer).toMatchObject({ verdict, next });
    expect(answer.reasons).toContain(because);
  },
);

test('what stands against it comes first, then what to settle', () => {
  const { reasons: found } = suitabilityOf({ ...easy, school: 'closed-university', needs: ['aid', 'visa'] }, schools);
  const weights = found.map((reason) => reasons[reason]);
  expect(weights).toEqual(weights.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  expect(weights.slice(0, 2)).toEqual(['against', 'against']);
});
const order = ['against', 'first', 'how', 'for'];

/** Every way to answer one question alone. */
const everyAnswer: readonly Answers[] = [
  ...Object.entries(choices).flatMap(([question, all]) => all.map((answer): Answers => ({ [question]: answer }))),
  ...needs.map((need): Answers => ({ needs: [need] })),
  ...[...schools.map(({ id }) => id), 'other', 'unsure'].map((school): Answers => ({ school })),
];

test('each answer leads to a page with a name, whatever else is answered', () => {
  for (const answer of everyAnswer) {
    const { next, reasons: found } = suitabilityOf({ ...easy, ...answer }, schools);
    expect(nextPageWords(next)).not.toBe('');
    expect(found.length).toBeGreaterThan(0);
  }
});

test('each reason can be given', () => {
  const oneByOne: SchoolStance = { id: 'one', name: 'One by One', stance: 'one-by-one' };
  const given = new Set(
    [...everyAnswer, { school: 'one' }].flatMap(
      (answer) => suitabilityOf({ ...easy, ...answer }, [...schools, oneByOne]).reasons,
    ),
  );
  expect(allReasons.filter((reason) => !given.has(reason))).toEqual([]);
});

describe.each(allReasons)('%s', (reason) => {
  const { guide, cites } = reasonBasis[reason];

  test('says so in short sentences and promises nothing', () => {
    expect(reasonWords[reason]).toMatch(/\.$/);
    expect(reasonWords[reason]).not.toMatch(/guarantee|always|will transfer|will be accepted/i);
  });

  test('rests on a guide that cites the same pages', () => {
    const [, name = ''] = /^guides\/([a-z-]+)\//.exec(guide) ?? [];
    if (name === 'glossary') return expect(readFileSync('data/terms.json', 'utf8')).toContain('30 hours of other work');
    const text = readFileSync(`src/content/guides/${name}.mdx`, 'utf8');
    expect(cites.filter((id) => !text.includes(`(#source-${id})`))).toEqual([]);
    expect(cites.filter((id) => !existsSync(`src/content/citations/${id}.json`))).toEqual([]);
    return undefined;
  });
});

test.for([
  [
    'by what it says of reviewers',
    [
      { recommender: 'ACE', verdict: 'no' },
      { provider: 'sophia', verdict: 'yes' },
    ],
    'refuses',
  ],
  [
    'else by the course providers it names',
    [
      { provider: 'clep', verdict: 'no' },
      { provider: 'sophia', verdict: 'yes' },
    ],
    'by-list',
  ],
  ['one by one, where it decides so', [{ provider: 'sophia', verdict: 'case-by-case' }], 'one-by-one'],
  ['not known, where only exams are named', [{ provider: 'clep', verdict: 'yes' }], 'not-known'],
] as const)('a school’s stance is told %s', ([, lines, stance]) => {
  const accepts = lines.map((line) => ({ ...line, says: 'It says so.', sources: [] }));
  expect(stanceOf({ accepts }, (provider) => provider !== 'clep')).toBe(stance);
});

describe('the address', () => {
  test.for([{}, easy, { ...easy, needs: ['visa', 'aid'] }, { goal: 'unsure', needs: 'unsure' }] as Answers[])(
    'brings back what it was made of',
    (answers) => {
      expect(answersIn(hashOfAnswers(answers))).toEqual(answers);
    },
  );

  test.for(['#goal=riches&place=&school=<b>&needs=gold', '#', '', '#%E0%A4%A', '#goal', '#a=b'])(
    'leaves out what it does not know: %s',
    (hash) => {
      expect(answersIn(hash)).toEqual({});
    },
  );

  test('a form without answers asks for each of them', () => {
    expect(unanswered({})).toEqual(questions);
    expect(unanswered({ ...easy, needs: [] })).toEqual(['needs']);
    expect(unanswered(easy)).toEqual([]);
  });
});
