/** What is wrong with the data, and how it is told. */

/** One thing to put right in a file of `data/`. */
export type Problem = {
  /** The file's path, from the project's root. */
  file: string;
  /** The field's path inside the file: `blocks[2].semesterHours`. Empty for the file itself. */
  field: string;
  /** What is there. */
  found: string;
  /** What was expected. */
  expected: string;
  /** What to do about it. */
  fix: string;
};

/** Writes down one problem of the file it was made for. */
export type Report = (field: string, found: string | number, expected: string, fix: string) => void;

/** The path of a field inside another; of a record's own fields, its name. */
export const join = (field: string, name: string) => (field ? `${field}.${name}` : name);

/** What may be referred to: "courses/clep/calculus". */
export type Known = ReadonlySet<string>;

/** Reports an id that no file of the folder has. */
export function checkKnown(field: string, id: string, folder: string, known: Known, report: Report) {
  if (known.has(`${folder}/${id}`)) return;
  report(field, id, `a file data/${folder}/${id}.json`, 'Correct the id, or add the file.');
}

/** Reports every id that was said before. */
export function checkUnique(
  ids: string[],
  fieldOf: (index: number) => string,
  report: Report,
  fix = 'Give one of them another name, or remove it. Ids that were published stay with what they named.',
) {
  ids.forEach((id, index) => {
    const first = ids.indexOf(id);
    if (first !== index) report(fieldOf(index), id, `something not yet said at ${fieldOf(first)}`, fix);
  });
}
