/** Every page that facts and guides were read on, and every date in the facts that runs out. */
import { globSync, readFileSync } from 'node:fs';
import { readDataFiles } from './load-data.ts';

/** A page, with the files that cite it. */
export type Cited = { readonly url: string; readonly files: readonly string[] };

/** A date in a file that asks for someone: a source read long ago, or a recommendation that ends. */
export type Due = { readonly file: string; readonly field: string; readonly on: string };

/** Visits every value inside, with the field that leads to it: "recommendations[0].effectiveTo". */
function visit(value: unknown, see: (field: string, value: unknown) => void, field = ''): void {
  see(field, value);
  if (Array.isArray(value)) value.forEach((one, index) => visit(one, see, `${field}[${index}]`));
  else if (value && typeof value === 'object') {
    for (const [name, one] of Object.entries(value)) visit(one, see, field ? `${field}.${name}` : name);
  }
}

const facts = () => readDataFiles().map(({ file, text }) => ({ file, facts: JSON.parse(text) as unknown }));

/** The pages cited in `data/` and by the guides. */
export function citedPages(): Cited[] {
  const cited = new Map<string, Set<string>>();
  const citations = globSync('src/content/citations/**/*.json').map((file) => ({
    file,
    facts: JSON.parse(readFileSync(file, 'utf8')) as unknown,
  }));
  for (const { file, facts: all } of [...facts(), ...citations]) {
    visit(all, (field, value) => {
      if (!/(?:^|\.)url$/.test(field) || typeof value !== 'string') return;
      cited.set(value, (cited.get(value) ?? new Set()).add(file));
    });
  }
  return [...cited].map(([url, files]) => ({ url, files: [...files] })).sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** What should be read again: sources last read before that day, oldest first, and recommendations that end by the other. */
export function dueFacts(readBefore: string, endsBy: string): { readonly old: Due[]; readonly ending: Due[] } {
  const old: Due[] = [];
  const ending: Due[] = [];
  for (const { file, facts: all } of facts()) {
    const latest = new Map<string, string>();
    visit(all, (field, value) => {
      if (typeof value !== 'string') return;
      if (field.endsWith('.checkedOn')) {
        // A fact is as fresh as the source read last.
        const list = field.replace(/\[\d+\]\.checkedOn$/, '');
        if ((latest.get(list) ?? '') < value) latest.set(list, value);
      }
      if (field.endsWith('.effectiveTo') && value <= endsBy && value >= readBefore)
        ending.push({ file, field, on: value });
    });
    for (const [field, on] of latest) if (on < readBefore) old.push({ file, field, on });
  }
  const byDay = (a: Due, b: Due) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
  return { old: old.sort(byDay), ending: ending.sort(byDay) };
}
