/** The model that a solver of whole numbers is asked says of every choice of courses what the exact assignment says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Wishes } from '../../../src/engine/completion.ts';
import { Answers, takenBy, type Taken } from '../../../src/engine/complete/answers.ts';
import { studyBetween } from '../../../src/engine/complete/calendar.ts';
import { directCourse } from '../../../src/engine/courses-had.ts';
import type { ProgramInput } from '../../../src/engine/complete/program.ts';
import { wholeModelOf, type WholeModel } from '../../../src/engine/complete/whole-model.ts';
import type { Term } from '../../../src/engine/assign/tableau.ts';
import { casesOf } from '../../figures.ts';
import { largest } from '../highs.ts';
import { programFor } from './programs.ts';
import { randomMarket } from './random-market.ts';

const wishes: fc.Arbitrary<Partial<Wishes>> = fc.record(
  {
    aim: fc.constantFrom('cheapest' as const, 'fastest' as const),
    finishBy: fc.constantFrom('2027-02-01', '2027-04-15', '2027-09-01'),
  },
  { requiredKeys: ['aim'] },
);

/** The most of an aim, in hundredths, where just these courses are taken; undefined if that breaks a row. */
function mostOf(
  { amounts, rows, taken }: WholeModel,
  terms: readonly Term[],
  counts: readonly (readonly number[])[],
): number | undefined {
  const text = (some: readonly Term[]): string =>
    some.map(([name, times]) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} x${name}`).join(' ');
  const fixed = taken.flatMap((names, group) => names.map((name, price) => `x${name} = ${counts[group]![price]!}`));
  const bounds = amounts.flatMap(({ most }, name) => (Number.isFinite(most) ? [`x${name} <= ${most}`] : []));
  const integers = amounts.flatMap(({ whole }, name) => (whole ? [`x${name}`] : []));
  const all = [...rows.map((row) => `${text(row.terms)} <= ${row.atMost}`), ...bounds, ...fixed];
  const most = largest(terms.length ? text(terms) : '0 x0', all, { binaries: [], integers });
  return most === undefined ? undefined : Math.round(most * 100) / 100;
}

/** True if there is time for all study, and each school course is there once. */
function isAllowed(taken: readonly Taken[], { wishes: wished, today }: ProgramInput): boolean {
  const codes = taken.flatMap(({ candidate }) => candidate.accepted.flatMap((credit) => directCourse(credit) ?? []));
  const study = taken.reduce((sum, { candidate }) => sum + candidate.studyHours, 0);
  const { finishBy, weeksForTranscripts, hoursAWeek } = wished;
  const time =
    finishBy === undefined ? Infinity : studyBetween(today, finishBy, wished) - weeksForTranscripts * hoursAWeek;
  return new Set(codes).size === codes.length && study <= time;
}

test('hours, study and costs are those of the exact assignment, and nothing is where rules are broken', () => {
  const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
    minLength: 30,
    maxLength: 30,
  });
  fc.assert(
    fc.property(randomMarket(8), wishes, parts, (market, some, shares) => {
      const input = programFor({ ...market, wishes: { ...market.wishes, ...some } });
      fc.pre(input.groups.length > 0);
      const counts = input.groups.map(({ candidates, prices }, group) => {
        const count = Math.floor(shares[group % 15]! * (candidates.length + 1));
        const price = Math.floor(shares[15 + (group % 15)]! * prices.length);
        return prices.map((_, which) => (which === price ? count : 0));
      });
      const taken = takenBy(input.groups, (group, price) => counts[group]![price]!);
      const model = wholeModelOf(input);
      const found = model.aims.map(({ terms }) => mostOf(model, terms, counts));
      const allowed = isAllowed(taken, input);
      const answer = new Answers(input).of(taken);
      expect(found).toEqual(model.aims.map(({ of }) => (allowed ? expect.closeTo(of(answer), 1) : undefined)));
    }),
    { numRuns: casesOf(40, 1_000) },
  );
});
