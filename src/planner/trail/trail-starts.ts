/** When courses begin that are not begun. A plan says when each is done, so its beginning is worked out. */
import { addDays } from '../days.ts';
import type { PlanCredit } from '../plan/plan.ts';
import { idleCredits } from './trail-stages.ts';
import { plannedEnd } from './trail-standing.ts';
import type { LaterStart, Trail, TrailFacts } from './trail-types.ts';

/** How many courses a student is taken to do at a time. Where it is one, a beginning is told a course too early. */
export const coursesAtATime = 2;

/** Days ahead that are near: what begins by then is for this week. */
const nearDays = 28;

/**
 * The courses that are planned, not begun, and begin later than in the next four weeks, soonest first. A course begins once
 * so many that end before it are done that there is time for it. An exam that is given in some months only waits for its month
 * though, and is signed up for long before: it is not among them.
 */
export function laterStarts(
  credits: readonly PlanCredit[],
  trails: readonly Trail[],
  { courses, inSomeMonths = [] }: TrailFacts,
  today: string,
): readonly LaterStart[] {
  const near = addDays(today, nearDays);
  const idle = idleCredits(credits);
  const ends = new Map(credits.flatMap((credit) => (idle.has(credit.id) ? [] : [[credit.id, plannedEnd(credit)]])));
  const inOrder = [...ends.values()].filter((end) => end !== undefined).sort();
  const planned = new Map(credits.flatMap(({ id, status, course }) => (status === 'planned' ? [[id, course]] : [])));
  return trails
    .flatMap((trail): readonly LaterStart[] => {
      const { credit, title, eligibility } = trail;
      const end = ends.get(credit);
      const on = end && inOrder.filter((other) => other < end).at(-coursesAtATime);
      const provider = courses.get(planned.get(credit) ?? '')?.provider;
      const isAnyTime = provider === undefined || !inSomeMonths.includes(provider);
      const isToBegin = planned.has(credit) && isAnyTime && !isBegun(trail) && eligibility.state !== 'no-longer';
      return on !== undefined && on > near && isToBegin ? [{ credit, title, on }] : [];
    })
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** True where the student noted a step of the course itself, or pays for it already. */
function isBegun({ steps, notes }: Trail): boolean {
  return notes.membership !== undefined || steps.some(({ note, ofSchool }) => note && !ofSchool);
}

const key = ({ on, title, credit }: LaterStart): string => `${on} ${title} ${credit}`;
