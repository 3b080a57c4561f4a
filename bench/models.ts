/** The problems: generated families, the OR-Library's, random plans toward the catalog's degrees. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { problemOf } from '../src/engine/assign.ts';
import type { AssignmentProblem } from '../src/engine/assign/problem.ts';
import { setDuplicatesAside } from '../src/engine/duplicates.ts';
import { articulateCredit, type PlannedCredit } from '../src/engine/index.ts';
import { loadData } from '../scripts/load-data.ts';
import { casePath, casesFolder } from '../test/engine/elsewhere/cases-path.ts';
import { gapInstances, gapModel } from '../test/engine/elsewhere/gap.ts';
import type { PlainModel } from '../test/engine/elsewhere/plain-model.ts';
import { quick } from './options.ts';

export type Family = {
  /** What `--only` calls it. */
  readonly id: string;
  readonly title: string;
  readonly models: () => PlainModel[];
  /** The optimum of each model, where it is published. */
  readonly optima?: () => number[];
  /** How many of the problems the peers that don't finish get. */
  readonly forSlow: number;
  /** True where no solver is expected to prove everything: bounds are compared. */
  readonly hard?: true;
};

type Size = { readonly noise?: boolean; readonly unit?: boolean };
type Generators = {
  readonly realistic: (seed: number, courses?: number, blocks?: number, size?: Size) => PlainModel;
  readonly dense: (seed: number) => PlainModel;
  readonly hard: (seed: number) => PlainModel;
};

/** Numbers 1 to `count`, or a tenth of them. */
function seeds(count: number): number[] {
  return Array.from({ length: quick ? Math.ceil(count / 10) : count }, (_, index) => index + 1);
}

/** The families, as far as their generators and files are there, and what is missing. */
export async function plainFamilies(): Promise<{ families: Family[]; missing: string[] }> {
  const families: Family[] = [];
  const missing: string[] = [];
  const file = casePath('families.mjs');
  if (file) families.push(...generated((await import(pathToFileURL(file).href)) as Generators));
  else missing.push(`S, R, U, L, D and H: there is no ${join(casesFolder, 'families.mjs')}`);
  const folder = casePath('or-library-gap');
  if (folder) families.push(...orLibrary(folder));
  else missing.push(`gap-min and gap-max: there is no ${join(casesFolder, 'or-library-gap')}`);
  return { families, missing };
}

function generated({ realistic, dense, hard }: Generators): Family[] {
  const of = (count: number, make: (seed: number) => PlainModel) => () => seeds(count).map((seed) => make(seed));
  return [
    {
      id: 'S',
      title: 'S: 30 courses × 20 blocks, mixed hours',
      models: of(100, (seed) => realistic(seed, 30, 20)),
      forSlow: 100,
    },
    {
      id: 'R',
      title: 'R: 60 courses × 40 blocks, mixed hours, one maximum',
      models: of(100, (seed) => realistic(seed)),
      forSlow: 5,
    },
    {
      id: 'U',
      title: 'U: 60 courses × 40 blocks, all of equal hours',
      models: of(100, (seed) => realistic(seed, 60, 40, { unit: true })),
      forSlow: 100,
    },
    {
      id: 'L',
      title: 'L: 120 courses × 60 blocks',
      models: of(20, (seed) => realistic(seed, 120, 60)),
      forSlow: 3,
    },
    {
      id: 'D',
      title: 'D: 60 × 40, every course fits half of the blocks, tight',
      models: of(5, dense),
      forSlow: 2,
      hard: true,
    },
    {
      id: 'H',
      title: 'H: 60 jobs × 10 agents, costs against weights, every job once',
      models: of(5, hard),
      forSlow: 2,
      hard: true,
    },
  ];
}

function orLibrary(folder: string): Family[] {
  const all = gapInstances(folder);
  const instances = quick ? all.filter((_, index) => index % 10 === 0) : all;
  return (['min', 'max'] as const).map((sense) => ({
    id: `gap-${sense}`,
    title: `gap-${sense}: OR-Library gap1 to gap6, ${sense === 'min' ? 'least cost' : 'most profit'}`,
    models: () => instances.map(({ name }) => gapModel(folder, name, sense)),
    optima: () => instances.map(({ minimum, maximum }) => (sense === 'min' ? minimum : maximum)),
    forSlow: 10,
  }));
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Plans of 30 to 60 catalog courses toward every degree of the catalog, in the likely reading. */
export function degreeProblems(): Map<string, AssignmentProblem[]> {
  const today = '2026-11-28';
  const catalog = loadData('.', today);
  const courses = new Map(catalog.courses.map(({ id, record }) => [id, { id, ...record }]));
  const ids = [...courses.keys()];
  return new Map(
    catalog.degrees.map(({ id, record: degree }) => {
      const school = catalog.schools.find((one) => one.id === degree.school)!.record;
      const equivalencies = catalog.equivalencies
        .filter(({ record }) => record.school === degree.school)
        .flatMap(({ record }) => record.equivalencies);
      const problems = seeds(50).map((seed) => {
        const random = randomFrom(seed);
        const chosen = new Set(
          Array.from({ length: 30 + Math.floor(random() * 31) }, () => ids[Math.floor(random() * ids.length)]!),
        );
        const credits = [...chosen].map((course, index): PlannedCredit => ({
          id: `c${index}`,
          course,
          status: 'planned',
        }));
        const facts = { school, equivalencies, courses, today };
        const { kept } = setDuplicatesAside(
          credits.flatMap((credit) => articulateCredit(credit, facts).accepted),
          credits,
        );
        return problemOf(degree, school, kept, 'likely', () => ({ avoid: [] }));
      });
      return [id, problems];
    }),
  );
}
