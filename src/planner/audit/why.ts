/** Why a figure is what it is: which credits make the three numbers, and what the lists of the school say of a course. */
import type { Certainty, DegreeAudit, Reading } from '../../engine/index.ts';
import { rowWords } from './wording-decisions.ts';
import type { Equivalency } from '../../schemas/equivalency.ts';
import type { Source } from '../../schemas/shared.ts';

/** One credit in one of the three numbers, each once. */
export type Counted = {
  readonly accepted: string;
  readonly credit: string;
  readonly title: string;
  readonly certainty: Certainty;
  /** Hours of the degree that it meets. Of a credit that two blocks share, the larger use. */
  readonly semesterHours: number;
  readonly blocks: readonly string[];
};

/** The credits that make the number of one reading, the most hours first. */
export function countedIn({ readings, outcomes }: DegreeAudit, reading: Reading): readonly Counted[] {
  const counted = outcomes.flatMap(({ accepted: { id, credit, title, schoolCourse, certainty } }): Counted[] => {
    const here = readings[reading].applications.filter(({ accepted }) => accepted === id);
    const hours = here.map(({ semesterHours, excessCounted }) => semesterHours + (excessCounted?.semesterHours ?? 0));
    const semesterHours = Math.round(Math.max(0, ...hours) * 100) / 100;
    const blocks = here.flatMap((use) => [
      ...(use.semesterHours > 0 ? [use.block] : []),
      ...(use.excessCounted ? [use.excessCounted.block] : []),
    ]);
    return semesterHours > 0
      ? [{ accepted: id, credit, title: schoolCourse ?? title, certainty, semesterHours, blocks }]
      : [];
  });
  return counted.sort((a, b) => b.semesterHours - a.semesterHours);
}

/** One thing that a list of the school, or someone else, says of a course. */
export type Said = { readonly says: string; readonly sources: readonly Source[] };

/**
 * What differs among the rows about a course, and what a row itself says must be known, such as another report. Empty where
 * there is one row and nothing against it.
 */
export function disputesAbout(course: string | undefined, equivalencies: readonly Equivalency[]): readonly Said[] {
  const rows = equivalencies.filter((row) => row.course === course);
  const differ = new Set(rows.map(({ becomes }) => JSON.stringify(becomes))).size > 1;
  return rows.flatMap((row): Said[] => {
    const says = [...(differ ? [rowWords(row)] : []), row.confirm, row.note].filter((one) => one !== undefined);
    return says.length > 0 ? [{ says: says.join(' '), sources: row.sources }] : [];
  });
}
