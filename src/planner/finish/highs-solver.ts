/** HiGHS as the solver of completions. It is handed in loaded: where it comes from is for whoever needs it. */
import type { Highs, ModelData } from 'highs';
import type { WholeQuestion, WholeSolver } from '../../engine/completion.ts';

/** Asks HiGHS, for so many seconds at most, however often it is asked. */
export function highsSolver(highs: Highs, seconds: number): WholeSolver {
  const { callbackType, modelStatus } = highs.constants;
  let left = seconds;
  return (question, tell) => {
    if (left <= 0) return Infinity;
    return highs.withModel(dataOf(question, highs), (model) => {
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6, time_limit: left });
      model.run({
        [callbackType.mipImprovingSolution]: ({ data }) => {
          if (data.mip_solution) tell(data.mip_solution);
        },
      });
      left -= model.getRunTime();
      const status = model.getModelStatus();
      if (status === modelStatus.infeasible) return -Infinity;
      if (status === modelStatus.optimal) {
        tell(model.getSolution().colValue);
        return model.getObjectiveValue();
      }
      const bound = Number(model.info.get('mip_dual_bound'));
      return status === modelStatus.timeLimit && Number.isFinite(bound) ? bound : Infinity;
    });
  };
}

function dataOf({ amounts, rows, aim }: WholeQuestion, { constants, infinity }: Highs): ModelData {
  const { maximize } = constants.objectiveSense;
  const { integer, continuous } = constants.variableType;
  const colCost = new Float64Array(amounts.length);
  for (const [name, times] of aim.terms) colCost[name]! += times;
  const sums = rows.map(({ terms }) => {
    const sum = new Map<number, number>();
    for (const [name, times] of terms) sum.set(name, (sum.get(name) ?? 0) + times);
    return sum;
  });
  let entries = 0;
  return {
    numCols: amounts.length,
    numRows: rows.length,
    sense: maximize,
    colCost,
    colLower: new Float64Array(amounts.length),
    colUpper: amounts.map(({ most }) => (most === Infinity ? infinity : most)),
    rowLower: rows.map(() => -infinity),
    rowUpper: rows.map(({ atMost }) => atMost),
    integrality: amounts.map(({ whole }) => (whole ? integer : continuous)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: amounts.length,
      starts: [0, ...sums.map((sum) => (entries += sum.size))],
      indices: sums.flatMap((sum) => [...sum.keys()]),
      values: sums.flatMap((sum) => [...sum.values()]),
    },
  };
}
