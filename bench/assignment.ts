/**
 * How long the best assignment takes, beside HiGHS on the same model in the same run: `npm run bench`.
 *
 * Every answer is checked: it must keep all rules and, where both are proven, be worth as much as the other's.
 * HiGHS solves the four aims one after the other; its figure is the sum.
 */
import { problemOf } from '../src/engine/assign.ts';
import type { AssignmentProblem } from '../src/engine/assign/problem.ts';
import { solveAssignment } from '../src/engine/assign/search.ts';
import { setDuplicatesAside } from '../src/engine/duplicates.ts';
import { articulateCredit, type PlannedCredit } from '../src/engine/index.ts';
import { loadData } from '../scripts/load-data.ts';
import { bestByReferee } from '../test/engine/referee.ts';
import { brokenRules, valueOf } from '../test/engine/value.ts';

const plansEach = Number(process.argv[2] ?? 25);

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Plans of 30 to 60 catalog courses toward every degree of the catalog, in the likely reading. */
function catalogProblems(): Map<string, AssignmentProblem[]> {
  const today = '2026-11-22';
  const catalog = loadData('.', today);
  const courses = new Map(catalog.courses.map(({ id, record }) => [id, { id, ...record }]));
  const ids = [...courses.keys()];
  return new Map(
    catalog.degrees.map(({ id, record: degree }) => {
      const school = catalog.schools.find((one) => one.id === degree.school)!.record;
      const equivalencies = catalog.equivalencies
        .filter(({ record }) => record.school === degree.school)
        .flatMap(({ record }) => record.equivalencies);
      const problems = Array.from({ length: plansEach }, (_, seed) => {
        const random = randomFrom(seed);
        const chosen = new Set(
          Array.from({ length: 30 + Math.floor(random() * 31) }, () => ids[Math.floor(random() * ids.length)]!),
        );
        const credits = [...chosen].map((course, index): PlannedCredit => ({
          id: `c${index}`,
          course,
          status: 'planned',
        }));
        const facts = { school, equivalencies, courses, today };
        const { kept } = setDuplicatesAside(
          credits.flatMap((credit) => articulateCredit(credit, facts).accepted),
          credits,
        );
        return problemOf(degree, school, kept, 'likely', () => ({ avoid: [] }));
      });
      return [id, problems];
    }),
  );
}

/** 60 items of mixed hours and 40 bins of 12 subjects, with one limit: harder than any real plan seen. */
function mixedProblem(seed: number): AssignmentProblem {
  const random = randomFrom(seed);
  const sizes = [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 1, 1, 2, 4, 4, 6];
  const bins = Array.from({ length: 40 }, (_, bin) => (bin === 39 ? 24 : bin % 9 === 8 ? 6 : 3));
  const items = Array.from({ length: 60 }, (_, index) => {
    const hours = sizes[Math.floor(random() * sizes.length)]!;
    const subjects = [Math.floor(random() * 12), random() < 0.35 ? Math.floor(random() * 12) : -1];
    const upper = random() < 0.35;
    const limits = random() < 0.8 ? [0] : [];
    const certainty = Math.floor(random() * 4);
    const pairs = bins.flatMap((_size, bin) => {
      const asksUpper = bin >= 20 && bin < 32;
      const fits = bin === 39 || (subjects.includes(bin % 12) && (!asksUpper || upper));
      return fits ? [{ bin, demand: bin === 39 ? 0 : asksUpper ? 3 : 2, caps: [bin], limits, choices: [] }] : [];
    });
    return { id: `c${index}`, hours, certainty, pairs };
  });
  const caps = bins.map((hours, bin) => ({ id: `bin ${bin}`, hours }));
  return { items, bins: caps.map(({ id }) => id), caps, limits: [{ id: 'maximum', hours: 90 }], choices: [] };
}

function timed<T>(work: () => T): { ms: number; answer: T } {
  const start = performance.now();
  const answer = work();
  return { ms: performance.now() - start, answer };
}

function figures(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1);
  return `${at(0.5).padStart(8)} ${at(0.95).padStart(8)} ${at(1).padStart(8)}`;
}

const families = new Map(catalogProblems()).set(
  'mixed hours, 60 × 40',
  Array.from({ length: plansEach }, (_, seed) => mixedProblem(seed + 1)),
);
console.log(`Milliseconds, ${plansEach} problems a row.                  median      95 %    worst   proven`);
for (const [name, problems] of families) {
  for (const problem of problems.slice(0, 3)) solveAssignment(problem);
  const ours = problems.map((problem) => timed(() => solveAssignment(problem)));
  const theirs = problems.map((problem) => timed(() => bestByReferee(problem)));
  for (const [index, problem] of problems.entries()) {
    const { answer } = ours[index]!;
    const best = theirs[index]!.answer;
    const worth = valueOf(problem, answer);
    if (brokenRules(problem, answer).length > 0) throw new Error(`${name}, problem ${index}: a rule is broken.`);
    if (answer.proven && String(worth) !== String(best)) {
      throw new Error(`${name}, problem ${index}: worth ${worth.join()}, but HiGHS found ${best?.join()}.`);
    }
  }
  const proven = ours.filter(({ answer }) => answer.proven).length;
  console.log(`${name.padEnd(40)} ours   ${figures(ours.map(({ ms }) => ms))} ${String(proven).padStart(8)}`);
  console.log(`${''.padEnd(40)} HiGHS  ${figures(theirs.map(({ ms }) => ms))} ${String(problems.length).padStart(8)}`);
}
