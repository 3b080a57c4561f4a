/** Pieces of text on a page become the lines that a reader sees. */
import { describe, expect, test } from 'vitest';
import type { PdfPiece } from '../../../src/planner/import/pdf-cells.ts';
import { linesOfPage } from '../../../src/planner/import/pdf-rows.ts';

/** Text of ten points, each letter five wide. */
const at = (x: number, y: number, text: string, more: Partial<PdfPiece> = {}): PdfPiece => ({
  text,
  x,
  y,
  width: 5 * text.length,
  height: 10,
  ...more,
});
/** Pieces of one row, each at its place from the left. */
const row = (y: number, ...cells: readonly (readonly [x: number, text: string])[]): PdfPiece[] =>
  cells.map(([x, text]) => at(x, y, text));

describe('pieces at one height', () => {
  test('are one line from left to right, in whatever order they come', () => {
    expect(linesOfPage([at(40, 700, 'Art'), at(0, 690, 'Second'), at(0, 700, 'First')])).toEqual([
      'First\tArt',
      'Second',
    ]);
  });

  test('are one line though some stand a little higher or lower, as small letters do', () => {
    expect(linesOfPage([at(0, 700, 'A'), at(6, 702.5, 'th', { height: 6 }), at(20, 700, 'B')])).toEqual(['A th B']);
    expect(linesOfPage([at(0, 700, 'A'), at(20, 696, 'B')])).toEqual(['A\tB']);
    expect(linesOfPage([at(0, 700, 'A'), at(20, 695, 'B')])).toEqual(['A', 'B']);
    // Of small letters half their own height is apart.
    expect(linesOfPage([at(0, 700, 'A'), at(20, 697, 'b', { height: 6 })])).toEqual(['A', 'b']);
    expect(linesOfPage([at(0, 700, 'A', { height: 1 }), at(20, 699.5, 'B', { height: 1 })])).toEqual(['A\tB']);
  });

  test.for<[gap: number, between: string]>([
    [0, ''],
    [1, ''],
    [1.3, ' '],
    [12, ' '],
    [12.1, '\t'],
  ])('with %d points between them are apart by %j', ([gap, between]) => {
    expect(linesOfPage([at(0, 700, 'Cal'), at(15 + gap, 700, 'culus')])).toEqual([`Cal${between}culus`]);
  });

  test('that are empty are no line', () => {
    expect(linesOfPage([at(0, 700, '  '), at(0, 650, ' Art ')])).toEqual(['Art']);
    expect(linesOfPage([])).toEqual([]);
  });
});

describe('a row below the cells of a record', () => {
  const record = row(700, [0, 'MAT 101'], [100, 'Introduction to'], [300, '3.00'], [400, 'A']);
  /** Rows before stand 24 points apart. */
  const before = row(724, [0, 'ENG 101'], [100, 'Composition'], [300, '3.00'], [400, 'B']);
  const below = (...cells: readonly (readonly [number, string])[]): string[] =>
    linesOfPage([...before, ...record, ...row(688, ...cells)]).slice(1);
  const own = 'MAT 101\tIntroduction to\t3.00\tA';

  test('carries its title on', () => {
    expect(below([100, 'Calculus'])).toEqual(['MAT 101\tIntroduction to Calculus\t3.00\tA']);
    expect(below([101, 'Calculus'])).toEqual(['MAT 101\tIntroduction to Calculus\t3.00\tA']);
  });

  test('carries several cells on, the first too, where it stands closer than records do', () => {
    expect(below([0, 'H'], [100, 'Calculus'])).toEqual(['MAT 101 H\tIntroduction to Calculus\t3.00\tA']);
    expect(below([0, 'Honors'])).toEqual([own, 'Honors']);
  });

  test('is a line of its own where it has marks, or stands under those of the record', () => {
    expect(below([100, 'Calculus'], [300, '4.00'])).toEqual([own, 'Calculus\t4.00']);
    expect(below([300, 'hours'])).toEqual([own, 'hours']);
    expect(below([400, 'x'])).toEqual([own, 'x']);
  });

  test('is a line of its own where it stands under no cell, or too far below', () => {
    expect(below([110, 'Calculus'])).toEqual([own, 'Calculus']);
    expect(linesOfPage([...before, ...record, ...row(683, [100, 'Calculus'])]).slice(1)).toEqual([own, 'Calculus']);
  });

  test('is a line of its own below what is no record: fewer than three cells, or no mark', () => {
    expect(linesOfPage([...row(700, [100, 'Title'], [300, '3.00']), ...row(688, [100, 'more'])])).toEqual([
      'Title\t3.00',
      'more',
    ]);
    expect(linesOfPage([...row(700, [0, 'Code'], [100, 'Title'], [300, 'Hours']), ...row(688, [100, 'more'])])).toEqual(
      ['Code\tTitle\tHours', 'more'],
    );
  });

  test('joins a word that was parted at its end', () => {
    const parted = row(700, [0, 'MAT 101'], [100, 'Pre-'], [300, '3.00'], [400, 'A']);
    expect(linesOfPage([...before, ...parted, ...row(688, [100, 'calculus'])])[1]).toBe(
      'MAT 101\tPre-calculus\t3.00\tA',
    );
  });

  test('may be one of several', () => {
    expect(linesOfPage([...before, ...record, ...row(688, [100, 'Calculus']), ...row(676, [100, 'and more'])])[1]).toBe(
      'MAT 101\tIntroduction to Calculus and more\t3.00\tA',
    );
  });

  test.for(['A', 'B+', 'F-', 'W', 'P', 'S', 'IP', 'CR', '3', '3,00', '95%', '05/12/2024', '10:30'])(
    'knows a record by a mark like %j',
    (mark) => {
      const marked = row(700, [0, 'Code'], [100, 'Title'], [300, mark]);
      expect(linesOfPage([...before, ...marked, ...row(688, [100, 'more'])])[1]).toBe(`Code\tTitle more\t${mark}`);
    },
  );
});

describe('courses in two columns', () => {
  const column = (x: number, ...codes: readonly string[]): PdfPiece[] =>
    codes.flatMap((code, index) => [at(x, 700 - 20 * index, code), at(x + 50, 700 - 20 * index, 'Course')]);
  const apart = (x: number): string[] =>
    linesOfPage([...column(0, 'ENG 101', 'ENG 102'), ...column(x, 'MAT 101', 'MAT 102')]);

  test('are read one column after the other', () => {
    expect(apart(200)).toEqual(['ENG 101\tCourse', 'ENG 102\tCourse', 'MAT 101\tCourse', 'MAT 102\tCourse']);
    expect(apart(120)[1]).toBe('ENG 102\tCourse');
  });

  test('stand at least 120 points apart', () => {
    expect(apart(119)[0]).toBe('ENG 101\tCourse\tMAT 101\tCourse');
  });

  test('are known by what stands at least twice in each', () => {
    const once = [...column(0, 'ENG 101', 'ENG 102'), ...column(200, 'MAT 101')];
    expect(linesOfPage(once)[0]).toBe('ENG 101\tCourse\tMAT 101\tCourse');
  });

  test('are known by a label that repeats, too', () => {
    const labels = [0, 200].flatMap((x) => [at(x, 700, 'Title: Art'), at(x, 680, 'Title: Music')]);
    expect(linesOfPage(labels)).toEqual(['Title: Art', 'Title: Music', 'Title: Art', 'Title: Music']);
    const others = [0, 200].flatMap((x) => [at(x, 700, `T${x}: Art`), at(x, 680, `T${x}: Music`)]);
    expect(linesOfPage(others)[0]).toBe('T0: Art\tT200: Art');
  });

  test('are known by a code in two pieces', () => {
    const pieces = [0, 200].flatMap((x) =>
      [700, 680].flatMap((y) => [at(x, y, 'ENG'), at(x + 25, y, '101'), at(x + 60, y, 'Course')]),
    );
    expect(linesOfPage(pieces)).toHaveLength(4);
    const words = pieces.map((piece) => (piece.text === '101' ? { ...piece, text: 'one' } : piece));
    expect(linesOfPage(words)).toHaveLength(2);
  });

  test('are no columns of numbers: a grade point average is no code', () => {
    const averages = [0, 200].flatMap((x) => [at(x, 700, 'GPA 35.20'), at(x, 680, 'GPA 36.10')]);
    expect(linesOfPage(averages)).toHaveLength(2);
  });
});
