/**
 * Numbers in as few letters as their odds allow: arithmetic coding, in the manner of Matt Mahoney's coders.
 *
 * What was written so far is a range of numbers. Each bit leaves a part of it, a likely bit a large part; what both ends
 * of the range begin with is settled and becomes letters. The odds are how often a bit was a zero and a one before, at
 * this place of a number of this kind: whoever reads learns them as the writer did.
 */
import { addDays, daysBetween } from '../days.ts';
import { perLetter, toLetters, valueOf } from './letters.ts';
import type { Coder, Kind } from './packing.ts';

/** How many letters of the range are not settled. */
const width = 5;
const firstLetter = perLetter ** (width - 1);

/** More bits are not coded: likely ones take next to no letters, and reading must come to an end. */
const mostBits = 1_000_000;

/** Days are counted from here. */
const firstOfDays = '1970-01-01';
/** The size of a count has so many bits; one more says of days that they lie before the last one. */
const sizeBits = 7;
const before = 2 ** sizeBits;

type Odds = [zeros: number, ones: number];

/** Reads the text that it is given; without one it writes. */
export class RangeCoder implements Coder {
  #low = 0;
  #high = perLetter ** width - 1;
  /** What is read, as the number in the range that it leads to. */
  #here = 0;
  #at = 0;
  #coded = 0;
  readonly #text: string | undefined;
  readonly #written: string[] = [];
  readonly #odds = new Map<Kind, Odds[]>();
  readonly #days = new Map<Kind, number>();
  failed = false;

  constructor(text?: string) {
    this.#text = text;
    for (let letter = 0; letter < width; letter += 1) this.#readLetter();
  }

  bits(size: number, kind: Kind, value?: number): number {
    const odds = this.#odds.get(kind) ?? [];
    this.#odds.set(kind, odds);
    return this.#bits(size, value, (bits) => (odds[bits] ??= [0, 0]));
  }

  count(kind: Kind, value?: number): number {
    return this.#rest(this.bits(sizeBits, kind, value === undefined ? undefined : sizeOf(value)), value);
  }

  /** The days from the last one of this kind: those of one student lie close together. */
  day(kind: Kind, value?: string): string {
    const last = this.#days.get(kind) ?? 0;
    const after = value === undefined ? undefined : daysBetween(firstOfDays, value) - last;
    const far = after === undefined ? undefined : Math.abs(after);
    const given = far === undefined ? undefined : sizeOf(far) + (after === far ? 0 : before);
    const size = this.bits(sizeBits + 1, kind, given);
    const days = this.#rest(size % before, far);
    const now = size < before ? last + days : last - days;
    this.#days.set(kind, now);
    return addDays(firstOfDays, now);
  }

  name(size: number, value?: number): number {
    return this.#bits(size, value, evenOdds);
  }

  /** All that was written; nothing where it is too much. */
  letters(): string | undefined {
    // One letter more leads into the range.
    if (this.#low > 0) this.#written.push(toLetters(Math.floor(this.#low / firstLetter) + 1, 1));
    return this.failed ? undefined : this.#written.join('');
  }

  /** What is left of a count whose size is known. */
  #rest(size: number, value?: number): number {
    if (size < 4) return size;
    const bits = Math.floor(size / 2) - 1;
    const all = (2 + (size % 2)) * 2 ** bits + this.#bits(bits, value, evenOdds);
    if (!Number.isSafeInteger(all)) this.failed = true;
    return this.failed ? 0 : all;
  }

  /** Bit by bit; the odds are told by the bits before it, with a one before them. */
  #bits(size: number, value: number | undefined, oddsAfter: (bits: number) => Odds): number {
    let read = 1;
    for (let place = size - 1; place >= 0; place -= 1)
      read =
        read * 2 + this.#bit(oddsAfter(read), value === undefined ? undefined : Math.floor(value / 2 ** place) % 2);
    return this.failed ? 0 : read - 2 ** size;
  }

  #bit(odds: Odds, value: number | undefined): number {
    this.#coded += 1;
    if (this.#coded > mostBits) this.failed = true;
    if (this.failed) return 0;
    const [zeros, ones] = odds;
    const part = (3 * zeros + 1) / (3 * (zeros + ones) + 2);
    const split = this.#low + Math.floor((this.#high - this.#low) * part);
    const bit = (value ?? Number(this.#here > split)) === 0 ? 0 : 1;
    if (bit === 0) this.#high = split;
    else this.#low = split + 1;
    odds[bit] += 1;
    while (Math.floor(this.#low / firstLetter) === Math.floor(this.#high / firstLetter)) this.#settle();
    return bit;
  }

  #settle(): void {
    if (this.#text === undefined) this.#written.push(toLetters(Math.floor(this.#low / firstLetter), 1));
    this.#low = (this.#low % firstLetter) * perLetter;
    this.#high = (this.#high % firstLetter) * perLetter + perLetter - 1;
    this.#readLetter();
  }

  #readLetter(): void {
    this.#here = (this.#here % firstLetter) * perLetter + valueOf(this.#text?.[this.#at]);
    this.#at += 1;
    // What is not settled at the end need not be written.
    if (this.#text !== undefined && this.#at > this.#text.length + width) this.failed = true;
  }
}

const evenOdds = (): Odds => [0, 0];

/** A count up to 3 itself; of a larger one how many bits it has, and its first two. */
function sizeOf(value: number): number {
  if (value < 4) return value;
  const bits = value.toString(2).length - 2;
  return bits * 2 + Math.floor(value / 2 ** bits);
}
