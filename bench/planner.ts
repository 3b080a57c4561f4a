/**
 * How long the planner takes to show a move: `npm run bench:planner`, after `npm run build`; with `-- --work`, how much work that is.
 *
 * Plans of 60 credits toward degrees of several schools, in Chromium slowed down four and six times. Each time is from the
 * press, as the browser timed it, to the frame in which the page shows what the press did. Beside it stands Interaction to
 * Next Paint of each visit: like all Web Vitals it is judged by the visit that three of four are no worse than.
 */
import { parseArgs } from 'node:util';
import { serve } from '../scripts/serve.ts';
import { launchBrowser } from '../test/site/browser.ts';
import { bigPlan } from './big-plan.ts';
import { answers, countWork, visitPlanner } from './planner-visit.ts';
import { inMs, quantile, table, timesOf } from './table.ts';

const { values } = parseArgs({
  options: {
    slowdown: { type: 'string', default: '4,6' },
    degrees: {
      type: 'string',
      default: [
        'tesu/ba-liberal-studies-2026-27',
        'charter-oak/bs-business-administration-2026-27',
        'wgu/bs-computer-science-2025',
        'snhu/bs-business-administration-mis-2026',
        'excelsior/bs-information-technology-2023-24',
      ].join(','),
    },
    moved: { type: 'string', default: '1' },
    /** Visits of each degree at the slowdown at which interactions have their bar. */
    visits: { type: 'string', default: '3' },
    work: { type: 'boolean', default: false },
  },
});

const folder = 'dist';
const credits = 60;
/** The slowdown at which moves have their bar, and the one at which interactions have theirs. */
const bars = { moves: 4, interactions: 6 };
const most = 100;
/** The share of visits that Web Vitals judge a page by: https://web.dev/articles/defining-core-web-vitals-thresholds. */
const judged = 0.75;

const { url, close } = await serve({ port: 0, folder });
const browser = await launchBrowser();
const degrees = values.degrees.split(',');
const moved = Number(values.moved);
const reached = values.work ? await work() : await time(values.slowdown.split(',').map(Number));
await browser.close();
await close();
process.exitCode = reached ? 0 : 1;

async function work(): Promise<boolean> {
  const all = new Map<string, number[]>();
  for (const degree of degrees) {
    console.error(degree);
    add(all, await countWork(browser, url, bigPlan(folder, degree, credits), moved));
  }
  const rows = [...all].map(([what, ms]) => [what, `${ms.length}`, ...timesOf(ms).map(inMs)]);
  console.log(`Plans of ${credits} credits: work of the main thread, nothing slowed down, in ms\n`);
  console.log(table(['', 'times', 'median', '95 %', 'worst'], rows));
  return true;
}

async function time(slowdowns: readonly number[]): Promise<boolean> {
  const times = new Map<number, Map<string, number[]>>(slowdowns.map((slowdown) => [slowdown, new Map()]));
  const visits: { readonly degree: string; readonly slowdown: number; readonly ms: number; readonly at: string }[] = [];
  for (const degree of degrees) {
    const big = bigPlan(folder, degree, credits);
    for (const [slowdown, own] of times) {
      for (let left = slowdown === bars.interactions ? Number(values.visits) : 1; left > 0; left--) {
        console.error(`${degree}, ${slowdown} × slower`);
        const visit = await visitPlanner(browser, url, big, { slowdown, moved });
        visits.push({ degree, slowdown, ...visit.interaction });
        add(own, visit.times);
      }
    }
  }
  for (const [slowdown, own] of times) {
    const rows = [...own].map(([what, ms]) => [what, `${ms.length}`, ...timesOf(ms).map(inMs)]);
    console.log(`Plans of ${credits} credits, Chromium ${slowdown} × slower: press to painted change, in ms\n`);
    console.log(`${table(['', 'times', 'median', '95 %', 'worst'], rows)}\n`);
  }
  const ofVisit = visits.map(({ degree, slowdown, ms, at }) => [degree, `${slowdown} ×`, `${ms}`, at]);
  console.log(`${table(['Interaction to Next Paint', 'slower', 'ms', 'at'], ofVisit)}\n`);

  const atBar = times.get(bars.moves);
  const ofAnswers = atBar?.get(answers) ?? [];
  const ofMoves = [...(atBar ?? [])].flatMap(([what, ms]) => (what === answers ? [] : ms));
  const ofInteractions = visits.filter(({ slowdown }) => slowdown === bars.interactions).map(({ ms }) => ms);
  const inVisits = `Interaction to Next Paint within ${most} ms in ${100 * judged} % of visits, ${bars.interactions} × slower`;
  const results = [
    { says: `no move takes longer than ${most} ms to show, ${bars.moves} × slower`, all: ofMoves, share: 1 },
    { says: `no answer to a move takes longer than ${most} ms, ${bars.moves} × slower`, all: ofAnswers, share: 1 },
    { says: inVisits, all: ofInteractions, share: judged },
  ]
    .filter(({ all }) => all.length > 0)
    .map(({ says, all, share }) => ({ says, reached: quantile(all, share) <= most, worst: Math.max(...all) }));
  for (const { says, reached, worst } of results) {
    console.log(`${reached ? 'Reached' : 'NOT REACHED'}: ${says}; the worst: ${inMs(worst)}.`);
  }
  return results.every(({ reached }) => reached);
}

function add(all: Map<string, number[]>, more: ReadonlyMap<string, readonly number[]>): void {
  for (const [what, ms] of more) all.set(what, [...(all.get(what) ?? []), ...ms]);
}
