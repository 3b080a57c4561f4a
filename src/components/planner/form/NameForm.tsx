import { useState } from 'preact/hooks';
import { nameProblem } from '../../../planner/plan/wording-plans.ts';
import { ErrorSummary, TextField } from './Fields.tsx';
import { useFields } from './use-fields.ts';

type NameProps = { readonly name: string; readonly onName: (name: string) => void; readonly id?: string };

/** Gives a plan another name. */
export function NameForm({ name, onName, id = 'plan-name' }: NameProps) {
  const [typed, setTyped] = useFields(name);
  const [problem, setProblem] = useState<string>();
  const [times, setTimes] = useState(0);
  const submit = (event: Event) => {
    event.preventDefault();
    const found = nameProblem(typed);
    setProblem(found);
    setTimes((count) => count + 1);
    if (found === undefined) onName(typed);
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problem === undefined ? [] : [{ id, words: problem }]} since={times} />
      <div class="with-button">
        <TextField id={id} label="Name of the plan" value={typed} error={problem} onInput={setTyped} />
        <button class="button button-quiet" type="submit">
          Rename
        </button>
      </div>
    </form>
  );
}
