import type { Region, Territory } from '../../../planner/audit/degree-view.ts';
import { hoursPerLine, inkOf, type Line, type Stretch } from '../../../planner/audit/map-layout.ts';
import { hoursWords, territoryWords } from '../../../planner/wording.ts';
import { memo } from '../memo.ts';

/** Heights, and sizes of letters, in rem. */
const hoursSize = 0.875;
const nameSize = 0.8125;
export const headingHeight = 1.75;
const label = 1.2;
const bar = 1.6;
const gap = 0.45;

/** How high a line of the map is, in rem. */
export function lineHeight({ region }: Line): number {
  return (region ? headingHeight : 0) + label + bar + gap;
}

/** A length in rem, where letters are of this size: Safari knows no rem in a drawing, and a letter's em is its own size. */
export function inEm(rem: number, size = 1): string {
  return `${Math.round((rem / size) * 1e4) / 1e4}em`;
}

/** How many letters of a heading there is room for before its hours, wide ones too, by the width of the picture. */
const headingSizes = [
  ['map-tiny', 22],
  ['map-narrow', 26],
  ['map-wide', 48],
] as const;

type HeadingProps = {
  readonly region: Region;
  readonly y: number;
  /** True where the list of requirements says the same to those who can't see it. */
  readonly hidden: boolean;
};

/** A region's title and hours, above its first line. */
export function MapHeading({ region, y, hidden }: HeadingProps) {
  const { title = '', semesterHours } = region;
  const baseline = y + 1.3;
  return (
    <g aria-hidden={hidden}>
      <text class="map-region" y={inEm(baseline)}>
        {title.length > 22
          ? headingSizes.map(([size, most]) => (
              <tspan key={size} class={size}>
                {shorten(title, most)}
              </tspan>
            ))
          : title}
      </text>
      <text class="map-hours" font-size={inEm(hoursSize)} x="100%" y={inEm(baseline, hoursSize)} text-anchor="end">
        {hoursWords(semesterHours)}
      </text>
    </g>
  );
}
type TerritoryProps = {
  readonly territory: Territory;
  /** Its stretches, and how far down each line's names begin, in rem. */
  readonly pieces: readonly { readonly stretch: Stretch; readonly y: number }[];
  readonly patterns: string;
  readonly linked: boolean;
};

/** One requirement: its number and name, and its bar, which may go on in the next line. */
export const MapTerritory = memo(function MapTerritory({ territory, pieces, patterns, linked }: TerritoryProps) {
  const { block, number } = territory;
  const drawn = pieces.map(({ stretch, y }) => (
    <g key={stretch.before}>
      {stretch.before === 0 && <Name stretch={stretch} y={y} />}
      <Bar stretch={stretch} y={y + label} patterns={patterns} />
    </g>
  ));
  if (!linked) return <g>{drawn}</g>;
  return (
    <a
      class="map-territory"
      href={`#block-${block.id}`}
      data-block={block.id}
      tabindex={number === 1 ? 0 : -1}
      aria-label={`${number} ${block.title}: ${territoryWords(territory)}`}
    >
      {drawn}
    </a>
  );
}, looksAlike);

/** Whether both are drawn alike: the same requirement at the same place, filled as far. */
function looksAlike(a: TerritoryProps, b: TerritoryProps): boolean {
  return a.territory.block === b.territory.block && a.linked === b.linked && drawingOf(a) === drawingOf(b);
}

function drawingOf({ territory: { number, fill, pinned }, pieces, patterns }: TerritoryProps): string {
  const places = pieces.map(({ stretch: { from, hours, before }, y }) => [from, hours, before, y]);
  return JSON.stringify([number, fill, pinned, places, patterns]);
}

function shorten(title: string, most: number): string {
  return title.length > most ? `${title.slice(0, most - 1).trimEnd()}…` : title;
}

/** The number always; the name where there is room for it on a phone, or only on a wider picture. */
function Name({ stretch, y }: { readonly stretch: Stretch; readonly y: number }) {
  const { title } = stretch.territory.block;
  // A letter is about as wide as two thirds of an hour on a phone, and as two fifths on a wide picture.
  const letters = title.length + 4;
  const onPhone = letters * 0.66 <= stretch.hours;
  const onWide = letters * 0.4 <= stretch.hours;
  return (
    <text class="map-name" font-size={inEm(nameSize)} x={share(stretch.from)} y={inEm(y + 0.9, nameSize)} dx="3">
      <tspan class="map-number">{stretch.territory.number}</tspan>
      {onWide && <tspan class={onPhone ? undefined : 'map-wide'}> {title}</tspan>}
    </text>
  );
}

function Bar({ stretch, y, patterns }: { readonly stretch: Stretch; readonly y: number; readonly patterns: string }) {
  const { block, pinned } = stretch.territory;
  const { inResidence } = block;
  const ticks = Array.from({ length: Math.ceil(stretch.hours / 3) - 1 }, (_, i) => percent((i + 1) * 3, stretch.hours));
  return (
    <svg x={share(stretch.from)} y={inEm(y)} width={share(stretch.hours)} height={inEm(bar)}>
      <rect class={inResidence ? 'map-outline map-outline-school' : 'map-outline'} width="100%" height="100%" />
      {inkOf(stretch).map(({ ink, from, hours }) => (
        <rect
          key={ink}
          class={`map-${ink}`}
          fill={ink === 'sure' ? undefined : `url(#${patterns}-${ink})`}
          x={percent(from - stretch.from, stretch.hours)}
          width={percent(hours, stretch.hours)}
          height="100%"
        />
      ))}
      {ticks.map((x) => (
        <line key={x} class="map-tick" x1={x} x2={x} y1="0" y2="100%" />
      ))}
      <rect class="map-gap" width="100%" height="100%" />
      <rect class="map-ring" width="100%" height="100%" />
      {inResidence && stretch.before === 0 && (
        // On a phone one hour is narrower than the sign.
        <use
          class={stretch.hours < 2 ? 'map-wide' : undefined}
          href={`#${patterns}-school`}
          x="5"
          y="5"
          width="15"
          height="15"
        />
      )}
      {pinned > 0 && stretch.before === 0 && <use href={`#${patterns}-pin`} x="5" y="4" width="18" height="18" />}
    </svg>
  );
}

function share(hours: number): string {
  return percent(hours, hoursPerLine);
}

function percent(part: number, whole: number): string {
  return `${Math.round((part / whole) * 100_000) / 1000}%`;
}
