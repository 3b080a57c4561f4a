/** What a plan holds of the school's answers, and what a plain yes to a credit would mean. */
import type { Answered, Decision, PlannedCredit } from '../../engine/index.ts';
import type { Landing } from '../audit/landing.ts';
import type { Plan } from './plan.ts';

/** One answer of the school in the plan. */
export type SchoolAnswer = Answered &
  (
    | { readonly kind: 'decision'; readonly credit: string; readonly becomes: Decision['becomes'] }
    | { readonly kind: 'substitution'; readonly credit: string; readonly part: number; readonly schoolCourse: string }
    | { readonly kind: 'applied-here'; readonly credit: string; readonly part: number; readonly block: string }
    | { readonly kind: 'waiver'; readonly block: string }
  );

/** Every answer of the school that the plan holds: credit by credit, then the waivers. */
export function answersIn({ credits, waivers = [] }: Pick<Plan, 'credits' | 'waivers'>): readonly SchoolAnswer[] {
  return [...credits.flatMap(answersAbout), ...waivers.map((one) => ({ kind: 'waiver' as const, ...one }))];
}

function answersAbout({ id, decision, substitutions = [], appliedHere = [] }: PlannedCredit): SchoolAnswer[] {
  return [
    ...(decision ? [{ kind: 'decision' as const, credit: id, ...decision }] : []),
    ...substitutions.map((one) => ({ kind: 'substitution' as const, credit: id, ...one })),
    ...appliedHere.map((one) => ({ kind: 'applied-here' as const, credit: id, ...one })),
  ];
}

/**
 * What the credit would become by a plain yes: as it is expected now, an "up to" at its most. Undefined where the school
 * gives nothing for it, or nobody knows how much.
 */
export function hopedFor(landing: Landing | undefined): Decision['becomes'] | undefined {
  if (!landing || landing.parts.length === 0 || landing.notAccepted.length > 0) return undefined;
  return landing.parts.map(({ accepted }) => {
    const { title, level, schoolCourse, subject, areas, hours } = accepted;
    return {
      semesterHours: hours.likely || hours.most,
      level,
      title,
      ...(schoolCourse === undefined ? {} : { schoolCourse }),
      ...(subject === undefined ? {} : { subject }),
      ...(areas.length > 0 ? { areas } : {}),
    };
  });
}
