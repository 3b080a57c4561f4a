import { z } from 'zod';
import { fitsSchema, gradeSchema, schoolCourseCodeSchema, yearsSchema } from './fits.ts';
import { receivesSchema } from './receives.ts';
import {
  disagreementSchema,
  hoursSchema,
  idSchema,
  levelSchema,
  nameSchema,
  recommenderSchema,
  sizeSchema,
  sourcesSchema,
  yearSchema,
} from './shared.ts';

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
  recommender: recommenderSchema.optional(),
  /** …or credit from this provider. The provider's line outranks the recommender's. */
  provider: idSchema.optional(),
  /** …or credit of this sort, from anyone. The provider's and the recommender's lines outrank it. */
  from: creditSourceSchema.optional(),
  /** The school's answer: yes in general, only with an agreement, decided one by one, or no. */
  verdict: z.enum(['yes', 'with-agreement', 'case-by-case', 'no']),
  /** The policy in our words. */
  says: z.string().min(5),
  /** Where this was read. */
  sources: sourcesSchema,
});

/** The most hours the school takes of one sort. A course that would go over falls away whole. */
export const maximumSchema = z.strictObject({
  /** Permanent: answers refer to it. */
  id: nameSchema,
  /** The most semester hours that count. */
  atMost: hoursSchema,
  /** Which credit from elsewhere it counts. Absent: all of it. The school's own courses are for a degree's qualifiers. */
  counts: z.array(creditSourceSchema.exclude(['school'])).optional(),
  /** Which of that credit: one subject, provider, recommender or level. Absent: all of it. */
  of: fitsSchema.optional(),
  /** Which awards it holds for. */
  awards: z.array(z.enum(['associate', 'bachelor', 'master'])).min(1),
  /** The rule in our words. */
  says: z.string().min(5),
  /** Where this was read. */
  sources: sourcesSchema,
});
export type Maximum = z.infer<typeof maximumSchema>;

/** What the school asks of every credit from elsewhere that is of one sort. */
const asked = {
  /** Which credit from elsewhere it holds for. Absent: all of it. */
  of: fitsSchema.optional(),
  /** The rule in our words. */
  says: z.string().min(5),
  /** Where this was read. */
  sources: sourcesSchema,
};

/** How old credit may be for the school to take it. */
export const creditAgeSchema = z.strictObject({
  /** The most years since it was finished. */
  atMostYears: yearsSchema,
  ...asked,
});

/** The lowest letter grade the school takes. Credit without a grade (CR) is never below it. */
export const minimumGradeSchema = z.strictObject({
  /** The lowest grade that is accepted. */
  grade: gradeSchema,
  ...asked,
});

/** A named set of the school's courses, such as a general education category. */
export const areaSchema = z.strictObject({
  /** Permanent: degrees and equivalencies refer to it. */
  id: nameSchema,
  /** The name, as the school prints it. */
  title: z.string().min(3),
  /** The courses in it, by code. */
  courses: z.array(schoolCourseCodeSchema),
  /** Where this was read. */
  sources: sourcesSchema,
});

/** One of the school's own courses. */
export const schoolCourseSchema = z.strictObject({
  /** The code as the school prints it today. */
  code: schoolCourseCodeSchema,
  /** The title as the school prints it. */
  title: z.string().min(2),
  /** Absent where no page says it. */
  semesterHours: hoursSchema.optional(),
  /** How far the course goes. */
  level: levelSchema,
  /** True where no credit from elsewhere can stand for it. */
  onlyHere: z.boolean().optional(),
});
export type SchoolCourse = z.infer<typeof schoolCourseSchema>;

/** What policies are about, in the order in which every school's page shows them. */
export const policyTopics = [
  'Accepted sources',
  'Not accepted',
  'Exams',
  'Maximum of transfer credit',
  'Maximum of alternative credit',
  'Residency',
  'Upper-division credit',
  'Minimum grade',
  'Age of credit',
  'Double counting',
  'Course sequences',
  'Course codes',
  'Community college degrees',
  'Second degree',
  'Foreign credit',
  'English proficiency',
  'Programs closed to students abroad',
  'Transcripts',
  'Evaluation',
  'Appeals',
  'Tuition',
  'Fees',
  'Graduation',
] as const;

/** One policy in plain words, for people to read; what the engine needs stands in the fields above it. */
export const policySchema = z.strictObject({
  /** What it is about: policies of one topic stand together, in one order at every school. */
  topic: z.enum(policyTopics),
  /** The policy in our words. */
  text: z.string().min(10),
  /** For whom or which award it holds. */
  appliesTo: z.string().optional(),
  /** True for a rule that no longer holds and is kept to date old advice. */
  superseded: z.boolean().optional(),
  /** What must be known to read it right. */
  note: z.string().optional(),
  /** Services it names, by id: evaluators it recognises, ways to send a record. */
  services: z.array(idSchema).optional(),
  /** Where this was read. */
  sources: sourcesSchema,
});
export type Policy = z.infer<typeof policySchema>;

/** What a course of the school costs. Fees of its exams are prices of their provider; other fees are policies. */
export const tuitionSchema = z.strictObject({
  /** For whom and what: "Online, out of state". */
  what: z.string().min(3),
  /** The price in US$. */
  priceUsd: z.number().min(0),
  /** What it buys. Quarter hours are two thirds of a semester hour. */
  per: z.enum(['semester-hour', 'quarter-hour', 'course', 'session', 'term', 'year']),
  /** How many months a session or term lasts. */
  months: z.number().positive().max(12).optional(),
  /** The academic year it holds for: "2025-26". Absent: the page names none. */
  year: yearSchema.optional(),
  /** False for a price of the past, kept for the record. */
  current: z.boolean(),
  /** True for a price that only people without a degree program pay. */
  visiting: z.boolean().optional(),
  /** What limits it, in plain words. */
  note: z.string().optional(),
  /** Where this was read. */
  sources: sourcesSchema,
});
export type Tuition = z.infer<typeof tuitionSchema>;

/** A school and what it does with credit from elsewhere. */
export const schoolSchema = z.strictObject({
  /** The full name. */
  name: z.string().min(3),
  /** The name people use: letters or a word. */
  shortName: z.string().min(2),
  /** Where its main office is. */
  city: z.string(),
  /** Two letters, as in a postal address. */
  state: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters, like "NJ"'),
  /** Who runs it. */
  control: z.enum(['public', 'private-nonprofit', 'private-for-profit']),
  /** Who accredits it as an institution. */
  accreditor: z.string(),
  /** Its home page. */
  url: z.url(),
  /** What it means for credit earned elsewhere, in one sentence. */
  summary: z.string().min(20).max(240).optional(),
  /** What it takes at all. */
  accepts: z.array(acceptanceSchema),
  /** How much of each sort it takes. */
  maximums: z.array(maximumSchema),
  /** What must be earned at the school itself. */
  residency: z.array(
    z.strictObject({
      /** Which awards the rule holds for. */
      awards: z.array(z.enum(['associate', 'bachelor', 'master'])).min(1),
      /**
       * Hours of the degree to be earned at the school: of credit from elsewhere, only the rest counts. Absent where the
       * rule names courses, the last hours or anything else that is not counted; it is then shown to the student.
       */
      semesterHours: sizeSchema.optional(),
      /** The rule in our words. */
      says: z.string().min(5),
      /** Where it was read. */
      sources: sourcesSchema,
    }),
  ),
  /** How old credit may be. Absent: no rule is known. */
  creditAge: z.array(creditAgeSchema).optional(),
  /** The lowest grades it takes. Absent: no rule is known. */
  minimumGrades: z.array(minimumGradeSchema).optional(),
  /** What happens to the hours by which a course exceeds the block it fills. Absent: not known, so never sure. */
  excessHours: z
    .strictObject({
      /** Where such hours count. */
      go: z.enum(['free-electives', 'nowhere']),
      /** The rule in our words. */
      says: z.string(),
      /** Where it was read. */
      sources: sourcesSchema,
    })
    .optional(),
  /** Named sets of its courses that degrees refer to. */
  areas: z.array(areaSchema),
  /** Its courses, as far as anything here refers to them. */
  courses: z.array(schoolCourseSchema),
  /** Programs that equivalencies tell apart. */
  programs: z
    .array(
      z.strictObject({
        /** Permanent: degrees and equivalencies refer to it. */
        id: nameSchema,
        /** The program, as the school prints it. */
        title: z.string().min(3),
      }),
    )
    .default([]),
  /** Its policies in words. */
  policies: z.array(policySchema),
  /** How it takes records of credit from elsewhere. Absent: nothing is known. */
  receives: receivesSchema.optional(),
  /** What studying there costs. Empty: no price was found. */
  tuition: z.array(tuitionSchema).default([]),
  /** Sources that say different things about this school. */
  disagreements: z.array(disagreementSchema).default([]),
  /** Where this was read. */
  sources: sourcesSchema,
});
export type School = z.infer<typeof schoolSchema>;
