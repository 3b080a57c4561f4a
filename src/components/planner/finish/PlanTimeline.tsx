import type { Completion } from '../../../engine/completion.ts';
import type { Bar, PlanTimeline as Timeline, Span } from '../../../planner/finish/plan-timeline.ts';
import { countWords, daysWords } from '../../../planner/finish/wording-completion.ts';
import { dateWords, hoursWords } from '../../../planner/wording.ts';
import type { FinishNames } from './FinishNumbers.tsx';

type Props = {
  readonly timeline: Timeline;
  readonly completion: Completion;
  readonly names: FinishNames;
  readonly today: string;
};

/** Memberships, courses, transcripts and the school, each a bar with its words above it. All bars share one line of time. */
export function PlanTimeline({ timeline, completion, names, today }: Props) {
  return (
    <figure class="plan-timeline">
      <ol role="list">
        {timeline.bars.map((bar) => (
          <li key={bar.id}>
            <p>{barWords(bar, completion, names)}</p>
            <TimeBar span={bar} kind={bar.kind} />
          </li>
        ))}
      </ol>
      <figcaption class="quiet small">
        Each line goes from today, {dateWords(today)}, to {dateWords(timeline.until)}. After that the length is not
        known.
      </figcaption>
    </figure>
  );
}

function barWords(
  { kind, id, days }: Bar,
  { courses, memberships, residence }: Completion,
  names: FinishNames,
): string {
  const when = days ? daysWords(days) : 'how long depends on the school';
  switch (kind) {
    case 'membership': {
      const run = memberships.find(({ membership }) => membership === id);
      const many = courses.filter(({ way }) => way.membership === id).length;
      if (!run) return when;
      return `${names.provider(run.provider)}, ${countWords(run.months, 'month')} of membership, ${countWords(many, 'course')}: ${when}`;
    }
    case 'courses': {
      const many = courses.filter(({ way, provider }) => way.membership === undefined && provider === id).length;
      return `${names.provider(id)}, ${many === 1 ? '1 course or exam' : `${many} courses or exams`}: ${when}`;
    }
    case 'transcripts':
      return `Transcripts on their way: ${when}`;
    case 'at-school':
      return id === 'residence'
        ? `${hoursWords(residence.semesterHours)} at ${names.school}: ${when}`
        : `${names.school} evaluates the transcripts: ${when}`;
  }
}

type BarProps = { readonly span: Span; readonly kind: Bar['kind'] | 'exam' };

/** One bar on the line of time. */
export function TimeBar({ span: { from, to }, kind }: BarProps) {
  return (
    <svg class="time-bar" width="100%" height="14" aria-hidden="true">
      <line class="time-line" x1="0" x2="100%" y1="7" y2="7" />
      <rect class={`time-${kind}`} x={`${from}%`} y="2" width={`${Math.min(to, 99.6) - from}%`} height="10" />
    </svg>
  );
}
