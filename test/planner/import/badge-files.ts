/** Makes badge files as issuers would: plain, signed, baked into pictures. */
import { crc32 } from 'node:zlib';

const base64Url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');

/** An Open Badges 2.0 assertion. */
export const assertion = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://badges.example/1',
  issuedOn: '2024-03-12T23:59:59Z',
  badge: { type: 'BadgeClass', name: 'Introduction to Ethics', issuer: { type: 'Issuer', name: 'Sophia Learning' } },
  verification: { type: 'hosted' },
};

/** An Open Badges 3.0 credential. */
export const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://issuer.example', type: ['Profile'], name: 'Sophia' },
  validFrom: '2024-03-12T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    creditsEarned: 3,
    achievement: { type: ['Achievement'], name: 'Introduction to Ethics', humanCode: 'PHIL1005' },
  },
};

type Algorithm = 'ES256' | 'RS256' | 'EdDSA';
/** Where the key stands: in the header, in an identifier that is the key, or elsewhere. */
type KeyPlace = 'jwk' | 'did:key' | 'did:jwk' | 'elsewhere';

const algorithms = {
  ES256: { make: { name: 'ECDSA', namedCurve: 'P-256' }, sign: { name: 'ECDSA', hash: 'SHA-256' } },
  RS256: {
    make: {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    sign: { name: 'RSASSA-PKCS1-v1_5' },
  },
  EdDSA: { make: { name: 'Ed25519' }, sign: { name: 'Ed25519' } },
} as const;

/** A credential signed as one text. */
export async function signed(payload: object, alg: Algorithm = 'ES256', place: KeyPlace = 'jwk'): Promise<string> {
  const { make, sign } = algorithms[alg];
  const pair = (await crypto.subtle.generateKey(make, true, ['sign', 'verify'])) as CryptoKeyPair;
  const jwk = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const header = {
    alg,
    ...(place === 'jwk' ? { jwk } : {}),
    ...(place === 'did:key'
      ? { kid: didKey(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))) }
      : {}),
    ...(place === 'did:jwk' ? { kid: `did:jwk:${base64Url(JSON.stringify(jwk))}#0` } : {}),
    ...(place === 'elsewhere' ? { kid: 'https://issuer.example/keys/1' } : {}),
  };
  const body = `${base64Url(JSON.stringify(header))}.${base64Url(JSON.stringify(payload))}`;
  const signature = await crypto.subtle.sign(sign, pair.privateKey, Buffer.from(body));
  return `${body}.${base64Url(new Uint8Array(signature))}`;
}

function didKey(key: Uint8Array): string {
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let number = BigInt(`0xed01${Buffer.from(key).toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = letters.charAt(Number(number % 58n)) + text;
  return `did:key:z${text}#z${text}`;
}

/** The signed text with its title changed afterwards. */
export function altered(jwt: string): string {
  const [head = '', body = '', signature = ''] = jwt.split('.');
  const text = Buffer.from(body, 'base64url')
    .toString()
    .replace('Introduction to Ethics', 'Introduction to Statistics');
  return [head, base64Url(text), signature].join('.');
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A PNG of one pixel with these chunks in it. */
export function png(...extra: readonly Buffer[]): Buffer {
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const head = chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
  const pixel = chunk('IDAT', Buffer.from('789c6360000000020001', 'hex'));
  return Buffer.concat([mark, head, ...extra, pixel, chunk('IEND', Buffer.alloc(0))]);
}

/** The chunk that holds a badge: its keyword, four zeros, the text. */
export function bakedChunk(text: string, keyword = 'openbadges'): Buffer {
  return chunk('iTXt', Buffer.from(`${keyword}\0\0\0\0\0${text}`));
}

/** The chunk of badges before 2013, which hold an address only. */
export function addressChunk(address: string): Buffer {
  return chunk('tEXt', Buffer.from(`openbadges\0${address}`, 'latin1'));
}
