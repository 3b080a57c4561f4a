/**
 * Reads values that come from outside. Each reader returns the value, newly made from what it names, or `undefined`.
 * Small on purpose: a schema library would be a fifth of everything the planner sends to a phone.
 */

/** The value as a `T`, or `undefined` where it is not one. */
export type Reader<T> = (value: unknown) => T | undefined;

/** Text of at most so many letters that looks like the pattern. */
export function text(most: number, looksLike = /^/): Reader<string> {
  return (value) => (typeof value === 'string' && value.length <= most && looksLike.test(value) ? value : undefined);
}

/** Text that passes the test. */
export function textThat(passes: (text: string) => boolean): Reader<string> {
  return (value) => (typeof value === 'string' && passes(value) ? value : undefined);
}

/** A number within these bounds. */
export function number(least: number, most: number): Reader<number> {
  return (value) => (typeof value === 'number' && value >= least && value <= most ? value : undefined);
}

/** A whole number within these bounds. */
export function wholeNumber(least: number, most: number): Reader<number> {
  return (value) => (Number.isInteger(value) ? number(least, most)(value) : undefined);
}

/** A whole number from 0. */
export function count(most: number): Reader<number> {
  return wholeNumber(0, most);
}

/** One of these words. */
export function oneOf<const T extends string>(words: readonly T[]): Reader<T> {
  return (value) => words.find((word) => word === value);
}

/** True or false. */
export const yesOrNo: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** A list in which every item can be read. */
export function listOf<T>(item: Reader<T>, most: number): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const items = value.map(item).filter((read) => read !== undefined);
    return items.length === value.length ? items : undefined;
  };
}

/** At least one entry and at most so many, each with a name that looks like the pattern. */
export function entriesOf<T>(name: RegExp, item: Reader<T>, most: number): Reader<Readonly<Record<string, T>>> {
  return (value) => {
    if (!isRecord(value)) return undefined;
    const entries = Object.entries(value);
    const read = entries.flatMap(([key, one]): [string, T][] => {
      const inside = name.test(key) ? item(one) : undefined;
      return inside === undefined ? [] : [[key, inside]];
    });
    const whole = read.length === entries.length && read.length > 0 && read.length <= most;
    return whole ? Object.fromEntries(read) : undefined;
  };
}

type Fields = Readonly<Record<string, Reader<unknown>>>;
type ReadFields<F extends Fields> = { readonly [K in keyof F]: NonNullable<ReturnType<F[K]>> };

/** A record with all of `needed`; each of `optional` may be left out. Other fields are not copied. */
export function record<N extends Fields, O extends Fields = Record<never, never>>(
  needed: N,
  optional?: O,
): Reader<ReadFields<N> & Partial<ReadFields<O>>> {
  return (value) => {
    if (!isRecord(value)) return undefined;
    const read: Record<string, unknown> = {};
    for (const [field, reader] of Object.entries({ ...needed, ...optional })) {
      const there = Object.hasOwn(value, field);
      if (!there && !Object.hasOwn(needed, field)) continue;
      const part = there ? reader(value[field]) : undefined;
      if (part === undefined) return undefined;
      read[field] = part;
    }
    return read as ReadFields<N> & Partial<ReadFields<O>>;
  };
}

/** Whether the value has fields, and is no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
