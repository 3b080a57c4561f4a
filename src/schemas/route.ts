import { z } from 'zod';
import { creditSourceSchema } from './school.ts';
import { disagreementSchema, idSchema, recommenderSchema, sourcesSchema } from './shared.ts';
import { nameRuleSchema, partIdSchema, stepFields } from './steps.ts';

/** Where a statement comes from: pages, or nobody but us. One of the two. */
const basis = {
  /** Where this was read. */
  sources: sourcesSchema.optional(),
  /** True for plain advice of ours that no page gives. It names no figure. */
  ownAdvice: z.boolean().optional(),
};

/** One thing that has to happen. */
export const routeStepSchema = z.strictObject({
  ...stepFields,
  /** The steps it follows, by id. Absent: the step before it in the list. */
  after: z.array(partIdSchema).optional(),
  ...basis,
});
export type RouteStep = z.infer<typeof routeStepSchema>;

/** Something that must be so for the credit to be given at all. */
export const routeRequirementSchema = z.strictObject({
  /** Permanent inside the route: plans keep what was noted under it. */
  id: partIdSchema,
  /**
   * What it is about. The plan itself knows of `passing-score`, `coursework` and `in-force` (the recommendation is in
   * force on the day of finishing) whether they are met.
   */
  kind: z.enum([
    'verified-track',
    'identity',
    'exam-grade',
    'exam-review',
    'passing-score',
    'coursework',
    'in-force',
    'fee',
    'name',
    'other',
  ]),
  /** The requirement in a few words: "The recording passes its review". */
  title: z.string().min(5).max(80),
  /** What is asked, in plain words. */
  text: z.string().min(10),
  /** The step that shows it: done means met, failed means failed. */
  shownBy: partIdSchema.optional(),
  /** What to do where it is failed. */
  ifFailed: z.string().min(10),
  /** True where a failure cannot be made good: the credit of this course is lost. */
  final: z.boolean().optional(),
  ...basis,
});
export type RouteRequirement = z.infer<typeof routeRequirementSchema>;

/** A span in which something must be done, or the credit is lost or paid for again. */
export const routeWindowSchema = z.strictObject({
  /** Permanent inside the route. */
  id: partIdSchema,
  /** What must be done in it: "Buy the credit". */
  title: z.string().min(5).max(80),
  /** What begins it: a step by id, or the day on which the course ends for everybody. */
  opensAfter: z.union([
    z.strictObject({
      /** The step's id. */
      step: partIdSchema,
    }),
    z.literal('course-ends'),
  ]),
  /** How many months it lasts. */
  months: z.number().int().positive().optional(),
  /** How many days it lasts, where a page counts days. */
  days: z.number().int().positive().optional(),
  /** The step to be done in it, by id. */
  step: partIdSchema,
  /** What happens afterwards, in plain words. */
  text: z.string().min(10),
  /** True where the credit is lost afterwards. Absent: it costs time or money, or nobody says. */
  final: z.boolean().optional(),
  /** Where this was read. */
  sources: sourcesSchema,
});
export type RouteWindow = z.infer<typeof routeWindowSchema>;

/** A college that can give the credit, where there is a choice or a name worth knowing. */
export const organisationSchema = z.strictObject({
  /** Permanent inside the route: plans keep which one was chosen. */
  id: partIdSchema,
  /** Its name. */
  name: z.string().min(3),
  /** Its id in `data/schools/`, where it has a record. */
  school: idSchema.optional(),
  /** For which courses it gives the credit, and how. */
  says: z.string().min(10),
  /** Where this was read. */
  sources: sourcesSchema,
});
export type Organisation = z.infer<typeof organisationSchema>;

/** Which credits go this way. */
const claimSchema = z.strictObject({
  /** Courses, by id. They outrank providers. */
  courses: z.array(idSchema).default([]),
  /** Providers, by id. They outrank recommenders. */
  providers: z.array(idSchema).default([]),
  /** Whoever recommends the course. They outrank where the credit comes from. */
  recommenders: z.array(recommenderSchema).default([]),
  /** Where a typed credit comes from. */
  from: z.array(creditSourceSchema).default([]),
});
export type Claim = z.infer<typeof claimSchema>;

/** The way of one sort of credit, from enrolling to the degree audit. What each school adds stands with the school. */
export const routeSchema = z.strictObject({
  /** The way in a few words: "ACE recommendation, badge at Credly". */
  name: z.string().min(3).max(60),
  /** Who goes this way and what it comes down to, in one or two sentences. */
  summary: z.string().min(20).max(300),
  /** Which credits go this way. A course, provider, recommender or source is carried by one route only. */
  carries: claimSchema,
  /** Which credits may go this way instead; the student chooses. */
  mayCarry: claimSchema.optional(),
  /** True for the one route of everything that no other carries. */
  fallback: z.boolean().optional(),
  /** Services on the way, by id. */
  services: z.array(idSchema).default([]),
  /** What has to happen, first to last. */
  steps: z.array(routeStepSchema).min(2),
  /** What must be so for the credit to be given. */
  requirements: z.array(routeRequirementSchema).min(1),
  /** Spans in which something must be done. */
  windows: z.array(routeWindowSchema).default([]),
  /** Colleges that can give the credit. Empty: nobody but the student's own school. */
  organisations: z.array(organisationSchema).default([]),
  /** How names have to agree. */
  names: z.array(nameRuleSchema).default([]),
  /** Anything else worth knowing, one fact a line. */
  notes: z.array(z.string()).default([]),
  /** Sources that say different things about this route. */
  disagreements: z.array(disagreementSchema).default([]),
  /** Where this was read. */
  sources: sourcesSchema,
});
export type Route = z.infer<typeof routeSchema>;
