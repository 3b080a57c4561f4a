/** Sentences about what would have to change, and what stands in the way. Loaded when they are first needed. */
import type { Change, Obstacle, Obstacles, PinsToRelease, Repair } from '../../engine/types.ts';
import { hasNoList, type Blocks } from './unknown-lists.ts';
import { dateWords, hoursNumber, hoursWords, listWords } from '../wording.ts';

/** Gives the names that sentences are made with. */
export type Names = { readonly title: (credit: string) => string; readonly block: (block: string) => string };

/**
 * A change that would use a credit, and what it does. `title` names a credit of the plan, `block` a requirement; `now` are
 * the hours that are likely without the change.
 */
export function repairSentence({ change, met }: Repair, credit: string, of: Names & { readonly now: number }): string {
  return `${changeSentence(change, credit, of)} Then it is used. Likely in all: ${effectWords(met, of.now)}.`;
}

function effectWords(met: number, now: number): string {
  return met === now ? `still ${hoursWords(met)}` : `${hoursWords(met)} instead of ${hoursNumber(now)}`;
}

function changeSentence(change: Change, credit: string, of: Names): string {
  switch (change.kind) {
    case 'release-pins':
      return change.credit === credit
        ? 'Let the planner choose its place again.'
        : `Let the planner choose the place of ${of.title(change.credit)} again.`;
    case 'drop-credit':
      return `Leave out ${of.title(change.credit)}.`;
    case 'reach-score':
      return `Reach a score of ${change.score}.`;
    case 'reach-grade':
      return change.grade === 'A' ? 'Reach a grade of A.' : `Reach a grade of ${change.grade} or better.`;
    case 'finish-in-time':
      return `Finish it ${spanWords(change)}. If you did, enter the date.`;
    case 'school-decides':
      return `Ask the school whether it counts as ${of.block(change.block)}. If it says yes, record its answer.`;
    case 'together':
      return `One change is not enough. ${change.changes.map((one) => changeSentence(one, credit, of)).join(' ')}`;
  }
}

function spanWords({ from, to }: { readonly from?: string; readonly to?: string }): string {
  if (from === undefined) return `by ${dateWords(to ?? '')}`;
  return to === undefined ? `on ${dateWords(from)} or later` : `from ${dateWords(from)} to ${dateWords(to)}`;
}

const addedWords = {
  anywhere: 'Whatever you add',
  alternative: 'With exams and online courses',
  elsewhere: 'With credit from anywhere but this school',
} as const;

/** Which of the answers have something to say: those with something in the way; if there is none, the first. */
export function reachesToTell(obstacles: Obstacles): (keyof Obstacles)[] {
  const all: readonly (keyof Obstacles)[] = ['anywhere', 'alternative', 'elsewhere'];
  const blocked = all.filter((which) => obstacles[which].inTheWay.length > 0);
  return blocked.length > 0 ? blocked : ['alternative'];
}

/** True of a block in the way because its list was not found: the school may well take such credit there. */
function isNotFound({ kind, id }: Obstacle, blocks: Blocks): boolean {
  return kind === 'fits' && hasNoList(blocks.get(id));
}

/**
 * How far credit of these sources leads. `planned`: the plan has courses, which are used too. Where requirements share, they
 * may have more hours together than the degree.
 */
export function reachSentence(
  which: keyof Obstacles,
  obstacles: Obstacles,
  { planned, blocks }: { readonly planned: boolean; readonly blocks: Blocks },
): string {
  const { semesterHours, of, inTheWay } = obstacles[which];
  if (of === 0) return 'We found no list of what fills this degree, so nothing can be counted. Ask the school.';
  const sources = `${addedWords[which]}${planned && which !== 'anywhere' ? ' added to your courses' : ''}`;
  if (inTheWay.length > 0) {
    const done = inTheWay.some((one) => isNotFound(one, blocks)) ? 'counted here' : 'met';
    const these = which !== 'anywhere' && obstacles.anywhere.inTheWay.length > 0 ? 'these ' : '';
    return `${sources}, at most ${hoursNumber(semesterHours)} of ${these}${hoursWords(of)} of requirements can be ${done}. In the way:`;
  }
  return `${sources}, no rule that we know stands in the way of all ${hoursWords(of)} of requirements. The school decides.`;
}

/** One thing that stands in the way. */
export function obstacleSentence(obstacle: Obstacle, of: Names & { readonly blocks: Blocks }): string {
  const { kind, id, block, says } = obstacle;
  const title = of.block(block ?? id);
  switch (kind) {
    case 'in-residence':
      return `${title} is taken at the school.`;
    case 'choice':
      return `Only some of the parts of ${title} count.`;
    case 'course-count':
      return `${title} takes only so many courses.`;
    case 'fits': {
      const hours = hoursWords(of.blocks.get(id)?.semesterHours ?? 0);
      return isNotFound(obstacle, of.blocks)
        ? `We do not know which courses fit ${title} (${hours}), so nothing is counted there. Ask the school.`
        : `${title} takes no such credit.`;
    }
    case 'pins':
      return `You chose where ${of.title(id)} goes.`;
    case 'qualifier':
    case 'maximum':
    case 'residency':
      return block === undefined ? (says ?? id) : `${title}: ${says ?? id}`;
  }
}

/** Pins that cost hours, and what releasing them gives back. */
export function pinsSentence({ credits, met }: PinsToRelease, of: Names & { readonly now: number }): string {
  const places = credits.length === 1 ? 'the place' : 'the places';
  const names = listWords(credits.map(of.title));
  return `Your choices cost hours. Let the planner choose ${places} of ${names} again. Likely in all: ${effectWords(met, of.now)}.`;
}
