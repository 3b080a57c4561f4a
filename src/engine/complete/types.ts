/**
 * The words of a completion: which courses on offer finish what can be transferred, what they cost and how long they take.
 *
 * Money is whole or part US dollars, hours of credit are semester hours, study is counted in hours of work. A month is a
 * twelfth of a year. What is not known is never taken as nothing: a course whose price is not known is not chosen.
 */
import type { Level } from '../../schemas/shared.ts';
import type { Tuition } from '../../schemas/school.ts';
import type { AcceptedCredit, AuditInput, Certainty, HoursRange, OfferedCourse } from '../types.ts';

/** One sum that is paid, and what for. */
export type Fee = {
  /** "Exam fee", "Membership": in the provider's words. */
  readonly what: string;
  readonly priceUsd: number;
  /** What limits or dates the price. */
  readonly note?: string | undefined;
  /** Whose price it is: a provider's id. */
  readonly provider: string;
};

/** One way to pay for a course. */
export type Way = {
  /** Paid once for this course. */
  readonly fees: readonly Fee[];
  /** Paid for this course in every month it is studied. */
  readonly monthly?: Fee;
  /** The membership that must run while it is studied. */
  readonly membership?: string;
  /** Prices that belong to it and are not known, in plain words. Not empty: what it costs is not known. */
  readonly unknown: readonly string[];
  /** Where an exam is taken. */
  readonly at?: 'home' | 'test-center';
  /** What the student needs for it. */
  readonly device?: 'computer' | 'windows-computer';
};

/** A course that could be added, with every way to pay for it. */
export type Offer = {
  readonly course: OfferedCourse & { readonly proctored?: boolean | undefined };
  readonly ways: readonly Way[];
  /** Where it can be had outside the United States, as the provider says. Absent: not known. */
  readonly outsideUs?: 'yes' | 'test-centers' | 'some-countries' | 'no' | undefined;
  /** The months of the year in which it can be finished. Absent: any. */
  readonly onlyInMonths?: readonly number[] | undefined;
};

/** A membership that opens courses for as long as it is paid. */
export type Membership = {
  readonly id: string;
  readonly provider: string;
  /** What it is paid by, such as one month or four: at least one. */
  readonly plans: readonly (Fee & { readonly months: number })[];
  /** Courses the provider lets one have open at once. Absent: not known, or as many as one likes. */
  readonly coursesAtATime?: number | undefined;
};

/** What the plan should be best at. */
export type Aim = 'cheapest' | 'fastest' | 'safest';

/** What the student wants and can do. */
export type Wishes = {
  readonly aim: Aim;
  /** At least so many of the degree's hours are sure, if so many can be. */
  readonly leastSureHours?: number;
  /** Hours of study in a week. */
  readonly hoursAWeek: number;
  /** Hours of study that one semester hour takes: the student's own estimate. */
  readonly studyPerSemesterHour: number;
  /** Courses studied side by side. */
  readonly coursesAtATime: number;
  /** Weeks from the last course until the school has every transcript. */
  readonly weeksForTranscripts: number;
  /** True: planned and considered courses stay in the plan. Else others may take their place. */
  readonly keepPlanned?: boolean;
  /** The day by which the last transcript must be there. */
  readonly finishBy?: string;
  /** Hours of the degree to leave for the school, beyond what its rules ask. */
  readonly keepForSchool?: number;
  readonly without?: {
    readonly providers?: readonly string[];
    readonly courses?: readonly string[];
    readonly levels?: readonly Level[];
    readonly exams?: boolean;
    /** Leaves out what is proctored, and what may be: where nobody says. */
    readonly proctored?: boolean;
  };
  /** True for a student outside the United States: what can't be used there, or isn't known to, is left out. */
  readonly abroad?: boolean;
  /** Providers whose exam fee a voucher pays. */
  readonly vouchers?: readonly string[];
  /** What the student has to study on. Absent: any. */
  readonly device?: 'phone' | 'computer' | 'windows-computer';
};

/** Everything a completion is made from. None of it is changed. */
export type CompletionInput = AuditInput & {
  readonly offers: readonly Offer[];
  readonly memberships: readonly Membership[];
  readonly wishes: Wishes;
};

/** Why a course that might fit was not among those to choose from. */
export type ApartReason =
  /** It would count, but what it costs is not known: `unknown` names it. */
  | 'price-not-known'
  /** The school takes it, but how many hours it gives was not found. */
  | 'hours-not-known'
  /** Its recommendation ends before it could be done. */
  | 'lapses-first';

/** A course that is offered apart, and what is not known of it. */
export type ApartCourse = {
  readonly course: string;
  readonly reason: ApartReason;
  readonly unknown: readonly string[];
  /** Open blocks it may fill. */
  readonly blocks: readonly string[];
};

/** Hours that count in a block. */
export type Landed = { readonly block: string; readonly semesterHours: number };

/** A course that the plan adds. */
export type ChosenCourse = {
  readonly course: string;
  readonly provider: string;
  readonly way: Way;
  /** What the school makes of it, part by part. */
  readonly accepted: readonly AcceptedCredit[];
  /** Where its hours land. */
  readonly lands: readonly Landed[];
  /** Where they land if nothing counts but what is sure. */
  readonly surely: readonly Landed[];
  readonly certainty: Certainty;
  /** Hours of work, by the student's estimate. */
  readonly studyHours: number;
  readonly startOn: string;
  readonly finishOn: string;
};

/** One line of the costs. They add up to the whole. */
export type CostPart = Fee & {
  /** How many times it is paid. */
  readonly times: number;
  readonly totalUsd: number;
  /** The course it is for; absent for a membership. */
  readonly course?: string;
  readonly membership?: string;
};

/** The months in which a membership runs. */
export type MembershipRun = {
  readonly membership: string;
  readonly provider: string;
  readonly months: number;
  readonly from: string;
  readonly to: string;
  readonly studyHours: number;
};

/** A block that the plan leaves open, and why. */
export type OpenBlock = {
  readonly block: string;
  readonly stillNeeded: number;
  readonly reason:
    /** Only the school's own courses fill it. */
    | 'in-residence'
    /** No course on offer fits it. */
    | 'no-course'
    /** Courses fit, but only such whose price or hours are not known. */
    | 'only-unknown'
    /** Courses fit, but the student's wishes leave them out. */
    | 'wishes'
    /** Courses fit, but there is no time for them before the day by which the student wants to be done. */
    | 'no-time'
    /** Courses fit, but the school's or the degree's rules leave no room, or the same courses are needed elsewhere. */
    | 'no-room';
};

/** A tuition line of the school, and what the hours left for it cost by that line, where that can be said. */
export type TuitionPart = { readonly line: Tuition; readonly totalUsd?: number };

/** The plan that finishes what can be transferred. */
export type Completion = {
  readonly courses: readonly ChosenCourse[];
  /** Hours of the degree met with the plan and these courses, in three readings. */
  readonly met: HoursRange;
  /** Hours of the degree, and those met before anything is added. */
  readonly semesterHours: number;
  readonly before: HoursRange;
  /**
   * Of the hours likely met, those that a published or decided equivalency makes sure: what the safest plan has most of. Where
   * nothing counts but what is sure, other courses may be used for other blocks: that is `met.least`.
   */
  readonly sureHours: number;
  readonly costUsd: number;
  readonly costs: readonly CostPart[];
  readonly memberships: readonly MembershipRun[];
  /** From today until the last transcript is there. */
  readonly months: number;
  readonly studyHours: number;
  readonly finishOn: string;
  /** Blocks left open. */
  readonly open: readonly OpenBlock[];
  /** Hours left for the school, and its tuition. */
  readonly residence: { readonly semesterHours: number; readonly tuition: readonly TuitionPart[] };
  readonly apart: readonly ApartCourse[];
  /** False: better ones may exist, but none that is better by more than `gap`. */
  readonly proven: boolean;
  /** What it would be better at first, by at most so much: the others are then 0, and what comes after it is not bounded. */
  readonly gap: {
    /** Hours more that might be met. */
    readonly semesterHours: number;
    /** Dollars less that it might cost, where the hours are the same; for `fastest`, hours of study less. */
    readonly costUsd: number;
    readonly studyHours: number;
    readonly sureHours: number;
  };
};

/** What is told of while the search runs. Returning `false` stops it. */
export type CompletionProgress = (soFar: {
  readonly hours: number;
  readonly costUsd: number;
  readonly courses: number;
}) => boolean;
