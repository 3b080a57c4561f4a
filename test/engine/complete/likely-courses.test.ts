import { expect, test } from 'vitest';
import { likelyCourses } from '../../../src/engine/complete/likely-courses.ts';
import { programOf, type ProgramInput } from '../../../src/engine/complete/program.ts';
import { settle } from '../../../src/engine/complete/settle.ts';
import { catalogDegrees, forAll } from './catalog-input.ts';
import { programFor } from './programs.ts';

const degrees = catalogDegrees.filter(({ id }) => /excelsior\/bs|tesu\/bs|charter-oak\/b|unt|umgc/.test(id));

/** The program that a search is asked to solve for each degree. */
const programs = degrees.map((degree) => programFor({ ...forAll, ...degree }));

test('all courses together count no more hours than the likely ones, where they may be split', () => {
  for (const input of programs) {
    const { start, counted, inMind } = programOf(input);
    settle(start, { inMind });
    const hours = counted.reduce((sum, [name, steps]) => sum + steps * start.tableau.amount(name), 0);
    expect(likelyCourses(input, Infinity)?.hours).toBe(Math.floor(hours + 1e-6));
  }
});

test('likely courses are few', () => {
  const sum = (all: readonly ProgramInput[]): number => all.reduce((groups, input) => groups + input.groups.length, 0);
  expect(sum(programs.map((input) => likelyCourses(input, Infinity)!.input))).toBeLessThan(sum(programs) / 2);
});
