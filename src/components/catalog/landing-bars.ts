/** The bars of `LandingMap.astro`: one for each school, with the words that say the same. */
import { hoursInWords, listInWords } from '../site/words.ts';
import { standingOf, type EquivalencyAt, type SchoolEntry } from './records.ts';

export type LandingBar = {
  readonly school: SchoolEntry;
  readonly standing: 'published' | 'reported' | 'hint' | 'refused';
  /** Hours of each credit that it becomes. */
  readonly parts: readonly number[];
  readonly hours: number;
  readonly words: string;
};

const order: readonly LandingBar['standing'][] = ['published', 'reported', 'hint', 'refused'];
const sayings = {
  published: 'published',
  reported: 'reported',
  hint: 'a student’s plan only',
} as const;

/** Bars, the surest first, and how many units one hour is wide. Hours a row does not say are those recommended. */
export function drawnBars(
  landings: readonly EquivalencyAt[],
  recommended: number | undefined,
): { bars: LandingBar[]; perHour: number } {
  const bars = landings.map(({ school, equivalency }): LandingBar => {
    const { becomes, toward } = equivalency;
    const programs = toward?.map((id) => school.data.programs.find((program) => program.id === id)?.title ?? id);
    const only = programs ? `, toward ${listInWords(programs)} only` : '';
    if (becomes.length === 0)
      return { school, standing: 'refused', parts: [], hours: 0, words: `Not accepted, as far as is known${only}` };
    const standing = standingOf(equivalency);
    const known = becomes.flatMap(({ semesterHours }) => semesterHours ?? []);
    const parts =
      known.length === becomes.length
        ? known
        : becomes.length === 1 && recommended !== undefined
          ? [recommended]
          : known;
    const hours = Math.round(parts.reduce((sum, part) => sum + part, 0) * 100) / 100;
    const titles = listInWords([...new Set(becomes.map(({ schoolCourse, title }) => schoolCourse ?? title))]);
    const sure = sayings[standing === 'recommended' ? 'reported' : standing];
    const amount = hours > 0 ? hoursInWords(hours) : 'hours not known';
    return {
      school,
      standing: standing === 'recommended' ? 'reported' : standing,
      parts,
      hours,
      words: `${titles}, ${amount}, ${sure}${only}`,
    };
  });
  bars.sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || b.hours - a.hours);
  const most = Math.max(1, recommended ?? 0, ...bars.map(({ hours }) => hours));
  return { bars, perHour: Math.min(24, 280 / most) };
}
