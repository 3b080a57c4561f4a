import type { JSX } from 'preact';
import type { CatalogDegree, CatalogIndex } from '../../planner/catalog/catalog.ts';
import type { CourseComparison } from '../../planner/compare/compared-course.ts';
import { hoursWords } from '../../planner/wording.ts';
import type { RequirementBlock } from '../../schemas/degree.ts';
import { SelectField } from '../planner/form/Fields.tsx';

type Props = {
  readonly index: CatalogIndex;
  readonly chosen: CourseComparison;
  /** The degree chosen, once it is here. */
  readonly degree: CatalogDegree | undefined;
  readonly onChange: (next: CourseComparison) => void;
  readonly onSay: (words: string) => void;
};

/** What the courses are for: a school, then one of its degrees, then one of its requirements. Each is optional. */
export function CourseAim({ index, chosen, degree, onChange, onSay }: Props) {
  const { courses, degree: aimedAt } = chosen;
  const school = index.schools.find(({ id }) => id === chosen.school);
  const choose = (next: CourseComparison, words: string) => {
    onChange(next);
    onSay(words);
  };
  return (
    <fieldset class="filter-grid no-print">
      <legend>Where should the credit count?</legend>
      <SelectField
        id="aim-school"
        label="School (optional)"
        value={chosen.school ?? ''}
        onChange={(id) =>
          choose(
            { courses, ...(id === '' ? {} : { school: id }) },
            id === '' ? 'Any school.' : 'You can now choose a degree.',
          )
        }
      >
        <option value="">Any school</option>
        {index.schools.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {school && school.degrees.length > 0 && (
        <SelectField
          id="aim-degree"
          label={`Degree at ${school.shortName} (optional)`}
          value={aimedAt ?? ''}
          onChange={(id) =>
            choose(
              { courses, school: school.id, ...(id === '' ? {} : { degree: id }) },
              id === '' ? 'Any degree.' : 'You can now choose a requirement.',
            )
          }
        >
          <option value="">Any degree</option>
          {school.degrees.map(({ id, title, catalogYear }) => (
            <option key={id} value={id}>
              {title}, {catalogYear}
            </option>
          ))}
        </SelectField>
      )}
      {aimedAt !== undefined && (
        <SelectField
          id="aim-block"
          label="Requirement (optional)"
          value={chosen.block ?? ''}
          onChange={(id) =>
            choose(
              { courses, degree: aimedAt, ...(id === '' ? {} : { block: id }) },
              id === '' ? 'Any requirement.' : 'The list below shows what fits it.',
            )
          }
        >
          <option value="">Any requirement</option>
          {degree?.id === aimedAt && degree.degree.blocks.flatMap((block) => choices(block, 0))}
        </SelectField>
      )}
    </fieldset>
  );
}

/** The requirement and those in it, as a list to choose from. */
function choices(block: RequirementBlock, depth: number): JSX.Element[] {
  return [
    <option key={block.id} value={block.id}>
      {'– '.repeat(depth)}
      {block.title}, {hoursWords(block.semesterHours)}
    </option>,
    ...(block.children ?? []).flatMap((child) => choices(child, depth + 1)),
  ];
}
