/** A few questions, and whether outside credit suits the one who answers them. This component holds the state. */
import { useRef, useState } from 'preact/hooks';
import type { SchoolStance } from '../../planner/suitability/school-stance.ts';
import {
  answersIn,
  choices,
  hashOfAnswers,
  unanswered,
  type Answers,
  type ChoiceQuestion,
  type Question,
} from '../../planner/suitability/suitability-answers.ts';
import { choiceWords, questionWords, schoolWords } from '../../planner/suitability/wording-suitability.ts';
import { ErrorSummary, Radios, SelectField } from '../planner/form/Fields.tsx';
import { useAddress } from '../planner/use-address.ts';
import '../site/trusted-types.ts';
import { NeedsField } from './NeedsField.tsx';
import { SuitabilityAnswer, type ReasonSources } from './SuitabilityAnswer.tsx';
import { useFields } from '../planner/form/use-fields.ts';

type Props = { readonly schools: readonly SchoolStance[]; readonly sources: ReasonSources };

const idOf = (question: Question): string => `for-you-${question}`;

export function IsThisForYou({ schools, sources }: Props) {
  const [asked, change] = useAddress(answersIn, hashOfAnswers);
  const [answers, setAnswers] = useFields<Answers>(asked);
  const [problems, setProblems] = useState<readonly Question[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const answered = unanswered(asked).length === 0;

  const set = <Q extends Question>(question: Q, answer: Answers[Q]) =>
    setAnswers((before) => ({ ...before, [question]: answer }));
  const errorOf = (question: Question) => (problems.includes(question) ? questionWords[question].problem : undefined);
  const submit = (event: Event) => {
    event.preventDefault();
    const open = unanswered(answers);
    setProblems(open);
    if (open.length > 0) return;
    change(answers);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const radios = (question: ChoiceQuestion) => (
    <Radios
      id={idOf(question)}
      legend={questionWords[question].legend}
      hint={questionWords[question].hint}
      error={errorOf(question)}
      value={answers[question] ?? ''}
      onChange={(value) => set(question, value as Answers[ChoiceQuestion])}
      choices={choices[question].map((value) => ({
        value,
        label: (choiceWords[question] as Readonly<Record<string, string>>)[value] ?? value,
      }))}
    />
  );
  return (
    <div class="stack">
      <form class="form for-you" noValidate onSubmit={submit}>
        <ErrorSummary
          since={problems}
          problems={problems.map((question) => ({ id: idOf(question), words: questionWords[question].problem }))}
        />
        {radios('goal')}
        <SelectField
          id={idOf('school')}
          label={questionWords.school.legend}
          hint={questionWords.school.hint}
          error={errorOf('school')}
          value={answers.school ?? ''}
          onChange={(school) => set('school', school)}
        >
          <option value="">Choose one</option>
          <option value="unsure">{schoolWords.unsure}</option>
          <option value="other">{schoolWords.other}</option>
          {schools.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        {radios('subject')}
        <NeedsField value={answers.needs} error={errorOf('needs')} onChange={(value) => set('needs', value)} />
        {radios('place')}
        {radios('device')}
        {radios('time')}
        <div class="actions">
          <button class="button" type="submit">
            Show the answer
          </button>
        </div>
      </form>
      {answered && <SuitabilityAnswer answers={asked} schools={schools} sources={sources} heading={heading} />}
    </div>
  );
}
