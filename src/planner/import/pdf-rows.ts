/**
 * Puts the pieces of text of a PDF page into lines. A PDF knows no lines: it says where each piece stands, in any order.
 * Pieces at one height are a row; a wide gap in it becomes a tab. Where courses stand in two columns, the left is read
 * before the right.
 */
import { rowsOf, textOfRows, type PdfPiece } from './pdf-cells.ts';

/** The page's lines, from top to bottom. */
export function linesOfPage(pieces: readonly PdfPiece[]): string[] {
  const seen = pieces.filter(({ text }) => text.trim() !== '');
  const middle = columnsMeet(seen);
  if (middle === undefined) return textOfRows(rowsOf(seen));
  const [left, right] = [seen.filter(({ x }) => x < middle), seen.filter(({ x }) => x >= middle)];
  return [left, right].flatMap((column) => textOfRows(rowsOf(column)));
}

const courseCode = /^\s*[A-Z]{2,6}[ -]?\d{2,5}[A-Z]?\b(?![.,]\d)/;
const label = /^\s*(\p{Lu}[\p{L} ]{2,20}):/u;

/** How far two columns of courses stand apart at least. */
const leastApart = 120;

/**
 * Where a second column of courses begins: what each course has, a code or the same label, stands below itself at two places
 * from the left, twice or more at each.
 */
function columnsMeet(pieces: readonly PdfPiece[]): number | undefined {
  const places = new Map<string, Map<number, number>>();
  for (const { pieces: row } of rowsOf(pieces)) {
    for (const [i, { text, x }] of row.entries()) {
      const coded =
        courseCode.test(text) || (/^\s*[A-Z]{2,6}\s*$/.test(text) && courseCode.test(text + (row[i + 1]?.text ?? '')));
      const sign = coded ? '(code)' : label.exec(text)?.[1];
      if (sign === undefined) continue;
      const starts = places.get(sign) ?? new Map<number, number>();
      places.set(sign, starts.set(Math.round(x), (starts.get(Math.round(x)) ?? 0) + 1));
    }
  }
  for (const starts of places.values()) {
    const [first, ...others] = [...starts]
      .filter(([, count]) => count > 1)
      .map(([x]) => x)
      .sort((a, b) => a - b);
    const second = others.find((x) => first !== undefined && x - first >= leastApart);
    if (second !== undefined) return second - 2;
  }
  return undefined;
}
