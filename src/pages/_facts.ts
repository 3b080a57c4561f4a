/** Facts of the catalog for the guides, by record and field. A fact that has gone fails the build. */
import { factAt, factWords, type Fact } from '../components/guide/fact-at.ts';
import { sumOf } from '../components/guide/sum-of.ts';
import { hoursInWords, priceInWords } from '../components/site/words.ts';
import type { Source } from '../schemas/shared.ts';
import { readCatalog } from './_catalog.ts';

/** A fact in words, with the page that shows it. */
export type ShownFact = Fact & { readonly words: string; readonly href: string; readonly record: string };

type Entry = { readonly id: string; readonly data: { readonly sources: readonly Source[] } };

const pages: Readonly<Record<string, string>> = {
  courses: '/courses/',
  degrees: '/schools/',
  providers: '/providers/',
  schools: '/schools/',
  services: '/services/',
};

/** A record by its folder and id, such as "providers/sophia", with the page that shows it and the first one it names. */
export async function readRecord(of: string): Promise<{ data: unknown; href: string; source: Source | undefined }> {
  const catalog = await readCatalog();
  const [folder = '', ...rest] = of.split('/');
  const id = rest.join('/');
  const records: Readonly<Record<string, readonly Entry[]>> = {
    courses: catalog.courses,
    degrees: catalog.degrees,
    providers: catalog.providers,
    schools: catalog.schools,
    services: catalog.services,
  };
  const record = records[folder]?.find((one) => one.id === id);
  if (!record) throw new Error(`A guide names ${of}, which is not in the catalog.`);
  return { data: record.data, href: `${pages[folder]}${id}/`, source: record.data.sources[0] };
}

/** The fact `is` of the record `of`: "providers/sophia", "prices[per=month].priceUsd". */
export async function readFact(of: string, is: string, bare = false): Promise<ShownFact> {
  const { data, href } = await readRecord(of);
  try {
    const fact = factAt(data, is);
    return { ...fact, words: factWords(fact, is, bare), href, record: of };
  } catch (error) {
    throw new Error(`${of}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Text with facts in braces: "{providers/sophia prices[per=month].priceUsd} a month". `bare`: as numbers, for sums. */
export async function withFacts(text: string, bare = false): Promise<string> {
  const parts = text.split(/\{([^}]*)\}/);
  const words = await Promise.all(
    parts.map(async (part, index) => {
      if (index % 2 === 0) return part;
      const [, of = '', is = ''] = /^(\S+) (.+)$/.exec(part) ?? [];
      const { words, value } = await readFact(of, is);
      return bare ? String(value) : words;
    }),
  );
  return words.join('');
}

const sumInWords = {
  hours: hoursInWords,
  usd: priceInWords,
  number: (n: number) => n.toLocaleString('en-US'),
} as const;
export type SumUnit = keyof typeof sumInWords;

/** The value of a sum with facts in braces, in words. */
export async function sumWords(sum: string, unit: SumUnit = 'number'): Promise<string> {
  return sumInWords[unit](sumOf(await withFacts(sum, true)));
}
