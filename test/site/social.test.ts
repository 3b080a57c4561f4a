/** What a link to a page shows elsewhere, and what search engines are told. No browser is needed. */
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addresses, pages, read } from './built-site.ts';

const html = new Map(pages.map((address) => [address, read(address).toString()]));
const metaOf = (markup: string, name: string): string | undefined =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(markup)?.[1];

describe('the picture of a link', () => {
  const pictures = addresses.filter((address) => address.startsWith('/social/'));

  test('is named on every page with what it says, and is there', () => {
    const wrong = [...html].flatMap(([address, markup]) => {
      const picture = metaOf(markup, 'og:image') ?? '';
      const there = /^https?:/.test(picture) && pictures.includes(new URL(picture).pathname);
      const says = metaOf(markup, 'og:image:alt') ?? '';
      return there && says.length > 15 ? [] : [`${address}: ${picture} ${says}`];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test('is one of its own for each guide and journey, whose title it says', () => {
    const guides = [...html].filter(([address]) => /^\/guides\/(?!glossary)(?:journeys\/)?[^/]+\/$/.test(address));
    expect(guides.length).toBe(globSync('src/content/{guides/*.mdx,journeys/*.json}').length);
    const named = guides.map(([, markup]) => metaOf(markup, 'og:image'));
    expect(new Set(named).size).toBe(guides.length);
    const silent = guides.filter(
      ([, markup]) => !metaOf(markup, 'og:image:alt')?.includes(metaOf(markup, 'og:title') ?? '?'),
    );
    expect(silent.map(([address]) => address)).toEqual([]);
  });

  test.for(pictures)('%s is a PNG of 1200 by 630 and small', (address) => {
    const bytes = read(address);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(bytes.length).toBeLessThan(60_000);
  });
});

type Thing = Readonly<Record<string, unknown>> & { readonly '@type': string };
const thingsOn = (address: string): Thing[] =>
  [...(html.get(address) ?? '').matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(
    ([, json = '']) => JSON.parse(json) as Thing,
  );

describe('search engines are told', () => {
  test.for([
    ['a guide', 'src/content/guides/*.mdx', '/guides/', /^(Article|FAQPage)$/],
    ['a journey', 'src/content/journeys/*.json', '/guides/journeys/', /^HowTo$/],
    ['a school', 'data/schools/*.json', '/schools/', /^CollegeOrUniversity$/],
  ] as const)('%s is one, and only that', ([, files, folder, type]) => {
    const wrong = globSync(files).flatMap((file) => {
      const address = `${folder}${basename(file).replace(/\.(mdx|json)$/, '')}/`;
      const types = thingsOn(address).map((thing) => thing['@type']);
      return types.length === 1 && type.test(types[0] ?? '') ? [] : [`${address}: ${types.join()}`];
    });
    expect(wrong).toEqual([]);
  });

  test('every course is a course, with its name and who offers it', () => {
    const courses = pages.filter((address) => /^\/courses\/[^/]+\/[^/]+\/$/.test(address));
    const wrong = courses.filter((address) => {
      const [thing] = thingsOn(address);
      return thing?.['@type'] !== 'Course' || !thing['name'] || !thing['provider'];
    });
    expect(wrong).toEqual([]);
  });

  test('everything that its kind of thing must say', () => {
    /** What schema.org's readers ask of each: the fields, and those of what is inside. */
    const required: Readonly<Record<string, readonly string[]>> = {
      Article: ['headline', 'description', 'dateModified', 'image', 'author.name', 'publisher.name'],
      FAQPage: ['mainEntity.name', 'mainEntity.acceptedAnswer.text'],
      HowTo: ['name', 'description', 'image', 'step.name', 'step.text'],
      CollegeOrUniversity: ['name', 'url'],
      Course: ['name', 'description', 'provider.name'],
    };
    const seen = new Set<string>();
    const wrong = pages.flatMap((address) =>
      thingsOn(address).flatMap((thing) => {
        seen.add(thing['@type']);
        const lacking = (required[thing['@type']] ?? []).filter((way) => !hasText(thing, way.split('.')));
        return [...(thing['@context'] === 'https://schema.org' ? [] : ['@context']), ...lacking].map(
          (field) => `${address}: ${thing['@type']} without ${field}`,
        );
      }),
    );
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(Object.keys(required).filter((type) => !seen.has(type))).toEqual([]);
  });

  test.for(['/guides/questions-and-answers/', '/guides/more-questions-and-answers/'])(
    'each question of %s with the answer that stands there',
    (address) => {
      const markup = html.get(address) ?? '';
      const asked = [...markup.matchAll(/<h3 [^>]*>([^<]*\?)<\/h3>/g)].map(([, question = '']) => plain(question));
      const [thing] = thingsOn(address);
      const told = thing?.['mainEntity'] as { name: string; acceptedAnswer: { text: string } }[];
      expect(told.map(({ name }) => plain(name))).toEqual(asked);
      const shown = plain(markup.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ''));
      // The first words: names of sources stand between the later ones.
      const absent = told.filter(({ acceptedAnswer: { text } }) => !shown.includes(plain(text).slice(0, 24)));
      expect(absent).toEqual([]);
    },
  );
});

/** True if there is text at the end of the way, in each entry of a list. */
function hasText(thing: unknown, [field, ...rest]: readonly string[]): boolean {
  if (Array.isArray(thing)) return thing.length > 0 && thing.every((one) => hasText(one, [field, ...rest] as string[]));
  if (field === undefined) return typeof thing === 'string' && thing.trim() !== '';
  return typeof thing === 'object' && thing !== null && hasText((thing as Record<string, unknown>)[field], rest);
}

/** Text without the differences that typesetting makes. */
function plain(text: string): string {
  return text
    .replace(/&#39;|&#x27;|[‘’]/g, "'")
    .replace(/&quot;|&#34;|[“”]/g, '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
