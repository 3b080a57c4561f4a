import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { PlanRecord } from './PlanRecord.tsx';
import { renderNow } from './render-now.ts';

type Props = Parameters<typeof PlanRecord>[0] & { readonly children?: ComponentChildren };

/** The plan as a record, there only while the page is printed, in place of the rest. What else is printed follows it. */
export function PrintedRecord({ children, ...props }: Props) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => renderNow(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing ? (
    <div class="printed">
      <PlanRecord {...props} />
      {children}
    </div>
  ) : null;
}
