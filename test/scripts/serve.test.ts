import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Serving } from '../../scripts/serve.ts';

let folder: string;
let serving: Serving;

beforeAll(async () => {
  const outside = mkdtempSync(join(tmpdir(), 'credit-map-serve-'));
  folder = join(outside, 'dist');
  mkdirSync(join(folder, 'about'), { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, '404.html'), 'not found');
  writeFileSync(join(folder, 'about', 'index.html'), 'about');
  writeFileSync(join(folder, 'data.json'), '{}');
  writeFileSync(join(folder, '_headers'), '/*\n  X-Everywhere: yes\n\n/about/*\n  X-Here: yes\n');
  serving = await serve({ port: 0, folder });
});
afterAll(async () => {
  await serving.close();
  rmSync(join(folder, '..'), { recursive: true });
});

/** What a client gets that sends the address exactly as written: fetch() would tidy it first. */
function get(
  path: string,
  method = 'GET',
): Promise<{ status: number; body: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(serving.url);
    request({ host: '127.0.0.1', port, path, method }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    })
      .on('error', reject)
      .end();
  });
}

test('an address that ends in a slash is the page in that folder', async () => {
  expect(await get('/')).toMatchObject({ status: 200, body: 'home' });
  expect(await get('/about/?from=home')).toMatchObject({ status: 200, body: 'about' });
});

test('a page without its slash is sent on to the one with it', async () => {
  expect(await get('/about?a=b')).toMatchObject({ status: 301, headers: { location: '/about/?a=b' } });
  expect(await get('//about')).toMatchObject({ status: 301, headers: { location: '/about/' } });
});

test('an unknown address is the page that says so', async () => {
  expect(await get('/nothing/')).toMatchObject({ status: 404, body: 'not found' });
  expect(await get('/nothing.js')).toMatchObject({ status: 404, body: 'not found' });
});

test.for(['/../secret.txt', '/about/../../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/..%5csecret.txt'])(
  '%s does not lead out of the folder',
  async (path) => {
    const { status, body } = await get(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('secret');
  },
);

test.for(['/%', '/%00', '/about/%ff/'])('%s cannot be read', async (path) => {
  expect((await get(path)).status).toBe(400);
});

test('files have their types, and the headers that the host would send', async () => {
  expect((await get('/data.json')).headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'x-everywhere': 'yes',
  });
  expect((await get('/data.json')).headers).not.toHaveProperty('x-here');
  expect((await get('/about/')).headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'x-here': 'yes' });
});

test('nothing can be written', async () => {
  expect((await get('/data.json', 'POST')).status).toBe(405);
  expect(await get('/data.json', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test('a port that is in use gives the next one', async () => {
  const port = Number(new URL(serving.url).port);
  const second = await serve({ port, folder });
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
  await second.close();
});

test('a site that is not built says how to build it', async () => {
  await expect(serve({ folder: join(folder, 'about', 'nowhere') })).rejects.toThrow('npm run build');
});
