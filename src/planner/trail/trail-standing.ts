/**
 * How each step of a trail stands. What the student noted comes first, then what the plan says of the credit; a step that
 * neither speaks of is ready once everything before it is done, and waits where somebody else has to act.
 */
import { isFinished } from '../../engine/index.ts';
import type { StepNote } from './trail-notes.ts';
import type { UsualTime } from '../../schemas/steps.ts';
import { addCounted, daysBetween, latest } from '../days.ts';
import { isUpTo, stageBehind } from './trail-stages.ts';
import type { PlanCredit } from '../plan/plan.ts';
import type { Expected, StepFacts, StepStanding } from './trail-types.ts';

/** A standing, and whether the plan told it. */
export type Standing = StepStanding & { readonly fromPlan?: true };

/**
 * How each step stands, by its id. Steps are in an order in which none comes before one that it follows. `finishing` is the
 * step by which the course or exam is finished; `notes` are the student's, by step id; `toldOnce` are steps of which another
 * credit tells that they are done.
 */
export function standingsOf(
  steps: readonly StepFacts[],
  credit: PlanCredit,
  {
    notes,
    finishing,
    toldOnce,
    today,
  }: {
    readonly notes: Readonly<Record<string, StepNote>>;
    readonly finishing: string | undefined;
    readonly toldOnce?: ReadonlySet<string> | undefined;
    readonly today: string;
  },
): ReadonlyMap<string, Standing> {
  const behind = stageBehind(credit);
  const standings = new Map<string, Standing>();
  const byId = new Map(steps.map((step) => [step.id, step]));
  for (const step of steps) {
    const isFinishing = step.id === finishing;
    const note = notes[step.id];
    const before = stepsBefore(step, byId, standings).flatMap((id) => standings.get(id) ?? []);
    const noted = note && fromNote(note, isFinishing ? credit.completedOn : undefined, step.takes, before, today);
    const isBehind = (behind && isUpTo(step.stage, behind)) || toldOnce?.has(step.id);
    const told = isBehind ? fromPlan(step, isFinishing, credit) : undefined;
    standings.set(step.id, noted ?? told ?? open(step, before, isFinishing ? plannedEnd(credit) : undefined, today));
  }
  return standings;
}

/** The steps whose end this one needs: one that only some need, and that is still open, stands for those before it. */
function stepsBefore(
  { after }: StepFacts,
  byId: ReadonlyMap<string, StepFacts>,
  standings: ReadonlyMap<string, Standing>,
): readonly string[] {
  return after.flatMap((id): readonly string[] => {
    const step = byId.get(id);
    const state = standings.get(id)?.state;
    const isPassable = state === 'not-needed' || (step?.optional && (state === 'later' || state === 'ready'));
    return step && isPassable ? stepsBefore(step, byId, standings) : [id];
  });
}

function fromNote(
  { state, on }: StepNote,
  finishedOn: string | undefined,
  takes: UsualTime | undefined,
  before: readonly Standing[],
  today: string,
): Standing {
  if (state === 'waiting') return waiting(on ?? doneOn(before), takes, today);
  if (state === 'not-needed') return { state };
  const day = on ?? (state === 'done' ? finishedOn : undefined);
  return { state, ...(day === undefined ? {} : { on: day }) };
}

function fromPlan(step: StepFacts, isFinishing: boolean, credit: PlanCredit): Standing {
  if (step.optional) return { state: 'not-needed', fromPlan: true };
  const on = isFinishing ? credit.completedOn : step.stage === 'evaluation' ? credit.decision?.decidedOn : undefined;
  return { state: 'done', fromPlan: true, ...(on === undefined ? {} : { on }) };
}

function open(step: StepFacts, before: readonly Standing[], plannedEnd: string | undefined, today: string): Standing {
  const isNext = before.every(({ state }) => state === 'done');
  if (isNext && step.actor !== 'student') return waiting(doneOn(before), step.takes, today);
  const expected = foreseen(step, before, plannedEnd, today);
  return { state: isNext ? 'ready' : 'later', ...(expected ? { expected } : {}) };
}

function waiting(since: string | undefined, takes: UsualTime | undefined, today: string): Standing {
  if (since === undefined) return { state: 'waiting' };
  if (!takes) return { state: 'waiting', since };
  const expected = spanAfter({ from: since, to: since }, takes);
  const over = daysBetween(expected.to, today);
  return { state: 'waiting', since, expected, ...(over > 0 ? { overdueDays: over } : {}) };
}

/**
 * When an open step should be done. The student is taken to finish the course on the planned day, and to do everything else on
 * the day it can be done; others take their usual time. Nothing is expected in the past.
 */
function foreseen(
  { actor, stage, takes }: StepFacts,
  before: readonly Standing[],
  plannedEnd: string | undefined,
  today: string,
): Expected | undefined {
  const from = latestOf(before, ({ from }) => from, today);
  const to = latestOf(before, ({ to: last }) => last, today);
  if (plannedEnd !== undefined) {
    const end = latest([plannedEnd, from, today]) ?? today;
    return { from: end, to: end };
  }
  if (from === undefined || to === undefined) return undefined;
  if (actor === 'student') return stage === 'study' || stage === 'exam' ? undefined : { from, to };
  return takes && spanAfter({ from, to }, takes);
}

/** The latest day of what comes before, today at least; undefined where one of them cannot be told. */
function latestOf(before: readonly Standing[], dayOf: (span: Expected) => string, today: string): string | undefined {
  const days = before.map((standing) => {
    if (standing.state === 'done') return standing.on ?? today;
    const span = 'expected' in standing ? standing.expected : undefined;
    return span && dayOf(span);
  });
  return days.includes(undefined) ? undefined : latest([today, ...days]);
}

/** The last day on which a step before was done, if all of those days are known. */
function doneOn(before: readonly Standing[]): string | undefined {
  const days = before.map((standing) => (standing.state === 'done' ? standing.on : undefined));
  return days.includes(undefined) ? undefined : latest(days);
}

function spanAfter({ from, to }: Expected, { least = 0, most, unit }: UsualTime): Expected {
  return { from: addCounted(from, least, unit), to: addCounted(to, most, unit) };
}

/** The day on which a course or exam that is not finished should be: the exam’s own, else the planned one. */
export function plannedEnd(credit: PlanCredit): string | undefined {
  return isFinished(credit) ? undefined : (credit.trail?.exam?.on ?? credit.completedOn);
}
