/** Makes small PDFs: with text, with a picture only, and locked with a password. */
import { createHash } from 'node:crypto';

type Content = string | Buffer;

/** A PDF of these objects, numbered from 1: the catalog, the pages, then the rest. */
function pdf(objects: readonly Content[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const starts: number[] = [];
  let length = parts[0]?.length ?? 0;
  const put = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [i, object] of objects.entries()) {
    starts.push(length);
    put(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  }
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  const root = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end + root)]);
}

function stream(content: Content, dictionary = ''): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${dictionary} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const page = (resources: string) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << ${resources} >> /Contents 4 0 R >>`;
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const withFont = page('/Font << /F1 5 0 R >>');

/** A page of cells: each with its place from the left and from the bottom. */
export type Cell = readonly [text: string, x: number, y: number];

const drawn = (cells: readonly Cell[]): string =>
  cells.map(([text, x, y]) => `BT /F1 10 Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`).join('\n');

/** A PDF of one page with text. */
export function textPdf(cells: readonly Cell[]): Buffer {
  return pdf([catalog, pages, withFont, stream(drawn(cells)), font]);
}

/** A PDF of one page that is a picture. */
export function scanPdf(): Buffer {
  const picture = stream(
    Buffer.from([0, 120, 255, 60]),
    '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8',
  );
  return pdf([catalog, pages, page('/XObject << /I 5 0 R >>'), stream('600 0 0 700 0 0 cm /I Do'), picture]);
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

function rc4(key: Buffer, data: Buffer): Buffer {
  const box = Array.from({ length: 256 }, (_, i) => i);
  const at = (i: number) => box[i & 255] ?? 0;
  let j = 0;
  const swap = (a: number, b: number) => ([box[a], box[b]] = [at(b), at(a)]);
  for (let i = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  j = 0;
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + at(i)) & 255;
    swap(i, j);
    return byte ^ at(at(i) + at(j));
  }) as Buffer;
}

const md5 = (...parts: readonly Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();

/** A PDF that opens only with a password, locked as the first version of the format's lock says (PDF 1.4, 3.5.2). */
export function lockedPdf(cells: readonly Cell[], password = 'secret'): Buffer {
  const padded = Buffer.concat([Buffer.from(password), padding]).subarray(0, 32);
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const id = Buffer.from('0123456789abcdef');
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const key = md5(padded, owner, permissions, id).subarray(0, 5);
  const ofContents = md5(key, Buffer.from([4, 0, 0, 0, 0])).subarray(0, 10);
  const lock = `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${rc4(key, padding).toString('hex')}> /P -4 >>`;
  return pdf(
    [catalog, pages, withFont, stream(rc4(ofContents, Buffer.from(drawn(cells)))), font],
    `/Encrypt ${lock} /ID [<${id.toString('hex')}> <${id.toString('hex')}>]`,
  );
}
