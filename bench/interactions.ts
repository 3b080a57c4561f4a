/** How long a page takes to answer, as the browser times it. */
import type { Page } from 'playwright-core';

declare global {
  var shown: Promise<number> | undefined;
  var slowest: Map<number, { readonly ms: number; readonly at: string }> | undefined;
}

/** What must be there, or be gone, for an event to have been answered. */
export type Shown = { readonly selector: string; readonly gone?: boolean };

/** Does something with the page; milliseconds from the event to the painted frame in which it is answered. */
export async function timeOf(page: Page, event: string, { selector, gone = false }: Shown, act: () => Promise<void>) {
  await page.evaluate(
    ([type, wanted, away]) => {
      globalThis.shown = new Promise((done) => {
        addEventListener(
          type,
          (pressed) => {
            const look = () => {
              if ((document.querySelector(wanted) === null) !== away) return requestAnimationFrame(look);
              // The frame is painted when the next task begins.
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => done(performance.now() - pressed.timeStamp);
              return port2.postMessage(0);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      });
    },
    [event, selector, gone] as const,
  );
  await act();
  const ms = await Promise.race([
    page.evaluate(() => globalThis.shown),
    new Promise<undefined>((late) => setTimeout(late, 10_000)),
  ]);
  if (ms === undefined) throw new Error(`Nothing was measured: ${selector}`);
  return ms;
}

/** Begins to note every interaction with the page. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const slowest = (globalThis.slowest = new Map());
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        const before = slowest.get(entry.interactionId)?.ms ?? 0;
        if (!entry.interactionId || entry.duration <= before) continue;
        const target = entry.target instanceof Element ? entry.target : undefined;
        const at = `${entry.name} ${target?.id || target?.className || target?.tagName || ''}`;
        slowest.set(entry.interactionId, { ms: entry.duration, at });
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/**
 * Interaction to Next Paint of the visit, as the web-vitals library has it: the longest interaction, one in fifty left out;
 * the browser times each from the event to the next frame, to 8 ms.
 */
export async function interactionToNextPaint(page: Page): Promise<{ readonly ms: number; readonly at: string }> {
  return page.evaluate(() => {
    const { interactionCount = 0 } = performance as Performance & { interactionCount?: number };
    const all = [...(globalThis.slowest?.values() ?? [])].sort((a, b) => b.ms - a.ms);
    return all[Math.min(all.length - 1, Math.floor(interactionCount / 50))] ?? { ms: 0, at: '' };
  });
}
