/** Text as outlines: a picture then looks the same on every machine that builds the site, whatever fonts it has. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype, { type Command, type Glyph } from 'opentype.js';

const { resolve } = createRequire(import.meta.url);

function read(weight: 400 | 600) {
  const { buffer, byteOffset, byteLength } = readFileSync(
    resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`),
  );
  return opentype.parse(buffer.slice(byteOffset, byteOffset + byteLength));
}

const fonts = { regular: read(400), bold: read(600) } as const;
export type Weight = keyof typeof fonts;

/** Letters side by side, each with its place from the line's beginning. The font's rules for ligatures are left out. */
function set(text: string, size: number, weight: Weight): { glyphs: { glyph: Glyph; at: number }[]; width: number } {
  const font = fonts[weight];
  const scale = size / font.unitsPerEm;
  let width = 0;
  const glyphs = [...text].map((letter, index, letters) => {
    const glyph = font.charToGlyph(letter);
    const before = index > 0 ? font.charToGlyph(letters[index - 1]!) : undefined;
    if (before) width += font.getKerningValue(before, glyph) * scale;
    const at = width;
    width += glyph.advanceWidth * scale;
    return { glyph, at };
  });
  return { glyphs, width };
}

/** One line of text as a path. `x` and `y` are where its baseline begins. */
export function linePath(text: string, x: number, y: number, size: number, weight: Weight): string {
  return set(text, size, weight)
    .glyphs.flatMap(({ glyph, at }) => glyph.getPath(x + at, y, size).commands.map(drawn))
    .join('');
}

// The package's own writer makes "NaN" of numbers very near to a whole one.
function drawn({ type, x1, y1, x2, y2, x, y }: Command): string {
  return type + [x1, y1, x2, y2, x, y].flatMap((one) => one?.toFixed(1) ?? []).join(' ');
}

/** The text in lines that are no wider than `width`. */
export function linesOf(text: string, size: number, width: number, weight: Weight): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && set(longer, size, weight).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
