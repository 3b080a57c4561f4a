import { z } from 'zod';
import { fitsSchema, gradeSchema, yearsSchema } from './fits.ts';
import { disagreementSchema, hoursSchema, nameSchema, sizeSchema, sourcesSchema, yearSchema } from './shared.ts';

/** What every condition has. */
const condition = {
  /** Permanent: answers refer to it. */
  id: nameSchema,
  /** The rule in our words. */
  says: z.string().min(5),
};

/** A condition on everything inside a block, or on the whole degree. */
export const qualifierSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...condition,
    /** At least so many hours must be of this sort: 18 upper-division. */
    kind: z.literal('at-least'),
    /** The least hours. */
    semesterHours: hoursSchema,
    /** The sort that is meant. */
    of: fitsSchema,
  }),
  z.strictObject({
    ...condition,
    /** At most so many hours may be of this sort: 6 at the 1000 level. A course that would go over falls away whole. */
    kind: z.literal('at-most'),
    /** The most hours. */
    semesterHours: hoursSchema,
    /** The sort that is meant. */
    of: fitsSchema,
  }),
  z.strictObject({
    ...condition,
    /** Courses from at least so many different subjects. */
    kind: z.literal('at-least-subjects'),
    /** The least number of subjects. */
    subjects: z.number().int().min(2).max(5),
  }),
  z.strictObject({
    ...condition,
    /** At most so many hours in any one subject. */
    kind: z.literal('at-most-per-subject'),
    /** The most hours. */
    semesterHours: hoursSchema,
  }),
  z.strictObject({
    ...condition,
    /** At most so many hours from any one provider. Credit that the student typed in has none, and is not counted. */
    kind: z.literal('at-most-per-provider'),
    /** The most hours. */
    semesterHours: hoursSchema,
  }),
  z.strictObject({
    ...condition,
    /** All in one subject; which one is the student's choice. */
    kind: z.literal('one-subject'),
  }),
  z.strictObject({
    ...condition,
    /** No letter grade below this one. Credit without a grade (CR) keeps the rule. */
    kind: z.literal('minimum-grade'),
    /** The lowest grade that counts. */
    grade: gradeSchema,
  }),
  z.strictObject({
    ...condition,
    /** Nothing that was finished more than so many years ago. What is still ahead of the student is never too old. */
    kind: z.literal('max-age'),
    /** The most years since it was finished. */
    years: yearsSchema,
    /** The sort that is meant. Absent: all credit. */
    of: fitsSchema.optional(),
  }),
]);
export type Qualifier = z.infer<typeof qualifierSchema>;

/** A named group of requirements. It has children, or it says what fits it; never both. */
export const requirementBlockSchema = z.strictObject({
  /** Permanent, unique in the degree: saved plans refer to it. */
  id: nameSchema,
  /** The name, as short as the map needs it. */
  title: z.string().min(3),
  /** Its size in semester hours. */
  semesterHours: sizeSchema,
  /** Its size in courses, where the catalog counts them too: it takes no more, and asks for as many. */
  courses: z.number().int().positive().max(100).optional(),
  /** How many of its children must be met. Absent: all of them. */
  choose: z.number().int().positive().optional(),
  /** The blocks inside. */
  get children() {
    return z.array(requirementBlockSchema).min(1).max(200).optional();
  },
  /** Which credit fills it. Only on a block without children. */
  fits: fitsSchema.optional(),
  /**
   * Double counting: blocks by id, each meaning everything inside it. Credit used there may also fill this block; no
   * credit is used more than twice. Only on a block without children.
   */
  mayShareWith: z.array(z.string()).min(1).optional(),
  /** Conditions on everything inside. */
  qualifiers: z.array(qualifierSchema).optional(),
  /** True where only the school's own courses fill it. */
  inResidence: z.boolean().optional(),
  /** True where hours beyond another block's size are counted here: one block of the degree, never an alternative. */
  takesExcess: z.boolean().optional(),
  /** The rule in plain words, for the reader. */
  says: z.string().optional(),
  /** Rules that are not encoded above, in plain words. Shown, never counted as met. */
  checkYourself: z.array(z.string().min(10)).optional(),
  /** Where this block was read, if not where the degree was. */
  sources: sourcesSchema.optional(),
});
export type RequirementBlock = z.infer<typeof requirementBlockSchema>;

/** The requirements of one degree in one catalog year. */
export const degreeSchema = z.strictObject({
  /** The title as the school prints it. */
  title: z.string().min(3),
  /** The school's id: the folder this file lies in. */
  school: z.string(),
  /** What the degree is. */
  award: z.enum(['associate', 'bachelor', 'master']),
  /** The letters after the name: "BA", "AA", "BSBA". */
  abbreviation: z.string().min(2),
  /** The rules a student is held to: "2026-27". */
  catalogYear: yearSchema,
  /** What is known about which year the pages describe, where they don't say. */
  catalogNote: z.string().optional(),
  /** The school's program (`programs` in its file) that equivalencies may name. */
  program: z.string().optional(),
  /** Why nobody can start it any more, where that is so. Kept for those who are held to it, and to date old advice. */
  superseded: z.string().min(10).optional(),
  /** Hours of the whole degree: its blocks add up to it. Blocks that may share may bring them above it. */
  semesterHours: sizeSchema,
  /** `partial`: some lists were not found; the blocks say which. */
  completeness: z.enum(['complete', 'partial']),
  /** The top requirement blocks, in the order of the catalog. */
  blocks: z.array(requirementBlockSchema).min(1).max(200),
  /** Conditions on the whole degree, across blocks. */
  qualifiers: z.array(qualifierSchema).default([]),
  /** Rules of the whole degree that are not encoded, in plain words. */
  checkYourself: z.array(z.string().min(10)).default([]),
  /** Sources that say different things about this degree. */
  disagreements: z.array(disagreementSchema).default([]),
  /** Where the degree was read. */
  sources: sourcesSchema,
});
export type Degree = z.infer<typeof degreeSchema>;
