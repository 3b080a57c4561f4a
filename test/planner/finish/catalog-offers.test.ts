/** The ways to pay that the build writes, for each kind of price that a provider's record can hold. */
import { describe, expect, test } from 'vitest';
import type { Membership, Way } from '../../../src/engine/completion.ts';
import { catalogOffers } from '../../../src/planner/finish/completion-offers.ts';
import type { Course } from '../../../src/schemas/course.ts';
import type { PricePlan, Provider } from '../../../src/schemas/provider.ts';

const price = (what: string, priceUsd: number | undefined, more: Partial<PricePlan> = {}): PricePlan => ({
  what,
  ...(priceUsd === undefined ? {} : { priceUsd }),
  per: 'month',
  current: true,
  ...more,
});
const provider = (prices: readonly PricePlan[], more: Partial<Provider> = {}) => ({
  id: 'acme',
  record: { name: 'Acme', prices, ...more } as Provider,
});
const course = (more: Partial<Course> = {}, id = 'acme/psychology') => ({
  id,
  record: { provider: 'acme', title: 'Psychology', kind: 'course', ...more } as Course,
});
const fee = (what: string, priceUsd: number) => ({ what, priceUsd, provider: 'acme' });
const opensAll = { opens: { months: 1, courses: 'all' as const } };

/** The ways to pay for one course of one provider. */
function waysOf(prices: readonly PricePlan[], of: Partial<Course> = {}, more: Partial<Provider> = {}) {
  const { ways, waysOf: index } = catalogOffers([provider(prices, more)], [course(of)]);
  return ways[index['acme/psychology']!];
}

const cases: [what: string, prices: readonly PricePlan[], of: Partial<Course>, ways: readonly Way[]][] = [
  [
    'a course with a price is paid alone',
    [],
    { priceUsd: 99 },
    [{ fees: [fee('Price of the course', 99)], unknown: [] }],
  ],
  ['an exam has a fee', [], { kind: 'exam', priceUsd: 97 }, [{ fees: [fee('Exam fee', 97)], unknown: [] }]],
  [
    'a certificate is a program',
    [],
    { kind: 'certificate', priceUsd: 49 },
    [{ fees: [fee('Price of the program', 49)], unknown: [] }],
  ],
  [
    'a micro-credential is a program, and keeps the note on its price',
    [],
    { kind: 'micro-credential', priceUsd: 49, priceNote: 'Until May.' },
    [{ fees: [{ ...fee('Price of the program', 49), note: 'Until May.' }], unknown: [] }],
  ],
  ['of a course without a price that is said', [], {}, [{ fees: [], unknown: ['The price of the course'] }]],
  ['of an exam without a price that is said', [], { kind: 'exam' }, [{ fees: [], unknown: ['The price of the exam'] }]],
  [
    'a membership opens the course, and its own price stays a way',
    [price('Monthly', 59, opensAll)],
    { priceUsd: 199 },
    [
      { fees: [], membership: 'acme/1', unknown: [] },
      { fees: [fee('Price of the course', 199)], unknown: [] },
    ],
  ],
  [
    'a membership with a price of each course on top is paid with it, and there is no other way',
    [price('Monthly', 99, { opens: { ...opensAll.opens, besidesCoursePrice: true } })],
    { priceUsd: 199 },
    [{ fees: [fee('Price of the course', 199)], membership: 'acme/1', unknown: [] }],
  ],
  [
    'the price on top of a membership may be unknown',
    [price('Monthly', 99, { opens: { ...opensAll.opens, besidesCoursePrice: true } })],
    {},
    [{ fees: [], membership: 'acme/1', unknown: ['The price of the course'] }],
  ],
  [
    'a course can be paid by the month',
    [price('One course, each month', 39, { opens: { months: 1, courses: 'one' }, note: 'Cancel any time.' })],
    {},
    [{ fees: [], monthly: { ...fee('One course, each month', 39), note: 'Cancel any time.' }, unknown: [] }],
  ],
  [
    'a payment for one course that lasts longer, has no price or is no longer charged is no way',
    [
      price('Half a year', 199, { opens: { months: 6, courses: 'one' } }),
      price('A month', undefined, { opens: { months: 1, courses: 'one' } }),
      price('A month, as it was', 29, { opens: { months: 1, courses: 'one' }, current: false }),
      price('Membership, as it was', 29, { ...opensAll, current: false }),
      price('Membership of an unknown price', undefined, opensAll),
      price('What some pay for a second copy', 20),
    ],
    { priceUsd: 99 },
    [{ fees: [fee('Price of the course', 99)], unknown: [] }],
  ],
  [
    'a fee that is paid wherever it is taken comes on top of every way',
    [price('Monthly', 59, opensAll), price('Transcript', 25, { onTop: {} })],
    { priceUsd: 99 },
    [
      { fees: [fee('Transcript', 25)], membership: 'acme/1', unknown: [] },
      { fees: [fee('Price of the course', 99), fee('Transcript', 25)], unknown: [] },
    ],
  ],
  [
    'a fee on top of unknown amount is named, and one no longer charged is not',
    [price('Transcript', undefined, { onTop: {} }), price('Old fee', 5, { onTop: {}, current: false })],
    { priceUsd: 99 },
    [{ fees: [fee('Price of the course', 99)], unknown: ['Transcript'] }],
  ],
  [
    'a fee on top of other courses is not paid for this one',
    [
      price('Laboratory', 40, { onTop: { courses: ['acme/chemistry'] } }),
      price('Reader', 15, { onTop: { courses: ['acme/psychology'] } }),
    ],
    { priceUsd: 99 },
    [{ fees: [fee('Price of the course', 99), fee('Reader', 15)], unknown: [] }],
  ],
  [
    'each place where an exam is taken is a way, with what it takes there',
    [
      price('Watched at home', 30, { onTop: { at: 'home', device: 'windows-computer' } }),
      price('Record', 5, { onTop: {} }),
      price('Fee of the test center', undefined, { onTop: { at: 'test-center' } }),
    ],
    { kind: 'exam', priceUsd: 97 },
    [
      {
        fees: [fee('Exam fee', 97), fee('Record', 5), fee('Watched at home', 30)],
        unknown: [],
        at: 'home',
        device: 'windows-computer',
      },
      { fees: [fee('Exam fee', 97), fee('Record', 5)], unknown: ['Fee of the test center'], at: 'test-center' },
    ],
  ],
];

describe('ways to pay', () => {
  test.for(cases)('%s', ([, prices, of, ways]) => {
    expect(waysOf(prices, of)).toStrictEqual(ways);
  });

  test('a provider’s device is needed wherever the place asks for no other', () => {
    const prices = [
      price('At home', 30, { onTop: { at: 'home', device: 'windows-computer' } }),
      price('At a center', 20, { onTop: { at: 'test-center' } }),
    ];
    const devices = waysOf(prices, { priceUsd: 9 }, { device: 'computer' })?.map(({ device }) => device);
    expect(devices).toEqual(['windows-computer', 'computer']);
  });

  test.for([
    ['PSY 99', 0],
    ['PSY 100', 1],
    ['PSY 199', 1],
    ['PSY 200', 0],
    ['Psychology', 0],
    [undefined, 0],
  ] as const)('a membership for numbers 100 to 199 opens %s: %i', ([code, opened]) => {
    const prices = [price('Monthly', 59, { opens: { ...opensAll.opens, numbers: { from: 100, to: 199 } } })];
    const of = code === undefined ? {} : { code };
    expect(waysOf(prices, of)?.filter(({ membership }) => membership !== undefined)).toHaveLength(opened);
  });
});

describe('memberships', () => {
  test('payments that open the same courses are one, by the month or for longer', () => {
    const prices = [
      price('Monthly', 99, opensAll),
      price('Lower numbers', 50, { opens: { ...opensAll.opens, numbers: { from: 1, to: 99 } } }),
      price('Membership', 299, { opens: { months: 4, courses: 'all' }, note: 'Paid at once.' }),
    ];
    const memberships: readonly Membership[] = [
      {
        id: 'acme/1',
        provider: 'acme',
        plans: [
          { ...fee('Monthly, one month', 99), months: 1 },
          { ...fee('Membership, 4 months', 299), note: 'Paid at once.', months: 4 },
        ],
        coursesAtATime: 2,
      },
      {
        id: 'acme/2',
        provider: 'acme',
        plans: [{ ...fee('Lower numbers, one month', 50), months: 1 }],
        coursesAtATime: 2,
      },
    ];
    expect(catalogOffers([provider(prices, { coursesAtATime: 2 })], []).memberships).toStrictEqual(memberships);
  });

  test('one that asks for the price of each course too is another', () => {
    const prices = [
      price('Everything', 99, opensAll),
      price('Reduced prices', 19, { opens: { ...opensAll.opens, besidesCoursePrice: true } }),
    ];
    const { memberships } = catalogOffers([provider(prices)], []);
    expect(memberships.map(({ id, plans }) => [id, plans.length])).toEqual([
      ['acme/1', 1],
      ['acme/2', 1],
    ]);
    expect(memberships[0]).not.toHaveProperty('coursesAtATime');
  });
});

describe('what the build writes', () => {
  test('courses that are paid alike share their ways, and one without a provider has none', () => {
    const courses = [
      course({ priceUsd: 99 }, 'acme/a'),
      course({ priceUsd: 49 }, 'acme/b'),
      course({ priceUsd: 99 }, 'acme/c'),
      course({ priceUsd: 99, provider: 'gone' }, 'gone/d'),
    ];
    const { ways, waysOf: index } = catalogOffers([provider([])], courses);
    expect(index).toEqual({ 'acme/a': 0, 'acme/b': 1, 'acme/c': 0 });
    expect(ways).toHaveLength(2);
  });

  test('of each provider stands what holds for all of its courses, where it is known', () => {
    const known = { ...provider([], { outsideUs: 'test-centers', onlyInMonths: [5, 10] }), id: 'known' };
    expect(catalogOffers([known, provider([])], []).providers).toStrictEqual({
      known: { outsideUs: 'test-centers', onlyInMonths: [5, 10] },
      acme: {},
    });
  });
});
