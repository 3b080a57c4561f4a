import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { HoursRange } from '../../../engine/types.ts';
import { checkAnswered, nobodyYet, type AnswerMistake } from '../../../planner/plan/decision-entry.ts';
import type { EditOfCredit } from '../../../planner/plan/edits.ts';
import { checkHours, type EntryProblem } from '../../../planner/plan/entry-check.ts';
import type { Landing } from '../../../planner/audit/landing.ts';
import type { PlanCredit } from '../../../planner/plan/plan.ts';
import {
  hasPlace,
  hopedAlone,
  questionAbout,
  tryElective,
  tryHours,
  tryRefusal,
  type Question,
  type Trial,
} from '../../../planner/audit/what-if.ts';
import { hoursNumber } from '../../../planner/wording.ts';
import {
  againstWords,
  differenceWords,
  hopedWords,
  questionWords,
  trialWords,
} from '../../../planner/audit/wording-decisions.ts';
import { problemWords } from '../../../planner/plan/wording-problems.ts';
import { summaryOf, WhoAndWhen } from './AnswerFields.tsx';
import { FoldedForm } from '../form/FoldedForm.tsx';
import { ErrorSummary, TextField } from '../form/Fields.tsx';
import { usePlanShown } from '../plan-context.ts';

type Props = {
  readonly credit: PlanCredit;
  readonly title: string;
  readonly landing: Landing | undefined;
  readonly today: string;
  readonly onTry: (trial: Trial) => void;
};

/** What if the school gives less, or gives something after all? Tried in place; nothing is saved. */
export function WhatIf({ credit, title, landing, today, onTry }: Props) {
  const { catalog } = usePlanShown();
  const question = useMemo(
    () => questionAbout(credit, landing, () => hopedAlone(credit, catalog, today)),
    [credit, landing, catalog.school, catalog.courses],
  );
  if (!question) return null;
  return (
    <FoldedForm name={questionWords[question.kind]} about={` For ${title}`}>
      {() => <TrialForm question={question} onTry={onTry} />}
    </FoldedForm>
  );
}

type FormProps = { readonly question: Question; readonly onTry: (trial: Trial) => void };

function TrialForm({ question, onTry }: FormProps) {
  const { credit, kind, hoped, most } = question;
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [problems, setProblems] = useState<readonly { readonly part: number; readonly problem: EntryProblem }[]>([]);
  const id = (part: number) => `try-${credit}-${part}`;
  const text = (part: number) => typed[part] ?? firstTry(kind, most[part] ?? 0);
  const placed = kind === 'less' || hasPlace(question);
  const submit = (event: Event) => {
    event.preventDefault();
    const checked = hoped.map((_, part) => (text(part).trim() === '0' ? { value: 0 } : checkHours(text(part))));
    const found = checked.flatMap((one, part) => ('problem' in one ? [{ part, problem: one.problem }] : []));
    setProblems(found);
    if (found.length > 0) return;
    const hours = checked.map((one) => ('value' in one ? one.value : 0));
    onTry(placed ? tryHours(question, hours) : tryElective(question, hours));
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ErrorSummary
        since={problems}
        problems={problems.map(({ part, problem }) => ({ id: id(part), words: problemWords(problem) }))}
      />
      {question.against && <p>{againstWords(question.against)}</p>}
      <p>Try it here. Nothing is saved.</p>
      {hoped.map(({ schoolCourse, title }, part) => {
        const found = problems.find((one) => one.part === part);
        return (
          <TextField
            key={part}
            id={id(part)}
            label={hoped.length > 1 ? `Hours for ${schoolCourse ?? title}` : 'Hours they give'}
            hint={hopedWords(kind, most[part] ?? 0)}
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
          {placed ? 'Try these hours' : 'Try it as an elective'}
        </button>
        {placed && (
          <button class="button button-quiet" type="button" onClick={() => onTry(tryElective(question))}>
            Try it as an elective
          </button>
        )}
        {kind === 'less' && (
          <button class="button button-quiet" type="button" onClick={() => onTry(tryRefusal(question))}>
            Try a refusal
          </button>
        )}
      </div>
    </form>
  );
}

/** Of hours that are hoped for the half; of others all, where they are known. */
function firstTry(kind: Question['kind'], hours: number): string {
  if (kind === 'less') return hoursNumber(hours / 2);
  return hours > 0 ? hoursNumber(hours) : '';
}

type BarProps = {
  readonly trial: Trial;
  readonly title: string;
  readonly now: HoursRange;
  readonly tried: HoursRange;
  readonly today: string;
  readonly onStop: () => void;
  readonly onKeep: (edit: EditOfCredit) => void;
};

/** Says what is being tried and what it changes. It takes the focus with each trial. */
export function TrialBar({ trial, title, now, tried, today, onStop, onKeep }: BarProps) {
  const { against } = trial.question;
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
        You are trying: {trialWords(trial, title)}
      </h2>
      {against && (
        <p>
          <strong>This would be an exception.</strong> {againstWords(against)}
        </p>
      )}
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
    const { question, becomes } = trial;
    onKeep({ kind: 'decide', credit: question.credit, decision: { becomes, ...checked.answered } });
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
