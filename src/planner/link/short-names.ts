/**
 * Short names of ids, for links: a number made from the id's letters, so that it does not depend on where the record
 * stands in the catalog. Two ids may have one short name, and the more so the more the catalog grows.
 */
import { groupedBy } from '../../engine/index.ts';

/** How many bits a short name has that stands for itself. */
export const longNameBits = 36;

/** Ids by their short names of so many bits. */
export type ShortNames = { readonly bits: number; readonly ids: ReadonlyMap<number, readonly string[]> };

/** The short name of an id. */
export function shortNameOf(id: string, bits: number): number {
  return digest(id) % 2 ** bits;
}

/** The ids by their short names. */
export function shortNamesOf(all: Iterable<string>, bits: number): ShortNames {
  return { bits, ids: groupedBy(new Set(all), (id) => shortNameOf(id, bits)) };
}

/** The ids that have this short name, which may also be one of `longNameBits`. */
export function idsNamed(name: number, { bits, ids }: ShortNames): readonly string[] {
  const named = ids.get(name % 2 ** bits) ?? [];
  return name < 2 ** bits ? named : named.filter((id) => shortNameOf(id, longNameBits) === name);
}

/** 53 bits that differ, as good as always, where two texts differ. It is cyrb53, given to everyone by its author, bryc. */
export function digest(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
