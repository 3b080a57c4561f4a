/**
 * Shares of a list for some workers, in turn and back again. Of lists that are in order, neither the first share nor the last
 * has more to do than the others: degrees of one school take about as long, and the longest are often an even number apart.
 */
export function dealt<T>(all: readonly T[], workers: number): T[][] {
  const shares = Array.from({ length: workers }, (): T[] => []);
  all.forEach((one, index) => {
    const at = index % (2 * workers);
    shares[at < workers ? at : 2 * workers - 1 - at]!.push(one);
  });
  return shares;
}
