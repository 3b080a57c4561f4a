/** The day of the exam: when it is on a reader's clock, and whether they can take it, on machines all over the world. */
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { faultsInEveryLook, scrollsSideways, visiting } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  // A camera that shows a clock and a microphone that beeps.
  browser = await launchBrowser('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream');
});
afterAll(() => browser.close());

const phone = { width: 360, height: 740 };
const now = new Date('2026-11-28T09:00:00Z');

describe('exam time', () => {
  const slot = '/tools/exam-time/#on=2027-03-20&at=8+pm&zone=America/New_York&minutes=120';
  const answerOf = async (page: Page) => {
    await page.getByRole('heading', { name: 'Your exam' }).waitFor();
    return page.locator('.exam-result').innerText();
  };

  test.for([
    ['Asia/Kolkata', 'Sunday 21 March 2027', '05:30 (5:30 am) to 07:30', 'the next day', true],
    ['Africa/Lagos', 'Sunday 21 March 2027', '01:00 (1:00 am) to 03:00', 'the next day', true],
    ['America/Sao_Paulo', 'Saturday 20 March 2027', '21:00 (9:00 pm) to 23:00', undefined, false],
    ['Asia/Kathmandu', 'Sunday 21 March 2027', '05:45 (5:45 am) to 07:45', 'the next day', true],
    ['Pacific/Honolulu', 'Saturday 20 March 2027', '14:00 (2:00 pm) to 16:00', undefined, false],
  ] as const)(
    'a device in %s shows an evening in New York on its own clock',
    async ([timezoneId, day, time, change, night]) => {
      await visiting(
        browser,
        async (page) => {
          await page.clock.setFixedTime(now);
          await page.goto(slot);
          const answer = await answerOf(page);
          expect(answer).toContain(day);
          expect(answer).toContain(time);
          expect(answer.includes('Mind the date')).toBe(change !== undefined);
          if (change) expect(answer).toContain(change);
          expect(answer.includes('between 23:00 and 6:00 where you are')).toBe(night);
          expect(answer).toContain('Clocks in New York are put forward by 1 hour on Sunday 14 March 2027.');
        },
        { timezoneId },
      );
    },
  );

  test('takes what is typed only once its script is there, so that nothing typed is lost', async () => {
    await visiting(
      browser,
      async (page, { context }) => {
        const { promise: arrived, resolve: arrive } = Promise.withResolvers<boolean>();
        await context.route('**/_astro/*.js', async (route) => {
          await arrived;
          await route.continue();
        });
        await page.goto('/tools/exam-time/', { waitUntil: 'commit' });
        const button = page.getByRole('button', { name: 'Show my time' });
        await button.waitFor();
        expect(await button.isDisabled()).toBe(true);
        expect(await page.getByLabel('Time it starts').isDisabled()).toBe(true);
        arrive(true);
        await page.getByLabel('Time it starts').fill('19:30');
        await page.getByLabel('Day', { exact: true }).fill('8');
        await button.click();
        await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
        expect(await page.getByLabel('Time it starts').inputValue()).toBe('19:30');
      },
      { viewport: phone },
    );
  });

  test('is filled in with keys alone on a phone without a network, leads back by its address, and goes into a calendar', async () => {
    await visiting(
      browser,
      async (page, { context }) => {
        await page.clock.setFixedTime(now);
        await page.goto('/tools/exam-time/', { waitUntil: 'networkidle' });
        await context.setOffline(true);
        await expect.poll(() => page.getByLabel('Your city').inputValue()).toBe('Lagos, Nigeria');
        await page.getByRole('button', { name: 'Show my time' }).press('Enter');
        await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
        expect(await faultsInEveryLook(page)).toEqual([]);

        await page.getByLabel('Day', { exact: true }).focus();
        for (const words of ['8', '12', '2026', '19:30']) {
          await page.keyboard.type(words);
          await page.keyboard.press('Tab');
        }
        await page.keyboard.type('mumb');
        expect(await page.getByRole('listbox', { name: 'Cities' }).getByRole('option').allInnerTexts()).toEqual([
          'Mumbai, India',
        ]);
        expect(await faultsInEveryLook(page)).toEqual([]);
        await page.keyboard.press('Enter');
        await page.getByText('Proctor, opening hours, name (optional)').click();
        await page.getByLabel('Opening hours to show').selectOption('Honorlock');
        await page.getByLabel('Name of the exam').fill('Statistics, final');
        await page.keyboard.press('Enter');
        const heading = page.getByRole('heading', { name: 'Statistics, final' });
        await heading.waitFor();
        await expect.poll(() => heading.evaluate((node) => node === document.activeElement)).toBe(true);
        const answer = await page.locator('.exam-result').innerText();
        expect(answer).toContain('Tuesday 8 December 2026\n15:00 (3:00 pm) to 17:00 (5:00 pm)');
        expect(answer).toContain('Mumbai\tTuesday 8 December 2026, 19:30 (7:30 pm) to 21:30');
        expect(answer).toContain('Your exam lies in the hours of Honorlock.');
        expect(await scrollsSideways(page)).toBe(false);
        expect(await faultsInEveryLook(page)).toEqual([]);

        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: 'Add to calendar' }).click(),
        ]);
        const calendar = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8')) as unknown[]);
        const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
        expect([download.suggestedFilename(), event.summary]).toEqual(['exam.ics', 'Statistics, final']);
        expect(event.startDate.toJSDate().toISOString()).toBe('2026-12-08T14:00:00.000Z');
        expect(event.description).toContain('Lagos: Tuesday 8 December 2026, 15:00');

        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('.exam-result').isVisible()).toBe(true);
        expect(await page.locator('form').isVisible()).toBe(false);
        await context.setOffline(false);
        expect(page.url()).toContain('#on=2026-12-08&name=Statistics');
        await page.reload();
        await heading.waitFor();
      },
      { timezoneId: 'Africa/Lagos', viewport: phone },
    );
  });
});

describe('exam ready', () => {
  test('CLEP from Lagos on a phone: not at home, perhaps at a center; each answer has a source', async () => {
    await visiting(
      browser,
      async (page) => {
        await page.goto('/tools/exam-ready/#exam=exams/clep/biology');
        await page.getByLabel('Which identity paper').selectOption('A passport');
        expect(await page.getByLabel('Where will you be').evaluate((node: HTMLSelectElement) => node.value)).toBe('NG');
        await page.getByRole('button', { name: 'Can I take it?' }).press('Enter');
        const heading = page.getByRole('heading', { name: 'Biology' });
        await heading.waitFor();
        await expect.poll(() => heading.evaluate((node) => node === document.activeElement)).toBe(true);
        const home = page.getByRole('article').filter({ hasText: 'At home, over CLEP remote proctoring' });
        expect(await home.getByText('It can’t be taken from Nigeria.').isVisible()).toBe(true);
        expect(await home.getByRole('link', { name: 'CLEP, College Board' }).count()).toBeGreaterThan(1);
        const center = page.getByRole('article').filter({ hasText: 'At a test center' }).last();
        expect(await center.getByText('Ask whether it can be taken from Nigeria.').isVisible()).toBe(true);
        expect(await scrollsSideways(page)).toBe(false);
        expect(await faultsInEveryLook(page)).toEqual([]);

        await page.emulateMedia({ media: 'print' });
        expect(await page.getByText('A closed room with walls and a door.').isVisible()).toBe(true);
        expect(await page.getByRole('button', { name: 'Try the camera' }).isVisible()).toBe(false);
      },
      { timezoneId: 'Africa/Lagos', viewport: phone },
    );
  });

  /** Keeps what the page was given, so that a test can see whether it lets go of it. */
  const keepStreams = () => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    const given: MediaStreamTrack[] = [];
    Object.assign(window, { given });
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      given.push(...stream.getTracks());
      return stream;
    };
  };
  const tracks = (page: Page) =>
    page.evaluate(() =>
      (window as unknown as { given: MediaStreamTrack[] }).given.map(({ kind, readyState }) => `${kind} ${readyState}`),
    );

  test('camera, microphone, screens and connection are tried when asked to, and let go; nothing is sent', async () => {
    await visiting(
      browser,
      async (page, { requests }) => {
        await page.addInitScript(keepStreams);
        await page.goto('/tools/exam-ready/', { waitUntil: 'networkidle' });
        expect(await tracks(page)).toEqual([]);
        await page.getByRole('button', { name: 'Try the camera' }).click();
        await page.getByText(/^The camera works: \d+ × \d+ points/).waitFor();
        await page.getByRole('button', { name: 'Stop the camera' }).click();
        expect(await tracks(page)).toEqual(['video ended']);
        await page.getByRole('button', { name: 'Try the camera' }).click();
        await page.getByRole('button', { name: 'Try the microphone' }).click();
        await page.getByText('The microphone works: something was heard.').waitFor();
        await page.getByRole('button', { name: 'Count the screens' }).click();
        await page.getByText(/^The browser sees one screen|^This browser does not tell/).waitFor();
        await page.getByRole('button', { name: 'Measure the connection' }).click();
        await page.getByText(/^This site arrived at [\d.]+ Mbps/).waitFor();
        expect(await faultsInEveryLook(page)).toEqual([]);
        expect(await tracks(page)).toEqual(['video ended', 'video live', 'audio live']);
        await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
        expect(await tracks(page)).toEqual(['video ended', 'video ended', 'audio ended']);
        expect(
          requests.filter(
            (request) =>
              !/\/(?:tools\/exam-ready\/|_astro\/.*|catalog\/exams\.json|data\/catalog\.json|offline\/build\.json)$/.test(
                request,
              ),
          ),
        ).toEqual([]);
      },
      { permissions: ['camera', 'microphone'] },
    );
  });

  test('a camera that is refused, missing or out of reach is told in plain words', async () => {
    const refusing = await launchBrowser('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream=deny');
    await visiting(refusing, async (page) => {
      await page.goto('/tools/exam-ready/');
      const camera = page.getByRole('button', { name: 'Try the camera' });
      await camera.click();
      await page.getByText('You or your browser said no.').waitFor();

      const fail = (name: string) =>
        page.evaluate((error) => {
          navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', error));
        }, name);
      await fail('NotFoundError');
      await camera.click();
      await page.getByText('No camera was found.').waitFor();
      await fail('NotReadableError');
      await camera.click();
      await page.getByText('The camera is there, but can’t be used.').waitFor();

      await page.evaluate(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
      await camera.click();
      await page.getByText('This browser does not let pages use the camera.').waitFor();
      await page.evaluate(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
      await camera.click();
      await page.getByText('Browsers give the camera only to pages with https').waitFor();
    });
    await refusing.close();
  });

  test('camera and microphone are open on this one page and closed on every other', async () => {
    const policyOf = async (address: string) =>
      (await fetch(inject('site') + address)).headers.get('Permissions-Policy');
    expect(await policyOf('/tools/exam-ready/')).toBe('camera=(self), geolocation=(), microphone=(self)');
    for (const address of ['/', '/tools/exam-time/', '/planner/', '/tools/exam-ready/x', '/no-such-page/'])
      expect(await policyOf(address), address).toBe('camera=(), geolocation=(), microphone=()');
    expect(readFileSync('public/_headers', 'utf8').match(/\(self\)|\*\)/g)).toHaveLength(2);
  });
});
