/** `docs/reliability.md` names every fault, and tests that exist. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const faults = Object.entries({ S: 9, T: 5, M: 5, I: 5, E: 8, N: 7, A: 7, D: 8 }).flatMap(([letter, last]) =>
  Array.from({ length: last }, (_, i) => `${letter}${i + 1}`),
);

/** What stands under each fault's heading. */
const sections = new Map(
  readFileSync('docs/reliability.md', 'utf8')
    .split(/^#{2,3} /m)
    .flatMap((section) => {
      const [, fault] = /^([A-Z]\d) /.exec(section) ?? [];
      return fault === undefined ? [] : [[fault, section] as const];
    }),
);

/** The tests that a section names: their files and titles. */
function testsIn(section: string): { readonly file: string; readonly title: string }[] {
  return [...section.matchAll(/^- `(test\/[^`]+)`: (.+)$/gm)].map(([, file = '', title = '']) => ({ file, title }));
}

const sources = new Map(
  globSync('test/**/*.test.ts').map((file) => [file.replaceAll('\\', '/'), readFileSync(file, 'utf8')] as const),
);

test('every fault has its place, in order', () => {
  expect([...sections.keys()]).toEqual(faults);
});

test('under every fault stands a test, or “No test:” with the reason why', () => {
  const without = [...sections].filter(
    ([, section]) => testsIn(section).length === 0 && !/^No test: \w/m.test(section),
  );
  expect(without.map(([fault]) => fault)).toEqual([]);
});

test('every test that is named exists under that title', () => {
  const wrong = [...sections].flatMap(([fault, section]) =>
    testsIn(section)
      .filter(({ file, title }) => !["'", '`'].some((quote) => sources.get(file)?.includes(`${quote}${title}${quote}`)))
      .map(({ file, title }) => `${fault}: ${file}: ${title}`),
  );
  expect(wrong).toEqual([]);
});

test('every test that carries a fault in its title stands under that fault', () => {
  const missing = [...sources].flatMap(([file, source]) =>
    [...source.matchAll(/['`]([^'`\n]+ \(([A-Z]\d(?:, [A-Z]\d)*)\))['`],/g)].flatMap(([, title = '', named = '']) =>
      named
        .split(', ')
        .filter((fault) => !testsIn(sections.get(fault) ?? '').some((one) => one.file === file && one.title === title))
        .map((fault) => `${fault}: ${file}: ${title}`),
    ),
  );
  expect(missing).toEqual([]);
});
