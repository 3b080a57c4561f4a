type Props = {
  /** Hours of the whole degree. */
  readonly of: number;
  /** Hours met with the credits there are, and hours that the plan adds. */
  readonly had: number;
  readonly added: number;
  /** The same in words. */
  readonly says: string;
};

/** A degree in one line: what is there, what can be added, what is left for the school. */
export function HoursBar({ of, had, added, says }: Props) {
  const part = (hours: number) => `${(hours / of) * 100}%`;
  return (
    <div>
      <svg class="hours-bar" width="100%" height="16" aria-hidden="true">
        <rect class="hours-frame" width="100%" height="16" />
        <rect class="hours-had" width={part(had)} height="16" />
        <rect class="hours-added" x={part(had)} y="1" width={part(added)} height="14" />
      </svg>
      <p class="small">{says}</p>
    </div>
  );
}
