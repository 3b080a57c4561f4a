import { expect, test } from 'vitest';
import { offersOf, type CatalogOffers } from '../../../src/planner/finish/completion-offers.ts';
import { catalog } from '../example-catalog.ts';

const fee = (what: string, priceUsd: number) => ({ what, priceUsd, provider: 'example' });
const offers: CatalogOffers = {
  memberships: [],
  ways: [[{ fees: [fee('Exam fee', 97), fee('Fee of the test center', 30)], unknown: [] }]],
  waysOf: { 'example/exam-a': 0, 'example/exam-b': 7 },
  providers: { example: { outsideUs: 'no' } },
};

test('a course is offered where a way to pay for it is known, with what holds for its provider', () => {
  expect(offersOf(catalog.courses.values(), offers)).toEqual([
    { course: catalog.courses.get('example/exam-a'), ways: offers.ways[0], outsideUs: 'no' },
  ]);
});

test('a voucher pays the fee of the exam, and not the room', () => {
  const [paid] = offersOf(catalog.courses.values(), offers, ['example']);
  expect(paid?.ways).toEqual([
    {
      fees: [{ ...fee('Exam fee', 0), note: 'Your voucher pays it.' }, fee('Fee of the test center', 30)],
      unknown: [],
    },
  ]);
  expect(offersOf(catalog.courses.values(), offers, ['clep'])[0]?.ways).toBe(offers.ways[0]);
});
