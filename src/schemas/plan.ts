import { z } from 'zod';
import { dateSchema, levelSchema } from './shared.ts';
import { creditSourceSchema } from './school.ts';

/**
 * A plan as the planner saves it.
 *
 * The planner itself opens files with `src/planner/plan-file.ts`, which is small enough to send to a phone and keeps
 * what it can read of a damaged plan. This says the same for tools, and forgives nothing.
 */

/** Ids are also addresses of files. */
const idSchema = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, 'must be lower-case words joined by hyphens');
const wordsSchema = z.string().max(200);
/** Semester hours of one course. */
const courseHoursSchema = z.number().min(0.01).max(30);

/** A course that is not in the catalog, as the student typed it. */
const typedCourseSchema = z.strictObject({
  /** The title. */
  title: wordsSchema,
  /** How many hours it gives. */
  semesterHours: courseHoursSchema,
  /** How far it goes. */
  level: levelSchema,
  /** Where it comes from. */
  source: creditSourceSchema,
  /** A subject prefix of the school: "PSY". */
  subject: wordsSchema.optional(),
  /** For one of the school's own courses, its code: "SOS-1100". */
  schoolCourse: wordsSchema.optional(),
});

/** "Use it here" or "don't use it there". */
const pinSchema = z.strictObject({
  /** Which of the accepted credits the course becomes, counted from 0. */
  part: z.int().min(0).max(99),
  /** A block's id. */
  block: idSchema,
  /** True to use it in this block, false to keep it out. */
  use: z.boolean(),
});

/** When the school answered, and who. */
const answered = {
  /** When it answered. */
  decidedOn: dateSchema,
  /** Who answered: an office or a name. */
  by: wordsSchema,
};

/** A substitution: one part of the course stands for one of the school's, in every requirement that names it. */
const substitutionSchema = z.strictObject({
  /** Which of the accepted credits the course becomes, counted from 0. */
  part: z.int().min(0).max(99),
  /** The school's course that it stands for, by code. */
  schoolCourse: wordsSchema,
  ...answered,
});

/** "Apply here": the school uses one part of the course in this block, whether or not it fits there. */
const appliedHereSchema = z.strictObject({
  /** Which of the accepted credits the course becomes, counted from 0. */
  part: z.int().min(0).max(99),
  /** A block's id. */
  block: idSchema,
  ...answered,
});

/** A waiver: the school asks nothing of this requirement. Its hours are still to be earned, as electives. */
const waiverSchema = z.strictObject({
  /** A block's id. */
  block: idSchema,
  ...answered,
});

/** What the school answered about one course. It outranks every fact. */
const decisionSchema = z.strictObject({
  /** What the course becomes. Empty: refused. */
  becomes: z
    .array(
      z.strictObject({
        /** How many hours the school gives. */
        semesterHours: courseHoursSchema,
        /** How far they go. */
        level: levelSchema,
        /** The school's name for it. */
        title: wordsSchema,
        /** The school's course, by code. */
        schoolCourse: wordsSchema.optional(),
        /** A subject prefix of the school. */
        subject: wordsSchema.optional(),
        /** Ids of the school's areas. */
        areas: z.array(wordsSchema).max(50).optional(),
      }),
    )
    .max(20),
  ...answered,
});

/** One credit of the plan: a course of the catalog, or one that the student typed. */
const plannedCreditSchema = z
  .strictObject({
    /** Unique in the plan: "c1". */
    id: idSchema,
    /** The course's id in the catalog. */
    course: idSchema.optional(),
    /** What the student typed, for a course that is not in the catalog. */
    typed: typedCourseSchema.optional(),
    /** How far the student is. */
    status: z.enum(['considering', 'planned', 'in-progress', 'completed', 'transcript-sent', 'evaluated']),
    /** On the exam's own scale. */
    score: z.number().min(0).max(10_000).optional(),
    /** A letter grade, where one was given. */
    grade: z.enum(['A', 'B', 'C', 'D', 'F']).optional(),
    /** When it was, or is planned to be, finished. */
    completedOn: dateSchema.optional(),
    /** Where the student wants it used, or not. */
    pins: z.array(pinSchema).max(500).optional(),
    /** What the school answered. */
    decision: decisionSchema.optional(),
    /** Courses of the school that it stands for. */
    substitutions: z.array(substitutionSchema).max(100).optional(),
    /** Where the school uses it. */
    appliedHere: z.array(appliedHereSchema).max(100).optional(),
  })
  .refine(({ course, typed }) => course !== undefined || typed !== undefined, 'must be a credit with course or typed')
  // JSON Schema has other words for the rule above.
  .meta({ anyOf: [{ required: ['course'] }, { required: ['typed'] }] });

/** Everything a student plans toward one degree. */
export const planSchema = z.strictObject({
  /** Tells a plan from any other file. */
  kind: z.literal('credit-map-plan'),
  /** The file format's version. */
  version: z.literal(1),
  /** Unique; made when the plan is. */
  id: idSchema,
  /** The student's name for it. */
  name: wordsSchema,
  /** The school's id in the catalog. */
  school: idSchema,
  /** The degree's id in the catalog: school, degree and catalog year. */
  degree: idSchema,
  /** The day of the facts that the student last planned with. Later changes are shown. */
  factsSeenOn: dateSchema.optional(),
  /** What the student has or thinks of taking. */
  credits: z
    .array(plannedCreditSchema)
    .max(500)
    .superRefine((credits, { addIssue }) => {
      const ids = credits.map(({ id }) => id);
      ids.forEach((id, index) => {
        const message = 'must be an id that no other credit has';
        if (ids.indexOf(id) !== index) addIssue({ code: 'custom', path: [index, 'id'], input: id, message });
      });
    }),
  /** Requirements that the school has waived. */
  waivers: z.array(waiverSchema).max(200).optional(),
  /** Rises by one with every change. */
  revision: z.int().min(0),
});
