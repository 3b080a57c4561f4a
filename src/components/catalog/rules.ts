/** A block's rule in words, for blocks whose record does not word it. */
import type { Fits } from '../../schemas/fits.ts';
import type { School } from '../../schemas/school.ts';
import { levelInWords, listInWords } from '../site/words.ts';

const sources = {
  school: 'the school itself',
  college: 'another college',
  exam: 'exams',
  alternative: 'courses and certificates outside college',
  foreign: 'evaluated study abroad',
} as const;

/** At most this many names; the rest are counted. */
function some(names: readonly string[], most = 6): string {
  return names.length <= most
    ? listInWords(names, 'or')
    : `${names.slice(0, most).join(', ')} or ${names.length - most} more`;
}

/** "A course in PSY or SOC, upper division." An empty rule is "Any college-level credit." */
export function ruleInWords(fits: Fits | undefined, school: Pick<School, 'areas'>): string {
  if (!fits) return 'Any college-level credit.';
  const areaTitle = (id: string): string => school.areas.find((area) => area.id === id)?.title ?? id;
  const kinds = [
    fits.courses?.length ? some(fits.courses) : undefined,
    fits.areas?.length ? `credit in ${some(fits.areas.map(areaTitle))}` : undefined,
    fits.subjects?.length ? `any course in ${some(fits.subjects, 12)}` : undefined,
  ].filter((kind) => kind !== undefined);
  const limits = [
    fits.level ? `${levelInWords[fits.level]} only` : undefined,
    fits.numbers ? `numbered ${fits.numbers.from} to ${fits.numbers.to}` : undefined,
    fits.from
      ? `earned through ${listInWords(
          fits.from.map((from) => sources[from]),
          'or',
        )}`
      : undefined,
    fits.except
      ? `not ${some([...(fits.except.courses ?? []), ...(fits.except.subjects ?? []), ...(fits.except.areas ?? []).map(areaTitle)])}`
      : undefined,
  ].filter((limit) => limit !== undefined);
  const rule = [kinds.length ? kinds.join(', or ') : 'any college-level credit', ...limits].join('; ');
  return `${rule[0]?.toUpperCase()}${rule.slice(1)}.`;
}
