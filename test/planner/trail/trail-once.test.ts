/** What is done once for all credit of a plan, and what is only thought about. */
import { expect, test } from 'vitest';
import { trailsOf } from '../../../src/planner/trail/credit-trail.ts';
import type { PlanCredit } from '../../../src/planner/plan/plan.ts';
import { eventsOf } from '../../../src/planner/trail/trail-events.ts';
import { weekOf } from '../../../src/planner/trail/trail-week.ts';
import { factsAt } from './trail-facts.ts';

const today = '2026-11-28';
const facts = factsAt('tesu');
const sent: PlanCredit = { id: 'c1', course: 'clep/biology', status: 'transcript-sent', completedOn: '2026-09-01' };
const done: PlanCredit = { id: 'c2', course: 'clep/chemistry', status: 'completed', completedOn: '2026-11-01' };
const weekWords = (...credits: readonly PlanCredit[]) => {
  const trails = trailsOf({ credits }, facts, today);
  return weekOf(credits, trails, eventsOf({ credits }, trails, facts), [], today).map(({ says }) => says);
};

test('what is done once is asked for once, in the name of no course', () => {
  expect(weekWords(done, { ...done, id: 'c3' }).filter((says) => says.includes('TESU'))).toEqual([
    'Once for all your credit. Apply to TESU.',
  ]);
});

test('a credit that is further tells the others that it is done', () => {
  expect(weekWords(sent, done).filter((says) => says.includes('TESU'))).toEqual([]);
  const [, trail] = trailsOf({ credits: [sent, done] }, facts, today);
  expect(trail?.steps.find(({ once }) => once)).toMatchObject({ state: 'done', fromPlan: true });
});

test('a note of the student outranks what another credit tells', () => {
  const noted: PlanCredit = { ...done, trail: { steps: { 'tesu--apply': { state: 'failed', on: '2026-11-20' } } } };
  for (const trail of trailsOf({ credits: [sent, noted] }, facts, today))
    expect(trail.steps.find(({ once }) => once)?.state).toBe('failed');
});

test('of what is only thought about no day is expected, and a day that was set stays', () => {
  const thought: PlanCredit = {
    id: 'c4',
    course: 'clep/biology',
    status: 'considering',
    completedOn: '2027-01-15',
    trail: { exam: { on: '2027-01-10', at: '10:00', zone: 'Asia/Kathmandu' } },
  };
  const credits = [thought];
  expect(eventsOf({ credits }, trailsOf({ credits }, facts, today), facts).map(({ kind }) => kind)).toEqual(['exam']);
});
