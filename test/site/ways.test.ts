/** The ways to posted credit, on the pages for readers and in what the trail fetches. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { CatalogRoutes } from '../../src/planner/trail/trail-types.ts';
import { loadData } from '../../scripts/load-data.ts';
import { pages, read } from './built-site.ts';

const { routes, schools, services } = loadData();
const textOf = (address: string): string => read(address).toString();

test('the trail fetches every route with its steps, how each school takes records, and memberships to choose from, in 30 kB', () => {
  const file = read('/catalog/routes.json');
  const fetched = JSON.parse(file.toString()) as CatalogRoutes;
  expect(fetched.routes.map(({ id }) => id)).toEqual(routes.map(({ id }) => id).sort());
  for (const { id, record } of routes) {
    expect(fetched.routes.find((route) => route.id === id)?.steps.length).toBe(record.steps.length);
  }
  expect(fetched.renewals['sophia']?.map(({ months }) => months)).toEqual(expect.arrayContaining([1, 4, 12]));
  expect(gzipSync(file, { level: 9 }).length).toBeLessThan(30_000);
});

test('one route carries everything that no other does', () => {
  expect(routes.filter(({ record }) => record.fallback).map(({ id }) => id)).toEqual(['other']);
});

test('a service’s page shows every way that it stands on, step by step', () => {
  for (const { id } of services) {
    const page = textOf(`/services/${id}/`);
    for (const { record } of routes) {
      if (!record.services.includes(id)) continue;
      expect(page, id).toContain(record.name.replaceAll("'", '&#39;'));
      expect(page, id).toContain(record.steps[0]!.title);
    }
  }
});

test('a provider’s page shows the way of its courses', () => {
  expect(textOf('/providers/clep/')).toContain('Buy the exam and name your school');
  expect(textOf('/providers/coursera/')).toContain('Accept the badge');
  expect(textOf('/providers/sophia/')).toContain('Order the provider’s transcript');
  expect(textOf('/providers/cisco/')).not.toContain('From signing up to posted credit');
});

test('every school that says how it takes records has a page for it, and leads there', () => {
  for (const { id, record } of schools) {
    const address = `/schools/${id}/records/`;
    expect(pages.includes(address), address).toBe(record.receives !== undefined);
    expect(textOf(`/schools/${id}/`).includes(`href="${address}"`), id).toBe(record.receives !== undefined);
    for (const { name } of record.receives?.receivers ?? []) expect(textOf(address)).toContain(name);
  }
});
