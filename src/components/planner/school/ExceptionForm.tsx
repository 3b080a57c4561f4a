import { useState } from 'preact/hooks';
import type { CreditOutcome, PlannedCredit } from '../../../engine/types.ts';
import {
  checkAnswered,
  codeAsPrinted,
  nobodyYet,
  type AnsweredFields,
  type AnswerMistake,
} from '../../../planner/plan/decision-entry.ts';
import type { OnEdit } from '../../../planner/plan/edits.ts';
import { summaryOf, errorBeside, WhoAndWhen, type Answering } from './AnswerFields.tsx';
import { FoldedForm } from '../form/FoldedForm.tsx';
import { ErrorSummary, Radios, SelectField, TextField } from '../form/Fields.tsx';

type Props = Pick<Answering, 'known' | 'places' | 'today'> & {
  readonly credit: PlannedCredit;
  readonly title: string;
  readonly parts: readonly CreditOutcome[];
  readonly onEdit: OnEdit;
};

type Fields = AnsweredFields & Record<'kind' | 'part' | 'code' | 'block', string>;

const empty: Fields = { ...nobodyYet, kind: '', part: '0', code: '', block: '' };

/** The exceptions that a school makes for one credit, by the names that registrars use. */
export function ExceptionForm({ credit, title, parts, known, places, today, onEdit }: Props) {
  const [fields, setFields] = useState(empty);
  const [mistakes, setMistakes] = useState<readonly AnswerMistake[]>([]);
  const id = (field: string) => `exception-${credit.id}-${field}`;
  const set = (field: keyof Fields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const submit = (event: Event) => {
    event.preventDefault();
    const { kind, part: index, code, block } = fields;
    const who = checkAnswered(fields, today);
    const course = codeAsPrinted(code, [...known.school.courses.map((one) => one.code), ...known.named]);
    const found: AnswerMistake[] = [];
    if (kind === '') found.push({ field: 'kind', problem: 'answer-missing' });
    if (kind === 'substitution' && course === undefined)
      found.push({ field: 'code', problem: code.trim() === '' ? 'code-missing' : 'code-not-a-course' });
    if (kind === 'apply-here' && block === '') found.push({ field: 'block', problem: 'block-missing' });
    setMistakes([...found, ...('mistakes' in who ? who.mistakes : [])]);
    if (found.length > 0 || 'mistakes' in who) return;
    const about = { credit: credit.id, part: Number(index) };
    if (kind === 'apply-here') onEdit({ kind, ...about, made: { block, ...who.answered } });
    else if (course !== undefined)
      onEdit({ kind: 'substitute', ...about, made: { schoolCourse: course, ...who.answered } });
    setFields(empty);
  };
  if (parts.length === 0) return null;
  return (
    <FoldedForm name="Record an exception" about={` for ${title}`}>
      {() => (
        <form class="form" noValidate onSubmit={submit}>
          <ErrorSummary since={mistakes} problems={summaryOf({ id, mistakes })} />
          <Radios
            id={id('kind')}
            legend="What does the school allow?"
            error={errorBeside(mistakes, 'kind')}
            value={fields.kind}
            choices={[
              {
                value: 'substitution',
                label: 'Substitution',
                hint: 'It stands for a course that a requirement names',
              },
              { value: 'apply-here', label: 'Apply here', hint: 'It is used in a requirement that it does not fit' },
            ]}
            onChange={set('kind')}
          />
          {parts.length > 1 && (
            <SelectField id={id('part')} label="Which part of it" value={fields.part} onChange={set('part')}>
              {parts.map(({ accepted }) => (
                <option key={accepted.part} value={String(accepted.part)}>
                  {accepted.schoolCourse ?? accepted.title}
                </option>
              ))}
            </SelectField>
          )}
          {fields.kind === 'substitution' && (
            <TextField
              id={id('code')}
              label="Course that it stands for"
              hint="The code at your school, like PSY-1010"
              width="short"
              error={errorBeside(mistakes, 'code')}
              value={fields.code}
              onInput={set('code')}
            />
          )}
          {fields.kind === 'apply-here' && (
            <SelectField
              id={id('block')}
              label="Requirement that it is used in"
              error={errorBeside(mistakes, 'block')}
              value={fields.block}
              onChange={set('block')}
            >
              <option value="">Choose one</option>
              {places.map((block) => (
                <option key={block.id} value={block.id}>
                  {block.name}
                </option>
              ))}
            </SelectField>
          )}
          <WhoAndWhen
            id={id}
            value={fields}
            mistakes={mistakes}
            onChange={(who) => setFields((before) => ({ ...before, ...who }))}
          />
          <div class="actions">
            <button class="button" type="submit">
              Save the exception<span class="visually-hidden"> for {title}</span>
            </button>
          </div>
        </form>
      )}
    </FoldedForm>
  );
}
