/** Slow lines and slow processors, as the browser emulates them. */
import type { CDPSession, Page } from 'playwright-core';

/** A line to a reader. */
export type Line = {
  readonly name: string;
  readonly kilobitsPerSecond: number;
  /** Milliseconds for one way there and back. */
  readonly roundTrip: number;
  /** How many times slower the processor is. */
  readonly slowdown: number;
};

/** What Lighthouse calls mobile: the slowest quarter of 4G, with a phone of a few years ago. */
export const slow4g: Line = { name: 'slow 4G', kilobitsPerSecond: 1638, roundTrip: 150, slowdown: 4 };
/** An edge of the network: what Alex Russell's budget of 2017 took as its base line. */
export const edge: Line = { name: '400 kbit/s, 400 ms', kilobitsPerSecond: 400, roundTrip: 400, slowdown: 4 };

/** Puts a page behind a line. The cache stays empty. */
export async function slowDown(page: Page, { kilobitsPerSecond, roundTrip, slowdown }: Line): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  const bytes = (kilobitsPerSecond * 1000) / 8;
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTrip,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return session;
}
