import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completePlan, type Completion } from '../../../src/engine/completion.ts';
import { casesOf } from '../../figures.ts';
import { allHours, auditOf } from './audited.ts';
import { bestCompletion } from './referee.ts';
import { memberships, randomMarket, secondUseMarket, splitMarket } from './random-market.ts';

test('the cheapest plan is as good as the referee’s', () => {
  let proven = 0;
  let all = 0;
  fc.assert(
    fc.property(randomMarket(9), (input) => {
      const plan = completePlan(input);
      const best = bestCompletion(input);
      const found = { hours: allHours(input, plan), cents: Math.round(plan.costUsd * 100) };
      all++;
      if (plan.proven) {
        proven++;
        expect(found).toEqual(best);
      } else {
        expect(found.hours + plan.gap.semesterHours).toBeGreaterThanOrEqual(best.hours);
        expect(found.hours).toBeLessThanOrEqual(best.hours);
        // Where hours may be missing, nothing is said of the costs.
        if (plan.gap.semesterHours === 0 && found.hours === best.hours) {
          expect(found.cents).toBeGreaterThanOrEqual(best.cents);
          expect(found.cents - Math.round(plan.gap.costUsd * 100)).toBeLessThanOrEqual(best.cents);
        }
      }
    }),
    { numRuns: casesOf(120, 2000) },
  );
  expect(proven / all).toBeGreaterThan(0.9);
});

test('a course is taken for its second use where the first can count nothing', () => {
  const plan = completePlan(secondUseMarket);
  expect({ hours: allHours(secondUseMarket, plan), cents: plan.costUsd * 100 }).toEqual(
    bestCompletion(secondUseMarket),
  );
  expect(plan.courses).toHaveLength(1);
});

test('a plan is proven where fractional answers split a course between blocks', () => {
  for (const aim of ['cheapest', 'fastest'] as const) {
    const input = { ...splitMarket, wishes: { ...splitMarket.wishes, aim } };
    const plan = completePlan(input);
    expect(plan.proven).toBe(true);
    expect({ hours: allHours(input, plan), cents: plan.costUsd * 100 }).toEqual(bestCompletion(input));
  }
});

test('more to choose from never makes the cheapest plan dearer', () => {
  fc.assert(
    fc.property(randomMarket(8), fc.nat(7), (input, index) => {
      const few = completePlan({ ...input, offers: input.offers.toSpliced(index, 1) });
      const many = completePlan(input);
      if (!few.proven || !many.proven) return;
      const [before, after] = [allHours(input, few), allHours(input, many)];
      expect(after).toBeGreaterThanOrEqual(before);
      if (after === before) expect(many.costUsd).toBeLessThanOrEqual(few.costUsd);
    }),
    { numRuns: casesOf(60) },
  );
});

test('a greedy plan that meets as much is never cheaper', () => {
  fc.assert(
    fc.property(randomMarket(8), (input) => {
      const plan = completePlan(input);
      if (!plan.proven) return;
      // Course by course the one that adds most hours for its money, each with a plan of its own.
      let greedy: Completion | undefined;
      let left = input.offers;
      for (;;) {
        const taken = new Set(greedy?.courses.map(({ course }) => course));
        const chosen = input.offers.filter(({ course }) => taken.has(course.id));
        const better = left
          .filter(({ course }) => !taken.has(course.id))
          .map((offer) => completePlan({ ...input, offers: [...chosen, offer] }))
          .filter((next) => allHours(input, next) > (greedy ? allHours(input, greedy) : -1))
          .toSorted((a, b) => a.costUsd / (allHours(input, a) || 1) - b.costUsd / (allHours(input, b) || 1))[0];
        if (!better || better.courses.length <= (greedy?.courses.length ?? -1)) break;
        greedy = better;
        left = left.filter(({ course }) => !better.courses.some((one) => one.course === course.id));
      }
      if (!greedy) return;
      expect(allHours(input, plan)).toBeGreaterThanOrEqual(allHours(input, greedy));
      if (allHours(input, plan) === allHours(input, greedy)) expect(plan.costUsd).toBeLessThanOrEqual(greedy.costUsd);
    }),
    { numRuns: casesOf(40) },
  );
});

test('what a wish leaves out comes back without harm', () => {
  fc.assert(
    fc.property(randomMarket(8), fc.constantFrom('a', 'b', 'c'), fc.boolean(), (input, provider, exams) => {
      const without = { providers: [provider], exams };
      const few = completePlan({ ...input, wishes: { ...input.wishes, without } });
      const many = completePlan(input);
      expect(few.courses.some((course) => course.provider === provider)).toBe(false);
      if (!few.proven || !many.proven) return;
      const [before, after] = [allHours(input, few), allHours(input, many)];
      expect(after).toBeGreaterThanOrEqual(before);
      if (after === before) expect(many.costUsd).toBeLessThanOrEqual(few.costUsd);
    }),
    { numRuns: casesOf(60) },
  );
});

test('the order of what is given changes nothing, and nothing given is changed', () => {
  fc.assert(
    fc.property(randomMarket(8), (input) => {
      const before = JSON.stringify(input);
      const plan = completePlan(input);
      expect(JSON.stringify(input)).toBe(before);
      const turned = {
        ...input,
        offers: input.offers.toReversed(),
        equivalencies: input.equivalencies.toReversed(),
        credits: input.credits.toReversed(),
      };
      expect(completePlan(turned)).toEqual(plan);
    }),
    { numRuns: casesOf(60) },
  );
});

test('costs add up to their parts, and memberships last for what is studied in them', () => {
  fc.assert(
    fc.property(randomMarket(9), (input) => {
      const plan = completePlan(input);
      const cents = plan.costs.reduce((sum, { priceUsd, times }) => sum + Math.round(priceUsd * 100) * times, 0);
      expect(cents).toBe(Math.round(plan.costUsd * 100));
      for (const { course, way } of plan.courses) {
        expect(way.unknown).toEqual([]);
        if (way.membership !== undefined) {
          expect(plan.memberships.map(({ membership }) => membership)).toContain(way.membership);
        }
        expect(input.offers.find((offer) => offer.course.id === course)?.ways).toContainEqual(way);
      }
      for (const { membership, months, studyHours } of plan.memberships) {
        expect(months * ((input.wishes.hoursAWeek * 365.25) / 12 / 7)).toBeGreaterThanOrEqual(studyHours - 1e-6);
        const paid = plan.costs.filter((part) => part.membership === membership);
        const { plans } = memberships.find(({ id }) => id === membership)!;
        const lasting = paid.reduce(
          (sum, { times, priceUsd }) => sum + times * plans.find((one) => one.priceUsd === priceUsd)!.months,
          0,
        );
        expect(lasting).toBeGreaterThanOrEqual(months);
      }
    }),
    { numRuns: casesOf(60) },
  );
});

test('no two courses become the same school course, and none is one the plan has', () => {
  fc.assert(
    fc.property(randomMarket(9), (input) => {
      const plan = completePlan(input);
      const audit = auditOf(input, plan);
      const twice = audit.notAccepted.filter(
        ({ reason, credit, other }) => reason === 'duplicate-credit' && credit !== other,
      );
      expect(twice).toEqual([]);
      expect(audit.met).toEqual(plan.met);
    }),
    { numRuns: casesOf(60) },
  );
});

test('the fastest plan meets as much with no more study, the safest with no fewer sure hours', () => {
  fc.assert(
    fc.property(randomMarket(8), (input) => {
      const cheapest = completePlan(input);
      const fastest = completePlan({ ...input, wishes: { ...input.wishes, aim: 'fastest' } });
      const safest = completePlan({ ...input, wishes: { ...input.wishes, aim: 'safest' } });
      if (![cheapest, fastest, safest].every(({ proven }) => proven)) return;
      const hours = allHours(input, cheapest);
      expect(allHours(input, fastest)).toBe(hours);
      expect(allHours(input, safest)).toBe(hours);
      expect(fastest.studyHours).toBeLessThanOrEqual(cheapest.studyHours);
      expect(fastest.costUsd).toBeGreaterThanOrEqual(cheapest.costUsd);
      expect(safest.sureHours).toBeGreaterThanOrEqual(cheapest.sureHours);
      expect(safest.costUsd).toBeGreaterThanOrEqual(cheapest.costUsd);
      // What is wished for at least is no reason to stop there.
      expect(completePlan({ ...input, wishes: { ...input.wishes, aim: 'safest', leastSureHours: 1 } })).toEqual(safest);
      const atLeast = completePlan({ ...input, wishes: { ...input.wishes, leastSureHours: safest.sureHours } });
      if (atLeast.proven) {
        expect(atLeast.sureHours).toBeGreaterThanOrEqual(safest.sureHours);
        expect(atLeast.costUsd).toBeLessThanOrEqual(safest.costUsd);
      }
    }),
    { numRuns: casesOf(40) },
  );
});
