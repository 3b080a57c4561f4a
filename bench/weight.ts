/** What a page would have to carry: the engine and its peers, put together, made small and packed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { inKb, table, type Target } from './table.ts';

const packed = (content: Uint8Array): number => gzipSync(content, { level: 9 }).length;

/** A script that can be sent: everything in one file, without what the browser has no use for. */
export async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external: ['module', 'node:*', 'fs', 'path', 'url', 'crypto', 'worker_threads', 'child_process'],
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]!.contents;
}

export async function compareWeights(): Promise<{ text: string; targets: Target[] }> {
  const own = packed(await bundle('src/engine/assign/search.ts'));
  const rows = [
    ['ours, what assigns credits to degrees', inKb(own), ''],
    ['ours, what solves models in numbers', inKb(packed(await bundle('src/engine/assign/solve-model.ts'))), ''],
    ['ours, the whole audit', inKb(packed(await bundle('src/engine/index.ts'))), ''],
  ];
  for (const [name, entry, wasm] of [
    ['HiGHS', 'highs/build/highs.mjs', 'highs/build/highs.wasm'],
    ['glpk.js', 'glpk.js/dist/index.js', undefined],
    ['yalps', 'yalps/dist/index.js', undefined],
    ['javascript-lp-solver', 'javascript-lp-solver/dist/index.browser.mjs', undefined],
  ] as const) {
    const script = packed(await bundle(join('node_modules', entry)));
    rows.push([name, inKb(script), wasm ? inKb(packed(readFileSync(join('node_modules', wasm)))) : '']);
  }
  const text = [
    '## Weight, minified and packed with gzip',
    '',
    'The peers only solve; the audit accepts, assigns and explains. The wasm of glpk.js lies inside its script.',
    '',
    table(['', 'script', 'wasm'], rows),
    '',
  ].join('\n');
  return { text, targets: [{ says: 'Weight of what assigns: at most 12 kB', is: inKb(own), reached: own <= 12_000 }] };
}
