/**
 * Values as numbers, for a link. A packing says once what numbers make a value; packings of small values make those of
 * large ones. It is one function for both ways: given a value it writes it, given none it reads one.
 *
 * What is read may be anything. Reading never throws: what can't be right makes `failed` true and gives zeros.
 */

/** What a number says, such as the status of a credit. Numbers of one kind are like one another. */
export type Kind = object;

/** Writes numbers, or reads them in the order in which they were written. Each function gives the number, either way. */
export type Coder = {
  /** True once something can't be right. */
  failed: boolean;
  /** A whole number from 0, below two to the power of `size`. */
  bits(size: number, kind: Kind, value?: number): number;
  /** Any whole number from 0, small ones in fewer bits. */
  count(kind: Kind, value?: number): number;
  /** A day that exists. */
  day(kind: Kind, value?: string): string;
  /** The short name of an id, of so many bits. */
  name(size: number, value?: number): number;
};

/** How a `T` is written and read. */
export type Packing<T> = (coder: Coder, value?: T) => T;

/** True or false. */
export function yesOrNo(): Packing<boolean> {
  const kind = {};
  return (coder, value) => coder.bits(1, kind, value === undefined ? undefined : Number(value)) === 1;
}

/** A whole number from 0. */
export function count(): Packing<number> {
  const kind = {};
  return (coder, value) => coder.count(kind, value);
}

/** A day that exists, as ISO text. */
export function day(): Packing<string> {
  const kind = {};
  return (coder, value) => coder.day(kind, value);
}

/** A number of so many bits that may be any one. */
export function anyNumber(bits: number): Packing<number> {
  return (coder, value) => coder.name(bits, value);
}

/** Any text. Half of a pair of surrogates, which is no letter, becomes U+FFFD. */
export function text(): Packing<string> {
  const length = count();
  // One for each group of signs: after a capital come other letters than after a space.
  const after = Array.from({ length: 8 }, () => ({}));
  return (coder, value) => {
    const given = value === undefined ? undefined : new TextEncoder().encode(value);
    const size = length(coder, given?.length);
    const bytes: number[] = [];
    for (let last = 0; bytes.length < size && !coder.failed; bytes.push(last))
      last = coder.bits(8, after[last >> 5]!, given?.[bytes.length]);
    // A byte order mark at the start is a letter like any other.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
  };
}

/** Any number that is not below zero; those with up to two decimals in few bits. */
export function amount(): Packing<number> {
  const [short, whole, units, hundredths, long] = [yesOrNo(), yesOrNo(), count(), count(), text()];
  return (coder, value) => {
    const scaled = value === undefined ? undefined : Math.round(value * 100);
    const isShort = scaled === undefined ? undefined : Number.isSafeInteger(scaled) && scaled / 100 === value;
    if (!short(coder, isShort)) return Number(long(coder, value === undefined ? undefined : String(value)));
    if (whole(coder, scaled === undefined ? undefined : scaled % 100 === 0)) return units(coder, value);
    return hundredths(coder, scaled) / 100;
  };
}

/** One of these words. Their order is part of the format. */
export function oneOf<const T extends string>(words: readonly [T, ...T[]]): Packing<T> {
  const kind = {};
  const size = Math.ceil(Math.log2(words.length));
  return (coder, value) => {
    const word = words[coder.bits(size, kind, value === undefined ? undefined : words.indexOf(value))];
    if (word === undefined) coder.failed = true;
    return word ?? words[0];
  };
}

/** Any number of these. */
export function listOf<T>(item: Packing<T>): Packing<readonly T[]> {
  const length = count();
  return (coder, values) => {
    const size = length(coder, values?.length);
    const read: T[] = [];
    while (read.length < size && !coder.failed) read.push(item(coder, values?.[read.length]));
    return read;
  };
}

type Fields = Readonly<Record<string, (coder: Coder, value?: never) => unknown>>;
type Values<F extends Fields> = { readonly [K in keyof F]: ReturnType<F[K]> };
type Recorded<N extends Fields, O extends Fields> = Values<N> & {
  readonly [K in keyof O]?: ReturnType<O[K]> | undefined;
};

/** A record with all of `needed`; each of `optional` may be left out. The order of the fields is part of the format. */
export function record<N extends Fields, O extends Fields = Record<never, never>>(
  needed: N,
  optional?: O,
): Packing<Recorded<N, O>> {
  const fields = Object.entries({ ...needed, ...optional }) as unknown as [string, Packing<unknown>][];
  const there = new Map(Object.keys(optional ?? {}).map((field) => [field, yesOrNo()]));
  return (coder, value?: Readonly<Record<string, unknown>>) => {
    const read: Record<string, unknown> = {};
    for (const [field, packing] of fields) {
      const given = value?.[field];
      if (there.get(field)?.(coder, value && given !== undefined) === false) continue;
      read[field] = packing(coder, given);
    }
    return read as Recorded<N, O>;
  };
}
