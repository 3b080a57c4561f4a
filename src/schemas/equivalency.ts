import { z } from 'zod';
import { schoolCourseCodeSchema, subjectSchema } from './fits.ts';
import { dateSchema, hoursSchema, idSchema, levelSchema, sourcesSchema } from './shared.ts';

/** One credit that a provider's course becomes at the school. */
export const becomesSchema = z.strictObject({
  /** `direct-course`: a course of the school; `general-education`: a category; the electives: hours without a course. */
  kind: z.enum(['direct-course', 'general-education', 'subject-elective', 'general-elective']),
  /** The school's course. Absent where the source names only a slot. */
  schoolCourse: schoolCourseCodeSchema.optional(),
  /** The school's title for it, or the slot's name. */
  title: z.string().min(2),
  /** Absent where the source does not say: the recommendation's hours stand in. */
  semesterHours: hoursSchema.optional(),
  /** Absent where the source does not say: the level follows from the course number. */
  level: levelSchema.optional(),
  /** Subject prefix of the school, for credit without a course. */
  subject: subjectSchema.optional(),
  /** The school's area ids that a slot names. Areas of `schoolCourse` come from the school's file. */
  areas: z.array(z.string()).optional(),
});

/** One decision: this course is that credit here. */
export const equivalencySchema = z.strictObject({
  /** The course's id in `data/courses/`. */
  course: idSchema,
  /** The school's programs (`programs` in its file) that the row holds for. Absent: all. It outranks a row for all. */
  toward: z.array(idSchema).min(1).optional(),
  /** What it becomes; one exam may become two courses. Empty: known not to be accepted. */
  becomes: z.array(becomesSchema),
  /** The lowest score for it, on the exam's own scale. */
  minimumScore: z.number().optional(),
  /** First and last day on which finishing the course leads to it. */
  effectiveFrom: dateSchema.optional(),
  /** The last such day. Absent: no end is known. */
  effectiveTo: dateSchema.optional(),
  /** `decided`: a list or an evaluation. `student-plan`: what one student expected; never more than a hint. */
  basis: z.enum(['decided', 'student-plan']),
  /** Why it must be confirmed although someone published it, such as the page's age. It then counts as reported. */
  confirm: z.string().optional(),
  /** What else a student must know, such as another report that disagrees. */
  note: z.string().optional(),
  /** Where the row was read. */
  sources: sourcesSchema,
});
export type Equivalency = z.infer<typeof equivalencySchema>;

/** Everything known of one provider's courses at one school. */
export const equivalencyTableSchema = z.strictObject({
  /** The school that decides. */
  school: idSchema,
  /** Whose courses they are: the file has the same name. */
  provider: idSchema,
  /** One row for each course. */
  equivalencies: z.array(equivalencySchema).min(1),
});
export type EquivalencyTable = z.infer<typeof equivalencyTableSchema>;
