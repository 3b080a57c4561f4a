/** The dated events of a plan's trails. Their ids stay when their days move, so that a calendar can follow. */
import { isFinished } from '../../engine/index.ts';
import type { SchoolDeadline } from '../../schemas/receives.ts';
import { addCounted, addDays, addMonths } from '../days.ts';
import { endOfRecommendation } from './trail-eligibility.ts';
import { idleCredits } from './trail-stages.ts';
import type { PlanCredit } from '../plan/plan.ts';
import type { Trail, TrailEvent, TrailFacts, TrailPlan } from './trail-types.ts';
import { eventTitles } from './wording-trail.ts';

/** The most renewals of a membership that are told ahead. */
const mostRenewals = 12;

/**
 * Every event of the plan, soonest first. A membership that several courses share renews once. Of credits that the student
 * only thinks about there are the days that somebody set, and none that is expected.
 */
export function eventsOf(plan: TrailPlan, trails: readonly Trail[], facts: TrailFacts): readonly TrailEvent[] {
  const seen = new Set<string>();
  const idle = idleCredits(plan.credits);
  const ofCredits = trails.toSorted(byCredit).flatMap(({ events, credit }) => {
    const planned = plan.credits.find(({ id }) => id === credit);
    const provider = facts.courses.get(planned?.course ?? '')?.provider;
    return events.filter(({ kind, on, certainty }) => {
      if (certainty === 'expected' && idle.has(credit)) return false;
      if (kind !== 'renewal') return true;
      const key = JSON.stringify([provider, planned?.trail?.membership, on]);
      return provider === undefined || (!seen.has(key) && seen.add(key));
    });
  });
  return [...ofCredits, ...schoolEvents(plan, facts)].sort(byDay);
}

/** The events of one credit, soonest first. */
export function eventsOfCredit(
  credit: PlanCredit,
  { title, steps, windows, eligibility }: Pick<Trail, 'title' | 'steps' | 'windows' | 'eligibility'>,
  facts: TrailFacts,
  today: string,
): readonly TrailEvent[] {
  const { id, trail = {}, completedOn } = credit;
  const ahead = !isFinished(credit);
  const isOpen = eligibility.state === 'eligible' || eligibility.state === 'not-yet';
  const end = endOfRecommendation(facts.courses.get(credit.course ?? '')?.recommendations ?? []);
  const event = (kind: TrailEvent['kind'], on: string, more: Partial<TrailEvent> = {}): TrailEvent => ({
    id: `${id}.${kind}`,
    kind,
    title: eventTitles[kind](title),
    on,
    credit: id,
    certainty: 'fixed',
    ...more,
  });
  const within = facts.school?.school.receives?.appeal?.within;
  return [
    ...(trail.exam ? [event('exam', trail.exam.on, { slot: trail.exam })] : []),
    ...(ahead && completedOn !== undefined && completedOn !== trail.exam?.on
      ? [event('finish', completedOn, { certainty: 'expected' })]
      : []),
    ...(trail.courseEndsOn === undefined ? [] : [event('course-ends', trail.courseEndsOn)]),
    ...(ahead && end ? [event('lapse', end.on)] : []),
    ...windows.flatMap(({ window, state, closesOn, estimated }) =>
      closesOn === undefined || state === 'used' || !isOpen
        ? []
        : event('window-closes', closesOn, {
            id: `${id}.window.${window.id}`,
            title: eventTitles['window-closes'](title, window.title),
            step: window.step,
            certainty: estimated ? 'expected' : 'fixed',
          }),
    ),
    ...steps.flatMap((step) =>
      step.actor === 'student' || !('expected' in step) || !step.expected
        ? []
        : event('expected', step.expected.to, {
            id: `${id}.step.${step.id}`,
            title: eventTitles.expected(title, step.title),
            step: step.id,
            certainty: 'expected',
          }),
    ),
    ...renewals(credit, today).map(({ on, number }) => event('renewal', on, { id: `${id}.renewal.${number}` })),
    ...(credit.decision && within
      ? [event('appeal-closes', addCounted(credit.decision.decidedOn, within.days, within.unit))]
      : []),
  ].sort(byDay);
}

/** The days on which a membership renews while the course lasts; only the next one where no end is planned. */
function renewals(credit: PlanCredit, today: string): readonly { readonly on: string; readonly number: number }[] {
  const { trail, completedOn } = credit;
  if (!trail?.membership || isFinished(credit)) return [];
  const { since, months } = trail.membership;
  const [year = 0, month = 0] = today.split('-').map(Number);
  const [fromYear = 0, fromMonth = 0] = since.split('-').map(Number);
  const passed = Math.max(0, Math.floor((year * 12 + month - fromYear * 12 - fromMonth) / months) - 1);
  const coming = Array.from({ length: mostRenewals + 3 }, (_, index) => {
    const number = passed + index + 1;
    return { on: addMonths(since, number * months), number };
  }).filter(({ on }) => on >= today);
  const end = completedOn !== undefined && completedOn >= today ? completedOn : undefined;
  return end === undefined ? coming.slice(0, 1) : coming.filter(({ on }) => on < end).slice(0, mostRenewals);
}

function schoolEvents({ startsOn }: TrailPlan, { school }: TrailFacts): readonly TrailEvent[] {
  if (startsOn === undefined || !school) return [];
  const { shortName, receives } = school.school;
  const fixed = { certainty: 'fixed' } as const;
  return [
    {
      id: 'school.starts',
      kind: 'school-starts',
      title: eventTitles['school-starts'](shortName),
      on: startsOn,
      ...fixed,
    },
    ...(receives?.deadlines ?? []).map((deadline): TrailEvent => ({
      id: `school.deadline.${deadline.id}`,
      kind: 'school-deadline',
      title: eventTitles['school-deadline'](shortName, deadline.title),
      on: dayOf(deadline, startsOn),
      ...fixed,
    })),
  ];
}

function dayOf({ before }: SchoolDeadline, startsOn: string): string {
  if (before.kind === 'days-before') return addDays(startsOn, -before.days);
  return addDays(addMonths(`${startsOn.slice(0, 7)}-01`, -1), before.day - 1);
}

const byCredit = (a: Trail, b: Trail): number => (a.credit < b.credit ? -1 : 1);

const byDay = (a: TrailEvent, b: TrailEvent): number => {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};
