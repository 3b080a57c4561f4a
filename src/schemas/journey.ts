import { z } from 'zod';

/** Something to do on the way. */
const taskSchema = z.strictObject({
  /** What to do, as a link says it. */
  text: z.string().min(3),
  /** The guide or tool that leads through it. */
  href: z.string().regex(/^\/[a-z0-9/-]*\/(#[a-z0-9-]+)?$/),
  /**
   * What it costs. A figure of the catalog stands in braces, as a record and a field:
   * "{providers/sophia prices[what=Membership,per=month].priceUsd} a month".
   */
  cost: z.string().min(3),
  /** How long it takes, written like `cost`. `{reading time}` is that of the guide it leads to. */
  time: z.string().min(3),
});

/** A way from a goal to its end, in numbered steps that stand beside every page of it. */
export const journeySchema = z.strictObject({
  /** What the way leads to. */
  title: z.string().min(5),
  /** Its place among the journeys. */
  order: z.int(),
  /** In the order in which they are taken. */
  steps: z
    .array(
      z.strictObject({
        /** What the step is about. */
        title: z.string().min(3),
        /** How it belongs to the step before it: after it, beside it, or in its place. */
        joined: z.enum(['then', 'and', 'or']).default('then'),
        /** What there is to do. */
        tasks: z.array(taskSchema).min(1),
      }),
    )
    .min(2),
});
export type Journey = z.infer<typeof journeySchema>;
