import { checkData, formatProblems, readDataFiles } from './load-data.ts';

/** Checks every file of `data/` and prints all that is wrong with it. Part of the build: wrong data is not published. */
const today = new Date().toISOString().slice(0, 10);
const { counts, problems } = checkData(readDataFiles(), today);
const each = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);

if (problems.length > 0) console.error(`${formatProblems(problems)}\n`);
console.log(`data: ${each.join(', ')}; ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;
