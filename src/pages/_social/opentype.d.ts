/** The part of opentype.js that is used here. */
declare module 'opentype.js' {
  export type Command = {
    readonly type: 'M' | 'L' | 'C' | 'Q' | 'Z';
    readonly x1?: number;
    readonly y1?: number;
    readonly x2?: number;
    readonly y2?: number;
    readonly x?: number;
    readonly y?: number;
  };
  export type Glyph = {
    readonly advanceWidth: number;
    readonly getPath: (x: number, y: number, size: number) => { readonly commands: readonly Command[] };
  };
  type Font = {
    readonly unitsPerEm: number;
    readonly charToGlyph: (character: string) => Glyph;
    readonly getKerningValue: (left: Glyph, right: Glyph) => number;
  };
  const opentype: { readonly parse: (bytes: ArrayBuffer) => Font };
  export default opentype;
}
