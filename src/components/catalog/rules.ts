/** A block's rule in words, for blocks whose record does not word it. */
import type { Fits } from '../../schemas/fits.ts';
import type { School } from '../../schemas/school.ts';
import { listInWords } from '../site/words.ts';

const sources = {
  school: 'the school itself',
  college: 'another college',
  exam: 'exams',
  alternative: 'courses and certificates outside college',
  foreign: 'evaluated study abroad',
} as const;

/** At most this many names; the rest are counted. */
function some(names: readonly string[], most = 6): string {
  const more = names.length - most;
  return listInWords(more > 0 ? [...names.slice(0, most), `${more} more`] : names, 'or');
}

/**
 * "Any course in PSY or SOC; upper division only." An empty rule takes "Any college-level credit."; an empty list
 * of courses is one that was not found.
 */
export function ruleInWords(
  { courses, areas, subjects, level, numbers, from, except }: Fits = {},
  school: Pick<School, 'areas'>,
): string {
  const titlesOf = (ids: readonly string[] = []): string[] =>
    ids.map((id) => school.areas.find((area) => area.id === id)?.title ?? id);
  const kinds = [
    courses?.length && some(courses),
    areas?.length && `credit in ${some(titlesOf(areas))}`,
    subjects?.length && `any course in ${some(subjects, 12)}`,
  ];
  const rule = [
    kinds.filter(Boolean).join(', or ') || (courses ? 'we do not know which courses fit' : 'any college-level credit'),
    level && `${level.replace('-', ' ')} only`,
    numbers && `numbered ${numbers.from} to ${numbers.to}`,
    from && `earned through ${some(from.map((source) => sources[source]))}`,
    except && `not ${some([...(except.courses ?? []), ...(except.subjects ?? []), ...titlesOf(except.areas)])}`,
  ];
  const words = rule.filter(Boolean).join('; ');
  return `${words[0]?.toUpperCase()}${words.slice(1)}.`;
}
