import { test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { changingSite, makeBuilds } from './changing-site.ts';
import { startPlan, addCourse, saved, titles } from './planner-page.ts';
test('scratch', async () => {
  const browser = await launchBrowser();
  const t0 = Date.now();
  const builds = makeBuilds();
  const a = await builds.build('a');
  console.log('built', Date.now() - t0);
  const site = await changingSite(a);
  const context = await browser.newContext({ baseURL: site.url, serviceWorkers: 'allow' });
  const page = await context.newPage();
  page.on('console', (m) => console.log('console', m.type(), m.text()));
  context.on('serviceworker', (w) => console.log('sw', w.url()));
  await startPlan(page);
  await addCourse(page, 'clep college composition', 'College Composition');
  await saved(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  console.log('ready', Date.now() - t0, site.asked.length);
  await page.waitForTimeout(1500);
  console.log(
    await page.evaluate(async () => {
      const out = [];
      for (const n of await caches.keys())
        out.push([
          n,
          (await (await caches.open(n)).keys())
            .map((r) => new URL(r.url).pathname)
            .filter((p) => !p.startsWith('/_astro'))
            .join(' '),
        ]);
      return out;
    }),
  );
  site.online = false;
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('heading', { name: /^Your courses/ }).waitFor();
  console.log(await titles(page));
  await page.screenshot({ path: '/tmp/off/a.png' });
  await page.goto('/guides/what-it-costs/');
  console.log(await page.title(), await page.locator('#not-here').isVisible());
  await context.close();
  await site.close();
  builds.remove();
  await browser.close();
});
