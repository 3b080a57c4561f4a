/** What the tests tried, in figures. `npm test` prints them at its end. */
import { appendFileSync } from 'node:fs';

/** Whether the long runs are asked for: `npm run test:deep`. */
export const isDeep = process.env['CREDIT_MAP_RUNS'] !== undefined;

/** Where random inputs begin, unless `CREDIT_MAP_SEED` says where. */
export const usualSeed = '1';

/** How many cases a test tries: a sixth of the usual number on each mutant, more in the long run. */
export function casesOf(usual: number, deep = usual): number {
  if (process.env['CREDIT_MAP_FEW_CASES'] !== undefined) return Math.ceil(usual / 6);
  return isDeep ? deep : usual;
}

/** Adds to the counts of one line: "Damaged records: 10,000 tried, 10,000 handled". Several files may add to one line. */
export function addFigures(line: string, counts: Readonly<Record<string, number>>): void {
  const file = process.env['CREDIT_MAP_FIGURES'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ line, counts })}\n`);
}

/** The lines to print, from what was added; in the order in which they first came. */
export function figureLines(added: string): readonly string[] {
  const lines = new Map<string, Map<string, number>>();
  for (const entry of added.split('\n').filter(Boolean)) {
    const { line, counts } = JSON.parse(entry) as { line: string; counts: Record<string, number> };
    const sums = lines.get(line) ?? new Map<string, number>();
    lines.set(line, sums);
    for (const [what, count] of Object.entries(counts)) sums.set(what, (sums.get(what) ?? 0) + count);
  }
  return [...lines].map(([line, sums]) => {
    const counts = [...sums].map(([what, count]) => `${count.toLocaleString('en-US')} ${what}`);
    return `${line}: ${counts.join(', ')}`;
  });
}
