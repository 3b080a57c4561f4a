import type { Region } from '../../../planner/audit/degree-view.ts';

type Props = { readonly patterns: string; readonly regions: readonly Region[] };

/** What the map's signs mean, for those that this map uses. */
export function MapLegend({ patterns, regions }: Props) {
  const territories = regions.flatMap((region) => region.territories);
  const any = (has: (territory: (typeof territories)[number]) => boolean) => territories.some(has);
  const filled = any(({ fill }) => fill.sure + fill.likely + fill.atBest > 0);
  return (
    <ul class="map-legend">
      {filled && <Sign kind="sure" words="Sure: decided by the school, or published" />}
      {filled && <Sign kind="likely" fill={`url(#${patterns}-likely)`} words="Likely: reported or recommended" />}
      {any(({ fill }) => fill.atBest > 0) && (
        <Sign kind="at-best" fill={`url(#${patterns}-at-best)`} words="Only if everything goes well" />
      )}
      {any(({ fill }) => fill.needed > 0) && (
        <Sign kind="needed" words={filled ? 'Still needed' : 'Needed. One cell is 3 hours'} />
      )}
      {any(({ block }) => block.inResidence === true) && (
        <li>
          <svg class="map-swatch" width="18" height="16" aria-hidden="true">
            <use href={`#${patterns}-school`} x="1" y="0" width="16" height="16" />
          </svg>
          Taken at the school
        </li>
      )}
      {any(({ pinned }) => pinned > 0) && (
        <li>
          <svg class="map-swatch" width="18" height="18" aria-hidden="true">
            <use href={`#${patterns}-pin`} width="18" height="18" />
          </svg>
          Put there by you
        </li>
      )}
    </ul>
  );
}

function Sign({ kind, fill, words }: { readonly kind: string; readonly fill?: string; readonly words: string }) {
  return (
    <li>
      <svg class="map-swatch" width="18" height="16" aria-hidden="true">
        {kind !== 'needed' && <rect class={`map-${kind}`} fill={fill} width="18" height="16" />}
        <rect class="map-swatch-edge" x="0.75" y="0.75" width="16.5" height="14.5" />
      </svg>
      {words}
    </li>
  );
}
