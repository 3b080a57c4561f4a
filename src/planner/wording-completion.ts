/** Sentences about the courses that finish a degree. */
import type { ApartCourse, Completion, CostPart, OpenBlock } from '../engine/completion.ts';
import { dateWords, hoursWords, listWords } from './wording.ts';

const dollars = new Intl.NumberFormat('en', { minimumFractionDigits: 0, maximumFractionDigits: 2 });

/** "US$ 1,262", "US$ 79.50". */
export function dollarWords(usd: number): string {
  return `US$ ${Number.isInteger(usd) ? dollars.format(usd) : dollars.format(usd).replace(/\.(\d)$/, '.$10')}`;
}

/** "3 months", "half a month". */
export function monthWords(months: number): string {
  return months === 1 ? '1 month' : `${months} months`;
}

/** What the plan does, in one sentence. */
export function completionSentence({ courses, met, semesterHours, costUsd, months, finishOn }: Completion): string {
  if (!courses.length) return 'No course on offer would meet more of this degree.';
  const many = courses.length === 1 ? '1 course' : `${courses.length} courses`;
  return (
    `${many} for ${dollarWords(costUsd)}, in about ${monthWords(months)}, until ${dateWords(finishOn)}. ` +
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

/** Why a block stays open. */
export function openSentence({ stillNeeded, reason }: OpenBlock): string {
  const needed = `Still needed: ${hoursWords(stillNeeded)}.`;
  switch (reason) {
    case 'in-residence':
      return `${needed} Only the school’s own courses fill it.`;
    case 'no-course':
      return `${needed} No course in the catalog fits it.`;
    case 'only-unknown':
      return `${needed} Courses fit it, but their price or their hours are not known.`;
    case 'wishes':
      return `${needed} Courses fit it, but your wishes leave them out.`;
    case 'no-room':
      return `${needed} Courses fit it, but the rules leave no room, or the courses are needed elsewhere.`;
  }
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

/** "Membership, 3 times US$ 99: US$ 297". */
export function costSentence({ what, priceUsd, times, totalUsd }: CostPart): string {
  if (times === 1) return `${what}: ${dollarWords(totalUsd)}`;
  return `${what}, ${times} times ${dollarWords(priceUsd)}: ${dollarWords(totalUsd)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
