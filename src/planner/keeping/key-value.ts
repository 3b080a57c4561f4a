/** A small store of keys and values, and how it fails. The browser's is in `plan-store.ts`, a test's in the tests. */

/** Every key that is stored. The value is there only where it was asked for. */
export type Stored = ReadonlyMap<string, unknown>;

/** What a transaction changes, and what it tells its caller. `undefined` removes a value. */
export type Decided<R> = { readonly write: Readonly<Record<string, unknown>>; readonly result: R };

/** Which values a transaction reads. */
export type Wants = (key: string) => boolean;

/** A small store that reads and writes in one transaction: all of it happens, or nothing. */
export type KeyValue = { readonly transact: <R>(wants: Wants, decide: (stored: Stored) => Decided<R>) => Promise<R> };

/** Why the device did not do it. */
export type DeviceProblem = 'full' | 'blocked' | 'no-answer' | 'failed';

/** Milliseconds to wait for an answer before saying that there is none. */
export const usualPatience = 2000;

/** The answer, in time or not at all. A while in which the page was too busy to listen counts as one moment of ten. */
export async function inTime<R>(answer: Promise<R>, patience: number): Promise<R> {
  let alarm: ReturnType<typeof setInterval> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    let moments = 10;
    alarm = setInterval(() => {
      if ((moments -= 1) < 0) reject(new DOMException('', 'TimeoutError'));
    }, patience / 10);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearInterval(alarm);
  }
}

/** What an error of the store means. */
export function problemOf(error: unknown): DeviceProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'TimeoutError') return 'no-answer';
  const refusals = ['SecurityError', 'InvalidStateError', 'ReferenceError', 'NotAllowedError'];
  return refusals.includes(name) ? 'blocked' : 'failed';
}
