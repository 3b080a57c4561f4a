import type { School } from '../../../schemas/school.ts';
import type { Decision } from '../../../engine/types.ts';
import {
  emptyPart,
  mostParts,
  partField,
  type AnsweredFields,
  type AnswerFields as Answer,
  type AnswerMistake,
  type KnownCourses,
  type PartFields as Part,
} from '../../../planner/plan/decision-entry.ts';
import type { NamedBlock } from '../../../planner/plan/named-blocks.ts';
import type { Trial } from '../../../planner/audit/what-if.ts';
import { answerProblemWords, becomesWords, levelName } from '../../../planner/audit/wording-decisions.ts';
import { DateFields } from '../form/DateFields.tsx';
import { Radios, SelectField, TextField } from '../form/Fields.tsx';

/** What the forms for the school's answers need to know, and what trying one out leads to. */
export type Answering = {
  readonly known: KnownCourses;
  /** Blocks that credit can fill. */
  readonly places: readonly NamedBlock[];
  /** The credit with which something is being tried. */
  readonly tried: string | undefined;
  readonly today: string;
  readonly onTry: (trial: Trial) => void;
};

type Errors = {
  /** The id of a field by its name. */
  readonly id: (field: string) => string;
  readonly mistakes: readonly AnswerMistake[];
};

/** The words beside a field, where something is wrong with it. */
export function errorBeside(mistakes: readonly AnswerMistake[], field: string): string | undefined {
  const found = mistakes.find((one) => one.field === field);
  return found && answerProblemWords(found.problem);
}

/** The mistakes for the summary of a form. */
export function summaryOf({ id, mistakes }: Errors) {
  return mistakes.map(({ field, problem }) => ({ id: id(field), words: answerProblemWords(problem) }));
}

type Props = Errors & {
  readonly legend: string;
  readonly value: Answer;
  /** What a plain yes means. Absent: nobody knows what it could become. */
  readonly hoped: Decision['becomes'] | undefined;
  readonly school: School;
  readonly onChange: (value: Answer) => void;
};

/** Yes, no, or as what: the school's answer about one credit. */
export function AnswerFields({ id, legend, value, hoped, school, mistakes, onChange }: Props) {
  const { answer, parts } = value;
  const setPart = (index: number, part: Part) => onChange({ ...value, parts: parts.with(index, part) });
  return (
    <>
      <Radios
        id={id('answer')}
        legend={legend}
        error={errorBeside(mistakes, 'answer')}
        value={answer}
        choices={[
          ...(hoped ? [{ value: 'yes', label: 'Yes', hint: becomesWords(hoped) }] : []),
          { value: 'as', label: hoped ? 'Yes, with other hours or as something else' : 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        onChange={(chosen) => onChange({ ...value, answer: chosen })}
      />
      {answer === 'as' && (
        <div class="answer-parts">
          {parts.map((part, index) => (
            <PartFields
              key={index}
              id={id}
              index={index}
              several={parts.length > 1}
              value={part}
              school={school}
              mistakes={mistakes}
              onChange={(after) => setPart(index, after)}
            />
          ))}
          <div class="actions">
            {parts.length < mostParts && (
              <button
                class="button button-quiet"
                type="button"
                onClick={() => onChange({ ...value, parts: [...parts, emptyPart] })}
              >
                It becomes more than one course
              </button>
            )}
            {parts.length > 1 && (
              <button
                class="button button-quiet"
                type="button"
                onClick={() => onChange({ ...value, parts: parts.slice(0, -1) })}
              >
                Take away the last part
              </button>
            )}
          </div>
        </div>
      )}
    </>
  );
}

type PartProps = Errors & {
  readonly index: number;
  readonly several: boolean;
  readonly value: Part;
  readonly school: School;
  readonly onChange: (value: Part) => void;
};

function PartFields({ id, index, several, value, school, mistakes, onChange }: PartProps) {
  const field = (name: keyof Part) => ({
    id: id(partField(index, name)),
    error: errorBeside(mistakes, partField(index, name)),
    value: value[name],
  });
  const set = (name: keyof Part) => (text: string) => onChange({ ...value, [name]: text });
  return (
    <div
      class="answer-part"
      role={several ? 'group' : undefined}
      aria-label={several ? `Part ${index + 1}` : undefined}
    >
      <TextField {...field('hours')} label="Semester hours" kind="decimal" width="short" onInput={set('hours')} />
      <SelectField {...field('as')} label="What it becomes" onChange={set('as')}>
        <option value="">Choose one</option>
        <option value="course">A course of the school</option>
        {school.areas.length > 0 && (
          <optgroup label="General education">
            {school.areas.map(({ id: area, title }) => (
              <option key={area} value={`area ${area}`}>
                {title}
              </option>
            ))}
          </optgroup>
        )}
        <option value="subject">An elective in a subject</option>
        <option value="elective">A free elective</option>
      </SelectField>
      <TextField
        {...field('code')}
        label="Course code or subject, if it has one"
        hint="Like PSY-1010, or PSY for an elective in a subject"
        width="short"
        onInput={set('code')}
      />
      <SelectField {...field('level')} label="Level" onChange={set('level')}>
        <option value="">As the course number says</option>
        {(['lower-division', 'upper-division', 'graduate', 'vocational'] as const).map((level) => (
          <option key={level} value={level}>
            {levelName(level).replace(/^./, (letter) => letter.toUpperCase())}
          </option>
        ))}
        <option value="not-known">I don’t know</option>
      </SelectField>
    </div>
  );
}

type AnsweredProps = Errors & {
  readonly value: AnsweredFields;
  readonly onChange: (value: AnsweredFields) => void;
};

/** Who answered, and when. */
export function WhoAndWhen({ id, value, mistakes, onChange }: AnsweredProps) {
  return (
    <>
      <TextField
        id={id('by')}
        label="Who answered"
        hint="An office or a name, like “Registrar”"
        error={errorBeside(mistakes, 'by')}
        value={value.by}
        onInput={(by) => onChange({ ...value, by })}
      />
      <DateFields
        id={id}
        legend="Date of the answer"
        value={value}
        error={errorBeside(mistakes, 'day')}
        onInput={(part) => (text) => onChange({ ...value, [part]: text })}
      />
    </>
  );
}
