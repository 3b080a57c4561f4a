/** What a choice of courses is worth: hours before sure hours, before study, before costs. */
import { describe, expect, test } from 'vitest';
import type { CompletionInput, Offer, Wishes } from '../../../src/engine/completion.ts';
import { Answers, mostSure, takenBy, type Taken } from '../../../src/engine/complete/answers.ts';
import type { Candidate } from '../../../src/engine/complete/candidates.ts';
import type { Group } from '../../../src/engine/complete/groups.ts';
import type { ProgramInput } from '../../../src/engine/complete/program.ts';
import type { Price } from '../../../src/engine/complete/stacks.ts';
import type { Degree } from '../../../src/schemas/degree.ts';
import type { Equivalency } from '../../../src/schemas/equivalency.ts';
import { degree as exampleDegree, school, sharingDegree } from '../example-university.ts';
import { programFor } from './programs.ts';
import { today, usualWishes } from './random-market.ts';

const offer = (id: string, priceUsd: number): Offer => ({
  course: { id, title: id, provider: 'acme', kind: 'course', recommendations: [] },
  ways: [{ fees: [{ what: 'Fee', provider: 'acme', priceUsd }], unknown: [] }],
  outsideUs: 'yes',
});
const row = (course: string, semesterHours: number, confidence: 'primary' | 'reported'): Equivalency => ({
  course,
  becomes: [{ kind: 'subject-elective', title: 'Credit', subject: 'PHI', semesterHours, level: 'lower-division' }],
  basis: 'decided',
  sources: [{ says: 'Example', url: 'https://example.edu/', checkedOn: '2026-11', confidence }],
});

/** Ten hours of anything. */
const plain: Degree = {
  ...exampleDegree,
  semesterHours: 10,
  blocks: [{ id: 'any', title: 'Any', semesterHours: 10, fits: {} }],
  qualifiers: [],
};
/** Six hours, of which three may be the same. */
const sharing: Degree = {
  ...sharingDegree,
  semesterHours: 6,
  blocks: [
    { id: 'any', title: 'Any', semesterHours: 3, fits: {} },
    { id: 'again', title: 'Again', semesterHours: 3, fits: {}, mayShareWith: ['any'] },
  ],
  qualifiers: [],
};

/** The program of four courses: 3 sure hours for $40, 4 reported ones for $20, 2 sure ones for $90; d is as a is. */
function program(degree: Degree, wishes: Partial<Wishes> = {}): ProgramInput {
  const input: CompletionInput = {
    degree,
    school: { ...school, accepts: [], maximums: [], residency: [] },
    equivalencies: [
      row('acme/a', 3, 'primary'),
      row('acme/b', 4, 'reported'),
      row('acme/c', 2, 'primary'),
      row('acme/d', 3, 'primary'),
    ],
    credits: [],
    courses: new Map(),
    offers: [offer('acme/a', 40), offer('acme/b', 20), offer('acme/c', 90), offer('acme/d', 40)],
    memberships: [],
    wishes: { ...usualWishes, ...wishes },
    today,
  };
  return programFor(input);
}

/** Courses of a program by the ends of their names, each at its first price. */
function taken({ groups }: ProgramInput, names: string): Taken[] {
  return groups.flatMap(({ candidates, prices, parts }) =>
    candidates.flatMap((candidate) =>
      names.includes(candidate.offer.course.id.slice(-1)) ? [{ candidate, price: prices[0]!, parts }] : [],
    ),
  );
}

/** In steps of a program, so many semester hours. */
const stepsIn = ({ problem }: ProgramInput, hours: number): number => (hours * 100) / problem.step;

describe('an answer', () => {
  test.for([
    ['', 0, 0, 0],
    ['a', 3, 45, 4000],
    ['bc', 6, 90, 11_000],
    ['abc', 9, 135, 15_000],
  ] as const)(
    'of the courses "%s" counts %i hours, of %i hours of study, for %i cents',
    ([names, hours, study, cents]) => {
      const input = program(plain);
      const answer = new Answers(input).of(taken(input, names));
      expect(answer).toMatchObject({ hours: stepsIn(input, hours), study, cents, sureHours: 0 });
      expect(answer.value).toBe(input.weights.hour * answer.hours - cents);
    },
  );

  test('of the fastest plan is worth less with more study, whatever that costs', () => {
    const input = program(plain, { aim: 'fastest' });
    const { value, hours } = new Answers(input).of(taken(input, 'ab'));
    expect(input.weights.study).toBeGreaterThan(15_000);
    expect(value).toBe(input.weights.hour * hours - input.weights.study * 105 - 6000);
  });

  test('has as many sure hours as published credit gives, and more than are wished for are worth nothing', () => {
    const input = program(plain, { leastSureHours: 4 });
    const answers = new Answers(input);
    const sure = ['b', 'ab', 'ac', 'abc'].map((names) => answers.of(taken(input, names)));
    expect(sure.map((one) => one.sureHours)).toEqual([0, 3, 5, 5].map((hours) => stepsIn(input, hours)));
    const worth = sure.map(({ value, hours, cents }) => value - input.weights.hour * hours + cents);
    expect(worth).toEqual([0, 3, 4, 4].map((hours) => input.weights.sureHour * stepsIn(input, hours)));
  });

  test('counts hours in both blocks that share, and as sure ones once', () => {
    const input = program(sharing, { aim: 'safest' });
    for (const name of ['a', 'd']) {
      const { hours, sureHours } = new Answers(input).of(taken(input, name));
      expect([hours, sureHours]).toEqual([6, 3].map((some) => stepsIn(input, some)));
    }
  });

  test('takes hours that a use is known to count as they are, but where sure ones matter or blocks share', () => {
    const known = (input: ProgramInput) => new Answers(input).of(taken(input, 'a'), 1).hours;
    expect(known(program(plain))).toBe(1);
    const [sure, shared] = [program(plain, { leastSureHours: 4 }), program(sharing)];
    expect(known(sure)).toBe(stepsIn(sure, 3));
    expect(known(shared)).toBe(stepsIn(shared, 6));
  });

  test('is worked out once for the same courses in any order', () => {
    const input = program(plain);
    const answers = new Answers(input);
    const first = answers.of(taken(input, 'ab'));
    expect(answers.takeWork()).toBeGreaterThan(0);
    expect(answers.of(taken(input, 'ab').reverse()).use).toEqual(first.use);
    expect(answers.takeWork()).toBe(0);
    answers.of(taken(input, 'ac'));
    expect(answers.takeWork()).toBeGreaterThan(0);
  });
});

test('no more sure hours are of use than are wished for; without such a wish all are', () => {
  const input = program(plain, { leastSureHours: 4 });
  expect(mostSure(input)).toBe(stepsIn(input, 4));
  expect(mostSure(program(plain))).toBe(Infinity);
});

test('of each group as many courses are taken as at each price, the first ones first', () => {
  const candidate = (name: string) => name as unknown as Candidate;
  const price = (name: string) => name as unknown as Price;
  const group = (candidates: string[], prices: string[]) =>
    ({ candidates: candidates.map(candidate), prices: prices.map(price) }) as unknown as Group;
  const groups = [group(['a', 'b', 'c', 'd'], ['once', 'monthly']), group(['e'], ['once']), group(['f'], ['once'])];
  const counts = [[1, 2.0000001], [0], [0.9999999]];
  expect(takenBy(groups, (at, which) => counts[at]![which]!)).toEqual([
    { candidate: 'a', price: 'once' },
    { candidate: 'b', price: 'monthly' },
    { candidate: 'c', price: 'monthly' },
    { candidate: 'f', price: 'once' },
  ]);
});
