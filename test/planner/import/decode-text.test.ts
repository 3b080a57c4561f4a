import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/planner/import/decode-text.ts';

const text = 'Philosophie générale; 3 “hours”\n';
const utf16 = (some: string, big = false): Uint8Array => {
  const bytes = Buffer.from(some, 'utf16le');
  return new Uint8Array(big ? bytes.swap16() : bytes);
};
const utf8 = (some: string): Uint8Array => new TextEncoder().encode(some);

describe('text is read', () => {
  test.for<[how: string, bytes: Uint8Array]>([
    ['as UTF-8', utf8(text)],
    ['as UTF-8 with its mark', utf8(`\ufeff${text}`)],
    ['as UTF-16 with its mark', utf16(`\ufeff${text}`)],
    ['as UTF-16 turned, with its mark', utf16(`\ufeff${text}`, true)],
    ['as UTF-16 without a mark', utf16(text)],
    ['as UTF-16 turned, without a mark', utf16(text, true)],
    [
      'as Windows writes it',
      Uint8Array.from([
        ...utf8('Philosophie g'),
        0xe9,
        ...utf8('n'),
        0xe9,
        ...utf8('rale; 3 '),
        0x93,
        ...utf8('hours'),
        0x94,
        0x0a,
      ]),
    ],
  ])('%s', ([, bytes]) => {
    expect(decodeText(bytes)).toBe(text);
  });

  test('as it is where only its marks are half of UTF-16’s', () => {
    expect(decodeText(Uint8Array.from([0xff, 0x41]))).toBe('ÿA');
    expect(decodeText(Uint8Array.from([0xfe, 0x41]))).toBe('þA');
    expect(decodeText(Uint8Array.from([0x41, 0xfe]))).toBe('Aþ');
    expect(decodeText(new Uint8Array())).toBe('');
  });

  test('with a mark that can’t be seen here and there, in a long text too', () => {
    expect(decodeText(utf8(`${'a'.repeat(99)}\x00\x1f`))).toBeDefined();
    expect(decodeText(utf8(`${'a'.repeat(4000)}${'\x01'.repeat(4000)}`))).toBeDefined();
    expect(decodeText(utf8('a\tb\nc\rd\fe\v'))).toBe('a\tb\nc\rd\fe\v');
  });
});

test.for(['\x00\x01\x02\x03', 'a\x08', 'a\x0e', 'a\x1f', 'a\ufffd', `${'a'.repeat(90)}\x01\x02`])(
  'what is no text, like %j, is not read',
  (some) => {
    expect(decodeText(utf8(some))).toBeUndefined();
  },
);
