import type { ComponentProps } from 'preact';
import { useEffect } from 'preact/hooks';
import type { KnownCourses } from '../../planner/plan/decision-entry.ts';
import type { Landing } from '../../planner/audit/landing.ts';
import type { PlanCatalog } from '../../planner/audit/plan-audit.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import { DecisionForm } from '../planner/school/DecisionForm.tsx';
import { Answer } from './Answer.tsx';
import { CreditTrail } from './CreditTrail.tsx';

type Props = Omit<ComponentProps<typeof CreditTrail>, 'children'> & {
  readonly plan: Plan;
  readonly catalog: PlanCatalog | undefined;
  readonly landings: ReadonlyMap<string, Landing>;
  readonly known: KnownCourses | undefined;
  readonly onPrint: (credit: string) => void;
  /** Called once it is drawn. */
  readonly onDrawn: () => void;
};

/** One credit's trail as its own page shows it: with the form of the school's answer, and its cover. */
export function OpenTrail({ plan, catalog, landings, known, onPrint, onDrawn, ...shown }: Props) {
  const { trail, credit, today, onEdit } = shown;
  useEffect(onDrawn, []);
  return (
    <CreditTrail {...shown}>
      {catalog && known && (
        <Answer plan={plan} credit={credit} catalog={catalog} today={today}>
          <DecisionForm
            credit={credit}
            title={trail.title}
            known={known}
            landing={landings.get(credit.id)}
            today={today}
            onEdit={onEdit}
          />
        </Answer>
      )}
      <div class="actions no-print">
        <button class="button button-quiet" type="button" onClick={() => onPrint(trail.credit)}>
          Print its cover<span class="visually-hidden">: {trail.title}</span>
        </button>
      </div>
    </CreditTrail>
  );
}
