/** HiGHS on a plain model, with the bound it proves. */
import loadHighs from 'highs';
import type { PlainAnswer, PlainModel } from './plain-model.ts';

const highs = await loadHighs();

/** The model in HiGHS's own form. */
export function dataOf(model: PlainModel) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { idx, coef } of model.rows) {
    indices.push(...idx);
    values.push(...coef);
    starts.push(indices.length);
  }
  const all = (value: number): number[] => Array.from({ length: model.nvars }, () => value);
  const { objectiveSense, variableType } = highs.constants;
  return {
    numCols: model.nvars,
    numRows: model.rows.length,
    sense: model.sense === 'max' ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: model.obj,
    colLower: all(0),
    colUpper: all(1),
    rowLower: model.rows.map(({ lb }) => lb),
    rowUpper: model.rows.map(({ ub }) => ub),
    matrix: { format: 'csr' as const, numRows: model.rows.length, numCols: model.nvars, starts, indices, values },
    integrality: model.obj.map(() => variableType.integer),
  };
}

/** The best answer within the seconds given. */
export function solveByHighs(data: ReturnType<typeof dataOf>, seconds: number): PlainAnswer {
  return highs.withModel(data, (model): PlainAnswer => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6, time_limit: seconds });
    model.run();
    const { modelStatus, solutionStatus } = highs.constants;
    const found = model.info.get('primal_solution_status') === solutionStatus.feasible;
    return {
      // Asked for a solution it does not have, it throws.
      x: found ? [...model.getSolution().colValue] : undefined,
      proven: model.getModelStatus() === modelStatus.optimal,
      bound: Number(model.info.get('mip_dual_bound')),
    };
  });
}
