import type { QualifierAudit } from '../../engine/types.ts';
import { elsewhereWords, qualifierWords } from '../../planner/wording.ts';

type Props = {
  readonly id: string;
  readonly title: string;
  readonly limits: readonly QualifierAudit[];
  /** Semester hours of the whole degree. */
  readonly degreeHours: number;
};

/** Rules that run across the degree, each with how much of it is used or met. */
export function Limits({ id, title, limits, degreeHours }: Props) {
  if (limits.length === 0) return null;
  return (
    <section class="limits" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul role="list">
        {limits.map((limit) => (
          <li key={limit.id}>
            <span id={`${id}-${limit.id}`}>{limit.says}</span>
            <Gauge labelledBy={`${id}-${limit.id}`} limit={limit} />
            <span class="quiet">
              {qualifierWords(limit)}. {elsewhereWords(limit, degreeHours)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Gauge({
  labelledBy,
  limit: { have, limit, kind },
}: {
  readonly labelledBy: string;
  readonly limit: QualifierAudit;
}) {
  if (kind === 'minimum-grade' || kind === 'one-subject' || limit <= 0) return null;
  return <progress aria-labelledby={labelledBy} max={limit} value={Math.min(have, limit)} />;
}
