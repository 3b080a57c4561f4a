/**
 * What looking longer asks HiGHS, asked of yalps and glpk.js too: is there a plan that is better than our first good one? A
 * solver has an answer when it has the best one, or has proven that there is none.
 */
import createGlpk from 'glpk.js/node';
import loadHighs from 'highs';
import { solve as solveByYalps } from 'yalps';
import {
  completePlan,
  searchWith,
  type Completion,
  type CompletionInput,
  type WholeQuestion,
} from '../src/engine/completion.ts';
import { highsSolver } from '../src/planner/finish/highs-solver.ts';
import { timed } from './table.ts';

const highs = await loadHighs();
const glpk = await createGlpk();

const amountName = (index: number): string => `a${index}`;
const rowName = (index: number): string => `r${index}`;

/** The same terms, each amount named once. */
function sumsOf(terms: WholeQuestion['aim']['terms']): [name: string, times: number][] {
  const sums = new Map<string, number>();
  for (const [name, times] of terms) sums.set(amountName(name), (sums.get(amountName(name)) ?? 0) + times);
  return [...sums];
}

function askGlpk({ amounts, rows, aim }: WholeQuestion, seconds: number): boolean {
  const vars = (terms: typeof aim.terms) => sumsOf(terms).map(([name, coef]) => ({ name, coef }));
  const whole = amounts.flatMap((amount, index) => (amount.whole ? [amountName(index)] : []));
  const problem = {
    name: 'completion',
    objective: { direction: glpk.GLP_MAX, name: 'aim', vars: vars(aim.terms) },
    subjectTo: rows.map(({ terms, atMost }, index) => ({
      name: rowName(index),
      vars: vars(terms),
      bnds: { type: glpk.GLP_UP, lb: 0, ub: atMost },
    })),
    bounds: amounts.map(({ most }, index) => ({
      name: amountName(index),
      type: most === Infinity ? glpk.GLP_LO : most > 0 ? glpk.GLP_DB : glpk.GLP_FX,
      lb: 0,
      ub: most === Infinity ? 0 : most,
    })),
    generals: whole,
  };
  const { status } = glpk.solve(problem, { msglev: glpk.GLP_MSG_OFF, tmlim: seconds, mipgap: 0 }).result;
  return status === glpk.GLP_OPT || status === glpk.GLP_NOFEAS || status === glpk.GLP_INFEAS;
}

function askYalps({ amounts, rows, aim }: WholeQuestion, seconds: number): boolean {
  const variables = new Map(amounts.map((_, index): [string, Record<string, number>] => [amountName(index), {}]));
  for (const [name, times] of sumsOf(aim.terms)) variables.get(name)!.aim = times;
  const constraints = new Map<string, { max: number }>();
  rows.forEach(({ terms, atMost }, index) => {
    constraints.set(rowName(index), { max: atMost });
    for (const [name, times] of sumsOf(terms)) variables.get(name)![rowName(index)] = times;
  });
  amounts.forEach(({ most }, index) => {
    if (most === Infinity) return;
    constraints.set(`most${index}`, { max: most });
    variables.get(amountName(index))![`most${index}`] = 1;
  });
  const integers = amounts.flatMap((amount, index) => (amount.whole ? [amountName(index)] : []));
  const model = { direction: 'maximize' as const, objective: 'aim', constraints, variables, integers };
  const { status } = solveByYalps(model, { timeout: seconds * 1000, maxIterations: Infinity, tolerance: 0 });
  return status === 'optimal' || status === 'infeasible';
}

/** How one solver did: undefined where it broke off, or had no time left. */
export type Asked = { readonly name: string; readonly ms: number | undefined };

/** What HiGHS makes of our first good plan, how long it took, and what the same questions took the others. */
export function askOthers(
  input: CompletionInput,
  seconds: number,
  slowSeconds: number,
): { readonly plan: Completion; readonly ms: number; readonly others: readonly Asked[] } {
  const questions: WholeQuestion[] = [];
  const solver = highsSolver(highs, seconds);
  let ms = 0;
  const plan = completePlan(
    input,
    undefined,
    { parts: 0, work: 0 },
    undefined,
    searchWith((question, tell) => {
      questions.push(question);
      const asked = timed(() => solver(question, tell));
      ms += asked.ms;
      return asked.answer;
    }),
  );
  const others = [
    { name: 'glpk.js', ask: askGlpk },
    { name: 'yalps', ask: askYalps },
  ].map(({ name, ask }): Asked => {
    try {
      const asked = timed(() => questions.every((question) => ask(question, slowSeconds)));
      return { name, ms: asked.answer ? asked.ms : undefined };
    } catch {
      return { name, ms: undefined };
    }
  });
  return { plan, ms, others };
}
