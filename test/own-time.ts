/** The milliseconds that this thread has worked. What it waits for a busy machine does not count. */
export function ownTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * What it answers, and the milliseconds that this thread works for it. Where they are not below the limit, the least of
 * three: memory may have been tidied meanwhile, or the processor shared.
 */
export async function workOf<T>(
  limit: number,
  take: () => T | Promise<T>,
): Promise<{ answer: T; milliseconds: number }> {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 1; ; time += 1) {
    const began = ownTime();
    const answer = await take();
    least = Math.min(least, ownTime() - began);
    if (least < limit || time === 3) return { answer, milliseconds: least };
  }
}
