/**
 * Looks after the pages that facts were read on: `npm run check:sources`.
 *
 *   --visit 300    visits up to so many pages; without it none is visited
 *   --known FILE   what earlier runs found, read and written again
 *
 * Prints a report in Markdown: dead pages with the files that cite them, facts read more than a year ago, recommendations
 * that end soon. It never fails: a page that is gone is work for a person, not a broken build.
 *
 * Polite: one page of a host at a time, with a pause; no page twice; it says who it is and reads no more than the start.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { recordVisit, stateOf, visitOrder, type PageRecord, type Visit } from './source-checks.ts';
import { citedPages, dueFacts } from './sources-of.ts';

const { values: flags } = parseArgs({ options: { visit: { type: 'string' }, known: { type: 'string' } } });
const agent = `CreditMapSourceCheck/1.0 (+${process.env.SITE_URL ?? 'https://creditmap.example'}/about/)`;
const betweenPages = 5_000;
const atOnce = 8;

/** What a page answers. Nothing of it is kept. */
async function visitPage(url: string): Promise<Visit> {
  try {
    const response = await fetch(url, {
      headers: { 'User-Agent': agent, Accept: 'text/html,application/pdf;q=0.9,*/*;q=0.5' },
      signal: AbortSignal.timeout(30_000),
    });
    await response.body?.cancel();
    return { status: response.status };
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return { failed: cause?.code ?? name };
  }
}

/** Visits the pages, hosts beside one another and the pages of one host after one another. */
async function visitAll(urls: readonly string[], known: Record<string, PageRecord>): Promise<void> {
  const hosts = [...Map.groupBy(urls, (url) => new URL(url).host).values()];
  const next = async (): Promise<void> => {
    for (let pages = hosts.pop(); pages; pages = hosts.pop()) {
      for (const [index, url] of pages.entries()) {
        if (index > 0) await pause(betweenPages);
        known[url] = recordVisit(known[url], await visitPage(url), new Date().toISOString());
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

const daysFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const list = (lines: readonly string[]): string =>
  lines.length > 0 ? lines.map((line) => `- ${line}\n`).join('') : 'None.\n';

const pages = citedPages();
const cited = new Set(pages.map(({ url }) => url));
const before =
  flags.known && existsSync(flags.known)
    ? (JSON.parse(readFileSync(flags.known, 'utf8')) as Record<string, PageRecord>)
    : {};
// Pages that nothing cites any more are forgotten.
const known = Object.fromEntries(Object.entries(before).filter(([url]) => cited.has(url)));

await visitAll(visitOrder([...cited], known).slice(0, Number(flags.visit ?? 0)), known);
if (flags.known) writeFileSync(flags.known, `${JSON.stringify(known, null, 2)}\n`);

const inState = (state: string) => pages.filter(({ url }) => known[url] && stateOf(known[url]) === state);
const { old, ending } = dueFacts(daysFrom(-365), daysFrom(60));
console.log(`# Facts and their sources, ${daysFrom(0)}

${pages.length} pages are cited: ${inState('there').length} there, ${inState('dead').length} dead, \
${inState('failing').length} failed once, ${pages.length - inState('there').length - inState('dead').length - inState('failing').length} not known.

## Dead pages

Failed twice, a day or more apart. Find the page again, or another source, or take the fact out.

${list(inState('dead').map(({ url, files }) => `${url} (${known[url]?.last ?? ''}): ${files.map((file) => `\`${file}\``).join(', ')}`))}
## Read more than a year ago

${list(old.map(({ file, field, on }) => `\`${file}\`, ${field}: ${on}`))}
## Recommendations that end within sixty days, or have ended in the last year

${list(ending.map(({ file, field, on }) => `\`${file}\`, ${field}: ${on}`))}`);
