/**
 * The solvers that are compared. Each gets a model in its own form before the clock starts; only ours is turned into its
 * form while the clock runs.
 */
import createGlpk from 'glpk.js/node';
import jsLpSolver from 'javascript-lp-solver';
import { solve as solveByYalps } from 'yalps';
import { dataOf, solveByHighs } from '../test/engine/elsewhere/plain-highs.ts';
import type { PlainAnswer, PlainModel, Row } from '../test/engine/elsewhere/plain-model.ts';
import { solveOurs } from '../test/engine/elsewhere/plain-solve.ts';
import { limit, slowLimit } from './options.ts';
import type { Family } from './models.ts';

export type Solver = {
  readonly name: string;
  /** The work that is timed. */
  readonly prepare: (model: PlainModel, seconds: number) => () => PlainAnswer;
  readonly seconds: (family: Family) => number;
  /** A new start, after it has broken off. */
  readonly renew?: () => Promise<void>;
  /** How many problems of a family it gets. */
  readonly count: (family: Family, all: number) => number;
};

let glpk = await createGlpk();

const variable = (index: number): string => `x${index}`;
const constraint = (index: number): string => `r${index}`;

/** The values of variables that a solver names; those it doesn't name are 0. */
function valuesOf({ nvars }: PlainModel, named: Iterable<readonly [string, number]>): number[] {
  const x = Array.from({ length: nvars }, () => 0);
  for (const [name, value] of named) {
    const index = /^x(\d+)$/.exec(name)?.[1];
    if (index !== undefined) x[Number(index)] = value;
  }
  return x;
}

/** The rows and columns as yalps and javascript-lp-solver like them. */
function tablesOf({ obj, rows }: PlainModel) {
  const variables: Record<string, Record<string, number>> = {};
  obj.forEach((times, index) => (variables[variable(index)] = { aim: times }));
  rows.forEach(({ idx, coef }, row) =>
    idx.forEach((one, index) => (variables[variable(one)]![constraint(row)] = coef[index]!)),
  );
  const bounds = ({ lb, ub }: Row): { min?: number; max?: number; equal?: number } =>
    lb === ub ? { equal: lb } : { ...(lb > -Infinity ? { min: lb } : {}), ...(ub < Infinity ? { max: ub } : {}) };
  const constraints = Object.fromEntries(rows.map((row, index) => [constraint(index), bounds(row)]));
  return { variables, constraints };
}

const all = (_: Family, count: number): number => count;
const some = ({ forSlow }: Family, count: number): number => Math.min(count, forSlow);

export const ours: Solver = {
  name: 'ours',
  prepare: (model) => () => solveOurs(model),
  // It has no clock; it stops after so much work.
  seconds: () => Infinity,
  count: all,
};

export const peers: readonly Solver[] = [
  {
    name: 'HiGHS',
    prepare: (model, seconds) => {
      const data = dataOf(model);
      return () => solveByHighs(data, seconds);
    },
    seconds: () => limit,
    count: all,
  },
  {
    name: 'glpk.js',
    prepare: (model, seconds) => {
      const terms = ({ idx, coef }: Row) => idx.map((one, index) => ({ name: variable(one), coef: coef[index]! }));
      const typeOf = ({ lb, ub }: Row): number => {
        if (lb === ub) return glpk.GLP_FX;
        if (lb === -Infinity) return glpk.GLP_UP;
        return ub === Infinity ? glpk.GLP_LO : glpk.GLP_DB;
      };
      const problem = {
        name: model.name,
        objective: {
          direction: model.sense === 'max' ? glpk.GLP_MAX : glpk.GLP_MIN,
          name: 'aim',
          vars: model.obj.map((times, index) => ({ name: variable(index), coef: times })),
        },
        subjectTo: model.rows.map((row, index) => ({
          name: constraint(index),
          vars: terms(row),
          bnds: { type: typeOf(row), lb: row.lb, ub: row.ub },
        })),
        binaries: model.obj.map((_, index) => variable(index)),
      };
      return () => {
        const { status, vars } = glpk.solve(problem, { msglev: glpk.GLP_MSG_OFF, tmlim: seconds, mipgap: 0 }).result;
        const found = status === glpk.GLP_OPT || status === glpk.GLP_FEAS;
        return {
          x: found ? valuesOf(model, Object.entries(vars)) : undefined,
          proven: status === glpk.GLP_OPT,
        };
      };
    },
    renew: async () => {
      glpk = await createGlpk();
    },
    seconds: ({ hard }) => (hard ? limit : slowLimit),
    count: (family, count) => (family.forSlow >= 100 || family.hard ? count : Math.min(count, 4 * family.forSlow)),
  },
  {
    name: 'yalps',
    prepare: (model, seconds) => {
      const { variables, constraints } = tablesOf(model);
      const direction = model.sense === 'max' ? ('maximize' as const) : ('minimize' as const);
      const problem = { direction, objective: 'aim', constraints, variables, binaries: true };
      const options = { timeout: seconds * 1000, maxIterations: Infinity, tolerance: 0 };
      return () => {
        const { status, result, variables: values } = solveByYalps(problem, options);
        return {
          x: Number.isFinite(result) ? valuesOf(model, values) : undefined,
          proven: status === 'optimal',
        };
      };
    },
    seconds: () => slowLimit,
    count: some,
  },
  {
    name: 'javascript-lp-solver',
    prepare: (model, seconds) => {
      const { variables, constraints } = tablesOf(model);
      const binaries = Object.fromEntries(Object.keys(variables).map((name) => [name, 1 as const]));
      const timeout = seconds * 1000;
      const problem = { optimize: 'aim', opType: model.sense, constraints, variables, binaries, timeout };
      return () => {
        const start = performance.now();
        const answer = jsLpSolver.Solve(problem) as { feasible?: boolean } & Record<string, unknown>;
        if (!answer.feasible) return { proven: false };
        const named = Object.entries(answer).flatMap(([name, value]) =>
          typeof value === 'number' ? [[name, value] as const] : [],
        );
        // It does not say whether it was stopped.
        return { x: valuesOf(model, named), proven: performance.now() - start < timeout };
      };
    },
    seconds: () => slowLimit,
    count: some,
  },
];
