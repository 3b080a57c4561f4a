import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trailOfCredit, trailsOf } from '../../../src/planner/trail/credit-trail.ts';
import { addDays } from '../../../src/planner/days.ts';
import type { PlanCredit } from '../../../src/planner/plan/plan.ts';
import { eventsOf } from '../../../src/planner/trail/trail-events.ts';
import type { CreditTrail } from '../../../src/planner/trail/trail-notes.ts';
import { stages } from '../../../src/planner/trail/trail-stages.ts';
import { stepFactsOf } from '../../../src/planner/trail/trail-steps.ts';
import type { Trail, TrailPlan, TrailStep } from '../../../src/planner/trail/trail-types.ts';
import { laterStarts } from '../../../src/planner/trail/trail-starts.ts';
import { weekOf } from '../../../src/planner/trail/trail-week.ts';
import { stageSchema } from '../../../src/schemas/steps.ts';
import { factsAt, routes } from './trail-facts.ts';

const numRuns = Number(process.env['CREDIT_MAP_RUNS'] ?? 150);

const day = fc.integer({ min: 0, max: 1100 }).map((days) => addDays('2026-01-01', days));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const present = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const schoolIds = ['tesu', 'wgu', 'charter-oak', 'apus', 'nyu'];
const at = new Map(schoolIds.map((id) => [id, factsAt(id)]));
const stepIds = [
  ...new Set(
    routes.flatMap((route) => [...at.values()].flatMap(({ school }) => stepFactsOf(route, school).map(({ id }) => id))),
  ),
];
const state = fc.constantFrom('done', 'waiting', 'failed', 'not-needed');
const courses = [
  'saylor/principles-of-management',
  'saylor/introduction-to-sociology',
  'clep/college-composition',
  'dsst/principles-of-statistics',
  'edx/critical-information-literacy',
  'coursera/google-it-support-professional-certificate',
  'gone/course',
];
const origin = fc.oneof(
  fc.constantFrom(...courses).map((course) => ({ course })),
  fc.constantFrom('college', 'exam', 'alternative', 'foreign').map((source) => ({
    typed: { title: 'Typed', semesterHours: 3, level: 'lower-division' as const, source },
  })),
);
const trail = fc
  .record({
    route: maybe(fc.constantFrom(...routes.map(({ id }) => id))),
    courseEndsOn: maybe(day),
    steps: maybe(fc.dictionary(fc.constantFrom(...stepIds), fc.record({ state, on: maybe(day) }).map(present))),
    exam: maybe(day.map((on) => ({ on, at: '09:30', zone: 'Africa/Lagos' }))),
    membership: maybe(fc.record({ since: day, months: fc.integer({ min: 1, max: 12 }) })),
  })
  .map((fields) => present(fields) as CreditTrail);
const credit = fc
  .record({
    origin,
    status: fc.constantFrom('considering', 'planned', 'in-progress', 'completed', 'transcript-sent', 'evaluated'),
    score: maybe(fc.integer({ min: 20, max: 80 })),
    completedOn: maybe(day),
    decision: maybe(day.map((decidedOn) => ({ becomes: [], decidedOn, by: 'Registrar' }))),
    trail: maybe(trail),
  })
  .map(({ origin: from, ...fields }) => present({ id: 'c1', ...from, ...fields }) as PlanCredit);
const plan = fc
  .tuple(fc.array(credit, { minLength: 1, maxLength: 5 }), maybe(day))
  .map(([some, startsOn]): TrailPlan => {
    const credits = some.map((one, at) => ({ ...one, id: `c${at + 1}` }));
    return startsOn === undefined ? { credits } : { credits, startsOn };
  });
const school = fc.constantFrom(...schoolIds);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** The last day that is known of a step. */
function lastDay(step: TrailStep | undefined): string | undefined {
  if (step?.state === 'done') return step.on;
  return step && 'expected' in step ? step.expected?.to : undefined;
}

const stepOf = ({ steps }: Trail, id: string) => steps.find((step) => step.id === id);

test('the planner knows every stage that routes know, in the same order', () => {
  expect([...stages]).toEqual(stageSchema.options);
});

test('nothing is expected before what it follows, or in an order that cannot be', () => {
  fc.assert(
    fc.property(credit, school, day, (one, id, today) => {
      const found = trailOfCredit(one, at.get(id)!, today)!;
      for (const step of found.steps) {
        const before = step.after.map((id) => stepOf(found, id));
        expect(before).not.toContain(undefined);
        const expected = 'expected' in step ? step.expected : undefined;
        if (!expected) continue;
        expect(expected.from <= expected.to).toBe(true);
        if (step.state !== 'waiting') expect(expected.to >= today).toBe(true);
        if (step.note) continue;
        for (const last of before.map(lastDay)) expect(last === undefined || last <= expected.to).toBe(true);
      }
      for (const { state: is, opensOn, closesOn, daysLeft } of found.windows) {
        if (opensOn !== undefined && closesOn !== undefined) expect(opensOn < closesOn).toBe(true);
        if (is === 'open') expect(daysLeft).toBe((Date.parse(closesOn!) - Date.parse(today)) / 86_400_000);
      }
    }),
    { numRuns },
  );
});

test('what the student notes is never lost, and outranks what the plan says', () => {
  fc.assert(
    fc.property(credit, school, day, (one, id, today) => {
      const found = trailOfCredit(frozen(one), at.get(id)!, today)!;
      for (const [noted, note] of Object.entries(one.trail?.steps ?? {})) {
        const step = stepOf(found, noted);
        if (step) expect(step).toMatchObject({ state: note.state, note });
        else expect(stepFactsOf(found.route, at.get(id)!.school).map((facts) => facts.id)).not.toContain(noted);
      }
      expect(new Set(found.steps.map(({ id }) => id)).size).toBe(found.steps.length);
    }),
    { numRuns },
  );
});

test('every event of a plan has an id of its own, which stays with what it is about while days pass', () => {
  fc.assert(
    fc.property(plan, school, day, (its, id, today) => {
      const facts = at.get(id)!;
      const eventsOn = (when: string) => eventsOf(its, trailsOf(its, facts, when), facts);
      const events = eventsOn(today);
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      expect(events.map(({ on }) => on)).toEqual(events.map(({ on }) => on).sort());
      const about = new Map(events.map(({ id, kind, title, credit: of }) => [id, { kind, title, of }]));
      for (const { id, kind, title, credit: of } of eventsOn(addDays(today, 1))) {
        if (about.has(id)) expect(about.get(id)).toEqual({ kind, title, of });
      }
    }),
    { numRuns },
  );
});

test('the order of the credits changes nothing', () => {
  fc.assert(
    fc.property(plan, school, day, (its, id, today) => {
      const facts = at.get(id)!;
      const turned = { ...its, credits: its.credits.toReversed() };
      const [one, other] = [its, turned].map((each) => {
        const trails = trailsOf(each, facts, today);
        const events = eventsOf(each, trails, facts);
        const later = laterStarts(each.credits, trails, facts, today);
        const week = weekOf(each.credits, trails, events, later, today).map((item) => JSON.stringify(item));
        return {
          later,
          trails: Object.fromEntries(trails.map((each_) => [each_.credit, each_])),
          events,
          week: week.sort(),
        };
      });
      expect(one).toEqual(other);
    }),
    { numRuns },
  );
});

for (const route of routes) {
  test(`${route.name}: whichever step fails, nothing after it goes on, and the week says what to do`, () => {
    const facts = factsAt('tesu');
    const today = '2026-11-28';
    for (const { id } of stepFactsOf(route, facts.school)) {
      const typed = { title: 'Typed', semesterHours: 3, level: 'lower-division', source: 'alternative' } as const;
      const one: PlanCredit = {
        id: 'c1',
        typed,
        status: 'planned',
        trail: { route: route.id, steps: { [id]: { state: 'failed', on: '2026-11-20' } } },
      };
      const found = trailOfCredit(one, facts, today)!;
      expect(found.eligibility.state, id).not.toBe('eligible');
      const stopped = new Set([id]);
      for (const step of found.steps) if (step.after.some((before) => stopped.has(before))) stopped.add(step.id);
      stopped.delete(id);
      for (const after of stopped) expect(stepOf(found, after)?.state, `${id}, then ${after}`).toBe('later');
      const [mend] = weekOf([one], [found], [], [], today);
      expect(mend).toMatchObject({ kind: 'mend', step: id });
      expect(mend?.says).toContain('Failed: ');
    }
  });
}
