/**
 * Pagefind writes its filters in an order that differs from run to run. Their files are named after their content, so the
 * same pages would make another index, and every build would be a new version to who has the one before. Here they get one
 * order, and names that go with it.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

export type IndexFile = { readonly path: string; readonly content: Uint8Array };

/** What stands before the CBOR in each of these files. */
const mark = 'pagefind_dcd';

/** What begins here, how many bytes or items follow, and where they do. */
function headOf(bytes: Buffer, at: number): { kind: 'number' | 'text' | 'list'; size: number; next: number } {
  const kind = ({ 0: 'number', 3: 'text', 4: 'list' } as const)[bytes[at]! >> 5];
  const info = bytes[at]! & 31;
  if (!kind || info > 26) throw new Error(`An index of Pagefind has something unknown at byte ${at}.`);
  const more = info < 24 ? 0 : 2 ** (info - 24);
  return { kind, size: more === 0 ? info : bytes.readUIntBE(at + 1, more), next: at + 1 + more };
}

/** Where each item of this list begins, and last where the list ends. */
function itemsOf(bytes: Buffer, list: number): number[] {
  const { size, next } = headOf(bytes, list);
  const starts = [next];
  while (starts.length <= size) starts.push(endOf(bytes, starts.at(-1)!));
  return starts;
}

function endOf(bytes: Buffer, at: number): number {
  const { kind, size, next } = headOf(bytes, at);
  if (kind === 'list') return itemsOf(bytes, at).at(-1)!;
  return kind === 'text' ? next + size : next;
}

/** The file with a list in the order of its items' bytes: the one that is so many items into what the file holds. */
function sorted(bytes: Buffer, item: number): Buffer {
  const starts = itemsOf(bytes, itemsOf(bytes, mark.length)[item]!);
  const items = starts.slice(1).map((end, i) => bytes.subarray(starts[i], end));
  return Buffer.concat([
    bytes.subarray(0, starts[0]),
    ...items.sort((a, b) => Buffer.compare(a, b)),
    bytes.subarray(starts.at(-1)),
  ]);
}

/** The same index, in one order. */
export function inOneOrder(files: readonly IndexFile[]): readonly IndexFile[] {
  /** The names that files had, and have now. */
  const names = new Map<string, string>();
  const renamed = (text: string) => [...names].reduce((before, [from, to]) => before.replaceAll(from, to), text);
  /** A file with this list in order, and a name that goes with what it holds. */
  const ordered = ({ path, content }: IndexFile, list: number): IndexFile => {
    const bytes = sorted(Buffer.from(renamed(gunzipSync(content).toString('latin1')), 'latin1'), list);
    const [, name = '', language = '', hash = ''] = /(([\w-]+)_([0-9a-f]+))\.pf_\w+$/.exec(path) ?? [];
    const next = `${language}_${createHash('sha256').update(bytes).digest('hex').slice(0, hash.length)}`;
    names.set(name, next);
    return { path: path.replace(name, next), content: gzipSync(bytes, { level: 9 }) };
  };
  const isFilter = ({ path }: IndexFile) => path.endsWith('.pf_filter');
  const isMeta = ({ path }: IndexFile) => path.endsWith('.pf_meta');
  // What lists the filters holds their names, and the entry holds the name of what lists them.
  const filters = files.filter(isFilter).map((file) => ordered(file, 1));
  const metas = files.filter(isMeta).map((file) => ordered(file, 3));
  const others = files
    .filter((file) => !isFilter(file) && !isMeta(file))
    .map(({ path, content }) => {
      const isEntry = path === 'pagefind-entry.json';
      return { path, content: isEntry ? Buffer.from(renamed(Buffer.from(content).toString())) : content };
    });
  return [...filters, ...metas, ...others];
}
