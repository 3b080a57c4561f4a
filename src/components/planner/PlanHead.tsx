import type { PlannedCredit } from '../../engine/types.ts';
import type { CatalogDegree, CatalogSchool } from '../../planner/catalog/catalog.ts';
import type { SaveState } from '../../planner/keeping/save-state.ts';
import { saveStateWords } from '../../planner/keeping/wording-saving.ts';
import type { OnEdit } from '../../planner/plan/edits.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import { dateWords } from '../../planner/wording.ts';
import type { SavedPlan } from './keep/use-saved-plan.ts';
import { NotHere } from './NotHere.tsx';
import { siteAddress } from './use-catalog.ts';
import { useLater } from './use-later.ts';

export type HeadProps = {
  readonly plan: Plan;
  readonly school: CatalogSchool;
  readonly degree: CatalogDegree;
  readonly saveState: SaveState;
  readonly today: string;
  readonly onEdit: OnEdit;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onChangeDegree: () => void;
  readonly versions: SavedPlan['versions'];
  /** The whole plan in place of this one, as one step. */
  readonly onPlan: (plan: Plan, words: string) => void;
};

type Props = HeadProps & { readonly titleOf: (credit: PlannedCredit) => string };

/** The plan's name and degree, where one goes from here, and whether it is saved. */
export function PlanHead(props: Props) {
  const { plan, saveState, today } = props;
  const later = useLater();
  const { degree } = props.degree;
  const trouble = saveState.kind === 'cannot-save' || (saveState.kind === 'saved' && saveState.but !== undefined);
  return (
    <div class="plan-head">
      <div>
        <h2 class="plan-name">{plan.name}</h2>
        <p class="plan-degree" id="plan-degree" tabIndex={-1}>
          <strong>{degree.title}</strong>, {props.school.school.shortName}, catalog year {degree.catalogYear}
        </p>
        <p class="print-only">
          Printed on {dateWords(today)} from {location.origin + location.pathname}. The school decides. Ask its
          registrar.
        </p>
        {degree.completeness === 'partial' && (
          <p class="quiet">Some of this degree’s lists were not found. Its requirements say which.</p>
        )}
      </div>
      <div class="actions no-print">
        <a class="button to-search" href="#course-search">
          Add a course
        </a>
        <button class="button button-quiet" type="button" aria-keyshortcuts="Control+Z" onClick={props.onUndo}>
          Undo
        </button>
        <button class="button button-quiet" type="button" aria-keyshortcuts="Control+Shift+Z" onClick={props.onRedo}>
          Redo
        </button>
        <button class="button button-quiet" type="button" onClick={props.onChangeDegree}>
          Change degree
        </button>
        <a class="button button-quiet" href={siteAddress('planner/finish/')}>
          Finish it: cheapest, fastest, safest
        </a>
        <a class="button button-quiet" href={siteAddress('trail/')}>
          Steps and dates
        </a>
        <a class="button button-quiet" href={siteAddress('planner/plans/')}>
          Your plans
        </a>
        <a class="button button-quiet" href={siteAddress('compare/plan/')}>
          Compare schools
        </a>
        <a class="button button-quiet" href={siteAddress('compare/degrees/')}>
          Compare degrees
        </a>
      </div>
      <details class="plan-settings no-print">
        <summary>Name and earlier versions</summary>
        {typeof later === 'string' ? (
          <NotHere state={later} />
        ) : (
          <later.PlanSettings
            plan={plan}
            versions={props.versions}
            titleOf={props.titleOf}
            onEdit={props.onEdit}
            onPlan={props.onPlan}
          />
        )}
      </details>
      <p class={`save-state no-print${trouble ? ' save-trouble' : ''}`} role={trouble ? 'alert' : undefined}>
        {saveStateWords(saveState)}
      </p>
    </div>
  );
}
