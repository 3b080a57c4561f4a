import { z } from 'zod';
import { nameSchema, sourcesSchema } from './shared.ts';

/** A word of the field, as this site uses it. */
export const termSchema = z.strictObject({
  /** Permanent: guides refer to it. */
  id: nameSchema,
  /** The word itself. */
  term: z.string().min(2),
  /** In one or two short sentences, for someone reading in a second language. */
  means: z.string().min(10),
  /** Where the word is used so. */
  sources: sourcesSchema,
});
export type Term = z.infer<typeof termSchema>;
