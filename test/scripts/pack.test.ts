import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packSite } from '../../scripts/pack.ts';

test('text is packed twice beside itself, small files and pictures are left, and nothing is packed again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-map-pack-'));
  mkdirSync(join(folder, 'about'));
  const text = '<p>Credit lands somewhere.</p>'.repeat(100);
  writeFileSync(join(folder, 'about', 'index.html'), text);
  writeFileSync(join(folder, 'small.txt'), 'small');
  writeFileSync(join(folder, 'icon.png'), text);

  expect(await packSite(folder)).toMatchObject({ files: 1, plain: text.length });
  const packed = join(folder, 'about', 'index.html');
  expect(gunzipSync(readFileSync(`${packed}.gz`)).toString()).toBe(text);
  expect(brotliDecompressSync(readFileSync(`${packed}.br`)).toString()).toBe(text);
  expect(['small.txt.gz', 'icon.png.gz'].filter((file) => existsSync(join(folder, file)))).toEqual([]);

  expect(await packSite(folder)).toMatchObject({ files: 0 });
  rmSync(folder, { recursive: true });
});
