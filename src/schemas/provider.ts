import { z } from 'zod';
import { examWaySchema } from './exam-rules.ts';
import { disagreementSchema, idSchema, sourcesSchema } from './shared.ts';

/** One way to pay. */
export const pricePlanSchema = z.strictObject({
  /** What the money buys, in plain words. */
  what: z.string().min(3),
  /** The price in US$. Absent where a page names the fee but not its amount. */
  priceUsd: z.number().min(0).optional(),
  /** What one payment covers: "month", "course", "exam", "4 months", "program". */
  per: z.string().min(3),
  /** What limits or dates the price, in plain words. */
  note: z.string().optional(),
  /** False for a price that is kept for the record and no longer charged. */
  current: z.boolean(),
  /** Of a membership: which courses it opens, and for how long. Absent: one payment buys only what `per` says. */
  opens: z
    .strictObject({
      /** How many months one payment lasts. */
      months: z.number().int().positive().max(60),
      /** `all`: any number of courses in that time. `one`: each course needs a payment of its own. */
      courses: z.enum(['all', 'one']),
      /** Only courses whose own code has a number in this span, both ends included: "Psychology 106" is 106. */
      numbers: z
        .strictObject({
          /** The lowest number. */
          from: z.number().int(),
          /** The highest number. */
          to: z.number().int(),
        })
        .optional(),
      /** True where each course has its own price on top. */
      besidesCoursePrice: z.boolean().optional(),
    })
    .optional(),
  /** Of a fee on top of the price of each course or exam: when it is paid. Absent: it is paid only by some, as `what` says. */
  onTop: z
    .strictObject({
      /** Paid by those who take it there. One of the places is always taken. Absent: paid wherever it is taken. */
      at: z.enum(['home', 'test-center']).optional(),
      /** What those who take it there must have. */
      device: z.enum(['computer', 'windows-computer']).optional(),
      /** Only these courses, by id. Absent: all of the provider's. */
      courses: z.array(idSchema).min(1).optional(),
    })
    .optional(),
});
export type PricePlan = z.infer<typeof pricePlanSchema>;

/** Someone who teaches or examines outside a degree program. */
export const providerSchema = z.strictObject({
  /** The name as the provider prints it. */
  name: z.string().min(2),
  /**
   * What it offers: its own courses, exams, courses of universities on one platform, a school's own exams, training
   * for a trade or an employer, or free preparation for somebody else's exams.
   */
  kind: z.enum(['course-provider', 'exam-program', 'mooc', 'school-exams', 'training', 'exam-preparation']),
  /** Its home page. */
  url: z.url(),
  /** Other names and spellings students use. */
  alsoCalled: z.array(z.string()).default([]),
  /** Who reviews its courses: "ACE", "NCCRS", a university. */
  recommenders: z.array(z.string()),
  /** How the record of the credit reaches a school. */
  transcript: z.string().min(3).optional(),
  /** Every way to pay that we know of. */
  prices: z.array(pricePlanSchema),
  /** How fast one may go: courses at a time, exams a month, fixed dates. */
  pace: z.string().optional(),
  /** How many courses one may have open at once. Absent: not known, or as many as one likes. */
  coursesAtATime: z.number().int().positive().optional(),
  /** The months of the year in which its courses or exams can be finished, 1 to 12. Absent: any, or not known. */
  onlyInMonths: z.array(z.number().int().min(1).max(12)).min(1).optional(),
  /** What one must have to study there. Absent: not known, or any device. */
  device: z.enum(['computer', 'windows-computer']).optional(),
  /** How exams are watched, where and on which machine. */
  proctoring: z.string().optional(),
  /** Rules of the exam: length, score, what is allowed. */
  examRules: z.string().optional(),
  /** Which identity papers are asked for. */
  idRules: z.string().optional(),
  /** When a failed exam may be taken again. */
  retakes: z.string().optional(),
  /** What someone outside the United States has to know. */
  abroad: z.string().optional(),
  /**
   * Whether it can be used from outside the United States: from home, at test centers only, in some countries, or not.
   * Absent: not known.
   */
  outsideUs: z.enum(['yes', 'test-centers', 'some-countries', 'no']).optional(),
  /** The ways to take its exams, so that they can be checked. Absent: not known. */
  exams: z.array(examWaySchema).min(1).optional(),
  /** Services it works with, by id: who watches its exams, who keeps its records. */
  services: z.array(idSchema).default([]),
  /** Anything else worth knowing, one fact a line. */
  notes: z.array(z.string()).default([]),
  /** Sources that say different things about this provider. */
  disagreements: z.array(disagreementSchema).default([]),
  /** Where each fact above was read. */
  sources: sourcesSchema,
});
export type Provider = z.infer<typeof providerSchema>;
