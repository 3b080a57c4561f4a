import type { LaterStart, WeekItem } from '../../planner/trail/trail-types.ts';
import { laterSentence, laterWords } from '../../planner/trail/wording-trail.ts';
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
  readonly later: readonly LaterStart[];
  /** Opens the credit's trail at this step. */
  readonly onGo: (credit: string, step: string | undefined) => void;
};

/** What to do this week, with a way to each, and what begins later. */
export function Week({ items, later, onGo }: Props) {
  const go = (credit: string, step: string | undefined, says: string) => (
    <a
      href={`#trail-${credit}`}
      onClick={(press) => {
        press.preventDefault();
        onGo(credit, step);
      }}
    >
      {says}
    </a>
  );
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
                {credit === undefined ? says : go(credit, step, says)}{' '}
                {by !== undefined && (
                  <span class="quiet">{kind === 'date' ? dateWords(by) : `By ${dateWords(by)}`}</span>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      {later.length > 0 && (
        <details>
          <summary>{laterWords(later)}</summary>
          <p class="quiet small">{laterSentence}</p>
          <ul>
            {later.map(({ credit, title, on }) => (
              <li key={credit}>
                {go(credit, undefined, title)}, <span class="quiet">about {dateWords(on)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
