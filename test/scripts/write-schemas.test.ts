import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFieldComments } from '../../scripts/field-comments.ts';
import { schemaFiles } from '../../scripts/write-schemas.ts';

const files = await schemaFiles();

test('the JSON Schemas are those of src/schemas/; if not, run `npm run schemas`', () => {
  const written = globSync('public/schemas/*.json').map((file) => file.replaceAll('\\', '/'));
  expect(written.sort()).toEqual([...files.keys()].sort());
  for (const [file, text] of files) {
    expect(readFileSync(file, 'utf8'), `${file} is out of date. Run: npm run schemas`).toBe(text);
  }
});

test('every field of a JSON Schema says what it means', () => {
  const silent = [...files].flatMap(([file, text]) => fieldsWithoutWords(JSON.parse(text)).map((at) => `${file}${at}`));
  expect(silent).toEqual([]);
  expect(readFieldComments('.').size).toBeGreaterThan(20);
});

function fieldsWithoutWords(node: unknown, at = ''): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { properties } = node as { properties?: Record<string, { description?: string }> };
  const here = Object.entries(properties ?? {}).filter(([, { description }]) => !description);
  return [
    ...here.map(([name]) => `${at}.${name}`),
    ...Object.entries(node).flatMap(([key, inside]) => fieldsWithoutWords(inside, `${at}/${key}`)),
  ];
}
