import type { Aim, Completion } from '../../../engine/completion.ts';
import { aimWords, dollarWords, timeWords } from '../../../planner/finish/wording-completion.ts';
import { hoursNumber } from '../../../planner/wording.ts';
import { aims } from './use-completions.ts';

type Row = readonly [topic: string, says: (completion: Completion) => string | number];

const rows: readonly Row[] = [
  ['Cost', ({ costUsd }) => dollarWords(costUsd)],
  ['Time', ({ months }) => timeWords(months)],
  ['Courses', ({ courses }) => courses.filter((one) => !isExam(one)).length],
  ['Exams', ({ courses }) => courses.filter(isExam).length],
  ['Providers', ({ courses }) => new Set(courses.map(({ provider }) => provider)).size],
  ['Hours met', ({ met, semesterHours }) => `${hoursNumber(met.likely)} of ${semesterHours}`],
  ['Of these sure', ({ met }) => hoursNumber(met.least)],
  ['Hours left for the school', ({ residence }) => hoursNumber(residence.semesterHours)],
];

/** True of a course that is an exam. */
export function isExam({ accepted }: Completion['courses'][number]): boolean {
  return accepted.some(({ source }) => source === 'exam');
}

/** The three plans in one table. Each has its column before it is found, so that none moves another. */
export function FinishTable({ found }: { readonly found: ReadonlyMap<Aim, Completion> }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="The plans in one table">
      <table class="table finish-table">
        <caption class="visually-hidden">The plans side by side</caption>
        <thead>
          <tr>
            <td />
            {aims.map((aim) => (
              <th scope="col" key={aim} class="finish-figure">
                {aimWords[aim]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([topic, says]) => (
            <tr key={topic}>
              <th scope="row">{topic}</th>
              {aims.map((aim) => {
                const completion = found.get(aim);
                return (
                  <td key={aim} class="finish-figure">
                    {completion && says(completion)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
