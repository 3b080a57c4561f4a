/** Where the degree map draws each territory: on lines of thirty semester hours, a region begins a new line. */
import type { Region, Territory } from './degree-view.ts';

/** Hours that fill one line of the map. */
export const hoursPerLine = 30;

/** A territory this small is not broken over two lines. */
const keptWhole = 15;

/** A stretch of a territory on one line. Places and widths are in semester hours from the line's start. */
export type Stretch = {
  readonly territory: Territory;
  readonly from: number;
  readonly hours: number;
  /** Hours of the territory on earlier lines. */
  readonly before: number;
};

/** One line of the map, with the region's heading above its first. */
export type Line = { readonly region?: Region; readonly stretches: readonly Stretch[] };

/** The map's lines from top to bottom. */
export function layOutMap(regions: readonly Region[]): readonly Line[] {
  return regions.flatMap((region) => {
    const lines: Stretch[][] = [[]];
    let x = 0;
    for (const territory of region.territories) {
      const { semesterHours } = territory.block;
      let before = 0;
      if (semesterHours <= keptWhole && semesterHours > hoursPerLine - x) {
        lines.push([]);
        x = 0;
      }
      while (before < semesterHours) {
        if (x >= hoursPerLine) {
          lines.push([]);
          x = 0;
        }
        const hours = Math.min(semesterHours - before, hoursPerLine - x);
        lines.at(-1)?.push({ territory, from: x, hours, before });
        before += hours;
        x += hours;
      }
    }
    return lines.map((stretches, i) => (i === 0 && region.title !== undefined ? { region, stretches } : { stretches }));
  });
}

/** A territory with its stretches, each with the number of its line, from 0. */
export type Place = {
  readonly territory: Territory;
  readonly stretches: readonly { readonly stretch: Stretch; readonly line: number }[];
};

/** The territories in their order, each with all its stretches. */
export function placesOf(lines: readonly Line[]): readonly Place[] {
  const places = new Map<Territory, { stretch: Stretch; line: number }[]>();
  lines.forEach(({ stretches }, line) => {
    for (const stretch of stretches) {
      const { territory } = stretch;
      places.set(territory, [...(places.get(territory) ?? []), { stretch, line }]);
    }
  });
  return [...places].map(([territory, stretches]) => ({ territory, stretches }));
}

/** How a part of a territory is drawn. */
export type Ink = 'sure' | 'likely' | 'at-best';

/** The inked parts of a stretch, in hours from the line's start; what is left is an outline. */
export function inkOf({
  territory,
  from,
  hours,
  before,
}: Stretch): readonly { ink: Ink; from: number; hours: number }[] {
  const { sure, likely, atBest } = territory.fill;
  const spans: readonly [Ink, number, number][] = [
    ['sure', 0, sure],
    ['likely', sure, sure + likely],
    ['at-best', sure + likely, sure + likely + atBest],
  ];
  return spans.flatMap(([ink, start, end]) => {
    const left = Math.max(start, before);
    const right = Math.min(end, before + hours);
    return right > left ? [{ ink, from: from + left - before, hours: right - left }] : [];
  });
}
