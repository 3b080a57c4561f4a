import { z } from 'zod';
import { idSchema, levelSchema, recommenderSchema } from './shared.ts';

/** A subject prefix in a school's course codes: "PSY". */
export const subjectSchema = z.string().regex(/^[A-Z]{1,6}$/, 'must be a subject prefix like "PSY"');
/** A school's course code as the school prints it: "PSY-1010", "ENG 130", "ORG300". */
export const schoolCourseCodeSchema = z
  .string()
  .regex(/^[A-Z]{1,6}[- ]?[0-9]{2,5}[A-Z]{0,2}$/, 'must be a course code like "PSY-1010", "ENG 130" or "ORG300"');

/** A letter grade that a rule asks for: a "C-" is below C, a "C+" is not. */
export const gradeSchema = z.enum(['A', 'B', 'C', 'C-', 'D', 'D-']);
/** How many years ago credit may have been finished. */
export const yearsSchema = z.number().int().positive().max(100);

/** Names of credits: which may be meant. Every line given must hold; inside a line any entry will do. */
const namedSchema = {
  /**
   * School courses by code. A credit that became one of them fits, whatever the other lines say. An empty list: which
   * courses they are was not found, so nothing is counted; `checkYourself` says so.
   */
  courses: z.array(schoolCourseCodeSchema).optional(),
  /** Subject prefixes of school courses. */
  subjects: z.array(subjectSchema).optional(),
  /** Ids of the school's areas (`areas` in the school's file). */
  areas: z.array(z.string()).optional(),
};

/**
 * Which accepted credit may be meant by a requirement or a rule.
 *
 * A credit fits if it became one of `courses`; or if its subject is in `subjects` or one of its areas in `areas`
 * (either is enough; both absent means any subject); and if it keeps to `level`, `numbers`, `from`, `providers`,
 * `recommenders` and is not in `except`.
 */
export const fitsSchema = z.strictObject({
  ...namedSchema,
  /** Only this level. */
  level: levelSchema.optional(),
  /** Only school courses numbered in this span, both ends included: the 1000 level is 1000 to 1999. */
  numbers: z
    .strictObject({
      /** The lowest number. */
      from: z.number().int(),
      /** The highest number. */
      to: z.number().int(),
    })
    .optional(),
  /** Only credit from these kinds of source. */
  from: z.array(z.enum(['school', 'college', 'exam', 'alternative', 'foreign'])).optional(),
  /** Only courses and exams of these providers. Credit that the student typed in has none. */
  providers: z.array(idSchema).optional(),
  /** Only credit that one of these recommends. */
  recommenders: z.array(recommenderSchema).optional(),
  /** Never these. */
  except: z.strictObject({ ...namedSchema }).optional(),
});
/** An empty object fits anything at college level. */
export type Fits = z.infer<typeof fitsSchema>;
