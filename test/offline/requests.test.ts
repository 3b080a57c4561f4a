import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindOf, pagePath, pathWithin, type Asked } from '../../src/offline/requests.ts';

const scope = 'https://site.example/map/';
const asked = (path: string, more: Partial<Asked> = {}): Asked => ({
  method: 'GET',
  url: scope + path,
  navigates: false,
  partial: false,
  cache: 'default',
  ...more,
});

test.for([
  ['', 'page', true],
  ['planner/', 'page', true],
  ['planner/#plan=p-1', 'page', true],
  ['guides/records-to-keep', 'page', true],
  ['search/?q=clep', 'page', true],
  ['404.html', 'page', true],
  ['data/courses.csv', 'other', true],
  ['changes.xml', 'other', true],
  ['_astro/planner.B1.js', 'asset', false],
  ['favicon.svg', 'asset', false],
  ['catalog/index.json', 'data', false],
  ['pagefind/pagefind-entry.json?ts=1', 'data', false],
  ['offline/build.json', 'other', false],
  ['sw.js', 'other', false],
  ['data/catalog.json', 'other', false],
] as const)('%s is answered as %s', ([path, kind, navigates]) => {
  expect(kindOf(asked(path, { navigates }), scope)).toBe(kind);
});

test('what is sent, a part of a file, another site and what is wanted past every cache are left to the browser', () => {
  expect(kindOf(asked('planner/', { method: 'POST', navigates: true }), scope)).toBe('other');
  expect(kindOf(asked('catalog/index.json', { partial: true }), scope)).toBe('other');
  expect(kindOf(asked('catalog/index.json', { cache: 'no-cache' }), scope)).toBe('other');
  expect(kindOf(asked('planner/', { cache: 'no-cache', navigates: true }), scope)).toBe('page');
  expect(kindOf(asked('', { url: 'https://elsewhere.example/map/planner/', navigates: true }), scope)).toBe('other');
  expect(kindOf(asked('', { url: 'https://site.example/other/planner/', navigates: true }), scope)).toBe('other');
});

test('a page has one path, however its address was written', () => {
  expect(pagePath('guides/x')).toBe('guides/x/');
  expect(pagePath('guides/x/index.html')).toBe('guides/x/');
  expect(pagePath('index.html')).toBe('');
  fc.assert(fc.property(fc.webPath(), (path) => pagePath(pagePath(path)) === pagePath(path)));
});

test('a path within the site carries nothing of what follows "?" or "#"', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), fc.webFragments(), (query, fragment) => {
      expect(pathWithin(scope, `${scope}planner/?${query}#${fragment}`)).toBe('planner/');
    }),
  );
});
