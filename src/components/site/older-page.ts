import type { Source } from '../../schemas/shared.ts';

/** True if the page's own date lies more than twelve months before `today`. */
export function isOlderPage(source: Pick<Source, 'pageDate'>, today: string): boolean {
  const [, before, year, second, day] =
    /^(before |about )?(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(source.pageDate ?? '') ?? [];
  if (!year) return false;
  if (before === 'before ') return Number(year) <= Number(today.slice(0, 4));
  const schoolYear = second !== undefined && Number(second) > 12;
  const end = schoolYear ? `${Number(year) + 1}-12-31` : `${year}-${second ?? '12'}-${day ?? '31'}`;
  return end < `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
}
