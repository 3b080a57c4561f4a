/** What to do this week. */
import { addDays } from '../days.ts';
import type { PlanCredit } from '../plan/plan.ts';
import { idleCredits } from './trail-stages.ts';
import type { LaterStart, Trail, TrailEvent, TrailStep, WeekItem } from './trail-types.ts';
import { onceWords, weekSentences } from './wording-trail.ts';

/**
 * The week from `today` on: its days first, soonest first, then what failed, what is overdue and what can be done. Credits that
 * the student only thinks about ask for nothing, and courses that begin `later` for no more than has a last day, or is done
 * once for all.
 */
export function weekOf(
  credits: readonly PlanCredit[],
  trails: readonly Trail[],
  events: readonly TrailEvent[],
  later: readonly LaterStart[],
  today: string,
): readonly WeekItem[] {
  const end = addDays(today, 6);
  const idle = idleCredits(credits);
  const busy = trails.filter(({ credit }) => !idle.has(credit)).sort(byCredit);
  const dates = events
    .filter(({ on, credit }) => on >= today && on <= end && !idle.has(credit ?? ''))
    .map((event): WeekItem => ({ ...of(event), kind: 'date', event, by: event.on, says: event.title }));
  const waits = new Set(later.map(({ credit }) => credit));
  // What is done once for all credit is told once.
  const once = new Set(busy.flatMap((trail) => trail.steps.flatMap(({ id, once: isOnce }) => (isOnce ? id : []))));
  const toDo = items(busy, 'do', today).filter(
    ({ credit = '', step = '', by }) => !waits.has(credit) || once.has(step) || by !== undefined,
  );
  const steps = [...items(busy, 'mend'), ...items(busy, 'ask'), ...toDo];
  const told = new Set<string>();
  const isNew = (step: string): boolean => !told.has(step) && told.add(step).has(step);
  return [...dates, ...steps.filter(({ step = '' }) => !once.has(step) || isNew(step))];
}

function items(trails: readonly Trail[], kind: 'mend' | 'ask' | 'do', today = ''): readonly WeekItem[] {
  return trails.flatMap((trail) =>
    trail.steps
      .filter((step) => isFor(kind, step, trail, today))
      .map((step): WeekItem => {
        const window = trail.windows.find((one) => one.state === 'open' && one.window.step === step.id);
        const by = window?.closesOn;
        return {
          kind,
          credit: trail.credit,
          step: step.id,
          says: weekSentences[kind](step.once ? onceWords : trail.title, step.title, adviceFor(kind, step, trail)),
          ...(by === undefined ? {} : { by }),
        };
      }),
  );
}

/** What to do: where it failed, what the requirement says that the step shows. */
function adviceFor(kind: 'mend' | 'ask' | 'do', step: TrailStep, { requirements }: Trail): string {
  const shown = requirements.find(({ requirement }) => requirement.shownBy === step.id);
  return (kind === 'mend' ? shown?.requirement.ifFailed : undefined) ?? step.ifStalled;
}

function isFor(kind: 'mend' | 'ask' | 'do', step: TrailStep, { notes, eligibility }: Trail, today: string): boolean {
  if (kind === 'mend') return step.state === 'failed';
  if (kind === 'ask') return step.state === 'waiting' && step.overdueDays !== undefined;
  if (eligibility.state === 'no-longer') return false;
  // An exam that is booked has its day; until then there is nothing to do about it.
  const isBooked = step.stage === 'exam' && notes.exam !== undefined && notes.exam.on >= today;
  return step.state === 'ready' && !step.optional && !isBooked;
}

/** "c2" before "c10". */
const byCredit = ({ credit: a }: Trail, { credit: b }: Trail): number => a.length - b.length || (a < b ? -1 : 1);

const of = ({ credit, step }: TrailEvent): Pick<WeekItem, 'credit' | 'step'> => ({
  ...(credit === undefined ? {} : { credit }),
  ...(step === undefined ? {} : { step }),
});
