/** The milliseconds that this thread has worked. What it waits for a busy machine does not count. */
export function ownTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
