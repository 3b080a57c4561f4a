/** What a reader's first visit of a page brings and takes: bytes, requests, script, the largest paint, what moves. */
import type { Browser } from 'playwright-core';
import { slowDown, type Line } from './lines.ts';

export type Arrival = {
  /** Bytes on the line until nothing more came. */
  readonly bytes: number;
  readonly script: number;
  readonly requests: number;
  /** Milliseconds until the largest part was painted. */
  readonly lcp: number;
  /** Cumulative layout shift. */
  readonly cls: number;
};

/** How long nothing may come before a page counts as there, in milliseconds. */
const quiet = 1500;

/** One first visit, with an empty cache, on a phone's screen. */
export async function arrivalOf(browser: Browser, url: string, line: Line): Promise<Arrival> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
  });
  try {
    const page = await context.newPage();
    const session = await slowDown(page, line);
    let [bytes, script, requests] = [0, 0, 0];
    const kinds = new Map<string, string>();
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (/^https?:/.test(request.url)) requests += 1;
      kinds.set(requestId, request.url);
    });
    session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength;
      if (kinds.get(requestId) === 'Script') script += encodedDataLength;
    });
    await page.addInitScript(() => {
      const seen = { lcp: 0, cls: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.lcp = entry.startTime;
      }).observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.cls += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 });
    await page.waitForTimeout(quiet);
    const seen = await page.evaluate(() => (window as unknown as { seen: { lcp: number; cls: number } }).seen);
    return { bytes, script, requests, ...seen };
  } finally {
    await context.close();
  }
}

/** The visit in the middle of so many, by its largest paint. */
export async function usualArrival(browser: Browser, url: string, line: Line, visits = 3): Promise<Arrival> {
  const all: Arrival[] = [];
  for (let visit = 0; visit < visits; visit += 1) all.push(await arrivalOf(browser, url, line));
  return all.sort((a, b) => a.lcp - b.lcp)[Math.floor(visits / 2)]!;
}
