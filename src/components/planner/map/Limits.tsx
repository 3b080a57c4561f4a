import type { QualifierAudit } from '../../../engine/types.ts';
import { qualifierWords } from '../../../planner/wording.ts';
import { elsewhereWords } from '../../../planner/wording-beside.ts';
import { memo } from '../memo.ts';
import { useKept } from '../use-kept.ts';

type Props = {
  readonly id: string;
  readonly title: string;
  readonly limits: readonly QualifierAudit[];
  /** Semester hours of the whole degree. */
  readonly degreeHours: number;
  readonly Heading?: 'h2' | 'h3';
};

/** Rules that run across the degree, each with a gauge: of a maximum how much is used, of other rules how much is met. */
export const Limits = memo(function Limits({ id, title, limits, degreeHours, Heading = 'h3' }: Props) {
  const kept = useKept(() => new Map(limits.map((limit) => [limit.id, limit])), [limits]);
  if (limits.length === 0) return null;
  return (
    <section class="limits" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {['maximum', 'residency'].includes(limits[0]!.kind) && (
        <p class="quiet">Whole courses count here, even hours that no requirement uses.</p>
      )}
      <ul role="list">
        {[...kept.values()].map((limit) => (
          <LimitItem key={limit.id} limit={limit} degreeHours={degreeHours} />
        ))}
      </ul>
    </section>
  );
});

type ItemProps = { readonly limit: QualifierAudit; readonly degreeHours: number };

const LimitItem = memo(function LimitItem({ limit, degreeHours }: ItemProps) {
  return (
    <li>
      {limit.says}
      <Gauge limit={limit} />
      <span class="quiet">
        {qualifierWords(limit)}. {elsewhereWords(limit, degreeHours)}
      </span>
    </li>
  );
});

/** Rules that are kept or not, without hours to measure. */
const unmeasured = ['minimum-grade', 'max-age', 'one-subject'];
const mostTicks = 40;

/** A bar in the map's language: inked as far as it is met or used, cells of three hours. The words after it say the same. */
function Gauge({ limit: { have, limit, kind } }: { readonly limit: QualifierAudit }) {
  if (unmeasured.includes(kind) || limit <= 0) return null;
  const cell = kind === 'at-least-subjects' ? 1 : 3;
  const cells = Math.min(Math.ceil(limit / cell), mostTicks);
  const ticks = Array.from({ length: cells - 1 }, (_, i) => percent((i + 1) * cell, limit));
  return (
    <svg
      class={`gauge gauge-${kind.startsWith('at-least') ? 'needed' : 'most'}`}
      width="100%"
      height="14"
      aria-hidden="true"
    >
      <rect class="map-paper" width="100%" height="100%" />
      <rect class="gauge-ink" width={percent(Math.min(have, limit), limit)} height="100%" />
      {ticks.map((x) => (
        <line key={x} class="map-tick" x1={x} x2={x} y1="0" y2="100%" />
      ))}
      <rect class="gauge-edge" width="100%" height="100%" />
    </svg>
  );
}

function percent(part: number, whole: number): string {
  return `${Math.round((part / whole) * 100_000) / 1000}%`;
}
