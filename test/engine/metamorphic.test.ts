/** How answers to two problems that differ in one thing must differ: known without knowing either answer. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solveAssignment } from '../../src/engine/assign/search.ts';
import type { AssignmentProblem } from '../../src/engine/assign/problem.ts';
import { addFigures, isDeep } from '../figures.ts';
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
    { numRuns },
  );
  addFigures('Changed audit problems', { tried: numRuns, 'worse for it': 0 });
});

test('a course that fits nowhere changes nothing (E2)', () => {
  fc.assert(
    fc.property(withoutPins, (problem) => {
      const useless = { id: 'useless', hours: 3, certainty: 4, pairs: [] };
      expect(solveAssignment({ ...problem, items: [...problem.items, useless] })).toEqual(solveAssignment(problem));
    }),
    { numRuns },
  );
  addFigures('Changed audit problems', { tried: numRuns, 'worse for it': 0 });
});

test('more room under a rule never means fewer hours met (E2)', () => {
  fc.assert(
    fc.property(withoutPins, fc.nat(), fc.boolean(), (problem, at, isCap) => {
      const wider = (bounds: AssignmentProblem['caps']) =>
        bounds.map((bound, i) => (i === at % bounds.length ? { ...bound, hours: bound.hours + 3 } : bound));
      const changed = isCap ? { ...problem, caps: wider(problem.caps) } : { ...problem, limits: wider(problem.limits) };
      expect(hoursOf(changed)).toBeGreaterThanOrEqual(hoursOf(problem));
    }),
    { numRuns },
  );
  addFigures('Changed audit problems', { tried: numRuns, 'worse for it': 0 });
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
    { numRuns },
  );
  addFigures('Changed audit problems', { tried: numRuns, 'worse for it': 0 });
});
