import { hoursNumber } from '../../planner/wording.ts';

type Props = {
  /** Hours of the whole degree. */
  readonly of: number;
  /** Hours met with the credits there are, and hours that the plan adds. */
  readonly had: number;
  readonly added: number;
  readonly atSchool: number;
};

/** A degree in one line: what is there, what can be added, what is left for the school. */
export function HoursBar({ of, had, added, atSchool }: Props) {
  const part = (hours: number) => `${(hours / of) * 100}%`;
  return (
    <div>
      <svg class="hours-bar" width="100%" height="16" aria-hidden="true">
        <rect class="hours-frame" width="100%" height="16" />
        <rect class="hours-had" width={part(had)} height="16" />
        <rect class="hours-added" x={part(had)} y="1" width={part(added)} height="14" />
      </svg>
      <p class="small">
        {hoursNumber(had)} there, {hoursNumber(added)} with the cheapest plan, {hoursNumber(atSchool)} left for the
        school
      </p>
    </div>
  );
}
