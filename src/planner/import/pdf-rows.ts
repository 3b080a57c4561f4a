/**
 * Puts the pieces of text of a PDF page into lines. A PDF knows no lines: it says where each piece stands, in any order.
 * Pieces at one height are a row; a wide gap in it becomes a tab. Where courses stand in two columns, the left is read
 * before the right.
 */

/** A piece of text on a page. The lower left corner is 0, 0. */
export type PdfPiece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

type Row = { readonly y: number; readonly height: number; readonly pieces: readonly PdfPiece[] };

/** The page's lines, from top to bottom. */
export function linesOfPage(pieces: readonly PdfPiece[]): string[] {
  const seen = pieces.filter(({ text }) => text.trim() !== '');
  const middle = columnsMeet(rowsOf(seen));
  if (middle === undefined) return rowsOf(seen).map(rowText);
  const [left, right] = [seen.filter(({ x }) => x < middle), seen.filter(({ x }) => x >= middle)];
  return [...rowsOf(left), ...rowsOf(right)].map(rowText);
}

function rowsOf(pieces: readonly PdfPiece[]): readonly Row[] {
  const rows: { y: number; height: number; pieces: PdfPiece[] }[] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    // Small letters and those set higher stand a little off their line.
    if (row && row.y - piece.y < Math.max(1, 0.5 * Math.min(row.height, piece.height))) row.pieces.push(piece);
    else rows.push({ y: piece.y, height: piece.height, pieces: [piece] });
  }
  return rows.map((row) => ({ ...row, pieces: row.pieces.sort((a, b) => a.x - b.x) }));
}

function rowText({ pieces, height }: Row): string {
  let text = '';
  let end: number | undefined;
  for (const piece of pieces) {
    const gap = end === undefined ? 0 : piece.x - end;
    const space = end === undefined || gap < 0.12 * height ? '' : gap > 1.2 * height ? '\t' : ' ';
    text += space + piece.text;
    end = piece.x + piece.width;
  }
  return text.trim();
}

const courseCode = /^\s*[A-Z]{2,6}[ -]?\d{2,5}[A-Z]?\b/;

/** Where a second column of courses begins: rows have a course code at their start and another further right. */
function columnsMeet(rows: readonly Row[]): number | undefined {
  const starts = rows.flatMap(({ pieces }) => {
    const coded = pieces.filter(({ text }) => courseCode.test(text));
    const [first, second] = coded;
    return first && second && first === pieces[0] ? [second.x] : [];
  });
  return starts.length >= 2 ? Math.min(...starts) - 1 : undefined;
}
