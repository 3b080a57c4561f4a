import { z } from 'zod';
import { fitsSchema } from './fits.ts';
import { disagreementSchema, hoursSchema, sourcesSchema } from './shared.ts';

/** A condition on everything inside a block, or on the whole degree. `id` is permanent: answers refer to it. */
const qualifier = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** The rule in the school's sense, in our words. */ says: z.string().min(5),
};

export const qualifierSchema = z.discriminatedUnion('kind', [
  /** At least so many hours of the block must be of this sort: 18 upper-division. */
  z.strictObject({ ...qualifier, kind: z.literal('at-least'), semesterHours: hoursSchema, of: fitsSchema }),
  /** At most so many hours may be of this sort: 6 at the 1000 level. A course that would go over falls away whole. */
  z.strictObject({ ...qualifier, kind: z.literal('at-most'), semesterHours: hoursSchema, of: fitsSchema }),
  /** Courses from at least so many different subjects. */
  z.strictObject({ ...qualifier, kind: z.literal('at-least-subjects'), subjects: z.number().int().min(2) }),
  /** At most so many hours in any one subject. */
  z.strictObject({ ...qualifier, kind: z.literal('at-most-per-subject'), semesterHours: hoursSchema }),
  /** All in one subject; which one is the student's choice. */
  z.strictObject({ ...qualifier, kind: z.literal('one-subject') }),
  /** No letter grade below this one. Credit without a grade (CR) keeps the rule. */
  z.strictObject({ ...qualifier, kind: z.literal('minimum-grade'), grade: z.enum(['A', 'B', 'C', 'D']) }),
]);
export type Qualifier = z.infer<typeof qualifierSchema>;

/** A named group of requirements. It has children, or it says what fits it; never both. */
export type RequirementBlock = {
  /** Permanent, unique in the degree: saved plans refer to it. */
  id: string;
  title: string;
  /** Its size in semester hours. */
  semesterHours: number;
  /** How many of its children must be met. Absent: all of them. */
  choose?: number | undefined;
  children?: RequirementBlock[] | undefined;
  /** Which credit fills it. Only on a block without children. */
  fits?: z.infer<typeof fitsSchema> | undefined;
  qualifiers?: Qualifier[] | undefined;
  /** True where only the school's own courses fill it. */
  inResidence?: boolean | undefined;
  /** True where hours beyond another block's size are counted here. */
  takesExcess?: boolean | undefined;
  /** The rule in plain words, for the reader. */
  says?: string | undefined;
  /** Rules that are not encoded above, in plain words. Shown, never counted as met. */
  checkYourself?: string[] | undefined;
  sources?: z.infer<typeof sourcesSchema> | undefined;
};

export const requirementBlockSchema: z.ZodType<RequirementBlock> = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(3),
  semesterHours: hoursSchema,
  choose: z.number().int().positive().optional(),
  children: z.lazy(() => z.array(requirementBlockSchema).min(1)).optional(),
  fits: fitsSchema.optional(),
  qualifiers: z.array(qualifierSchema).optional(),
  inResidence: z.boolean().optional(),
  takesExcess: z.boolean().optional(),
  says: z.string().optional(),
  checkYourself: z.array(z.string().min(10)).optional(),
  sources: sourcesSchema.optional(),
});

/** The requirements of one degree in one catalog year. */
export const degreeSchema = z.strictObject({
  /** The title as the school prints it. */
  title: z.string().min(3),
  /** The school's id: the folder this file lies in. */
  school: z.string(),
  award: z.enum(['associate', 'bachelor', 'master']),
  /** The letters after the name: "BA", "AA", "BSBA". */
  abbreviation: z.string().min(2),
  /** The rules a student is held to: "2026-27". */
  catalogYear: z.string().regex(/^\d{4}-\d{2}$/),
  /** What is known about which year the pages describe, where they don't say. */
  catalogNote: z.string().optional(),
  semesterHours: hoursSchema,
  /** `partial`: some lists were not found; the blocks say which. */
  completeness: z.enum(['complete', 'partial']),
  blocks: z.array(requirementBlockSchema).min(1),
  /** Conditions on the whole degree, across blocks. */
  qualifiers: z.array(qualifierSchema).default([]),
  /** Rules of the whole degree that are not encoded, in plain words. */
  checkYourself: z.array(z.string().min(10)).default([]),
  disagreements: z.array(disagreementSchema).default([]),
  sources: sourcesSchema,
});
export type Degree = z.infer<typeof degreeSchema>;
