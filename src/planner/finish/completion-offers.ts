/**
 * Every way to pay for the courses of the catalog, as the build writes it from providers and courses. Where a price that
 * belongs to it is not known, the way says which.
 */
import type { Fee, Membership, Offer, Way } from '../../engine/completion.ts';
import type { Course } from '../../schemas/course.ts';
import type { PricePlan, Provider } from '../../schemas/provider.ts';
import type { CatalogCourse } from '../catalog/catalog.ts';

/** `/catalog/offers.json`: many courses are paid alike, so each sort of ways stands once. */
export type CatalogOffers = {
  readonly memberships: readonly Membership[];
  readonly ways: readonly (readonly Way[])[];
  /** By course id, its ways by their index. */
  readonly waysOf: Readonly<Record<string, number>>;
  /** By provider id, what holds for all of its courses. */
  readonly providers: Readonly<Record<string, Pick<Offer, 'outsideUs' | 'onlyInMonths'>>>;
};

type Entry<T> = { readonly id: string; readonly record: T };

/** What the build writes. */
export function catalogOffers(providers: readonly Entry<Provider>[], courses: readonly Entry<Course>[]): CatalogOffers {
  const memberships = new Map(providers.map(({ id, record }) => [id, membershipsOf(id, record)]));
  const records = new Map(providers.map(({ id, record }) => [id, record]));
  const known = new Map<string, number>();
  const ways: Way[][] = [];
  const waysOf: Record<string, number> = {};
  for (const { id, record: course } of courses) {
    const provider = records.get(course.provider);
    if (!provider) continue;
    const all = waysFor(id, course, provider, memberships.get(course.provider) ?? []);
    const key = JSON.stringify(all);
    waysOf[id] = known.get(key) ?? ways.push(all) - 1;
    known.set(key, waysOf[id]);
  }
  return {
    memberships: [...memberships.values()].flatMap((some) => some.map(({ membership }) => membership)),
    ways,
    waysOf,
    providers: Object.fromEntries(
      providers.map(({ id, record: { outsideUs, onlyInMonths } }) => [
        id,
        { ...(outsideUs ? { outsideUs } : {}), ...(onlyInMonths ? { onlyInMonths } : {}) },
      ]),
    ),
  };
}

/** The courses with their ways to pay, as the planner has both of them. Vouchers pay the exam fees of these providers. */
export function offersOf(
  courses: Iterable<CatalogCourse>,
  { ways, waysOf, providers }: CatalogOffers,
  vouchers: readonly string[] = [],
): Offer[] {
  return [...courses].flatMap((course): Offer[] => {
    const index = waysOf[course.id];
    const all = index === undefined ? undefined : ways[index];
    if (!all) return [];
    const paid = vouchers.includes(course.provider) ? all.map(withVoucher) : all;
    return [{ course, ways: paid, ...providers[course.provider] }];
  });
}

const examFee = 'Exam fee';

/** The way without the exam's own fee. Fees for where it is taken stay. */
function withVoucher(way: Way): Way {
  const pay = (fee: Fee): Fee => (fee.what === examFee ? { ...fee, priceUsd: 0, note: 'Your voucher pays it.' } : fee);
  return { ...way, fees: way.fees.map(pay) };
}

type Opened = { readonly membership: Membership; readonly opens: NonNullable<PricePlan['opens']> };

const isCurrent = ({ current }: PricePlan): boolean => current;

/** A provider's memberships: payments that open the same courses, for longer or shorter, are one. */
function membershipsOf(id: string, { prices, coursesAtATime }: Provider): Opened[] {
  const alike = new Map<string, Opened>();
  for (const plan of prices.filter(isCurrent)) {
    const { opens, priceUsd } = plan;
    if (!opens || priceUsd === undefined || opens.courses !== 'all') continue;
    const key = JSON.stringify([opens.numbers, opens.besidesCoursePrice]);
    const before = alike.get(key)?.membership;
    const time = opens.months === 1 ? 'one month' : `${opens.months} months`;
    const fee = { ...feeOf({ ...plan, what: `${plan.what}, ${time}` }, priceUsd, id), months: opens.months };
    const membership: Membership = {
      id: before?.id ?? `${id}/${alike.size + 1}`,
      provider: id,
      plans: [...(before?.plans ?? []), fee],
      ...(coursesAtATime === undefined ? {} : { coursesAtATime }),
    };
    alike.set(key, { membership, opens });
  }
  return [...alike.values()];
}

function feeOf({ what, note }: PricePlan, priceUsd: number, provider: string): Fee {
  return { what, priceUsd, provider, ...(note === undefined ? {} : { note }) };
}

function waysFor(id: string, course: Course, provider: Provider, memberships: readonly Opened[]): Way[] {
  const { priceUsd, priceNote, code, provider: of } = course;
  const number = Number(code?.match(/\d+/)?.[0]);
  const own =
    priceUsd === undefined
      ? []
      : [{ what: ownPrice(course), priceUsd, provider: of, ...(priceNote === undefined ? {} : { note: priceNote }) }];
  const unknownOwn = priceUsd === undefined ? ['The price of the course'] : [];
  const inMemberships = memberships
    .filter(({ opens: { numbers } }) => !numbers || (number >= numbers.from && number <= numbers.to))
    .map(({ membership, opens }): Way => ({
      fees: opens.besidesCoursePrice ? own : [],
      membership: membership.id,
      unknown: opens.besidesCoursePrice ? unknownOwn : [],
    }));
  const byTheMonth = provider.prices.filter(isCurrent).flatMap((plan): Way[] => {
    const { opens, priceUsd: price } = plan;
    return opens?.courses === 'one' && opens.months === 1 && price !== undefined
      ? [{ fees: [], monthly: feeOf(plan, price, of), unknown: [] }]
      : [];
  });
  const needsMembership = memberships.some(({ opens }) => opens.besidesCoursePrice);
  const alone: Way[] = priceUsd !== undefined && !needsMembership ? [{ fees: own, unknown: [] }] : [];
  const all = [...inMemberships, ...byTheMonth, ...alone];
  const ways = all.length
    ? all
    : [{ fees: [], unknown: [`The price of the ${course.kind === 'exam' ? 'exam' : 'course'}`] }];
  return ways.flatMap((way) => withFees(way, id, provider, of));
}

/** The way with the fees on top, once for each place where the exam may be taken. */
function withFees(way: Way, id: string, { prices, device: needed }: Provider, of: string): Way[] {
  const onTop = prices.filter(({ current, onTop: fee }) => current && fee && (fee.courses?.includes(id) ?? true));
  const everywhere = onTop.filter((plan) => plan.onTop?.at === undefined);
  const places = onTop.filter((plan) => plan.onTop?.at !== undefined);
  const choices = places.length ? places.map((place) => [...everywhere, place]) : [everywhere];
  return choices.map((plans): Way => {
    const place = plans.find((plan) => plan.onTop?.at !== undefined)?.onTop;
    const device = place?.device ?? needed;
    return {
      ...way,
      fees: [
        ...way.fees,
        ...plans.flatMap((plan) => (plan.priceUsd === undefined ? [] : [feeOf(plan, plan.priceUsd, of)])),
      ],
      unknown: [...way.unknown, ...plans.flatMap(({ what, priceUsd }) => (priceUsd === undefined ? [what] : []))],
      ...(place?.at ? { at: place.at } : {}),
      ...(device ? { device } : {}),
    };
  });
}

function ownPrice({ kind }: Course): string {
  switch (kind) {
    case 'exam':
      return examFee;
    case 'certificate':
    case 'micro-credential':
      return 'Price of the program';
    case 'course':
      return 'Price of the course';
  }
}
