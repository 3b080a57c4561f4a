import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { CatalogIndex } from '../../planner/catalog/catalog.ts';
import { ErrorSummary, Radios } from './form/Fields.tsx';
import { siteAddress } from './use-catalog.ts';

type Props = {
  readonly index: CatalogIndex;
  /** Where a plan exists already, the way back to it. */
  readonly onCancel?: (() => void) | undefined;
  readonly onChoose: (school: string, degree: string) => void;
};

/** Two questions, one after the other: the school, then the degree. */
export function DegreeChoice({ index, onCancel, onChoose }: Props) {
  // Empty once somebody came back to choose another.
  const [school, setSchool] = useState('');
  // The words of one question become those of the other. They have the focus before: what had it may go, and a screen reader
  // that sees the focus go nowhere says nothing, or that one left the page.
  const ask = (next: string) => {
    document.querySelector<HTMLElement>('.degree-choice h2')?.focus();
    setSchool(next);
  };
  const chosen = index.schools.find(({ id }) => id === school);
  return (
    <div class="degree-choice" id="degree-choice" tabIndex={-1}>
      {chosen ? (
        <Question
          id="choose-degree"
          legend={`Which degree at ${chosen.shortName}?`}
          hint="Each catalog year has its own rules"
          missing="Choose a degree"
          choices={chosen.degrees.map(({ id, title, catalogYear, semesterHours, superseded }) => ({
            value: id,
            label: title,
            hint: `${semesterHours} semester hours, catalog year ${catalogYear}${superseded ? ', closed to new students' : ''}`,
          }))}
          back={{ words: 'Choose another school', go: () => ask('') }}
          onAnswer={(degree) => onChoose(chosen.id, degree)}
        />
      ) : (
        <Question
          id="choose-school"
          legend="Which school should give you the degree?"
          hint="The school decides what your credit becomes, so the plan begins with it"
          missing="Choose a school"
          choices={index.schools.flatMap(({ id, name, degrees }) => {
            const closed = degrees.filter(({ superseded }) => superseded).length;
            const hint = `${degrees.length} degree${degrees.length > 1 ? 's' : ''}`;
            const but = closed ? `, ${closed} of them closed to new students` : '';
            return degrees[0] ? { value: id, label: name, hint: hint + but } : [];
          })}
          back={onCancel && { words: 'Back to my plan', go: onCancel }}
          onAnswer={ask}
          notSure={
            <p>
              Not sure yet? Name your courses and{' '}
              <a href={siteAddress('compare/degrees/')}>see which degree is nearest</a>.
            </p>
          }
        />
      )}
    </div>
  );
}

type QuestionProps = {
  readonly id: string;
  readonly legend: string;
  readonly hint: string;
  readonly missing: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly hint: string }[];
  readonly back: { readonly words: string; readonly go: () => void } | undefined;
  /** What someone may do who cannot answer. */
  readonly notSure?: ComponentChildren;
  readonly onAnswer: (value: string) => void;
};

function Question({ id, legend, hint, missing, choices, back, notSure, onAnswer }: QuestionProps) {
  const [value, setValue] = useState('');
  const [problems, setProblems] = useState<readonly { id: string; words: string }[]>([]);
  useLayoutEffect(() => {
    setValue('');
    setProblems([]);
  }, [id]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (value === '') setProblems([{ id, words: missing }]);
    else onAnswer(value);
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} since={problems} />
      <Radios
        id={id}
        legend={<h2 tabIndex={-1}>{legend}</h2>}
        hint={hint}
        error={problems[0]?.words}
        value={value}
        onChange={setValue}
        choices={choices}
      />
      <div class="actions">
        <button class="button" type="submit">
          Continue
        </button>
        {back && (
          <button class="button button-quiet" type="button" onClick={back.go}>
            {back.words}
          </button>
        )}
      </div>
      {notSure}
    </form>
  );
}
