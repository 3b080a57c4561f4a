/** What credit costs from a provider against the school's own tuition. This component holds the state. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CatalogCourses, CatalogIndex, CatalogSchool } from '../../planner/catalog/catalog.ts';
import type { CatalogOffers } from '../../planner/finish/completion-offers.ts';
import { firstWishes } from '../../planner/finish/completion.ts';
import {
  asksFor,
  byTheCourse,
  checkCost,
  costOf,
  waysToPay,
  type CostAsked,
  type CostFields,
  type CostNumber,
  type CostProblem,
  type WaysToPay,
} from '../../planner/finish/cost.ts';
import { dollarWords } from '../../planner/finish/wording-completion.ts';
import { costLabels, costProblemWords } from '../../planner/finish/wording-cost.ts';
import { ErrorSummary, SelectField, TextField } from '../planner/form/Fields.tsx';
import { todayHere } from '../planner/device.ts';
import { siteAddress, useFetched, valueOf } from '../planner/use-catalog.ts';
import { CostResult } from './CostResult.tsx';
import { CatalogMissing } from '../planner/CatalogMissing.tsx';

const atFirst: CostFields = {
  way: '',
  semesterHours: '',
  hoursAWeek: String(firstWishes.hoursAWeek),
  studyPerSemesterHour: String(firstWishes.studyPerSemesterHour),
  price: '',
  courses: '',
  school: '',
  currency: '',
  rate: '',
};

export function Cost() {
  const today = useMemo(todayHere, []);
  const [fields, setFields] = useState(atFirst);
  const [problems, setProblems] = useState<readonly CostProblem[]>([]);
  const [asked, setAsked] = useState<CostAsked>();
  const indexFile = useFetched<CatalogIndex>('catalog/index.json');
  const coursesFile = useFetched<CatalogCourses>('catalog/courses.json');
  const offersFile = useFetched<CatalogOffers>('catalog/offers.json');
  const schoolFile = useFetched<CatalogSchool>(asked && `catalog/schools/${asked.school}.json`);
  const [index, list, offers] = [valueOf(indexFile), valueOf(coursesFile), valueOf(offersFile)];
  const school = valueOf(schoolFile);
  const ways = useMemo((): WaysToPay => (offers ? waysToPay(offers) : new Map()), [offers]);
  const asks = asksFor(fields.way, ways);
  const failed = [indexFile, coursesFile, offersFile, schoolFile].filter((file) => file.state === 'failed');
  const providerName = (id: string) => list?.providers[id]?.name ?? id;
  const answer = useMemo(() => asked && school && costOf(asked, school.school, today), [asked, school]);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (answer) title.current?.focus();
  }, [answer]);

  const set = (field: keyof CostFields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const errorOf = (field: CostProblem['field']) => {
    const found = problems.find((problem) => problem.field === field);
    return found && costProblemWords(found);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const checked = checkCost(fields, ways);
    setProblems('problems' in checked ? checked.problems : []);
    setAsked('asked' in checked ? checked.asked : undefined);
  };
  const number = (field: CostNumber, hint?: string) => (
    <TextField
      id={`cost-${field}`}
      label={costLabels[field]}
      hint={hint}
      error={errorOf(field)}
      kind="decimal"
      width="short"
      value={fields[field]}
      onInput={set(field)}
    />
  );
  return (
    <div class="finish">
      {failed.length > 0 && <CatalogMissing onRetry={() => failed.forEach((file) => file.retry())} />}
      {!(index && list && offers) && failed.length === 0 && <p class="quiet needs-script">Loading the prices…</p>}
      {index && list && offers && (
        <form class="form" noValidate onSubmit={submit}>
          <ErrorSummary
            since={problems}
            problems={problems.map((problem) => ({ id: `cost-${problem.field}`, words: costProblemWords(problem) }))}
          />
          <SelectField
            id="cost-way"
            label={costLabels.way}
            error={errorOf('way')}
            value={fields.way}
            onChange={set('way')}
          >
            <option value="">Choose one</option>
            <option value={byTheCourse}>By the course or exam</option>
            {offers.memberships.map(({ id, provider, plans }) => (
              <option key={id} value={id}>
                {providerName(provider)}:{' '}
                {plans.map(({ what, priceUsd }) => `${what}, ${dollarWords(priceUsd)}`).join('; ')}
              </option>
            ))}
          </SelectField>
          {number('semesterHours')}
          {asks.prices && number('price', asks.study ? 'Its courses are paid for on top of the membership' : undefined)}
          {asks.prices && number('courses')}
          {asks.study && number('hoursAWeek')}
          {asks.study &&
            number(
              'studyPerSemesterHour',
              '45 is what US rules say of a college course. Who knows the subject needs less',
            )}
          <SelectField
            id="cost-school"
            label={costLabels.school}
            error={errorOf('school')}
            value={fields.school}
            onChange={set('school')}
          >
            <option value="">Choose a school</option>
            {index.schools.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <TextField
            id="cost-currency"
            label={costLabels.currency}
            error={errorOf('currency')}
            width="short"
            value={fields.currency}
            onInput={set('currency')}
          />
          {number('rate', 'Your bank’s rate, like 0.92 or 1530. It is not looked up for you')}
          <div class="actions">
            <button class="button" type="submit">
              Show what it costs
            </button>
          </div>
        </form>
      )}
      {asked && answer && school && (
        <section class="stack-small cost-result" aria-labelledby="cost-title">
          <h2 id="cost-title" tabIndex={-1} ref={title}>
            What it costs
          </h2>
          <CostResult asked={asked} answer={answer} school={school} providerName={providerName} />
          <p>
            <a href={siteAddress('planner/')}>Choose a degree in the planner</a>, and see which courses would count.
          </p>
        </section>
      )}
    </div>
  );
}
