/** Tables, badges, pictures and PDFs: what they hold, and what is refused with which reason. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PdfPiece } from '../../../src/planner/import/pdf-cells.ts';
import { linesOfPage } from '../../../src/planner/import/pdf-rows.ts';
import { importRefusalWords } from '../../../src/planner/import/wording-import.ts';
import { addressChunk, altered, assertion, bakedChunk, credential, png, signed } from './badge-files.ts';
import { linesOf, readBytes, readText, refusalOf } from './import-example.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a table', () => {
  const rows = [
    ['Course title', 'Provider', 'Credits', 'Grade', 'Date completed'],
    ['Introduction to Ethics', 'Sophia', '3', '', '2024-03-12'],
    ['College Algebra', 'CLEP', '3', '', '1/2/2023'],
    ['Philosophie générale; morale', 'Some University', '3.0', 'B+', ''],
    ['', '', '', '', ''],
    ['Basket "weaving", advanced', '', 'many', '', ''],
  ];
  const table = (separator: string, end = '\r\n') =>
    rows
      .map((row) => row.map((cell) => (/["\s;,]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join(separator))
      .join(end);
  const utf16 = (text: string, big = false) => {
    const bytes = Buffer.from(text, 'utf16le');
    return new Uint8Array(big ? bytes.swap16() : bytes);
  };
  const files: [kind: string, bytes: Uint8Array][] = [
    ['in UTF-8 with commas', utf8(table(','))],
    ['in UTF-8 with a mark and semicolons', utf8(`\ufeff${table(';')}`)],
    ['in UTF-16 with a mark and semicolons', utf16(`\ufeff${table(';')}`)],
    ['in UTF-16 turned, with a mark and tabs', utf16(`\ufeff${table('\t')}`, true)],
    ['in UTF-16 without a mark', utf16(table(';'))],
    ['as Windows writes it', new Uint8Array(Buffer.from(table(';'), 'latin1'))],
    ['that says what separates it', utf8(`sep=;\r\n${table(';')}`)],
    ['with bare line ends', utf8(table(',', '\n'))],
    ['with a title above it', utf8(`My courses\r\n${table(',')}`)],
  ];

  test.for(files)('%s is read row by row', async ([, bytes]) => {
    const lines = linesOf(await readBytes(bytes)).filter(({ title }) => title !== '');
    expect(lines).toMatchObject([
      { found: 'sophia/introduction-to-ethics', hours: 3, completedOn: '2024-03-12' },
      { found: 'clep/college-algebra', hours: 3, completedOn: '2023-01-02' },
      { title: 'Philosophie générale; morale', hours: 3, grade: 'B+', college: true },
      { title: 'Basket "weaving", advanced' },
    ]);
    expect(lines[3]?.hours).toBeUndefined();
  });

  test('of 5,000 rows is read whole, and one of 5,001 is refused', async () => {
    const many = (count: number) => utf8(`Title;Credits\n${'Introduction to Ethics;3\n'.repeat(count)}`);
    expect(linesOf(await readBytes(many(5000)))).toHaveLength(5001);
    expect(refusalOf(await readBytes(many(5001)))).toBe('too-many-lines');
  });

  test('that only speaks of a picture is no picture', async () => {
    expect(linesOf(await readBytes(utf8('Title;Credits\nDrawing with <svg>;3\n')))).toMatchObject([
      {},
      { title: 'Drawing with <svg>', hours: 3 },
    ]);
  });

  test('with a quotation mark that never ends is read line by line, so that no row is swallowed', async () => {
    const lines = linesOf(await readBytes(utf8('Title,Credits\n"Introduction to Ethics,3\nCollege Composition,3\n')));
    expect(lines.map(({ text }) => text)).toEqual([
      'Title,Credits',
      '"Introduction to Ethics,3',
      'College Composition,3',
    ]);
  });

  test('keeps every cell of every row on its line', async () => {
    const cell = fc.string({ unit: 'grapheme-ascii', maxLength: 20 }).map((text) => text.replace(/\s+/g, ' ').trim());
    const row = fc.array(cell, { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 10 }), async (body) => {
        const csv = [['Title', 'Credits'], ...body]
          .map((cells) => cells.map((text) => `"${text.replace(/"/g, '""')}"`).join(';'))
          .join('\n');
        const lines = linesOf(await readBytes(utf8(csv)));
        const kept = body.filter((cells) => cells.some((text) => text !== ''));
        expect(lines.slice(1).map(({ text }) => text)).toEqual(kept.map((cells) => cells.filter(Boolean).join(' · ')));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a badge', () => {
  const ethics = { title: 'Introduction to Ethics', completedOn: '2024-03-12', found: 'sophia/introduction-to-ethics' };
  const json = JSON.stringify;
  const svg = (inside: string) => `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${inside}<path/></svg>`;
  const plain: [kind: string, make: () => Uint8Array | Promise<Uint8Array>][] = [
    ['of version 2.0', () => utf8(json(assertion))],
    ['of version 3.0', () => utf8(json(credential))],
    ['with a mark and spaces around it', () => utf8(`\ufeff\n ${json(credential)}\n`)],
    ['in a list', () => utf8(json([credential]))],
    ['baked into a PNG', () => png(bakedChunk(json(assertion)))],
    ['of version 3.0 baked into a PNG', () => png(bakedChunk(json(credential), 'openbadgecredential'))],
    [
      'baked into an SVG',
      () => utf8(svg(`<openbadges:assertion><![CDATA[${json(assertion)}]]></openbadges:assertion>`)),
    ],
    [
      'of version 3.0 baked into an SVG',
      () => utf8(svg(`<openbadges:credential><![CDATA[\n${json(credential)}]]></openbadges:credential>`)),
    ],
    ['signed elsewhere', async () => utf8(await signed(credential, 'RS256', 'elsewhere'))],
  ];

  test.for(plain)('%s is read, and its signature is not vouched for', async ([, make]) => {
    expect(linesOf(await readBytes(await make()))).toMatchObject([{ ...ethics, remarks: ['signature-not-checked'] }]);
  });

  const keys = [
    ['ES256', 'jwk'],
    ['RS256', 'jwk'],
    ['EdDSA', 'jwk'],
    ['EdDSA', 'did:key'],
    ['ES256', 'did:jwk'],
  ] as const;

  test.for(keys)('signed with %s and the key in its %s is checked', async ([alg, place]) => {
    const jwt = await signed({ ...credential, iss: 'https://issuer.example' }, alg, place);
    expect(linesOf(await readText(jwt))).toMatchObject([{ ...ethics, remarks: ['signature-fits'] }]);
    expect(linesOf(await readText(altered(jwt)))).toMatchObject([{ remarks: ['signature-wrong'] }]);
    const baked = utf8(svg(`<openbadges:credential verify="${altered(jwt)}"/>`));
    expect(linesOf(await readBytes(baked))).toMatchObject([{ remarks: ['signature-wrong'] }]);
  });

  test('within the claims of an older signed text, or in an envelope, is read too', async () => {
    const old = await signed({ vc: { ...credential, validFrom: undefined }, nbf: 1710201600 });
    expect(linesOf(await readText(old))).toMatchObject([{ ...ethics, remarks: ['signature-fits'] }]);
    const envelope = {
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${await signed(credential)}`,
    };
    expect(linesOf(await readText(json(envelope)))).toMatchObject([{ ...ethics, remarks: ['signature-fits'] }]);
  });

  test('that is said to be unsigned, or signed with a secret, is not vouched for', async () => {
    const part = (value: object) => Buffer.from(json(value)).toString('base64url');
    for (const header of [{ alg: 'none' }, { alg: 'HS256', jwk: { kty: 'oct', k: 'AA' } }, { alg: 'constructor' }]) {
      const [line] = linesOf(await readText(`${part(header)}.${part(credential)}.AAAA`));
      expect(line?.remarks).toEqual(['signature-not-checked']);
    }
  });

  test('with a name that is only near is offered, not taken', async () => {
    const near = { ...assertion, badge: { ...assertion.badge, name: 'Introduction to Ethic' } };
    expect(linesOf(await readText(json(near)))[0]?.found).toEqual(['sophia/introduction-to-ethics']);
  });

  test('that holds only an address is kept as a line', async () => {
    const address = 'https://badges.example/assertions/1';
    for (const bytes of [png(addressChunk(address)), utf8(json({ ...assertion, badge: address }))]) {
      expect(linesOf(await readBytes(bytes))).toMatchObject([
        { title: '', text: expect.stringContaining(address), remarks: ['signature-not-checked', 'badge-without-name'] },
      ]);
    }
  });

  test('with markup, foreign fields and several languages gives text only, and changes nothing else', async () => {
    const text = json({ ...credential, name: 'x' }).replace(
      '"name":"Introduction to Ethics"',
      '"name":{"de":"Ethik","en":"<b>Ethics</b>"},"__proto__":{"polluted":true}',
    );
    const [line] = linesOf(await readText(text.replace('{', '{"__proto__":{"polluted":true},')));
    expect(line?.title).toBe('<b>Ethics</b>');
    expect('polluted' in {}).toBe(false);
    expect(line && 'polluted' in line).toBe(false);
  });
});

describe('a file that can’t be read', () => {
  const bytes = (...numbers: number[]) => new Uint8Array(numbers);
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
  const refused: [kind: string, file: Uint8Array, refusal: keyof typeof importRefusalWords][] = [
    ['empty', bytes(), 'empty'],
    ['of spaces', utf8(' \n '), 'empty'],
    ['of 50 MB', new Uint8Array(50_000_000), 'too-large'],
    ['of zeros', new Uint8Array(1000), 'not-text'],
    ['of noise', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) % 32), 'not-text'],
    ['from Excel', bytes(0x50, 0x4b, 3, 4, 20, 0, 6, 0), 'office-file'],
    ['from old Word', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'office-file'],
    ['a photo', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'image-without-badge'],
    ['a picture without a badge', png(), 'image-without-badge'],
    ['a picture cut short', png(bakedChunk(JSON.stringify(assertion))).subarray(0, 40), 'image-without-badge'],
    ['a picture whose badge is compressed', png(bakedChunk('x').fill(1, 19, 20)), 'image-without-badge'],
    [
      'a drawing without a badge',
      utf8('<svg xmlns="http://www.w3.org/2000/svg"><text>Ethics</text></svg>'),
      'image-without-badge',
    ],
    ['a badge cut short', utf8(JSON.stringify(assertion).slice(0, 90)), 'badge-damaged'],
    ['a badge baked and damaged', png(bakedChunk('{"badge":')), 'badge-damaged'],
    ['JSON of 5,000 levels', utf8(deep), 'badge-too-deep'],
    ['JSON of another kind', utf8('{"kind":"recipe"}'), 'badge-other'],
    ['JSON of nothing', utf8('[]'), 'badge-other'],
    ['JSON of numbers', utf8('[1,null,"x"]'), 'badge-other'],
    ['a list of too many badges', utf8(JSON.stringify(Array.from({ length: 201 }, () => assertion))), 'too-many-lines'],
    ['a plan', utf8('{"kind":"credit-map-plan","version":1}'), 'a-plan'],
  ];

  test.for(refused)('%s is refused for its own reason', async ([, file, refusal]) => {
    expect(refusalOf(await readBytes(file))).toBe(refusal);
  });

  test('any bytes end in lines or in a reason, never in an error', async () => {
    const starts = [
      utf8('%PDF-1.7'),
      png(),
      utf8('{"badge":{"name":'),
      utf8('<svg>'),
      utf8('eyJh.eyJh.AA'),
      utf8('Title;Credits\n'),
    ];
    const file = fc
      .tuple(fc.constantFrom(new Uint8Array(), ...starts), fc.uint8Array({ maxLength: 200 }))
      .map(([start, rest]) => new Uint8Array([...start, ...rest]));
    await fc.assert(
      fc.asyncProperty(file, async (content) => {
        const read = await readBytes(content, { refused: 'pdf-damaged' });
        expect('refused' in read ? importRefusalWords[read.refused] : read.lines.length).toBeTruthy();
      }),
      { numRuns: 3000 },
    );
  });

  test('any JSON ends in lines or in a reason, and changes no other object', async () => {
    const keys = fc.constantFrom(
      'badge',
      'name',
      'issuer',
      'credentialSubject',
      'achievement',
      'id',
      'issuedOn',
      '__proto__',
      'kind',
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.double(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 3 }),
        tie('record'),
      ),
      record: fc.dictionary(keys, tie('any'), { maxKeys: 5 }),
    })).record;
    await fc.assert(
      fc.asyncProperty(value, async (content) => {
        const read = await readText(JSON.stringify(content));
        expect('refused' in read || read.lines.length > 0).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('a PDF page', () => {
  const piece = (text: string, x: number, y: number, width = text.length * 5): PdfPiece => ({
    text,
    x,
    y,
    width,
    height: 10,
  });

  test('gives its lines from top to bottom, whatever the order in the file', () => {
    const pieces = [
      piece('A', 400, 680),
      piece('ENGL 101', 50, 680.4),
      piece('Name', 50, 700),
      piece('English', 120, 680),
      piece('Composition', 158, 679.8),
      piece('3.00', 350, 680.2),
      piece(' ', 380, 680),
    ];
    const expected = ['Name', 'ENGL 101\tEnglish Composition\t3.00\tA'];
    expect(linesOfPage(pieces)).toEqual(expected);
    fc.assert(
      fc.property(fc.shuffledSubarray(pieces, { minLength: 7 }), (turned) => {
        expect(linesOfPage(turned)).toEqual(expected);
      }),
    );
  });

  test('in two columns is read one column after the other', () => {
    const row = (y: number, left: string, right: string) => [piece(left, 40, y, 150), piece(right, 320, y, 150)];
    const page = [
      ...row(700, 'Fall 2021', 'Spring 2022'),
      ...row(680, 'ENGL 101 Composition 3.0 A', 'MATH 101 Algebra 3.0 B'),
      ...row(660, 'HIST 101 History 3.0 A', 'PSY 101 Psychology 3.0 B'),
      piece('ART 101 Art 3.0 A', 40, 640),
    ];
    expect(linesOfPage(page)).toEqual([
      'Fall 2021',
      'ENGL 101 Composition 3.0 A',
      'HIST 101 History 3.0 A',
      'ART 101 Art 3.0 A',
      'Spring 2022',
      'MATH 101 Algebra 3.0 B',
      'PSY 101 Psychology 3.0 B',
    ]);
  });

  test('in two columns without codes is parted where each course has the same label', () => {
    const course = (title: string, x: number, y: number) => [
      piece(title, x, y),
      piece('Completed: March 3, 2024', x, y - 12),
    ];
    const page = [
      piece('Sophia Learning Transcript', 40, 740),
      ...course('Human Biology', 320, 706),
      ...course('Introduction to Ethics', 40, 700),
      ...course('Art History I', 40, 670),
      ...course('Macroeconomics', 320, 676),
    ];
    expect(linesOfPage(page).filter((line) => !line.startsWith('Completed'))).toEqual([
      'Sophia Learning Transcript',
      'Introduction to Ethics',
      'Art History I',
      'Human Biology',
      'Macroeconomics',
    ]);
  });

  test('with a table puts together what runs over several lines of a cell', () => {
    const page = [
      piece('Fall 2019', 40, 720),
      ...[piece('CRS 106', 40, 700), piece('History of the', 110, 700), piece('3.00', 300, 700), piece('A', 360, 700)],
      piece('Ancient World', 110, 688),
      ...[piece('CRS 107', 40, 672), piece('Painting', 110, 672), piece('3.00', 300, 672), piece('B', 360, 672)],
    ];
    expect(linesOfPage(page)).toEqual([
      'Fall 2019',
      'CRS 106\tHistory of the Ancient World\t3.00\tA',
      'CRS 107\tPainting\t3.00\tB',
    ]);
  });

  test('keeps courses apart that stand close, though one has no grade yet', () => {
    const row = (y: number, ...texts: string[]) => texts.map((text, i) => piece(text, 40 + i * 90, y, 60));
    const page = [
      ...[piece('Fall 2019', 40, 720), ...row(700, 'ENG 101', 'Composition', '3.00', 'A')],
      ...[...row(688, 'ART 101', 'Drawing', '3.00'), ...row(676, 'MUS 101', 'Singing')],
    ];
    expect(linesOfPage(page).slice(1)).toEqual([
      'ENG 101\tComposition\t3.00\tA',
      'ART 101\tDrawing\t3.00',
      'MUS 101\tSinging',
    ]);
  });

  const pdf = utf8('%PDF-1.7');

  test('whose letters are only drawn counts as one without text', async () => {
    expect(refusalOf(await readBytes(pdf, { pages: [[piece('\0\0\0', 50, 700)]] }))).toBe('pdf-scan');
  });

  test('without any text is a scan; one such page among others is counted', async () => {
    expect(refusalOf(await readBytes(pdf, { pages: [[], [piece(' ', 1, 1)]] }))).toBe('pdf-scan');
    const read = await readBytes(pdf, { pages: [[piece('Introduction to Ethics', 50, 700)], []] });
    expect(read).toMatchObject({
      pagesWithoutText: 1,
      lines: [{ found: { course: 'sophia/introduction-to-ethics' } }],
    });
  });

  test('that is locked says so', async () => {
    expect(refusalOf(await readBytes(pdf, { refused: 'pdf-locked' }))).toBe('pdf-locked');
  });
});

test('every reason says what to do, in short plain sentences', () => {
  for (const words of Object.values(importRefusalWords)) {
    expect(words).not.toMatch(/invalid|error|oops|sorry|please|failed/i);
    for (const sentence of words.split(/(?<=[.:])\s/)) expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
  }
});
