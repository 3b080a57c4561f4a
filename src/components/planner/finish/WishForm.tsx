import { useState } from 'preact/hooks';
import {
  checkWishes,
  fieldsOf,
  type CommonWishes,
  type Device,
  type NumberField,
  type WishFields,
  type WishProblem,
} from '../../../planner/finish/wishes.ts';
import { deviceWords, numberLabels, wishProblemWords } from '../../../planner/finish/wording-completion.ts';
import { Checkbox } from '../form/Checkbox.tsx';
import { DateFields } from '../form/DateFields.tsx';
import { ErrorSummary, Radios, TextField } from '../form/Fields.tsx';
import { useFields } from '../form/use-fields.ts';

type Props = {
  readonly wishes: CommonWishes;
  readonly today: string;
  /** Who could be left out. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /** True where the plan has courses that are not begun. */
  readonly asksToReplace: boolean;
  readonly onWishes: (wishes: CommonWishes) => void;
};

const hints: Readonly<Partial<Record<NumberField, string>>> = {
  studyPerSemesterHour: '45 is what US rules say of a college course. Who knows the subject needs less',
  coursesAtATime: 'A provider may allow fewer',
  keepForSchool: 'Beyond what the school’s own rules ask',
  leastSureHours: 'Hours of the degree that the school has decided or published',
};

/** What the student wishes of the plan. It is used when the form is sent. */
export function WishForm({ wishes, today, providers, asksToReplace, onWishes }: Props) {
  const [fields, setFields] = useFields<WishFields>(fieldsOf(wishes));
  const [problems, setProblems] = useState<readonly WishProblem[]>([]);
  const set = <F extends keyof WishFields>(field: F, value: WishFields[F]) =>
    setFields((before) => ({ ...before, [field]: value }));
  const errorOf = (field: WishProblem['field']) => {
    const found = problems.find((problem) => problem.field === field);
    return found && wishProblemWords(found);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const checked = checkWishes(fields, today);
    setProblems('problems' in checked ? checked.problems : []);
    if ('wishes' in checked) onWishes(checked.wishes);
  };
  const number = (field: NumberField) => (
    <TextField
      key={field}
      id={`wish-${field}`}
      label={numberLabels[field]}
      hint={hints[field]}
      error={errorOf(field)}
      kind="decimal"
      width="short"
      value={fields[field]}
      onInput={(value) => set(field, value)}
    />
  );
  const leaveOut = (id: string, out: boolean) =>
    set(
      'withoutProviders',
      out ? [...fields.withoutProviders, id] : fields.withoutProviders.filter((one) => one !== id),
    );
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ErrorSummary
        since={problems}
        problems={problems.map((problem) => ({
          id: problem.field === 'finishBy' ? 'wish-day' : `wish-${problem.field}`,
          words: wishProblemWords(problem),
        }))}
      />
      {number('hoursAWeek')}
      {number('studyPerSemesterHour')}
      {number('coursesAtATime')}
      {number('weeksForTranscripts')}
      <DateFields
        id={(field) => `wish-${field}`}
        legend="Done by (optional)"
        value={fields.finishBy}
        error={errorOf('finishBy')}
        onInput={(part) => (value) => set('finishBy', { ...fields.finishBy, [part]: value })}
      />
      <fieldset>
        <legend>What should be left out?</legend>
        <div class="choices">
          <Checkbox
            id="wish-exams"
            label="Exams, like CLEP and DSST"
            value={fields.noExams}
            onChange={(on) => set('noExams', on)}
          />
          <Checkbox
            id="wish-proctored"
            label="Everything that is proctored, or may be"
            value={fields.noProctored}
            onChange={(on) => set('noProctored', on)}
          />
          <Checkbox
            id="wish-abroad"
            label="What can’t be used outside the United States, or isn’t known to be"
            value={fields.abroad}
            onChange={(on) => set('abroad', on)}
          />
        </div>
      </fieldset>
      <Checkbox
        id="wish-vouchers"
        label="Vouchers pay the fees of my CLEP exams, as Modern States gives them for its free courses"
        value={fields.clepVouchers}
        onChange={(on) => set('clepVouchers', on)}
      />
      <details open={fields.withoutProviders.length > 0}>
        <summary>Leave out providers</summary>
        <fieldset>
          <legend class="visually-hidden">Providers to leave out</legend>
          <div class="choices wish-providers">
            {providers.map(({ id, name }) => (
              <Checkbox
                key={id}
                id={`wish-without-${id}`}
                label={name}
                value={fields.withoutProviders.includes(id)}
                onChange={(out) => leaveOut(id, out)}
              />
            ))}
          </div>
        </fieldset>
      </details>
      <Radios
        id="wish-device"
        legend="What do you study on?"
        value={fields.device}
        onChange={(value) => set('device', value as Device)}
        choices={[
          { value: '', label: 'Anything it takes' },
          ...Object.entries(deviceWords).map(([value, label]) => ({ value, label })),
        ]}
      />
      {number('keepForSchool')}
      {number('leastSureHours')}
      {asksToReplace && (
        <Checkbox
          id="wish-replace"
          label="Other courses may take the place of those that I have not begun"
          value={fields.replacePlanned}
          onChange={(on) => set('replacePlanned', on)}
        />
      )}
      <div class="actions">
        <button class="button" type="submit">
          Work it out with these
        </button>
      </div>
    </form>
  );
}
