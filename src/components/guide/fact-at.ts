/** A fact of a record, by the way to it: `prices[what=Membership,per=month].priceUsd`. */
import type { Source } from '../../schemas/shared.ts';
import { dateInWords, hoursInWords, priceInWords } from '../site/words.ts';

/** What stands there, and where it was read: the sources nearest to it. */
export type Fact = { readonly value: string | number | boolean; readonly sources: readonly Source[] };

/**
 * The fact at the end of `way`, a list of fields with dots between them. Brackets choose the one entry of a list whose
 * fields say so. Throws where there is none, or more than one: then the catalog has changed and the text must be read again.
 */
export function factAt(record: unknown, way: string): Fact {
  let here = record;
  let sources: readonly Source[] = [];
  const fail = (found: string): never => {
    throw new Error(`There is no fact at "${way}": ${found}`);
  };
  for (const step of way.split(/\.(?![^[]*\])/)) {
    const [, field, chosen] = /^([A-Za-z]+)(?:\[([^\]]*)\])?$/.exec(step) ?? [];
    if (field === undefined) return fail(`"${step}" is not a field.`);
    if (!isObject(here) || !(field in here)) return fail(`"${field}" is not known.`);
    here = here[field];
    if (chosen !== undefined) {
      if (!Array.isArray(here)) return fail(`"${field}" is not a list.`);
      const conditions = chosen.split(/,(?=[A-Za-z]+=)/).map((condition) => condition.split('='));
      const entries: unknown[] = here.filter(
        (entry) => isObject(entry) && conditions.every(([key = '', is]) => String(entry[key]) === is),
      );
      if (entries.length !== 1) return fail(`${entries.length} entries of "${field}" have ${chosen}.`);
      here = entries[0];
    }
    if (isObject(here) && Array.isArray(here['sources'])) sources = here['sources'] as readonly Source[];
  }
  if (typeof here !== 'string' && typeof here !== 'number' && typeof here !== 'boolean')
    return fail('it leads to more than one value.');
  if (sources.length === 0 && isObject(record) && Array.isArray(record['sources']))
    sources = record['sources'] as readonly Source[];
  return { value: here, sources };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fact as text has it: money, hours and dates by the name of their field. `bare` leaves the unit to the text. */
export function factWords({ value }: Fact, way: string, bare = false): string {
  const field = /([A-Za-z]+)$/.exec(way)?.[1] ?? '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return /(On|From|To|Date)$/.test(field) ? dateInWords(value) : value;
  if (/Usd$/.test(field)) return priceInWords(value);
  if (!bare && /^(atMost|atLeast|semesterHours|hours)$/.test(field)) return hoursInWords(value);
  return value.toLocaleString('en-US');
}
