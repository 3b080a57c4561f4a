/** Courses that can only be finished in some months of the year, beside others that can be finished at any time. */
import { expect, test } from 'vitest';
import { completePlan, type CompletionInput, type Offer, type Wishes } from '../../../src/engine/completion.ts';
import type { Equivalency } from '../../../src/schemas/equivalency.ts';
import { degree, school } from '../example-university.ts';
import { today, usualWishes } from './random-market.ts';

type Said = { readonly hours?: number; readonly onlyInMonths?: readonly number[] };

/** Of a degree of three hours, the courses of the plan: one for $10, that ends in May, and others for $50. */
function chosen(aim: Wishes['aim'], others: Readonly<Record<string, Said>>): string[] {
  const all = { may: { onlyInMonths: [5] }, ...others };
  const input: CompletionInput = {
    degree: {
      ...degree,
      semesterHours: 3,
      blocks: [{ id: 'any', title: 'Any', semesterHours: 3, fits: {} }],
      qualifiers: [],
    },
    school: { ...school, accepts: [], maximums: [], residency: [] },
    equivalencies: Object.entries(all).map(([course, { hours = 3 }]: [string, Said]): Equivalency => ({
      course,
      becomes: [{ kind: 'general-elective', title: 'Credit', semesterHours: hours, level: 'lower-division' }],
      basis: 'decided',
      sources: [{ says: 'Example', url: 'https://example.edu/', checkedOn: '2026-11', confidence: 'primary' }],
    })),
    credits: [],
    courses: new Map(),
    offers: Object.entries(all).map(([id, { onlyInMonths }]: [string, Said]): Offer => ({
      course: { id, title: id, provider: 'acme', kind: 'exam', recommendations: [] },
      ways: [{ fees: [{ what: 'Fee', provider: 'acme', priceUsd: id === 'may' ? 10 : 50 }], unknown: [] }],
      outsideUs: 'yes',
      ...(onlyInMonths ? { onlyInMonths } : {}),
    })),
    memberships: [],
    wishes: { ...usualWishes, aim },
    today,
  };
  return completePlan(input).courses.map(({ course }) => course);
}

test('the fastest plan does without one where another course meets the same hours sooner, though it costs more', () => {
  expect(chosen('fastest', { any: {} })).toEqual(['any']);
  expect(chosen('cheapest', { any: {} })).toEqual(['may']);
});

test('the fastest plan has it where nothing else meets as many hours', () => {
  expect(chosen('fastest', {})).toEqual(['may']);
  expect(chosen('fastest', { small: { hours: 2 } })).toEqual(['may']);
  expect(chosen('fastest', { june: { onlyInMonths: [6] } })).toEqual(['may']);
});

test('one that can be finished in the month in which it would be is as good as any', () => {
  // Forty-five hours of study at ten a week end in December.
  expect(chosen('fastest', { december: { onlyInMonths: [12] } })).toEqual(['december']);
});
