import { z } from 'zod';
import { idSchema, sourcesSchema } from './shared.ts';
import { nameRuleSchema, partIdSchema, stageSchema, stepFields, usualTimeSchema } from './steps.ts';

/**
 * What a school adds to every route: where to send the record, forms, fees, deadlines, how long it takes to evaluate,
 * and how to appeal.
 */

/** Which records it holds for, and where it was read. */
const about = {
  /** Routes by id. Absent: all of them. */
  routes: z.array(idSchema).min(1).optional(),
  /** Where this was read. */
  sources: sourcesSchema,
};

/** A place where the school takes records. */
export const receiverSchema = z.strictObject({
  /** Whom to choose as the recipient: the office or name as the sending service lists it. */
  name: z.string().min(3),
  /** Its e-mail address, as published. */
  email: z.email().optional(),
  /** Its postal address on one line, as published. */
  address: z.string().min(10).optional(),
  /** The code that testing bodies know the school by. */
  code: z
    .string()
    .regex(/^[0-9]{3,6}$/)
    .optional(),
  /** A page where one sends or uploads it. */
  url: z.url().optional(),
  /** Services that the school takes records from, by id. */
  services: z.array(idSchema).optional(),
  /** What must be known to send it right. */
  note: z.string().min(5).optional(),
  ...about,
});
export type Receiver = z.infer<typeof receiverSchema>;

/** One more step that the school asks for: a form, an application, a meeting. */
export const schoolStepSchema = z.strictObject({
  ...stepFields,
  /** A form or page for it. */
  url: z.url().optional(),
  /** True where it is done once for all credit, such as applying. */
  once: z.boolean().optional(),
  ...about,
});
export type SchoolStep = z.infer<typeof schoolStepSchema>;

/** A fee on the way. */
export const schoolFeeSchema = z.strictObject({
  /** What it is for. */
  what: z.string().min(5),
  /** The amount in US$. 0: known to be free. */
  amountUsd: z.number().min(0),
  /** What limits it, in plain words. */
  note: z.string().min(5).optional(),
  ...about,
});
export type SchoolFee = z.infer<typeof schoolFeeSchema>;

/** A day by which a step must be done, counted from the day on which the student starts at the school. */
export const schoolDeadlineSchema = z.strictObject({
  /** Permanent inside the school: calendars refer to it. */
  id: partIdSchema,
  /** What must be there by then. */
  title: z.string().min(5).max(80),
  /** The rule in our words. */
  says: z.string().min(10),
  /** The step it holds for: a stage that must be done. */
  stage: stageSchema,
  /** Counted back from the start: a day of the month before, or so many days or weeks before. */
  before: z.discriminatedUnion('kind', [
    z.strictObject({
      /** A day of the month before the month of the start. */
      kind: z.literal('day-of-month-before'),
      /** Which day. */
      day: z.number().int().min(1).max(28),
    }),
    z.strictObject({
      /** So many days before the start. */
      kind: z.literal('days-before'),
      /** How many. */
      days: z.number().int().min(0).max(366),
    }),
  ]),
  ...about,
});
export type SchoolDeadline = z.infer<typeof schoolDeadlineSchema>;

/** A record that the school does not take, though it takes credit of that sort. */
export const notTakenSchema = z.strictObject({
  /** Which records, by route. */
  routes: z.array(idSchema).min(1),
  /** The rule in our words, and what to send instead. */
  says: z.string().min(10),
  /** Where this was read. */
  sources: sourcesSchema,
});
export type NotTaken = z.infer<typeof notTakenSchema>;

/** How an answer can be questioned. */
export const appealSchema = z.strictObject({
  /** What can be done, in plain words. */
  text: z.string().min(10),
  /** Within how many days of the answer. Absent: no page says it. */
  within: z
    .strictObject({
      /** How many. */
      days: z.number().int().positive(),
      /** Whether the page counts all days, or business days. */
      unit: z.enum(['days', 'business-days']),
    })
    .optional(),
  /** A form or page for it. */
  url: z.url().optional(),
  /** Where this was read. */
  sources: sourcesSchema,
});
export type Appeal = z.infer<typeof appealSchema>;

/** How a school takes records of credit from elsewhere. Every list may be empty: nothing is known of it. */
export const receivesSchema = z.strictObject({
  /** Where to send. */
  receivers: z.array(receiverSchema).default([]),
  /** Records that it does not take. */
  notTaken: z.array(notTakenSchema).default([]),
  /** How the name in the record has to agree with the one that it knows. */
  names: z.array(nameRuleSchema).default([]),
  /** What it asks for besides. */
  steps: z.array(schoolStepSchema).default([]),
  /** What it charges for taking credit from elsewhere. */
  fees: z.array(schoolFeeSchema).default([]),
  /** How long it takes to evaluate. The first that holds for a route is followed. */
  evaluation: z
    .array(
      z.strictObject({
        /** How long it takes from the last document on. */
        takes: usualTimeSchema,
        /** Routes by id. Absent: all of them. */
        routes: z.array(idSchema).min(1).optional(),
      }),
    )
    .default([]),
  /** By when something must be there. */
  deadlines: z.array(schoolDeadlineSchema).default([]),
  /** How its answer can be questioned. */
  appeal: appealSchema.optional(),
});
export type Receives = z.infer<typeof receivesSchema>;
