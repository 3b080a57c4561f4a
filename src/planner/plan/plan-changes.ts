/**
 * Every way a plan changes, as pure functions. A change that does nothing returns the same plan, so that nothing is
 * saved or undone for it.
 */
import { withChange, type Change } from '../../engine/index.ts';
import type {
  AppliedHere,
  CreditStatus,
  Decision,
  Pin,
  PlannedCredit,
  Substitution,
  TypedCourse,
  Waiver,
} from '../../engine/index.ts';
import { cleanName, mostCredits, nextCreditId, planVersion, type Plan, type PlanCredit } from './plan.ts';
import { printedCode } from './printed-code.ts';
import { withNotes, type Identity, type TrailNotes } from '../trail/trail-notes.ts';

/** Why a credit is not added. `credit` is the one that is already there. */
export type AddRefusal = { readonly refused: 'duplicate'; readonly credit: string } | { readonly refused: 'plan-full' };

/** The plan with the credit in it and the credit's id, or why not. */
export type Added = { readonly plan: Plan; readonly credit: string } | AddRefusal;

/** What a student says about how far they are with one credit. */
export type Progress = Pick<PlannedCredit, 'status' | 'score' | 'grade' | 'completedOn'>;

/** A new, empty plan. `id` must be unique; `factsSeenOn` is the day of the facts it is made with. */
export function newPlan(id: string, school: string, degree: string, factsSeenOn?: string): Plan {
  return {
    kind: 'credit-map-plan',
    version: planVersion,
    id,
    name: 'My plan',
    school,
    degree,
    ...(factsSeenOn ? { factsSeenOn } : {}),
    credits: [],
    revision: 0,
  };
}

/** The plan for another degree. Credits and pins stay: a pin that the new degree does not know is shown as such. */
export function chooseDegree(plan: Plan, school: string, degree: string): Plan {
  return plan.school === school && plan.degree === degree ? plan : { ...plan, school, degree };
}

/** The plan under another name. Empty names change nothing. */
export function renamePlan(plan: Plan, name: string): Plan {
  const clean = cleanName(name);
  return clean === undefined || clean === plan.name ? plan : { ...plan, name: clean };
}

/** The plan with a course of the catalog, once: a course that is in the plan is refused. */
export function addCatalogCredit(plan: Plan, course: string, status: CreditStatus = 'considering'): Added {
  const there = plan.credits.find((credit) => credit.course === course);
  if (there) return { refused: 'duplicate', credit: there.id };
  return add(plan, { course, status });
}

/** The plan with a course the student typed. Equal ones are allowed: two terms of one language look the same. */
export function addTypedCredit(plan: Plan, typed: TypedCourse, status: CreditStatus = 'considering'): Added {
  return add(plan, { typed, status });
}

function add(plan: Plan, fields: Omit<PlannedCredit, 'id'>): Added {
  if (plan.credits.length >= mostCredits) return { refused: 'plan-full' };
  const credit = nextCreditId(plan.credits);
  return { plan: { ...plan, credits: [...plan.credits, { id: credit, ...fields }] }, credit };
}

/** The plan without one credit. */
export function removeCredit(plan: Plan, credit: string): Plan {
  const credits = plan.credits.filter(({ id }) => id !== credit);
  return credits.length === plan.credits.length ? plan : { ...plan, credits };
}

/** The plan with what the student says of one credit; a field left out is forgotten. */
export function setProgress(plan: Plan, credit: string, progress: Progress): Plan {
  return changeCredit(plan, credit, ({ status: _, score: __, grade: ___, completedOn: ____, ...rest }) =>
    present({ ...rest, ...progress }),
  );
}

/** The plan with other words for a course that the student typed. What the catalog has is left as it is. */
export function setTyped(plan: Plan, credit: string, typed: TypedCourse): Plan {
  return changeCredit(plan, credit, (before) => (before.typed ? present({ ...before, typed }) : before));
}

/** "Use it here": the only block this part of the credit may fill. */
export function pinCredit(plan: Plan, credit: string, part: number, block: string): Plan {
  return changePins(plan, credit, (pins) => [
    ...pins.filter((pin) => pin.part !== part || (!pin.use && pin.block !== block)),
    { part, block, use: true },
  ]);
}

/** "Don't use it here": these blocks are closed to this part of the credit. */
export function avoidBlocks(plan: Plan, credit: string, part: number, blocks: readonly string[]): Plan {
  return changePins(plan, credit, (pins) => [
    ...pins.filter((pin) => pin.part !== part || !blocks.includes(pin.block)),
    ...blocks.map((block) => ({ part, block, use: false })),
  ]);
}

/** The planner chooses again: every pin of this part is gone. */
export function releaseCredit(plan: Plan, credit: string, part: number): Plan {
  return changePins(plan, credit, (pins) => pins.filter((pin) => pin.part !== part));
}

/** The plan with a change that the engine found. */
export function makeChange(plan: Plan, change: Change): Plan {
  return { ...plan, credits: withChange(plan.credits, change) };
}

/** What the school answered about a credit; `undefined` takes the answer back. */
export function recordDecision(plan: Plan, credit: string, decision: Decision | undefined): Plan {
  return changeCredit(plan, credit, (before) => present({ ...before, decision }));
}

/** What the school answered about several credits, in one step. Credits that the plan does not have are passed over. */
export function recordDecisions(
  plan: Plan,
  answers: readonly { readonly credit: string; readonly decision: Decision }[],
): Plan {
  return answers.reduce((before, { credit, decision }) => recordDecision(before, credit, decision), plan);
}

/** "This course stands for that one", as the school decided; without a substitution, it stands for itself again. */
export function substitute(plan: Plan, credit: string, part: number, made: Omit<Substitution, 'part'> | undefined) {
  return changeCredit(plan, credit, (before) =>
    present({ ...before, substitutions: withPart(before.substitutions, part, made) }),
  );
}

/** "Use it in that requirement", as the school decided; without a place, the requirement's own rules hold again. */
export function applyHere(plan: Plan, credit: string, part: number, made: Omit<AppliedHere, 'part'> | undefined) {
  return changeCredit(plan, credit, (before) =>
    present({ ...before, appliedHere: withPart(before.appliedHere, part, made) }),
  );
}

type OfPart = { readonly part: number };

/** One word for each part. No words at all leave no list. */
function withPart<T extends OfPart>(all: readonly T[] = [], part: number, made: Omit<T, 'part'> | undefined) {
  const others = all.filter((one) => one.part !== part);
  const after = made ? [...others, { ...made, part } as T] : others;
  return after.length > 0 ? after : undefined;
}

/** The plan with this requirement waived; without an answer of the school, it holds again. */
export function waive(plan: Plan, block: string, answered: Omit<Waiver, 'block'> | undefined): Plan {
  const { waivers: before = [], ...rest } = plan;
  const others = before.filter((one) => one.block !== block);
  const waivers = answered ? [...others, { block, decidedOn: answered.decidedOn, by: answered.by }] : others;
  if (JSON.stringify(waivers) === JSON.stringify(before)) return plan;
  return waivers.length > 0 ? { ...rest, waivers } : rest;
}

/** The plan with what the student notes of one credit's way to the school. */
export function noteTrail(plan: Plan, credit: string, notes: TrailNotes): Plan {
  return changeCredit(plan, credit, (before) => present({ ...before, trail: withNotes(before.trail, notes) }));
}

/** The plan with the day on which the student starts at the school; without one it is not known. */
export function setStart(plan: Plan, startsOn: string | undefined): Plan {
  const { startsOn: before, ...rest } = plan;
  if (before === startsOn) return plan;
  return startsOn === undefined ? rest : { ...rest, startsOn };
}

/** The plan with the ID that the student shows; without one it says nothing of it. */
export function setIdentity(plan: Plan, identity: Identity | undefined): Plan {
  const { identity: before, ...rest } = plan;
  if (JSON.stringify(before) === JSON.stringify(identity)) return plan;
  return identity ? { ...rest, identity } : rest;
}

function changePins(plan: Plan, credit: string, change: (pins: readonly Pin[]) => readonly Pin[]): Plan {
  return changeCredit(plan, credit, (before) => {
    const pins = change(before.pins ?? []);
    return present({ ...before, pins: pins.length === 0 ? undefined : pins });
  });
}

function changeCredit(plan: Plan, id: string, change: (credit: PlanCredit) => PlanCredit): Plan {
  let changed = false;
  const credits = plan.credits.map((credit) => {
    if (credit.id !== id) return credit;
    const after = change(credit);
    if (JSON.stringify(after) === JSON.stringify(credit)) return credit;
    changed = true;
    return after;
  });
  return changed ? { ...plan, credits } : plan;
}

type Loose = { readonly [F in keyof PlanCredit]: PlanCredit[F] | undefined };

/** The credit with its fields in one order and none of them `undefined`. */
function present(credit: Loose): PlanCredit {
  const { id, course, typed, status, score, grade, completedOn, pins, decision, ...later } = credit;
  const { substitutions, appliedHere, trail } = later;
  const ordered = { id, course, typed, status, score, grade, completedOn, pins, decision };
  const all = Object.entries({ ...ordered, substitutions, appliedHere, trail });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as PlanCredit;
}

/** The plan with today's ids of what has moved in the catalog: "courses/clep/old" → "courses/clep/new". */
export function followMoves(plan: Plan, moved: Readonly<Record<string, string>>): Plan {
  const today = (folder: string, id: string): string => moved[`${folder}/${id}`]?.slice(folder.length + 1) ?? id;
  const credits = plan.credits.map((credit) => {
    const course = credit.course && today('courses', credit.course);
    return course === credit.course ? credit : { ...credit, course: course! };
  });
  const [school, degree] = [today('schools', plan.school), today('degrees', plan.degree)];
  const same = credits.every((credit, index) => credit === plan.credits[index]);
  if (same && school === plan.school && degree === plan.degree) return plan;
  return { ...plan, school, degree, credits };
}

/** The typed course with its code as the school prints it. */
export function asPrinted(typed: TypedCourse, courses: readonly { readonly code: string }[]): TypedCourse {
  const codes = courses.map(({ code }) => code);
  const schoolCourse = typed.schoolCourse && printedCode(typed.schoolCourse, codes);
  return schoolCourse ? { ...typed, schoolCourse } : typed;
}

/** One credit to add with others: a course of the catalog, or one the student typed. */
export type NewCredit = Progress &
  ({ readonly course: string; readonly typed?: never } | { readonly typed: TypedCourse; readonly course?: never });

/** The plan with many credits more, in one change, or why not. Courses of the catalog that are in it stay as they are. */
export function addMany(plan: Plan, entries: readonly NewCredit[]): { readonly plan: Plan } | AddRefusal {
  const credits = [...plan.credits];
  const courses = new Set(credits.flatMap(({ course }) => course ?? []));
  for (const { course, typed, status, score, grade, completedOn } of entries) {
    if (course !== undefined && courses.has(course)) continue;
    if (credits.length >= mostCredits) return { refused: 'plan-full' };
    credits.push(present({ id: nextCreditId(credits), course, typed, status, score, grade, completedOn }));
    if (course !== undefined) courses.add(course);
  }
  return { plan: credits.length === plan.credits.length ? plan : { ...plan, credits } };
}
