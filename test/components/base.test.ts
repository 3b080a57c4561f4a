import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addressBelow, markupBelow, placeInSite } from '../../src/components/site/base.ts';

const folder = '/credit-map/';

test('an address goes below the base once', () => {
  expect(addressBelow('/courses/', folder)).toBe('/credit-map/courses/');
  expect(addressBelow('robots.txt', folder)).toBe('/credit-map/robots.txt');
  expect(addressBelow('/courses/', '/')).toBe('/courses/');
});

test('a page knows its place in the site whatever the base', () => {
  expect(placeInSite('/credit-map/courses/', folder)).toBe('/courses/');
  expect(placeInSite('/credit-map/', folder)).toBe('/');
  expect(placeInSite('/courses/', '/')).toBe('/courses/');
});

test.for([
  ['<a class="x" href="/courses/?at=tesu#a">', '<a class="x" href="/credit-map/courses/?at=tesu#a">'],
  ['<a href="/">', '<a href="/credit-map/">'],
  ['<form action="/search/">', '<form action="/credit-map/search/">'],
  ['<script src="/credit-map/_astro/a.js">', '<script src="/credit-map/_astro/a.js">'],
  ['<a href="#main">', '<a href="#main">'],
  ['<a href="https://example.org/courses/">', '<a href="https://example.org/courses/">'],
  ['<a href="//example.org/">', '<a href="//example.org/">'],
  [
    '<meta http-equiv="refresh" content="0; url=/courses/">',
    '<meta http-equiv="refresh" content="0; url=/credit-map/courses/">',
  ],
  ['<p>Write href= "/courses/" here</p>', '<p>Write href= "/courses/" here</p>'],
] as const)('%s becomes %s', ([markup, below]) => {
  expect(markupBelow(markup, folder)).toBe(below);
  expect(markupBelow(markup, '/')).toBe(markup);
});

test('no script of a page writes an address from the root of the host: siteAddress() puts it below the base', () => {
  const address = /(?:href=["{`]+|href(?::| =) ["'`]|(?:fetch|assign|URL|open)\(["'`])\/[a-z]/;
  const scripts = globSync([
    'src/components/{planner,trail,tools}/**/*.{ts,tsx}',
    'src/components/catalog/*-filter.ts',
    'src/components/site/search.ts',
  ]);
  const wrong = scripts.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (address.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(wrong).toEqual([]);
});
