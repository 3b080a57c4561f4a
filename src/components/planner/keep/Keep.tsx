import { useRef, useState } from 'preact/hooks';
import type { DegreeAudit } from '../../../engine/types.ts';
import { planToCsv } from '../../../planner/keeping/plan-csv.ts';
import { planFileName, planToText } from '../../../planner/keeping/plan-file.ts';
import type { Plan } from '../../../planner/plan/plan.ts';
import type { Copy } from '../../../planner/keeping/stored-plan.ts';
import { CopyNote } from './CopyNote.tsx';
import { OpenFile, type OpenedPlan } from './OpenFile.tsx';
import { PlanRecord } from './PlanRecord.tsx';
import { Printed } from './Printed.tsx';
import { memo } from '../memo.ts';
import { PrintSteps, type StepsPrinter } from './PrintSteps.tsx';
import { saveText } from './save-text.ts';
import { ShareLink } from './ShareLink.tsx';
import type { Catalog } from '../use-catalog.ts';
import { namesOf } from './use-shared-link.ts';

type Props = {
  readonly plan: Plan;
  readonly today: string;
  readonly catalog: Catalog;
  /** Absent where the plan could not be worked out. */
  readonly audit: DegreeAudit | undefined;
  readonly copies: readonly Copy[];
  readonly onOpen: (file: OpenedPlan) => void;
  readonly onForget: () => Promise<boolean>;
  readonly onDropCopy: (key: string) => void;
};

/** Keeping the plan: as a file, a link, on paper, or not at all. */
export const Keep = memo(function Keep({ plan, today, catalog, audit, copies, onOpen, onForget, onDropCopy }: Props) {
  const [printer, setPrinter] = useState<StepsPrinter>();
  const { courses, courseById, school, degree } = catalog;
  const recorded = audit &&
    courses &&
    school &&
    degree && { plan, audit, catalog: { school, degree, courses: courseById }, providers: courses.providers };
  const [trails, routes] = printer ?? [];
  const saveCsv = () =>
    recorded &&
    saveText(planFileName(plan, today).replace(/json$/, 'csv'), planToCsv(recorded), 'text/csv;charset=utf-8');
  return (
    <>
      <section class="keep no-print" aria-labelledby="keep-title">
        <h2 id="keep-title" tabIndex={-1}>
          Keep your plan
        </h2>
        <p>
          Your plan stays on this device. Nothing of it is sent anywhere. A file is a safe copy, and moves it to another
          device.
        </p>
        <div class="actions">
          <button class="button" type="button" onClick={() => saveText(planFileName(plan, today), planToText(plan))}>
            Save to a file
          </button>
          <button class="button button-quiet" type="button" onClick={() => print()}>
            Print
          </button>
          {recorded && (
            <button class="button button-quiet" type="button" onClick={saveCsv}>
              Save as CSV
            </button>
          )}
        </div>
        {recorded && <PrintSteps onPrinter={setPrinter} />}
        <ShareLink plan={plan} names={() => namesOf(catalog)} />
        <OpenFile onOpen={onOpen} />
        {copies.map((copy) => (
          <CopyNote key={copy.key} copy={copy} today={today} onDrop={onDropCopy}>
            There is an older copy of a plan on this device that was kept aside, so that nothing is lost.
          </CopyNote>
        ))}
        <Forget onForget={onForget} />
      </section>
      {recorded && (
        <Printed>
          <PlanRecord {...recorded} today={today} />
          {trails && routes && (
            <trails.TrailsOfPlan plan={plan} catalog={recorded.catalog} routes={routes} today={today} />
          )}
        </Printed>
      )}
    </>
  );
});

function Forget({ onForget }: Pick<Props, 'onForget'>) {
  const [step, setStep] = useState<'closed' | 'asking' | 'failed'>('closed');
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setStep('closed');
    opener.current?.focus();
  };
  const forget = async () => {
    if (!(await onForget())) setStep('failed');
  };
  return (
    <div class="forget">
      <button
        ref={opener}
        class="button button-quiet"
        type="button"
        aria-expanded={step !== 'closed'}
        onClick={() => (step === 'closed' ? setStep('asking') : close())}
      >
        Forget everything
      </button>
      {step !== 'closed' && (
        <div class="note">
          <p>
            {step === 'failed'
              ? 'The browser did not remove it. Clear this site’s data in the browser’s settings.'
              : 'This removes all your plans, with their versions and copies, from this device. It can’t be undone.'}
          </p>
          <div class="actions">
            <button class="button" type="button" onClick={() => void forget()}>
              Forget my plans
            </button>
            <button class="button button-quiet" type="button" onClick={close}>
              Keep my plan
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
