/** Tables made of the catalog: every record that says something has its row, so a record that is added appears by itself. */

/** A column: its head, and what a record says there, line by line. No line: not known. */
export type Column<Data> = { readonly head: string; readonly says: (data: Data) => readonly string[] };

export type RecordTable = {
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly cells: readonly (readonly string[])[];
  }[];
  /** Records that say nothing in any column. */
  readonly silent: readonly { readonly id: string; readonly name: string }[];
};

/**
 * The table of these records, in their order. Throws where a column is empty: then the facts it was made for have gone, and
 * the text around it must be read again. `complete`: throws where a single cell is empty.
 */
export function recordTable<Data extends { readonly name: string }>(
  entries: readonly { readonly id: string; readonly data: Data }[],
  columns: readonly Column<Data>[],
  complete = false,
): RecordTable {
  const all = entries.map(({ id, data }) => ({ id, name: data.name, cells: columns.map(({ says }) => says(data)) }));
  columns.forEach(({ head }, index) => {
    const without = all.filter(({ cells }) => cells[index]?.length === 0).map(({ id }) => id);
    if (without.length === all.length)
      throw new Error(`A table has a column "${head}", but no record says anything there.`);
    if (complete && without.length > 0)
      throw new Error(`A table has a column "${head}", but nothing there for ${without.join(', ')}.`);
  });
  const speaks = ({ cells }: { readonly cells: RecordTable['rows'][number]['cells'] }) =>
    cells.some((lines) => lines.length > 0);
  return {
    heads: columns.map(({ head }) => head),
    rows: all.filter(speaks),
    silent: all.filter((row) => !speaks(row)).map(({ id, name }) => ({ id, name })),
  };
}
