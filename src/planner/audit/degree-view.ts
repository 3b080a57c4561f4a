/**
 * A degree as a map: regions (the top blocks), and in them numbered territories (blocks without children, and blocks
 * of which the student chooses one of several). Each territory has the hours that are sure, likely, at best, needed.
 */
import type { BlockAudit, Certainty, CreditOutcome, DegreeAudit, PlannedCredit } from '../../engine/types.ts';
import type { Degree, RequirementBlock } from '../../schemas/degree.ts';

/** Hours of one territory. `atBest` is the part of `needed` that is met if everything goes well. */
export type Fill = { readonly sure: number; readonly likely: number; readonly atBest: number; readonly needed: number };

/** One requirement as the map draws it. */
export type Territory = {
  readonly block: RequirementBlock;
  /** Its number on the map and in the key. */
  readonly number: number;
  readonly fill: Fill;
  /** How many credits the student put here. */
  readonly pinned: number;
};

/** A top block, or several small ones that stand side by side and have no title together. */
export type Region = {
  readonly id: string;
  readonly title?: string;
  readonly semesterHours: number;
  readonly territories: readonly Territory[];
};

/** Whether the student can rely on it: the school decided or published it. */
export function isSure(certainty: Certainty): boolean {
  return certainty === 'decided' || certainty === 'published';
}

/** The degree's regions in its own order. Without an audit everything is still needed. */
export function regionsOf(degree: Degree, audit?: DegreeAudit): readonly Region[] {
  const outcomes = new Map(audit?.outcomes.map((outcome) => [outcome.accepted.id, outcome]));
  const placed = audit ? placedHours(audit) : [];
  const regions: Region[] = [];
  let number = 0;
  for (const block of degree.blocks) {
    const territories = placesIn(block).map((place) => ({
      block: place,
      number: (number += 1),
      ...standingOf(place, placed, outcomes, audit),
    }));
    const last = regions.at(-1);
    const alone = territories.length === 1 && territories[0]?.block === block;
    if (!alone) regions.push({ id: block.id, title: block.title, semesterHours: block.semesterHours, territories });
    else if (last && last.title === undefined) regions[regions.length - 1] = join(last, territories);
    else regions.push({ id: block.id, semesterHours: block.semesterHours, territories });
  }
  return regions;
}

function join(region: Region, more: readonly Territory[]): Region {
  const territories = [...region.territories, ...more];
  return { ...region, territories, semesterHours: sum(territories.map(({ block }) => block.semesterHours)) };
}

function placesIn(block: RequirementBlock): readonly RequirementBlock[] {
  const { children, choose } = block;
  return !children || choose !== undefined ? [block] : children.flatMap(placesIn);
}

function standingOf(
  block: RequirementBlock,
  placed: readonly Placed[],
  outcomes: ReadonlyMap<string, CreditOutcome>,
  audit: DegreeAudit | undefined,
): Pick<Territory, 'fill' | 'pinned'> {
  const size = block.semesterHours;
  if (!audit) return { fill: { sure: 0, likely: 0, atBest: 0, needed: size }, pinned: 0 };
  const inside = new Set(idsOf(block));
  const here = hoursIn(inside, placed);
  const met = Math.min(sum(here.map(({ semesterHours }) => semesterHours)), size);
  const sure = sum(here.map(({ accepted, semesterHours }) => sureHours(outcomes.get(accepted), semesterHours)));
  const more = audit.outcomes.flatMap(({ atBest }) =>
    atBest && inside.has(atBest.block) ? [atBest.semesterHours] : [],
  );
  const fill = {
    sure: Math.min(sure, met),
    likely: exact(met - Math.min(sure, met)),
    atBest: Math.min(sum(more), exact(size - met)),
    needed: exact(size - met),
  };
  return { fill, pinned: here.filter(({ pinned }) => pinned).length };
}

/** What is in each territory, by its block: the credits that fill it, and how the block and those in it stand. */
export function contentsOf(
  regions: readonly Region[],
  audit: DegreeAudit,
  credits: readonly PlannedCredit[],
): ReadonlyMap<string, Content> {
  const outcomes = new Map(audit.outcomes.map((outcome) => [outcome.accepted.id, outcome]));
  const statuses = new Map(credits.map(({ id, status }) => [id, status]));
  const placed = placedHours(audit);
  return new Map(
    regions
      .flatMap(({ territories }) => territories)
      .map(({ block }): [string, Content] => {
        const inside = new Set(idsOf(block));
        const filling = hoursIn(inside, placed).flatMap((here): Filling[] => {
          const accepted = outcomes.get(here.accepted)?.accepted;
          if (!accepted) return [];
          const { credit, certainty } = accepted;
          return [{ ...here, credit, certainty, status: statuses.get(credit) ?? 'planned' }];
        });
        return [
          block.id,
          { filling: eachOnce(filling), audits: audit.blocks.filter((entry) => inside.has(entry.block)) },
        ];
      }),
  );
}

/** Parts of one credit that stand alike in a territory as one: a course of 6 hours is not two of 3. */
function eachOnce(filling: readonly Filling[]): readonly Filling[] {
  const once = new Map<string, Filling>();
  for (const one of filling) {
    const alike = [one.credit, one.certainty, one.leftOver, one.pinned].join();
    const before = once.get(alike);
    once.set(alike, before ? { ...before, semesterHours: exact(before.semesterHours + one.semesterHours) } : one);
  }
  return [...once.values()];
}

/** One credit in a territory. */
export type Filling = HoursHere & {
  readonly credit: string;
  readonly certainty: Certainty;
  readonly status: PlannedCredit['status'];
};

/** What is in a territory. */
export type Content = { readonly filling: readonly Filling[]; readonly audits: readonly BlockAudit[] };

/** Hours of one credit in a block: its own place, or what is left over from another. */
export type HoursHere = {
  readonly accepted: string;
  readonly semesterHours: number;
  readonly leftOver: boolean;
  /** True where the student put it here, and not the school. */
  readonly pinned: boolean;
};

/** What fills the block and everything in it, in the likely reading. */
export function applicationsIn(block: RequirementBlock, audit: DegreeAudit): readonly HoursHere[] {
  return hoursIn(new Set(idsOf(block)), placedHours(audit));
}

/** Hours of one credit, with the block they stand in. */
type Placed = { readonly place: string; readonly here: HoursHere };

function hoursIn(inside: ReadonlySet<string>, placed: readonly Placed[]): readonly HoursHere[] {
  return placed.flatMap(({ place, here }) => (inside.has(place) ? [here] : []));
}

/** All that the likely reading counts. */
function placedHours({ outcomes, readings }: DegreeAudit): readonly Placed[] {
  const bySchool = new Map(outcomes.map((outcome) => [outcome.accepted.id, outcome.accepted.appliedHere]));
  return readings.likely.applications.flatMap(({ accepted, block, semesterHours, excessCounted, pinned }) => {
    const own = { accepted, semesterHours, leftOver: false, pinned: pinned && bySchool.get(accepted) !== block };
    const first: Placed = { place: block, here: own };
    if (!excessCounted) return [first];
    const over = { accepted, semesterHours: excessCounted.semesterHours, leftOver: true, pinned: false };
    return [first, { place: excessCounted.block, here: over }];
  });
}

function sureHours(outcome: CreditOutcome | undefined, semesterHours: number): number {
  if (!outcome || !isSure(outcome.accepted.certainty)) return 0;
  return Math.min(semesterHours, outcome.accepted.hours.least);
}

/** The block's id and those of everything in it. */
export function idsOf(block: RequirementBlock): readonly string[] {
  return [block.id, ...(block.children ?? []).flatMap(idsOf)];
}

/** Every block of the degree by id, parents first. */
export function blocksById(degree: Degree): ReadonlyMap<string, RequirementBlock> {
  const blocks = new Map<string, RequirementBlock>();
  const visit = (block: RequirementBlock) => {
    blocks.set(block.id, block);
    block.children?.forEach(visit);
  };
  degree.blocks.forEach(visit);
  return blocks;
}

/** The territories with the most hours still needed, largest first. */
export function largestNeeds(regions: readonly Region[], most = 3): readonly Territory[] {
  const open = regions.flatMap(({ territories }) => territories).filter(({ fill }) => fill.needed > 0);
  return open.sort((a, b) => b.fill.needed - a.fill.needed || a.number - b.number).slice(0, most);
}

/**
 * Sure hours that the map draws, each credit once, though two blocks share it. They can be fewer than are sure at all: the
 * likely reading may use other courses.
 */
export function sureHoursIn({ outcomes }: DegreeAudit): number {
  return sum(
    outcomes.map((outcome) => {
      const { applied, alsoApplied } = outcome;
      const first = (applied?.semesterHours ?? 0) + (applied?.excessCounted?.semesterHours ?? 0);
      return sureHours(outcome, Math.max(first, alsoApplied?.semesterHours ?? 0));
    }),
  );
}

/** Sums of hours without the crumbs of binary fractions. */
function exact(hours: number): number {
  return Math.round(hours * 100) / 100;
}

function sum(hours: readonly number[]): number {
  return exact(hours.reduce((total, some) => total + some, 0));
}
