import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CatalogCourse, CatalogCourses } from '../../../planner/catalog/catalog.ts';
import { courseNames, type CourseNames } from '../../../planner/import/find-courses.ts';
import {
  importFile,
  importText,
  largestFile,
  type Imported,
  type ImportRefusal,
  type ImportTools,
} from '../../../planner/import/import-courses.ts';
import { startReview, type ReviewRow } from '../../../planner/import/review.ts';
import { importRefusalWords } from '../../../planner/import/wording-import.ts';
import type { NewCredit } from '../../../planner/plan/plan-changes.ts';
import { ErrorSummary, Field } from '../form/Fields.tsx';
import { ImportReview } from './ImportReview.tsx';
import { readPdf } from './read-pdf.ts';

type Props = {
  readonly catalog: CatalogCourses;
  readonly courses: ReadonlyMap<string, CatalogCourse>;
  /** Credit ids by course id, for the courses that are in the plan. */
  readonly inPlan: ReadonlyMap<string, string>;
  /** How many more credits the plan can have. */
  readonly room: number;
  readonly onAddMany: (credits: readonly NewCredit[]) => void;
};

type Problem = { readonly id: 'import-text' | 'import-file'; readonly words: string };
type Review = { readonly rows: readonly ReviewRow[]; readonly pagesWithoutText: number };

/** Adding many courses at once: a pasted list or a file is read here, in the browser, and reviewed line by line. */
export function ImportCourses({ catalog, courses, inPlan, room, onAddMany }: Props) {
  const names = useMemo(() => courseNames(catalog), [catalog]);
  const [text, setText] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [reading, setReading] = useState(false);
  const [review, setReview] = useState<Review>();
  const latest = useRef(0);
  useEffect(() => () => void (latest.current += 1), []);

  const submit = async (event: Event) => {
    event.preventDefault();
    const mine = (latest.current += 1);
    setReading(true);
    const read = await readAll(text, file.current?.files?.[0], names);
    // The student may have begun anew, or left, while a long file was read.
    if (mine !== latest.current) return;
    setReading(false);
    setProblems('problems' in read ? read.problems : []);
    if ('problems' in read) return;
    setReview({
      rows: startReview(read.lines, catalog.providers, inPlan),
      pagesWithoutText: read.pagesWithoutText,
    });
  };
  const startOver = () => {
    setReview(undefined);
    setTimeout(() => document.getElementById('import-text')?.focus());
  };
  if (review) {
    return (
      <ImportReview
        first={review.rows}
        pagesWithoutText={review.pagesWithoutText}
        courses={courses}
        providers={catalog.providers}
        inPlan={inPlan}
        room={room}
        onBack={startOver}
        onAdd={(credits) => {
          setReview(undefined);
          setText('');
          onAddMany(credits);
        }}
      />
    );
  }
  const errorOf = (id: Problem['id']) => problems.find((problem) => problem.id === id)?.words;
  return (
    <form class="form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} since={problems} />
      <p>It is read on this device; nothing is sent anywhere. You check every line before it is added.</p>
      <Field
        id="import-text"
        label="Your list, or the text of a transcript"
        hint="One course on each line, like “CLEP College Algebra” or “MATH 101 Statistics 3.0 B”"
        error={errorOf('import-text')}
      >
        <textarea
          id="import-text"
          rows={6}
          spellcheck={false}
          autocomplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          {...notes('import-text', errorOf('import-text'))}
        />
      </Field>
      <Field
        id="import-file"
        label="Or a file"
        hint="A transcript as PDF, a table as CSV, or a badge as PNG, SVG or JSON"
        error={errorOf('import-file')}
      >
        <input
          ref={file}
          id="import-file"
          type="file"
          accept=".pdf,.csv,.tsv,.txt,.json,.jwt,.png,.svg"
          {...notes('import-file', errorOf('import-file'))}
        />
      </Field>
      <div class="actions">
        <button class="button" type="submit">
          Read and check
        </button>
        <span class="quiet" role="status">
          {reading ? 'Reading…' : ''}
        </span>
      </div>
    </form>
  );
}

function notes(id: string, error: string | undefined) {
  return error === undefined
    ? { 'aria-describedby': `${id}-hint` }
    : { 'aria-describedby': `${id}-hint ${id}-error`, 'aria-invalid': true as const };
}

/** What was pasted, then what the file holds. One part that can't be read keeps back the other, so nothing is half done. */
async function readAll(
  text: string,
  file: File | undefined,
  names: CourseNames,
): Promise<Exclude<Imported, { refused: ImportRefusal }> | { readonly problems: readonly Problem[] }> {
  const tools = { readPdf, breathe: breather() };
  if (text.trim() === '' && !file)
    return { problems: [{ id: 'import-text', words: 'Paste your list, or choose a file' }] };
  const nothing: Imported = { lines: [], pagesWithoutText: 0 };
  const pasted = text.trim() === '' ? nothing : await importText(text, names, tools);
  const opened = file ? await openFile(file, names, tools) : nothing;
  const problems: Problem[] = [];
  if ('refused' in pasted) problems.push({ id: 'import-text', words: importRefusalWords[pasted.refused] });
  if (typeof opened === 'string') problems.push({ id: 'import-file', words: opened });
  else if ('refused' in opened) problems.push({ id: 'import-file', words: importRefusalWords[opened.refused] });
  if ('refused' in pasted || typeof opened === 'string' || 'refused' in opened) return { problems };
  return { lines: [...pasted.lines, ...opened.lines], pagesWithoutText: opened.pagesWithoutText };
}

async function openFile(file: File, names: CourseNames, tools: ImportTools): Promise<Imported | string> {
  if (file.size > largestFile) return { refused: 'too-large' };
  const bytes = await file.arrayBuffer().catch(() => undefined);
  return bytes ? importFile(new Uint8Array(bytes), names, tools) : 'The browser can’t read this file. Choose it again.';
}

/** Gives way to the page when its turn has taken long enough to be felt. */
function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < 12) return;
    await new Promise((go) => setTimeout(go));
    since = performance.now();
  };
}
