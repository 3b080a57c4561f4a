/** What a signed text says of itself: where it is cut, which key it carries, and whether its signature fits that. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkJws, splitJws } from '../../../src/planner/import/check-signature.ts';
import { altered, credential, signed } from './badge-files.ts';

const base64Url = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** The signed text with another header, which the signature does not fit any more. */
async function withHeader(change: (header: Record<string, unknown>) => unknown): Promise<string> {
  const [head = '', ...others] = (await signed(credential)).split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown>;
  return [base64Url(change(header)), ...others].join('.');
}

afterEach(() => vi.unstubAllGlobals());

describe('a signed text', () => {
  const [head, body] = [base64Url({ alg: 'none' }), base64Url('{"a":"é"}')];

  test('is cut into its header and what it holds, blanks around it aside', () => {
    const parts = { header: { alg: 'none' }, payload: '{"a":"é"}' };
    expect(splitJws(`\n ${head}.${body}.c2ln `)).toEqual(parts);
    expect(splitJws(`${head}.${body}.`)).toEqual(parts);
    expect(splitJws(`${head}=.${body}.c2ln`)).toEqual(parts);
  });

  test.for([
    '',
    head,
    `${head}.${body}`,
    `${head}.${body}.c2ln.c2ln`,
    `${base64Url('no record')}.${body}.c2ln`,
    `${base64Url('[1]')}.${body}.c2ln`,
    `!${head}.${body}.c2ln`,
    `${head}.!${body}.c2ln`,
    `${head}.${body} x.c2ln`,
    `${head}.${body}===.c2ln`,
    `${head}.a.c2ln`,
  ])('is none where it is %j', (text) => {
    expect(splitJws(text)).toBeUndefined();
  });
});

describe('a signature', () => {
  test.for([
    ['ES256', 'jwk'],
    ['RS256', 'jwk'],
    ['EdDSA', 'jwk'],
    ['EdDSA', 'did:key'],
    ['ES256', 'did:jwk'],
  ] as const)('of %s with its key in %s fits, and not where the text was changed', async ([alg, place]) => {
    const text = await signed(credential, alg, place);
    expect(await checkJws(` ${text}\n`, undefined)).toBe('fits');
    expect(await checkJws(altered(text), undefined)).toBe('wrong');
  });

  test('of ES384 fits too', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, true, ['sign', 'verify']);
    const jwk = await crypto.subtle.exportKey('jwk', pair.publicKey);
    const body = `${base64Url({ alg: 'ES384', jwk })}.${base64Url(credential)}`;
    const bytes = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-384' }, pair.privateKey, Buffer.from(body));
    expect(await checkJws(`${body}.${Buffer.from(bytes).toString('base64url')}`, undefined)).toBe('fits');
  });

  test('is checked with the key that the issuer’s name is, where the header names none', async () => {
    const text = await signed(credential, 'EdDSA', 'did:key');
    const [head = '', ...others] = text.split('.');
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string };
    const unnamed = [base64Url({ alg: 'EdDSA' }), ...others].join('.');
    // The header is signed too, so it can't fit; but it was checked.
    expect(await checkJws(unnamed, kid)).toBe('wrong');
    expect(await checkJws(unnamed, kid.replace('did:key:z6Mk', 'did:web:z6Mk'))).toBe('not-checked');
    expect(await checkJws(unnamed, `${kid}${'x'.repeat(4000)}`)).toBe('not-checked');
    expect(await checkJws(unnamed, { id: kid })).toBe('not-checked');
    expect(await checkJws(unnamed, undefined)).toBe('not-checked');
  });

  test.for<[what: string, change: (header: Record<string, unknown>) => unknown]>([
    ['no algorithm', ({ alg: _, ...header }) => header],
    ['an algorithm that is not known', (header) => ({ ...header, alg: 'HS256' })],
    ['none', (header) => ({ ...header, alg: 'none' })],
    ['the name of what every record has', (header) => ({ ...header, alg: 'toString' })],
    ['a list of algorithms', (header) => ({ ...header, alg: ['ES256'] })],
    ['a key for another algorithm', (header) => ({ ...header, alg: 'RS256' })],
    ['no key', ({ alg }) => ({ alg })],
    ['a key of no kind', ({ alg }) => ({ alg, jwk: { x: 'AA', y: 'AA' } })],
    ['a secret key', ({ alg }) => ({ alg, jwk: { kty: 'oct', k: 'AA' } })],
    ['a key that is too long', ({ alg, jwk }) => ({ alg, jwk: { ...(jwk as object), x: 'A'.repeat(2001) } })],
    ['a key that is a text', ({ alg }) => ({ alg, jwk: 'key' })],
    ['an identifier that is no key', ({ alg }) => ({ alg, kid: 'did:key:z6Mkq' })],
    ['an identifier whose key is no record', ({ alg }) => ({ alg, kid: `did:jwk:${base64Url('[1]')}` })],
  ])('is not checked where the header has %s', async ([, change]) => {
    expect(await checkJws(await withHeader(change), undefined)).toBe('not-checked');
  });

  test('is not checked where it is not written as one', async () => {
    const [head, body, signature] = (await signed(credential)).split('.');
    expect(await checkJws(`${head}.${body}.!${signature}`, undefined)).toBe('not-checked');
    expect(await checkJws(`${head}.${body}`, undefined)).toBe('wrong');
  });

  test('is not checked where a page may not use cryptography', async () => {
    const text = await signed(credential);
    vi.stubGlobal('crypto', {});
    expect(await checkJws(text, undefined)).toBe('not-checked');
    vi.stubGlobal('crypto', undefined);
    expect(await checkJws(text, undefined)).toBe('not-checked');
  });

  test('is checked with the public fields of a key alone', async () => {
    // A browser refuses a key whose use is said to be another.
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const jwk = { ...(await crypto.subtle.exportKey('jwk', pair.publicKey)), key_ops: ['encrypt'], use: 'enc' };
    const body = `${base64Url({ alg: 'ES256', jwk })}.${base64Url(credential)}`;
    const bytes = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, Buffer.from(body));
    expect(await checkJws(`${body}.${Buffer.from(bytes).toString('base64url')}`, undefined)).toBe('fits');
  });
});
