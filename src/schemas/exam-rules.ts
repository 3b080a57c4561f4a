import { z } from 'zod';
import { idSchema, sourcesSchema } from './shared.ts';

/** Whether something will do: `ask` where the page leaves it to somebody else. */
const willDoSchema = z.enum(['yes', 'no', 'ask']);

/** A country as ISO 3166 writes it: "IN". */
const countrySchema = z.string().regex(/^[A-Z]{2}$/, 'must be the two letters of a country, like "IN"');

/** Machines, as far as a page tells them apart. */
export const deviceSchema = z.enum(['windows', 'mac', 'chromebook', 'linux', 'ipad', 'tablet', 'phone']);
export type Device = z.infer<typeof deviceSchema>;

/** Identity papers, as far as a page tells them apart. */
export const paperSchema = z.enum(['passport', 'national-id', 'drivers-license', 'military-id', 'student-id']);
export type Paper = z.infer<typeof paperSchema>;

/** What an exam asks of whoever takes it, in a form that can be held against a country, a device and an identity paper. */
export const examAsksSchema = z.strictObject({
  /** Where one may be while one takes it. */
  countries: z
    .strictObject({
      /** Countries from which it can be taken. */
      yes: z.array(countrySchema).optional(),
      /** Countries from which it can't. */
      no: z.array(countrySchema).optional(),
      /** Countries of which one has to ask: only parts of them are refused, or pages differ. */
      ask: z.array(countrySchema).optional(),
      /** What holds everywhere else. */
      otherwise: willDoSchema,
    })
    .optional(),
  /** Which machines will do. One that is not named: ask. */
  devices: z.partialRecord(deviceSchema, willDoSchema).optional(),
  /** Which identity papers will do. One that is not named: ask. */
  papers: z.partialRecord(paperSchema, willDoSchema).optional(),
  /** Countries whose papers are refused. */
  papersNotFrom: z.array(countrySchema).optional(),
  /** How many screens there may be. */
  screens: z.number().int().positive().optional(),
  /** How fast the connection receives at least, in megabits a second. */
  downMbps: z.number().positive().optional(),
  /** How fast it sends at least, in megabits a second. */
  upMbps: z.number().positive().optional(),
});
export type ExamAsks = z.infer<typeof examAsksSchema>;

/** When exams can be taken. */
export const openHoursSchema = z.strictObject({
  /** `always`: at any hour of any day. Otherwise the hours of each day, in the time of `zone`. */
  open: z.union([
    z.literal('always'),
    z.strictObject({
      /** When it opens: "08:00". */
      from: z.iso.time({ precision: -1 }),
      /** When it closes; past midnight where this is the earlier one. */
      to: z.iso.time({ precision: -1 }),
      /** The zone these are read in: "America/New_York". */
      zone: z.string().regex(/^[A-Za-z]+(\/[A-Za-z_-]+)+$/, 'must be a time zone, like "America/New_York"'),
    }),
  ]),
});
export type OpenHours = z.infer<typeof openHoursSchema>;

/** One way to take a provider's exams. */
export const examWaySchema = z.strictObject({
  /** Where one sits. */
  at: z.enum(['home', 'test-center']),
  /** The service that watches, by id. What it asks holds too, except where `asks` says something else. */
  by: idSchema.optional(),
  /** The way in our words. */
  text: z.string().min(10),
  /** What it asks. */
  asks: examAsksSchema.optional(),
  /** Where this was read. */
  sources: sourcesSchema,
});
export type ExamWay = z.infer<typeof examWaySchema>;
