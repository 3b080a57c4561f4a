/** Every known payload through everything that takes text: it is shown as text, and no script of it runs. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { addFigures } from '../figures.ts';
import { prototypePayloads, scriptPayloads } from '../payloads.ts';
import { openFile, openPlanner, saved, startPlan, titles, yourCourses } from './planner-page.ts';
import { eachVisit, type Visit } from './visit.ts';

const payloads = [...scriptPayloads, ...prototypePayloads];
/** In every text of the plan, so that it can be told from everything else. */
const mark = 'zq7x';

let visitor: Visit;
let page: Page;
let ran: string[];

// A policy that refuses something says so in the console.
eachVisit((next) => {
  visitor = next;
  page = next.page;
  ran = [];
  page.on('dialog', (dialog) => {
    ran.push(`${page.url()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
});
afterEach(() => {
  expect(ran).toEqual([]);
  expect(visitor.requests.filter((request) => decodeURIComponent(request).includes(mark))).toEqual([]);
});

/** What on the page is more than text, though it comes from a payload. */
async function madeOfPayloads(): Promise<string[]> {
  const found = await page.evaluate(() => {
    const handlers = 'onerror onload onclick onfocus onmouseover ontoggle onbegin onstart onblur'.split(' ');
    const odd = [
      'img',
      'iframe',
      'object',
      'embed',
      'base',
      'script[src^="data:"]',
      ...handlers.map((on) => `[${on}]`),
    ];
    const leadsTo = (link: Element) => new URL(link.getAttribute('href') ?? '', location.href).protocol;
    const links = [...document.querySelectorAll('a[href]')].filter(
      (link) => !/^(?:https?|mailto|blob):$/.test(leadsTo(link)),
    );
    return [...document.querySelectorAll(odd.join()), ...links].map((element) => element.outerHTML.slice(0, 200));
  });
  return found.map((markup) => `${page.url()}: ${markup}`);
}

/** One of the payloads, marked, as long as a field takes. */
const payload = (at: number) => `${mark} ${payloads[at % payloads.length] ?? ''}`.slice(0, 200);

/** A plan with every payload in some text that it can hold: three in each course. */
const hostilePlan = {
  kind: 'credit-map-plan',
  version: 1,
  id: 'p-hostile',
  name: payload(0),
  school: 'tesu',
  degree: 'tesu/ba-liberal-studies-2026-27',
  credits: Array.from({ length: Math.ceil(payloads.length / 3) }, (_, i) => ({
    id: `c${i + 1}`,
    typed: {
      title: payload(3 * i),
      semesterHours: 1,
      level: 'lower-division',
      source: 'college',
      subject: payload(3 * i),
    },
    status: 'planned',
    // What the school has answered is not asked about in a request.
    ...(i % 2 === 0 && {
      decision: {
        becomes: [
          { semesterHours: 1, level: 'lower-division', title: payload(3 * i + 1), schoolCourse: payload(3 * i + 2) },
        ],
        decidedOn: '2026-11-20',
        by: payload(3 * i + 1),
      },
    }),
    substitutions: [{ part: 0, schoolCourse: payload(3 * i + 2), decidedOn: '2026-11-20', by: payload(3 * i + 2) }],
  })),
  waivers: [{ block: 'free-electives', decidedOn: '2026-11-20', by: payload(1) }],
  revision: 1,
};

test('a plan of payloads is text on every page that shows it, and none of it is sent (I3, N7)', async () => {
  await startPlan(page);
  await openFile(page, JSON.stringify(hostilePlan), '<img src=x onerror=alert(1)>.json');
  await yourCourses(page).getByText(payload(0)).first().waitFor();
  expect((await titles(page)).length).toBe(hostilePlan.credits.length);
  await page.evaluate(() => {
    for (const details of [...document.querySelectorAll('details')].slice(0, 20)) details.open = true;
  });
  await page.getByRole('button', { name: 'Copy a link to this plan' }).click();
  const link = await page.getByLabel('Link to this plan').inputValue();
  await saved(page);
  const made = await madeOfPayloads();
  for (const address of ['/planner/plans/', '/planner/request/', '/compare/plan/', link]) {
    await page.goto(address);
    await page.getByText(mark).first().waitFor({ state: 'attached' });
    made.push(...(await madeOfPayloads()));
  }
  addFigures('Payloads', { 'in plans shown': payloads.length, 'made into markup': made.length });
  expect(made).toEqual([]);
});

const pagesWithFields = [
  '/planner/',
  '/planner/finish/',
  '/planner/request/',
  '/compare/courses/',
  '/compare/degrees/',
  '/compare/plan/',
  '/tools/certificate-check/',
  '/tools/cost/',
  '/courses/',
  // The script takes away what it does not know, and listens from then on.
  '/schools/?unheard=of',
];

/** Waits until the page's fields and forms have a script that listens: a form sent off before leads to another page. */
async function listens(): Promise<void> {
  await page.locator('main').locator('input, textarea').first().waitFor({ state: 'attached' });
  await page.waitForFunction(
    () => !document.querySelector('astro-island[ssr], #course-list[hidden]') && location.search === '',
  );
}

describe('every text field', () => {
  test('of every page takes every payload as text (I3)', async () => {
    await startPlan(page);
    await openFile(page, JSON.stringify({ ...hostilePlan, credits: hostilePlan.credits.slice(0, 2) }));
    await yourCourses(page).getByText(mark).first().waitFor();
    await saved(page);
    visitor.expected.push(/^GET \/schools\/\?unheard=of$/);
    let typed = 0;
    for (const address of pagesWithFields) {
      if (address !== '/planner/') await page.goto(address);
      await listens();
      typed += await page.evaluate(typeIntoAll, payloads);
      expect(await madeOfPayloads()).toEqual([]);
    }
    expect(typed).toBeGreaterThan(20 * payloads.length);
    addFigures('Payloads', { 'typed into fields': typed });
  });

  test('of the search takes every payload as text, also from the address (I3)', async () => {
    visitor.expected.push(/^GET \/search\/\?q=/, /^GET \/pagefind\/pagefind-entry\.json\?ts=\d+$/);
    for (const payload of payloads.filter((_, i) => i % 12 === 0)) {
      await page.goto(`/search/?q=${encodeURIComponent(payload)}`);
      await page.locator('#search-count:not(:empty)').waitFor();
      expect(await page.locator('#search-count').innerText()).toContain(payload.trim().slice(0, 10));
      expect(await madeOfPayloads()).toEqual([]);
    }
  });
});

/** Runs in the page: opens what is folded away, types every text into every field, and sends each form off with the last. */
async function typeIntoAll(texts: readonly string[]): Promise<number> {
  const breathe = () => new Promise((done) => setTimeout(done));
  for (const details of document.querySelectorAll('details')) details.open = true;
  await breathe();
  const fields = () =>
    [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].filter(
      ({ type }) => !['checkbox', 'radio', 'file', 'submit', 'button'].includes(type),
    );
  let typed = 0;
  for (const [at] of fields().entries()) {
    for (const text of texts) {
      const field = fields()[at];
      if (!field) break;
      field.focus();
      const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      typed += 1;
      if (typed % 10 === 0) await breathe();
    }
    await breathe();
  }
  for (const form of document.querySelectorAll('form')) form.requestSubmit();
  await breathe();
  return typed;
}

const pagesWithAddresses = [
  '/planner/',
  '/planner/finish/',
  '/planner/request/',
  '/planner/shared/',
  '/compare/courses/',
  '/compare/degrees/',
  '/compare/plan/',
  '/compare/schools/',
  '/tools/certificate-check/',
  '/tools/cost/',
];

test('what stands after the # of an address may be any payload (I3)', async () => {
  const names = [
    'p',
    'plan',
    'degree',
    'degrees',
    'add',
    'school',
    'block',
    'courses',
    'name',
    'week',
    'by',
    'without',
  ];
  const hashes = payloads.map((payload, i) => {
    const encoded = i % 2 === 0 ? encodeURIComponent(payload.toWellFormed()) : payload;
    return `#${names.map((name) => `${name}=${encoded}`).join('&')}`;
  });
  for (const address of pagesWithAddresses) {
    await page.goto(address);
    await page.locator('astro-island:not([ssr])').first().waitFor({ state: 'attached' });
    await page.evaluate(async (all) => {
      for (const hash of all) {
        location.hash = hash;
        await new Promise((done) => setTimeout(done));
      }
    }, hashes);
    expect(await madeOfPayloads()).toEqual([]);
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    expect(await page.getByRole('main').innerText()).not.toMatch(/undefined|\[object/);
  }
  addFigures('Payloads', { 'in addresses': hashes.length * pagesWithAddresses.length });
});

describe('a file to import', () => {
  const rows = payloads.map((payload) => `"${payload.replaceAll('"', '""')}";Sophia;3`).join('\r\n');
  const badge = (payload: string) => ({
    issuer: { name: payload },
    validFrom: payload,
    credentialSubject: { achievement: { name: payload, humanCode: payload }, creditsEarned: 3 },
  });
  test.for([
    ['a table', 'Title;Provider;Credits\r\n' + rows],
    ['badges', JSON.stringify(payloads.map(badge))],
    ['a list', `Courses\n${payloads.join('\n')}`],
  ] as const)('that is %s of payloads shows them as text (I3)', async ([, content]) => {
    await startPlan(page);
    await page.getByText('Paste a list or open a file', { exact: true }).click();
    await page.getByLabel('Or a file', { exact: true }).setInputFiles({
      name: '"><img src=x onerror=alert(1)>.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(content),
    });
    await page.getByRole('button', { name: 'Read and check' }).click();
    await page
      .getByLabel(/^Line \d+ is$/)
      .first()
      .waitFor();
    expect(await madeOfPayloads()).toEqual([]);
    addFigures('Payloads', { 'in files imported': payloads.length });
  });
});

test('a tab takes no message from a payload, and nothing stored becomes more than text (I3)', async () => {
  await startPlan(page);
  await saved(page);
  await page.evaluate(async (all) => {
    const channel = new BroadcastChannel('credit-map');
    for (const payload of all) {
      channel.postMessage(payload);
      channel.postMessage({ kind: payload, plan: payload });
    }
    channel.postMessage(null);
    await new Promise((done) => setTimeout(done, 50));
    channel.close();
  }, payloads);
  await openPlanner(page);
  expect(await madeOfPayloads()).toEqual([]);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
});
