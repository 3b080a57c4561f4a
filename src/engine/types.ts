/**
 * The answer's words.
 *
 * Two questions, two stages. *Accepted*: does the school take this credit at all, and as what? *Applied*: does this
 * degree use it? Hours are semester hours; dates are ISO text; money does not appear here.
 */
import type { Course, Recommendation } from '../schemas/course.ts';
import type { Degree } from '../schemas/degree.ts';
import type { Equivalency } from '../schemas/equivalency.ts';
import type { Level, Source } from '../schemas/shared.ts';
import type { CreditSource, School } from '../schemas/school.ts';

/** What the engine needs of a course: a catalog record without its prose, with its id. */
export type CourseFacts = Pick<Course, 'title' | 'provider' | 'code' | 'kind' | 'recommendations'> & {
  readonly id: string;
  readonly sources?: readonly Source[];
};

type Passing = 'A' | 'B' | 'C' | 'D';
/** A letter grade as transcripts print it. */
export type Grade = Passing | `${Passing}${'+' | '-'}` | 'F';

/** How far the student is with one credit. Only dates and scores change what the school may do; the status never does. */
export type CreditStatus = 'considering' | 'planned' | 'in-progress' | 'completed' | 'transcript-sent' | 'evaluated';

/** A course that is not in the catalog, as the student typed it. */
export type TypedCourse = {
  readonly title: string;
  readonly semesterHours: number;
  readonly level: Level;
  /** A subject prefix of the school, like "PSY". */
  readonly subject?: string;
  /** For one of the school's own courses, its code: "SOS-1100". */
  readonly schoolCourse?: string;
  readonly source: CreditSource;
};

/** "Use it here" or "don't use it there", for one part of a credit. */
export type Pin = {
  /** Which of the accepted credits it becomes, counted from 0. */
  readonly part: number;
  /** A block's id. */
  readonly block: string;
  readonly use: boolean;
};

/** When the school answered, and who: an office or a name. */
export type Answered = { readonly decidedOn: string; readonly by: string };

/**
 * A substitution: the school lets one part of a credit stand for one of its own courses, in every requirement that names
 * the course. Its hours, its level and what it is do not change.
 */
export type Substitution = Answered & { readonly part: number; readonly schoolCourse: string };

/** "Apply here": the school uses one part of a credit in this block, whether or not it fits there. */
export type AppliedHere = Answered & { readonly part: number; readonly block: string };

/** A waiver: the school asks nothing of a requirement. Its hours are still to be earned, as electives. */
export type Waiver = Answered & { readonly block: string };

/** What the school answered about one credit. It outranks every fact. */
export type Decision = {
  /** Empty: refused. */
  readonly becomes: readonly {
    readonly semesterHours: number;
    readonly level: Level;
    readonly title: string;
    readonly schoolCourse?: string;
    readonly subject?: string;
    readonly areas?: readonly string[];
  }[];
} & Answered;

/** One credit of the student's plan: a course of the catalog, or one typed in. */
export type PlannedCredit = {
  /** Unique in the plan. */
  readonly id: string;
  /** The catalog's course id. */
  readonly course?: string;
  readonly typed?: TypedCourse;
  readonly status: CreditStatus;
  /** On the exam's own scale. */
  readonly score?: number;
  /** A letter grade with its sign, where one was given. */
  readonly grade?: Grade;
  /** When it was, or is planned to be, finished. */
  readonly completedOn?: string;
  readonly pins?: readonly Pin[];
  readonly decision?: Decision;
  readonly substitutions?: readonly Substitution[];
  readonly appliedHere?: readonly AppliedHere[];
};

/** How sure it is that the school gives this credit, surest first. */
export type Certainty = 'decided' | 'published' | 'reported' | 'recommended' | 'unknown';

/** Hours the school gives: certainly, probably, and if everything goes well. */
export type HoursRange = { readonly least: number; readonly likely: number; readonly most: number };

/** One whole credit as the school takes it. */
export type AcceptedCredit = {
  /** The planned credit's id and the part's number: "c3.0". */
  readonly id: string;
  /** The planned credit's id. */
  readonly credit: string;
  readonly part: number;
  /** What it becomes, in the school's words where known; else the course's own title. */
  readonly title: string;
  /** What sort of credit it becomes. Only a direct course can duplicate another. */
  readonly kind: Equivalency['becomes'][number]['kind'];
  readonly schoolCourse?: string;
  readonly subject?: string;
  readonly areas: readonly string[];
  /** Unknown levels are taken as lower division. */
  readonly level: Level;
  readonly levelKnown: boolean;
  readonly hours: HoursRange;
  readonly certainty: Certainty;
  readonly source: CreditSource;
  /** Who gave the course or exam, where the catalog knows it. */
  readonly provider?: string;
  /** Who recommends it: the one the school goes by. */
  readonly recommender?: Recommendation['by'];
  readonly grade?: PlannedCredit['grade'];
  /** Within how many years it was finished: 3 for two and a half years ago. Absent: not finished yet. */
  readonly age?: number | 'not-known';
  /** The school course that it stands for by a substitution, as requirements know that course. */
  readonly standsFor?: Pick<AcceptedCredit, 'areas' | 'level' | 'levelKnown'> & { readonly schoolCourse: string };
  /** The block that the school uses it in, whatever it is. */
  readonly appliedHere?: string;
  /** Where the answer comes from. */
  readonly sources: readonly Source[];
  /** What the student should know about this answer. */
  readonly remarks: readonly Remark[];
};

/** Why the school gives nothing for a planned credit. */
export type NotAcceptedReason =
  /** The school's policy says no, or an equivalency says it becomes nothing. */
  | 'not-accepted-by-school'
  | 'needs-agreement'
  /** The recommendation had ended when the course was finished. */
  | 'recommendation-expired'
  | 'recommendation-not-yet-in-force'
  | 'below-passing-score'
  | 'below-minimum-grade'
  /** The school takes such credit only for some years. */
  | 'too-old'
  /** Another credit of the plan becomes the same school course. `other` names it. */
  | 'duplicate-credit'
  /** Nobody recommends it and no equivalency is known. */
  | 'no-recommendation'
  /** It is recommended, but how many hours was not found. */
  | 'hours-not-known'
  /** The catalog no longer, or does not yet, know this course. */
  | 'not-in-catalog'
  /** The school answered no. */
  | 'refused';

/** Why accepted credit is used by no requirement. */
export type NotAppliedReason =
  /** No block of the degree takes such credit. */
  | 'no-block-fits'
  | 'wrong-level'
  | 'in-residence-only'
  | 'below-minimum-grade'
  /** Finished longer ago than the requirement allows. */
  | 'too-old'
  /** The requirement takes only newer credit, and nobody said when this was finished. */
  | 'age-not-known'
  /** Every block it fits is full. */
  | 'blocks-full'
  /** A maximum of the school is used up. `rule` names it. */
  | 'over-maximum'
  /** A qualifier of a block or of the degree leaves no room. `rule` names it. */
  | 'over-qualifier'
  /** The student's pins keep it out. */
  | 'pinned-away'
  /** It may give hours, but none that can be counted on in this reading. */
  | 'no-hours-in-this-reading';

/** A fact about an accepted credit that is no reason against it. */
export type Remark =
  | 'no-equivalency-known'
  | 'range-of-hours'
  | 'level-not-known'
  | 'subject-not-known'
  | 'case-by-case'
  | 'student-plan-hint'
  | 'must-be-confirmed'
  | 'no-completion-date-for-a-recommendation-that-ends'
  | 'no-completion-date-for-a-rule-about-age'
  | 'score-not-entered'
  | 'typed-by-student'
  /** The school course that was typed for it is one that no credit from elsewhere stands for. */
  | 'school-course-only-there'
  /** It would stand for a course that another credit of the plan is, or stands for, already. */
  | 'substitution-not-needed';

/** A planned credit, or one part of it, that the school gives nothing for. */
export type NotAccepted = {
  readonly credit: string;
  /** The part, where another part of the same credit is accepted. */
  readonly part?: number;
  readonly title: string;
  readonly reason: NotAcceptedReason;
  /** The policy's or rule's words, where there are any. */
  readonly says?: string;
  /** The other planned credit, for duplicates. */
  readonly other?: string;
  /** The score that the student has, and the least that is asked for, where it is below. */
  readonly scores?: readonly [had: number, asked: number];
  readonly sources: readonly Source[];
};

/** Three readings of the same plan. */
export type Reading = 'least' | 'likely' | 'most';

/** One credit at one block. */
export type Application = {
  /** The accepted credit's id. */
  readonly accepted: string;
  readonly block: string;
  /** Hours that count there. */
  readonly semesterHours: number;
  /** Hours by which the credit exceeds what the block still takes. */
  readonly excess: number;
  /** Those of them that count in another block, usually the free electives. */
  readonly excessCounted?: { readonly block: string; readonly semesterHours: number };
  /** True where the student's pin put it there. */
  readonly pinned: boolean;
  /** True for the second of two blocks that share the credit. Its hours count once toward the degree's. */
  readonly secondUse?: true;
};

/** The best use of whole credits for one reading. */
export type Assignment = {
  readonly applications: readonly Application[];
  /** Degree hours met. A credit that two blocks share counts once. */
  readonly semesterHours: number;
  /** True: an optimum of the aims, proven. False: the best found before the limit. */
  readonly proven: boolean;
  /** No assignment meets more degree hours than this. Equal to `semesterHours` when proven. */
  readonly bound: number;
};

/** How one block of the degree stands in one reading. */
export type BlockAudit = {
  readonly block: string;
  readonly semesterHours: number;
  /** Hours met. For a block with children, the sum that counts. */
  readonly met: number;
  readonly stillNeeded: number;
  /** Courses that fill it, and how many it asks for, where it counts them. */
  readonly courses?: { readonly have: number; readonly need: number };
  /** True if all its hours are met, its courses where it counts them, and as many of its children as must be. */
  readonly complete: boolean;
  /** What fills it, itself, not its children. */
  readonly filledBy: readonly Application[];
  readonly qualifiers: readonly QualifierAudit[];
  /** False for an alternative that the best assignment does not use. */
  readonly chosen: boolean;
};

/** How one condition stands. */
export type QualifierAudit = {
  readonly id: string;
  readonly says: string;
  readonly kind: string;
  /** Hours (or subjects) that count under it. */
  readonly have: number;
  /** What it asks for, or allows. */
  readonly limit: number;
  /** For "at least" rules: kept. For "at most" rules: not gone over. */
  readonly kept: boolean;
};

/** What became of one accepted credit, in the likely reading; and where it would land if everything goes well. */
export type CreditOutcome = {
  readonly accepted: AcceptedCredit;
  readonly applied?: Application;
  /** The second block that it fills, where blocks share. */
  readonly alsoApplied?: Application;
  /** In the reading "most", for a credit the likely reading does not use. */
  readonly atBest?: Application;
  readonly notApplied?: {
    readonly reason: NotAppliedReason;
    /** The maximum's or qualifier's id and words, and the hours that it leaves room for. */
    readonly rule?: { readonly id: string; readonly says: string; readonly leaves?: number };
    /** Blocks it would fit, were there room. */
    readonly blocks: readonly string[];
  };
  /** Every block it may fill, for the student to choose from. */
  readonly mayFill: readonly string[];
};

/** A pin that cannot be kept, and why. */
export type BrokenPin = {
  readonly credit: string;
  readonly part: number;
  readonly block: string;
  readonly reason: 'no-such-block' | 'no-such-part' | 'does-not-fit' | 'no-room-with-other-pins' | 'school-decided';
  /** True where the school, not the student, put it there. */
  readonly appliedHere?: true;
};

/** The report of what is met and what isn't. */
export type DegreeAudit = {
  readonly semesterHours: number;
  /** "48 of 120 sure, 66 likely, 72 at best". */
  readonly met: HoursRange;
  readonly readings: { readonly [R in Reading]: Assignment };
  /** The likely reading, block by block, in the degree's order, parents first. */
  readonly blocks: readonly BlockAudit[];
  /** Conditions on the whole degree, in the likely reading. */
  readonly qualifiers: readonly QualifierAudit[];
  /** The school's maximums for this award, then what its residency leaves for credit from elsewhere. */
  readonly maximums: readonly QualifierAudit[];
  readonly outcomes: readonly CreditOutcome[];
  readonly notAccepted: readonly NotAccepted[];
  /** Pins that were set aside, because they cannot be kept. */
  readonly brokenPins: readonly BrokenPin[];
  /** Rules no one could encode, with the block they belong to (`undefined`: the whole degree). */
  readonly checkYourself: readonly { readonly block?: string; readonly says: string }[];
};

/** Everything an audit is made from. None of it is changed. */
export type AuditInput = {
  readonly degree: Degree;
  readonly school: School;
  /** The school's equivalencies, of all providers. */
  readonly equivalencies: readonly Equivalency[];
  /** At least the courses the plan names. */
  readonly courses: ReadonlyMap<string, CourseFacts>;
  readonly credits: readonly PlannedCredit[];
  /** ISO date. The engine has no clock. */
  readonly today: string;
};

/** One change of a plan. */
export type Change =
  /** Take back what the student said of where this credit goes, or doesn't. */
  | { readonly kind: 'release-pins'; readonly credit: string }
  /** Leave another credit out. */
  | { readonly kind: 'drop-credit'; readonly credit: string }
  /** Reach this score. */
  | { readonly kind: 'reach-score'; readonly credit: string; readonly score: number }
  /** Reach this letter grade. */
  | { readonly kind: 'reach-grade'; readonly credit: string; readonly grade: Grade }
  /** Finish it within these dates, or say that it was. `completedOn` is such a day. */
  | {
      readonly kind: 'finish-in-time';
      readonly credit: string;
      readonly completedOn: string;
      readonly from?: string;
      readonly to?: string;
    }
  /** Ask the school for a decision: that it counts as this. */
  | { readonly kind: 'school-decides'; readonly credit: string; readonly block: string; readonly decision: Decision }
  /** All of these: no fewer of them are enough. */
  | { readonly kind: 'together'; readonly changes: readonly Change[] };

/** A change, and what the likely reading of the degree then meets. */
export type Repair = { readonly change: Change; readonly met: number };

/** A course that the student could take. */
export type OfferedCourse = CourseFacts & {
  readonly priceUsd?: number | undefined;
  readonly withdrawn?: boolean | undefined;
};

/** A course on offer, and what the school makes of it, or of a part of it. */
export type AcceptedCourse<Offered extends OfferedCourse = OfferedCourse> = {
  readonly course: Offered;
  readonly accepted: AcceptedCredit;
};

/** A course that may fill a block. */
export type FittingCourse<Offered extends OfferedCourse = OfferedCourse> = AcceptedCourse<Offered> & {
  /** Hours of the block it would likely meet, with all other credit left where it is. 0: there is no room for it as it is. */
  readonly meets: number;
};

/** A rule, or a choice of the student's, that stands in the way. */
export type Obstacle = {
  readonly kind:
    | 'qualifier'
    | 'maximum'
    /** Hours to be earned at the school. */
    | 'residency'
    /** A block that only the school's own courses fill. */
    | 'in-residence'
    /** Only so many of the block's children count. */
    | 'choice'
    /** Only so many courses count in the block. */
    | 'course-count'
    /** What fits the block. */
    | 'fits'
    /** The student's pins on one credit. */
    | 'pins';
  /** The rule's, the block's or the planned credit's id. */
  readonly id: string;
  /** The block that the rule belongs to. */
  readonly block?: string;
  readonly says?: string;
};

/** How far credit of some sources leads, and what keeps it from leading further. */
export type Reach = {
  /** Which further credit is thought of. What the plan has is used too, whatever its source. */
  readonly sources: readonly CreditSource[];
  /** No plan that adds such credit to this one meets more hours. */
  readonly semesterHours: number;
  /** What `inTheWay` stands in the way of: the hours of the degree, or the most that credit of any source can meet. */
  readonly of: number;
  /** A smallest set of rules and pins without which `of` could be met. Empty if it can be. */
  readonly inTheWay: readonly Obstacle[];
  /** False: there may be a smaller set. */
  readonly smallest: boolean;
};

/** What stands in the way of finishing the degree. */
export type Obstacles = {
  /** With any credit, the school's own courses too. */
  readonly anywhere: Reach;
  /** With any credit but the school's own. */
  readonly elsewhere: Reach;
  /** With exams and courses that a reviewer recommends. */
  readonly alternative: Reach;
};

/** Pins that cost hours of the degree: the smallest set to release. */
export type PinsToRelease = {
  /** Ids of planned credits. */
  readonly credits: readonly string[];
  /** What the likely reading then meets: as much as without any pins. */
  readonly met: number;
};
