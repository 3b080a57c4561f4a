/**
 * Asks a solver of whole numbers whether there is anything better than what our own search has found, one aim after the
 * other. What it finds is taken only where the exact assignment, counted here, says that it is better. That nothing is
 * better than so much is the solver's word.
 */
import { directCourse } from '../courses-had.ts';
import { Answers, takenBy, type Answer, type Taken } from './answers.ts';
import { studyBetween } from './calendar.ts';
import type { ProgramInput } from './program.ts';
import { studyUntil } from './time-rows.ts';
import { searchCourses, type Found, type Progress } from './search.ts';
import { wholeModelOf, type WholeAim, type WholeModel, type WholeRow } from './whole-model.ts';

/** Amounts that keep the rows, by name. */
export type WholeAnswer = ArrayLike<number>;

/** What a solver is asked: the most of an aim under these rows. */
export type WholeQuestion = Pick<WholeModel, 'amounts' | 'rows'> & { readonly aim: Pick<WholeAim, 'terms'> };

/**
 * Returns how much of the aim no answer has more of: `-Infinity` where nothing keeps the rows, `Infinity` where it can't
 * say. Tells of each better answer on its way.
 */
export type WholeSolver = (question: WholeQuestion, tell: (answer: WholeAnswer) => void) => number;

/** Our own search, and where that ends without a proof, the solver. */
export function searchWith(solve: WholeSolver): typeof searchCourses {
  return (input, limits, progress = () => true) => {
    const found = searchCourses(input, limits, progress);
    return found.proven ? found : new WholeSearch(input, solve, progress).from(found);
  };
}

class WholeSearch {
  private readonly input: ProgramInput;
  private readonly solve: WholeSolver;
  private readonly progress: Progress;
  private readonly model: WholeModel;
  private readonly answers: Answers;

  constructor(input: ProgramInput, solve: WholeSolver, progress: Progress) {
    this.input = input;
    this.solve = solve;
    this.progress = progress;
    this.model = wholeModelOf(input);
    this.answers = new Answers(input);
  }

  from(found: Found): Found {
    const settled: WholeRow[] = [];
    let { best, bound } = found;
    for (const aim of this.model.aims) {
      // Our own search may have settled it: more of it would be worth more than this, whatever comes after it.
      if (bound - best.value > (aim.weight * aim.step) / 10) {
        const better = atLeast(aim, aim.of(best) + aim.step);
        const rows = [...this.model.rows, ...settled, better];
        const most = this.solve({ amounts: this.model.amounts, rows, aim }, (amounts) => {
          const answer = this.answerOf(amounts);
          if (!answer || !this.isBetter(answer, best)) return;
          best = answer;
          this.progress({ best, bound });
        });
        if (!(most < aim.of(best) + aim.step - noise)) {
          const atMost = Number.isNaN(most) ? bound : this.valueOf(aim, most, best);
          bound = Math.max(best.value, Math.min(bound, atMost));
          return { ...found, best, bound, proven: false };
        }
      }
      settled.push(atLeast(aim, aim.of(best)));
    }
    return { ...found, best, bound: best.value, proven: true };
  }

  /** True if the first aim in which they differ says so: a choice of very many courses may cost more than an hour is worth. */
  private isBetter(one: Answer, other: Answer): boolean {
    const differ = this.model.aims.find(({ of }) => Math.abs(of(one) - of(other)) > noise);
    return differ !== undefined && differ.of(one) > differ.of(other);
  }

  /** The value that no answer goes over which has no more of this aim, and of those before it what the best has. */
  private valueOf(aim: WholeAim, most: number, best: Answer): number {
    const { aims } = this.model;
    const before = aims.slice(0, aims.indexOf(aim));
    // Of what comes after hours, sure hours alone are worth something; and they are hours.
    const after = aims.indexOf(aim) === 0 ? this.input.weights.sureHour * most : 0;
    return before.reduce((sum, { weight, of }) => sum + weight * of(best), aim.weight * most) + after;
  }

  /** The courses of a solver's answer, counted; undefined if that breaks a rule. */
  private answerOf(amounts: WholeAnswer): Answer | undefined {
    const { amounts: all, taken } = this.model;
    if (amounts.length !== all.length || !Array.from(amounts).every(Number.isFinite)) return undefined;
    const courses = takenBy(this.input.groups, (group, price) => Math.max(0, amounts[taken[group]![price]!]!));
    return keepsRules(courses, this.input) ? this.answers.of(courses) : undefined;
  }
}

/** What solvers are off by. */
const noise = 1e-4;

/** At least so much of it. */
function atLeast({ terms }: WholeAim, least: number): WholeRow {
  return { terms: terms.map(([name, times]) => [name, -times]), atMost: -least };
}

/** True if no two of the courses become the same school course, and there is time for all of them. */
function keepsRules(taken: readonly Taken[], { wishes, today }: ProgramInput): boolean {
  const codes = taken.flatMap(({ candidate }) => candidate.accepted.flatMap((credit) => directCourse(credit) ?? []));
  if (new Set(codes).size < codes.length) return false;
  const studyOf = (some: readonly Taken[]): number =>
    some.reduce((sum, { candidate }) => sum + candidate.studyHours, 0);
  const isInTime = ({ candidate: { until } }: Taken): boolean =>
    until === undefined ||
    studyOf(taken.filter((other) => (other.candidate.until ?? '9') <= until)) <=
      studyBetween(today, until, wishes) + noise;
  return studyOf(taken) <= studyUntil(wishes, today) + noise && taken.every(isInTime);
}
