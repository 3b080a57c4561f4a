import { z } from 'zod';
import { dateSchema, sourceSchema } from './shared.ts';

/** Where guides stand in the list of guides, in this order. */
export const guideGroups = ['start', 'choosing', 'earning', 'school', 'schools', 'answers'] as const;

/** The top of a guide's file. What it cites and which facts it shows is read from its text. */
export const guideSchema = z.strictObject({
  /** The heading of the page. */
  title: z.string().min(5).max(70),
  /** One sentence for lists and search results. */
  summary: z.string().min(20).max(200),
  /** When someone last read the whole guide against its sources. */
  reviewedOn: dateSchema,
  /** Its part of the list of guides. */
  group: z.enum(guideGroups),
  /** Its place in that part; previous and next follow it. */
  order: z.int(),
  /** The tool that does what the page explains. */
  tool: z
    .strictObject({
      /** Its address on this site. */
      href: z.string().regex(/^\/[a-z/-]*\/(#.*)?$/),
      /** What one does there, as a button says it: "Check a certificate". */
      label: z.string().min(3).max(40),
    })
    .optional(),
});
export type Guide = z.infer<typeof guideSchema>;

/** A page outside the catalog that guides cite, by `[its name](#source-<id>)`. */
export const citationSchema = sourceSchema;
