/** The plan that finishes what can be transferred: from what the student has to courses, costs, months and what is left. */
import { acceptPlan } from '../accepted.ts';
import { problemOf } from '../assign.ts';
import { isFinished } from '../in-force.ts';
import { fromHundredths } from '../semester-hours.ts';
import type { PlannedCredit } from '../types.ts';
import type { School } from '../../schemas/school.ts';
import { kindsOf } from './alike.ts';
import { firstDayIn, dayAfterStudy } from './calendar.ts';
import { candidatesOf, type Candidate, type Choice } from './candidates.ts';
import { groupsOf } from './groups.ts';
import { fromCents } from './prices.ts';
import type { ProgramInput, Weights } from './program.ts';
import { report, type Best, type Chosen } from './report.ts';
import { searchCourses, type Progress, type SearchLimits } from './search.ts';
import { stacksOf, type Stack } from './stacks.ts';
import { timelineOf } from './timeline.ts';
import type { Completion, CompletionInput, CompletionProgress, Wishes } from './types.ts';

/** A second of a laptop core at most, and two where the answer is still far from the best. */
const usual: SearchLimits = { parts: 4_000, work: 1.5e9, workWhereFar: 2.5e9 };
/** Ten seconds of it, or more. */
export const patient: SearchLimits = { parts: 60_000, work: 9e9 };
/** The first good answer alone. */
export const quick: SearchLimits = { parts: 0, work: 0 };
/** The same, where it is not known at once what use of some courses is best. */
export const hurried: SearchLimits = { ...quick, assignment: 1e7 };

/**
 * The courses that meet as much of the degree as any courses on offer, and are best at what is wished of those. Nothing it
 * is given is changed. `progress` is told how far it is; where it returns `false`, the best so far is the answer.
 */
export function completePlan(
  input: CompletionInput,
  progress: CompletionProgress = () => true,
  limits: SearchLimits = usual,
  chooseFrom: typeof candidatesOf = candidatesOf,
  search: typeof searchCourses = searchCourses,
): Completion {
  return report(input, chooseCourses(input, progress, limits, chooseFrom, search));
}

/** The same, before anything is said of it. */
export function chooseCourses(
  input: CompletionInput,
  progress: CompletionProgress,
  limits: SearchLimits,
  chooseFrom: typeof candidatesOf = candidatesOf,
  search: typeof searchCourses = searchCourses,
): Chosen {
  const { degree, today } = input;
  const wishes = searchedFor(input.wishes);
  const kept = keptCredits(input);
  const stays = { ...input, credits: kept };
  const school = leavingRoom(input);
  const { accepted: held, pins } = acceptPlan({ ...stays, school });
  const choice = chooseFrom(input, kept, held);
  const found = bestOf(
    choice,
    (stacks) => {
      const kinds = kindsOf(stacks, degree, school);
      const some = [...new Set(kinds.values())];
      const times = new Map(some.flatMap(({ first, count }) => first.accepted.map(({ id }) => [id, count] as const)));
      const problem = problemOf(
        degree,
        school,
        [...held, ...some.flatMap(({ first }) => first.accepted)],
        'likely',
        pins,
        undefined,
        ({ id, hours }) => hours.likely * (times.get(id) ?? 1),
      );
      const heldIds = new Set(held.map(({ id }) => id));
      const program: ProgramInput = {
        problem,
        held: problem.items.filter(({ id, secondUseOf }) => heldIds.has(secondUseOf ?? id)),
        kinds,
        groups: groupsOf(kinds, problem),
        memberships: input.memberships,
        wishes,
        today,
        weights: weightsOf(input, stacks),
      };
      const tell: Progress = ({ best }) =>
        progress({
          hours: fromHundredths(best.hours * problem.step),
          costUsd: fromCents(best.cents),
          courses: best.taken.length,
        });
      return { ...search(program, limits, tell), program };
    },
    input,
  );
  const timeline = timelineOf(found.best.taken, input.memberships, wishes, today);
  return { kept, held, found, timeline, ...choice };
}

/** What is earned stays, and what is being studied; what is only planned or considered may be planned otherwise. */
export function keptCredits({
  credits,
  wishes,
}: {
  readonly credits: readonly PlannedCredit[];
  readonly wishes: Pick<Wishes, 'keepPlanned'>;
}): PlannedCredit[] {
  return credits.filter(
    (credit) =>
      wishes.keepPlanned === true ||
      isFinished(credit) ||
      credit.status === 'in-progress' ||
      credit.typed !== undefined,
  );
}

/** The safest plan has as many sure hours as there can be: so many or more, if so many can be, and not only so many. */
function searchedFor(wishes: Wishes): Wishes {
  const { leastSureHours: _, ...others } = wishes;
  return wishes.aim === 'safest' ? others : wishes;
}

/** The school as if it asked for as many hours there as the student wants to leave for it. */
function leavingRoom({ school, degree, wishes: { keepForSchool } }: CompletionInput): School {
  if (!keepForSchool) return school;
  const rule = {
    awards: [degree.award],
    semesterHours: keepForSchool,
    says: 'Hours to leave for the school',
    sources: [],
  };
  return { ...school, residency: [...school.residency, rule] };
}

/** An hour outweighs all sure hours, these all study (of the fastest plan), and that all costs. */
function weightsOf({ degree, wishes }: CompletionInput, stacks: readonly Stack[]): Weights {
  const dearest = stacks.reduce((most, { prices }) => Math.max(most, ...prices.map(({ cents }) => cents)), 0);
  // More than any plan costs: each hour at the dearest price, and ten years of a membership.
  const costs = Math.ceil((dearest + 1) * degree.semesterHours + 5_000_000);
  const study = wishes.aim === 'fastest' ? costs : 0;
  const allStudy = study * Math.ceil(2 * degree.semesterHours * wishes.studyPerSemesterHour);
  const less = Math.max(costs, allStudy);
  const wantsSure = wishes.aim === 'safest' || wishes.leastSureHours !== undefined;
  return { hour: wantsSure ? 2 * less * degree.semesterHours : less, sureHour: wantsSure ? less : 0, study, cent: 1 };
}

/** The best answer; of the fastest plan, with or without what can only be finished in some months of the year. */
function bestOf(
  { candidates, stacks }: Choice,
  search: (some: readonly Stack[]) => Best,
  { wishes, today, memberships }: CompletionInput,
): Best {
  const finish = ({ best }: Best): string => timelineOf(best.taken, memberships, wishes, today).finishOn;
  const all = search(stacks);
  const isLate = ({ offer, studyHours }: Candidate): boolean =>
    firstDayIn(offer.onlyInMonths, dayAfterStudy(today, studyHours, wishes)) > dayAfterStudy(today, studyHours, wishes);
  if (wishes.aim !== 'fastest' || !all.best.taken.some(({ candidate }) => isLate(candidate))) return all;
  const inTime = candidates.filter((candidate) => !isLate(candidate));
  const without = search(stacksOf(inTime, wishes));
  return without.best.hours === all.best.hours && finish(without) < finish(all) ? without : all;
}
