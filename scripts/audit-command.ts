import { isRealDate } from '../src/planner/plan/entry-limits.ts';
import type { Problem } from '../src/schemas/problem.ts';

/** What the command line asks for. Files are named as they were typed. */
export type Command = {
  plan?: string;
  degree?: string;
  school?: string;
  equivalencies: string[];
  courses: string[];
  today?: string;
  json: boolean;
  help: boolean;
};

export const usage = `npm run audit -- plan.json [--degree FILE] [--school FILE] [--equivalencies FILE]…
                           [--courses FILE]… [--json] [--today YYYY-MM-DD]

Prints the degree audit of a plan that was saved from the planner.

  --degree FILE         a degree record, instead of the one that the plan names
  --school FILE         the record of the degree's school
  --equivalencies FILE  an equivalency table, or an array of them; may be given again
  --courses FILE        a course record, an object {"<course id>": record}, or an array of {"id", …record};
                        may be given again
  --json                the whole audit as JSON, with everything that explains it
  --today YYYY-MM-DD    the day to audit for, instead of today

What is given stands in for the catalog's record of the same name; everything else comes from data/.
The shapes of the files are in public/schemas/. Exit code 0: audited. 2: nothing was audited, and stderr says why.`;

const single = ['--degree', '--school', '--today'] as const;
const repeated = ['--equivalencies', '--courses'] as const;
const flags: readonly string[] = [...single, ...repeated, '--json'];

/** The command, and every problem of how it was typed. What can be understood of it still holds. */
export function readCommand(args: readonly string[]): { command: Command; problems: Problem[] } {
  const command: Command = { equivalencies: [], courses: [], json: false, help: false };
  const problems: Problem[] = [];
  const report = (field: string, found: string, expected: string, fix: string) =>
    problems.push({ file: 'The command', field, found, expected, fix });
  const rest = [...args];
  const valueOf = (flag: string, inline: string | undefined): string | undefined => {
    const value = inline ?? (rest[0]?.startsWith('--') ? undefined : rest.shift());
    if (value) return value;
    report(flag, 'without a value', flag === '--today' ? 'a date' : 'a file', `Write it after the flag: ${flag} …`);
    return undefined;
  };
  const setOnce = (name: 'plan' | 'degree' | 'school' | 'today', label: string, value: string | undefined): void => {
    if (value === undefined) return;
    if (command[name] === undefined) command[name] = value;
    else report(label, `given again as ${value}`, `it once: ${command[name]}`, 'Leave one of them out.');
  };
  while (rest.length > 0) {
    const arg = rest.shift()!;
    const [, flag = arg, inline] = /^(--[^=]+)=(.*)$/s.exec(arg) ?? [];
    if (arg === '--json') command.json = true;
    else if (arg === '--help' || arg === '-h') command.help = true;
    else if (includes(single, flag)) setOnce(nameOf(flag), flag, valueOf(flag, inline));
    else if (includes(repeated, flag))
      command[nameOf(flag)].push(...[valueOf(flag, inline)].filter((v) => v !== undefined));
    else if (flag.startsWith('-'))
      report(flag, 'an unknown flag', flags.join(', '), 'Check the spelling; --help tells more.');
    else setOnce('plan', 'The plan', arg);
  }
  if (command.plan === undefined) report('The plan', 'missing', 'a file', 'Name it: npm run audit -- plan.json');
  if (command.today !== undefined && !isRealDate(command.today)) {
    report('--today', command.today, 'a real day, like 2026-11-22', 'Write year, month and day.');
  }
  return { command, problems };
}

function includes<T extends string>(list: readonly T[], text: string): text is T {
  return (list as readonly string[]).includes(text);
}

function nameOf<T extends string>(flag: `--${T}`): T {
  return flag.slice(2) as T;
}
