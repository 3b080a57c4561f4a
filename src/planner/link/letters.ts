/** Numbers as letters that need no escaping in an address, and that no messenger takes for punctuation. */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** How many bits one letter holds. */
export const letterBits = 6;
/** How many numbers one letter can be. */
export const perLetter = 2 ** letterBits;

/** The number that a letter is. Any other sign, and none at all, is 0. */
export function valueOf(letter = ''): number {
  return Math.max(0, letters.indexOf(letter));
}

/** The number in these letters, the first of which counts most. */
export function fromLetters(text: string): number {
  return [...text].reduce((value, letter) => value * perLetter + valueOf(letter), 0);
}

/** The number in so many letters. */
export function toLetters(value: number, size: number): string {
  return size === 0 ? '' : toLetters(Math.floor(value / perLetter), size - 1) + letters.charAt(value % perLetter);
}
