/** The tables that guides draw from the catalog: which records, which columns, and what they rest on. */
import { hourPrices } from '../components/catalog/hour-prices.ts';
import { providerColumns } from '../components/catalog/provider-columns.ts';
import { recordTable, type Column, type RecordTable } from '../components/catalog/record-table.ts';
import { creditFrom, schoolColumns } from '../components/catalog/school-columns.ts';
import { today } from '../components/site/site.ts';
import { catalogOffers } from '../planner/finish/completion-offers.ts';
import { providerSchema } from '../schemas/provider.ts';
import { readCatalog } from './_catalog.ts';

export type ProviderTableProps = {
  /** Names in `provider-columns.ts` with commas between them. */
  readonly columns: string;
  /** Kinds of provider with commas between them. Absent: every kind. */
  readonly kinds?: string;
  /** Ids of providers with commas between them, where only these are meant: then every cell must be known. */
  readonly only?: string;
};

export type SchoolTableProps = {
  /** Names in `school-columns.ts` with commas between them. */
  readonly columns?: string;
  /** The id of a provider: a column says what schools do with its credit. */
  readonly creditFrom?: string;
};

const listed = (text = ''): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

export async function providerTable({ columns, kinds, only }: ProviderTableProps): Promise<RecordTable> {
  const { providers } = await readCatalog();
  const [ids, wanted] = [listed(only), listed(kinds)];
  const known: readonly string[] = providerSchema.shape.kind.options;
  for (const kind of wanted)
    if (!known.includes(kind)) throw new Error(`A guide asks for providers of the kind "${kind}".`);
  for (const id of ids)
    if (!providers.some((one) => one.id === id)) throw new Error(`A guide asks for the provider "${id}".`);
  const chosen = providers.filter(
    ({ id, data }) => (ids.length === 0 || ids.includes(id)) && (wanted.length === 0 || wanted.includes(data.kind)),
  );
  return recordTable(chosen, columnsOf(columns, providerColumns), ids.length > 0);
}

export async function schoolTable({ columns, creditFrom: id }: SchoolTableProps): Promise<RecordTable> {
  const { schools, providers } = await readCatalog();
  const provider = providers.find((one) => one.id === id);
  if (id !== undefined && !provider) throw new Error(`A guide asks for the provider "${id}".`);
  const credit = provider ? [creditFrom(provider.id, provider.data.name, provider.data.recommenders)] : [];
  return recordTable(schools, [...columnsOf(columns, schoolColumns(today)), ...credit]);
}

function columnsOf<Data>(
  names: string | undefined,
  known: Readonly<Record<string, Column<Data>>>,
): readonly Column<Data>[] {
  return listed(names).map((name) => {
    const column = known[name];
    if (!column) throw new Error(`A guide asks for the column "${name}". There are: ${Object.keys(known).join(', ')}.`);
    return column;
  });
}

/** What an hour costs at every provider whose prices are known. */
export async function hourPriceTable(): Promise<RecordTable> {
  const { providers, courses, coursesOf } = await readCatalog();
  const entries = <T>(all: readonly { readonly id: string; readonly data: T }[]) =>
    all.map(({ id, data }) => ({ id, record: data }));
  const offers = catalogOffers(entries(providers), entries(courses));
  const priced = providers.map(({ id, data: { name } }) => {
    return { id, data: { name, ways: hourPrices(coursesOf.get(id) ?? [], offers) } };
  });
  const table = recordTable(priced, [
    { head: 'An hour, with one course in a month', says: ({ ways }) => ways.map(({ one }) => one) },
    { head: 'With three courses in a month', says: ({ ways }) => ways.map(({ three }) => three) },
  ]);
  return { ...table, silent: [] };
}

/** The records that stand in the tables of a guide's text, each as its folder and id. */
export async function recordsInTables(body: string): Promise<readonly string[]> {
  const tags = body.matchAll(/<(ProviderTable|SchoolTable|HourPrices|Certificates|Takes)\s*([^>]*?)\/>/g);
  const shown = [...tags].map(async ([, tag, given = '']): Promise<readonly string[]> => {
    const props: Readonly<Record<string, string>> = Object.fromEntries(
      [...given.matchAll(/([a-zA-Z]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
    const named = ({ rows }: RecordTable, folder: string): string[] => rows.map(({ id }) => `${folder}/${id}`);
    if (tag === 'ProviderTable') return named(await providerTable({ columns: '', ...props }), 'providers');
    if (tag === 'SchoolTable') return named(await schoolTable(props), 'schools');
    if (tag === 'HourPrices') return named(await hourPriceTable(), 'providers');
    if (tag === 'Takes') return [`schools/${props['school'] ?? ''}`];
    const { coursesOf } = await readCatalog();
    return (coursesOf.get(props['provider'] ?? '') ?? []).map(({ id }) => `courses/${id}`);
  });
  return (await Promise.all(shown)).flat();
}
