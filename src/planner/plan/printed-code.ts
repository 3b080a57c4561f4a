/** A course code without what people write differently: "PSY1010" of "psy 1010" and "PSY-1010". */
export function bareCode(code: string): string {
  return code.toUpperCase().replace(/[-\s]/g, '');
}

/** The code among these that is meant, however it was typed: "psy 1010" is "PSY-1010" here, "PSY 1010" there. */
export function printedCode(typed: string, codes: readonly string[]): string | undefined {
  return codes.find((code) => bareCode(code) === bareCode(typed));
}
