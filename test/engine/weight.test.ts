/** What a page carries of the engine: its bytes, made small and packed as a server sends them. */
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

type Bundle = { readonly kilobytes: number; readonly files: readonly string[] };

async function bundle(entry: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    metafile: true,
    write: false,
  });
  const kilobytes = gzipSync(outputFiles[0]!.contents, { level: 9 }).length / 1000;
  return { kilobytes, files: Object.keys(metafile.inputs) };
}

describe('the engine is small', () => {
  test('what assigns credits to degrees', async () => {
    expect((await bundle('src/engine/assign/search.ts')).kilobytes).toBeLessThanOrEqual(9.3);
  });

  test('what solves models in numbers', async () => {
    expect((await bundle('src/engine/assign/solve-model.ts')).kilobytes).toBeLessThanOrEqual(9.3);
  });

  test('the whole audit: all that a first answer needs', async () => {
    expect((await bundle('src/engine/index.ts')).kilobytes).toBeLessThanOrEqual(19.6);
  });

  test('a first answer brings nothing that is asked for later', async () => {
    const { files } = await bundle('src/engine/index.ts');
    const later = /explanations|fillings|fitting|obstacles|repair|ideal-|decisions|smallest-set|complete/;
    expect(files.filter((file) => later.test(file))).toEqual([]);
  });
});
