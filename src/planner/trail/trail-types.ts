/**
 * The words of a credit's trail: the steps from enrolling to posted credit, what is asked for on the way, and the days by
 * which something has to happen or may be expected.
 */
import type { Route, RouteRequirement, RouteStep, RouteWindow } from '../../schemas/route.ts';
import type { Receiver, Receives, SchoolFee } from '../../schemas/receives.ts';
import type { School } from '../../schemas/school.ts';
import type { Source } from '../../schemas/shared.ts';
import type { CatalogCourse } from '../catalog/catalog.ts';
import type { Plan } from '../plan/plan.ts';
import type { CreditTrail, ExamSlot, StepNote } from './trail-notes.ts';

/** A route with its id. */
export type CatalogRoute = Route & { readonly id: string };

/** One way in which a provider's membership renews. */
export type Renewal = { readonly what: string; readonly months: number; readonly priceUsd?: number };

/** `/catalog/routes.json` */
export type CatalogRoutes = {
  readonly routes: readonly CatalogRoute[];
  /** By provider id, its memberships. */
  readonly renewals: Readonly<Record<string, readonly Renewal[]>>;
  /** By school id, how it takes records. */
  readonly receives: Readonly<Record<string, Receives>>;
  /** Ids of providers whose exams are given in some months only. */
  readonly inSomeMonths: readonly string[];
};

/** What a trail is made of besides the plan. */
export type TrailFacts = {
  readonly routes: readonly CatalogRoute[];
  readonly courses: ReadonlyMap<string, Pick<CatalogCourse, 'title' | 'provider' | 'kind' | 'recommendations'>>;
  /** The school that the plan aims at. */
  readonly school?: { readonly id: string; readonly school: Pick<School, 'name' | 'shortName' | 'receives'> };
  /** Providers whose exams are given in some months only: one signs up for them long before. */
  readonly inSomeMonths?: CatalogRoutes['inSomeMonths'];
  /** What is noted on other credits of steps that are done once for all, by step id. */
  readonly notedOnce?: Readonly<Record<string, StepNote>>;
  /** Steps done once for all of which the plan tells, by another credit, that they are done. */
  readonly toldOnce?: ReadonlySet<string>;
};

/** What a plan holds of trails. School deadlines count from `startsOn`. */
export type TrailPlan = Pick<Plan, 'credits' | 'startsOn'>;

/** A span of days in which something is expected. */
export type Expected = { readonly from: string; readonly to: string };

/**
 * How a step stands.
 * - `later`: something before it is still to be done
 * - `ready`: it can be done today
 * - `waiting`: somebody else has it; since when, where a date is known
 *
 * `expected` is when it should be done, by usual times and the student's own dates. Absent: it cannot be told.
 */
export type StepStanding =
  | { readonly state: 'later' | 'ready'; readonly expected?: Expected }
  | {
      readonly state: 'waiting';
      readonly since?: string;
      readonly expected?: Expected;
      /** By how many days the longest usual time is over. Absent: it is not. */
      readonly overdueDays?: number;
    }
  | { readonly state: 'done'; readonly on?: string }
  | { readonly state: 'failed'; readonly on?: string }
  | { readonly state: 'not-needed' };

/** One step of a route at a school, whatever has been done of it. */
export type StepFacts = Pick<
  RouteStep,
  'stage' | 'actor' | 'title' | 'text' | 'proof' | 'ifStalled' | 'takes' | 'optional' | 'ownAdvice'
> & {
  /** What notes are kept under: "claim-badge"; of a step that the school adds, "tesu--credit-election". */
  readonly id: string;
  /** Steps that come before it, by id. */
  readonly after: readonly string[];
  /** Empty for advice of ours. */
  readonly sources: readonly Source[];
  /** True for a step that the school adds. */
  readonly ofSchool?: true;
  /** True where it is done once for all credit of the plan. */
  readonly once?: boolean | undefined;
  /** A form or page for it. */
  readonly url?: string | undefined;
  /** Where to send it: on the step that has the record sent to the school. */
  readonly receivers: readonly Receiver[];
  /** What the school charges: on the step in which it evaluates. */
  readonly fees: readonly SchoolFee[];
};

/** One step of a credit's trail. */
export type TrailStep = StepFacts &
  StepStanding & {
    /** What the student noted. */
    readonly note?: StepNote;
    /** True where nobody noted it, and what the plan says of the credit tells that it is done or not needed. */
    readonly fromPlan?: true;
  };

/** How a requirement stands. `open`: neither met nor failed so far. */
export type TrailRequirement = {
  readonly requirement: RouteRequirement;
  readonly state: 'open' | 'met' | 'failed' | 'not-needed';
  readonly on?: string;
  /** What told it: the student's note, the step that shows it, or what the plan knows. Absent: nothing yet. */
  readonly by?: 'note' | 'step' | 'plan';
};

/** How a window stands. `not-open`: what begins it is still to come, or its day is not known. */
export type TrailWindow = {
  readonly window: RouteWindow;
  readonly state: 'not-open' | 'open' | 'used' | 'passed';
  /** True where its days are worked out from steps that are still to come. */
  readonly estimated?: true;
  readonly opensOn?: string;
  /** The last day. */
  readonly closesOn?: string;
  /** Days left, today not counted; only of an open window. */
  readonly daysLeft?: number;
};

/** Why a credit is not eligible, or no longer. */
export type TrailReason =
  /** The school does not take records of this route. */
  | { readonly kind: 'record-not-taken'; readonly says: string }
  | { readonly kind: 'requirement-open' | 'requirement-failed'; readonly requirement: string; readonly title: string }
  | { readonly kind: 'step-failed'; readonly step: string; readonly title: string }
  | { readonly kind: 'window-passed'; readonly window: string; readonly title: string; readonly on: string }
  | { readonly kind: 'lapsed'; readonly by: string; readonly on: string }
  | { readonly kind: 'lapses-first'; readonly by: string; readonly on: string };

/**
 * The one line above a trail.
 * - `eligible`: everything that is asked for is met; the school still decides
 * - `not-yet`: what is missing, or has to be repeated
 * - `no-longer`: what cannot be made good
 * - `granted`, `not-granted`: the school answered
 */
export type Eligibility = {
  readonly state: 'eligible' | 'not-yet' | 'no-longer' | 'granted' | 'not-granted';
  readonly reasons: readonly TrailReason[];
};

/** What a dated event is about. */
export type TrailEventKind =
  | 'exam'
  | 'finish'
  | 'course-ends'
  | 'lapse'
  | 'window-closes'
  | 'expected'
  | 'renewal'
  | 'school-deadline'
  | 'school-starts'
  | 'appeal-closes';

/** One day of the plan. */
export type TrailEvent = {
  /** Stays when the day moves, and is given once in a plan: "c1.exam", "c1.window.buy-credit", "school.transcripts". */
  readonly id: string;
  readonly kind: TrailEventKind;
  /** In a few words, with the course's title. */
  readonly title: string;
  /** ISO date. Of an exam: the day in the zone where it was booked. */
  readonly on: string;
  /** Of an exam's slot: the time and its zone. Everything else is a whole day. */
  readonly slot?: ExamSlot;
  /** The planned credit's id. Absent: it is about the whole plan. */
  readonly credit?: string;
  /** The step's id, where it is about one. */
  readonly step?: string;
  /** `fixed`: a date that somebody set. `expected`: worked out from plans or usual times. */
  readonly certainty: 'fixed' | 'expected';
};

/** A credit's whole trail. */
export type Trail = {
  readonly credit: string;
  readonly title: string;
  readonly route: CatalogRoute;
  /** The routes it could go instead, the one it goes not among them. */
  readonly otherRoutes: readonly CatalogRoute[];
  /** First to last. */
  readonly steps: readonly TrailStep[];
  readonly requirements: readonly TrailRequirement[];
  readonly windows: readonly TrailWindow[];
  readonly eligibility: Eligibility;
  /** Dated events of this credit alone, soonest first. */
  readonly events: readonly TrailEvent[];
  readonly notes: CreditTrail;
};

/** A course that begins later than in the next weeks. */
export type LaterStart = {
  readonly credit: string;
  readonly title: string;
  /** ISO date: about when it begins. */
  readonly on: string;
};

/** Something for this week. */
export type WeekItem = {
  /** `do`: a step that is ready. `ask`: a step that is overdue. `mend`: a step that failed. `date`: a day of this week. */
  readonly kind: 'do' | 'ask' | 'mend' | 'date';
  readonly credit?: string;
  readonly step?: string;
  readonly event?: TrailEvent;
  /** ISO date: by when, or on which day. Absent: any day. */
  readonly by?: string;
  /** What to do, as a sentence. */
  readonly says: string;
};
