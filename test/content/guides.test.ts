/** What holds for every guide: figures have a source, words are plain, what it names is there. */
import { globSync, readFileSync } from 'node:fs';
import { syllable } from 'syllable';
import { expect, test } from 'vitest';
import { citations, citedIn, guides, passagesOf, wordsOf, type GuideText } from './guide-text.ts';

const codes = new Set(
  globSync('data/{schools,courses,equivalencies}/**/*.json').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/"([A-Z]{1,6}[- ]?\d{2,5}[A-Z]{0,2})"/g)].map(([, code = '']) => code),
  ),
);

/** Figures that are no facts: steps, course codes of the catalog, and small numbers that count what the text names. */
function figuresIn(words: string): string[] {
  const plain = words
    .replace(/\b[A-Z]{1,6}[- ]?\d{2,5}[A-Z]{0,2}\b/g, (code) => (codes.has(code) ? '' : code))
    .replace(/\b[Ss]teps? \d+( (and|to) \d+)?/g, '')
    .replace(/Open Badges \d(\.\d)?|WCAG \d\.\d/g, '');
  return [...plain.matchAll(/\d[\d,.]*/g)].map(([figure]) => figure.replace(/[,.]+$/, ''));
}

/** The same figure, however it is written. */
const bare = (figure: string): string => figure.replaceAll(',', '');
const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

function isSaid(figure: string, by: string): boolean {
  const said = [...by.matchAll(/\d[\d,.]*/g)].map(([one]) => bare(one.replace(/[,.]+$/, '')));
  const name = names[Number(figure) - 1];
  return said.includes(bare(figure)) || (name !== undefined && new RegExp(`\\b${name}\\b`, 'i').test(by));
}

const sourceText = (id: string): string => {
  const { title = '', says = '', pageDate = '', checkedOn = '', url = '' } = citations.get(id) ?? {};
  return [title, says, pageDate, checkedOn, url].join(' ');
};

const cases = guides.map((guide): [string, GuideText] => [guide.id, guide]);

test.for(cases)(
  '%s: every figure comes from the catalog or from a page that the same passage cites',
  ([, { body }]) => {
    const unsaid = passagesOf(body).flatMap((passage) => {
      // A heading or the head of a table states nothing.
      if (/^#|^\|?\s*-{3}/.test(passage)) return [];
      const by = citedIn(passage).map(sourceText).join(' ');
      return figuresIn(wordsOf(passage))
        .filter((figure) => !isSaid(figure, by))
        .map((figure) => `${figure}: ${wordsOf(passage).slice(0, 90)}`);
    });
    expect(unsaid).toEqual([]);
  },
);

test.for(cases)('%s: cites pages that are there, and something', ([, { body }]) => {
  const cited = passagesOf(body).flatMap(citedIn);
  expect(cited.filter((id) => !citations.has(id))).toEqual([]);
  expect(cited.length + [...body.matchAll(/<Fact /g)].length).toBeGreaterThan(0);
});

/** The school grade that the text asks for, by Flesch and Kincaid: 0.39 words a sentence + 11.8 syllables a word − 15.59. */
function gradeOf(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => sentence.split(' ').filter((word) => /[A-Za-z]/.test(word)));
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

test.for(cases)('%s: reads at ninth grade or below', ([, { body }]) => {
  const sentences = passagesOf(body)
    .filter((passage) => !/^[#|<]/.test(passage))
    .map((passage) => wordsOf(passage).replace(/\([^)]*\)/g, ''))
    .flatMap((words) => words.split(/(?<=[.?!:;])\s+/))
    .filter((sentence) => sentence.split(' ').length > 1);
  expect(gradeOf(sentences)).toBeLessThanOrEqual(9);
});

/** Names of providers and schools as a text may write them. */
const recordNames = new Set(
  globSync('data/{providers,schools}/*.json').flatMap((file) => {
    const {
      name,
      shortName,
      alsoCalled = [],
    } = JSON.parse(readFileSync(file, 'utf8')) as {
      name: string;
      shortName?: string;
      alsoCalled?: readonly string[];
    };
    return [name, ...alsoCalled, ...(shortName ? [shortName] : [])];
  }),
);

test.for(cases)('%s: no table of providers or schools is set by hand', ([, { body }]) => {
  const tables = body.match(/(?:^\|.*\n)+/gm) ?? [];
  const byHand = tables.filter((table) => {
    const heads = table
      .split('\n')
      .slice(2)
      .map((row) => wordsOf(row.split('|')[1] ?? ''));
    const rows = heads.filter(Boolean);
    return rows.length > 1 && rows.filter((name) => recordNames.has(name)).length > rows.length / 2;
  });
  expect(byHand.map((table) => table.slice(0, 90))).toEqual([]);
});

test('every figure of a journey comes from the catalog, years aside', () => {
  const wrong = globSync('src/content/journeys/*.json').flatMap((file) => {
    const outside = readFileSync(file, 'utf8')
      .replace(/"(?:order|href)":.*/g, '')
      .replace(/\{[a-z]+[ /][^}]*\}/g, '');
    return (outside.match(/\d+/g) ?? [])
      .filter((figure) => !/^20\d\d$/.test(figure))
      .map((figure) => `${file}: ${figure}`);
  });
  expect(wrong).toEqual([]);
});

test('every page in src/content/citations/ is cited by a guide', () => {
  const cited = new Set(guides.flatMap(({ body }) => passagesOf(body).flatMap(citedIn)));
  expect([...citations.keys()].filter((id) => !cited.has(id))).toEqual([]);
});
