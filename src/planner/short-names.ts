/**
 * Short names of ids, for links: a number made from the id's letters, so that it does not depend on where the record
 * stands in the catalog. Two ids with one short name are possible, if hardly ever: then neither is known by it.
 */

/** How many bits a short name has: of catalogs with 40,000 records, one in 86 has two with the same name. */
export const shortNameBits = 36;

/** Ids by their short names; only those that no two ids share. */
export type ShortNames = ReadonlyMap<number, string>;

/** The short name of an id. */
export function shortNameOf(id: string): number {
  return digest(id) % 2 ** shortNameBits;
}

/** The ids by their short names. */
export function shortNamesOf(ids: Iterable<string>): ShortNames {
  const names = new Map<number, string>();
  const shared = new Set<number>();
  for (const id of ids) {
    const name = shortNameOf(id);
    if ((names.get(name) ?? id) !== id) shared.add(name);
    names.set(name, id);
  }
  shared.forEach((name) => names.delete(name));
  return names;
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
