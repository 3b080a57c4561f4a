/** The rules of the house that no other tool looks after. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

const files = (pattern: string) => globSync(pattern).map((file) => file.replaceAll('\\', '/'));

test('no test is left out, alone or to be written later', () => {
  const turnedOff = /\b(?:test|it|describe)\.(?:skip|only|todo|fails|skipIf|runIf)\b/;
  const wrong = files('test/**/*.ts').filter((file) => turnedOff.test(readFileSync(file, 'utf8')));
  expect(wrong).toEqual([]);
});

test('no folder of src/ is a drawer for everything', () => {
  const wrong = files('src/**/*').filter((file) => /\/(?:utils?|helpers?|lib|common|misc)(?:\/|\.\w+$)/.test(file));
  expect(wrong).toEqual([]);
});

test('files are named in kebab-case, and components in PascalCase', () => {
  const kebab = /^_?(?:\[(?:\.\.\.)?[a-z-]+\]|[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.[a-z0-9-]+)*$/;
  const pascal = /^[A-Z][A-Za-z0-9]*\.(?:astro|tsx)$/;
  const isComponent = (file: string) => /^src\/(?:components|layouts|pages\/_guide)\/.*\.(?:astro|tsx)$/.test(file);
  const wrong = files('{src,scripts,test,data}/**/*.*').filter((file) =>
    isComponent(file) ? !pascal.test(basename(file)) : !kebab.test(basename(file)) && basename(file) !== 'README.md',
  );
  expect(wrong).toEqual([]);
});
