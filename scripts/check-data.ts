import { checkData, formatProblems, readDataFiles } from './load-data.ts';

/** Checks every file of `data/` and prints all that is wrong with it. Part of the build: wrong data is not published. */
const today = new Date().toISOString().slice(0, 10);
const { records, problems } = checkData(readDataFiles(), today);

if (problems.length > 0) {
  console.error(formatProblems(problems));
  console.error(`\ndata: ${records} records, ${problems.length} problems`);
  process.exitCode = 1;
} else {
  console.log(`data: ${records} records, 0 problems`);
}
