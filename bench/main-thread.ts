/**
 * How much work a page does until it has answered, in milliseconds of its main thread's own time: a figure that holds on a
 * busy machine too, where the clock on the wall says nothing.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time of the thread, where `dur` is time on the wall. */
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly type?: string } };
};

const categories = ['toplevel', 'devtools.timeline', 'cc'];
/** Milliseconds in which everything that a press leads to has been shown. */
const enough = 900;

/** Does something with the page; the work from the event until each frame after it was handed over to be shown. */
export async function workOf(browser: Browser, page: Page, event: string, act: () => Promise<void>) {
  const session = await browser.newBrowserCDPSession();
  const events = await traced(session, async () => {
    await act();
    await page.waitForTimeout(enough);
  });
  await session.detach();
  const first = events.find(({ name, args }) => name === 'EventDispatch' && args.data?.type === event);
  if (!first) throw new Error(`Nothing was traced of ${event}.`);
  const own = events.filter(({ ph, pid, tid, ts }) => ph === 'X' && pid === first.pid && tid === first.tid && ts > 0);
  const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;
  const frames = own
    .filter(({ name }) => name === 'ProxyMain::BeginMainFrame::commit')
    .map(endOf)
    .filter((end) => end > first.ts)
    .sort((a, b) => a - b);
  const tasks = own.filter((one) => one.name === 'ThreadControllerImpl::RunTask' && endOf(one) > first.ts);
  return frames.map((end) => tasks.filter(({ ts }) => ts < end).reduce((ms, { tdur = 0 }) => ms + tdur / 1000, 0));
}

async function traced(session: CDPSession, act: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const traceConfig = { includedCategories: categories };
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  await act();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  return events;
}
