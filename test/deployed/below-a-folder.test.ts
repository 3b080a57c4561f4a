/** The site built for a folder of a host: nothing it links to, loads or asks for lies outside that folder. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serve, type Serving } from '../../scripts/serve.ts';
import { launchBrowser } from '../site/browser.ts';

const { host, base, folder } = inject('below');
const files = globSync('**/*.*', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const few = (all: readonly string[]): string[] => all.slice(0, 10);

/** The first part of every address that the site has. */
const places = [...new Set(files.map((file) => file.split('/')[0] ?? ''))].filter((place) => /^[a-z]/.test(place));

describe('the files', () => {
  test('every address in a page lies below the base and leads to a file', () => {
    const known = new Set(files.map((file) => base + file.replace(/(^|\/)index\.html$/, '$1')));
    const wrong = files
      .filter((file) => file.endsWith('.html'))
      .flatMap((file) =>
        [...read(file).matchAll(/\s[\w-]+="(\/[^"\s]*)"|content="0; url=([^"]*)"/g)]
          .map(([, address, onward]) => (address ?? onward ?? '').replaceAll('&#38;', '&').replaceAll('&amp;', '&'))
          .filter((address) => !known.has(decodeURIComponent(new URL(address, host).pathname)))
          .map((address) => `${file} → ${address}`),
      );
    expect(few(wrong)).toEqual([]);
  });

  test('no script asks for or shows an address at the root of the host', () => {
    const written = new RegExp(`["'\`]/(?:${places.map((place) => place.replace('.', '\\.')).join('|')})(?:/|["'\`])`);
    const wrong = files
      .filter((file) => file.startsWith('_astro/') && file.endsWith('.js'))
      .flatMap((file) => {
        const found = written.exec(read(file));
        return found ? [`${file}: ${read(file).slice(Math.max(0, found.index - 60), found.index + 60)}`] : [];
      });
    expect(few(wrong)).toEqual([]);
  });

  test('styles name nothing at the root of the host', () => {
    const wrong = files.filter((file) => file.endsWith('.css') && /url\(["']?\//.test(read(file)));
    expect(wrong).toEqual([]);
  });

  test('the sitemap, the feed, robots.txt and what search engines read name addresses below the base', () => {
    const addresses = [
      ...globSync('sitemap-*.xml', { cwd: folder }).flatMap((file) => [...read(file).matchAll(/<loc>([^<]*)</g)]),
      ...read('changes.xml').matchAll(/<link>([^<]*)</g),
      ...read('robots.txt').matchAll(/(?:Sitemap|Disallow): (\S+)/g),
      ...read('data/catalog.jsonld').matchAll(/"@id":"([^"]*)"/g),
      ...files
        .filter((file) => file.endsWith('.html'))
        .flatMap((file) => [...read(file).matchAll(/<link rel="canonical" href="([^"]*)"/g)]),
    ].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(1000);
    const wrong = addresses.filter((address) => !`${new URL(address, host).href}/`.startsWith(host + base));
    expect(few(wrong)).toEqual([]);
  });
});

describe('in a browser', () => {
  let browser: Browser;
  let site: Serving;
  let page: Page;
  const outside: string[] = [];
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serve({ port: 0, folder, base })]);
    page = await browser.newPage();
    page.on('response', (response) => {
      if (response.status() >= 400 || !response.url().startsWith(`${site.url}/`)) outside.push(response.url());
    });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test('the planner answers, search finds a page, and the lists and tools lead to pages of the site', async () => {
    await page.goto(
      `${site.url}/planner/#degree=${globSync('schools/tesu/*/', { cwd: folder })[0]?.slice('schools/'.length).replace(/\/$/, '') ?? ''}`,
    );
    await page
      .getByRole('heading', { name: /semester hours|degree|plan/i })
      .first()
      .waitFor();

    await page.goto(`${site.url}/search/?q=registrar`);
    await page.locator('#search-list a').first().click();
    await page.waitForURL((url) => url.pathname.startsWith(base) && !url.pathname.endsWith('/search/'));

    await page.goto(`${site.url}/courses/?q=biology`);
    await page.locator('#course-results a, .course-list a').first().click();
    await page.waitForURL((url) => url.pathname.startsWith(`${base}courses/`) && url.pathname !== `${base}courses/`);

    await page.goto(`${site.url}/compare/schools/#tesu,excelsior`, { waitUntil: 'networkidle' });
    await page.locator('main th a').first().click();
    await page.waitForURL(`**${base}schools/tesu/`);
    expect(await page.getByRole('navigation', { name: 'Site' }).locator('[aria-current]').innerText()).toBe('Schools');
    expect(outside).toEqual([]);
  });

  test('without a line the planner opens from what the service worker keeps', async () => {
    const context = await browser.newContext();
    context.setDefaultTimeout(20_000);
    const there = await context.newPage();
    await there.goto(`${site.url}/planner/`);
    // It is in charge of this folder alone: other sites may lie beside it.
    expect(await there.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(`${site.url}/`);
    await context.setOffline(true);
    await there.reload();
    await there.getByRole('group', { name: 'Which school should give you the degree?' }).waitFor();
    expect(await there.getByRole('radio').count()).toBeGreaterThan(1);
    await there.goto(`${site.url}/guides/what-it-costs/`);
    await there.getByText('This page is not on your device').waitFor();
    await there.getByRole('main').getByRole('link', { name: 'Planner' }).first().click();
    await there.getByRole('group', { name: 'Which school should give you the degree?' }).waitFor();
    await context.close();
  });

  test('an address that is not there shows the way home', async () => {
    const response = await page.goto(`${site.url}/no/such/page/`);
    expect(response?.status()).toBe(404);
    await page.getByRole('main').getByRole('link', { name: 'Start page' }).click();
    await page.waitForURL(`${site.url}/`);
  });
});
