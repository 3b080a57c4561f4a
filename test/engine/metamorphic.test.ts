/** How answers to two problems that differ in one thing must differ: known without knowing either answer. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solveAssignment } from '../../src/engine/assign/search.ts';
import type { AssignmentProblem, Pair } from '../../src/engine/assign/problem.ts';
import { isDeep } from '../figures.ts';
import { told } from '../told.ts';
import { randomProblem } from './random-problem.ts';
import { valueOf } from './value.ts';

const numRuns = isDeep ? 20_000 : 500;

/** A pin holds whatever it costs, so more choice may then be worth less. */
const withoutPins = randomProblem.map(({ items, ...rest }) => ({
  ...rest,
  items: items.map(({ pinnedTo: _, ...item }) => item),
}));

const hoursOf = (problem: AssignmentProblem) => solveAssignment(problem).met;

test('one course more never means fewer hours met (E2)', () => {
  fc.assert(
    fc.property(withoutPins, fc.nat(), (problem, at) => {
      const gone = problem.items.filter(({ secondUseOf }) => secondUseOf === undefined)[at % 5]?.id;
      const items = problem.items.filter(({ id, secondUseOf }) => id !== gone && (secondUseOf ?? '') !== gone);
      expect(hoursOf({ ...problem, items })).toBeLessThanOrEqual(hoursOf(problem));
    }),
    { numRuns, ...told('Changed audit problems', 'tried', 'worse for it') },
  );
});

test('a course that fits nowhere changes nothing (E2)', () => {
  fc.assert(
    fc.property(withoutPins, (problem) => {
      const useless = { id: 'useless', hours: 3, certainty: 4, pairs: [] };
      expect(solveAssignment({ ...problem, items: [...problem.items, useless] })).toEqual(solveAssignment(problem));
    }),
    { numRuns, ...told('Changed audit problems', 'tried', 'worse for it') },
  );
});

test('more room under a rule never means fewer hours met (E2)', () => {
  fc.assert(
    fc.property(withoutPins, fc.nat(), fc.boolean(), (problem, at, isCap) => {
      const wider = (bounds: AssignmentProblem['caps']) =>
        bounds.map((bound, i) => (i === at % bounds.length ? { ...bound, hours: bound.hours + 3 } : bound));
      const changed = isCap ? { ...problem, caps: wider(problem.caps) } : { ...problem, limits: wider(problem.limits) };
      expect(hoursOf(changed)).toBeGreaterThanOrEqual(hoursOf(problem));
    }),
    { numRuns, ...told('Changed audit problems', 'tried', 'worse for it') },
  );
});

/** The problem with this block as two, which take the same credits under the same rules and are together as large. */
function split(problem: AssignmentProblem, bin: number, first: number): AssignmentProblem {
  const hours = problem.caps[bin]!.hours;
  const other = { bin: problem.bins.length, cap: problem.caps.length };
  const isHere = ({ bin: at }: Pair) => at === bin;
  const inOther = (pair: Pair): Pair => ({
    ...pair,
    bin: other.bin,
    caps: pair.caps.map((cap) => (cap === bin ? other.cap : cap)),
  });
  const besidesBoth = ({ besides, ...pair }: Pair): Pair =>
    besides ? { ...pair, besides: besides.includes(bin) ? [...besides, other.bin] : besides } : pair;
  return {
    ...problem,
    bins: [...problem.bins, 'other half'],
    caps: [
      ...problem.caps.map((cap, at) => (at === bin ? { ...cap, hours: first } : cap)),
      { id: 'other half', hours: hours - first },
    ],
    items: problem.items.map((item) => ({
      ...item,
      pairs: [...item.pairs, ...item.pairs.filter(isHere).map(inOther)].map(besidesBoth),
    })),
  };
}

/** A problem, and the same with any of its blocks as two. */
const withSplit = fc.tuple(withoutPins, fc.nat(), fc.nat()).map(([problem, at, first]) => {
  const bin = at % problem.bins.length;
  return { problem, bin, first: first % (problem.caps[bin]!.hours + 1) };
});

// Credits are whole: one of 3 hours in a block of 4 counts 3, and in two blocks of 2 it counts 2.
test('two blocks in place of one that takes the same never mean more hours met (E2)', () => {
  fc.assert(
    fc.property(withSplit, ({ problem, bin, first }) => {
      expect(hoursOf(split(problem, bin, first))).toBeLessThanOrEqual(hoursOf(problem));
    }),
    { numRuns, ...told('Changed audit problems', 'tried', 'worse for it') },
  );
});

test('two blocks in place of one change nothing where every credit has one hour (E2)', () => {
  fc.assert(
    fc.property(withSplit, ({ problem, bin, first }) => {
      const ofOneHour = { ...problem, items: problem.items.map((item) => ({ ...item, hours: 1 })) };
      expect(hoursOf(split(ofOneHour, bin, first))).toBe(hoursOf(ofOneHour));
    }),
    { numRuns, ...told('Changed audit problems', 'tried', 'worse for it') },
  );
});

test('other names and another order give an answer of the same worth (E2)', () => {
  fc.assert(
    fc.property(withoutPins, (problem) => {
      const named = (id: string) => `z${id.length}-${id}`;
      const items = problem.items
        .map(({ secondUseOf, ...item }) => ({
          ...item,
          id: named(item.id),
          ...(secondUseOf === undefined ? {} : { secondUseOf: named(secondUseOf) }),
        }))
        .toReversed();
      const changed = { ...problem, items };
      expect(valueOf(changed, solveAssignment(changed))).toEqual(valueOf(problem, solveAssignment(problem)));
    }),
    { numRuns, ...told('Changed audit problems', 'tried', 'worse for it') },
  );
});
