import { expect, test } from 'vitest';
import { withIslandImports, withLateScripts } from '../../scripts/late-scripts.ts';

const scripts: Readonly<Record<string, string>> = {
  '/_astro/Tool.js': 'import{a}from"./shared.js";import"./more.js";export{a as Tool}',
  '/_astro/client.js': 'import{h}from"./preact.js";const later=()=>import("./later.js")',
  '/_astro/shared.js': 'import{h}from"./preact.js"',
  '/_astro/more.js': '',
  '/_astro/preact.js': 'import"./shared.js"',
};
const read = (address: string) => scripts[address] ?? '';
const island = (client: string) =>
  `<astro-island component-url="/_astro/Tool.js" renderer-url="/_astro/client.js" client="${client}" ssr>`;
const script = (name: string) => `<script type="module" src="/_astro/${name}.js"></script>`;

test('an island that waits for the first paint names all that its scripts import, once, and nothing that comes later', () => {
  expect(withIslandImports(`<p>${island('painted')}</p>`, read)).toBe(
    `<p>${island('painted').slice(0, -1)} data-imports="/_astro/shared.js /_astro/preact.js /_astro/more.js"></p>`,
  );
});

test('other islands stay as they are', () => {
  expect(withIslandImports(island('only'), read)).toBe(island('only'));
});

test('scripts of a page that starts them late are named in it instead', () => {
  const page = `${script('Tool')}<script>here()</script>${script('more')}<template id="late-scripts"></template>`;
  expect(withLateScripts(page, read)).toBe(
    '<script>here()</script><template id="late-scripts" data-scripts="/_astro/Tool.js /_astro/more.js" data-imports="/_astro/shared.js /_astro/preact.js"></template>',
  );
});

test('scripts of other pages start by themselves', () => {
  expect(withLateScripts(script('Tool'), read)).toBe(script('Tool'));
});
