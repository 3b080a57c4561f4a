import { useRef, useState } from 'preact/hooks';
import { openPlanFile, type FileRefusal, type OpenedFile } from '../../../planner/keeping/plan-file.ts';
import type { Plan } from '../../../planner/plan/plan.ts';
import { refusalWords } from '../../../planner/plan/wording-problems.ts';
import { ErrorSummary, Field } from '../form/Fields.tsx';

type OpenProblem = FileRefusal | 'no-file' | 'not-readable';
/** A file that can be opened, with what to know about it. */
export type OpenedPlan = Extract<OpenedFile, { readonly plan: Plan }>;

/** Opening a plan from a file. What is wrong with the file stands beside the field. */
export function OpenFile({ onOpen }: { readonly onOpen: (file: OpenedPlan) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<OpenProblem>();
  const [times, setTimes] = useState(0);
  const words = problem && openWords(problem);
  const submit = async (event: Event) => {
    event.preventDefault();
    const read = await readFile(input.current?.files?.[0]);
    setProblem('problem' in read ? read.problem : undefined);
    setTimes((count) => count + 1);
    if ('file' in read) onOpen(read.file);
  };
  return (
    <form class="form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={words === undefined ? [] : [{ id: 'open-file', words }]} since={times} />
      <Field id="open-file" label="Open a plan from a file" error={words}>
        <input
          ref={input}
          id="open-file"
          type="file"
          accept=".json,application/json"
          {...(words === undefined ? {} : { 'aria-invalid': true as const, 'aria-describedby': 'open-file-error' })}
        />
      </Field>
      <div class="actions">
        <button class="button button-quiet" type="submit">
          Open this file
        </button>
      </div>
    </form>
  );
}

async function readFile(file: File | undefined): Promise<{ problem: OpenProblem } | { file: OpenedPlan }> {
  if (!file) return { problem: 'no-file' };
  if (file.size > 8_000_000) return { problem: 'too-large' };
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return { problem: 'not-readable' };
  const opened = openPlanFile(text);
  return 'reason' in opened ? { problem: opened.reason } : { file: opened };
}

function openWords(problem: OpenProblem): string {
  if (problem === 'no-file') return 'Choose a file';
  if (problem === 'not-readable') return 'The browser can’t read this file. Choose it again.';
  return refusalWords[problem];
}
