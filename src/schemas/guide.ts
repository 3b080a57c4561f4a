import { z } from 'zod';
import { dateSchema, sourceSchema } from './shared.ts';

/** The top of a guide's file. */
export const guideSchema = z.strictObject({
  /** The heading of the page. */
  title: z.string().min(5),
  /** One sentence for lists and search results. */
  summary: z.string().min(20),
  /** When someone last read the whole guide against its sources. */
  reviewedOn: dateSchema,
  /** Guides of one journey stand in this order. */
  order: z.number().int(),
  /** Where each figure comes from; the text points at them by `id`. */
  sources: z.array(sourceSchema.extend({ id: z.string().regex(/^[a-z0-9-]+$/) })).min(1),
});
export type Guide = z.infer<typeof guideSchema>;
