/** What runs in the page: both solvers on the problems, each timed. */
import type { AssignmentProblem } from '../src/engine/assign/problem.ts';
import { solveAssignment } from '../src/engine/assign/search.ts';
import { dataOf, solveByHighs } from '../test/engine/elsewhere/plain-highs.ts';
import { better, worthOf, type PlainModel } from '../test/engine/elsewhere/plain-model.ts';
import { solveOurs } from '../test/engine/elsewhere/plain-solve.ts';
import { bestByReferee } from '../test/engine/referee.ts';
import { brokenRules, valueOf } from '../test/engine/value.ts';

/**
 * Milliseconds of every problem: `cold` the first time, with code that has not run before, `warm` the third time. `wrong`:
 * how many of our answers are.
 */
export type Times = { readonly cold: number[]; readonly warm: number[] };
export type PageTimes = { readonly ours: Times; readonly highs: Times; readonly wrong: number };

declare global {
  var bench: ((problems: string) => PageTimes) | undefined;
}

type Timed<T> = { readonly ms: number; readonly answer: T };

function timed<T>(work: () => T): Timed<T> {
  const start = performance.now();
  const answer = work();
  return { ms: performance.now() - start, answer };
}

function compare<T, Ours, Theirs>(
  problems: readonly T[],
  byOurs: (problem: T) => Ours,
  byHighs: (problem: T) => Theirs,
  agree: (problem: T, ours: Ours, theirs: Theirs) => boolean,
): PageTimes {
  const passes = <A>(solve: (problem: T) => A, count: number): Timed<A>[][] =>
    Array.from({ length: count }, () => problems.map((problem) => timed(() => solve(problem))));
  const timesOf = (all: readonly Timed<unknown>[][]): Times => {
    const [cold, warm] = [all[0]!, all.at(-1)!].map((pass) => pass.map(({ ms }) => ms));
    return { cold: cold!, warm: warm! };
  };
  const ownPasses = passes(byOurs, 3);
  // What HiGHS runs is compiled before: once is enough.
  const theirPasses = passes(byHighs, 1);
  const [ours, highs] = [ownPasses[0]!, theirPasses[0]!];
  const wrong = problems.filter((problem, index) => !agree(problem, ours[index]!.answer, highs[index]!.answer)).length;
  return { ours: timesOf(ownPasses), highs: timesOf(theirPasses), wrong };
}

globalThis.bench = (text) => {
  const { plain, degrees = [] } = JSON.parse(text, (_, value: unknown) =>
    value === '-Infinity' ? -Infinity : value,
  ) as { plain?: PlainModel[]; degrees?: AssignmentProblem[] };
  if (plain) {
    return compare(
      plain.map((model) => ({ model, data: dataOf(model) })),
      ({ model }) => solveOurs(model),
      ({ data }) => solveByHighs(data, 10),
      ({ model }, ours, theirs) => {
        const [own, their] = [worthOf(model, ours.x), theirs.x && worthOf(model, theirs.x)];
        // Out of time, HiGHS has a worse answer, or none.
        return own !== undefined && (their === undefined || better(model, their, own) <= 0);
      },
    );
  }
  return compare(
    degrees,
    (problem) => solveAssignment(problem),
    bestByReferee,
    (problem, ours, best) => {
      return brokenRules(problem, ours).length === 0 && String(valueOf(problem, ours)) === String(best);
    },
  );
};
