import { expect, test } from 'vitest';
import { providerColumns } from '../../src/components/catalog/provider-columns.ts';
import { creditFrom, schoolColumns } from '../../src/components/catalog/school-columns.ts';
import { providerSchema, type Provider } from '../../src/schemas/provider.ts';
import { schoolSchema, type School } from '../../src/schemas/school.ts';

const sources = [{ says: 'A page', checkedOn: '2026-11', confidence: 'primary' as const, url: 'https://example.org' }];
const reported = [{ ...sources[0]!, confidence: 'reported' as const }];

const provider = (fields: object): Provider =>
  providerSchema.parse({
    name: 'Example Courses',
    kind: 'course-provider',
    url: 'https://example.org',
    recommenders: [],
    prices: [],
    sources,
    ...fields,
  });
const school = (fields: object): School =>
  schoolSchema.parse({
    name: 'Example University',
    shortName: 'EU',
    city: 'Example',
    state: 'NY',
    control: 'public',
    accreditor: 'An accreditor',
    url: 'https://example.org',
    accepts: [],
    maximums: [],
    residency: [],
    areas: [],
    courses: [],
    policies: [],
    sources,
    ...fields,
  });

test('prices stand by what one buys, without those of the past', () => {
  const prices = [
    { what: 'Membership', priceUsd: 99, per: 'month', current: true },
    { what: 'Membership', priceUsd: 299, per: '4 months', current: true },
    { what: 'Course', priceUsd: 0, per: 'course', current: true },
    { what: 'Lab kit', per: 'course', current: true },
    { what: 'Old exam', priceUsd: 85, per: 'exam', current: false },
  ];
  expect(providerColumns['prices']?.says(provider({ prices }))).toEqual([
    'Membership: US$ 99 a month, US$ 299 for 4 months',
    'Course: no charge',
    'Lab kit: amount not found',
  ]);
});

test('a provider of which nothing is known says nothing in any column', () => {
  for (const { says } of Object.values(providerColumns)) expect(says(provider({}))).toEqual([]);
});

test('exams are told with what holds outside the US', () => {
  const exams = [{ at: 'home', text: 'At home, watched by a person.', sources }];
  expect(providerColumns['exams']?.says(provider({ exams, outsideUs: 'test-centers' }))).toEqual([
    'At home, watched by a person.',
    'Outside the US: only at test centers.',
  ]);
});

test('tuition has the prices in use, and the last one of the past five years of what has none', () => {
  const price = (fields: object) => ({ per: 'semester-hour', current: true, sources, ...fields });
  const tuition = [
    price({ what: 'Online', priceUsd: 350, year: '2026-27', sources: reported }),
    price({ what: 'Online', priceUsd: 340, year: '2025-26', current: false }),
    price({ what: 'Abroad', priceUsd: 419, year: '2022-23', current: false }),
    price({ what: 'First year', priceUsd: 200, year: '2017', current: false }),
    price({ what: 'Without a degree', priceUsd: 600, visiting: true }),
  ];
  expect(schoolColumns('2026-11-28')['tuition']?.says(school({ tuition }))).toEqual([
    'Online: US$ 350 a semester hour (2026–27), reported',
    'Abroad, no newer price found: US$ 419 a semester hour (2022–23)',
  ]);
});

test('what a school does with a provider is its own line, else the one on its reviewers', () => {
  const general = { recommender: 'ACE', verdict: 'yes', says: 'Generally accepted.', sources };
  const own = { provider: 'example', verdict: 'no', says: 'Not taken from there.', sources };
  const column = creditFrom('example', 'Example Courses', ['ACE']);
  expect(column.says(school({ accepts: [general, own] }))).toEqual(['Not taken from there.']);
  expect(column.says(school({ accepts: [general] }))).toEqual([
    'No page found that names Example Courses. For ACE in general: Generally accepted.',
  ]);
  expect(column.says(school({}))).toEqual([]);
});
