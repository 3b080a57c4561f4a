import { letterBits, valueOf } from './letters.ts';
import type { Coder } from './packing.ts';
import { longNameBits } from './short-names.ts';

/** Reads what links of version 1 hold: each number in bits of its own, whatever came before it. */
export class FixedBits implements Coder {
  readonly #text: string;
  #read = 0;
  failed = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** How many bits are not read yet. */
  get left(): number {
    return this.#text.length * letterBits - this.#read;
  }

  bits(size: number): number {
    if (size > this.left) this.failed = true;
    if (this.failed) return 0;
    let value = 0;
    for (const end = this.#read + size; this.#read < end; this.#read += 1) {
      const letter = valueOf(this.#text[Math.floor(this.#read / letterBits)]);
      value = value * 2 + ((letter >> (letterBits - 1 - (this.#read % letterBits))) & 1);
    }
    return value;
  }

  /** Groups of four bits, the smallest first, each after a one; then a zero. */
  count(): number {
    let value = 0;
    for (let unit = 1; this.bits(1) === 1; unit *= 16) value += this.bits(4) * unit;
    if (!Number.isSafeInteger(value)) this.failed = true;
    return this.failed ? 0 : value;
  }

  day(): string {
    const [year, month, day] = [14, 4, 5].map((size) => String(this.bits(size)));
    return `${year?.padStart(4, '0')}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  }

  /** All short names are long ones. */
  name(): number {
    return this.bits(longNameBits);
  }
}
