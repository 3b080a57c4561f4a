/** Whole lives of single credits, day by day, with the catalog's own routes and schools. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { trailsOf } from '../../../src/planner/trail/credit-trail.ts';
import type { PlanCredit } from '../../../src/planner/plan/plan.ts';
import { eventsOf } from '../../../src/planner/trail/trail-events.ts';
import type { CreditTrail } from '../../../src/planner/trail/trail-notes.ts';
import type { Trail, TrailReason, TrailStep, TrailWindow, WeekItem } from '../../../src/planner/trail/trail-types.ts';
import { laterStarts } from '../../../src/planner/trail/trail-starts.ts';
import { weekOf } from '../../../src/planner/trail/trail-week.ts';
import { factsAt } from './trail-facts.ts';

/** What is true on one day. Only what stands there is compared. */
type Expected = {
  route?: string;
  done?: string[];
  ready?: string[];
  waiting?: Record<string, string>;
  eligibility?: string;
  reasons?: string[];
  windows?: Record<string, string>;
  events?: Record<string, string>;
  week?: string[];
};

type Day = Pick<CreditTrail, 'steps' | 'requirements'> &
  Partial<Pick<PlanCredit, 'status' | 'completedOn' | 'score' | 'decision'>> & {
    then?: string;
    today: string;
    trail?: CreditTrail;
    expect: Expected;
  };

type Case = { about: string; school: string; startsOn?: string; credit: PlanCredit; days: Day[] };

/** The credit with what happened until this day. */
function after(
  credit: PlanCredit,
  { then: _, today: __, expect: ___, steps, requirements, trail, ...plan }: Day,
): PlanCredit {
  const before = credit.trail ?? {};
  const notes: CreditTrail = {
    ...before,
    ...trail,
    steps: { ...before.steps, ...steps },
    requirements: { ...before.requirements, ...requirements },
  };
  return { ...credit, ...plan, trail: notes };
}

const withState = (trail: Trail, state: TrailStep['state']): string[] =>
  trail.steps.filter((step) => step.state === state).map(({ id }) => id);

function waitingWords(step: TrailStep & { state: 'waiting' }): string {
  return [
    `since ${step.since}`,
    step.expected && `expected ${step.expected.from} to ${step.expected.to}`,
    step.overdueDays && `overdue by ${step.overdueDays}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function windowWords({ state, closesOn, daysLeft }: TrailWindow): string {
  if (state === 'open') return `open until ${closesOn}, ${daysLeft} days left`;
  return state === 'passed' ? `passed ${closesOn}` : state;
}

function reasonWords(reason: TrailReason): string {
  const about = 'requirement' in reason ? reason.requirement : 'window' in reason ? reason.window : undefined;
  const what = about ?? ('on' in reason ? reason.on : undefined);
  return [reason.kind, what].filter(Boolean).join(' ');
}

function weekWords({ kind, step, event, by }: WeekItem): string {
  return [kind, event?.id ?? step, !event && by && `by ${by}`].filter(Boolean).join(' ');
}

function answers({ school, startsOn }: Case, credit: PlanCredit, { today, expect: asked }: Day): Expected {
  const plan = { credits: [credit], ...(startsOn === undefined ? {} : { startsOn }) };
  const facts = factsAt(school);
  const trails = trailsOf(plan, facts, today);
  const trail = trails[0]!;
  const events = eventsOf(plan, trails, facts);
  const waiting = trail.steps.filter((step): step is TrailStep & { state: 'waiting' } => step.state === 'waiting');
  const all: Required<Expected> = {
    route: trail.route.id,
    done: withState(trail, 'done'),
    ready: withState(trail, 'ready'),
    waiting: Object.fromEntries(waiting.map((step) => [step.id, waitingWords(step)])),
    eligibility: trail.eligibility.state,
    reasons: trail.eligibility.reasons.map(reasonWords),
    windows: Object.fromEntries(trail.windows.map((window) => [window.window.id, windowWords(window)])),
    events: Object.fromEntries(events.map(({ id, on }) => [id, on])),
    week: weekOf(plan.credits, trails, events, laterStarts(plan.credits, trails, facts, today), today).map(weekWords),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in asked));
}

const cases = globSync('test/planner/trail/trail-cases/*.json')
  .sort()
  .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Case);

for (const one of cases) {
  describe(one.about, () => {
    let credit = one.credit;
    for (const day of one.days) {
      const before = (credit = after(credit, day));
      test(`${day.today}: ${day.then ?? 'the beginning'}`, () => {
        expect(answers(one, before, day)).toEqual(day.expect);
      });
    }
  });
}
