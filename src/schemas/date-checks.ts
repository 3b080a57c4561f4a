import { join, type Problem } from './problem.ts';

const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const monthFirst = new RegExp(
  String.raw`\b(?:${months})\.? \d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4}\b)?|\b\d{1,2}([/.-])\d{1,2}\1\d{2,4}\b`,
);

/** What stands in a text in others' words, and addresses. */
const notOurs = /“[^”]*”|https?:\/\/\S+/g;

/**
 * Problems of dates in texts, wherever they stand in a file: they are read in other countries than they were written in.
 *
 * Quotations, between “ and ”, stay as they are.
 */
export function checkDates(file: string, raw: unknown, field = ''): Problem[] {
  if (typeof raw === 'string') {
    const [found] = monthFirst.exec(raw.replace(notOurs, '')) ?? [];
    if (found === undefined) return [];
    const fix = 'Write the day, then the month in letters, then the year: 08/01 is 8 January to most readers.';
    return [{ file, field, found, expected: 'a date like 1 August 2026', fix }];
  }
  if (Array.isArray(raw)) return raw.flatMap((item, index) => checkDates(file, item, `${field}[${index}]`));
  if (typeof raw !== 'object' || raw === null) return [];
  return Object.entries(raw).flatMap(([name, inside]) => checkDates(file, inside, join(field, name)));
}
