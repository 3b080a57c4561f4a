/**
 * Values in few letters, for a link. A packing says once how a value is written and read; packings of small values make
 * those of large ones. The letters need no escaping in an address, and no messenger takes them for punctuation.
 *
 * What is read may be anything. Reading never throws: what can't be right makes `failed` true and gives zeros.
 */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const bitsInLetter = 6;

/** Zeros and ones: written at the end, read from the start. */
export class Bits {
  readonly #bits: number[] = [];
  #read = 0;
  failed = false;

  /** The bits in these letters. Other letters make them failed. */
  static in(text: string): Bits {
    const bits = new Bits();
    for (const letter of text) {
      const value = letters.indexOf(letter);
      if (value < 0) bits.failed = true;
      bits.put(Math.max(0, value), bitsInLetter);
    }
    return bits;
  }

  /** How many are not read yet. */
  get left(): number {
    return this.#bits.length - this.#read;
  }

  /** Writes a whole number from 0, below two to the power of `size`. */
  put(value: number, size: number): void {
    for (let place = size - 1; place >= 0; place -= 1) this.#bits.push(Math.floor(value / 2 ** place) % 2);
  }

  take(size: number): number {
    if (size > this.left) this.failed = true;
    let value = 0;
    for (let place = 0; place < size; place += 1) value = value * 2 + (this.#bits[this.#read++] ?? 0);
    return this.failed ? 0 : value;
  }

  /** All of them as letters; the last letter is filled up with zeros. */
  toLetters(): string {
    const text: string[] = [];
    for (let at = 0; at < this.#bits.length; at += bitsInLetter) {
      let value = 0;
      for (let place = 0; place < bitsInLetter; place += 1) value = value * 2 + (this.#bits[at + place] ?? 0);
      text.push(letters.charAt(value));
    }
    return text.join('');
  }
}

/** How a `T` is written and read. */
export type Packing<T> = { write(value: T, to: Bits): void; read(from: Bits): T };

/** True or false. */
export const yesOrNo: Packing<boolean> = {
  write: (value, to) => to.put(value ? 1 : 0, 1),
  read: (from) => from.take(1) === 1,
};

/** A whole number from 0, small ones in fewer bits: groups of four, each after a one; then a zero. */
export const count: Packing<number> = {
  write(value, to) {
    for (let rest = value; rest > 0; rest = Math.floor(rest / 16)) {
      to.put(1, 1);
      to.put(rest % 16, 4);
    }
    to.put(0, 1);
  },
  read(from) {
    let value = 0;
    for (let unit = 1; from.take(1) === 1; unit *= 16) value += from.take(4) * unit;
    if (!Number.isSafeInteger(value)) from.failed = true;
    return from.failed ? 0 : value;
  },
};

/** Any text. Half of a pair of surrogates, which is no letter, becomes U+FFFD. */
export const text: Packing<string> = {
  write(value, to) {
    const bytes = new TextEncoder().encode(value);
    count.write(bytes.length, to);
    bytes.forEach((byte) => to.put(byte, 8));
  },
  read(from) {
    const length = count.read(from);
    if (length * 8 > from.left) from.failed = true;
    if (from.failed) return '';
    // A byte order mark at the start is a letter like any other.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from({ length }, () => from.take(8)));
  },
};

/** Any number that is not below zero; those with up to two decimals in few bits. */
export const amount: Packing<number> = {
  write(value, to) {
    const hundredths = Math.round(value * 100);
    const short = Number.isSafeInteger(hundredths) && hundredths / 100 === value;
    yesOrNo.write(short, to);
    if (!short) return text.write(String(value), to);
    yesOrNo.write(hundredths % 100 === 0, to);
    count.write(hundredths % 100 === 0 ? value : hundredths, to);
  },
  read(from) {
    if (!yesOrNo.read(from)) return Number(text.read(from));
    return yesOrNo.read(from) ? count.read(from) : count.read(from) / 100;
  },
};

/** One of these words. Their order is part of the format. */
export function oneOf<const T extends string>(words: readonly [T, ...T[]]): Packing<T> {
  const size = Math.ceil(Math.log2(words.length));
  return {
    write: (value, to) => to.put(Math.max(0, words.indexOf(value)), size),
    read(from) {
      const word = words[from.take(size)];
      if (word === undefined) from.failed = true;
      return word ?? words[0];
    },
  };
}

/** Any number of these. */
export function listOf<T>(item: Packing<T>): Packing<readonly T[]> {
  return {
    write(values, to) {
      count.write(values.length, to);
      values.forEach((value) => item.write(value, to));
    },
    read(from) {
      const length = count.read(from);
      const values: T[] = [];
      while (values.length < length && !from.failed) values.push(item.read(from));
      return values;
    },
  };
}

type Fields = Readonly<Record<string, Packing<unknown>>>;
type Values<F extends Fields> = { readonly [K in keyof F]: ReturnType<F[K]['read']> };

/** A record with all of `needed`; each of `optional` may be left out. The order of the fields is part of the format. */
export function record<N extends Fields, O extends Fields = Record<never, never>>(
  needed: N,
  optional?: O,
): Packing<Values<N> & Partial<Values<O>>> {
  return {
    write(value: Readonly<Record<string, unknown>>, to) {
      for (const [field, packing] of Object.entries(needed)) packing.write(value[field], to);
      for (const [field, packing] of Object.entries(optional ?? {})) {
        yesOrNo.write(value[field] !== undefined, to);
        if (value[field] !== undefined) packing.write(value[field], to);
      }
    },
    read(from) {
      const read: Record<string, unknown> = {};
      for (const [field, packing] of Object.entries(needed)) read[field] = packing.read(from);
      for (const [field, packing] of Object.entries(optional ?? {}))
        if (yesOrNo.read(from)) read[field] = packing.read(from);
      return read as Values<N> & Partial<Values<O>>;
    },
  };
}
