import { z } from 'zod';
import { sourcesSchema } from './shared.ts';

/** What steps of routes and steps of schools have in common. */

/** Permanent inside its route or school: plans keep what was noted under it. */
export const partIdSchema = z
  .string()
  .max(30)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

/**
 * Who has to do something. `issuing-school` keeps the record of study elsewhere; `granting-organisation` is the college
 * that gives the credit of somebody else's course; `school` is the one that the student aims at.
 */
export const actorSchema = z.enum([
  'student',
  'provider',
  'issuing-school',
  'testing-body',
  'proctor',
  'transcript-service',
  'evaluator',
  'granting-organisation',
  'school',
]);
export type Actor = z.infer<typeof actorSchema>;

/**
 * How far on the way a step lies, in order: sign up, learn, show what was learned, learn the result, claim the credit or
 * its record, have it sent, have it evaluated, check the degree audit.
 */
export const stageSchema = z.enum(['enroll', 'study', 'exam', 'result', 'claim', 'send', 'evaluation', 'check']);
export type Stage = z.infer<typeof stageSchema>;

/** How long something usually takes. Business days leave out Saturdays and Sundays, not holidays. */
export const usualTimeSchema = z.strictObject({
  /** The fewest days. Absent: no page says it. */
  least: z.number().int().min(0).optional(),
  /** The most days. */
  most: z.number().int().positive(),
  /** Whether the page counts all days, or business days. */
  unit: z.enum(['days', 'business-days']),
  /** What limits the figure, in plain words. */
  note: z.string().optional(),
  /** Where this was read. */
  sources: sourcesSchema,
});
export type UsualTime = z.infer<typeof usualTimeSchema>;

/** How names have to agree. */
export const nameRuleSchema = z.strictObject({
  /** Which two are compared: the ID with the record, or the record with the transcript. */
  between: z.enum(['id-and-record', 'record-and-transcript']),
  /** `exact`: letter by letter. `latin-letters`: in Latin letters. `same-person`: close enough to be found. */
  rule: z.enum(['exact', 'latin-letters', 'same-person']),
  /** The rule in our words. */
  says: z.string().min(10),
  /** Where this was read. */
  sources: sourcesSchema,
});
export type NameRule = z.infer<typeof nameRuleSchema>;

/** What every step says, whoever asks for it. */
export const stepFields = {
  /** Permanent inside the route or the school: plans keep what was noted under it. */
  id: partIdSchema,
  /** How far on the way it lies. The school's own come after those of the route in that stage. */
  stage: stageSchema,
  /** Who acts. */
  actor: actorSchema,
  /** The step as an instruction or an event: "Claim the badge", "The recording is reviewed". */
  title: z.string().min(5).max(80),
  /** What has to be done, in plain words. */
  text: z.string().min(10),
  /** What proves that it is done. */
  proof: z.string().min(5),
  /** What to do if it does not move, or goes wrong. */
  ifStalled: z.string().min(10),
  /** How long it usually takes once everything before it is done. Absent: no page says it. */
  takes: usualTimeSchema.optional(),
  /** True where only some have to do it. */
  optional: z.boolean().optional(),
};
