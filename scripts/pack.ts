/**
 * Packs the built site once, as small as it goes, so that a server of one's own need not do it for every reader:
 * `npm run pack`. Beside each text or program stand then `.gz` and `.br`, which nginx sends as they are.
 */
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const packable = new Set([
  '.css',
  '.csv',
  '.html',
  '.ics',
  '.js',
  '.json',
  '.jsonld',
  '.mjs',
  '.svg',
  '.txt',
  '.wasm',
  '.webmanifest',
  '.xml',
]);
/** A smaller file fits into one packet as it is. */
const smallest = 500;

/** Packs the files of a built site; those that have not changed since are left. Answers what was written. */
export async function packSite(folder = 'dist'): Promise<{ files: number; plain: number; gz: number; br: number }> {
  const sum = { files: 0, plain: 0, gz: 0, br: 0 };
  const files = globSync('**/*', { cwd: folder }).filter((file) => packable.has(extname(file)));
  for (let from = 0; from < files.length; from += 16) await Promise.all(files.slice(from, from + 16).map(packFile));
  return sum;

  async function packFile(file: string): Promise<void> {
    const path = join(folder, file);
    if (statSync(path).size < smallest) return;
    if (existsSync(`${path}.br`) && statSync(`${path}.br`).mtimeMs >= statSync(path).mtimeMs) return;
    const plain = readFileSync(path);
    const [gz, br] = await Promise.all([
      promisify(gzip)(plain, { level: 9 }),
      promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    ]);
    writeFileSync(`${path}.gz`, gz);
    writeFileSync(`${path}.br`, br);
    sum.files += 1;
    sum.plain += plain.length;
    sum.gz += gz.length;
    sum.br += br.length;
  }
}

if (import.meta.main) {
  const { files, plain, gz, br } = await packSite();
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(`${files} files packed: ${megabytes(plain)}, gzip ${megabytes(gz)}, Brotli ${megabytes(br)}`);
}
