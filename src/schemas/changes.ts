import { z } from 'zod';
import { dateSchema } from './shared.ts';

/** What the files of `data/` look like that are about the records, and no records themselves. */

/** A record by its path below `data/`, "courses/clep/calculus", or everything below one: "schools/*". */
const recordsSchema = z.array(z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*(\/\*)?$/)).default([]);

/** One set of changes. */
export const changeSchema = z.strictObject({
  /** The day of the change. */
  on: dateSchema,
  /** What changed and why, in our words. */
  says: z.string().min(10),
  /** Records that are new. */
  added: recordsSchema,
  /** Records that say something else than before. */
  changed: recordsSchema,
  /** Records that are gone; `redirects.json` says where to. */
  removed: recordsSchema,
});

/** What changed in the facts, newest first: `data/changelog.json`. */
export const changelogSchema = z.strictObject({
  /** One entry for each set of changes. */
  entries: z.array(changeSchema),
});
export type Changelog = z.infer<typeof changelogSchema>;

/** The facts as they were last released: `data/last-release.json`, written by `npm run release:data`. */
export const releaseSchema = z.strictObject({
  /** The day of the release. */
  on: dateSchema,
  /** A digest of each record, by its path below `data/`. */
  records: z.record(z.string(), z.string()),
});
export type Release = z.infer<typeof releaseSchema>;

/** Old ids and what took their place, in `data/redirects.json`: "courses/clep/old" → "courses/clep/new". */
export const redirectsSchema = z.record(z.string(), z.string());
export type Redirects = z.infer<typeof redirectsSchema>;
