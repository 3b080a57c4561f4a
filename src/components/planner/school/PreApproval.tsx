/** The pre-approval request: the letter, and afterwards the school's answers. This component holds the state. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DegreeAudit } from '../../../engine/types.ts';
import type { CatalogCourses, CatalogDegree, CatalogSchool } from '../../../planner/catalog/catalog.ts';
import { hopedFor } from '../../../planner/plan/decided.ts';
import { coursesNamedIn } from '../../../planner/plan/named-blocks.ts';
import { editPlan, type Edit } from '../../../planner/plan/edits.ts';
import { landingsOf } from '../../../planner/audit/landing.ts';
import { letterRows, type Asker, type Letter, type LetterRow, type PageLink } from '../../../planner/paper/letter.ts';
import { tryAudit } from '../../../planner/audit/plan-audit.ts';
import type { Plan } from '../../../planner/plan/plan.ts';
import { saveStateWords } from '../../../planner/keeping/wording-saving.ts';
import { Announcer, type Said } from '../Announcer.tsx';
import { AskerForm, LetterView, SendLetter } from './LetterView.tsx';
import { RecordAnswers } from './RecordAnswers.tsx';
import { CatalogMissing } from '../CatalogMissing.tsx';
import { todayHere } from '../device.ts';
import { siteAddress, useCatalog } from '../use-catalog.ts';
import { useSavedPlan } from '../keep/use-saved-plan.ts';

/** The page's island: waits for the plan and the catalog. */
export function PreApproval() {
  const [said, setSaid] = useState<Said>({ words: '', number: 0 });
  const say = (words: string) => setSaid(({ number }) => ({ words, number: number + 1 }));
  const saved = useSavedPlan(() => say('This is the newer plan from another tab.'));
  const { plan, opened, saveState } = saved;
  const { index, courses, courseById, school, degree, retry } = useCatalog(plan);
  const today = useMemo(todayHere, []);
  const ready = plan && courses && school && degree && school.id === plan.school && degree.id === plan.degree;
  const catalog = ready ? { school, degree, courses: courseById } : undefined;
  const audit = useMemo(
    () => (catalog && plan ? tryAudit(plan, catalog, today).audit : undefined),
    [ready, plan?.credits, plan?.waivers, school, degree, courseById],
  );
  const known = plan && index?.schools.some(({ degrees }) => degrees.some(({ id }) => id === plan.degree));
  const isOpening = !opened || !index || (known && !audit);
  const edit = (made: Edit, words: string) => {
    if (!plan) return;
    saved.change(editPlan(plan, made));
    say(words);
  };
  const trouble = saveState.kind === 'cannot-save' || saveState.kind === 'changed-elsewhere';
  return (
    <div class="request">
      <Announcer said={said} />
      {retry && <CatalogMissing planIsSafe onRetry={retry} />}
      {!retry && isOpening && <p class="quiet needs-script">Opening your plan…</p>}
      {opened && index && !known && (
        <p class="note">
          {trouble && `${saveStateWords(saveState)} `}
          There is no plan on this device yet. <a href={siteAddress('planner/')}>Begin one in the planner</a>, then come
          back.
        </p>
      )}
      {!isOpening && plan && plan.credits.length === 0 && (
        <p class="note">
          Your plan has no courses yet. <a href={siteAddress('planner/')}>Add the courses</a> you think of taking.
        </p>
      )}
      {plan && plan.credits.length > 0 && audit && courses && catalog && (
        <>
          <Request
            plan={plan}
            audit={audit}
            catalog={catalog}
            providers={courses.providers}
            today={today}
            onSay={say}
            onEdit={edit}
            onUndo={() => {
              saved.undo();
              say('Undone.');
            }}
          />
          <p class={`save-state no-print${trouble ? ' save-trouble' : ''}`} role={trouble ? 'alert' : undefined}>
            {saveStateWords(saveState)}
          </p>
        </>
      )}
    </div>
  );
}

type RequestProps = {
  readonly plan: Plan;
  readonly audit: DegreeAudit;
  readonly catalog: { readonly school: CatalogSchool; readonly degree: CatalogDegree } & Pick<
    Parameters<typeof tryAudit>[1],
    'courses'
  >;
  readonly providers: CatalogCourses['providers'];
  readonly today: string;
  readonly onSay: (words: string) => void;
  readonly onEdit: (edit: Edit, words: string) => void;
  readonly onUndo: () => void;
};

function Request({ plan, audit, catalog, providers, today, onSay, onEdit, onUndo }: RequestProps) {
  const { degree } = catalog.degree;
  const { school } = catalog.school;
  const [asker, setAsker] = useState<Asker>({ name: '', id: '', program: '' });
  const [recorded, setRecorded] = useState('');
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const pages = useCoursePages();
  const pagesOf = (course: string): readonly PageLink[] => {
    const own = pages[course];
    const here = new URL(siteAddress(`courses/${course}/`), location.origin).href;
    return [
      ...(own === undefined ? [] : [{ title: 'Course page', url: own }]),
      { title: 'Facts and sources', url: here },
    ];
  };
  const rows = useMemo(
    () => letterRows(plan, catalog, audit, providers, today, pagesOf),
    [plan, audit, providers, pages],
  );
  const landings = useMemo(() => landingsOf(audit, plan.credits, catalog.school.equivalencies), [audit]);
  // A course that counts as another of the plan does is asked about only where the student wants it.
  const isAsked = ({ credit, sameAs }: LetterRow) => changed.has(credit) === (sameAs !== undefined);
  const chosen = rows.filter(isAsked);
  const letter: Letter = {
    asker,
    school: school.name,
    degree: degree.title,
    catalogYear: degree.catalogYear,
    today,
    rows: chosen,
  };
  const turn = (credit: string) =>
    setChanged(
      (before) => new Set(before.has(credit) ? [...before].filter((one) => one !== credit) : [...before, credit]),
    );
  return (
    <>
      <AskerForm value={asker} degree={degree.title} onChange={setAsker} />
      {recorded !== '' && (
        <div class="note no-print">
          <p>
            {recorded} <a href={siteAddress('planner/')}>See it in the planner</a>.
          </p>
          <div class="actions">
            <button
              class="button button-quiet"
              type="button"
              onClick={() => {
                setRecorded('');
                onUndo();
                document.getElementById('rows-title')?.focus();
              }}
            >
              Undo
            </button>
          </div>
        </div>
      )}
      <ChooseRows
        rows={rows}
        isAsked={isAsked}
        decided={plan.credits.filter(({ decision }) => decision).length}
        onTurn={turn}
      />
      {chosen.length > 0 && (
        <>
          <LetterView letter={letter} />
          <SendLetter letter={letter} onSay={onSay} />
          <RecordAnswers
            rows={chosen}
            hoped={new Map(chosen.map(({ credit }) => [credit, hopedFor(landings.get(credit))]))}
            known={{ school, named: coursesNamedIn(degree) }}
            today={today}
            onRecord={(answers, words) => {
              onEdit({ kind: 'record-answers', answers }, words);
              setRecorded(words);
              document.getElementById('rows-title')?.focus();
            }}
          />
        </>
      )}
    </>
  );
}

type ChooseProps = {
  readonly rows: readonly LetterRow[];
  readonly isAsked: (row: LetterRow) => boolean;
  /** Courses that the school has answered for. */
  readonly decided: number;
  readonly onTurn: (credit: string) => void;
};

function ChooseRows({ rows, isAsked, decided, onTurn }: ChooseProps) {
  return (
    <fieldset class="no-print request-rows">
      <legend>
        <h2 id="rows-title" tabIndex={-1}>
          Which courses do you ask about?
        </h2>
      </legend>
      {rows.length === 0 && <p>The school has answered for every course of your plan.</p>}
      {rows.length > 0 && decided > 0 && (
        <p class="quiet">
          {decided === 1 ? 'One course has' : `${decided} courses have`} an answer already and{' '}
          {decided === 1 ? 'is' : 'are'} left out.
        </p>
      )}
      <div class="choices">
        {rows.map((row) => (
          <div class="choice" key={row.credit}>
            <input
              type="checkbox"
              id={`ask-${row.credit}`}
              checked={isAsked(row)}
              onChange={() => onTurn(row.credit)}
            />
            <label for={`ask-${row.credit}`}>
              {row.title}
              <span class="hint choice-hint">
                {row.about.join(', ')}
                {row.sameAs !== undefined && `. It becomes the same as ${row.sameAs}: only one counts.`}
              </span>
            </label>
          </div>
        ))}
      </div>
      {rows.length > 0 && !rows.some(isAsked) && <p>Choose at least one course.</p>}
    </fieldset>
  );
}

/** The providers' own pages of courses. Without them the letter leads to the pages here. */
function useCoursePages(): Readonly<Record<string, string>> {
  const [pages, setPages] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    fetch(siteAddress('catalog/course-pages.json'))
      .then(async (answer) => (answer.ok ? ((await answer.json()) as Record<string, string>) : {}))
      .then(setPages, () => undefined);
  }, []);
  return pages;
}
