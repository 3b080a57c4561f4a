/**
 * Draws facts to read again against their sources: `node scripts/sample-facts.ts 50 SEED`.
 *
 * A fact is a statement with sources of its own, or a record's own fields. The same seed draws the same facts from the
 * same data.
 */
import { draw } from './draw.ts';
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
  return [...draw(facts, count, seed)].sort((a, b) => (a.file + a.field < b.file + b.field ? -1 : 1));
}

if (import.meta.main) {
  const [count = 50, seed = 1] = process.argv.slice(2).map(Number);
  for (const [index, { file, field, says, sources }] of sampleFacts(readDataFiles(), count, seed).entries()) {
    console.log(`${index + 1}. ${file}${field && ` ${field}`}\n${JSON.stringify({ says, sources }, null, 2)}\n`);
  }
}
