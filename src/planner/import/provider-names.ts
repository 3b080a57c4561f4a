/** Who gives a course, by any name people use for them: "Sophia", "Study.com", "SDC", "CLEP". */
import type { CatalogCourses } from '../catalog/catalog.ts';
import { spellingsOf } from '../catalog/search-words.ts';

/** Providers' ids by the words of each of their names, and the most words a name has. */
export type ProviderNames = {
  readonly byName: ReadonlyMap<string, string>;
  readonly mostWords: number;
};

/** Every name of every provider. A name that two of them use means neither. */
export function providerNames(providers: CatalogCourses['providers']): ProviderNames {
  const byName = new Map<string, string>();
  const shared = new Set<string>();
  for (const [id, { name, alsoCalled }] of Object.entries(providers)) {
    for (const words of [name, id, ...alsoCalled].flatMap(spellingsOf)) {
      const key = words.join(' ');
      if ((byName.get(key) ?? id) !== id) shared.add(key);
      byName.set(key, id);
    }
  }
  for (const key of shared) byName.delete(key);
  byName.delete('');
  return { byName, mostWords: Math.max(1, ...[...byName.keys()].map((key) => key.split(' ').length)) };
}

/** The providers named in these words, in their order, and the words that name none. */
export function takeProviders(
  { byName, mostWords }: ProviderNames,
  words: readonly string[],
): { readonly providers: readonly string[]; readonly rest: readonly string[] } {
  const providers: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(mostWords, words.length - at);
    while (length > 0 && !byName.has(words.slice(at, at + length).join(' '))) length -= 1;
    const provider = byName.get(words.slice(at, at + length).join(' '));
    if (provider === undefined) rest.push(words[at] ?? '');
    else if (!providers.includes(provider)) providers.push(provider);
    at += Math.max(1, length);
  }
  return { providers, rest };
}
