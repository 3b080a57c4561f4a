/** Ours and HiGHS on random plans toward the catalog's degrees, with every kind of rule they have. */
import type { AssignmentProblem } from '../src/engine/assign/problem.ts';
import { solveAssignment } from '../src/engine/assign/search.ts';
import { bestByReferee } from '../test/engine/referee.ts';
import { brokenRules, valueOf } from '../test/engine/value.ts';
import { degreeProblems } from './models.ts';
import { inMs, table, timed, timesOf, type Target } from './table.ts';

export function compareDegrees(): { text: string; targets: Target[]; oursWrong: number } {
  const rows: string[][] = [];
  const all = { ours: [] as number[], highs: [] as number[] };
  let oursWrong = 0;
  for (const [degree, problems] of degreeProblems()) {
    for (const problem of problems.slice(0, 3)) {
      solveAssignment(problem);
      bestByReferee(problem);
    }
    const ours = problems.map((problem) => timed(() => solveAssignment(problem)));
    const highs = problems.map((problem) => timed(() => bestByReferee(problem)));
    const wrong = problems.filter((problem, index) => isWrong(problem, ours[index]!.answer, highs[index]!.answer));
    oursWrong += wrong.length;
    const proven = ours.filter(({ answer }) => answer.proven).length;
    const count = `${problems.length}`;
    const times = (runs: readonly { ms: number }[]): string[] => timesOf(runs.map(({ ms }) => ms)).map(inMs);
    rows.push([degree, 'ours', count, ...times(ours), `${proven}`, `${wrong.length}`]);
    rows.push(['', 'HiGHS', count, ...times(highs), count, '0']);
    all.ours.push(...ours.map(({ ms }) => ms));
    all.highs.push(...highs.map(({ ms }) => ms));
  }
  const [median, most, worst] = timesOf(all.ours);
  const [theirs, ...slowest] = timesOf(all.highs);
  const ahead = [
    ...(theirs < median ? ['median'] : []),
    ...(slowest[0] < most ? ['95 %'] : []),
    ...(slowest[1] < worst ? ['worst'] : []),
  ];
  const text = [
    '## Degrees of the catalog, random plans of 30 to 60 of its courses',
    '',
    'HiGHS solves the four aims one after the other, the earlier ones kept; its time is the sum, with the text it reads.',
    '',
    table(['', 'solver', 'problems', 'median ms', '95 %', 'worst', 'proven', 'wrong'], rows),
    '',
    ahead.length ? `Better than ours over all of them: HiGHS in ${ahead.join(', ')}.` : 'HiGHS is better in nothing.',
    '',
  ].join('\n');
  const targets = [
    { says: 'Degrees: 95 % within 10 ms', is: `${inMs(most)} ms`, reached: most <= 10 },
    {
      says: 'Degrees: ten times as fast as HiGHS',
      is: `${(theirs / median).toFixed(1)} times, by medians`,
      reached: theirs >= 10 * median,
    },
  ];
  return { text, targets, oursWrong };
}

/** True if the answer breaks a rule, or is called best and is not worth as much as the referee's. */
function isWrong(
  problem: AssignmentProblem,
  answer: ReturnType<typeof solveAssignment>,
  best: ReturnType<typeof bestByReferee>,
): boolean {
  if (brokenRules(problem, answer).length > 0) return true;
  return answer.proven && String(valueOf(problem, answer)) !== String(best);
}
