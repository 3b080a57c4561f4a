import { expect, test } from 'vitest';
import { loadData } from '../../../scripts/load-data.ts';
import { ownPageOf } from '../../../src/components/site/own-page.ts';

const ownPage = ownPageOf([
  { name: 'WGU', url: 'https://www.wgu.edu' },
  { name: 'TESU', url: 'https://www.tesu.edu' },
  { name: 'Saylor Academy', url: 'https://www.saylor.org/credit/' },
  { name: 'TECEP', url: 'https://www.tesu.edu/tecep/' },
  { name: 'Cisco certifications', url: 'https://www.cisco.com/' },
  { name: 'World Education Services (WES)', url: 'https://www.wes.org/' },
  { name: 'CLEP', url: 'https://clep.collegeboard.org/' },
  { name: 'AICE' },
]);

test.each([
  ['https://cm.wgu.edu/t5/handbook', 'WGU’s own page'],
  ['https://www.saylor.org/partners/wgu/', 'Saylor Academy’s own page'],
  ['https://www.tesu.edu/tecep/exams', 'TESU’s own page'],
  ['https://www.cisco.com/ace', 'Cisco certifications’ own page'],
  ['https://us-help.wes.org/', 'World Education Services’ own page'],
  ['https://aphighered.collegeboard.org/', 'College Board’s own page'],
  ['https://wgu.sophia.org/', 'a page at wgu.sophia.org'],
  ['https://www2.notwgu.edu/wgu.edu', 'a page at notwgu.edu'],
])('a page is its publisher’s own where it is on its site: %s is %s', (url, words) => {
  expect(ownPage({ url })).toBe(words);
});

test('what a provider publishes about a school is not the school’s own page', () => {
  const { schools, providers, equivalencies } = loadData();
  const own = ownPageOf([
    ...schools.map(({ record: { shortName, url } }) => ({ name: shortName, url })),
    ...providers.map(({ record }) => record),
  ]);
  const saylor = equivalencies.flatMap(({ record }) =>
    record.equivalencies.flatMap(({ sources }) =>
      sources.filter(({ url = '' }) => /\/\/(www\.)?saylor\.org/.test(url)),
    ),
  );
  expect(saylor.length).toBeGreaterThan(0);
  expect(new Set(saylor.map(own))).toEqual(new Set(['Saylor Academy’s own page']));
});
