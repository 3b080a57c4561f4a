/** The same credits against many degrees: what each still needs, and what finishing it would cost. */
import { acceptPlan } from '../accepted.ts';
import { assignCredits, problemOf, type DegreeProblem } from '../assign.ts';
import { solveAssignment } from '../assign/search.ts';
import { auditDegree } from '../audit.ts';
import { leavesOf } from '../eligibility.ts';
import { fromHundredths, sumHours } from '../semester-hours.ts';
import { appliedIn, auditBlock } from '../standing.ts';
import type { AcceptedCredit, Assignment, AuditInput, HoursRange, PlannedCredit } from '../types.ts';
import type { Degree } from '../../schemas/degree.ts';
import type { Equivalency } from '../../schemas/equivalency.ts';
import type { School } from '../../schemas/school.ts';
import { Answers } from './answers.ts';
import { candidatesOf, coursesOf, type Choice } from './candidates.ts';
import { chooseCourses, hurried, quick } from './complete-plan.ts';
import { likelySearch } from './likely-search.ts';
import { fullBlocks } from './most-hours.ts';
import { inAllOf, rankDegrees, type InAll } from './rank-degrees.ts';
import { addedBy, outlookOf, type Chosen, type Outlook, type Standing } from './report.ts';
import type { SearchLimits } from './search.ts';
import type { CompletionInput } from './types.ts';

/** A degree to compare, with its school's facts. */
export type DegreeToCompare = {
  readonly id: string;
  readonly degree: Degree;
  readonly school: School;
  readonly equivalencies: readonly Equivalency[];
  /** The credits as this school sees them: answers of one school mean nothing at another. Absent: those of the input. */
  readonly credits?: readonly PlannedCredit[];
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
  readonly plan: ComparedPlan;
};

/** Credits that stay in the plan, counted by what the school makes of them. */
export type AcceptedCounts = {
  /** It likely gives hours for them. */
  readonly accepted: number;
  /** Nothing that was found says that it does. */
  readonly notKnown: number;
  /** It gives nothing for them. */
  readonly notAccepted: number;
};

/** What a comparison shows of a plan. */
export type ComparedPlan = Outlook & {
  /** The courses that it adds, by id. */
  readonly courses: readonly string[];
  readonly before: Pick<HoursRange, 'likely'>;
  readonly met: Pick<HoursRange, 'likely'>;
  readonly inAll: InAll;
  readonly counts: AcceptedCounts;
};

/**
 * Every degree with the cheapest plan that is quickly found for it, the best first. `progress` is told of each as it is
 * done, and once more of one that more work made better; where it returns `false`, the rest is left out.
 */
export function compareDegrees(
  { degrees, ...input }: ComparisonInput,
  progress: (done: ComparedDegree) => boolean = () => true,
): ComparedDegree[] {
  const compared = new Map<string, ComparedDegree>();
  const known = new Map<string, Choice>();
  const compare = (some: readonly DegreeToCompare[], limits: SearchLimits): DegreeToCompare[] => {
    const unsure: DegreeToCompare[] = [];
    for (const one of some) {
      const { id, credits = input.credits, ...facts } = one;
      const key = `${facts.degree.school} ${facts.degree.program ?? ''}`;
      const chooseFrom: typeof candidatesOf = (...asked) => {
        const choice = known.get(key) ?? candidatesOf(...asked);
        known.set(key, choice);
        return choice;
      };
      const stands = comparedWith({ ...input, ...facts, credits: credits.map(withoutPins) }, limits, chooseFrom);
      const done = { id, stillNeeded: stands.stillNeeded, plan: stands.plan };
      compared.set(id, done);
      if (!progress(done)) return [];
      if (!stands.isExact) unsure.push(one);
    }
    return unsure;
  };
  compare(compare(degrees, hurried), quick);
  return rankDegrees([...compared.values()]);
}

function comparedWith(
  input: CompletionInput,
  limits: SearchLimits,
  chooseFrom: typeof candidatesOf,
): Omit<ComparedDegree, 'id'> & { readonly isExact: boolean } {
  const chosen = chooseCourses(input, () => true, limits, chooseFrom, likelySearch(input.degree));
  const { kept, timeline, found } = chosen;
  const { semesterHours } = input.degree;
  const before = kept.length ? auditDegree({ ...input, credits: kept }) : undefined;
  const { least, likely } = before?.met ?? { least: 0, likely: 0 };
  const added = addedBy(timeline);
  const after = isAsSearched(chosen, input)
    ? standingIn(chosen, input.degree, limits)
    : standingOf({ ...input, courses: coursesOf(input), credits: [...kept, ...added] }, limits);
  const outlook = outlookOf(input, chosen, after);
  const plan = {
    ...outlook,
    inAll: inAllOf(outlook, input),
    courses: added.map(({ id }) => id),
    before: { likely },
    met: { likely: after.likely.semesterHours },
    counts: countAccepted(kept, before?.outcomes.map(({ accepted }) => accepted) ?? []),
  };
  const stillNeeded = { sure: sumHours([semesterHours, -least]), likely: sumHours([semesterHours, -likely]) };
  return { stillNeeded, plan, isExact: found.exact && after.likely.proven };
}

/** Hours that the school may give, but that nothing says it gives, are no promise: such a credit is not counted as accepted. */
export function countAccepted(credits: readonly PlannedCredit[], all: readonly AcceptedCredit[]): AcceptedCounts {
  const some = (reading: 'likely' | 'most'): number => {
    const ids = new Set(all.flatMap(({ credit, hours }) => (hours[reading] > 0 ? [credit] : [])));
    return credits.filter(({ id }) => ids.has(id)).length;
  };
  const [accepted, possible] = [some('likely'), some('most')];
  return { accepted, notKnown: possible - accepted, notAccepted: credits.length - possible };
}

/**
 * True if the audit of the plan asks what the search asked: each course is done in time, and nothing hangs on room to leave,
 * on a course that stands for another, on blocks that share.
 */
function isAsSearched({ held, found, timeline }: Chosen, { wishes }: CompletionInput): boolean {
  return (
    !wishes.keepForSchool &&
    !found.program.problem.total &&
    held.every(({ standsFor }) => standsFor === undefined) &&
    timeline.courses.every(({ taken: { candidate }, finishOn }) => finishOn <= (candidate.until ?? finishOn))
  );
}

/** How the degree stands by what the search has worked out. */
function standingIn({ held, found }: Chosen, degree: Degree, { assignment }: SearchLimits): Standing {
  const { best, program } = found;
  const full = fullBlocks(degree, program, best.hours);
  if (full) return standingFull(degree, full, best.hours, program.problem);
  const { problem, solution } = best.use ?? new Answers(program, assignment).useOf(best.taken);
  const accepted = [...held, ...best.taken.flatMap(({ candidate }) => candidate.accepted)];
  return standing(degree, accepted, assignCredits(problem, solution));
}

/** How it stands where each block has as much as there can be. */
function standingFull(
  degree: Degree,
  full: ReadonlyMap<string, number>,
  hours: number,
  { step }: DegreeProblem,
): Standing {
  const blocks = leavesOf(degree).map(({ block: { id, semesterHours } }) => ({
    block: id,
    stillNeeded: sumHours([semesterHours, -fromHundredths(full.get(id)! * step)]),
    chosen: true,
  }));
  const semesterHours = Math.min(degree.semesterHours, fromHundredths(hours * step));
  return { likely: { semesterHours, proven: true }, blocks };
}

/** How it stands by an audit of its own. */
function standingOf(input: AuditInput, { assignment }: SearchLimits): Standing {
  const { degree, school } = input;
  const { accepted, pins } = acceptPlan(input);
  const problem = problemOf(degree, school, accepted, 'likely', pins);
  return standing(degree, accepted, assignCredits(problem, solveAssignment(problem, undefined, assignment)));
}

function standing({ blocks }: Degree, accepted: readonly AcceptedCredit[], likely: Assignment): Standing {
  const applied = appliedIn(likely, accepted);
  return { likely, blocks: blocks.flatMap((block) => auditBlock(block, applied)) };
}

/** Pins name blocks of one degree. */
function withoutPins({ pins: _, ...credit }: PlannedCredit): PlannedCredit {
  return credit;
}
