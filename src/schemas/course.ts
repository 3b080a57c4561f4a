import { z } from 'zod';
import {
  dateSchema,
  disagreementSchema,
  hoursSchema,
  idSchema,
  levelSchema,
  recommenderSchema,
  sourcesSchema,
} from './shared.ts';

/** One part of a recommendation. A course may be worth 3 hours of statistics and 3 of programming. */
export const recommendedPartSchema = z.strictObject({
  /** Absent where the amount was not seen. Never zero for "unknown". */
  semesterHours: hoursSchema.optional(),
  /** Absent where the reviewer or our source does not say. */
  level: levelSchema.optional(),
  /** The subject in the reviewer's words. */
  subject: z.string().optional(),
});

/** What a reviewer says a course is worth. A recommendation is not a transfer: the school decides. */
export const recommendationSchema = z.strictObject({
  /** Who recommends it. */
  by: recommenderSchema,
  /** Empty where a recommendation exists but its amount was not seen. */
  parts: z.array(recommendedPartSchema),
  /** True for "up to 12 hours": a range from nothing to the sum of the parts, not the sum. */
  atMost: z.boolean().default(false),
  /** The lowest score the recommendation holds for, on the exam's own scale. */
  minimumScore: z.number().optional(),
  /** First and last day on which finishing the course earns the recommendation. */
  effectiveFrom: dateSchema.optional(),
  /** The last such day. Absent: no end is known. */
  effectiveTo: dateSchema.optional(),
  /** The reviewer's own number for its public record of the course, like "SOPH-0073". */
  exhibit: z.string().optional(),
});
export type Recommendation = z.infer<typeof recommendationSchema>;

/** A course, certificate or exam someone can take before, or outside, a university. */
export const courseSchema = z.strictObject({
  /** The title as the provider prints it. */
  title: z.string().min(2),
  /** The provider's id: the folder this file lies in. */
  provider: idSchema,
  /** The provider's own code, like "English 104". */
  code: z.string().optional(),
  /** What sort of learning it is. An exam counts as credit by examination. */
  kind: z.enum(['course', 'certificate', 'exam', 'micro-credential']),
  /** The course's own page. */
  url: z.url().optional(),
  /** Our shelf for browsing; not a school's decision. */
  area: z.enum([
    'arts-and-humanities',
    'business',
    'communication',
    'computing',
    'education-and-human-services',
    'english-composition',
    'foreign-language',
    'general-skills',
    'health',
    'history',
    'mathematics',
    'natural-science',
    'social-science',
    'other',
  ]),
  /** What reviewers recommend, newest first. Empty if nobody is known to have reviewed it. */
  recommendations: z.array(recommendationSchema),
  /** How one shows what one learned. */
  assessment: z.strictObject({
    /** True if someone, or a program, watches the exam. */
    proctored: z.boolean().optional(),
    /** In plain words: final exam, essays, projects. */
    how: z.string().optional(),
    /** How long the exam takes at most. */
    minutes: z.number().int().positive().optional(),
    /** What counts as passing, as the provider says it. */
    passing: z.string().optional(),
  }),
  /** The price of this course alone in US$. Absent where it comes with a membership or is not known. */
  priceUsd: z.number().min(0).optional(),
  /** What one pays, in plain words, where `priceUsd` does not say it all. */
  priceNote: z.string().optional(),
  /** `withdrawn`: no longer offered; kept because people still hold its credit. */
  status: z.enum(['offered', 'withdrawn']).default('offered'),
  /** What else a student must know, one fact a line. */
  notes: z.array(z.string()).default([]),
  /** Sources that say different things about this course. */
  disagreements: z.array(disagreementSchema).default([]),
  /** Where each fact above was read. */
  sources: sourcesSchema,
});
export type Course = z.infer<typeof courseSchema>;
