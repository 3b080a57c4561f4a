import { expect, test } from 'vitest';
import { meaningOf, recordVisit, stateOf, visitOrder, type PageRecord } from '../../scripts/source-checks.ts';
import { citedPages, dueFacts } from '../../scripts/sources-of.ts';

const monday = '2026-11-23T06:00:00.000Z';
const sameDay = '2026-11-23T20:00:00.000Z';
const tuesday = '2026-11-24T06:00:00.000Z';

test.for([
  [{ status: 200 }, 'there'],
  [{ status: 304 }, 'there'],
  [{ status: 404 }, 'failure'],
  [{ status: 410 }, 'failure'],
  [{ status: 500 }, 'failure'],
  [{ failed: 'ENOTFOUND' }, 'failure'],
  [{ failed: 'TimeoutError' }, 'failure'],
  [{ status: 403 }, 'unknown'],
  [{ status: 429 }, 'unknown'],
] as const)('a visit that brings %o says: %s', ([visit, meaning]) => {
  expect(meaningOf(visit)).toBe(meaning);
});

test('a page is dead after two failures a day apart, not after two on one day', () => {
  const once = recordVisit(undefined, { status: 404 }, monday);
  expect(stateOf(once)).toBe('failing');
  expect(stateOf(recordVisit(once, { status: 404 }, sameDay))).toBe('failing');
  expect(stateOf(recordVisit(once, { failed: 'ENOTFOUND' }, tuesday))).toBe('dead');
});

test('a page that is there again has never failed', () => {
  const once = recordVisit(undefined, { status: 404 }, monday);
  expect(recordVisit(once, { status: 200 }, sameDay)).toEqual({ lastThere: sameDay, last: '200' });
  expect(stateOf(recordVisit(recordVisit(once, { status: 200 }, sameDay), { status: 404 }, tuesday))).toBe('failing');
});

test('a site that refuses machines changes nothing that is known', () => {
  const there: PageRecord = { lastThere: monday, last: '200' };
  expect(recordVisit(there, { status: 403 }, tuesday)).toEqual({ lastThere: monday, last: '403' });
  expect(stateOf(recordVisit(undefined, { status: 429 }, monday))).toBe('unknown');
});

test('what failed is visited first, then what was never seen, then what was seen longest ago', () => {
  const known: Record<string, PageRecord> = {
    'https://a.example/': { lastThere: tuesday, last: '200' },
    'https://b.example/': { lastThere: monday, last: '200' },
    'https://d.example/': { firstFailure: monday, lastFailure: monday, last: '404' },
  };
  const urls = ['https://a.example/', 'https://b.example/', 'https://c.example/', 'https://d.example/'];
  expect(visitOrder(urls, known).map((url) => url[8])).toEqual(['d', 'c', 'b', 'a']);
});

test('the pages that facts and guides cite are found, with the files that cite them', () => {
  const pages = citedPages();
  expect(pages.length).toBeGreaterThan(500);
  expect(pages.every(({ url, files }) => /^https?:/.test(url) && files.length > 0)).toBe(true);
  expect(pages.some(({ files }) => files.some((file) => file.startsWith('src/content/citations/')))).toBe(true);
});

test('facts read before a day, and recommendations that end by another, are found with file and field', () => {
  const { old } = dueFacts('2100-01-01', '2100-01-01');
  expect(old.length).toBeGreaterThan(500);
  expect(old[0]).toMatchObject({
    file: expect.stringMatching(/^data\//) as string,
    field: expect.stringContaining('ources') as string,
  });
  expect(dueFacts('2000-01-01', '2000-01-02')).toEqual({ old: [], ending: [] });
  expect(dueFacts('2000-01-01', '2100-01-01').ending.length).toBeGreaterThan(0);
});
