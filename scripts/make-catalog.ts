/**
 * Writes a catalog of any size, of the real one's shape, to see how the site grows: `node scripts/make-catalog.ts 10000 DIR`.
 *
 * It is the real catalog, which the guides name records of, and made-up courses up to the number, with providers and, for a
 * third of them, equivalencies. The same number gives the same catalog.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadData } from './load-data.ts';

/** Numbers from 0 up to 1, the same ones every time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const perProvider = 667;
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Writes so many courses into the folder, which is emptied first. Returns how many files it wrote beside the real ones. */
export function makeCatalog(count: number, folder: string): number {
  const real = loadData();
  const random = numbersFrom(count);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const words = [...new Set(real.courses.flatMap(({ record }) => record.title.split(/[^A-Za-z]+/)))].filter(
    (word) => word.length > 3,
  );
  let files = 0;
  const write = (path: string, record: unknown): void => {
    const file = join(folder, `${path}.json`);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, JSON.stringify(record));
    files += 1;
  };
  rmSync(folder, { recursive: true, force: true });
  cpSync('data', folder, { recursive: true });
  write('last-release', { on: '2026-01-01', records: {} });

  const made = Math.max(0, count - real.courses.length);
  const providers = Array.from({ length: Math.ceil(made / perProvider) }, (_, index) => `provider-${index + 1}`);
  for (const [index, id] of providers.entries()) {
    const like = real.providers[index % real.providers.length]!.record;
    write(`providers/${id}`, { ...like, name: `${like.name} ${index + 1}`, services: [] });
  }
  const rows = new Map<string, unknown[]>();
  const used = new Set<string>();
  for (let index = 0; index < made; index++) {
    const provider = providers[Math.floor(index / perProvider)]!;
    const like = pick(real.courses).record;
    const title = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(words)).join(' ');
    const name = slug(title);
    const id = `${provider}/${used.has(`${provider}/${name.replaceAll('-', '')}`) ? `${name}-${index}` : name}`;
    used.add(id.replaceAll(/-(?=[^/]*$)/g, ''));
    used.add(`${provider}/${name.replaceAll('-', '')}`);
    write(`courses/${id}`, { ...like, title, provider, code: `${pick(words).slice(0, 4).toUpperCase()} ${index}` });
    if (random() < 1 / 3) {
      const table = pick(real.equivalencies).record;
      const row = pick(table.equivalencies);
      const { toward: _, ...general } = row;
      const key = `${table.school}/${provider}`;
      rows.set(key, [...(rows.get(key) ?? []), { ...general, course: id }]);
    }
  }
  for (const [key, equivalencies] of rows) {
    const [school, provider] = key.split('/');
    write(`equivalencies/${key}`, { school, provider, equivalencies });
  }
  return files;
}

if (import.meta.main) {
  const [count, folder] = [Number(process.argv[2]), process.argv[3]];
  if (!Number.isInteger(count) || count < 1 || folder === undefined) {
    console.error('Usage: node scripts/make-catalog.ts COUNT FOLDER');
    process.exitCode = 2;
  } else console.log(`${folder}: ${makeCatalog(count, folder)} files`);
}
