/** What a worker may do. It obeys the policy that its own script comes with: the policy of its page does not hold there. */
import type { Page, Worker } from 'playwright-core';
import { expect, test } from 'vitest';
import { addresses } from './built-site.ts';
import { openPlanner } from './planner-page.ts';
import { eachVisit } from './visit.ts';

let page: Page;
const another = eachVisit((next) => {
  page = next.page;
});

/** Whatever is called a worker: to run what is none as one does no harm. */
const workers = addresses.filter((address) => /[.-]worker[.-][^/]*\.m?js$|\/pagefind-worker\.js$/.test(address));

const planMaker = workers.find((address) => address.includes('completion'));

async function started(from: Page, address: string): Promise<Worker> {
  const [worker] = await Promise.all([
    from.waitForEvent('worker'),
    from.evaluate(
      (script) => void Object.assign(globalThis, { worker: new Worker(script, { type: 'module' }) }),
      address,
    ),
  ]);
  return worker;
}

/** Runs in a worker: what comes of asking another host, of text as code, and of a file of the site. */
async function tried(): Promise<Record<string, string>> {
  const refused = new Promise<string>((resolve) => {
    addEventListener('securitypolicyviolation', (event) => {
      if (event.blockedURI.startsWith('https://elsewhere.example')) resolve(event.effectiveDirective);
    });
  });
  await fetch('https://elsewhere.example/').catch(() => undefined);
  // Not at once: what a test has a worker do is not held to its policy before the next task.
  await new Promise((resolve) => setTimeout(resolve));
  const made = (code: () => unknown) => {
    try {
      return String(code());
    } catch (error) {
      return (error as Error).name;
    }
  };
  return {
    elsewhere: await Promise.race([
      refused,
      new Promise<string>((resolve) => setTimeout(() => resolve('asked'), 5000)),
    ]),
    eval: made(() => (0, eval)('1')),
    function: made(() => new Function('return 1')()),
    own: String((await fetch('/catalog/index.json')).status),
  };
}

const outcome = { elsewhere: 'connect-src', eval: 'EvalError', function: 'EvalError', own: '200' };

test.for(workers)('%s asks no other host, and makes no text into code (D8, N7)', async (address) => {
  await openPlanner(page);
  expect(await (await started(page, address)).evaluate(tried)).toEqual(outcome);
});

test('the service worker asks no other host, and a worker that it keeps comes with the same policy (D8, N7)', async () => {
  const { page: kept, context, expected } = await another({ serviceWorkers: 'allow' });
  await openPlanner(kept);
  await kept.evaluate(async () => void (await navigator.serviceWorker.ready));
  expect(await context.serviceWorkers()[0]!.evaluate(tried)).toEqual(outcome);
  expected.push(/ERR_INTERNET_DISCONNECTED/);
  await context.setOffline(true);
  await openPlanner(kept);
  expect(await (await started(kept, planMaker!)).evaluate(tried)).toEqual(outcome);
});
