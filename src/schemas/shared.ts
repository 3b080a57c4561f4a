import { z } from 'zod';

/**
 * The small pieces that several kinds of record share.
 *
 * An absent field means "we don't know". `false`, `0` or `"none"` mean "known not to be".
 */

/** An id: the record's path below its folder in `data/`, without `.json`. Permanent. */
export const idSchema = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, 'must be lower-case words joined by hyphens');

/** An id inside a record: permanent too. */
export const nameSchema = z.string().regex(/^[a-z0-9-]+$/, 'must be lower-case words joined by hyphens');

/** An academic year, or the year it is named by. */
export const yearSchema = z.string().regex(/^\d{4}(-\d{2})?$/, 'must be a year, like "2026-27" or "2026"');

/** A date as ISO text, never a `Date`: "2026-11-22". */
export const dateSchema = z.iso.date();

/**
 * Semester hours, read to the hundredth: 0.333 is 0.33. Quarter hours are converted once, on entry (2/3 of a semester
 * hour), so three thirds of an hour are written 0.33, 0.33 and 0.34 where they must add up to 1.
 */
export const hoursSchema = z
  .number()
  .min(0)
  .max(300)
  .overwrite((hours) => Math.round(hours * 100) / 100);

/** The size of a requirement. One of no hours would be met by nothing. */
export const sizeSchema = hoursSchema.gt(0, 'must be more than 0; a rule that gives no hours is for "checkYourself"');

/** Who recommends credit: a reviewer, or a university that gives it. */
export const recommenderSchema = z.enum(['ACE', 'NCCRS', 'College Board', 'university']);

/** How far a course goes, in the words of the ACE National Guide. */
export const levelSchema = z.enum(['vocational', 'lower-division', 'upper-division', 'graduate']);
export type Level = z.infer<typeof levelSchema>;

/** Where one fact was read. */
export const sourceSchema = z.strictObject({
  /** The page's address. Absent where the page has none that may be linked. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** The page's title, or who publishes it, where no address says it. */
  title: z.string().min(3).optional(),
  /** What the page says, in our words. */
  says: z.string().min(3),
  /** The date the page itself shows, as far as it shows one: "2026-04", "2021-22", "before 2016". */
  pageDate: z
    .string()
    .regex(/^(before |about )?\d{4}(-\d{2}){0,2}$/, 'must be a year, a year and month, a date or "before 2016"')
    .optional(),
  /** When we last read it: a date, or a year and month where the day was not noted. */
  checkedOn: z.union([dateSchema, z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)], {
    error: 'must be the day it was read, like "2026-11-22", or the month',
  }),
  /** `primary`: the school's, provider's or recommender's own page. `reported`: anyone else's, or a copy. */
  confidence: z.enum(['primary', 'reported']),
  /** How we came to read it, where we saw a copy and not the page itself. */
  via: z.string().optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** Every record and every fact that can be wrong on its own carries at least one. */
export const sourcesSchema = z.array(sourceSchema).min(1);

/** Two sources that disagree. Both stay; the record follows one and says why. */
export const disagreementSchema = z.strictObject({
  /** What they disagree about, in one sentence. */
  about: z.string().min(10),
  /** Which one this record follows, and why. */
  follows: z.string().min(3),
  /** What each of them says. */
  sources: sourcesSchema,
});
export type Disagreement = z.infer<typeof disagreementSchema>;
