/**
 * Serves the built site on this computer only, the way a static host would: `/about/` is `about/index.html`, an unknown
 * address is `404.html`, the headers are those of `_headers`, and text is packed where the browser takes it so.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { createGzip } from 'node:zlib';
import { basePath } from './base-path.ts';

/** What kind of file a name's ending stands for, as browsers are told. */
export const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

export type HeaderRule = { readonly matches: RegExp; readonly headers: [name: string, value: string][] };

/** The rules of a `_headers` file: a path, where `*` stands for anything, and the headers indented below it. */
export function readHeaderRules(file: string): HeaderRule[] {
  if (!existsSync(file)) return [];
  const rules: HeaderRule[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) continue;
    if (text.startsWith('/')) {
      const pattern = text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
      rules.push({ matches: new RegExp(`^${pattern}$`), headers: [] });
      continue;
    }
    const colon = text.indexOf(':');
    if (colon > 0) rules.at(-1)?.headers.push([text.slice(0, colon).trim(), text.slice(colon + 1).trim()]);
  }
  return rules;
}

type Answer =
  { readonly status: 200 | 404; readonly file: string } | { readonly status: 301; readonly location: string };

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** A request's path below the base, decoded, and its query. Nothing where it cannot be read. */
function readAddress(address: string, base: string): { path: string; query: string } | undefined {
  try {
    const { pathname, search } = new URL(`http://localhost${address}`);
    const path = decodeURIComponent(pathname);
    if (path.includes('\0')) return undefined;
    // Outside the base there is no file, and so the answer is the page that says so.
    return { path: path.startsWith(base) ? path.slice(base.length - 1) : '/../', query: search };
  } catch {
    return undefined;
  }
}

/** What the site answers to an address. A file outside the folder is never part of it. */
function answer(folder: string, path: string, query: string): Answer {
  const target = resolve(folder, `.${path}`);
  const inside = target === folder || target.startsWith(folder + sep);
  const missing: Answer = { status: 404, file: join(folder, '404.html') };
  if (!inside) return missing;
  if (path.endsWith('/')) {
    const index = join(target, 'index.html');
    return isFile(index) ? { status: 200, file: index } : missing;
  }
  if (isFile(target)) return { status: 200, file: target };
  // Two slashes at the start would send the browser to another site.
  if (isFile(join(target, 'index.html'))) return { status: 301, location: `${path.replace(/^\/+/, '')}/${query}` };
  return missing;
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

export type Serving = { readonly url: string; readonly close: () => Promise<void> };

/**
 * The address of the served folder, without a slash at its end, and a way to stop.
 *
 * Takes the next free port if the wanted one is in use; any free one for port 0. `base`: the folder of the host it is in.
 */
export async function serve({ port = 4321, folder = 'dist', base = '/' } = {}): Promise<Serving> {
  const root = resolve(folder);
  if (!isFile(join(root, 'index.html'))) {
    throw new Error(`There is no built site in ${folder}/. Run "npm run build" first.`);
  }
  const rules = readHeaderRules(join(root, '_headers'));

  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendText(response, 405, 'This site can only be read.');
      return;
    }
    const asked = readAddress(request.url ?? '/', base);
    if (!asked) {
      sendText(response, 400, 'This address cannot be read.');
      return;
    }
    const reply = answer(root, asked.path, asked.query);
    if (reply.status === 301) {
      response.writeHead(301, { Location: encodeURI(base + reply.location) }).end();
      return;
    }
    if (!isFile(reply.file)) {
      sendText(response, 404, 'There is nothing at this address.');
      return;
    }
    for (const { matches, headers } of rules) {
      if (matches.test(asked.path)) for (const [name, value] of headers) response.setHeader(name, value);
    }
    response.setHeader('Content-Type', contentTypes[extname(reply.file).toLowerCase()] ?? 'application/octet-stream');
    const isText = /^(?:text|application|image\/svg)/.test(String(response.getHeader('Content-Type')));
    const packed = isText && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (isText) response.setHeader('Vary', 'Accept-Encoding');
    if (packed) response.setHeader('Content-Encoding', 'gzip');
    else response.setHeader('Content-Length', statSync(reply.file).size);
    response.writeHead(reply.status);
    if (request.method === 'HEAD') response.end();
    else if (packed) createReadStream(reply.file).pipe(createGzip()).pipe(response);
    else createReadStream(reply.file).pipe(response);
  });

  for (let attempt = 0; ; attempt += 1) {
    try {
      await new Promise<void>((listening, failed) => {
        server.once('error', failed);
        server.listen(port === 0 ? 0 : port + attempt, '127.0.0.1', () => {
          server.off('error', failed);
          listening();
        });
      });
      break;
    } catch (error) {
      const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!inUse || attempt >= 100) throw error;
    }
  }

  const address = server.address() as AddressInfo;
  return {
    url: `http://localhost:${address.port}${base.replace(/\/$/, '')}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

if (import.meta.main) {
  try {
    const base = basePath(process.env.BASE_PATH);
    const { url } = await serve({ port: Number(process.env.PORT ?? 4321), base });
    console.log(`Credit Map is at ${url}/`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
