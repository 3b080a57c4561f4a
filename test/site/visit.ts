/** A visitor: a fresh browser profile on the built site, with a note of everything that must not happen. */
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject } from 'vitest';

export type Visit = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained about: script errors, refused content, missing files. */
  readonly complaints: string[];
  /** Everything asked of any server, as "GET /planner/". */
  readonly requests: string[];
};

/** A visitor with a phone's width, unless told otherwise. The caller closes the context. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const site = inject('site');
  const context = await browser.newContext({
    baseURL: site,
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  const requests: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('requestfailed', (request) => {
    // A page that is left while it loads gives up its requests; that is no fault.
    const reason = request.failure()?.errorText ?? 'no reason';
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()} failed: ${reason}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (/^(?:data|blob):/.test(url)) return;
    const body = request.postData();
    requests.push(`${request.method()} ${url.replace(site, '')}${body === null ? '' : ` with ${body}`}`);
  });
  return { context, page: await context.newPage(), complaints, requests };
}

/**
 * A visitor who does some work. Nothing of what is chosen may be sent anywhere: not to other sites, and not after a "?" to
 * this one. Nor may the browser complain.
 */
export async function visiting(
  browser: Browser,
  work: (page: Page, visitor: Visit) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const visitor = await visit(browser, options);
  await prepareAxe(visitor.context);
  await work(visitor.page, visitor);
  expect(visitor.requests.filter((request) => !/^GET \//.test(request) || request.includes('?'))).toEqual([]);
  await visitor.context.close();
  expect(visitor.complaints).toEqual([]);
}

/** What axe finds in light and in dark. */
export async function axeInBothColours(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    findings.push(...(await axeFindings(page)));
  }
  return findings;
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
    return axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
      resultTypes: ['violations'],
    });
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
