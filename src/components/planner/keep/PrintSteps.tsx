import { useState } from 'preact/hooks';
import type { CatalogRoutes } from '../../../planner/trail/trail-types.ts';
import { Checkbox } from '../form/Checkbox.tsx';
import { NotHere } from '../NotHere.tsx';
import { fetchOnce } from '../use-catalog.ts';

const load = () =>
  Promise.all([import('../../trail/TrailsOfPlan.tsx'), fetchOnce<CatalogRoutes>('catalog/routes.json')]);

/** What prints the steps, once it is here. */
export type StepsPrinter = Awaited<ReturnType<typeof load>>;

type Props = { readonly onPrinter: (printer: StepsPrinter | undefined) => void };

/** The choice to print steps, notes and names with the plan. They are left out unless the student wants them. */
export function PrintSteps({ onPrinter }: Props) {
  const [state, setState] = useState<'off' | 'waiting' | 'failed' | 'on'>('off');
  const [styles, setStyles] = useState<string>();
  const choose = (wanted: boolean) => {
    onPrinter(undefined);
    setState(wanted ? 'waiting' : 'off');
    if (!wanted) return;
    load().then(
      (printer) => {
        onPrinter(printer);
        setStyles(printer[0].coverStyles);
        setState('on');
      },
      () => setState('failed'),
    );
  };
  return (
    <>
      {styles !== undefined && <link rel="stylesheet" href={styles} />}
      <Checkbox
        id="print-steps"
        label="Print the steps to posted credit too, with your notes and names"
        value={state !== 'off'}
        onChange={choose}
      />
      {(state === 'waiting' || state === 'failed') && <NotHere state={state} />}
    </>
  );
}
