/** Whether an exam can be taken by the reader, and how their machine does. This component holds the state. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { deviceOf } from '../../planner/exam/device-check.ts';
import { examReady, subjectName, type ExamFacts, type ExamTaker } from '../../planner/exam/exam-ready.ts';
import { cityOf } from '../../planner/exam/zone-cities.ts';
import { CatalogMissing } from '../planner/CatalogMissing.tsx';
import { zoneHere } from '../planner/device.ts';
import { useFetched, valueOf } from '../planner/use-catalog.ts';
import '../site/trusted-types.ts';
import { DeviceCheck } from './DeviceCheck.tsx';
import { ExamReadyForm } from './ExamReadyForm.tsx';
import { ExamReadyWays } from './ExamReadyWays.tsx';
import '../site/trusted-types.ts';

/** What the reader asks about: an exam and themselves. */
export type ReadyAsked = { readonly exam: string; readonly taker: ExamTaker };

export function ExamReady() {
  const file = useFetched<ExamFacts>('catalog/exams.json');
  const facts = valueOf(file);
  const [fields, setFields] = useState<ReadyAsked>(() => ({ exam: '', taker: takerHere() }));
  const [asked, setAsked] = useState<ReadyAsked>();
  const [sent, setSent] = useState(0);
  const title = useRef<HTMLHeadingElement>(null);
  const ways = useMemo(() => (facts && asked ? examReady(asked.exam, asked.taker, facts) : []), [facts, asked]);
  const name = facts && asked && subjectName(asked.exam, facts);

  useLayoutEffect(() => {
    const open = () => {
      const exam = new URLSearchParams(location.hash.slice(1)).get('exam');
      if (!exam) return;
      setFields((before) => ({ ...before, exam: exam.slice(0, 200) }));
    };
    open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, []);
  useEffect(() => {
    if (sent > 0) title.current?.focus();
  }, [sent]);

  const ask = () => {
    setAsked(fields);
    setSent(sent + 1);
    history.replaceState(null, '', `#${new URLSearchParams({ exam: fields.exam }).toString()}`);
  };
  return (
    <div class="exam-tool">
      {file.state === 'failed' && <CatalogMissing onRetry={file.retry} />}
      {file.state === 'waiting' && <p class="quiet needs-script">Loading the rules…</p>}
      {facts && <ExamReadyForm facts={facts} fields={fields} onChange={setFields} onAsk={ask} />}
      {facts && asked && name !== undefined && (
        <section class="stack-small" aria-labelledby="exam-ready-answer">
          <h2 id="exam-ready-answer" tabIndex={-1} ref={title}>
            {name}
          </h2>
          <ExamReadyWays ways={ways} taker={asked.taker} />
        </section>
      )}
      {file.state !== 'waiting' && <DeviceCheck limits={ways.find(({ at }) => at === 'home')?.limits ?? {}} />}
    </div>
  );
}

/** What the device says of itself and of where its clock is set. The reader can change all of it. */
function takerHere(): ExamTaker {
  const { country } = cityOf(zoneHere());
  const device = deviceOf({ userAgent: navigator.userAgent, touchPoints: navigator.maxTouchPoints });
  return { country, device, paper: '', paperFrom: country };
}
