import type { School } from '../../schemas/school.ts';

/** How a school takes recommended courses, in one word. */
export type Stance = 'takes' | 'by-list' | 'one-by-one' | 'refuses' | 'not-known';
export type SchoolStance = { readonly id: string; readonly name: string; readonly stance: Stance };

const ofVerdict = {
  yes: 'takes',
  'with-agreement': 'by-list',
  'case-by-case': 'one-by-one',
  no: 'refuses',
} as const satisfies Record<School['accepts'][number]['verdict'], Stance>;

/** How the school takes recommended courses: by what it says of reviewers, or else of single course providers. */
export function stanceOf(
  { accepts }: Pick<School, 'accepts'>,
  isCourseProvider: (provider: string) => boolean,
): Stance {
  const general = accepts.find(({ recommender }) => recommender === 'ACE' || recommender === 'NCCRS');
  if (general) return ofVerdict[general.verdict];
  const [first, ...others] = accepts
    .filter(({ provider }) => provider !== undefined && isCourseProvider(provider))
    .map(({ verdict }) => verdict);
  if (first === undefined) return 'not-known';
  return [first, ...others].includes('yes') ? 'by-list' : ofVerdict[first];
}
