import { z } from 'zod';
import { schoolCourseCodeSchema } from './fits.ts';
import { disagreementSchema, hoursSchema, idSchema, levelSchema, sourcesSchema } from './shared.ts';

/** The kinds of source a maximum may count. */
export const creditSourceSchema = z.enum(['school', 'college', 'exam', 'alternative', 'foreign']);
/**
 * Where credit comes from: `school` the destination itself; `college` another US college; `exam` credit by examination;
 * `alternative` courses and certificates recommended by a reviewer; `foreign` evaluated study abroad.
 */
export type CreditSource = z.infer<typeof creditSourceSchema>;

/** Whether the school takes credit of one sort at all. Acceptance is not applicability. */
export const acceptanceSchema = z.strictObject({
  /** Credit recommended by this reviewer… */
  recommender: z.enum(['ACE', 'NCCRS', 'College Board', 'university']).optional(),
  /** …or credit from this provider. The provider's line outranks the recommender's. */
  provider: idSchema.optional(),
  /** …or credit of this sort, from anyone. */
  from: creditSourceSchema.optional(),
  verdict: z.enum(['yes', 'with-agreement', 'case-by-case', 'no']),
  /** The policy in our words. */
  says: z.string().min(5),
  sources: sourcesSchema,
});

/** The most hours the school takes of one sort. A course that would go over falls away whole. */
export const maximumSchema = z.strictObject({
  /** Permanent: answers refer to it. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  atMost: hoursSchema,
  /** Which credit it counts. Absent: all credit from elsewhere. */
  counts: z.array(creditSourceSchema).optional(),
  /** Which awards it holds for. */
  awards: z.array(z.enum(['associate', 'bachelor', 'master'])).min(1),
  says: z.string().min(5),
  sources: sourcesSchema,
});
export type Maximum = z.infer<typeof maximumSchema>;

/** A named set of the school's courses, such as a general education category. */
export const areaSchema = z.strictObject({
  /** Permanent: degrees and equivalencies refer to it. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(3),
  courses: z.array(schoolCourseCodeSchema),
  sources: sourcesSchema,
});

/** One of the school's own courses. */
export const schoolCourseSchema = z.strictObject({
  code: schoolCourseCodeSchema,
  title: z.string().min(2),
  semesterHours: hoursSchema.optional(),
  level: levelSchema,
  /** True where no credit from elsewhere can stand for it. */
  onlyHere: z.boolean().optional(),
});
export type SchoolCourse = z.infer<typeof schoolCourseSchema>;

/** One policy in plain words, for people to read; what the engine needs stands in the fields above it. */
export const policySchema = z.strictObject({
  topic: z.string().min(3),
  text: z.string().min(10),
  appliesTo: z.string().optional(),
  /** True for a rule that no longer holds and is kept to date old advice. */
  superseded: z.boolean().optional(),
  note: z.string().optional(),
  sources: sourcesSchema,
});

/** A school and what it does with credit from elsewhere. */
export const schoolSchema = z.strictObject({
  name: z.string().min(3),
  shortName: z.string().min(2),
  city: z.string(),
  /** Two letters, as in a postal address. */
  state: z.string().regex(/^[A-Z]{2}$/),
  control: z.enum(['public', 'private-nonprofit', 'private-for-profit']),
  accreditor: z.string(),
  url: z.url(),
  accepts: z.array(acceptanceSchema),
  maximums: z.array(maximumSchema),
  residency: z.array(
    z.strictObject({
      awards: z.array(z.enum(['associate', 'bachelor', 'master'])).min(1),
      /** Hours to be earned at the school. Absent where only named courses are. */
      semesterHours: hoursSchema.optional(),
      says: z.string().min(5),
      sources: sourcesSchema,
    }),
  ),
  /** What happens to the hours by which a course exceeds the block it fills. Absent: not known, so not counted. */
  excessHours: z
    .strictObject({ go: z.enum(['free-electives', 'nowhere']), says: z.string(), sources: sourcesSchema })
    .optional(),
  areas: z.array(areaSchema),
  courses: z.array(schoolCourseSchema),
  policies: z.array(policySchema),
  disagreements: z.array(disagreementSchema).default([]),
  sources: sourcesSchema,
});
export type School = z.infer<typeof schoolSchema>;
