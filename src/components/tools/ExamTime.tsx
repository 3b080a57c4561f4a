/** An exam slot on the reader's clock. This component holds the state; nothing is fetched. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  checkExamTime,
  examTimeFromLink,
  examTimeLink,
  type ExamFields,
  type ExamTimeProblem,
} from '../../planner/exam/exam-time-form.ts';
import { examTime, type ExamAsked } from '../../planner/exam/exam-time.ts';
import { cityOf, type City } from '../../planner/exam/zone-cities.ts';
import { zoneHere } from '../planner/device.ts';
import { ExamTimeForm } from './ExamTimeForm.tsx';
import { ExamTimeResult } from './ExamTimeResult.tsx';
import type { OpenService } from './open-service.ts';

const empty: ExamFields = {
  name: '',
  day: '',
  month: '',
  year: '',
  at: '',
  zone: '',
  minutes: '120',
  here: '',
  proctor: '',
  hours: '',
  from: '',
  to: '',
};

export function ExamTime({ services }: { readonly services: readonly OpenService[] }) {
  const [listens, setListens] = useState(false);
  const [fields, setFields] = useState<ExamFields>(empty);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [problems, setProblems] = useState<readonly ExamTimeProblem[]>([]);
  const [answered, setAnswered] = useState<{ readonly asked: ExamAsked; readonly service: OpenService | undefined }>();
  const [sent, setSent] = useState(0);
  const title = useRef<HTMLHeadingElement>(null);
  const hours = useMemo(() => new Map(services.map((service) => [service.id, service.hours])), [services]);
  const time = useMemo(() => answered && examTime(answered.asked, Date.now()), [answered]);
  const nameOf = (zone: string) => names[zone] ?? cityOf(zone).name;

  const answer = (filled: ExamFields) => {
    const checked = checkExamTime(filled, hours);
    setProblems('problems' in checked ? checked.problems : []);
    const service = services.find(({ id }) => id === filled.hours);
    setAnswered('asked' in checked ? { asked: checked.asked, service } : undefined);
    return 'asked' in checked;
  };
  useLayoutEffect(() => {
    setListens(true);
    const open = () => {
      const linked = examTimeFromLink(location.hash);
      if (!linked) return;
      const filled = { ...empty, here: zoneHere(), ...linked };
      setFields(filled);
      // An address that names no slot fills the fields it can; that is no mistake of the reader's.
      if (linked.day !== undefined && linked.at !== undefined && linked.zone !== undefined) answer(filled);
    };
    set('here')(zoneHere());
    open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, []);
  useEffect(() => {
    if (sent > 0 && answered) title.current?.focus();
  }, [sent]);

  const set = (field: keyof ExamFields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const setCity = (field: keyof ExamFields) => (zone: string, city?: City) => {
    set(field)(zone);
    if (city) setNames((before) => ({ ...before, [zone]: city.name }));
  };
  const submit = () => {
    if (answer(fields)) history.replaceState(null, '', `#${examTimeLink(fields, zoneHere())}`);
    setSent(sent + 1);
  };
  return (
    <div class="exam-tool">
      {/* The page shows the form before its script listens: what were typed then would be lost. */}
      <fieldset disabled={!listens}>
        <ExamTimeForm
          fields={fields}
          problems={problems}
          services={services}
          onField={set}
          onCity={setCity}
          onSubmit={submit}
        />
      </fieldset>
      {answered && time && (
        <section class="stack-small exam-result" aria-labelledby="exam-time-answer">
          <h2 id="exam-time-answer" tabIndex={-1} ref={title}>
            {answered.asked.name || 'Your exam'}
          </h2>
          <ExamTimeResult asked={answered.asked} time={time} nameOf={nameOf} service={answered.service} />
        </section>
      )}
    </div>
  );
}
