/** The rows of a page of a PDF, and their cells. A cell that runs over several rows is put together again. */

/** A piece of text on a page. The lower left corner is 0, 0. */
export type PdfPiece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Pieces at one height, from left to right. */
export type Row = { readonly y: number; readonly height: number; readonly pieces: readonly PdfPiece[] };

/** How far two starts of one column may stand apart. */
const near = 2.5;

/** The pieces as rows, from top to bottom. */
export function rowsOf(pieces: readonly PdfPiece[]): readonly Row[] {
  const rows: { y: number; height: number; pieces: PdfPiece[] }[] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    // Small letters and those set higher stand a little off their line.
    if (row && row.y - piece.y < Math.max(1, 0.5 * Math.min(row.height, piece.height))) row.pieces.push(piece);
    else rows.push({ y: piece.y, height: piece.height, pieces: [piece] });
  }
  return rows.map((row) => ({ ...row, pieces: row.pieces.sort((a, b) => a.x - b.x) }));
}

/** The text of each row, with a tab in each wide gap. Rows that only carry on the cells above are part of these. */
export function textOfRows(rows: readonly Row[]): string[] {
  const texts: string[] = [];
  let first: Row | undefined;
  let before: Row | undefined;
  let gapBefore = Infinity;
  let carried: Row[] = [];
  const close = () => first && texts.push(carried.length === 0 ? rowText(first) : recordText([first, ...carried]));
  for (const row of rows) {
    const gap = before === undefined ? Infinity : before.y - row.y;
    if (first && gap <= 1.6 * row.height && carriesOn(first, row, gapBefore - gap > 0.1 * row.height)) {
      carried.push(row);
    } else {
      close();
      [first, gapBefore, carried] = [row, gap, []];
    }
    before = row;
  }
  close();
  return texts;
}

const isMark = (text: string): boolean => /^\s*(?:[\d.,/%:-]+|[A-DF][+-]?|W|P|S|IP|CR)\s*$/.test(text);

/**
 * Whether a row stands below the cells of a record and has none of its marks: its hours, grade or date. It may carry on the
 * first cell only where it stands `closer` to its record than records stand apart.
 */
function carriesOn(record: Row, row: Row, closer: boolean): boolean {
  const columns = columnStarts([record]);
  const cells = cellsOf(row);
  const at = cells.map(([piece]) => columns.findIndex((start) => Math.abs(start - (piece?.x ?? 0)) < near));
  const [start] = at;
  if (columns.length < 3 || start === undefined || at.includes(-1)) return false;
  const marked = record.pieces.filter(({ text }) => isMark(text));
  const inMarked = row.pieces.some(({ x }) => marked.some((mark) => Math.abs(mark.x - x) < near));
  if (marked.length === 0 || inMarked) return false;
  return start > 0 ? closer || !row.pieces.some(({ text }) => isMark(text)) : closer && cells.length > 1;
}

/** The pieces of a row, parted where a wide gap is. */
function cellsOf({ pieces, height }: Row): readonly (readonly PdfPiece[])[] {
  const cells: PdfPiece[][] = [];
  let end = -Infinity;
  for (const piece of pieces) {
    if (piece.x - end > 1.2 * height) cells.push([]);
    cells.at(-1)?.push(piece);
    end = piece.x + piece.width;
  }
  return cells;
}

/** Where a piece begins that stands a little apart from the one before it. */
function columnStarts(rows: readonly Row[]): readonly number[] {
  const starts = rows.flatMap(({ pieces, height }) =>
    pieces.flatMap(({ x }, i) => {
      const left = pieces[i - 1];
      return left === undefined || x - left.x - left.width > 0.4 * height ? [x] : [];
    }),
  );
  return starts.sort((a, b) => a - b).filter((x, i, all) => i === 0 || x - (all[i - 1] ?? 0) >= near);
}

function recordText(rows: readonly Row[]): string {
  const [first] = rows;
  const starts = first ? columnStarts([first]) : [];
  return starts
    .map((start, i) => {
      const [from, to] = [start - near, (starts[i + 1] ?? Infinity) - near];
      const lines = rows.map((row) => rowText({ ...row, pieces: row.pieces.filter(({ x }) => x >= from && x < to) }));
      return lines.filter(Boolean).join(' ').replace(/- /g, '-');
    })
    .join('\t');
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
