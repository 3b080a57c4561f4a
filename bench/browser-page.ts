/** What runs in the page: both solvers on the problems, each timed. */
import type { AssignmentProblem } from '../src/engine/assign/problem.ts';
import { solveAssignment } from '../src/engine/assign/search.ts';
import { dataOf, solveByHighs } from '../test/engine/elsewhere/plain-highs.ts';
import { worthOf, type PlainModel } from '../test/engine/elsewhere/plain-model.ts';
import { solveOurs } from '../test/engine/elsewhere/plain-solve.ts';
import { bestByReferee } from '../test/engine/referee.ts';
import { brokenRules, valueOf } from '../test/engine/value.ts';

/** Milliseconds: the first problem of all, then every problem after the first three. `wrong`: how many of our answers are. */
export type PageTimes = { readonly ours: number[]; readonly highs: number[]; readonly wrong: number };

declare global {
  var bench: ((problems: string) => PageTimes) | undefined;
}

type Timed<T> = { readonly ms: number; readonly answer: T };

function timed<T>(work: () => T): Timed<T> {
  const start = performance.now();
  const answer = work();
  return { ms: performance.now() - start, answer };
}

const counted = (all: readonly Timed<unknown>[]): number[] =>
  all.flatMap(({ ms }, index) => (index === 0 || index >= 3 ? [ms] : []));

function compare<T, Ours, Theirs>(
  problems: readonly T[],
  byOurs: (problem: T) => Ours,
  byHighs: (problem: T) => Theirs,
  agree: (problem: T, ours: Ours, theirs: Theirs) => boolean,
): PageTimes {
  const ours = problems.map((problem) => timed(() => byOurs(problem)));
  const highs = problems.map((problem) => timed(() => byHighs(problem)));
  const wrong = problems.filter((problem, index) => !agree(problem, ours[index]!.answer, highs[index]!.answer)).length;
  return { ours: counted(ours), highs: counted(highs), wrong };
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
      ({ model }, ours, theirs) => worthOf(model, ours.x) === (theirs.x && worthOf(model, theirs.x)),
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
