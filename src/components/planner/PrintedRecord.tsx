import { useEffect, useState } from 'preact/hooks';
import { PlanRecord } from './PlanRecord.tsx';
import { renderNow } from './render-now.ts';

/** The plan as a record, there only while the page is printed, in place of the rest. */
export function PrintedRecord(props: Parameters<typeof PlanRecord>[0]) {
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
    </div>
  ) : null;
}
