import type { WeekItem } from '../../planner/trail/trail-types.ts';
import { dateWords } from '../../planner/wording.ts';

const kindWords: Readonly<Record<WeekItem['kind'], string>> = {
  date: 'Date',
  mend: 'Went wrong',
  ask: 'Overdue',
  do: 'To do',
};

const tints: Readonly<Record<WeekItem['kind'], string>> = {
  date: 'tag tag-planned',
  mend: 'tag tag-needed',
  ask: 'tag tag-needed',
  do: 'tag',
};

type Props = {
  readonly items: readonly WeekItem[];
  /** Opens the credit's trail at this step. */
  readonly onGo: (credit: string, step: string | undefined) => void;
};

/** What to do this week, with a way to each. */
export function Week({ items, onGo }: Props) {
  return (
    <section class="trail-week" aria-labelledby="week-title">
      <h2 id="week-title" tabIndex={-1}>
        What to do this week
      </h2>
      {items.length === 0 ? (
        <p>Nothing. Courses that you only think about ask for nothing yet.</p>
      ) : (
        <ul class="trail-rows" role="list">
          {items.map(({ kind, credit, step, event, by, says }) => (
            <li key={`${kind} ${credit ?? ''} ${step ?? ''} ${event?.id ?? ''}`}>
              <p>
                <span class={tints[kind]}>{kindWords[kind]}</span>{' '}
                {credit === undefined ? (
                  says
                ) : (
                  <a
                    href={`#trail-${credit}`}
                    onClick={(press) => {
                      press.preventDefault();
                      onGo(credit, step);
                    }}
                  >
                    {says}
                  </a>
                )}{' '}
                {by !== undefined && (
                  <span class="quiet">{kind === 'date' ? dateWords(by) : `By ${dateWords(by)}`}</span>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
