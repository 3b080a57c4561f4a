/** What the audit's answers would take to change: for each credit not used, each block not met, and the degree as a whole. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  leavesOf,
  type AuditInput,
  type BlockAudit,
  type Certainty,
  type DegreeAudit,
  type Obstacles,
  type OfferedCourse,
  type PinsToRelease,
  type Repair,
} from '../src/engine/index.ts';
import {
  acceptedCourses,
  findObstacles,
  findPinsToRelease,
  findRepair,
  fittingCourses,
} from '../src/engine/explanations.ts';
import { courseSchema } from '../src/schemas/course.ts';

/** A course that would meet hours of a block, or could if there were room. */
export type Fitting = {
  course: string;
  title: string;
  provider: string;
  becomes: string;
  certainty: Certainty;
  semesterHours: number;
  meets: number;
  priceUsd?: number;
};

/** A block not met. `more`: how many more courses would meet hours of it. */
export type Need = Pick<BlockAudit, 'block' | 'stillNeeded' | 'courses'> & { fitting: Fitting[]; more: number };

/** A credit that is not used. `repair` is null where no small change would use it, and absent where none was looked for. */
export type Unused = { credit: string; repair?: Repair | null };

export type Explanations = {
  unused: Unused[];
  needs: Need[];
  pinsToRelease: PinsToRelease | null;
  /** Null where they were left out. */
  obstacles: Obstacles | null;
  /** What takes too long to find out for this plan. */
  leftOut: ('repairs' | 'pinsToRelease' | 'obstacles')[];
};

/** Beyond this many credits in a plan no repairs are looked for: each takes dozens of audits. */
const mostCredits = 100;
/** And for each kind of explanation no longer than this. Few plans need a tenth of it. */
const mostMs = 10_000;
/** Courses listed for one block. */
const mostFitting = 20;

/** Everything the engine can explain about this audit, with the catalog's courses on offer besides the given ones. */
export function explainAudit(input: AuditInput, audit: DegreeAudit): Explanations {
  const used = new Set(audit.outcomes.flatMap(({ accepted, applied }) => (applied ? [accepted.id] : [])));
  const unused = new Set([
    ...audit.outcomes.flatMap(({ accepted }) => (used.has(accepted.id) ? [] : [accepted.credit])),
    ...audit.notAccepted.map(({ credit }) => credit),
  ]);
  const few = input.credits.length <= mostCredits;
  const leftOut: Explanations['leftOut'] = [];
  const inTime = <T>(what: (typeof leftOut)[number], search: () => T | undefined): T | undefined => {
    const found = search();
    if (found === undefined) leftOut.push(what);
    return found;
  };
  const pins = few ? inTime('pinsToRelease', () => finished(findPinsToRelease(input, audit), deadline())) : undefined;
  const obstacles = inTime('obstacles', () => finished(findObstacles(input), deadline()));
  const until = deadline();
  const repairs = [...unused].map((credit): Unused => {
    const repair = few ? finished(findRepair(input, credit), until) : undefined;
    return { credit, ...(repair ? { repair: repair.found ?? null } : {}) };
  });
  if (repairs.some(({ repair }) => repair === undefined)) leftOut.push('repairs');
  return {
    unused: repairs,
    needs: needsOf(input, audit),
    pinsToRelease: pins?.found ?? null,
    obstacles: obstacles?.found ?? null,
    leftOut,
  };
}

const deadline = (): number => performance.now() + mostMs;

/** What the search finds, or nothing if it goes on for too long. */
function finished<T>(search: Generator<undefined, T>, until: number): { found: T } | undefined {
  while (performance.now() < until) {
    const { done, value } = search.next();
    if (done) return { found: value };
  }
  return undefined;
}

function needsOf(input: AuditInput, audit: DegreeAudit): Need[] {
  const courses = new Map<string, OfferedCourse>([...catalogCourses(), ...input.courses]);
  const offered = acceptedCourses(courses.values(), { ...input, courses });
  const planned = new Set(input.credits.map(({ course }) => course));
  return leavesOf(input.degree).flatMap(({ block }): Need[] => {
    const state = audit.blocks.find((one) => one.block === block.id);
    if (!state || state.complete || !state.chosen) return [];
    const fitting = fittingCourses(block, input, audit, offered).filter(
      ({ course, meets }) => meets > 0 && !planned.has(course.id),
    );
    const { courses: counted, stillNeeded } = state;
    return [
      {
        block: block.id,
        stillNeeded,
        ...(counted ? { courses: counted } : {}),
        fitting: fitting.slice(0, mostFitting).map(({ course, accepted, meets }) => ({
          course: course.id,
          title: course.title,
          provider: course.provider,
          becomes: accepted.schoolCourse ?? accepted.title,
          certainty: accepted.certainty,
          semesterHours: accepted.hours.likely,
          meets,
          ...(course.priceUsd === undefined ? {} : { priceUsd: course.priceUsd }),
        })),
        more: Math.max(0, fitting.length - mostFitting),
      },
    ];
  });
}

let known: ReadonlyMap<string, OfferedCourse> | undefined;

/** The courses of the catalog, read once. A file that breaks its schema is for `npm run check:data` to tell of. */
function catalogCourses(): ReadonlyMap<string, OfferedCourse> {
  if (known) return known;
  const below = join(import.meta.dirname, '..', 'data/courses');
  const files = globSync('**/*.json', { cwd: below }).sort();
  known = new Map(
    files.flatMap((file): [string, OfferedCourse][] => {
      const { success, data } = courseSchema.safeParse(JSON.parse(readFileSync(join(below, file), 'utf8')));
      const id = file.replaceAll('\\', '/').replace(/\.json$/, '');
      return success ? [[id, { id, ...data, withdrawn: data.status === 'withdrawn' }]] : [];
    }),
  );
  return known;
}
