/**
 * Checks the signature of a badge with nothing but the badge: where the key is in it. That shows whether the badge was
 * changed after it was signed; who signed it, only the issuer's own website can show.
 */
import { isRecord } from '../keeping/untrusted.ts';

/** How a signature stands. */
export type Signature = 'fits' | 'wrong' | 'not-checked';

type Scheme = {
  readonly key: RsaHashedImportParams | EcKeyImportParams | Algorithm;
  readonly verify: Algorithm | EcdsaParams;
};

const schemes: Readonly<Record<string, Scheme>> = {
  RS256: { key: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, verify: { name: 'RSASSA-PKCS1-v1_5' } },
  ES256: { key: { name: 'ECDSA', namedCurve: 'P-256' }, verify: { name: 'ECDSA', hash: 'SHA-256' } },
  ES384: { key: { name: 'ECDSA', namedCurve: 'P-384' }, verify: { name: 'ECDSA', hash: 'SHA-384' } },
  EdDSA: { key: { name: 'Ed25519' }, verify: { name: 'Ed25519' } },
};

/** A signed text cut into its parts, or `undefined` where it is none. */
export function splitJws(
  text: string,
): { readonly header: Readonly<Record<string, unknown>>; readonly payload: string } | undefined {
  const [head, body, signature, ...more] = text.trim().split('.');
  if (head === undefined || body === undefined || signature === undefined || more.length > 0) return undefined;
  const header = parseRecord(fromBase64Url(head));
  const payload = fromBase64Url(body);
  return header && payload ? { header, payload: new TextDecoder().decode(payload) } : undefined;
}

/** Whether the signature of a signed text fits the key that the text itself carries. */
export async function checkJws(text: string, issuer: unknown): Promise<Signature> {
  const [head = '', body = '', signature = ''] = text.trim().split('.');
  const header = parseRecord(fromBase64Url(head));
  const alg = header?.['alg'];
  const scheme = typeof alg === 'string' && Object.hasOwn(schemes, alg) ? schemes[alg] : undefined;
  const jwk = header && publicKey(header, issuer);
  const bytes = fromBase64Url(signature);
  // Pages that came without encryption have no `subtle`; older browsers have no Ed25519.
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (!scheme || !jwk || !bytes || !subtle) return 'not-checked';
  const key = await subtle.importKey('jwk', jwk, scheme.key, false, ['verify']).catch(() => undefined);
  if (!key) return 'not-checked';
  const signed = new TextEncoder().encode(`${head}.${body}`);
  const fits = await subtle.verify(scheme.verify, key, bytes, signed).catch(() => undefined);
  return fits === undefined ? 'not-checked' : fits ? 'fits' : 'wrong';
}

/** The public key in the header, or the one that a `did:key` or `did:jwk` is. */
function publicKey(header: Readonly<Record<string, unknown>>, issuer: unknown): JsonWebKey | undefined {
  if (isRecord(header['jwk'])) return publicFields(header['jwk']);
  for (const id of [header['kid'], issuer]) {
    if (typeof id !== 'string' || id.length > 4000) continue;
    const [, method, value = ''] = /^did:(key|jwk):([\w-]+)/.exec(id) ?? [];
    const key = method === 'key' ? fromDidKey(value) : method === 'jwk' ? parseRecord(fromBase64Url(value)) : undefined;
    if (key) return publicFields(key);
  }
  return undefined;
}

function publicFields(key: Readonly<Record<string, unknown>>): JsonWebKey | undefined {
  const fields = ['kty', 'crv', 'x', 'y', 'n', 'e'].flatMap((field) => {
    const value = Object.hasOwn(key, field) ? key[field] : undefined;
    return typeof value === 'string' && value.length <= 2000 ? [[field, value]] : [];
  });
  const jwk = Object.fromEntries(fields) as JsonWebKey;
  return jwk.kty === 'oct' || jwk.kty === undefined ? undefined : jwk;
}

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The Ed25519 key of "z6Mk…": base 58 of its number among keys, 0xed 0x01, and its 32 bytes. */
function fromDidKey(value: string): Readonly<Record<string, unknown>> | undefined {
  if (!/^z[1-9A-HJ-NP-Za-km-z]{40,60}$/.test(value)) return undefined;
  let number = 0n;
  for (const letter of value.slice(1)) number = number * 58n + BigInt(base58.indexOf(letter));
  const hex = number.toString(16).padStart(68, '0');
  if (hex.length !== 68 || !hex.startsWith('ed01')) return undefined;
  const bytes = (hex.slice(4).match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
  return { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(bytes) };
}

function toBase64Url(bytes: readonly number[]): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*={0,2}$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function parseRecord(bytes: Uint8Array | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
