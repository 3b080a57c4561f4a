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
  fittingCourses,
  obstaclesOf,
  pinsToRelease,
  smallestRepair,
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
  obstacles: Obstacles;
};

/** Beyond this many credits in a plan no repairs are looked for: each takes dozens of audits. */
const mostCredits = 100;
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
  return {
    unused: [...unused].map((credit) => ({
      credit,
      ...(few ? { repair: smallestRepair(input, credit) ?? null } : {}),
    })),
    needs: needsOf(input, audit),
    pinsToRelease: (few ? pinsToRelease(input, audit) : undefined) ?? null,
    obstacles: obstaclesOf(input),
  };
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
