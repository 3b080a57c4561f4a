/** Every page says how old its facts are, and `/data/` says it of all of them. */
import { expect, test } from 'vitest';
import { isOlderPage } from '../../src/components/site/older-page.ts';
import { loadData } from '../../scripts/load-data.ts';
import { pages, read } from './built-site.ts';

const data = loadData();
const today = new Date().toISOString().slice(0, 10);
const pageOf = (address: string): string => read(address).toString();
const schoolOf = (id: string): string => `/schools/${id}/`;
const count = (markup: string, what: RegExp): number => markup.match(what)?.length ?? 0;

test('every source on every page says when it was read', () => {
  const silent = pages.filter((page) => {
    const markup = pageOf(page);
    return (
      count(markup, /class="source-facts"/g) !== count(markup, /class="source-facts"[^<]*\bchecked [A-Z]\w+ \d{4}/g)
    );
  });
  expect(silent).toEqual([]);
});

test('every course, provider, school and degree has its sources and the file to correct on its page', () => {
  const records = [
    ...data.courses.map(({ id, file }) => [`/courses/${id}/`, file] as const),
    ...data.providers.map(({ id, file }) => [`/providers/${id}/`, file] as const),
    ...data.schools.map(({ id, file }) => [schoolOf(id), file] as const),
    ...data.degrees.map(({ id, file }) => [schoolOf(id), file] as const),
  ];
  const wrong = records.flatMap(([address, file]) => {
    const markup = pageOf(address);
    return markup.includes(file) && markup.includes('class="source-facts"') ? [] : address;
  });
  expect(wrong).toEqual([]);
});

test('an old page is marked wherever a course rests on one', () => {
  const old = data.courses.filter(({ record }) => record.sources.some((source) => isOlderPage(source, today)));
  expect(old.length).toBeGreaterThan(0);
  expect(old.flatMap(({ id }) => (pageOf(`/courses/${id}/`).includes('older page') ? [] : id))).toEqual([]);
});

test('a recommendation that has ended is shown as ended', () => {
  const lapsed = data.courses.filter(({ record }) =>
    record.recommendations.some(({ effectiveTo }) => effectiveTo !== undefined && effectiveTo < today),
  );
  expect(lapsed.length).toBeGreaterThan(0);
  expect(lapsed.flatMap(({ id }) => (/class="tag">ended</.test(pageOf(`/courses/${id}/`)) ? [] : id))).toEqual([]);
});

test('the page about the data counts every school and provider, tells every disagreement, and offers all of it', () => {
  const page = pageOf('/data/');
  for (const { id } of data.schools) expect(page).toContain(`href="${schoolOf(id)}"`);
  for (const { id } of data.providers) expect(page).toContain(`href="/providers/${id}/"`);
  const disagreeing = [
    ...data.courses.map(({ id, record }) => [`/courses/${id}/`, record] as const),
    ...data.providers.map(({ id, record }) => [`/providers/${id}/`, record] as const),
    ...data.schools.map(({ id, record }) => [schoolOf(id), record] as const),
    ...data.degrees.map(({ id, record }) => [schoolOf(id), record] as const),
  ].flatMap(([address, record]) => (record.disagreements.length > 0 ? address : []));
  expect(disagreeing.length).toBeGreaterThan(0);
  expect(disagreeing.filter((address) => !page.includes(`href="${address}#disagreements"`))).toEqual([]);
  for (const heading of ['How sure and how old', 'Where sources disagree', 'What changed'])
    expect(page).toContain(heading);
  for (const file of ['catalog.json', 'catalog.jsonld', 'courses.csv', 'equivalencies.csv'])
    expect(page).toContain(`/data/${file}`);
});
