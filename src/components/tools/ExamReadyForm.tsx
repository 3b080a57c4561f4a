import { useMemo, useState } from 'preact/hooks';
import { subjectName, type ExamFacts, type ExamTaker } from '../../planner/exam/exam-ready.ts';
import { deviceWords, paperWords } from '../../planner/exam/wording-exam-ready.ts';
import { countries, countryName } from '../../planner/exam/zone-cities.ts';
import { ErrorSummary, SelectField } from '../planner/form/Fields.tsx';
import type { ReadyAsked } from './ExamReady.tsx';

type Props = {
  readonly facts: ExamFacts;
  readonly fields: ReadyAsked;
  readonly onChange: (fields: ReadyAsked) => void;
  readonly onAsk: () => void;
};

const noExam = 'Choose an exam or a system';

/** The exam, and what matters of the reader: where they are, on which machine, with which paper. */
export function ExamReadyForm({ facts, fields, onChange, onAsk }: Props) {
  const [problems, setProblems] = useState<readonly { readonly id: string; readonly words: string }[]>([]);
  const { exam, taker } = fields;
  const set = (field: keyof ExamTaker) => (value: string) => onChange({ exam, taker: { ...taker, [field]: value } });
  // Most papers are issued where their holder lives.
  const setCountry = (country: string) =>
    onChange({
      exam,
      taker: { ...taker, country, paperFrom: taker.paperFrom === taker.country ? country : taker.paperFrom },
    });
  const submit = (event: Event) => {
    event.preventDefault();
    const known = subjectName(exam, facts) !== undefined;
    setProblems(known ? [] : [{ id: 'ready-exam', words: noExam }]);
    if (known) onAsk();
  };
  const nations = useMemo(
    () =>
      countries
        .map((country) => ({ country, name: countryName(country) }))
        .sort((one, other) => one.name.localeCompare(other.name, 'en')),
    [],
  );
  const nationOptions = nations.map(({ country, name }) => (
    <option key={country} value={country}>
      {name}
    </option>
  ));
  return (
    <form class="form no-print" noValidate onSubmit={submit}>
      <ErrorSummary since={problems} problems={problems} />
      <SelectField
        id="ready-exam"
        label="Which exam?"
        hint="An exam, whoever gives it, or the system that watches"
        error={problems[0]?.words}
        value={exam}
        onChange={(value) => onChange({ exam: value, taker })}
      >
        <option value="">Choose one</option>
        <ExamOptions facts={facts} />
      </SelectField>
      <SelectField
        id="ready-country"
        label="Where will you be?"
        hint="Your device’s clock names this one. Change it if you will be elsewhere"
        value={taker.country}
        onChange={setCountry}
      >
        <option value="">I don’t want to say</option>
        {nationOptions}
      </SelectField>
      <SelectField
        id="ready-device"
        label="On which machine?"
        hint="Your browser says that it runs on this one"
        value={taker.device}
        onChange={set('device')}
      >
        <option value="">I don’t know yet</option>
        <Words words={deviceWords} />
      </SelectField>
      <SelectField
        id="ready-paper"
        label="Which identity paper will you show?"
        value={taker.paper}
        onChange={set('paper')}
      >
        <option value="">I don’t know yet</option>
        <Words words={paperWords} />
      </SelectField>
      {taker.paper !== '' && (
        <SelectField
          id="ready-paper-from"
          label="Which country issued it?"
          value={taker.paperFrom}
          onChange={set('paperFrom')}
        >
          <option value="">I don’t want to say</option>
          {nationOptions}
        </SelectField>
      )}
      <div class="actions">
        <button class="button" type="submit">
          Can I take it?
        </button>
      </div>
    </form>
  );
}

function Words({ words }: { readonly words: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(words).map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </>
  );
}

function ExamOptions({ facts }: { readonly facts: ExamFacts }) {
  const exams = Object.entries(facts.exams);
  return (
    <>
      <optgroup label="Any exam of">
        {Object.entries(facts.providers).map(([id, { name }]) => (
          <option key={id} value={`providers/${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
      <optgroup label="Watched over">
        {Object.entries(facts.services).map(([id, { name }]) => (
          <option key={id} value={`services/${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
      {Object.entries(facts.providers).map(([id, { name }]) => {
        const its = exams.filter(([, [, provider]]) => provider === id);
        return its.length === 0 ? null : (
          <optgroup key={id} label={`Exams of ${name}`}>
            {its.map(([exam, [title]]) => (
              <option key={exam} value={`exams/${exam}`}>
                {title}
              </option>
            ))}
          </optgroup>
        );
      })}
    </>
  );
}
