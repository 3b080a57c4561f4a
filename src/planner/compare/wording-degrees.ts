/** Sentences about degrees that are compared. */
import type { AcceptedCounts, ComparedPlan, DegreeOrder } from '../../engine/completion.ts';
import type { Degree } from '../../schemas/degree.ts';
import type { DegreesSoFar, SearchState } from '../finish/completion-worker.ts';
import { countWords, dollarWords, failedWords, timeWords } from '../finish/wording-completion.ts';
import type { ListedDegree } from './compared-degrees.ts';
import { hoursNumber, hoursWords } from '../wording.ts';

/** Awards, for a list to choose from. */
export const awardWords: Readonly<Record<Degree['award'], string>> = {
  associate: 'Associate degree',
  bachelor: 'Bachelor’s degree',
  master: 'Master’s degree',
};

/** How many of the credits the school accepts: "Accepts 3 of these 4 credits.", and what of the others. Nothing where there are none. */
export function acceptsWords({ accepted, notKnown, notAccepted }: AcceptedCounts): string | undefined {
  const all = accepted + notKnown + notAccepted;
  if (all === 0) return undefined;
  const these = all === 1 ? 'this credit' : `these ${all} credits`;
  if (accepted === all)
    return `Accepts ${all === 1 ? these : `${all === 2 ? 'both' : `all ${all}`} of these credits`}.`;
  if (notKnown === all) return `Nothing we found says that it gives hours for ${these}.`;
  if (notAccepted === all) return `Does not accept ${these}, or nothing was found.`;
  return [
    accepted > 0 && `Accepts ${accepted} of ${these}.`,
    notKnown > 0 && `For ${notKnown}${accepted > 0 ? '' : ` of ${these}`}, nothing we found says that it gives hours.`,
    notAccepted > 0 && `For ${notAccepted}, it says no, or nothing was found.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** By what a list of degrees is put in order. */
export const orderWords: Readonly<Record<DegreeOrder, string>> = {
  'still-needed': 'Hours still needed',
  'left-for-school': 'Hours left for the school',
  cost: 'Cost',
  time: 'Time',
};

/** What an order counts, where the words for it do not say so. */
export const orderCounts: Readonly<Record<DegreeOrder, string | undefined>> = {
  'still-needed': undefined,
  'left-for-school': undefined,
  cost:
    'Cost is here what the courses and exams cost, and what is left for the school, at the highest price by the hour ' +
    'that was found. Degrees without such a price come last.',
  time:
    'Time is here what the courses and exams take, and then what is left for the school, at as many hours of study a ' +
    'week.',
};

const noPriceWords = 'No price by the hour was found for what is left for the school.';

/** What counts of one degree in such an order; in every order, that a price is not known: a cost without it is not the whole. */
export function inAllWords({ inAll }: Pick<ComparedPlan, 'inAll'>, order: DegreeOrder): string | undefined {
  const all = 'Courses, exams and what is left for the school';
  const noPrice = inAll.costUsd === undefined ? noPriceWords : undefined;
  switch (order) {
    case 'cost':
      return inAll.costUsd === undefined ? noPrice : `${all}: ${dollarWords(inAll.costUsd)}.`;
    case 'time':
      return [`${all}: ${timeWords(inAll.months)}.`, noPrice].filter(Boolean).join(' ');
    case 'still-needed':
    case 'left-for-school':
      return noPrice;
  }
}

/** How far the degree is: "15 hours likely met now, 60 more with the cheapest plan, 45 left for the school". */
export function farWords({ before, met, residence }: Pick<ComparedPlan, 'before' | 'met' | 'residence'>): string {
  const added = met.likely - before.likely;
  return [
    `${hoursWords(before.likely)} likely met now`,
    ...(added > 0 ? [`${hoursNumber(added)} more with the cheapest plan`] : []),
    `${hoursNumber(residence.semesterHours)} left for the school`,
  ].join(', ');
}

/** How a comparison of degrees goes. */
export function comparedWords(
  shown: number,
  order: DegreeOrder,
  state: SearchState<DegreesSoFar> | 'loading' | 'not-loaded',
): string {
  if (typeof state === 'object') return `Comparing. ${state.soFar.compared} of ${state.soFar.of} degrees so far.`;
  switch (state) {
    case 'not-loaded':
      return 'Not all of it could be loaded.';
    case 'loading':
    case 'not-begun':
      return 'Loading the degrees.';
    case 'done':
      return shown === 0
        ? 'No degree is like that.'
        : `${countWords(shown, 'degree')} compared, in order of ${orderWords[order].toLowerCase()}.`;
    case 'cancelled':
      return `You stopped the comparison. ${countWords(shown, 'degree')} compared.`;
    case 'failed':
      return failedWords;
  }
}

/** What award it is, of which school and year: "Bachelor’s degree, University of the People, catalog year 2018-19". */
export function degreeLine({ award, school, catalogYear }: ListedDegree): string {
  return `${awardWords[award]}, ${school.name}, catalog year ${catalogYear}`;
}
