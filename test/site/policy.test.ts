/** What the pages let in: the policy that each of them carries, and what the host is told to send with it. */
import { globSync, readFileSync } from 'node:fs';
import { inject, expect, test } from 'vitest';
import { withOwnHashes } from '../../src/middleware/own-hashes.ts';
import { addresses, pages, read } from './built-site.ts';

const html = pages.map((address) => [address, read(address).toString()] as const);

/** The pages of which it is true, the first few. */
const where = (isTrue: (markup: string) => boolean): string[] =>
  html.flatMap(([address, markup]) => (isTrue(markup) ? [address] : [])).slice(0, 10);

/** The directives of a page's policy. */
function policyOf(markup: string): Map<string, string> {
  const [, policy = ''] = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(markup) ?? [];
  return new Map(
    policy
      .split(';')
      .map((directive) => directive.trim())
      .filter(Boolean)
      .map((directive) => {
        const [name = '', ...values] = directive.split(/\s+/);
        return [name, values.join(' ')];
      }),
  );
}

test('every page allows script and style of this site alone, by address or by hash, and no text as code (D8)', () => {
  const own = /^'self'(?: 'sha(?:256|384|512)-[\w+/=]+')*$/;
  const isRight = (policy: Map<string, string>) =>
    own.test(policy.get('script-src') ?? '') &&
    own.test(policy.get('style-src') ?? '') &&
    policy.get('default-src') === "'self'" &&
    policy.get('connect-src') === "'self'" &&
    policy.get('form-action') === "'none'" &&
    policy.get('object-src') === "'none'" &&
    policy.get('base-uri') === "'self'" &&
    policy.get('require-trusted-types-for') === "'script'" &&
    policy.get('trusted-types') === 'default';
  expect(where((markup) => !isRight(policyOf(markup)))).toEqual([]);
  expect(where((markup) => /unsafe-(?:inline|eval|hashes)/.test(markup))).toEqual([]);
});

test('a page allows no script or style by hash but those that stand in it (D8)', () => {
  expect(where((markup) => withOwnHashes(markup) !== markup)).toEqual([]);
});

test('the policy stands before anything that it is about (D8)', () => {
  const begins = (markup: string) =>
    markup.search(/<(?:script(?! type="application\/ld\+json")|style|link rel="stylesheet"|img|svg)\b/);
  expect(where((markup) => markup.indexOf('http-equiv="content-security-policy"') > begins(markup))).toEqual([]);
});

test('no page has a style attribute, or a script in an attribute (D8)', () => {
  expect(where((markup) => /<[^>]+\s(?:style|on[a-z]+)=["']/.test(markup))).toEqual([]);
});

test('what is typed into a form before its script has come goes nowhere and stays (N7)', () => {
  const forms = html.flatMap(([, markup]) => markup.match(/<form\b[^>]*>/g) ?? []);
  expect(forms.length).toBeGreaterThan(2);
  expect(forms.filter((form) => !/\smethod="dialog"/.test(form) || /\saction=/.test(form))).toEqual([]);
});

test('links lead to pages and mail only (I3)', () => {
  const odd = /\s(?:href|src|action|formaction|xlink:href)="(?!https?:|mailto:|#|\/|\.|[\w-]+[/.?#"]|")[^"]*"/;
  const found = html.flatMap(([address, markup]) => {
    const [link] = odd.exec(markup.replaceAll(/<(?:link|img)\b[^>]*="data:image\/[^>]*>/g, '')) ?? [];
    return link === undefined ? [] : [`${address}: ${link}`];
  });
  expect(found.slice(0, 10)).toEqual([]);
});

test('a block of data for search engines ends where it should, and is JSON', () => {
  let blocks = 0;
  for (const [address, markup] of html) {
    for (const [, json = ''] of markup.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)) {
      blocks += 1;
      expect(json, address).not.toContain('<');
      expect(() => JSON.parse(json) as unknown, address).not.toThrow();
    }
  }
  expect(blocks).toBeGreaterThan(100);
});

test('text becomes markup nowhere in the source but in that block (I3)', () => {
  const makesMarkup =
    /set:html|dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc|\beval\(|new Function/;
  const found = globSync('src/**/*.{astro,ts,tsx,mdx}').filter((file) => makesMarkup.test(readFileSync(file, 'utf8')));
  expect(found.map((file) => file.replaceAll('\\', '/'))).toEqual(['src/components/site/JsonLd.astro']);
});

test('what is drawn in the browser alone, or starts a worker, may do so under the policy (D8)', () => {
  const source = (file: string) => readFileSync(file, 'utf8');
  const drawn = globSync('src/pages/**/*.astro').flatMap((page) => {
    const [, island = ''] = /<(\w+)\s[^>]*client:only/.exec(source(page)) ?? [];
    return island === '' ? [] : globSync(`src/components/*/${island}.tsx`);
  });
  const starts = globSync('src/components/**/*.{ts,tsx}').filter((file) =>
    /new Worker\(|GlobalWorkerOptions|serviceWorker\.register|pagefind\.js/.test(
      source(file).replace(/^\/\*\*[\s\S]*?\*\//, ''),
    ),
  );
  const without = [...drawn, ...starts].filter(
    (file) => !/import '[./]*(?:site\/)?trusted-types\.ts'/.test(source(file)),
  );
  expect(drawn.length + starts.length).toBeGreaterThan(5);
  expect(without).toEqual([]);
});

test('no style sheet asks another site for anything (N7)', () => {
  // Pagefind brings a sheet of its own that no page uses.
  const sheets = addresses.filter((address) => /^\/_astro\/.*\.css$/.test(address));
  expect(sheets.length).toBeGreaterThan(0);
  for (const sheet of sheets) expect(read(sheet).toString(), sheet).not.toMatch(/@import|(?:https?:)?\/\/[\w-]+\.\w/);
});

test('the host sends what a page cannot say of itself (D8)', async () => {
  const { headers } = await fetch(`${inject('site')}/planner/`);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  const types: [address: string, type: string][] = [
    [addresses.find((address) => /^\/_astro\/.*\.js$/.test(address)) ?? '', 'text/javascript; charset=utf-8'],
    ['/catalog/index.json', 'application/json; charset=utf-8'],
    ['/favicon.svg', 'image/svg+xml'],
  ];
  for (const [address, type] of types)
    expect((await fetch(inject('site') + address)).headers.get('content-type'), address).toBe(type);
});

test('the host sends a policy with every script that can run as a worker: there the page’s does not hold (D8)', async () => {
  // What stops the service worker is no worker until it is copied over it.
  const scripts = addresses.filter((address) => /\.m?js$/.test(address) && address !== '/offline/stop.js');
  expect(scripts.filter((address) => /worker/.test(address)).length).toBeGreaterThan(3);
  for (const address of scripts) {
    const { headers } = await fetch(inject('site') + address, { method: 'HEAD' });
    const policy = headers.get('content-security-policy');
    expect(policy, address).toMatch(
      /^default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; .*trusted-types 'none'$/,
    );
  }
});

test('phones that get no newer browser know what pages ask of them', () => {
  // None of these is in Safari 16.0, or not in Firefox 115. What reads PDFs is another project’s, and needs a newer one; lists are read from 16.4 on.
  const later = [
    /light-dark\(|\(\?<[=!]/,
    /\bgroupBy\(|\bfromAsync\(|\.isSubsetOf\(|\.isWellFormed\(|\bwithResolvers\b|\bPromise\.try\b/,
    /\bcanParse\(|\bAbortSignal\.any\b|\.checkVisibility\(|\bstartViewTransition\(|\bshowPopover\(/,
    /\brequestIdleCallback\(|\bscheduler\.(?:yield|postTask)\b|\bstorage\.(?:estimate|persist)\(/,
  ];
  const files = addresses.filter(
    (address) => /\.(?:css|m?js)$/.test(address) && !/\/(?:pdf|ImportCourses)[^/]*$/.test(address),
  );
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((address) => later.some((one) => one.test(read(address).toString())))).toEqual([]);
});

test('drawings measure in what every browser knows: Safari takes no rem in their attributes', () => {
  expect(where((markup) => /<svg\b/.test(markup)).length).toBeGreaterThan(5);
  expect(where((markup) => /=["'][\d.]+rem["']/.test(markup))).toEqual([]);
  const scripts = addresses.filter((address) => /\.m?js$/.test(address) && !/\/pdf[^/]*$/.test(address));
  expect(scripts.filter((address) => /\}rem`/.test(read(address).toString()))).toEqual([]);
});
