import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
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
  const [school, setSchool] = useState<string>();
  const moved = useRef(false);
  const turnTo = (to: string | undefined) => {
    moved.current = true;
    setSchool(to);
  };
  const schools = index.schools.filter(({ degrees }) => degrees.length > 0);
  const chosen = schools.find(({ id }) => id === school);
  return (
    <div class="degree-choice" id="degree-choice" tabIndex={-1}>
      {chosen ? (
        <Question
          key="degree"
          id="choose-degree"
          legend={`Which degree at ${chosen.shortName}?`}
          hint="Each catalog year has its own rules"
          missing="Choose a degree"
          choices={chosen.degrees.map(({ id, title, catalogYear, semesterHours, superseded }) => ({
            value: id,
            label: title,
            hint: `${semesterHours} semester hours, catalog year ${catalogYear}${superseded ? '. Nobody can start it any more' : ''}`,
          }))}
          back={{ words: 'Choose another school', go: () => turnTo(undefined) }}
          takesFocus={moved.current}
          onAnswer={(degree) => onChoose(chosen.id, degree)}
        />
      ) : (
        <Question
          key="school"
          notSure={
            <p>
              Not sure yet? Name your courses and{' '}
              <a href={siteAddress('compare/degrees/')}>see which degree is nearest</a>.
            </p>
          }
          id="choose-school"
          legend="Which school should give you the degree?"
          hint="The school decides what your credit becomes, so the plan begins with it"
          missing="Choose a school"
          choices={schools.map(({ id, name, degrees }) => ({
            value: id,
            label: name,
            hint: degrees.length === 1 ? '1 degree' : `${degrees.length} degrees`,
          }))}
          back={onCancel && { words: 'Back to my plan', go: onCancel }}
          takesFocus={moved.current}
          onAnswer={turnTo}
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
  /** True where it takes the place of another question, which had the focus. */
  readonly takesFocus: boolean;
  /** What someone may do who cannot answer. */
  readonly notSure?: ComponentChildren;
  readonly onAnswer: (value: string) => void;
};

function Question({ id, legend, hint, missing, choices, back, takesFocus, notSure, onAnswer }: QuestionProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);
  const [value, setValue] = useState('');
  const [problems, setProblems] = useState<readonly { id: string; words: string }[]>([]);
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
        legend={
          <h2 ref={heading} tabIndex={-1}>
            {legend}
          </h2>
        }
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
