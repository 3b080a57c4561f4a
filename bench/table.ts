/** Tables in Markdown, and the figures in them. */

/** A table whose columns are as wide as they need to be; all but the first are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((cells) => (cells[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => pad(cells[column] ?? '', width, column)).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => '-'.repeat(width - (column ? 1 : 0)) + (column ? ':' : '')).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function pad(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}

/** The value that so large a share of the values does not go over. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** Median, 95 % and worst. */
export function timesOf(ms: readonly number[]): [median: number, most: number, worst: number] {
  return [quantile(ms, 0.5), quantile(ms, 0.95), quantile(ms, 1)];
}

export const inMs = (ms: number): string => (ms < 99.95 ? ms.toFixed(1) : ms.toFixed(0));
export const inPercent = (share: number): string => `${(share * 100).toFixed(share < 0.01 ? 3 : 1)} %`;
export const inKb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
export const inMb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Something that the engine is to reach. */
export type Target = { readonly says: string; readonly is: string; readonly reached: boolean };

/** Runs the work and says how long it took. */
export function timed<T>(work: () => T): { ms: number; answer: T } {
  const start = performance.now();
  const answer = work();
  return { ms: performance.now() - start, answer };
}
