import { expect, test } from 'vitest';
import { hourPrices } from '../../src/components/catalog/hour-prices.ts';
import type { CourseEntry } from '../../src/components/catalog/records.ts';
import { catalogOffers } from '../../src/planner/finish/completion-offers.ts';
import { courseSchema } from '../../src/schemas/course.ts';
import { providerSchema } from '../../src/schemas/provider.ts';

const sources = [{ says: 'A page', checkedOn: '2026-11', confidence: 'primary' as const, url: 'https://example.org' }];
const course = (id: string, fields: object = {}): CourseEntry => ({
  id: `example/${id}`,
  data: courseSchema.parse({
    title: `Course ${id}`,
    provider: 'example',
    kind: 'exam',
    area: 'business',
    assessment: {},
    recommendations: [{ by: 'ACE', parts: [{ semesterHours: 3 }] }],
    sources,
    ...fields,
  }),
});

function priced(courses: readonly CourseEntry[], prices: readonly object[]) {
  const provider = providerSchema.parse({
    name: 'Example',
    kind: 'course-provider',
    url: 'https://example.org',
    recommenders: ['ACE'],
    prices,
    sources,
  });
  const entries = courses.map(({ id, data }) => ({ id, record: data }));
  return hourPrices(courses, catalogOffers([{ id: 'example', record: provider }], entries));
}
const month = { months: 1, courses: 'all' };

test('an hour is a third of what the course costs', () => {
  expect(priced([course('a', { priceUsd: 97 })], [])).toEqual([{ one: 'US$ 32.33', three: 'US$ 32.33' }]);
});

test('a month is shared by the courses that are finished in it', () => {
  const prices = [{ what: 'Membership', priceUsd: 99, per: 'month', current: true, opens: month }];
  expect(priced([course('a')], prices)).toEqual([{ one: 'US$ 33', three: 'US$ 11' }]);
});

test('courses that differ in price have a span', () => {
  expect(priced([course('a', { priceUsd: 150 }), course('b', { priceUsd: 240 })], [])).toEqual([
    { one: 'US$ 50 to 80', three: 'US$ 50 to 80' },
  ]);
});

test('where an exam is taken is named with its fee, and a fee that is not known too', () => {
  const prices = [
    { what: 'At home', priceUsd: 30, per: 'exam', current: true, onTop: { at: 'home' } },
    { what: 'Fee of the center', per: 'exam', current: true, onTop: { at: 'test-center' } },
  ];
  expect(priced([course('a', { priceUsd: 90 })], prices).map(({ one }) => one)).toEqual([
    'US$ 40 (at home)',
    'US$ 30 (at a test center, without: fee of the center)',
  ]);
});

test('a course without a price or with other hours says nothing', () => {
  const four = { recommendations: [{ by: 'ACE', parts: [{ semesterHours: 4 }] }], priceUsd: 100 };
  expect(priced([course('a'), course('b', four)], [])).toEqual([]);
});
