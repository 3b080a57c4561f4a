/**
 * Adds to the built site what it needs offline: the worker with the list of its core, the list of the whole site, and
 * the answer to "which build is this?". It comes last: it lists every file that the steps before have made.
 *
 * With CREDIT_MAP_OFFLINE=off the worker is one that takes itself and everything kept away again.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { hashOf } from '../src/offline/sealed.ts';
import { answerPath, wholePath, type BuildAnswer, type SiteBuild, type WholeSite } from '../src/offline/site-build.ts';
import { isCore, keptPath, type BuiltFile } from '../src/offline/what-is-kept.ts';

type Listed = BuiltFile & { readonly hash: string; readonly download: number };

const workers = join(import.meta.dirname, '../src/offline');

/** A worker as one script: the browser takes no modules everywhere. */
async function workerScript(file: string): Promise<string> {
  const bundle = await rolldown({ input: join(workers, file) });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  return output[0].code;
}

/** Every file that can be kept, in one order on every machine. */
async function listFiles(folder: string): Promise<Listed[]> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const listed = files.sort().flatMap((file) => {
    const path = keptPath(file);
    return path === undefined ? [] : [{ path, file }];
  });
  const read: Listed[] = [];
  // One after the other: all of a large site at once would not fit into memory.
  for (const { path, file } of listed) {
    const content = readFileSync(join(folder, file));
    const tool = file.endsWith('.html') && /<script(?![^>]*application\/ld\+json)/.test(content.toString());
    read.push({
      path,
      bytes: content.length,
      tool,
      hash: await hashOf(content),
      download: gzipSync(content).length,
    });
  }
  return read;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const hashes = (files: readonly Listed[]) => Object.fromEntries(files.map(({ path, hash }) => [path, hash]));

/** Writes it all into the folder of a built site. */
export async function writeOffline(folder = 'dist', { off = false } = {}): Promise<void> {
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const stop = await workerScript('stop-worker.ts');
  const files = await listFiles(folder);
  const whole = {
    files: files.length,
    download: sum(files.map(({ download }) => download)),
    room: sum(files.map(({ bytes }) => bytes)),
  };
  const build = (await hashOf(Buffer.from(JSON.stringify(hashes(files))))).replaceAll(/\W/g, '-');
  const answer: BuildAnswer = { build: off ? null : build, whole };
  const list: WholeSite = { build, files: hashes(files) };
  const siteBuild: SiteBuild = { build, core: hashes(files.filter(isCore)) };
  write(answerPath, JSON.stringify(answer));
  write(wholePath, JSON.stringify(list));
  write('offline/stop.js', stop);
  const worker = await workerScript('worker.ts');
  write('sw.js', off ? stop : `const siteBuild=${JSON.stringify(siteBuild)};\n${worker}`);
}

if (import.meta.main) await writeOffline(process.argv[2], { off: process.env.CREDIT_MAP_OFFLINE === 'off' });
