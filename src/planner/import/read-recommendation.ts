/**
 * How ACE's transcripts print a recommendation: "In the lower-division baccalaureate/associate degree category, 3 semester
 * hours in ethics". It may run over several lines, and recommend hours at two levels.
 */
import { longestLine, readHours, type LineFacts } from './read-line.ts';

const pattern =
  /(?:credit recommendations?: *)?(?:\bin the )?(lower[- ]division|upper[- ]division|graduate|vocational)[^\t:,;]{0,60}categor(?:y|ies), *\d{1,2} semester hours?(?: in [^;.\t]+)?(?:[;,] *(?:and *)?)?/gi;
const hours = /(\d{1,2}) semester hours?/i;
const levels = {
  lower: 'lower-division',
  upper: 'upper-division',
  graduate: 'graduate',
  vocational: 'vocational',
} as const;

/** What a text recommends in all, and the text without it. A level is given where there is one. */
export function takeRecommendation(text: string): { readonly facts: LineFacts; readonly rest: string } | undefined {
  const parts = [...text.matchAll(pattern)];
  if (parts.length === 0) return undefined;
  const sum = parts.reduce((total, [part]) => total + Number(hours.exec(part)?.[1] ?? 0), 0);
  const named = new Set(parts.map(([, level = '']) => level.toLowerCase().split(/[- ]/)[0]));
  const [level] = named;
  const known = Object.entries(levels).find(([name]) => name === level)?.[1];
  const all = readHours(String(sum));
  return {
    facts: {
      ...(all === undefined ? {} : { hours: all }),
      ...(known === undefined || named.size > 1 ? {} : { level: known }),
    },
    rest: text.replace(pattern, '\t'),
  };
}

/** The lines, with a recommendation that runs on in the next line put together. */
export function joinRecommendations(lines: readonly string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const line of lines) {
    const before = joined.at(-1) ?? '';
    const runsOn = open && /^\p{Ll}/u.test(line) && before.length + line.length < longestLine;
    if (runsOn) joined.splice(-1, 1, `${before} ${line}`);
    else joined.push(line);
    open = /\b(?:in the (?:lower|upper)[- ]division|credit recommendations?:)/i.test(joined.at(-1) ?? '');
  }
  return joined;
}
