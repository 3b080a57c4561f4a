/** The page of all trails. This component holds the state; what it shows is made of parts that hold none of the plan. */
import { useMemo, useState } from 'preact/hooks';
import { editPlan, type Edit } from '../../planner/plan/edits.ts';
import { titleOfCredit } from '../../planner/audit/landing.ts';
import { planFileName, planToText, type FileNotice } from '../../planner/keeping/plan-file.ts';
import type { CatalogRoutes } from '../../planner/trail/trail-types.ts';
import { editWords, unchangedWords } from '../../planner/plan/wording-edits.ts';
import { saveStateWords } from '../../planner/keeping/wording-saving.ts';
import { Announcer, type Said } from '../planner/Announcer.tsx';
import { CatalogMissing } from '../planner/CatalogMissing.tsx';
import { todayHere } from '../planner/device.ts';
import { Notices } from '../planner/Notices.tsx';
import type { OpenedPlan } from '../planner/keep/OpenFile.tsx';
import { Questions } from '../planner/answer/Questions.tsx';
import { saveText } from '../planner/keep/save-text.ts';
import { useAnswer } from '../planner/answer/use-answer.ts';
import { siteAddress, useCatalog, useFetched, valueOf } from '../planner/use-catalog.ts';
import { useSavedPlan } from '../planner/keep/use-saved-plan.ts';
import { useUndoKeys } from '../planner/use-undo-keys.ts';
import { AllTrails } from './AllTrails.tsx';
import { NoPlanHere } from './NoPlanHere.tsx';
import { useSchoolReceiving, useTrails } from './use-trails.ts';

/** The page's island: waits for the plan and the catalog. */
export function TrailPage() {
  const [said, setSaid] = useState<Said>({ words: '', number: 0 });
  const say = (words: string) => setSaid(({ number }) => ({ words, number: number + 1 }));
  const [notices, setNotices] = useState<readonly FileNotice[]>([]);
  const saved = useSavedPlan(() => say('Changes from another tab are in your plan.'));
  const { plan, opened, saveState } = saved;
  const catalog = useCatalog(plan);
  const routesFile = useFetched<CatalogRoutes>(plan ? 'catalog/routes.json' : undefined);
  const routes = valueOf(routesFile);
  const { courses, courseById, degree } = catalog;
  const school = useSchoolReceiving(catalog.school, routes);
  const today = useMemo(todayHere, []);
  const ready = plan && courses && school && degree && school.id === plan.school && degree.id === plan.degree;
  const planCatalog = ready ? { school, degree, courses: courseById } : undefined;
  const answer = useAnswer(plan, planCatalog, today);
  const isKnown = catalog.index?.schools.some(({ degrees }) => degrees.some(({ id }) => id === plan?.degree));
  // A plan for a degree that the catalog does not have has its trails all the same, without what its school adds.
  const settled = courses && (ready || isKnown === false) ? plan : undefined;
  const trails = useTrails(settled, routes, courseById, school, today);
  const titleOf = (id: string) => {
    const credit = plan?.credits.find((one) => one.id === id);
    return credit ? titleOfCredit(credit, courseById) : id;
  };
  const edit = (made: Edit) => {
    if (!plan) return;
    const next = editPlan(plan, made);
    if (next === plan) return say(unchangedWords(made));
    saved.change(next);
    say(editWords(made, titleOf, (id) => courseById.get(id)?.title ?? id));
  };
  const stepBack = () => {
    if (!saved.canUndo) return say('Nothing to undo.');
    saved.undo();
    say('Undone.');
  };
  const stepForward = () => {
    if (!saved.canRedo) return say('Nothing to redo.');
    saved.redo();
    say('Done again.');
  };
  useUndoKeys(stepBack, stepForward);
  const openFile = (file: OpenedPlan) => {
    setNotices(file.notices);
    saved.replace(file.plan);
    say(`Plan opened, with ${file.plan.credits.length} courses.`);
  };
  const retry =
    catalog.retry || routesFile.state === 'failed'
      ? () => {
          catalog.retry?.();
          if (routesFile.state === 'failed') routesFile.retry();
        }
      : undefined;
  const trouble = saveState.kind === 'cannot-save' || (saveState.kind === 'saved' && saveState.but !== undefined);
  return (
    <div class="trail-page">
      <Announcer said={said} />
      <Questions
        plan={plan}
        saveState={saveState}
        offered={undefined}
        otherDegree={undefined}
        onKeepThis={saved.keepThis}
        onUseOther={() => void saved.useOther()}
        onReplace={() => undefined}
        onSwitch={() => undefined}
      />
      {retry && <CatalogMissing planIsSafe onRetry={retry} />}
      {!retry && (!opened || (plan && !trails)) && <p class="quiet needs-script">Opening your plan…</p>}
      {opened && !plan && <NoPlanHere saveState={saveState} onOpen={openFile} />}
      {plan && <Notices fromBefore={false} notices={notices} titleOf={titleOf} onHide={() => setNotices([])} />}
      {plan && trails && (
        <>
          <div class="actions no-print">
            <button class="button button-quiet" type="button" aria-keyshortcuts="Control+Z" onClick={stepBack}>
              Undo
            </button>
            <button class="button button-quiet" type="button" aria-keyshortcuts="Control+Shift+Z" onClick={stepForward}>
              Redo
            </button>
            <a class="button button-quiet" href={siteAddress('planner/')}>
              Your plan in the planner
            </a>
          </div>
          <p class={`save-state no-print${trouble ? ' save-trouble' : ''}`} role={trouble ? 'alert' : undefined}>
            {saveStateWords(saveState)}
          </p>
          {saveState.kind === 'cannot-save' && (
            <div class="actions no-print">
              <button
                class="button"
                type="button"
                onClick={() => saveText(planFileName(plan, today), planToText(plan))}
              >
                Save your plan to a file
              </button>
            </div>
          )}
          <AllTrails
            plan={plan}
            found={trails}
            catalog={planCatalog}
            audit={answer?.audit}
            today={today}
            onEdit={edit}
            onSay={say}
          />
        </>
      )}
    </div>
  );
}
