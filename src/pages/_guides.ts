/** Guides, journeys and what they cite, as the pages need them. */
import type { CollectionEntry } from 'astro:content';
import { getCollection, getEntry } from 'astro:content';
import { guideGroups } from '../schemas/guide.ts';
import type { Journey } from '../schemas/journey.ts';
import type { Source } from '../schemas/shared.ts';
import type { Term } from '../schemas/term.ts';
import { readFact, readRecord, withFacts } from './_facts.ts';
import { recordsInTables } from './_tables.ts';

export type GuideEntry = CollectionEntry<'guides'>;

let known: Promise<GuideEntry[]> | undefined;

/** Every guide in reading order: part by part. */
export const readGuides = (): Promise<GuideEntry[]> => (known ??= getCollection('guides').then(inOrder));

function inOrder(guides: readonly GuideEntry[]): GuideEntry[] {
  const place = ({ data: { group, order } }: GuideEntry): number => guideGroups.indexOf(group) * 1000 + order;
  return guides.toSorted((a, b) => place(a) - place(b));
}

/** Minutes for someone who reads English as a second language: 160 words a minute. */
export const minutesToRead = (body: string | undefined): number => Math.max(1, Math.round(wordsIn(body ?? '') / 160));

/** Words that are read: no tags, addresses or lines of tables. */
function wordsIn(body: string): number {
  const text = body
    .replace(/<[^>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/[|*#-]+/g, ' ');
  return text.split(/\s+/).filter(Boolean).length;
}

/** A journey with the catalog's figures in it. */
export type JourneyEntry = { readonly id: string; readonly data: Journey };

let journeys: Promise<JourneyEntry[]> | undefined;

/** Every journey in its order. */
export const readJourneys = (): Promise<JourneyEntry[]> => (journeys ??= makeJourneys());

async function makeJourneys(): Promise<JourneyEntry[]> {
  const [entries, guides] = await Promise.all([getCollection('journeys'), readGuides()]);
  const readingTime = (href: string): string => {
    const guide = guides.find(({ id }) => href.split('#')[0] === `/guides/${id}/`);
    return `${minutesToRead(guide?.body)} minutes to read`;
  };
  const made = entries.map(async ({ id, data }) => {
    const steps = data.steps.map(async (step) => ({
      ...step,
      tasks: await Promise.all(
        step.tasks.map(async (task) => ({
          ...task,
          cost: await withFacts(task.cost),
          time: await withFacts(task.time.replace('{reading time}', readingTime(task.href))),
        })),
      ),
    }));
    return { id, data: { ...data, steps: await Promise.all(steps) } };
  });
  return (await Promise.all(made)).toSorted((a, b) => a.data.order - b.data.order);
}

/** What a guide cites: pages by `(#source-<id>)`, in the order of the text. One that is not there fails the build. */
export async function citationsOf({ id, body }: GuideEntry): Promise<{ id: string; source: Source }[]> {
  const ids = new Set([...(body ?? '').matchAll(/\(#source-([a-z0-9-]+)\)/g)].map(([, cited = '']) => cited));
  return Promise.all(
    [...ids].map(async (cited) => {
      const entry = await getEntry('citations', cited);
      if (!entry) throw new Error(`The guide ${id} cites "${cited}", which is not in src/content/citations/.`);
      return { id: cited, source: entry.data };
    }),
  );
}

/** Records of the catalog whose figures a guide shows, each once, with the first source that says so. */
export async function recordsShownIn({
  body,
}: GuideEntry): Promise<{ record: string; href: string; source: Source | undefined }[]> {
  const shown = new Map<string, { record: string; href: string; source: Source | undefined }>();
  const facts = [...(body ?? '').matchAll(/<Fact\s+of="([^"]+)"\s+is="([^"]+)"|\{([a-z]+\/[a-z0-9/-]+) ([^}]+)\}/g)];
  for (const [, inFact, fieldOfFact, inSum = '', fieldInSum = ''] of facts) {
    const [of, is] = [inFact ?? inSum, fieldOfFact ?? fieldInSum];
    const { href, record, sources } = await readFact(of, is);
    if (!shown.has(record)) shown.set(record, { record, href, source: sources[0] });
  }
  for (const record of await recordsInTables(body ?? ''))
    if (!shown.has(record)) shown.set(record, { record, ...(await readRecord(record)) });
  return [...shown.values()];
}

let terms: Promise<ReadonlyMap<string, Term>> | undefined;

/** Every word of the field, by its id. */
export const readTerms = (): Promise<ReadonlyMap<string, Term>> =>
  (terms ??= getCollection('terms').then((all) => new Map(all.map(({ data }) => [data.id, data]))));

/** What a word means. One that is not there fails the build. */
export async function readTerm(id: string): Promise<Term> {
  const term = (await readTerms()).get(id);
  if (!term) throw new Error(`A guide uses the term "${id}", which is not in data/terms.json.`);
  return term;
}
