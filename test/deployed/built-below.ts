/** Builds the site for a folder of a host, once for all tests here, and hands them its place: `inject('below')`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { builtFolder } from '../site/built-site.ts';

/** A site for a folder of a host. */
export type Below = { readonly host: string; readonly base: string; readonly root: string; readonly folder: string };

declare module 'vitest' {
  export interface ProvidedContext {
    /** The site built for a folder: `folder` holds its files, `root` those of the whole host. */
    below: Below;
  }
}

function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((done, fail) => {
    let output = '';
    const child = spawn(process.execPath, [resolve(script), ...args], {
      env: { ...process.env, ...env },
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (code) => (code === 0 ? done() : fail(new Error(`${script} ended with ${code}.\n${output}`))));
  });
}

export default async function setup(project: TestProject): Promise<() => void> {
  if (!existsSync(join(builtFolder, 'index.html'))) {
    throw new Error(`There is no built site in ${builtFolder}/. Run "npm run build" first.`);
  }
  const root = mkdtempSync(join(tmpdir(), 'credit-map-below-'));
  const [host, base] = ['https://college.example', '/students/credit-map/'];
  const folder = join(root, base);
  // Vitest says "test" here, and scripts would be built that leave the service worker out.
  const env = { NODE_ENV: 'production', BASE_PATH: base, SITE_URL: host, ASTRO_TELEMETRY_DISABLED: '1' };
  await run('node_modules/astro/bin/astro.mjs', ['build', '--outDir', folder], env);
  await run('scripts/write-search.ts', [folder], env);
  await run('scripts/write-offline.ts', [folder], env);
  project.provide('below', { host, base, root, folder });
  return () => rmSync(root, { recursive: true });
}
