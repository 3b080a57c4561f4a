/** What runs in the page: both solvers on the problems, each timed. */
import type { AssignmentProblem } from '../src/engine/assign/problem.ts';
import { solveAssignment } from '../src/engine/assign/search.ts';
import { dataOf, solveByHighs } from '../test/engine/elsewhere/plain-highs.ts';
import { worthOf, type PlainModel } from '../test/engine/elsewhere/plain-model.ts';
import { solveOurs } from '../test/engine/elsewhere/plain-solve.ts';
import { bestByReferee } from '../test/engine/referee.ts';
import { brokenRules, valueOf } from '../test/engine/value.ts';

/** Milliseconds for each problem: the first time in this page, and once the browser has made the code quick. */
export type Times = { readonly cold: number[]; readonly warm: number[] };
/** `wrong`: how many of our answers are, of either time. */
export type PageTimes = { readonly ours: Times; readonly highs: Times; readonly wrong: number };

/** How often all problems are solved between the two. HiGHS comes compiled; its problems take long enough. */
const warmUps = { ours: 5, highs: 1 };

declare global {
  var bench: ((problems: string) => PageTimes) | undefined;
}

type Timed<T> = { readonly ms: number; readonly answer: T };

function timed<T>(work: () => T): Timed<T> {
  const start = performance.now();
  const answer = work();
  return { ms: performance.now() - start, answer };
}

function run<T, Answer>(problems: readonly T[], work: (problem: T) => Answer, between: number) {
  const pass = () => problems.map((problem) => timed(() => work(problem)));
  const cold = pass();
  for (let count = 0; count < between; count++) pass();
  const warm = pass();
  const msOf = (all: readonly Timed<Answer>[]): number[] => all.map(({ ms }) => ms);
  return { times: { cold: msOf(cold), warm: msOf(warm) }, answers: [cold, warm] };
}

function compare<T, Ours, Theirs>(
  problems: readonly T[],
  byOurs: (problem: T) => Ours,
  byHighs: (problem: T) => Theirs,
  agree: (problem: T, ours: Ours, theirs: Theirs) => boolean,
): PageTimes {
  const ours = run(problems, byOurs, warmUps.ours);
  const highs = run(problems, byHighs, warmUps.highs);
  const wrong = ours.answers.flatMap((answers) =>
    problems.filter((problem, index) => !agree(problem, answers[index]!.answer, highs.answers[0]![index]!.answer)),
  );
  return { ours: ours.times, highs: highs.times, wrong: wrong.length };
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
