/** HiGHS, asked in one way by all referees. */
import loadHighs from 'highs';

const highs = await loadHighs();

export type WholeNumbers = { readonly binaries: readonly string[]; readonly integers?: readonly string[] };

/** The largest value of a sum under these rows, to the proof; undefined if nothing keeps them. Throws after so many seconds. */
export function largest(
  aim: string,
  rows: readonly string[],
  whole: WholeNumbers,
  seconds?: number,
): number | undefined {
  const { binaries, integers = [] } = whole;
  const text = [
    'Maximize',
    ` aim: ${aim}`,
    'Subject To',
    ...rows.map((row, index) => ` r${index}: ${row}`),
    ...(integers.length ? ['Generals', ` ${integers.join(' ')}`] : []),
    'Binaries',
    ` ${binaries.join(' ')}`,
    'End',
  ].join('\n');
  const time = seconds === undefined ? {} : { time_limit: seconds };
  const options = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6, ...time };
  const result = solved(text, options);
  if (result.Status === 'Infeasible') return undefined;
  if (result.Status !== 'Optimal') throw new Error(`The referee did not finish: ${result.Status}`);
  return result.ObjectiveValue;
}

/** HiGHS gives up on one small model in ten thousand, with an error of its presolve: then it does without. */
function solved(text: string, options: Parameters<typeof highs.solve>[1]) {
  try {
    return highs.solve(text, options);
  } catch {
    return highs.solve(text, { ...options, presolve: 'off' });
  }
}
