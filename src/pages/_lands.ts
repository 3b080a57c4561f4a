/** What one course becomes at a school, by the rules of a degree there. */
import type { CourseEntry } from '../components/catalog/records.ts';
import { hoursInWords } from '../components/site/words.ts';
import { articulateCredit, type HoursRange } from '../engine/index.ts';
import { notAcceptedSentence } from '../planner/wording.ts';
import type { Catalog } from './_catalog.ts';

export type Lands = {
  readonly name: string;
  readonly href: string;
  readonly range: HoursRange;
  readonly words: string;
};

/** The hours of the course that are sure, likely and possible toward the degree, with the words that say so. */
export function landsAt({ id, data }: CourseEntry, degreeId: string, catalog: Catalog, today: string): Lands {
  const degree = catalog.degrees.find((one) => one.id === degreeId);
  const school = catalog.schools.find((one) => one.id === degree?.data.school);
  if (!degree || !school) throw new Error(`A guide draws ${degreeId}, which is not in the catalog.`);
  const { accepted, notAccepted } = articulateCredit(
    { id, course: id, status: 'planned', completedOn: today },
    {
      school: school.data,
      degree: degree.data,
      equivalencies: catalog.tables
        .filter(({ data: table }) => table.school === school.id)
        .flatMap(({ data: table }) => table.equivalencies),
      courses: new Map([[id, { ...data, id }]]),
      today,
    },
  );
  const sum = (kind: keyof HoursRange): number => accepted.reduce((all, { hours }) => all + hours[kind], 0);
  const range = { least: sum('least'), likely: sum('likely'), most: sum('most') };
  const [refused] = notAccepted;
  const [first] = accepted;
  const as = first?.schoolCourse ? `, as ${first.schoolCourse}` : '';
  return {
    name: `${school.data.name}: ${degree.data.title}`,
    href: `/schools/${degree.id}/`,
    range,
    words:
      refused && range.most === 0
        ? `None. ${notAcceptedSentence(refused.reason, refused.scores)}`
        : `${rangeWords(range)}${as}`,
  };
}

function rangeWords({ least, likely, most }: HoursRange): string {
  if (least === most) return `${hoursInWords(least)}, sure`;
  const parts = [
    least > 0 ? `${hoursInWords(least)} sure` : 'Nothing sure',
    likely > least ? `${hoursInWords(likely)} likely` : '',
    most > likely ? `${hoursInWords(most)} at best` : '',
  ];
  return parts.filter(Boolean).join(', ');
}
