/** What credit costs from a provider, and what the same hours cost at a school: the sums of a plan, without a plan. */
import { cheapestPlans, monthsFor, tuitionFor, type Membership, type TuitionPart } from '../../engine/completion.ts';
import type { CatalogOffers } from './completion-offers.ts';
import type { School } from '../../schemas/school.ts';

export { tuitionToward } from '../../engine/completion.ts';

/** In the list of ways to pay: by the course or exam. */
export const byTheCourse = 'course';

/** Numbers that are typed: what they may be. */
export const costNumbers = {
  semesterHours: { from: 0.5, to: 200 },
  hoursAWeek: { from: 1, to: 80 },
  studyPerSemesterHour: { from: 1, to: 200 },
  price: { from: 0, to: 100_000 },
  courses: { from: 1, to: 100 },
  rate: { from: 0.000001, to: 10_000_000 },
} as const;

export type CostNumber = keyof typeof costNumbers;

/** What stands in the form. `way` is a membership's id, or `byTheCourse`. */
export type CostFields = Readonly<Record<CostNumber, string>> & {
  readonly way: string;
  readonly school: string;
  /** Letters of the reader's own currency: "EUR". Empty for none. */
  readonly currency: string;
};

export type CostProblem = {
  readonly field: CostNumber | 'way' | 'school' | 'currency';
  readonly problem: 'not-in-range' | 'not-chosen' | 'not-letters';
};

/** What is asked, checked. */
export type CostAsked = {
  readonly semesterHours: number;
  readonly membership?: {
    readonly membership: Membership;
    readonly hoursAWeek: number;
    readonly studyPerSemesterHour: number;
  };
  /** What is paid course by course. */
  readonly courses?: { readonly priceUsd: number; readonly courses: number };
  readonly school: string;
  readonly own?: OwnCurrency;
};

/** A currency and how much of it one US dollar is. */
export type OwnCurrency = { readonly currency: string; readonly rate: number };

/** Memberships by id, each with whether its courses have prices of their own on top. */
export type WaysToPay = ReadonlyMap<string, { readonly membership: Membership; readonly coursesOnTop: boolean }>;

/** The memberships that the catalog knows. */
export function waysToPay({ memberships, ways }: Pick<CatalogOffers, 'memberships' | 'ways'>): WaysToPay {
  const onTop = new Set(
    ways
      .flat()
      .flatMap(({ membership, fees, unknown }) =>
        membership !== undefined && fees.length + unknown.length > 0 ? [membership] : [],
      ),
  );
  return new Map(
    memberships.map((membership) => [membership.id, { membership, coursesOnTop: onTop.has(membership.id) }]),
  );
}

/** Whether the form asks for months and for the price of a course, with this way to pay. */
export function asksFor(way: string, ways: WaysToPay): { readonly study: boolean; readonly prices: boolean } {
  const found = ways.get(way);
  return { study: found !== undefined, prices: way === byTheCourse || (found?.coursesOnTop ?? false) };
}

/** What is asked, or each field's mistake, in the form's order. Only the fields that the way to pay needs are read. */
export function checkCost(
  fields: CostFields,
  ways: WaysToPay,
): { readonly asked: CostAsked } | { readonly problems: readonly CostProblem[] } {
  const problems: CostProblem[] = [];
  const read = (field: CostNumber): number => {
    const number = readNumber(field, fields[field]);
    if (number === undefined) problems.push({ field, problem: 'not-in-range' });
    return number ?? 0;
  };
  const { study, prices } = asksFor(fields.way, ways);
  if (!study && !prices) problems.push({ field: 'way', problem: 'not-chosen' });
  const semesterHours = read('semesterHours');
  const courses = prices ? { priceUsd: read('price'), courses: read('courses') } : undefined;
  const found = ways.get(fields.way);
  const membership = found && {
    membership: found.membership,
    hoursAWeek: read('hoursAWeek'),
    studyPerSemesterHour: read('studyPerSemesterHour'),
  };
  if (fields.school === '') problems.push({ field: 'school', problem: 'not-chosen' });
  const currency = fields.currency.trim().toUpperCase();
  const wantsOwn = currency !== '' || fields.rate.trim() !== '';
  if (wantsOwn && !/^[A-Z]{3}$/.test(currency)) problems.push({ field: 'currency', problem: 'not-letters' });
  const own = wantsOwn ? { currency, rate: read('rate') } : undefined;
  if (problems.length > 0) return { problems };
  return {
    asked: {
      semesterHours,
      school: fields.school,
      ...(membership ? { membership } : {}),
      ...(courses ? { courses } : {}),
      ...(own ? { own } : {}),
    },
  };
}

/** "1,200.50", "US$ 99", "0,92": the number, or nothing where it is none or not one of those it may be. */
function readNumber(field: CostNumber, typed: string): number | undefined {
  const text = typed
    .trim()
    .replace(/^(?:us)?\s*\$\s*/i, '')
    .replace(/,(?=\d{3}(?:\D|$))/g, '')
    .replace(',', '.');
  const { from, to } = costNumbers[field];
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  const whole = field !== 'courses' || Number.isInteger(number);
  return number >= from && number <= to && whole ? number : undefined;
}

/** One line of a sum. */
export type CostLine = {
  readonly what: string;
  readonly priceUsd: number;
  readonly times: number;
  readonly totalUsd: number;
};

/** Both sums. */
export type CostAnswer = {
  readonly lines: readonly CostLine[];
  readonly totalUsd: number;
  /** What one semester hour comes to. */
  readonly perHourUsd: number;
  /** Months of a membership. */
  readonly months?: number;
  readonly tuition: readonly TuitionPart[];
};

const toCent = (usd: number): number => Math.round(usd * 100) / 100;

/** What the hours cost from the provider, and at the school, as of `today`, an ISO date. */
export function costOf(
  { semesterHours, membership, courses }: CostAsked,
  school: Pick<School, 'tuition'>,
  today: string,
): CostAnswer {
  const months = membership && monthsFor(semesterHours * membership.studyPerSemesterHour, membership);
  const lines = [
    ...(membership && months !== undefined ? membershipLines(membership.membership, months) : []),
    ...(courses ? [courseLine(courses)] : []),
  ];
  const totalUsd = toCent(lines.reduce((sum, line) => sum + line.totalUsd, 0));
  return {
    lines,
    totalUsd,
    perHourUsd: toCent(totalUsd / semesterHours),
    ...(months === undefined ? {} : { months }),
    tuition: tuitionFor(school, semesterHours, today),
  };
}

function membershipLines(membership: Membership, months: number): CostLine[] {
  return cheapestPlans(membership, months).times.flatMap((times, place) => {
    const plan = membership.plans[place];
    if (!plan || times === 0) return [];
    const { what, priceUsd } = plan;
    return [{ what, priceUsd, times, totalUsd: toCent(priceUsd * times) }];
  });
}

function courseLine({ priceUsd, courses }: { readonly priceUsd: number; readonly courses: number }): CostLine {
  return { what: 'Course or exam', priceUsd, times: courses, totalUsd: toCent(priceUsd * courses) };
}

/** The sum in the reader's own currency, to the hundredth. */
export function inOwn(usd: number, { rate }: OwnCurrency): number {
  return toCent(usd * rate);
}
