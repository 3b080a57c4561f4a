/** `deploy/nginx.conf` in a real nginx: what it packs, how long it lets files be kept, its headers, types and answers. */
import { spawn, type ChildProcess } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { contentTypes, readHeaderRules } from '../../scripts/serve.ts';
import { builtFolder } from '../site/built-site.ts';

const { base, root } = inject('below');
const place = mkdtempSync(join(tmpdir(), 'credit-map-nginx-'));
let nginx: ChildProcess;
let ports: readonly number[];

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });

/** The file as docs/deploy.md has it changed: name, port and folder, and below a folder the address of the 404 page. */
function changed(port: number, folder: string, below = '/'): string {
  const map = /map \$uri[^}]*\}/.exec(readFileSync('deploy/nginx.conf', 'utf8'))?.[0] ?? '';
  const server = readFileSync('deploy/nginx.conf', 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/credit-map;', `root "${folder}";`)
    .replaceAll('/404.html;', `${below}404.html;`);
  return below === '/' ? server : server.replace(map, '');
}

beforeAll(async () => {
  ports = [await freePort(), await freePort()];
  writeFileSync(
    join(place, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; pid ${place}/pid; error_log stderr warn;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${place}/${name};`).join(' ')}
  ${changed(ports[0]!, resolve(builtFolder))}
  ${changed(ports[1]!, root, base)}
}`,
  );
  let said = '';
  nginx = spawn('nginx', ['-p', place, '-c', join(place, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  nginx.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const failed = new Promise<never>((_, fail) => {
    nginx.on('error', () =>
      fail(new Error('nginx is not installed: "apt-get install nginx-light" or "brew install nginx".')),
    );
    nginx.on('exit', (code) => fail(new Error(`nginx ended with ${code}. ${said}`)));
  });
  const answers = async () => {
    while (!(await get('/').catch(() => undefined))) await new Promise((wait) => setTimeout(wait, 50));
  };
  await Promise.race([answers(), failed]);
  failed.catch(() => undefined);
});
afterAll(() => {
  nginx.kill('SIGQUIT');
  rmSync(place, { recursive: true });
});

type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** What nginx answers to an address, to a browser that takes gzip. */
function get(
  path: string,
  { port = ports[0], headers = {} }: { port?: number | undefined; headers?: Record<string, string> } = {},
): Promise<Reply> {
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port, path, headers: { 'Accept-Encoding': 'gzip', ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', fail)
      .end();
  });
}

const style = `/${globSync('_astro/*.css', { cwd: builtFolder })[0] ?? ''}`;
const script = `/${globSync('_astro/*.js', { cwd: builtFolder })[0] ?? ''}`;
const rules = readHeaderRules('public/_headers');
/** Of two values for one header, the later one: it says again what the first one says. */
const headersOf = (path: string) =>
  new Map(rules.filter(({ matches }) => matches.test(path)).flatMap((rule) => rule.headers));

test.for([
  ['/', 'no-cache'],
  ['/courses/clep/biology/', 'no-cache'],
  ['/robots.txt', 'no-cache'],
  [style, 'public, max-age=31536000, immutable'],
  [script, 'public, max-age=31536000, immutable'],
  ['/pagefind/pagefind-worker.js', 'no-cache'],
  ['/sw.js', 'no-cache'],
  ['/catalog/index.json', 'public, max-age=300, must-revalidate'],
] as const)('%s is packed, may be kept as "%s" and has the headers of public/_headers', async ([path, cache]) => {
  const { status, headers, body } = await get(path);
  const file = join(builtFolder, path.endsWith('/') ? `${path}index.html` : path);
  expect(status).toBe(200);
  expect(headers['cache-control']).toBe(cache);
  for (const [name, value] of headersOf(path)) expect(headers[name.toLowerCase()], name).toBe(value);
  const plain = readFileSync(file);
  if (plain.length >= 500) {
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers.vary).toBe('Accept-Encoding');
    expect(body.length).toBeLessThan(plain.length);
    expect(gunzipSync(body).equals(plain)).toBe(true);
  }
});

test('every kind of file comes with its type, and text with how it is written', async () => {
  const kinds = new Map(
    globSync('**/*.*', { cwd: builtFolder }).map((file) => [/\.[^.]+$/.exec(file)?.[0] ?? '', file]),
  );
  for (const [ending, type] of Object.entries(contentTypes)) {
    const file = kinds.get(ending);
    if (!file || ending === '.html') continue;
    const { headers } = await get(`/${file}`);
    expect(headers['content-type'], file).toBe(type);
  }
  expect((await get('/')).headers['content-type']).toBe('text/html; charset=utf-8');
});

test('a file that was packed before is sent as it is', async () => {
  const packed = gzipSync('packed before');
  writeFileSync(join(builtFolder, 'robots.txt.gz'), packed);
  try {
    expect((await get('/robots.txt')).body.equals(packed)).toBe(true);
  } finally {
    rmSync(join(builtFolder, 'robots.txt.gz'));
  }
});

test('what is unchanged is not sent again', async () => {
  const { headers } = await get('/about/');
  const again = await get('/about/', { headers: { 'If-None-Match': headers.etag ?? '' } });
  expect([again.status, again.body.length]).toEqual([304, 0]);
});

test('what is not there is answered with the page that says so, and is never kept', async () => {
  for (const path of ['/no/such/page/', '/_astro/gone.js', '/catalog/', '/_headers', '/404.html/x']) {
    const { status, headers, body } = await get(path);
    expect([path, status, headers['cache-control']]).toEqual([path, 404, 'no-cache']);
    expect(gunzipSync(body).toString()).toContain('Page not found');
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test('an address without its last slash leads to the page, on this host', async () => {
  for (const [path, location] of [
    ['/courses', '/courses/'],
    ['/courses?at=tesu', '/courses/?at=tesu'],
  ] as const) {
    const { status, headers } = await get(path);
    expect([status, headers.location]).toEqual([301, location]);
  }
});

test('below a folder of a host all of it holds too', async () => {
  const port = ports[1];
  expect((await get(`${base}courses/`, { port })).status).toBe(200);
  expect((await get(`${base}courses`, { port })).headers.location).toBe(`${base}courses/`);
  expect((await get(`${base}catalog/index.json`, { port })).headers['cache-control']).toContain('max-age=300');
  expect((await get(`${base}sw.js`, { port })).headers['content-security-policy']).toContain("script-src 'self'");
  const missing = await get(`${base}no/such/page/`, { port });
  expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'no-cache']);
  expect(gunzipSync(missing.body).toString()).toContain(`href="${base}"`);
});
