import type { CatalogIndex } from '../../planner/catalog/catalog.ts';
import { degreeOrders, orderIn, type DegreesAsked, type ListedDegree } from '../../planner/compare/compared-degrees.ts';
import { awardWords, orderWords } from '../../planner/compare/wording-degrees.ts';
import { Checkbox } from '../planner/form/Checkbox.tsx';
import { SelectField, TextField } from '../planner/form/Fields.tsx';

type Props = {
  readonly asked: DegreesAsked;
  readonly index: CatalogIndex;
  readonly listed: ReadonlyMap<string, ListedDegree>;
  readonly onChoose: (part: Partial<DegreesAsked>) => void;
};

/** Which of the degrees are shown, and in which order. */
export function DegreeFilters({ asked, index, listed, onChoose }: Props) {
  return (
    <fieldset class="filter-grid no-print">
      <legend class="visually-hidden">Which degrees, and in which order</legend>
      <SelectField
        id="only-school"
        label="School (optional)"
        value={asked.school}
        onChange={(school) => onChoose({ school })}
      >
        <option value="">All schools</option>
        {index.schools
          .filter((school) => school.degrees.length > 0)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </SelectField>
      <SelectField
        id="only-award"
        label="Award (optional)"
        value={asked.award}
        onChange={(award) => onChoose({ award })}
      >
        <option value="">All awards</option>
        {Object.entries(awardWords)
          .filter(([award]) => [...listed.values()].some((degree) => degree.award === award))
          .map(([award, words]) => (
            <option key={award} value={award}>
              {words}
            </option>
          ))}
      </SelectField>
      <TextField
        id="only-words"
        label="Subject or title (optional)"
        value={asked.words}
        onInput={(words) => onChoose({ words })}
      />
      <SelectField
        id="ordered-by"
        label="In order of"
        value={asked.order}
        onChange={(order) => onChoose({ order: orderIn(order) })}
      >
        {degreeOrders.map((order) => (
          <option key={order} value={order}>
            {orderWords[order]}
          </option>
        ))}
      </SelectField>
      <Checkbox
        id="only-accepting"
        label="Only schools that accept all of these credits"
        value={asked.acceptsAll}
        onChange={(acceptsAll) => onChoose({ acceptsAll })}
      />
    </fieldset>
  );
}
