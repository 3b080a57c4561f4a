/** Which of the courses on offer there are to choose from, and which only apart, and why. */
import { articulateCredit, rowsByCourse } from '../articulate.ts';
import { inFixedOrder } from '../assign.ts';
import { coursesHad, directCourse } from '../courses-had.ts';
import { setDuplicatesAside } from '../duplicates.ts';
import { sumHours } from '../semester-hours.ts';
import type { AcceptedCredit, PlannedCredit } from '../types.ts';
import { dayAfterStudy, firstDayIn } from './calendar.ts';
import { stacksOf, type Stack } from './stacks.ts';
import type { ApartReason, CompletionInput, Offer, Way, Wishes } from './types.ts';

/** A course to choose, and what the school makes of it. */
export type Candidate = {
  readonly offer: Offer;
  /** Parts that give hours and that no credit of the plan gives already. */
  readonly accepted: readonly AcceptedCredit[];
  /** Ways whose price is known and that the student can use. */
  readonly ways: readonly Way[];
  readonly studyHours: number;
  /** The last day on which finishing it gives this credit. Absent: no end is known. */
  readonly until?: string | undefined;
};

/** A course that can't be chosen. Where the school takes it, with the credit it would give. */
export type SetAside = {
  readonly course: string;
  readonly reason: ApartReason | 'wishes';
  readonly unknown: readonly string[];
  readonly accepted: readonly AcceptedCredit[];
};

/** The planned credit that adding this course would be. */
export function plannedOf(course: string, completedOn: string): PlannedCredit {
  return { id: course, course, status: 'planned', completedOn };
}

/** Every course of the plan and on offer. */
export function coursesOf({
  courses,
  offers,
}: Pick<CompletionInput, 'courses' | 'offers'>): CompletionInput['courses'] {
  if (offers.every(({ course }) => courses.get(course.id) === course)) return courses;
  return new Map([...courses, ...offers.map(({ course }) => [course.id, course] as const)]);
}

/** What there is to choose from, and what not. */
export type Choice = {
  readonly candidates: readonly Candidate[];
  readonly stacks: readonly Stack[];
  readonly aside: readonly SetAside[];
};

/** What there is to choose from, beside the credits that stay. In a fixed order. It is the same for all degrees of a program. */
export function candidatesOf(
  input: CompletionInput,
  kept: readonly PlannedCredit[],
  held: readonly AcceptedCredit[],
): Choice {
  const { wishes, today, school, degree, equivalencies } = input;
  const planned = new Set(kept.flatMap(({ course }) => course ?? []));
  const had = new Set(held.flatMap(coursesHad));
  const courses = coursesOf(input);
  const rows = rowsByCourse(equivalencies);
  const candidates: Candidate[] = [];
  const aside: SetAside[] = [];
  const take = (course: string, on: string): { accepted: AcceptedCredit[]; noHours: boolean } => {
    const credit = plannedOf(course, on);
    const { accepted, notAccepted } = articulateCredit(credit, { school, degree, today, courses, equivalencies });
    const parts = accepted.length > 1 ? setDuplicatesAside(accepted, [credit]).kept : accepted;
    const counted = parts.filter(({ hours }) => hours.likely > 0);
    return { accepted: counted, noHours: notAccepted.some(({ reason }) => reason === 'hours-not-known') };
  };
  for (const offer of ordered(input.offers)) {
    const { course, ways } = offer;
    if (course.withdrawn || planned.has(course.id)) continue;
    const setAside = (
      reason: SetAside['reason'],
      accepted: readonly AcceptedCredit[],
      unknown: readonly string[] = [],
    ) => void aside.push({ course: course.id, reason, accepted, unknown });
    const now = take(course.id, today);
    if (!now.accepted.length) {
      if (now.noHours) setAside('hours-not-known', []);
      continue;
    }
    const studyHours = sumHours(now.accepted.map(({ hours }) => hours.likely)) * wishes.studyPerSemesterHour;
    const windows = [...course.recommendations, ...(rows.get(course.id) ?? [])];
    const ends = windows.flatMap(({ effectiveFrom, effectiveTo }) => effectiveTo ?? effectiveFrom ?? []);
    // Where no end is known, any day is as good.
    const earliest = ends.length ? firstDayIn(offer.onlyInMonths, dayAfterStudy(today, studyHours, wishes)) : today;
    const accepted = (ends.length ? take(course.id, earliest).accepted : now.accepted).filter(
      (credit) => !had.has(directCourse(credit) ?? ''),
    );
    if (isUnwished(offer, now.accepted, wishes)) setAside('wishes', now.accepted);
    else if (!accepted.length) {
      if (now.accepted.some((credit) => !had.has(directCourse(credit) ?? ''))) setAside('lapses-first', now.accepted);
    } else {
      const usable = keptOf(ways, (way) => isUsable(way, offer, wishes));
      const known = keptOf(usable, ({ unknown }) => !unknown.length);
      const until = ends.filter((end) => end >= earliest).sort()[0];
      if (!usable.length) setAside('wishes', accepted);
      else if (!known.length) setAside('price-not-known', accepted, usable[0]!.unknown);
      else candidates.push({ offer, accepted, ways: known, studyHours, until });
    }
  }
  return { candidates, stacks: stacksOf(candidates, wishes), aside };
}

const orders = new WeakMap<readonly Offer[], readonly Offer[]>();

/** The same in a fixed order. Each list is put in order once. */
function ordered(offers: readonly Offer[]): readonly Offer[] {
  const known = orders.get(offers);
  if (known) return known;
  const inOrder = inFixedOrder(offers.map((offer) => ({ id: offer.course.id, offer }))).map(({ offer }) => offer);
  orders.set(offers, inOrder);
  return inOrder;
}

/** Those that are so. Where all are, the list itself. */
function keptOf<T>(all: readonly T[], isSo: (one: T) => boolean): readonly T[] {
  return all.every(isSo) ? all : all.filter(isSo);
}

function isUnwished(offer: Offer, accepted: readonly AcceptedCredit[], { without = {}, abroad }: Wishes): boolean {
  const { course, outsideUs } = offer;
  return (
    (without.providers?.includes(course.provider) ?? false) ||
    (without.courses?.includes(course.id) ?? false) ||
    (without.exams === true && course.kind === 'exam') ||
    (without.proctored === true && course.proctored !== false) ||
    accepted.some(({ level }) => without.levels?.includes(level)) ||
    (abroad === true && outsideUs !== 'yes' && outsideUs !== 'test-centers')
  );
}

const devices = ['phone', 'computer', 'windows-computer'] as const;

function isUsable(way: Way, { outsideUs }: Offer, { device, abroad }: Wishes): boolean {
  const has = device === undefined || devices.indexOf(way.device ?? 'phone') <= devices.indexOf(device);
  // Where only test centers are said to be open to students abroad, nothing says that the exam at home is.
  return has && !(abroad && outsideUs === 'test-centers' && way.at === 'home');
}
