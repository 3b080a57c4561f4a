/** The guides in the order of the journey. */
import type { CollectionEntry } from 'astro:content';
import { getCollection } from 'astro:content';

let known: Promise<CollectionEntry<'guides'>[]> | undefined;

export const readGuides = (): Promise<CollectionEntry<'guides'>[]> =>
  (known ??= getCollection('guides').then((guides) => guides.toSorted((a, b) => a.data.order - b.data.order)));

/** Minutes for someone who reads English as a second language: 160 words a minute. */
export const minutesToRead = (body: string | undefined): number =>
  Math.max(1, Math.round((body ?? '').split(/\s+/).length / 160));
