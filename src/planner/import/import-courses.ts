/**
 * Reads what a student pastes or opens, whatever it is: a list, a transcript's text, a table, badges, a PDF. Every line of
 * it comes back, found or not; what can't be read at all is refused with its reason.
 */
import { decodeText } from './decode-text.ts';
import { badgeInPng, badgeInSvg, isPng } from './baked-badge.ts';
import { findCourse, type CourseNames, type ImportLine } from './find-courses.ts';
import type { PdfPiece } from './pdf-cells.ts';
import { linesOfPage } from './pdf-rows.ts';
import { looksLikeBadge, readBadges, type BadgeRefusal } from './read-badge.ts';
import type { ReadLine } from './read-line.ts';
import { linesOf, mostLines, readLines } from './read-lines.ts';

/** The largest file that is read, in bytes, and the longest text, in letters. */
export const largestFile = 20_000_000;
export const longestText = 2_000_000;

/** Why a PDF gives no text. */
export type PdfRefusal =
  | 'pdf-locked'
  /** Its pages are pictures. */
  | 'pdf-scan'
  | 'pdf-damaged'
  | 'pdf-too-many-pages'
  | 'pdf-too-slow'
  /** What reads PDFs did not arrive. */
  | 'pdf-reader-missing';

/** Why nothing is read, worded in `wording-import.ts`. */
export type ImportRefusal =
  BadgeRefusal | PdfRefusal | 'empty' | 'too-large' | 'image-without-badge' | 'office-file' | 'not-text';

/** The pieces of text on each page of a PDF, or why there are none. */
export type PdfText = { readonly pages: readonly (readonly PdfPiece[])[] } | { readonly refused: PdfRefusal };

/** What reading needs from a page: a PDF reader, and a moment for other things between lines. */
export type ImportTools = {
  readonly readPdf: (bytes: Uint8Array) => Promise<PdfText>;
  readonly breathe: () => Promise<void>;
};

/** All lines, in their order. `pagesWithoutText` counts a PDF's pages that are pictures. */
export type Imported =
  { readonly lines: readonly ImportLine[]; readonly pagesWithoutText: number } | { readonly refused: ImportRefusal };

type Read =
  { readonly lines: readonly ReadLine[]; readonly pagesWithoutText?: number } | { readonly refused: ImportRefusal };

/** What was pasted, and each line's course. */
export async function importText(text: string, names: CourseNames, tools: ImportTools): Promise<Imported> {
  return find(await readText(text, names, tools), names, tools);
}

/** What a file holds, and each line's course. */
export async function importFile(bytes: Uint8Array, names: CourseNames, tools: ImportTools): Promise<Imported> {
  return find(await readBytes(bytes, names, tools), names, tools);
}

async function find(read: Read, names: CourseNames, { breathe }: ImportTools): Promise<Imported> {
  if ('refused' in read) return read;
  // Marks that can't be seen are no text.
  if (read.lines.length === 0) return { refused: 'empty' };
  const lines: ImportLine[] = [];
  for (const line of read.lines) {
    lines.push(findCourse(names, line));
    await breathe();
  }
  return { lines, pagesWithoutText: read.pagesWithoutText ?? 0 };
}

async function readBytes(bytes: Uint8Array, names: CourseNames, tools: ImportTools): Promise<Read> {
  if (bytes.length === 0) return { refused: 'empty' };
  if (bytes.length > largestFile) return { refused: 'too-large' };
  if (isPng(bytes)) {
    const badge = badgeInPng(bytes);
    return badge === undefined ? { refused: 'image-without-badge' } : readBaked(badge, names);
  }
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (start.includes('%PDF-')) return readPages(await tools.readPdf(bytes), names, tools);
  if (/^(?:\xff\xd8\xff|GIF8|RIFF|BM|II\*\0|MM\0\*)/.test(start) || start.startsWith('ftyp', 4))
    return { refused: 'image-without-badge' };
  if (/^(?:PK\x03\x04|\xd0\xcf\x11\xe0)/.test(start)) return { refused: 'office-file' };
  const text = decodeText(bytes);
  if (text === undefined) return { refused: 'not-text' };
  // A picture begins as one; a list may speak of "<svg>".
  if (!/^\s*</.test(text) || !/<svg[\s>]/i.test(text.slice(0, 2000))) return readText(text, names, tools);
  const badge = badgeInSvg(text);
  return badge === undefined ? { refused: 'image-without-badge' } : readBaked(badge, names);
}

/** Old badges hold only the address where the rest is. It is kept as a line: nothing is fetched. */
async function readBaked(badge: string, names: CourseNames): Promise<Read> {
  const address = /^\s*(https?:\/\/\S+)\s*$/.exec(badge)?.[1];
  return readBadges(address === undefined ? badge : JSON.stringify({ badge: address }), names.providers);
}

async function readText(text: string, names: CourseNames, { breathe }: ImportTools): Promise<Read> {
  if (text.trim() === '') return { refused: 'empty' };
  if (text.length > longestText) return { refused: 'too-large' };
  if (looksLikeBadge(text)) return readBadges(text, names.providers);
  const lines = linesOf(text).length;
  if (lines <= mostLines + 1 && /[,;|\t]/.test(text.slice(0, 2000))) {
    const { readTable, tableIn } = await import('./read-table.ts');
    const table = tableIn(text);
    // Its line of headings does not count.
    if (table) return { lines: await inSlices(readTable(table, names.providers), breathe) };
  }
  if (lines > mostLines) return { refused: 'too-many-lines' };
  return { lines: await inSlices(readLines(text, names.providers), breathe) };
}

async function readPages(pdf: PdfText, names: CourseNames, tools: ImportTools): Promise<Read> {
  if ('refused' in pdf) return pdf;
  const pages = pdf.pages.map(linesOfPage);
  // Letters that are only drawn come as marks that mean nothing.
  const pagesWithoutText = pages.filter((lines) => !lines.some((line) => /[\p{L}\p{N}]/u.test(line))).length;
  if (pagesWithoutText === pages.length) return { refused: 'pdf-scan' };
  const text = pages.flat().join('\n');
  if (text.length > longestText) return { refused: 'too-large' };
  if (linesOf(text).length > mostLines) return { refused: 'too-many-lines' };
  return { lines: await inSlices(readLines(text, names.providers), tools.breathe), pagesWithoutText };
}

async function inSlices<T>(steps: Generator<undefined, T>, breathe: () => Promise<void>): Promise<T> {
  let step = steps.next();
  while (!step.done) {
    await breathe();
    step = steps.next();
  }
  return step.value;
}
