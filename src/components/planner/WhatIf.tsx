import { useEffect, useRef, useState } from 'preact/hooks';
import type { HoursRange } from '../../engine/types.ts';
import { checkAnswered, nobodyYet, type AnswerMistake } from '../../planner/decision-entry.ts';
import type { EditOfCredit } from '../../planner/edits.ts';
import { checkHours, type EntryProblem } from '../../planner/entry-check.ts';
import type { Landing } from '../../planner/landing.ts';
import { canTry, hoursHopedFor, tryElective, tryHours, tryRefusal, type Trial } from '../../planner/what-if.ts';
import { hoursNumber, hoursWords } from '../../planner/wording.ts';
import { differenceWords, trialWords } from '../../planner/wording-decisions.ts';
import { problemWords } from '../../planner/wording-problems.ts';
import { summaryOf, WhoAndWhen } from './AnswerFields.tsx';
import { ErrorSummary, TextField } from './Fields.tsx';

type Props = {
  readonly credit: string;
  readonly title: string;
  readonly landing: Landing | undefined;
  readonly onTry: (trial: Trial) => void;
};

/** What if they give fewer hours, an elective, or nothing? Tried in place; nothing is saved. */
export function WhatIf({ credit, title, landing, onTry }: Props) {
  const hoped = landing ? hoursHopedFor(landing) : [];
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [problems, setProblems] = useState<readonly { readonly part: number; readonly problem: EntryProblem }[]>([]);
  if (!landing || !canTry(landing)) return null;
  const { parts } = landing;
  const id = (part: number) => `try-${credit}-${part}`;
  const text = (part: number) => typed[part] ?? halfOf(hoped[part] ?? 0);
  const submit = (event: Event) => {
    event.preventDefault();
    const checked = parts.map((_, part) => (text(part).trim() === '0' ? { value: 0 } : checkHours(text(part))));
    const found = checked.flatMap((one, part) => ('problem' in one ? [{ part, problem: one.problem }] : []));
    setProblems(found);
    if (found.length > 0) return;
    onTry(
      tryHours(
        credit,
        landing,
        checked.map((one) => ('value' in one ? one.value : 0)),
      ),
    );
  };
  return (
    <details class="decision no-print">
      <summary>
        What if the school gives less?<span class="visually-hidden"> For {title}</span>
      </summary>
      <form class="form" noValidate onSubmit={submit}>
        <ErrorSummary
          since={problems}
          problems={problems.map(({ part, problem }) => ({ id: id(part), words: problemWords(problem) }))}
        />
        <p>Try it here. Nothing is saved.</p>
        {parts.map(({ accepted }, part) => {
          const found = problems.find((one) => one.part === part);
          return (
            <TextField
              key={accepted.id}
              id={id(part)}
              label={parts.length > 1 ? `Hours for ${accepted.schoolCourse ?? accepted.title}` : 'Hours they give'}
              hint={`Hoped for: ${hoursWords(hoped[part] ?? 0)}`}
              error={found && problemWords(found.problem)}
              kind="decimal"
              width="short"
              value={text(part)}
              onInput={(value) => setTyped({ ...typed, [part]: value })}
            />
          );
        })}
        <div class="actions">
          <button class="button button-quiet" type="submit">
            Try these hours
          </button>
          <button class="button button-quiet" type="button" onClick={() => onTry(tryElective(credit, landing))}>
            Try it as an elective
          </button>
          <button class="button button-quiet" type="button" onClick={() => onTry(tryRefusal(credit))}>
            Try a refusal
          </button>
        </div>
      </form>
    </details>
  );
}

/** Half of what is hoped for, for a first try. */
function halfOf(hours: number): string {
  return hoursNumber(hours / 2);
}

type BarProps = {
  readonly trial: Trial;
  readonly title: string;
  /** Hours hoped for, all parts together. */
  readonly hoped: number;
  readonly now: HoursRange;
  readonly tried: HoursRange;
  readonly today: string;
  readonly onStop: () => void;
  readonly onKeep: (edit: EditOfCredit) => void;
};

/** Says what is being tried and what it changes. It takes the focus with each trial. */
export function TrialBar({ trial, title, hoped, now, tried, today, onStop, onKeep }: BarProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [keeping, setKeeping] = useState(false);
  useEffect(() => {
    setKeeping(false);
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'center' });
  }, [trial]);
  return (
    <section class="note trial" aria-labelledby="trial-title">
      <h2 id="trial-title" tabIndex={-1} ref={heading}>
        You are trying: {trialWords(trial, title, hoped)}
      </h2>
      <p>{differenceWords(now, tried)} Nothing is saved. The trial counts as decided.</p>
      {keeping ? (
        <KeepForm trial={trial} today={today} onKeep={onKeep} onCancel={() => setKeeping(false)} />
      ) : (
        <div class="actions">
          <button class="button" type="button" onClick={onStop}>
            Stop trying
          </button>
          <button class="button button-quiet" type="button" onClick={() => setKeeping(true)}>
            Keep as the school’s answer
          </button>
        </div>
      )}
    </section>
  );
}

type KeepProps = Pick<BarProps, 'trial' | 'today' | 'onKeep'> & { readonly onCancel: () => void };

function KeepForm({ trial, today, onKeep, onCancel }: KeepProps) {
  const [who, setWho] = useState(nobodyYet);
  const [mistakes, setMistakes] = useState<readonly AnswerMistake[]>([]);
  const id = (field: string) => `keep-${field}`;
  useEffect(() => document.getElementById('keep-by')?.focus(), []);
  const submit = (event: Event) => {
    event.preventDefault();
    const checked = checkAnswered(who, today);
    setMistakes('mistakes' in checked ? checked.mistakes : []);
    if ('mistakes' in checked) return;
    const { credit, becomes } = trial;
    onKeep({ kind: 'decide', credit, decision: { becomes, ...checked.answered } });
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ErrorSummary since={mistakes} problems={summaryOf({ id, mistakes })} />
      <WhoAndWhen id={id} value={who} mistakes={mistakes} onChange={setWho} />
      <div class="actions">
        <button class="button" type="submit">
          Save as the school’s answer
        </button>
        <button class="button button-quiet" type="button" onClick={onCancel}>
          Don’t save it
        </button>
      </div>
    </form>
  );
}
