/** A server that a site can be deployed to again and again, and whose line can be cut: whole, or for single files. */
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join, relative } from 'node:path';
import { readHeaderRules } from '../../scripts/serve.ts';
import { writeOffline } from '../../scripts/write-offline.ts';
import { builtFolder } from './built-site.ts';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** What goes wrong with a file: it is not there, it breaks off half way, or it never comes. */
export type Fault = 'missing' | 'half' | 'never';

export type ChangingSite = {
  readonly url: string;
  /** False: every connection is refused. */
  online: boolean;
  /** Faults by the start of the path. */
  readonly faults: Map<string, Fault>;
  /** Everything asked for since the last time this was emptied. */
  readonly asked: string[];
  /** Every request as it came, with what follows ? in its address, and with its headers: they would tell of a body. */
  readonly heard: string[];
  /** Puts a site in place of the one before; files of the one before are gone. */
  readonly deploy: (folder: string) => void;
  readonly close: () => Promise<void>;
};

/** A small part of the built site, with every tool: enough to be kept whole in a second. */
const parts = [
  '*.{html,svg,webmanifest}',
  '{_astro,icons,planner,trail,search,offline,compare,tools,pagefind}/**',
  '{courses,schools,guides}/index.html',
  'guides/{what-it-costs,records-to-keep,glossary}/**',
  'catalog/*.json',
  'catalog/{schools,degrees}/{tesu,umpi}{,/**,.json}',
];

/** Words to put in place of others, in every file and in every file's name. */
export type Replacements = Readonly<Record<string, string>>;

/** Builds in a folder of their own: each the same small site, with other words. The caller removes them. */
export function makeBuilds(): {
  readonly build: (name: string, replace?: Replacements, how?: { readonly off?: boolean }) => Promise<string>;
  readonly remove: () => void;
} {
  const root = mkdtempSync(join(tmpdir(), 'credit-map-builds-'));
  const files = globSync(parts, { cwd: builtFolder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(builtFolder, join(entry.parentPath, entry.name)));
  return {
    build: async (name, replace = {}, how) => {
      const replaced = (text: string) =>
        Object.entries(replace).reduce((before, [from, to]) => before.replaceAll(from, to), text);
      for (const path of new Set(files)) {
        const content = readFileSync(join(builtFolder, path));
        const to = join(root, name, replaced(path));
        mkdirSync(dirname(to), { recursive: true });
        writeFileSync(to, /\.(?:html|js|json|css)$/.test(path) ? replaced(content.toString()) : content);
      }
      await writeOffline(join(root, name), how);
      return join(root, name);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export async function changingSite(folder: string): Promise<ChangingSite> {
  let root = folder;
  const site: { online: boolean } = { online: true };
  const faults = new Map<string, Fault>();
  const asked: string[] = [];
  const heard: string[] = [];
  const rules = readHeaderRules(join(builtFolder, '_headers'));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1);
    asked.push(path);
    heard.push(`${request.method} ${request.url} ${request.rawHeaders.join(' ')}`);
    if (!site.online) return void request.socket.destroy();
    const fault = [...faults].find(([start]) => path.startsWith(start))?.[1];
    if (fault === 'never') return;
    const file = join(root, path === '' || path.endsWith('/') ? `${path}index.html` : path);
    const content = fault === 'missing' ? undefined : contentOf(file);
    for (const { matches, headers } of rules) {
      if (matches.test(`/${path}`)) for (const [name, value] of headers) response.setHeader(name, value);
    }
    send(response, content ?? contentOf(join(root, '404.html')) ?? Buffer.of(), {
      status: content ? 200 : 404,
      type: content ? (types[extname(file)] ?? 'application/octet-stream') : types['.html']!,
      cache: path.startsWith('_astro/') ? 'public, max-age=31536000, immutable' : 'public, max-age=0',
      half: fault === 'half',
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return Object.assign(site, {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    faults,
    asked,
    heard,
    deploy: (next: string) => {
      root = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  });
}

function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function send(
  response: ServerResponse,
  content: Buffer,
  how: { readonly status: number; readonly type: string; readonly cache: string; readonly half: boolean },
): void {
  response.writeHead(how.status, {
    'Content-Type': how.type,
    'Content-Length': content.length,
    'Cache-Control': how.cache,
  });
  if (!how.half) response.end(content);
  else response.write(content.subarray(0, Math.floor(content.length / 2)), () => response.destroy());
}
