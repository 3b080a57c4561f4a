/** What holds for every page, or for one page of every kind. */
import { globSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDeep } from '../figures.ts';
import { addresses, pages, read } from './built-site.ts';
import { launchBrowser } from './browser.ts';
import { faultsInEveryLook, narrowScrollsSideways, prepareAxe, scrollsSideways, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const html = new Map(pages.map((address) => [address, read(address).toString()]));
const pageOf = (pattern: RegExp): string => {
  const found = pages.find((address) => pattern.test(address));
  if (!found) throw new Error(`No built page has an address like ${String(pattern)}.`);
  return found;
};

/** One page of every kind. */
const kinds: [kind: string, address: string][] = [
  ['home', '/'],
  ['schools', '/schools/'],
  ['a school', pageOf(/^\/schools\/[^/]+\/$/)],
  ['a degree', pageOf(/^\/schools\/[^/]+\/[^/]+\/$/)],
  ['courses', '/courses/'],
  ['a course', pageOf(/^\/courses\/[^/]+\/[^/]+\/$/)],
  ['the data', '/data/'],
  ['schools side by side', '/compare/schools/'],
  ['courses side by side', '/compare/courses/'],
  ['the same credits at two schools', '/compare/plan/'],
  ['services', '/services/'],
  ['a list of courses', pageOf(/^\/providers\/[^/]+\/courses\/$/)],
  ['providers', '/providers/'],
  ['a provider', pageOf(/^\/providers\/[^/]+\/$/)],
  ['guides', '/guides/'],
  ['a guide', pageOf(/^\/guides\/[^/]+\/$/)],
  ['a journey', pageOf(/^\/guides\/journeys\/[^/]+\/$/)],
  ['the glossary', '/guides/glossary/'],
  ['certificate check', '/tools/certificate-check/'],
  ['search', '/search/'],
  ['about', '/about/'],
  ['every part of a guide', '/about/writing-guides/'],
  ['on this device', '/offline/'],
  ['accessibility', '/accessibility/'],
  ['the planner', '/planner/'],
  ['the trail', '/trail/'],
  ['your plans', '/planner/plans/'],
  ['a shared plan', '/planner/shared/'],
  ['not found', '/404.html'],
];

/** The first of many, so that a report stays readable. */
const few = (all: readonly string[]): string[] =>
  all.length <= 10 ? [...all] : [...all.slice(0, 10), `and ${all.length - 10} more`];

/** The values of an attribute, as the browser reads them. */
function valuesOf(attribute: string, markup: string): string[] {
  return [...markup.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&amp;', '&').replaceAll('&#38;', '&'),
  );
}

describe('every page', () => {
  test.for([
    ['data/courses/*/*.json', /^\/courses\/[^/]+\/[^/]+\/$/],
    ['data/providers/*.json', /^\/providers\/[^/]+\/$/],
    ['data/schools/*.json', /^\/schools\/[^/]+\/$/],
    ['src/content/guides/*.mdx', /^\/guides\/(?!glossary\/)[^/]+\/$/],
    ['src/content/journeys/*.json', /^\/guides\/journeys\/[^/]+\/$/],
  ] as [files: string, address: RegExp][])('each of %s has its page', ([files, address]) => {
    const records = globSync(files).length;
    expect(records).toBeGreaterThan(0);
    expect(pages.filter((page) => address.test(page)).length).toBe(records);
  });

  test('has one h1, a language, a title of its own, a description and a content security policy', () => {
    const wrong: string[] = [];
    const titles = new Map<string, string>();
    for (const [address, markup] of html) {
      const headings = markup.match(/<h1[\s>]/g)?.length ?? 0;
      if (headings !== 1) wrong.push(`${address} has ${headings} h1`);
      if (!/<html[^>]*\slang="en/.test(markup)) wrong.push(`${address} has no language`);
      const title = /<title>([^<]+)<\/title>/.exec(markup)?.[1]?.trim();
      if (!title) wrong.push(`${address} has no title`);
      else if (titles.has(title)) wrong.push(`${address} has the title of ${titles.get(title) ?? ''}: ${title}`);
      else titles.set(title, address);
      if (!/<meta[^>]+name="description"[^>]+content="[^"]{20,}"/.test(markup))
        wrong.push(`${address} has no description`);
      if (!/<meta[^>]+http-equiv="content-security-policy"/i.test(markup)) wrong.push(`${address} has no policy`);
    }
    expect(few(wrong)).toEqual([]);
  });

  test('links only to pages, parts of pages and files that exist', () => {
    const known = new Set(addresses);
    const ids = new Map([...html].map(([address, markup]) => [address, new Set(valuesOf('id', markup))]));
    const wrong = new Set<string>();
    for (const [address, markup] of html) {
      for (const value of [...valuesOf('href', markup), ...valuesOf('src', markup)]) {
        if (/^(?:https?|mailto|data|blob):/.test(value)) continue;
        const target = new URL(value, `http://localhost${address}`);
        const path = decodeURIComponent(target.pathname);
        const part = decodeURIComponent(target.hash.slice(1));
        if (!known.has(path)) wrong.add(`${address} → ${value}`);
        // What follows # on a tool's page is for the tool.
        else if (part && !/^\/(?:planner|compare|tools)\//.test(path) && !ids.get(path)?.has(part))
          wrong.add(`${address} → ${value}: no such part`);
      }
    }
    expect(few([...wrong])).toEqual([]);
  });

  test('counts one thing as one, and shows no word of the code', () => {
    const one =
      /(?<![\d.,–-])\b1 (?:semester )?(?:hours|courses|exams|schools|degrees|rules|sources|weeks|months|days)\b/;
    const wrong = [...html].flatMap(([address, markup]) => {
      const text = markup.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ');
      const [found] = one.exec(text) ?? /\bundefined\b|\bNaN\b|\[object |Title not seen/.exec(text) ?? [];
      return found === undefined ? [] : `${address} says ${found}`;
    });
    expect(few(wrong)).toEqual([]);
  });

  test('is within three links of the first page, and a tool within two', () => {
    const steps = new Map([['/', 0]]);
    for (const [address, step] of steps) {
      for (const value of valuesOf('href', html.get(address)!)) {
        const { pathname } = new URL(value, `http://localhost${address}`);
        if (html.has(pathname) && !steps.has(pathname)) steps.set(pathname, step + 1);
      }
    }
    // A link to a shared plan comes from its owner.
    const found = pages.filter((address) => !['/404.html', '/planner/shared/'].includes(address));
    const far = found.filter(
      (address) => (steps.get(address) ?? Infinity) > (/^\/(?:planner|compare|tools|trail)\//.test(address) ? 2 : 3),
    );
    expect(few(far)).toEqual([]);
  });

  test('puts what someone plans only after the # of an address: what follows ? is sent', () => {
    const wrong = [...html].flatMap(([address, markup]) =>
      valuesOf('href', markup)
        .filter((value) => value.startsWith('/planner/?'))
        .map((value) => `${address} → ${value}`),
    );
    expect(few(wrong)).toEqual([]);
  });

  test('gives no element an id twice', () => {
    const wrong = [...html].flatMap(([address, markup]) => {
      const ids = valuesOf('id', markup);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${address}: ${id}`);
    });
    expect(few(wrong)).toEqual([]);
  });

  test('brings no script unless it is a tool', () => {
    const tools =
      /^\/(?:offline|planner|trail|planner\/[a-z]+|search|courses|schools|compare\/[a-z]+|tools\/[a-z-]+|guides\/turn-a-certificate-into-credit)\/$/;
    const wrong = [...html]
      .filter(([address, markup]) => !tools.test(address) && /<script(?![^>]*application\/ld\+json)/.test(markup))
      .map(([address]) => address);
    expect(few(wrong)).toEqual([]);
  });

  test('asks no other site for anything', () => {
    const wrong = [...html].flatMap(([address, markup]) =>
      [
        ...markup.matchAll(
          /<(?:script|img|iframe|source|video|audio|embed|link)\b[^>]*\s(?:src|href)="(?:https?:)?\/\/[^"]*"[^>]*>/g,
        ),
      ]
        .map(([element]) => element)
        .filter((element) => !/rel="(?:canonical|license)"/.test(element))
        .map((element) => `${address}: ${element}`),
    );
    expect(few(wrong)).toEqual([]);
  });
});

test.for([
  ['/schools/tesu/', /^data\/schools\/tesu\.json$/, 25],
  ['/schools/tesu/rules/', /^data\/schools\/tesu\.json$/, 50],
  ['/courses/clep/biology/', /^data\/courses\/clep\/biology\.json$/, 1],
  ['/services/wes/', /^data\/services\/wes\.json$/, 2],
] as const)('every source line of %s leads to the file where the fact is corrected', ([address, file, least]) => {
  const markup = html.get(address) ?? '';
  const lines = markup.match(/<(p|details) class="source-line"[\s\S]*?<\/\1>/g) ?? [];
  expect(lines.length).toBeGreaterThanOrEqual(least);
  for (const line of lines) {
    const [, named = ''] = /href="#correct-this">Correct this: ([^<]+)<\/a>/.exec(line) ?? [];
    // A field of the page's own file, or another file that is there.
    if (named.startsWith('data/')) expect(globSync(named), named).toEqual([named]);
    else expect(named).toMatch(/^[a-zA-Z]+$/);
  }
  const end = /id="correct-this"[\s\S]*?<span class="path-text">([^<]+)</.exec(markup)?.[1];
  expect(end).toMatch(file);
});

test.for(kinds)(
  '%s passes axe and fits the window however one looks at it, and asks no other site (A1, N7)',
  async ([, address]) => {
    const { context, page, complaints, requests } = await visit(browser);
    await prepareAxe(context);
    await page.goto(address, { waitUntil: 'networkidle' });
    const faults = await faultsInEveryLook(page);
    for (const width of [360, 768]) {
      await page.setViewportSize({ width, height: 800 });
      if (await scrollsSideways(page)) faults.push(`scrolls sideways at ${width} px`);
    }
    await context.close();
    expect(few(faults)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(requests.filter((request) => !/^GET \//.test(request))).toEqual([]);
  },
);

test.each([
  ['nothing moves where less motion is asked for', 'reduce', ['/', '/planner/', '/trail/'], []],
  ['elsewhere only what is gone to glides into sight', 'no-preference', ['/', '/guides/'], ['HTML glides']],
] as const)('%s', async (_, reducedMotion, looked, expected) => {
  const { context, page } = await visit(browser, { reducedMotion });
  for (const address of looked) {
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.keyboard.press('Tab');
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        if (scrollBehavior === 'smooth') return `${element.tagName} glides`;
        return animationName === 'none' && /^0s(?:, 0s)*$/.test(transitionDuration) ? [] : `${element.tagName} moves`;
      }),
    );
    expect(moving, address).toEqual(expected);
  }
  await context.close();
});

test('of all pages one in 200 passes axe however one looks at it, and every page in the long run (A1)', async () => {
  const { context, page, complaints } = await visit(browser);
  await prepareAxe(context);
  const faults: string[] = [];
  for (const address of isDeep ? pages : pages.filter((_, i) => i % 200 === 100)) {
    await page.goto(address, { waitUntil: 'networkidle' });
    faults.push(...(await faultsInEveryLook(page)));
  }
  await context.close();
  expect(few(faults)).toEqual([]);
  expect(complaints).toEqual([]);
}, 7_200_000);

test('the longest words of the site fit a page of 320 px, with spaced text too (A1)', async () => {
  const longestOf = (markup: string): string => {
    const text = markup.replace(/^[\s\S]*<main|<(script|style|table|svg|pre)[\s\S]*?<\/\1>|<[^>]*>/g, ' ');
    return text.split(/[\s-]+/).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
  };
  const addressOf = new Map([...html].map(([address, markup]) => [longestOf(markup), address] as const));
  const longest = [...addressOf].sort(([a], [b]) => b.length - a.length).slice(0, 20);
  const { context, page } = await visit(browser);
  const tooWide: string[] = [];
  for (const [word, address] of longest) {
    await page.goto(address);
    if (await narrowScrollsSideways(page, 'spaced')) tooWide.push(`${address}: ${word}`);
  }
  await context.close();
  expect(tooWide).toEqual([]);
});

describe('an unknown address', () => {
  test('says so and shows the way home', async () => {
    const { context, page } = await visit(browser);
    const response = await page.goto('/no/such/page/');
    expect(response?.status()).toBe(404);
    expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(0);
    await context.close();
  });
});

describe('without script', () => {
  test('the planner says what it needs and leads to degree pages that list every block', async () => {
    const { context, page, complaints } = await visit(browser, { javaScriptEnabled: false });
    await page.goto('/planner/');
    const main = page.getByRole('main');
    expect(await main.innerText()).toMatch(/JavaScript/i);
    await main.getByRole('link', { name: 'Thomas Edison State University' }).click();
    await main.locator('a[href^="/schools/tesu/b"]').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/schools\/[^/]+\/[^/]+\/$/);
    expect(await page.getByRole('main').innerText()).toMatch(/semester hours/i);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
