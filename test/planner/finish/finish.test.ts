/** From plan to completion and back: what the page of the three plans does with the engine's answer. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { completePlan, type Aim, type Completion } from '../../../src/engine/completion.ts';
import { bestOfEach } from '../../../src/planner/finish/best-plans.ts';
import type { CatalogOffers } from '../../../src/planner/finish/completion-offers.ts';
import { comparisonInput, completionInput } from '../../../src/planner/finish/completion.ts';
import { auditPlan } from '../../../src/planner/audit/plan-audit.ts';
import { timelineOf } from '../../../src/planner/finish/plan-timeline.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import { isTaken, plannedCourse, takePlan } from '../../../src/planner/finish/take-plan.ts';
import { firstCommonWishes } from '../../../src/planner/finish/wishes.ts';
import { sureWishSentence } from '../../../src/planner/finish/wording-completion.ts';
import { catalog, planOf, today } from '../example-catalog.ts';

/** Every course of Example University's catalog, for US$ 50; those of one provider in a membership too. */
const offers: CatalogOffers = {
  memberships: [
    {
      id: 'example/1',
      provider: 'example',
      plans: [{ what: 'Membership', priceUsd: 99, provider: 'example', months: 1 }],
    },
  ],
  ways: [
    [{ fees: [{ what: 'Price', priceUsd: 50, provider: 'example' }], unknown: [] }],
    [{ fees: [], membership: 'example/1', unknown: [] }],
  ],
  waysOf: Object.fromEntries([...catalog.courses.keys()].map((id, place) => [id, place % 2])),
  providers: {},
};

const complete = (plan: Plan, aim: Aim = 'cheapest', keepPlanned = true): Completion =>
  completePlan(completionInput(plan, catalog, offers, { ...firstCommonWishes, aim, keepPlanned }, today));

const anyPlan = fc
  .tuple(
    fc.subarray([...catalog.courses.keys()], { maxLength: 5 }),
    fc.constantFrom('planned', 'considering', 'completed', 'in-progress'),
  )
  .map(([courses, status]) => planOf(...courses.map((course) => ({ course, status: status as 'planned' }))));
const anyAim = fc.constantFrom<Aim[]>('cheapest', 'fastest', 'safest');

describe('a plan that is taken', () => {
  test('has all chosen courses as planned, for the day they would be done, and meets what was promised', () => {
    fc.assert(
      fc.property(anyPlan, anyAim, fc.boolean(), (plan, aim, keepPlanned) => {
        const completion = complete(plan, aim, keepPlanned);
        const taken = takePlan(plan, completion, { keepPlanned });
        if ('refused' in taken) throw new Error('There is room for it.');
        expect(isTaken(taken.plan, completion)).toBe(true);
        for (const one of completion.courses)
          expect(taken.plan.credits).toContainEqual(expect.objectContaining(plannedCourse(one)));
        expect(auditPlan(taken.plan, catalog, today).met).toEqual(completion.met);
      }),
      { numRuns: 150 },
    );
  });

  test('keeps what is earned, begun or typed, and everything where that is wished', () => {
    fc.assert(
      fc.property(anyPlan, anyAim, fc.boolean(), (plan, aim, keepPlanned) => {
        const taken = takePlan(plan, complete(plan, aim, keepPlanned), { keepPlanned });
        const kept = 'plan' in taken ? taken.plan.credits.map(({ id }) => id) : [];
        const stays = plan.credits.filter(
          ({ status }) => keepPlanned || status === 'completed' || status === 'in-progress',
        );
        expect(kept).toEqual(expect.arrayContaining(stays.map(({ id }) => id)));
      }),
      { numRuns: 150 },
    );
  });

  test('leaves out planned courses that were not chosen again, where others may take their place', () => {
    const plan = planOf('example/known-refusal');
    const completion = complete(plan, 'cheapest', false);
    const taken = takePlan(plan, completion, { keepPlanned: false });
    expect('plan' in taken && taken.plan.credits.map(({ course }) => course)).toEqual(
      completion.courses.map(({ course }) => course),
    );
  });

  test('that adds nothing is the same plan, so that nothing is saved or undone', () => {
    const plan = planOf('example/ethics');
    const taken = takePlan(plan, { courses: [] }, { keepPlanned: true });
    expect('plan' in taken && taken.plan).toBe(plan);
  });
});

describe('the line of time', () => {
  test('every bar lies on it, has a length, and no course begins before today', () => {
    fc.assert(
      fc.property(anyPlan, anyAim, (plan, aim) => {
        const completion = complete(plan, aim);
        const { bars, courses, until } = timelineOf(completion, today);
        for (const { from, to } of [...bars, ...courses.values()]) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(100);
        }
        expect(courses.size).toBe(completion.courses.length);
        expect(until >= completion.finishOn).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('what the school does has no days, and comes last', () => {
    const { bars } = timelineOf(complete(planOf()), today);
    expect(bars.slice(-2).map(({ kind, id, days }) => [kind, id, days])).toEqual([
      ['at-school', 'evaluation', undefined],
      ['at-school', 'residence', undefined],
    ]);
    expect(bars.slice(0, -2).every(({ days }) => days !== undefined)).toBe(true);
  });
});

describe('the best of each', () => {
  let plan: Completion;
  beforeAll(() => {
    plan = complete(planOf());
  });
  const unproven = (own: Partial<Completion>): Completion => ({
    ...plan,
    proven: false,
    gap: { semesterHours: 0, sureHours: 0, studyHours: 0, costUsd: 180 },
    ...own,
  });

  test('a plan that another search found cheaper takes the place of the cheapest, and the gap shrinks by as much', () => {
    const found = new Map<Aim, Completion>([
      ['cheapest', unproven({ costUsd: 751 })],
      ['fastest', { ...plan, costUsd: 692, sureHours: plan.sureHours - 14, studyHours: plan.studyHours + 90 }],
    ]);
    const best = bestOfEach(found);
    expect(best.get('cheapest')).toMatchObject({
      costUsd: 692,
      proven: false,
      gap: { semesterHours: 0, sureHours: 0, studyHours: 0, costUsd: 121 },
    });
    expect(best.get('fastest')).toBe(found.get('fastest'));
  });

  test('a cheaper plan that meets less takes no place, and a plan that is proven keeps its own', () => {
    const less = { ...plan, costUsd: 1, met: { ...plan.met, likely: plan.met.likely - 3 } };
    const own = unproven({ costUsd: 751 });
    expect(
      bestOfEach(
        new Map<Aim, Completion>([
          ['cheapest', own],
          ['safest', less],
        ]),
      ).get('cheapest'),
    ).toBe(own);
    const proven = new Map<Aim, Completion>([
      ['cheapest', plan],
      ['safest', { ...plan, costUsd: 1 }],
    ]);
    expect(bestOfEach(proven).get('cheapest')).toBe(plan);
  });
});

describe('what each aim looks at first, next and last', () => {
  const better: readonly [Aim, Partial<Completion>, Partial<Completion>][] = [
    ['fastest', { studyHours: 90 }, { studyHours: 100, costUsd: 1 }],
    ['fastest', { studyHours: 90, costUsd: 90 }, { studyHours: 90, costUsd: 100 }],
    ['safest', { sureHours: 9 }, { sureHours: 8, costUsd: 1 }],
    ['safest', { sureHours: 9, costUsd: 90 }, { sureHours: 9, costUsd: 100 }],
    ['cheapest', { costUsd: 90, studyHours: 100 }, { costUsd: 100, studyHours: 1 }],
    ...(['fastest', 'safest', 'cheapest'] as const).map((aim): [Aim, Partial<Completion>, Partial<Completion>] => [
      aim,
      { met: { least: 0, likely: 12, most: 12 }, studyHours: 100, sureHours: 8, costUsd: 100 },
      { met: { least: 0, likely: 9, most: 12 }, studyHours: 1, sureHours: 9, costUsd: 1 },
    ]),
  ];

  test.for(better)('%s: %j takes the place of %j', ([aim, more, less]) => {
    const plan = complete(planOf());
    const gap = { semesterHours: 6, sureHours: 4, studyHours: 50, costUsd: 80 };
    const same = {
      met: { least: 0, likely: 12, most: 12 },
      studyHours: 0,
      sureHours: 0,
      costUsd: 0,
      gap,
      proven: false,
    };
    const other = aim === 'safest' ? 'cheapest' : 'safest';
    const [one, two] = [more, less].map((own): Completion => ({ ...plan, ...same, ...own })) as [
      Completion,
      Completion,
    ];
    const taken = bestOfEach(
      new Map<Aim, Completion>([
        [aim, two],
        [other, one],
      ]),
    ).get(aim);
    expect(taken).toMatchObject(more);
    expect(taken?.gap).toEqual({
      semesterHours: 6 - (one.met.likely - two.met.likely),
      sureHours: Math.max(0, 4 - (one.sureHours - two.sureHours)),
      studyHours: Math.max(0, 50 - (two.studyHours - one.studyHours)),
      costUsd: Math.max(0, 80 - (two.costUsd - one.costUsd)),
    });
    expect(
      bestOfEach(
        new Map<Aim, Completion>([
          [aim, one],
          [other, two],
        ]),
      ).get(aim),
    ).toMatchObject(more);
  });
});

test('each degree is compared with the credits as its school sees them', () => {
  const input = comparisonInput(
    (school, degree) => [{ id: 'c1', course: `${school} ${degree}`, status: 'completed' }],
    {
      courses: catalog.courses,
      schools: [catalog.school],
      degrees: [catalog.degree, { ...catalog.degree, id: 'exu/b' }],
    },
    offers,
    { ...firstCommonWishes, aim: 'cheapest' },
    today,
  );
  expect(input.degrees.map(({ credits }) => credits?.[0]?.course)).toEqual(['exu exu/degree', 'exu exu/b']);
});

test('sure hours that were asked for and not found are said', () => {
  const plan = complete(planOf());
  const asked = (leastSureHours: number) => sureWishSentence(plan, { ...firstCommonWishes, leastSureHours });
  expect(sureWishSentence(plan, firstCommonWishes)).toBe('');
  expect(asked(plan.met.least)).toBe('');
  expect(asked(100)).toBe(`You asked for 100 hours that are sure: ${plan.met.least} were found.`);
});
