/** What a search for courses is asked. */
import { completePlan, type CompletionInput } from '../../../src/engine/completion.ts';
import type { ProgramInput } from '../../../src/engine/complete/program.ts';
import { searchCourses } from '../../../src/engine/complete/search.ts';

/** The program that completing a plan asks a search to solve first. */
export function programFor(input: CompletionInput): ProgramInput {
  let asked: ProgramInput | undefined;
  completePlan(input, undefined, { parts: 0, work: 0 }, undefined, (program, ...others) => {
    asked ??= program;
    return searchCourses(program, ...others);
  });
  return asked!;
}

/** The best answer to it. */
export function bestOf(program: ProgramInput) {
  const { best, proven } = searchCourses(program, { parts: 60_000, work: 2e9 });
  return { best, proven };
}
