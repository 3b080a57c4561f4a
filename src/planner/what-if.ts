/**
 * What if the school answers otherwise? A trial is an answer that nobody gave yet: the plan as it would be is audited and
 * shown, and nothing of it is saved.
 */
import type { Decision } from '../engine/index.ts';
import { hopedFor } from './decided.ts';
import type { Landing } from './landing.ts';
import { recordDecision } from './plan-changes.ts';
import type { Plan } from './plan.ts';

/** What is tried with one credit, and what is hoped for in its place. */
export type Trial = {
  readonly kind: 'hours' | 'elective' | 'refused';
  readonly credit: string;
  readonly becomes: Decision['becomes'];
};

/** Whether there is anything to try: an answer that the school gave already is not guessed at. */
export function canTry(landing: Landing | undefined): boolean {
  return landing?.parts.some(({ accepted }) => accepted.certainty !== 'decided') ?? false;
}

/** The hours that are hoped for, part by part. */
export function hoursHopedFor(landing: Landing): readonly number[] {
  return landing.parts.map(({ accepted: { hours } }) => hours.most);
}

/** The credit with these hours, part by part; a part with none is refused. */
export function tryHours(credit: string, landing: Landing, hours: readonly number[]): Trial {
  const parts = hopedParts(landing).flatMap((part, index) => {
    const semesterHours = hours[index] ?? 0;
    return semesterHours > 0 ? [{ ...part, semesterHours }] : [];
  });
  return { kind: parts.length > 0 ? 'hours' : 'refused', credit, becomes: parts };
}

/** The credit as free electives: the hours and the level stay, what it was to become does not. */
export function tryElective(credit: string, landing: Landing): Trial {
  const becomes = hopedParts(landing).map(({ semesterHours, level }) => ({
    semesterHours,
    level,
    title: 'Free elective',
  }));
  return { kind: 'elective', credit, becomes };
}

/** The credit refused. */
export function tryRefusal(credit: string): Trial {
  return { kind: 'refused', credit, becomes: [] };
}

/** The plan as it would be. It is not for saving: nobody has answered. */
export function planAsIf(plan: Plan, { credit, becomes }: Trial, today: string): Plan {
  return recordDecision(plan, credit, { becomes, decidedOn: today, by: '' });
}

function hopedParts(landing: Landing): Decision['becomes'] {
  return hopedFor({ ...landing, notAccepted: [] }) ?? [];
}
