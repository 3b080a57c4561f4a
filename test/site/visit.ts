/** A visitor: a fresh browser profile on the built site, with a note of everything that must not happen. */
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { addFigures } from '../figures.ts';
import { launchBrowser } from './browser.ts';

export type Visit = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained about: script errors, refused content, missing files. */
  readonly complaints: string[];
  /** What the test brings about itself, and the browser may complain of or ask for, now or later. */
  readonly expected: RegExp[];
  /** Everything asked of any server, as "GET /planner/", but for the site's icon. */
  readonly requests: string[];
};

/** A visitor with a phone's width, unless told otherwise. The caller closes the context. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const site = inject('site');
  const context = await browser.newContext({
    baseURL: site,
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    // What is kept between visits is tried in `offline.test.ts`.
    serviceWorkers: 'block',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  const expected: RegExp[] = [];
  // Browsers ask for the icon again when they like, as after a change of address, without a network too.
  const icon = `${site}/favicon.svg`;
  const complain = (complaint: string): void => {
    if (!complaint.includes(icon) && !expected.some((one) => one.test(complaint))) complaints.push(complaint);
  };
  const requests: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') complain(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complain(String(error.error())));
  context.on('requestfailed', (request) => {
    // A page that is left while it loads gives up its requests; that is no fault.
    const reason = request.failure()?.errorText ?? 'no reason';
    if (reason !== 'net::ERR_ABORTED') complain(`${request.url()} failed: ${reason}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (/^(?:data|blob):/.test(url) || url === icon) return;
    const body = request.postData();
    requests.push(`${request.method()} ${url.replace(site, '')}${body === null ? '' : ` with ${body}`}`);
  });
  return { context, page: await context.newPage(), complaints, expected, requests };
}

/**
 * A visitor of its own for each test of the file, handed to `begin`, and a function that makes another one in the same test.
 * Their browsers may complain of nothing, and ask for nothing but the site’s own files.
 */
export function eachVisit(
  begin: (visitor: Visit) => void,
  options?: BrowserContextOptions,
): (options?: BrowserContextOptions) => Promise<Visit> {
  let browser: Browser;
  let visitors: Visit[] = [];
  const another = async (how?: BrowserContextOptions) => {
    const visitor = await visit(browser, how);
    visitors.push(visitor);
    return visitor;
  };
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    visitors = [];
    begin(await another(options));
  });
  afterEach(async () => {
    for (const { context } of visitors) await context.close();
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([]);
    expect(visitors.flatMap(beyondOwnFiles)).toEqual([]);
  });
  return another;
}

/** Requests for anything but the site's own files: what is chosen is sent nowhere, nor is any of it in an address. */
function beyondOwnFiles({ requests, expected }: Visit): string[] {
  const allowed = [/^GET \/[\w./-]*$/, ...expected];
  return requests.filter((request) => !allowed.some((one) => one.test(request)));
}

/** A visitor who does some work. Nothing of it may be sent anywhere, nor may the browser complain. */
export async function visiting(
  browser: Browser,
  work: (page: Page, visitor: Visit) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const visitor = await visit(browser, options);
  await prepareAxe(visitor.context);
  await work(visitor.page, visitor);
  expect(beyondOwnFiles(visitor)).toEqual([]);
  await visitor.context.close();
  expect(visitor.complaints).toEqual([]);
}

/** A way of looking at a page. */
type Look = {
  readonly name: string;
  readonly width: number;
  readonly media: NonNullable<Parameters<Page['emulateMedia']>[0]>;
  /** Text of twice the size, or as far apart as WCAG 1.4.12 asks. */
  readonly text?: 'large' | 'spaced';
};

const looks: readonly Look[] = [
  { name: 'light, 320 px', width: 320, media: { colorScheme: 'light' } },
  { name: 'dark, 320 px, spaced text', width: 320, media: { colorScheme: 'dark' }, text: 'spaced' },
  { name: 'light, 1280 px, 200 % text', width: 1280, media: { colorScheme: 'light' }, text: 'large' },
  { name: 'dark, 1280 px', width: 1280, media: { colorScheme: 'dark' } },
  { name: 'forced colors, less motion', width: 1280, media: { forcedColors: 'active', reducedMotion: 'reduce' } },
];
const plain = { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' } as const;

/** What axe finds however one looks at the page, and where it scrolls sideways: one line for each fault. */
export async function faultsInEveryLook(page: Page, state = new URL(page.url()).pathname): Promise<string[]> {
  const faults = await wordsStuckTogether(page);
  const before = page.viewportSize();
  for (const { name, width, media, text } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ ...plain, ...media });
    await page.evaluate(setText, text);
    const found = await axeFindings(page);
    if (await scrollsSideways(page)) found.push('scrolls sideways');
    faults.push(...found.map((fault) => `${state}, ${name}: ${fault}`));
  }
  await page.evaluate(setText, undefined);
  await page.emulateMedia(plain);
  if (before) await page.setViewportSize(before);
  addFigures('Accessibility', { 'pages and states': 1, 'looked at by axe': looks.length, faults: faults.length });
  return faults;
}

/** Whether a narrow phone scrolls sideways once text is twice as large, or as far apart as WCAG 1.4.12 asks. */
export async function narrowScrollsSideways(page: Page, text: NonNullable<Look['text']>): Promise<boolean> {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.evaluate(setText, text);
  return scrollsSideways(page);
}

/** Runs in the page. Its policy allows no style element, but a sheet that a script makes. */
function setText(text: Look['text']): void {
  const sheet = new CSSStyleSheet();
  if (text === 'large') sheet.replaceSync(':root { font-size: 200% !important }');
  if (text === 'spaced')
    sheet.replaceSync(
      `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
       p { margin-block-end: 2em !important }`,
    );
  document.adoptedStyleSheets = [sheet];
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Makes axe ready in every page of this visitor. It comes in beside the page's own content security policy. */
export async function prepareAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ path: axePath });
}

type AxeResults = {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
};

/** What axe finds against WCAG 2.0 to 2.2, levels A and AA: one line for each element. */
export async function axeFindings(page: Page): Promise<string[]> {
  const results = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (where: Document, how: object) => Promise<AxeResults> } };
    // What the browser leaves undrawn, out of sight, is looked at as it is once it has been scrolled to.
    const drawn = new CSSStyleSheet();
    drawn.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(drawn);
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
      resultTypes: ['violations'],
    });
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== drawn);
    return found;
  });
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) => `${id}: ${help}: ${node.html.slice(0, 160)} ${(node.failureSummary ?? '').replace(/\s+/g, ' ')}`,
    ),
  );
}

/** True if the page is wider than the window. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/** Words that stand in one line with nothing between them, as where a template has lost the space before a link. */
export async function wordsStuckTogether(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isInline = (element: Element) => /^(?:inline|contents)$/.test(getComputedStyle(element).display);
    const inLine = (text: Text, ancestor: Node): boolean => {
      let { parentElement: at } = text;
      while (at && at !== ancestor && isInline(at)) at = at.parentElement;
      return at === ancestor;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const found: string[] = [];
    let before: Text | undefined;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!(node instanceof Text)) {
        if (node instanceof Element && (node.tagName === 'BR' || !isInline(node))) before = undefined;
        continue;
      }
      if (node.data === '' || !node.parentElement?.checkVisibility()) continue;
      const range = document.createRange();
      if (before && /[\p{L}\p{N}.,;:!?)”’]$/u.test(before.data) && /^[\p{L}\p{N}(“]/u.test(node.data)) {
        range.setStart(before, 0);
        range.setEnd(node, 0);
        const { commonAncestorContainer: both } = range;
        if (before.parentElement !== node.parentElement && inLine(before, both) && inLine(node, both))
          found.push(`words stick together: ${before.data.slice(-40)}|${node.data.slice(0, 40)}`);
      }
      before = node;
    }
    return [...new Set(found)];
  });
}
