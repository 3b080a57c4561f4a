/** What runs in the page: both solvers on the problems, each timed. */
import type { AssignmentProblem } from '../src/engine/assign/problem.ts';
import { solveAssignment } from '../src/engine/assign/search.ts';
import { dataOf, solveByHighs } from '../test/engine/elsewhere/plain-highs.ts';
import { worthOf, type PlainModel } from '../test/engine/elsewhere/plain-model.ts';
import { solveOurs } from '../test/engine/elsewhere/plain-solve.ts';
import { bestByReferee } from '../test/engine/referee.ts';
import { brokenRules, valueOf } from '../test/engine/value.ts';
import { quantile } from './table.ts';

/** Milliseconds for each problem: the first time in this page, and once the browser has made the code quick. */
export type Times = { readonly cold: number[]; readonly warm: number[] };
/** `wrong`: how many of our answers are, of either time. */
export type PageTimes = { readonly ours: Times; readonly highs: Times; readonly wrong: number };

/** How often ours solves all problems between the two. HiGHS comes compiled: three problems warm it up. */
const warmUps = 5;
/** Of so many warm times the median counts: ours are so short that a hiccup of the machine is longer. */
const warmRounds = 5;

declare global {
  var bench: ((problems: string) => PageTimes) | undefined;
}

type Timed<T> = { readonly ms: number; readonly answer: T };

function timed<T>(work: () => T): Timed<T> {
  const start = performance.now();
  const answer = work();
  return { ms: performance.now() - start, answer };
}

const msOf = (all: readonly Timed<unknown>[]): number[] => all.map(({ ms }) => ms);

function compare<T, Ours, Theirs>(
  problems: readonly T[],
  byOurs: (problem: T) => Ours,
  byHighs: (problem: T) => Theirs,
  agree: (problem: T, ours: Ours, theirs: Theirs) => boolean,
): PageTimes {
  const pass = (): Timed<Ours>[] => problems.map((problem) => timed(() => byOurs(problem)));
  const cold = pass();
  for (let count = 0; count < warmUps; count++) pass();
  const warm = Array.from({ length: warmRounds }, pass);
  const highs = problems.map((problem) => timed(() => byHighs(problem)));
  const wrong = [cold, ...warm].flatMap((ours) =>
    problems.filter((problem, index) => !agree(problem, ours[index]!.answer, highs[index]!.answer)),
  );
  return {
    ours: {
      cold: msOf(cold),
      warm: problems.map((_, index) =>
        quantile(
          warm.map((round) => round[index]!.ms),
          0.5,
        ),
      ),
    },
    highs: { cold: msOf(highs), warm: msOf(highs.slice(3)) },
    wrong: wrong.length,
  };
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
      // HiGHS may run out of time, and then be beaten.
      ({ model }, ours, theirs) => {
        const [our, their] = [ours.x, theirs.x].map((x) => (x ? worthOf(model, x) : undefined));
        if (our === undefined || their === undefined) return our !== undefined;
        return model.sense === 'max' ? our >= their : our <= their;
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
