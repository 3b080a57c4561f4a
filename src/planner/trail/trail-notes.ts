/**
 * What a student notes on the way from a course to posted credit: which step is done, what waits since when, what went
 * wrong. Steps and requirements have the ids of the route that the credit takes.
 *
 * Each note stands for itself: two tabs that note different steps go together, and undo keeps only what changed.
 */
import { isRealDate, longestTitle } from '../plan/entry-limits.ts';
import { entriesOf, oneOf, record, text, textThat, wholeNumber, type Reader } from '../keeping/untrusted.ts';

/** A step that is not to do any more, or not only. */
export type StepNote = {
  readonly state: 'done' | 'waiting' | 'failed' | 'not-needed';
  /** The day it was done, begun to wait, or went wrong. */
  readonly on?: string;
  readonly note?: string;
  /** The page or file that proves it. */
  readonly link?: string;
};

export type RequirementNote = { readonly state: 'met' | 'failed' | 'not-needed'; readonly on?: string };

/** When the exam is, on the clocks of which place. */
export type ExamSlot = { readonly on: string; readonly at: string; readonly zone: string };

/** A membership that is paid for a course: it renews every so many months until it is cancelled. */
export type Membership = { readonly since: string; readonly months: number };

export type CreditTrail = {
  /** The route's id, where the student has chosen another than the first that fits. */
  readonly route?: string;
  /** Who grants the credit, where there are several to choose from. */
  readonly organisation?: string;
  readonly courseEndsOn?: string;
  readonly steps?: Readonly<Record<string, StepNote>>;
  readonly requirements?: Readonly<Record<string, RequirementNote>>;
  readonly exam?: ExamSlot;
  readonly membership?: Membership;
  /** The student's name as others print it. */
  readonly names?: { readonly inRecord?: string; readonly onTranscript?: string };
};

/** Kinds of ID, most usual first. */
export const idKinds = [
  'passport',
  'national-id',
  'drivers-license',
  'residence-permit',
  'military-id',
  'student-id',
  'other',
] as const;

/** The ID that the student shows: never its number, never a picture. */
export type Identity = {
  readonly nameOnId?: string;
  readonly idKind?: (typeof idKinds)[number];
  /** The country that issued it, by its two letters of ISO 3166. */
  readonly idCountry?: string;
};

/** Notes to put in the place of others. What is `undefined` is taken back. */
export type TrailNotes = {
  readonly [F in Exclude<keyof CreditTrail, Group>]?: CreditTrail[F] | undefined;
} & {
  readonly [F in Group]?: {
    readonly [I in keyof NonNullable<CreditTrail[F]>]?: NonNullable<CreditTrail[F]>[I] | undefined;
  };
};

/** The longest note, and the longest address. */
export const longestNote = 500;
/** The most steps of one credit that have a note, and the most requirements. */
export const mostNotes = 60;

const groups = ['steps', 'requirements', 'names'] as const;
type Group = (typeof groups)[number];

const noteId = /^[a-z0-9-]{1,60}$/;
const routeId = text(60, noteId);
const name = text(longestTitle);
const date = textThat(isRealDate);

/** Whether the text is the address of a page: nothing else may be followed from a plan. */
export function isPageAddress(address: string): boolean {
  return address.length <= longestNote && /^https?:\/\/[^\s"<>]+$/i.test(address);
}

const readStep: Reader<StepNote> = record(
  { state: oneOf(['done', 'waiting', 'failed', 'not-needed']) },
  { on: date, note: text(longestNote), link: textThat(isPageAddress) },
);
const readRequirement: Reader<RequirementNote> = record(
  { state: oneOf(['met', 'failed', 'not-needed']) },
  { on: date },
);

/** A trail that can be read whole and says something. */
export const readTrail: Reader<CreditTrail> = notEmpty(
  record(
    {},
    {
      route: routeId,
      organisation: routeId,
      courseEndsOn: date,
      steps: entriesOf(noteId, readStep, mostNotes),
      requirements: entriesOf(noteId, readRequirement, mostNotes),
      exam: record({ on: date, at: text(5, /^([01]\d|2[0-3]):[0-5]\d$/), zone: text(64, /^[A-Za-z0-9_+/-]+$/) }),
      membership: record({ since: date, months: wholeNumber(1, 60) }),
      names: notEmpty(record({}, { inRecord: name, onTranscript: name })),
    },
  ),
);

/** An ID that can be read whole and says something. */
export const readIdentity: Reader<Identity> = notEmpty(
  record({}, { nameOnId: name, idKind: oneOf(idKinds), idCountry: text(2, /^[A-Z]{2}$/) }),
);

function notEmpty<T extends object>(reader: Reader<T>): Reader<T> {
  return (value) => {
    const read = reader(value);
    return read && Object.keys(read).length > 0 ? read : undefined;
  };
}

/** Each note by where it stands: "route", "steps send-transcript". */
export type NotesByPlace = Readonly<Record<string, unknown>>;

/** Every note of the trail by its place. */
export function notesByPlace(trail: CreditTrail | TrailNotes = {}): NotesByPlace {
  return Object.fromEntries(
    Object.entries(trail).flatMap(([field, value]) =>
      isGroup(field) ? Object.entries(value ?? {}).map(([id, one]) => [`${field} ${id}`, one]) : [[field, value]],
    ),
  );
}

function isGroup(field: string): boolean {
  return groups.some((group) => group === field);
}

/** The trail of these notes, or `undefined` where there are none or they can't be read. */
export function trailOf(notes: NotesByPlace): CreditTrail | undefined {
  const whole = Object.entries(notes).filter(([, value]) => value !== undefined);
  const inGroups = groups.map((group): [string, object] => [
    group,
    Object.fromEntries(
      whole.flatMap(([place, value]) =>
        place.startsWith(`${group} `) ? [[place.slice(group.length + 1), value]] : [],
      ),
    ),
  ]);
  return readTrail(Object.fromEntries([...whole, ...inGroups.filter(([, inside]) => Object.keys(inside).length > 0)]));
}

/**
 * The trail with these notes in the place of those that stand there; `undefined` where nothing is left. Notes that can't
 * be kept, because they are too long or too many, change nothing.
 */
export function withNotes(trail: CreditTrail | undefined, notes: TrailNotes): CreditTrail | undefined {
  const all = { ...notesByPlace(trail), ...notesByPlace(notes) };
  return Object.values(all).every((one) => one === undefined) ? undefined : (trailOf(all) ?? trail);
}
