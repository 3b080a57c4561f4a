import { useState } from 'preact/hooks';
import type { PlannedCredit } from '../../engine/types.ts';
import type { CatalogIndex } from '../../planner/catalog/catalog.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import { compareCredits, plansAlike } from '../../planner/plan/plans-compared.ts';
import { costWords, degreeName } from '../../planner/plan/wording-plans.ts';
import { hoursNumber } from '../../planner/wording.ts';
import { SelectField } from '../planner/form/Fields.tsx';
import { sumsIn, type Sums } from './use-sums.ts';

type Props = {
  readonly plans: readonly Plan[];
  readonly index: CatalogIndex | undefined;
  readonly sums: ReadonlyMap<string, Sums>;
};

/** Two plans side by side: what each adds up to, and which courses only one of them has. */
export function ComparePlans({ plans, index, sums }: Props) {
  const [chosen, setChosen] = useState(['', '']);
  const [shown, setShown] = useState<readonly string[]>([]);
  const [first, second] = shown.map((id) => plans.find((plan) => plan.id === id));
  const idOf = (place: number) => chosen[place] || (plans[place]?.id ?? '');
  // Plans of one name are told apart by their degrees.
  const nameOf = (plan: Plan) =>
    plans.some(({ id, name }) => id !== plan.id && name === plan.name)
      ? `${plan.name}, ${degreeName(plan, index)}`
      : plan.name;
  const choose = (place: number, id: string) => setChosen(place === 0 ? [id, idOf(1)] : [idOf(0), id]);
  const submit = (event: Event) => {
    event.preventDefault();
    setShown([idOf(0), idOf(1)]);
  };
  return (
    <section class="stack-small" aria-labelledby="compare-title">
      <h2 id="compare-title">Compare two plans</h2>
      <form class="form" onSubmit={submit}>
        {['First plan', 'Second plan'].map((label, place) => (
          <SelectField
            key={label}
            id={`compare-${place}`}
            label={label}
            value={idOf(place)}
            onChange={(id) => choose(place, id)}
          >
            {plans.map((plan) => (
              <option key={plan.id} value={plan.id}>
                {nameOf(plan)}
              </option>
            ))}
          </SelectField>
        ))}
        <div class="actions">
          <button class="button button-quiet" type="submit">
            Compare
          </button>
        </div>
      </form>
      <div role="status">
        {first && second && first === second && <p>Choose two different plans.</p>}
        {first && second && first !== second && (
          <p>
            <bdi>{nameOf(first)}</bdi> and <bdi>{nameOf(second)}</bdi> side by side.
            {plansAlike(first, second) &&
              ' Nothing differs: the degree, the courses and all their details are the same.'}
          </p>
        )}
      </div>
      {first && second && first !== second && (
        <SideBySide plans={[first, second]} index={index} sums={sums} nameOf={nameOf} />
      )}
    </section>
  );
}

type Row = readonly [topic: string, of: (plan: Plan) => string];

type SideProps = Props & {
  readonly plans: readonly [Plan, Plan];
  readonly nameOf: (plan: Plan) => string;
};

function SideBySide({ plans, index, sums, nameOf }: SideProps) {
  const [first, second] = plans;
  const { onlyInFirst, onlyInSecond, different } = compareCredits(first, second);
  const of = (plan: Plan) => {
    const found = sumsIn(sums, plan);
    return typeof found === 'object' ? found : undefined;
  };
  const titles = (plan: Plan, credits: readonly PlannedCredit[]) =>
    credits.length === 0 ? (
      'None'
    ) : (
      <ul>
        {credits.map(({ id, course }) => (
          <li key={id}>{of(plan)?.titles.get(id) ?? course ?? id}</li>
        ))}
      </ul>
    );
  const met = (plan: Plan, part: 'least' | 'likely' | 'most') => {
    const hours = of(plan)?.hours;
    return hours ? `${hoursNumber(hours.met[part])} of ${hoursNumber(hours.of)}` : 'Not known';
  };
  const cost = (plan: Plan) => {
    const found = of(plan);
    return found ? costWords(found.cost) : 'Not known';
  };
  const rows: Row[] = [
    ['Degree', (plan) => degreeName(plan, index)],
    ['Hours sure', (plan) => met(plan, 'least')],
    ['Hours sure or likely', (plan) => met(plan, 'likely')],
    ['Hours at best', (plan) => met(plan, 'most')],
    ['Courses', (plan) => String(plan.credits.length)],
    ...(plans.some(({ waivers = [] }) => waivers.length > 0)
      ? [['Requirements waived', ({ waivers = [] }: Plan) => String(waivers.length)] as Row]
      : []),
    ['Prices of what is not finished', cost],
  ];
  return (
    <table class="table compare">
      <caption>{plansAlike(first, second) ? 'Both plans' : 'What differs'}</caption>
      <thead>
        <tr>
          <th scope="col">Topic</th>
          {plans.map(({ id, name }) => (
            <th scope="col" key={id}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([topic, words]) => (
          <tr key={topic}>
            <th scope="row">{topic}</th>
            {plans.map((plan) => (
              <td key={plan.id} data-side={nameOf(plan)}>
                {words(plan)}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">Courses in this plan only</th>
          <td data-side={nameOf(first)}>{titles(first, onlyInFirst)}</td>
          <td data-side={nameOf(second)}>{titles(second, onlyInSecond)}</td>
        </tr>
        {different.length > 0 && (
          <tr>
            <th scope="row">In both, with other details</th>
            <td colSpan={2}>{titles(first, different)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
