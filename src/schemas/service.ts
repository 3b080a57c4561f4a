import { z } from 'zod';
import { examAsksSchema, openHoursSchema } from './exam-rules.ts';
import { disagreementSchema, sourcesSchema } from './shared.ts';

/** One thing to know about a service. */
export const serviceFactSchema = z.strictObject({
  /** What it is about, in a word or two: "Price", "Identity", "Devices". */
  topic: z.string().min(3),
  /** The fact in our words. */
  text: z.string().min(10),
  /** What must be known to read it right. */
  note: z.string().optional(),
  /** Of an exam that is watched: the same so that it can be checked. */
  asks: examAsksSchema.optional(),
  /** Of an exam that is watched: when it can be taken. */
  hours: openHoursSchema.optional(),
  /** Where this was read. */
  sources: sourcesSchema,
});

/** Someone between a course and a school: who recommends credit, keeps records, evaluates study abroad or watches exams. */
export const serviceSchema = z.strictObject({
  /** The name as the service prints it. */
  name: z.string().min(2),
  /** What it does on the way to credit. */
  kind: z.enum(['recommender', 'transcript-service', 'evaluator', 'proctoring']),
  /** Its home page. */
  url: z.url().optional(),
  /** Other names and spellings students use. */
  alsoCalled: z.array(z.string()).default([]),
  /** What it does, in one or two sentences. */
  summary: z.string().min(20),
  /** What a student has to know, fact by fact. */
  facts: z.array(serviceFactSchema),
  /** Sources that say different things about it. */
  disagreements: z.array(disagreementSchema).default([]),
  /** Where this was read. */
  sources: sourcesSchema,
});
export type Service = z.infer<typeof serviceSchema>;
