/** From a completion back to a plan. */
import { keptCredits, type ChosenCourse, type Completion } from '../../engine/completion.ts';
import { addMany, setProgress, type AddRefusal, type NewCredit } from '../plan/plan-changes.ts';
import type { Plan } from '../plan/plan.ts';
import type { CommonWishes } from './wishes.ts';

/** A chosen course as the plan keeps it: planned, for the day on which it would be done. */
export function plannedCourse({ course, finishOn }: ChosenCourse): NewCredit {
  return { course, status: 'planned', completedOn: finishOn };
}

/**
 * The plan with all chosen courses in it, as one change, or why not. Where others may take the place of courses that are
 * not begun, those go that were not chosen again.
 */
export function takePlan(
  plan: Plan,
  { courses }: Pick<Completion, 'courses'>,
  wishes: Pick<CommonWishes, 'keepPlanned'>,
): { readonly plan: Plan } | AddRefusal {
  const chosen = new Map(courses.map((one) => [one.course, plannedCourse(one)]));
  const kept = new Set(keptCredits({ credits: plan.credits, wishes }));
  const stay = plan.credits.filter((credit) => kept.has(credit) || (credit.course && chosen.has(credit.course)));
  const dated = stay.reduce(
    (before, credit) => {
      const again = kept.has(credit) || credit.course === undefined ? undefined : chosen.get(credit.course);
      return again ? setProgress(before, credit.id, again) : before;
    },
    stay.length === plan.credits.length ? plan : { ...plan, credits: stay },
  );
  return addMany(dated, [...chosen.values()]);
}

/** Whether all these courses are in the plan. */
export function isTaken(plan: Pick<Plan, 'credits'>, { courses }: Pick<Completion, 'courses'>): boolean {
  const there = new Set(plan.credits.flatMap(({ course }) => course ?? []));
  return courses.every(({ course }) => there.has(course));
}
