/** What a plan can hold, for what is typed and for files alike. `entry-check.ts` has what only forms ask. */

/** The longest title a plan keeps. */
export const longestTitle = 200;
/** The most semester hours one typed course may have. */
export const mostHours = 30;

/** Whether the text is the ISO date of a day that exists. */
export function isRealDate(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}
