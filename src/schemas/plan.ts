import { z } from 'zod';
import { dateSchema, levelSchema } from './shared.ts';
import { creditSourceSchema } from './school.ts';

/**
 * A plan as the planner saves it.
 *
 * The planner itself opens files with `src/planner/keeping/plan-file.ts`, which is small enough to send to a phone and keeps
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

/** The id of a step, a requirement, a route or an organisation of a route. */
const noteIdSchema = z.string().regex(/^[a-z0-9-]{1,60}$/, 'must be lower-case words joined by hyphens');

/** Something that has at least one field. */
const notEmpty = (value: object): boolean => Object.keys(value).length > 0;
const saysSomething = 'must say something, or be left out';
const atLeastOne = { minProperties: 1 };

/** Notes by the id of what they are about: at least one, at most 60. */
const notesOf = <T extends z.ZodType>(note: T) =>
  z
    .record(noteIdSchema, note)
    .refine(notEmpty, saysSomething)
    .refine((notes) => Object.keys(notes).length <= 60, 'must be 60 notes or fewer')
    .meta({ ...atLeastOne, maxProperties: 60 });

/** How one step stands. A step that is still to do has no note. */
const stepNoteSchema = z.strictObject({
  /** How it stands. */
  state: z.enum(['done', 'waiting', 'failed', 'not-needed']),
  /** When it was done, began to wait, or went wrong. */
  on: dateSchema.optional(),
  /** The student's own words. */
  note: z.string().max(500).optional(),
  /** The page that proves it. */
  link: z
    .string()
    .max(500)
    .regex(/^https?:\/\/[^\s"<>]+$/i, 'must be the address of a page')
    .optional(),
});

/** How one requirement for credit stands. */
const requirementNoteSchema = z.strictObject({
  /** How it stands. */
  state: z.enum(['met', 'failed', 'not-needed']),
  /** Since when. */
  on: dateSchema.optional(),
});

/** When an exam is, on the clocks of one place. */
const examSlotSchema = z.strictObject({
  /** The day there. */
  on: dateSchema,
  /** Hours and minutes there: "09:30". */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be hours and minutes, like 09:30'),
  /** The place's time zone: "Africa/Lagos". */
  zone: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9_+/-]+$/, 'must be a time zone'),
});

/** The way from the course to posted credit, as far as the student has noted it. */
const trailSchema = z
  .strictObject({
    /** The route's id, where the student chose one. */
    route: noteIdSchema.optional(),
    /** Who grants the credit, where there are several. */
    organisation: noteIdSchema.optional(),
    /** The last day of the course. */
    courseEndsOn: dateSchema.optional(),
    /** Steps by their ids. */
    steps: notesOf(stepNoteSchema).optional(),
    /** Requirements for credit by their ids. */
    requirements: notesOf(requirementNoteSchema).optional(),
    /** When the exam is. */
    exam: examSlotSchema.optional(),
    /** A membership that is paid for the course. */
    membership: z
      .strictObject({
        /** Its first day. */
        since: dateSchema,
        /** It renews every so many months. */
        months: z.int().min(1).max(60),
      })
      .optional(),
    /** The student's name as others print it. */
    names: z
      .strictObject({
        /** In the record of the course. */
        inRecord: wordsSchema.optional(),
        /** On the transcript. */
        onTranscript: wordsSchema.optional(),
      })
      .refine(notEmpty, saysSomething)
      .meta(atLeastOne)
      .optional(),
  })
  .refine(notEmpty, saysSomething)
  .meta(atLeastOne);

/** The ID that the student shows: never its number, never a picture. */
const identitySchema = z
  .strictObject({
    /** The name, letter by letter. */
    nameOnId: wordsSchema.optional(),
    /** What it is. */
    idKind: z
      .enum(['passport', 'national-id', 'drivers-license', 'residence-permit', 'military-id', 'student-id', 'other'])
      .optional(),
    /** The country that issued it: two letters of ISO 3166. */
    idCountry: z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be two capital letters')
      .optional(),
  })
  .refine(notEmpty, saysSomething)
  .meta(atLeastOne);

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
    /** A letter grade with its sign, where one was given. */
    grade: z.enum(['A+', 'A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-', 'D+', 'D', 'D-', 'F']).optional(),
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
    /** Steps to posted credit. */
    trail: trailSchema.optional(),
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
  /** When the student starts, or started, at the school. */
  startsOn: dateSchema.optional(),
  /** The ID that the student shows. */
  identity: identitySchema.optional(),
  /** Rises by one with every change. */
  revision: z.int().min(0),
});
