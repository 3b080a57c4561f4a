/** The words of the list of courses, the same where the build writes it and where the browser does. */
import type { Earns, ListedCourse, Place } from '../../planner/catalog/course-list.ts';

export const earnsInWords: Record<Earns | 'none', string> = {
  ace: 'ACE credit',
  nccrs: 'NCCRS credit',
  exam: 'Exam credit',
  edx: 'edX academic credit',
  university: 'University credit',
  none: 'No credit known',
};

const levels: Readonly<Record<string, string>> = {
  'lower-division': 'lower division',
  'upper-division': 'upper division',
};

/** What a line says after the title. */
export function inBrief(
  { code, hours, upTo, levels: its = [], earns, priceUsd, withdrawn }: ListedCourse,
  provider: string,
): string {
  return [
    code === undefined ? provider : `${provider} ${code}`,
    hours === undefined
      ? earns.length > 0 && 'hours not known'
      : `${upTo ? 'up to ' : ''}${hours} ${hours === 1 ? 'hour' : 'hours'}`,
    ...its.map((level) => levels[level] ?? level),
    priceUsd !== undefined && (priceUsd === 0 ? 'no charge' : `US$ ${priceUsd}`),
    withdrawn && 'no longer offered',
  ]
    .filter((fact) => typeof fact === 'string')
    .join(', ');
}

/** How sure its place at the chosen school is. */
export function placeInWords(place: Place | undefined): string {
  if (place === 'published') return 'Published by the school';
  if (place === 'reported') return 'Reported, not by the school';
  if (place === 'hint') return 'Only a student’s plan';
  return place === 'refused' ? 'Not accepted, as far as is known' : 'No place known';
}
