/** The same credits against many degrees: what each still needs, and what finishing it would cost. */
import { sumHours } from '../semester-hours.ts';
import type { PlannedCredit } from '../types.ts';
import type { Degree } from '../../schemas/degree.ts';
import type { Equivalency } from '../../schemas/equivalency.ts';
import type { School } from '../../schemas/school.ts';
import { candidatesOf, type Choice } from './candidates.ts';
import { completePlan, quick } from './complete-plan.ts';
import type { SearchLimits } from './search.ts';
import type { Completion, CompletionInput } from './types.ts';

/** A degree to compare, with its school's facts. */
export type DegreeToCompare = {
  readonly id: string;
  readonly degree: Degree;
  readonly school: School;
  readonly equivalencies: readonly Equivalency[];
};

/** Everything a comparison is made from. None of it is changed. */
export type ComparisonInput = Omit<CompletionInput, 'degree' | 'school' | 'equivalencies'> & {
  readonly degrees: readonly DegreeToCompare[];
};

/** How one degree stands. */
export type ComparedDegree = {
  readonly id: string;
  /** Hours still needed with the credits there are: at least, where only sure hours count, and likely. */
  readonly stillNeeded: { readonly sure: number; readonly likely: number };
  /** The cheapest plan found that finishes what can be transferred. */
  readonly plan: Completion;
};

/**
 * Every degree with the cheapest plan that is quickly found for it, the best first. `progress` is told of each as it is
 * done; where it returns `false`, the rest is left out.
 */
export function compareDegrees(
  { degrees, ...input }: ComparisonInput,
  progress: (done: ComparedDegree) => boolean = () => true,
  limits: SearchLimits = quick,
): ComparedDegree[] {
  const credits = input.credits.map(withoutPins);
  const compared: ComparedDegree[] = [];
  const known = new Map<string, Choice>();
  for (const { id, ...facts } of degrees) {
    const key = `${facts.degree.school} ${facts.degree.program ?? ''}`;
    const chooseFrom: typeof candidatesOf = (...asked) => {
      const choice = known.get(key) ?? candidatesOf(...asked);
      known.set(key, choice);
      return choice;
    };
    const plan = completePlan({ ...input, ...facts, credits }, undefined, limits, chooseFrom);
    const { semesterHours, before } = plan;
    const stillNeeded = {
      sure: sumHours([semesterHours, -before.least]),
      likely: sumHours([semesterHours, -before.likely]),
    };
    const done = { id, stillNeeded, plan };
    compared.push(done);
    if (!progress(done)) break;
  }
  return rankDegrees(compared);
}

/** The same, the best first: what is left for the school when all is done, then what it costs to get there, then how sure it is. */
export function rankDegrees(compared: readonly ComparedDegree[]): ComparedDegree[] {
  const keys = ({ stillNeeded, plan }: ComparedDegree): number[] => [
    plan.residence.semesterHours,
    stillNeeded.likely,
    plan.costUsd,
    -plan.sureHours,
  ];
  return compared.toSorted((a, b) => {
    const others = keys(b);
    const difference = keys(a)
      .map((key, index) => key - others[index]!)
      .find((one) => one !== 0);
    return difference ?? (a.id < b.id ? -1 : 1);
  });
}

/** Pins name blocks of one degree. */
function withoutPins({ pins: _, ...credit }: PlannedCredit): PlannedCredit {
  return credit;
}
