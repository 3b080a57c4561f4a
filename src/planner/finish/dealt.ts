/**
 * Shares of a list for some workers, each a piece of it: degrees of one school, which stand together, mostly stay so. What a
 * school makes of each course is worked out once in each share that has a degree of it.
 */
export function dealt<T>(all: readonly T[], workers: number): T[][] {
  return Array.from({ length: workers }, (_, worker) => {
    const [from, to] = [worker, worker + 1].map((share) => Math.round((share * all.length) / workers));
    return all.slice(from, to);
  });
}
