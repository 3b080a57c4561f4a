/** Whether what stands inside a block adds up to its size. Hours are whole hundredths here, so that sums are exact. */
import type { RequirementBlock } from './degree.ts';
import type { Report } from './problem.ts';

type Size = 'semesterHours' | 'courses';

/** The largest size there is, in hundredths: sums beyond it are no block's size. */
const largest = 30_000;

const fix = 'Make them equal, or add a block for the hours that are missing.';

/** The sizes of these blocks in all. */
export function sumOf(blocks: readonly RequirementBlock[], size: Size = 'semesterHours'): number {
  return blocks.reduce((sum, block) => sum + hundredths(block[size] ?? 0), 0) / 100;
}

/** Reports a block whose children, or as many as must be met, do not add up to its size. */
export function checkSum(block: RequirementBlock, size: Size, field: string, report: Report) {
  const { children = [], choose, [size]: stated } = block;
  if (stated === undefined || children.some((child) => child[size] === undefined)) return;
  const at = `${field}.${size}`;
  if (choose === undefined) {
    const sum = sumOf(children, size);
    const thirds =
      Math.abs(sum - stated) < 0.1 ? ' Hours are read to the hundredth: write thirds 0.33, 0.33, 0.34.' : '';
    if (sum !== stated) report(at, stated, `${sum}, what the requirements inside add up to`, fix + thirds);
    return;
  }
  const sums = sumsOf(
    choose,
    children.map((child) => hundredths(child[size] ?? 0)),
  );
  const wanted = hundredths(stated);
  if ((sums >> BigInt(wanted)) & 1n) return;
  const possible = amountsIn(sums)
    .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))
    .slice(0, 6)
    .sort((a, b) => a - b)
    .map((sum) => sum / 100);
  report(at, stated, `what ${choose} of its children add up to: ${possible.join(', ')}`, fix);
}

const hundredths = (amount: number) => Math.round(amount * 100);

/** What any `count` of these amounts add up to, as bits: bit 300 is 3 hours. */
function sumsOf(count: number, amounts: readonly number[]): bigint {
  const byCount = [1n, ...Array<bigint>(count).fill(0n)];
  for (const amount of amounts) {
    for (let taken = count; taken > 0; taken -= 1) {
      const more = BigInt.asUintN(largest + 1, byCount[taken - 1]! << BigInt(amount));
      byCount[taken] = byCount[taken]! | more;
    }
  }
  return byCount[count]!;
}

/** The amounts whose bits are set. */
function amountsIn(sums: bigint): number[] {
  return [...sums.toString(2)].reverse().flatMap((bit, amount) => (bit === '1' ? [amount] : []));
}
