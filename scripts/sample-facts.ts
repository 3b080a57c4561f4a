/**
 * Draws facts to read again against their sources: `node scripts/sample-facts.ts 50 SEED`.
 *
 * A fact is a statement with sources of its own, or a record's own fields. The same seed draws the same facts from the
 * same data.
 */
import { readDataFiles } from './load-data.ts';

type Fact = {
  readonly file: string;
  readonly field: string;
  readonly says: unknown;
  readonly sources: readonly unknown[];
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every fact of a file: what has sources, without the facts inside it. */
function factsIn(file: string, value: unknown, field = ''): Fact[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => factsIn(file, item, `${field}[${index}]`));
  if (!isRecord(value)) return [];
  const { sources, disagreements: _, ...own } = value;
  const inside = Object.entries(own).flatMap(([name, one]) => factsIn(file, one, field ? `${field}.${name}` : name));
  if (!Array.isArray(sources)) return inside;
  const says = Object.fromEntries(Object.entries(own).filter(([, one]) => !hasSources(one)));
  return [{ file, field, says, sources }, ...inside];
}

const hasSources = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(hasSources)
    : isRecord(value) && (Array.isArray(value['sources']) || Object.values(value).some(hasSources));

/** The facts that this seed draws, in the order of their files. */
export function sampleFacts(files: readonly { file: string; text: string }[], count: number, seed: number): Fact[] {
  const facts = files.flatMap(({ file, text }) => factsIn(file, JSON.parse(text)));
  let state = seed >>> 0;
  // A linear congruential generator (Numerical Recipes) is even enough to draw a sample.
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  for (let at = 0; at < Math.min(count, facts.length); at++) {
    const other = at + next(facts.length - at);
    [facts[at], facts[other]] = [facts[other]!, facts[at]!];
  }
  return facts.slice(0, count).sort((a, b) => (a.file + a.field < b.file + b.field ? -1 : 1));
}

if (import.meta.main) {
  const [count = 50, seed = 1] = process.argv.slice(2).map(Number);
  for (const [index, { file, field, says, sources }] of sampleFacts(readDataFiles(), count, seed).entries()) {
    console.log(`${index + 1}. ${file}${field && ` ${field}`}\n${JSON.stringify({ says, sources }, null, 2)}\n`);
  }
}
