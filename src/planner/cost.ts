/** What credit costs from a provider, and what the same hours cost at a school: the sums of a plan, without a plan. */
import { cheapestPlans, monthsFor, tuitionFor, type Membership, type TuitionPart } from '../engine/completion.ts';
import type { School } from '../schemas/school.ts';

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
  readonly pay:
    | { readonly membership: Membership; readonly hoursAWeek: number; readonly studyPerSemesterHour: number }
    | { readonly priceUsd: number; readonly courses: number };
  readonly school: string;
  readonly own?: OwnCurrency;
};

/** A currency and how much of it one US dollar is. */
export type OwnCurrency = { readonly currency: string; readonly rate: number };

/** What is asked, or each field's mistake, in the form's order. Only the fields that the way to pay needs are read. */
export function checkCost(
  fields: CostFields,
  memberships: readonly Membership[],
): { readonly asked: CostAsked } | { readonly problems: readonly CostProblem[] } {
  const problems: CostProblem[] = [];
  const read = (field: CostNumber): number => {
    const number = readNumber(field, fields[field]);
    if (number === undefined) problems.push({ field, problem: 'not-in-range' });
    return number ?? 0;
  };
  const membership = memberships.find(({ id }) => id === fields.way);
  if (!membership && fields.way !== byTheCourse) problems.push({ field: 'way', problem: 'not-chosen' });
  const semesterHours = read('semesterHours');
  const pay = membership
    ? {
        membership,
        hoursAWeek: read('hoursAWeek'),
        studyPerSemesterHour: read('studyPerSemesterHour'),
      }
    : fields.way === byTheCourse
      ? { priceUsd: read('price'), courses: read('courses') }
      : undefined;
  if (fields.school === '') problems.push({ field: 'school', problem: 'not-chosen' });
  const currency = fields.currency.trim().toUpperCase();
  const own = currency !== '' || fields.rate.trim() !== '';
  if (own && !/^[A-Z]{3}$/.test(currency)) problems.push({ field: 'currency', problem: 'not-letters' });
  const rate = own ? read('rate') : 0;
  if (problems.length > 0 || !pay) return { problems };
  return { asked: { semesterHours, pay, school: fields.school, ...(own ? { own: { currency, rate } } : {}) } };
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

/** What the hours cost from the provider, and at the school. */
export function costOf({ semesterHours, pay }: CostAsked, school: Pick<School, 'tuition'>): CostAnswer {
  const months =
    'membership' in pay
      ? monthsFor(semesterHours * pay.studyPerSemesterHour, { hoursAWeek: pay.hoursAWeek })
      : undefined;
  const lines = 'membership' in pay ? membershipLines(pay.membership, months ?? 0) : [courseLine(pay)];
  const totalUsd = toCent(lines.reduce((sum, line) => sum + line.totalUsd, 0));
  return {
    lines,
    totalUsd,
    perHourUsd: toCent(totalUsd / semesterHours),
    ...(months === undefined ? {} : { months }),
    tuition: tuitionFor(school, semesterHours),
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
