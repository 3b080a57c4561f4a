/** Every sentence about several plans: versions, differences, the list, what changed since. */
import type { HoursRange, PlannedCredit } from '../../engine/index.ts';
import type { CatalogIndex } from '../catalog/catalog.ts';
import type { FactsSince } from '../keeping/facts-since.ts';
import { compareCredits, sameWaivers, type KnownCost } from './plans-compared.ts';
import { longestName, type Plan } from './plan.ts';
import { coursesWords, dateWords, hoursNumber, listWords } from '../wording.ts';

type TitleOf = (credit: PlannedCredit) => string;

/** What a version has otherwise than the plan of today, as whole sentences. */
export function versionWords(version: Plan, today: Plan, titleOf: TitleOf): string {
  const { onlyInFirst, onlyInSecond, different } = compareCredits(version, today);
  const titles = (credits: readonly PlannedCredit[]) =>
    credits.length > 3 ? coursesWords(credits.length) : listWords(credits.map(titleOf));
  const sentences = [
    ...(version.name === today.name ? [] : [`Named “${version.name}”.`]),
    ...(version.degree === today.degree ? [] : ['For another degree.']),
    ...(onlyInFirst.length > 0 ? [`With ${titles(onlyInFirst)}.`] : []),
    ...(onlyInSecond.length > 0 ? [`Without ${titles(onlyInSecond)}.`] : []),
    ...(different.length > 0 ? [`Other details for ${titles(different)}.`] : []),
    ...(sameWaivers(version, today) ? [] : ['Other requirements waived.']),
  ];
  return sentences.length > 0 ? sentences.join(' ') : 'The same courses and choices as now.';
}

/** When a plan was saved: "25 November 2026, 14:05", in the reader's own time. */
export function savedWords(on: string | undefined): string {
  const date = on === undefined ? undefined : new Date(on);
  if (!date || Number.isNaN(date.getTime())) return 'Not known when';
  const pad = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${dateWords(day)}, ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** What the courses that are not finished cost. */
export function costWords({ usd, priced, withoutPrice }: KnownCost): string {
  if (priced === 0) return withoutPrice === 0 ? 'Nothing left to pay' : 'No price known';
  const rest = withoutPrice === 0 ? '' : `, and ${coursesWords(withoutPrice)} without a known price`;
  return `US$ ${usd.toLocaleString('en-US')}${rest}`;
}

/** A title for the notice of what changed in the facts. */
export function sinceTitle({ changes }: FactsSince): string {
  return changes.length > 0 ? 'Facts about your plan have changed' : 'There is news about your degree';
}

/** What the notice says first. */
export function sinceWords(plan: Plan): string {
  return plan.factsSeenOn === undefined
    ? 'This plan does not say which facts it was made with. These parts of it have changed at some time. The plan itself has not changed.'
    : `This plan was last checked against the facts of ${dateWords(plan.factsSeenOn)}. The plan itself has not changed.`;
}

/** Why a plan gets no new name, or `undefined` for one that can be used. */
export function nameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'Enter a name for the plan';
  return name.trim().length > longestName ? `Name must be ${longestName} letters or fewer` : undefined;
}

type Hours = { readonly hours: { readonly met: HoursRange; readonly of: number } | undefined };

/** How much of its degree a plan meets, once that is known. */
export function hoursOfWords(sums: Hours | 'failed' | undefined): string {
  if (sums === undefined) return 'Adding up the hours…';
  if (sums === 'failed')
    return 'The catalog did not arrive, so the hours are not known. Reload the page when you are online.';
  if (!sums.hours) return 'This degree could not be worked out.';
  const { met, of } = sums.hours;
  return `${hoursNumber(met.least)} of ${hoursNumber(of)} semester hours sure, ${hoursNumber(met.likely)} sure or likely, ${hoursNumber(met.most)} at best`;
}

/** The degree and the school as the catalog names them. */
export function degreeName({ school, degree }: Plan, index: CatalogIndex | undefined): string {
  const at = index?.schools.find(({ id }) => id === school);
  const known = at?.degrees.find(({ id }) => id === degree);
  return at && known ? `${known.title}, ${at.shortName}, ${known.catalogYear}` : degree;
}
