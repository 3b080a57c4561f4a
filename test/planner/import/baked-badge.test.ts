/** Badges in pictures: where they are, and where there is none. */
import { describe, expect, test } from 'vitest';
import { badgeInPng, badgeInSvg, isPng } from '../../../src/planner/import/baked-badge.ts';
import { addressChunk, bakedChunk, png } from './badge-files.ts';

describe('a PNG', () => {
  const other = bakedChunk('{"other":1}', 'comment');

  test('is known by all of its first eight bytes', () => {
    const bytes = png();
    expect(isPng(bytes)).toBe(true);
    for (let at = 0; at < 8; at++) expect(isPng(bytes.with(at, 0x20))).toBe(false);
    expect([isPng(bytes.subarray(0, 8)), isPng(bytes.subarray(0, 7)), isPng(new Uint8Array())]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test.for<[what: string, bytes: Uint8Array, badge: string | undefined]>([
    ['with a badge', png(bakedChunk('{"a":"é"}')), '{"a":"é"}'],
    ['with a credential', png(bakedChunk('x.y.z', 'openbadgecredential')), 'x.y.z'],
    ['with the address of a badge', png(addressChunk('https://badges.example/1')), 'https://badges.example/1'],
    ['with a badge behind another text', png(other, bakedChunk('{}')), '{}'],
    ['with two badges', png(bakedChunk('first'), bakedChunk('second')), 'first'],
    [
      'with a badge in the middle of a larger file',
      Buffer.concat([Buffer.from('before'), png(bakedChunk('{}'))]).subarray(6),
      '{}',
    ],
    ['without texts', png(), undefined],
    ['with another text alone', png(other), undefined],
    ['with a text that has no end of its name', png(bakedChunk('', 'openbadges').subarray(0, 8 + 6)), undefined],
    ['that breaks off', png(bakedChunk('{}')).subarray(0, 40), undefined],
    ['that breaks off in its mark', png().subarray(0, 5), undefined],
  ])('%s', ([, bytes, badge]) => {
    expect(badgeInPng(bytes)).toBe(badge);
  });

  test('with a badge that is compressed has none', () => {
    const chunk = bakedChunk('{}');
    chunk[8 + 'openbadges'.length + 1] = 1;
    expect(badgeInPng(png(chunk))).toBeUndefined();
  });

  test('may name a language and a translated keyword before the badge', () => {
    const chunk = bakedChunk('{"a":1}', 'openbadges\0\0\0fr\0insignes');
    // What makes chunks has put its own four zeros before the text.
    expect(badgeInPng(png(chunk))).toBe('\0\0\0\0{"a":1}');
  });
});

describe('an SVG', () => {
  const svg = (inside: string): string => `<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v2p1">${inside}</svg>`;

  test.for<[what: string, inside: string, badge: string | undefined]>([
    ['an assertion', '<openbadges:assertion><![CDATA[ {"a":1} ]]></openbadges:assertion>', '{"a":1}'],
    ['a credential', '<openbadges:credential><![CDATA[{"a":2}]]></openbadges:credential>', '{"a":2}'],
    ['a signed badge', '<openbadges:assertion verify="x.y.z"></openbadges:assertion>', 'x.y.z'],
    ['a signed credential, closed at once', "<openbadges:credential verify = 'x.y.z'/>", 'x.y.z'],
    [
      'a signed badge and an empty text',
      '<openbadges:assertion verify="x.y.z"><![CDATA[  ]]></openbadges:assertion>',
      'x.y.z',
    ],
    [
      'letters that are written as names',
      '<openbadges:assertion verify="&quot;&apos;&amp;&lt;&gt;&copy;"/>',
      '"\'&<>&copy;',
    ],
    [
      'an assertion that is empty, and a credential',
      '<openbadges:assertion></openbadges:assertion><openbadges:credential verify="x"/>',
      'x',
    ],
    ['an assertion that has no end', '<openbadges:assertion><![CDATA[{"a":1}]]>', '{"a":1}'],
    ['no badge', '<title>openbadges</title>', undefined],
    ['an empty address', '<openbadges:assertion verify=""/>', undefined],
    ['a text that has no end', '<openbadges:assertion><![CDATA[{"a":1}</openbadges:assertion>', undefined],
    ['a text behind the badge', '<openbadges:assertion></openbadges:assertion><![CDATA[{"a":1}]]>', undefined],
    ['another word that ends so', '<openbadges:assertion noverify="x"/>', undefined],
  ])('with %s', ([, inside, badge]) => {
    expect(badgeInSvg(svg(inside))).toBe(badge);
  });
});
