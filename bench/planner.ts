/**
 * How long the planner takes to show a move: `npm run bench:planner`, after `npm run build`.
 *
 * Plans of 60 credits toward degrees of several schools, in Chromium slowed down four and six times. Each time is from the
 * press, as the browser timed it, to the frame in which the page shows what the press did. Beside it stands Interaction to
 * Next Paint of each visit.
 */
import { parseArgs } from 'node:util';
import { serve } from '../scripts/serve.ts';
import { launchBrowser } from '../test/site/browser.ts';
import { bigPlan } from './big-plan.ts';
import { visitPlanner } from './planner-visit.ts';
import { inMs, table, timesOf } from './table.ts';

const { values } = parseArgs({
  options: {
    slowdown: { type: 'string', default: '4,6' },
    degrees: {
      type: 'string',
      default: [
        'tesu/ba-liberal-studies-2026-27',
        'tesu/ba-psychology-2026-27',
        'wgu/bs-computer-science-2025',
        'snhu/bs-business-administration-mis-2026',
        'excelsior/bs-information-technology-2023-24',
      ].join(','),
    },
    moved: { type: 'string', default: '1' },
  },
});

const folder = 'dist';
const credits = 60;
/** The slowdown at which moves have their bar, and the one at which interactions have theirs. */
const bars = { moves: 4, interactions: 6 };
const most = 100;

const { url, close } = await serve({ port: 0, folder });
const browser = await launchBrowser();
const times = new Map<string, number[]>();
const visits: { readonly degree: string; readonly slowdown: number; readonly ms: number; readonly at: string }[] = [];
const slowdowns = values.slowdown.split(',').map(Number);
for (const degree of values.degrees.split(',')) {
  const big = bigPlan(folder, degree, credits);
  for (const slowdown of slowdowns) {
    console.error(`${degree}, ${slowdown} × slower`);
    const visit = await visitPlanner(browser, url, big, { slowdown, moved: Number(values.moved) });
    visits.push({ degree, slowdown, ...visit.interaction });
    for (const [move, ms] of visit.times) {
      const key = `${slowdown} ${move}`;
      times.set(key, [...(times.get(key) ?? []), ...ms]);
    }
  }
}
await browser.close();
await close();

const worst = new Map<number, number>();
for (const slowdown of slowdowns) {
  const own = [...times].filter(([key]) => key.startsWith(`${slowdown} `));
  const rows = own.map(([key, ms]) => [key.slice(2), `${ms.length}`, ...timesOf(ms).map(inMs)]);
  console.log(`Plans of ${credits} credits, Chromium ${slowdown} × slower: press to painted change, in ms\n`);
  console.log(`${table(['', 'times', 'median', '95 %', 'worst'], rows)}\n`);
  worst.set(slowdown, Math.max(...own.flatMap(([, ms]) => ms)));
}
const ofVisit = visits.map(({ degree, slowdown, ms, at }) => [degree, `${slowdown} ×`, `${ms}`, at]);
console.log(table(['Interaction to Next Paint', 'slower', 'ms', 'at'], ofVisit));

const worstMove = worst.get(bars.moves) ?? 0;
const worstInteraction = Math.max(
  0,
  ...visits.filter(({ slowdown }) => slowdown === bars.interactions).map(({ ms }) => ms),
);
const reached = (ms: number) => (ms <= most ? 'Reached' : 'NOT REACHED');
console.log(`
${reached(worstMove)}: no move takes longer than ${most} ms, ${bars.moves} × slower; the worst took ${inMs(worstMove)}.
${reached(worstInteraction)}: Interaction to Next Paint within ${most} ms, ${bars.interactions} × slower; the worst is ${worstInteraction}.`);
process.exitCode = Math.max(worstMove, worstInteraction) <= most ? 0 : 1;
