/** Sentences about the courses that finish a degree. */
import {
  withSums,
  type Aim,
  type ApartCourse,
  type ChosenCourse,
  type Completion,
  type CostPart,
  type OpenBlock,
} from '../../engine/completion.ts';
import type { Tuition } from '../../schemas/school.ts';
import type { PlanSoFar, SearchState, WithoutSolver } from './completion-worker.ts';
import { inOwn, type OwnCurrency } from './cost.ts';
import { numberFields, type CommonWishes, type NumberField, type WishProblem } from './wishes.ts';
import { isOpenForLack, type Blocks } from '../audit/unknown-lists.ts';
import { problemWords } from '../plan/wording-problems.ts';
import { coursesWords, dateWords, hoursNumber, hoursWords, listWords } from '../wording.ts';

const dollars = new Intl.NumberFormat('en', { minimumFractionDigits: 0, maximumFractionDigits: 2 });

/** "1,262", "79.50". */
function amountWords(amount: number): string {
  return dollars.format(amount).replace(/\.(\d)$/, '.$10');
}

/** "US$ 1,262", "US$ 79.50". */
export function dollarWords(usd: number): string {
  return `US$ ${amountWords(usd)}`;
}

/** "3 months", "half a month". */
export function monthWords(months: number): string {
  return countWords(months, 'month');
}

/** The same, in years where they are many: "7.4 years". */
export function timeWords(months: number): string {
  return months < 24 ? monthWords(months) : `${Math.round(months / 1.2) / 10} years`;
}

/** Of a plan without courses. */
export const noCourseWords = 'With these wishes, no course on offer would meet more of this degree.';

/** What the plan does, in one sentence. */
export function completionSentence({
  courses,
  met,
  semesterHours,
  costUsd,
  months,
  finishOn,
}: Pick<Completion, 'semesterHours' | 'costUsd' | 'months' | 'finishOn'> & {
  readonly courses: readonly unknown[];
  readonly met: Pick<Completion['met'], 'likely'>;
}): string {
  if (!courses.length) return noCourseWords;
  return (
    `${coursesWords(courses.length)} for ${dollarWords(costUsd)}, in about ${monthWords(months)}, until ${dateWords(finishOn)}. ` +
    `Likely met then: ${hoursWords(met.likely)} of ${semesterHours}.`
  );
}

/** How good the plan is known to be. */
export function gapSentence({ proven, gap }: Completion): string {
  if (proven) return 'No better plan exists with these courses, prices and wishes.';
  const { semesterHours, sureHours, studyHours, costUsd } = gap;
  if (semesterHours > 0)
    return `This is the best plan found. Another might meet up to ${hoursWords(semesterHours)} more.`;
  if (sureHours > 0)
    return `This is the best plan found. Another might have up to ${hoursWords(sureHours)} more that are sure.`;
  if (studyHours > 0) return `This is the best plan found. Another might take up to ${studyHours} hours of study less.`;
  return `This is the best plan found. Another might cost up to ${dollarWords(costUsd)} less.`;
}

/** That fewer hours are sure than must be, if so. */
export function sureWishSentence({ met }: Pick<Completion, 'met'>, { leastSureHours = 0 }: CommonWishes): string {
  if (met.least >= leastSureHours) return '';
  return `You asked for ${hoursWords(leastSureHours)} that are sure: ${hoursNumber(met.least)} were found.`;
}

const openWords: Readonly<Record<OpenBlock['reason'], string>> = {
  'in-residence': 'Only the school’s own courses fill it.',
  'no-course': 'No course in the catalog fits it.',
  'only-unknown': 'Courses fit it, but their price or their hours are not known.',
  wishes: 'Courses fit it, but your wishes leave them out.',
  'no-time': 'Courses fit it, but there is no time for them before the day you want to be done by.',
  'no-room': 'Courses fit it, but the rules leave no room, or the courses are needed elsewhere.',
};

/** Why a block stays open. */
export function openSentence(open: OpenBlock, blocks: Blocks): string {
  const why = isOpenForLack(open, blocks)
    ? 'We do not know which courses fit it. The school may take credit from elsewhere.'
    : openWords[open.reason];
  return `Still needed: ${hoursWords(open.stillNeeded)}. ${why}`;
}

/** Why a course is offered apart. */
export function apartSentence({ reason, unknown }: ApartCourse): string {
  switch (reason) {
    case 'price-not-known':
      return `It may count, but a price is not known: ${listWords(unknown.map(lowerFirst))}.`;
    case 'hours-not-known':
      return 'The school may take it, but how many hours it gives is not known.';
    case 'lapses-first':
      return 'Its recommendation ends before you could finish it.';
  }
}

/** "Membership, one month, 3 times US$ 99: US$ 297". */
export function costSentence({
  what,
  priceUsd,
  times,
  totalUsd,
}: Pick<CostPart, 'what' | 'priceUsd' | 'times' | 'totalUsd'>): string {
  if (times === 1) return `${what}: ${dollarWords(totalUsd)}`;
  return `${what}, ${times} times ${dollarWords(priceUsd)}: ${dollarWords(totalUsd)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What each plan is best at. */
export const aimWords: Readonly<Record<Aim, string>> = {
  cheapest: 'Cheapest',
  fastest: 'Fastest',
  safest: 'Safest',
};

/** How it is chosen, in one sentence. */
export const aimSentences: Readonly<Record<Aim, string>> = {
  cheapest: 'Costs the least.',
  fastest: 'Needs the fewest hours of study.',
  safest: 'Has the most hours that the school has decided or published.',
};

/** Of a search that broke off, or whose script did not come. */
export const failedWords =
  'This page could not work it out. The mistake is in this page, not in your plan. If you are offline, try again once you are online.';

/** What looking longer loads, packed, in megabytes. */
export const solverMegabytes = 1.3;

/** How the search for plans goes. `seconds`: for how long a longer one has been looking for the plan that is named. */
export function searchWords(
  state: SearchState<PlanSoFar>,
  now: { readonly allProven: boolean; readonly mayBeBetter: boolean; readonly seconds: number },
): string {
  if (typeof state === 'object') return searchingWords(state.soFar, now.seconds);
  const longer = now.mayBeBetter ? ` Looking longer loads ${solverMegabytes} MB, once.` : '';
  switch (state) {
    case 'not-begun':
      return '';
    case 'done':
      return `The plans are ready. ${now.allProven ? 'No better plans exist.' : 'Better plans may exist.'}${longer}`;
    case 'cancelled':
      return `You stopped the search.${longer}`;
    case 'failed':
      return failedWords;
  }
}

function searchingWords({ aim, longer, best }: PlanSoFar, seconds: number): string {
  const name = `${aimWords[aim].toLowerCase()} plan`;
  // What a longer search has found so far may be no better than the plan that is shown.
  if (longer) return `Looking for a better ${name}. This can take a minute: ${countWords(seconds, 'second')} so far.`;
  if (!best || best.courses === 0) return `Looking for the ${name}.`;
  return `Looking for the ${name}. Best so far: ${coursesWords(best.courses)} for ${dollarWords(best.costUsd)}.`;
}

/** Why a longer search was made without what it was to be made with. */
export const withoutSolverWords: Readonly<Record<WithoutSolver, string>> = {
  'not-loaded':
    'The stronger search could not be loaded. You may be offline. This page looks longer without it. Your plans stay.',
  'broke-off':
    'The stronger search broke off. This device may lack memory for it. This page looks longer without it. Your plans stay.',
};

/** What holds of every plan. */
export const plansNote = 'Each plan is made from the courses of the catalog with a known price. The school decides.';

/** What the three plans come to, for a reader who hears the page. */
export function plansSentence(found: ReadonlyMap<Aim, Completion>): string {
  const parts = [...found].map(
    ([aim, { costUsd, months }]) => `${aimWords[aim].toLowerCase()}, ${dollarWords(costUsd)}, ${timeWords(months)}`,
  );
  const best = [...found.values()].every(({ proven }) => proven);
  return `The plans are ready. ${parts.join('; ')}. ${best ? 'No better plans exist.' : 'Better plans may exist.'}`;
}

/** The wishes in one line. */
export function wishesSentence(wishes: CommonWishes): string {
  const { hoursAWeek, studyPerSemesterHour, coursesAtATime, without = {}, device } = wishes;
  const parts = [
    `${hoursWords(hoursAWeek)} a week`,
    `${hoursWords(studyPerSemesterHour)} of study for each hour of credit`,
    coursesAtATime === 1 ? 'one course at a time' : `${coursesAtATime} courses at a time`,
    ...(wishes.finishBy === undefined ? [] : [`done by ${dateWords(wishes.finishBy)}`]),
    ...(without.exams ? ['no exams'] : []),
    ...(without.proctored ? ['nothing that is proctored'] : []),
    ...(without.providers ? [`${countWords(without.providers.length, 'provider')} left out`] : []),
    ...(wishes.abroad ? ['usable outside the United States'] : []),
    ...(wishes.vouchers ? ['vouchers pay the CLEP exam fees'] : []),
    ...(device === undefined ? [] : [deviceWords[device].toLowerCase()]),
    ...(wishes.keepForSchool === undefined ? [] : [`${hoursWords(wishes.keepForSchool)} kept for the school`]),
    ...(wishes.leastSureHours === undefined ? [] : [`at least ${hoursWords(wishes.leastSureHours)} sure`]),
    ...(wishes.keepPlanned === true ? [] : ['courses that are not begun may be replaced']),
  ];
  return `${parts.join(', ')}.`;
}

/** What one can study on. */
export const deviceWords: Readonly<Record<NonNullable<CommonWishes['device']>, string>> = {
  phone: 'A phone or a tablet',
  computer: 'A computer',
  'windows-computer': 'A computer with Windows',
};

/** The labels of the form's numbers. */
export const numberLabels: Readonly<Record<NumberField, string>> = {
  hoursAWeek: 'Hours of study a week',
  studyPerSemesterHour: 'Hours of study for each semester hour',
  coursesAtATime: 'Courses at a time',
  weeksForTranscripts: 'Weeks for transcripts to reach the school',
  keepForSchool: 'Semester hours to keep for the school (optional)',
  leastSureHours: 'Semester hours that must be sure (optional)',
};

/** What to do about one field of the form. */
export function wishProblemWords({ field, problem }: WishProblem): string {
  if (problem === 'date-not-ahead') return 'The day to be done by must be in the future';
  if (problem !== 'not-in-range') return problemWords(problem);
  const { from, to, whole } = numberFields[field];
  const label = numberLabels[field].replace(' (optional)', '');
  return `${label} must be a ${whole ? 'whole ' : ''}number from ${from} to ${to}`;
}

/** How the months come about. */
export function studySentence(
  { studyHours, months, finishOn }: Pick<Completion, 'studyHours' | 'months' | 'finishOn'>,
  wishes: CommonWishes,
): string {
  if (studyHours === 0) return 'There is nothing to study.';
  return (
    `${hoursWords(studyHours)} of study, at ${hoursWords(wishes.hoursAWeek)} a week, then ` +
    `${countWords(wishes.weeksForTranscripts, 'week')} for transcripts: ${monthWords(months)}, until ` +
    `${dateWords(finishOn)}. How long the school then takes is not counted.`
  );
}

/** Where hours of a chosen course land: "3 hours in Humanities". */
export function landsWords(lands: ChosenCourse['lands'], titleOf: (block: string) => string): string {
  return listWords(lands.map(({ block, semesterHours }) => `${hoursWords(semesterHours)} in ${titleOf(block)}`));
}

/** When something is: "from 25 November 2026 to 3 March 2027". */
export function daysWords([from, to]: readonly [string, string]): string {
  return `${dateWords(from)} to ${dateWords(to)}`;
}

/**
 * Hours left for the school, with the sums of its prices by the hour: "30 hours, US$ 9,870 to 12,570". `forLack`: so many
 * of them may be filled from elsewhere, if the school says by which courses.
 */
export function leftWords({ semesterHours, tuition }: Completion['residence'], forLack = 0): string {
  const sums = semesterHours > 0 ? withSums(tuition).map(({ totalUsd }) => Math.round(totalUsd)) : [];
  const [least, most] = [Math.min(...sums), Math.max(...sums)];
  const price = sums.length > 0 ? `, ${dollarWords(least)}` : '';
  const range = least < most ? ` to ${dollars.format(most)}` : '';
  const lack =
    forLack > 0
      ? `; for ${hoursNumber(Math.min(forLack, semesterHours))} of them the list of courses was not found`
      : '';
  return `${hoursWords(semesterHours)}${price}${range}${lack}`;
}

/** What a price of the school is for; one of the past is called so. */
export function tuitionName({ what, year, current }: Tuition): string {
  return current ? what : `${what}, ${year === undefined ? '' : `in ${year}, `}no newer price found`;
}

/** A price of the school: "US$ 250 a semester hour". */
export function tuitionWords({ priceUsd, per, months }: Tuition): string {
  const unit = {
    'semester-hour': 'a semester hour',
    'quarter-hour': 'a quarter hour',
    course: 'a course',
    session: 'a session',
    term: 'a term',
    year: 'a year',
  }[per];
  return `${dollarWords(priceUsd)} ${unit}${months === undefined ? '' : ` of ${countWords(months, 'month')}`}`;
}

/** "1 course", "3 courses". */
export function countWords(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** "US$ 297", or "US$ 297 (EUR 273.24)". */
export function moneyWords(usd: number, own: OwnCurrency | undefined): string {
  return own ? `${dollarWords(usd)} (${own.currency} ${amountWords(inOwn(usd, own))})` : dollarWords(usd);
}
