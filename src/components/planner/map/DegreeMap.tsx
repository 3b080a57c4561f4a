/**
 * The degree map: one picture in which every requirement is drawn to the size of its hours. Thirty hours fill a line.
 *
 * Widths are percentages and heights are rem, so the picture fits any screen and its words keep the reader's size.
 */
import { useId } from 'preact/hooks';
import type { DegreeAudit } from '../../../engine/types.ts';
import { regionsOf, type Region } from '../../../planner/audit/degree-view.ts';
import { layOutMap, placesOf } from '../../../planner/audit/map-layout.ts';
import { hoursWords, territoryWords } from '../../../planner/wording.ts';
import type { Degree } from '../../../schemas/degree.ts';
import { MapLegend } from './MapLegend.tsx';
import { headingHeight, inEm, lineHeight, MapHeading, MapTerritory } from './MapLine.tsx';
import { MapPatterns } from './MapPatterns.tsx';

type Props = {
  readonly degree: Degree;
  readonly audit?: DegreeAudit | undefined;
  /** What the two come to as a map, where it is known already. */
  readonly regions?: readonly Region[];
  /** What this picture shows, for readers who can't see it: "Your degree". */
  readonly label: string;
  /** False where the same list stands beside the picture: it is then for screen readers only. */
  readonly withKey?: boolean;
  /** True where each territory leads to its entry in the list of requirements, and is reached by Tab and arrow keys. */
  readonly linked?: boolean;
};

/** The picture, its legend and the same in words. */
export function DegreeMap({
  degree,
  audit,
  regions = regionsOf(degree, audit),
  label,
  withKey = true,
  linked = false,
}: Props) {
  const id = useId();
  const lines = layOutMap(regions);
  const tops: number[] = [];
  const height = lines.reduce((top, line) => {
    tops.push(top);
    return top + lineHeight(line);
  }, 0);
  return (
    <figure class={linked ? 'degree-map degree-map-linked' : 'degree-map'}>
      <svg
        class="map"
        width="100%"
        height={inEm(height)}
        role={linked ? 'group' : 'img'}
        {...(linked ? { 'aria-label': label } : { 'aria-labelledby': `${id}-title` })}
        aria-describedby={`${id}-desc`}
      >
        {!linked && <title id={`${id}-title`}>{label}</title>}
        <desc id={`${id}-desc`}>{summary(degree, audit)}</desc>
        <MapPatterns id={id} />
        {lines.map(
          ({ region }, i) => region && <MapHeading key={region.id} region={region} y={tops[i] ?? 0} hidden={linked} />,
        )}
        {placesOf(lines).map(({ territory, stretches }) => (
          <MapTerritory
            key={territory.block.id}
            territory={territory}
            pieces={stretches.map(({ stretch, line }) => ({
              stretch,
              y: (tops[line] ?? 0) + (lines[line]?.region ? headingHeight : 0),
            }))}
            patterns={id}
            linked={linked}
          />
        ))}
      </svg>
      <figcaption>
        <MapLegend patterns={id} regions={regions} />
        <MapKey regions={regions} visible={withKey} />
      </figcaption>
    </figure>
  );
}

function summary(degree: Degree, audit: DegreeAudit | undefined): string {
  const all = `${degree.title}: ${hoursWords(degree.semesterHours)}`;
  if (!audit) return `${all}. The list after the picture names each requirement.`;
  const { least, likely, most } = audit.met;
  return `${all}; ${least} sure, ${likely} sure or likely, ${most} at best. The list after the picture names each requirement.`;
}

function MapKey({ regions, visible }: { readonly regions: readonly Region[]; readonly visible: boolean }) {
  return (
    <ol class={visible ? 'map-key' : 'visually-hidden'}>
      {regions
        .flatMap(({ territories }) => territories)
        .map((territory) => (
          <li key={territory.block.id} value={territory.number}>
            <span class="map-key-title">{territory.block.title}</span>{' '}
            <span class="map-key-hours">{territoryWords(territory)}</span>
          </li>
        ))}
    </ol>
  );
}
