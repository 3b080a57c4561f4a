/** Two credits that become the same school course are one credit. The school gives it once; this says for which. */
import { isFinished } from './in-force.ts';
import { sureness } from './sureness.ts';
import type { AcceptedCredit, NotAccepted, PlannedCredit } from './types.ts';

/**
 * The credits without duplicates, and the ones set aside.
 *
 * What is finished stays before what is planned, then the surer, then the larger, then the one entered first.
 */
export function setDuplicatesAside(
  accepted: readonly AcceptedCredit[],
  planned: readonly PlannedCredit[],
): { kept: AcceptedCredit[]; aside: NotAccepted[] } {
  const byCredit = new Map(planned.map((credit) => [credit.id, credit]));
  const rank = (credit: AcceptedCredit): number[] => [
    isFinished(byCredit.get(credit.credit) ?? { status: 'considering' }) ? 0 : 1,
    -sureness(credit.certainty),
    -credit.hours.most,
  ];
  const better = (a: AcceptedCredit, b: AcceptedCredit): boolean => {
    const ranksOfB = rank(b);
    const difference = rank(a)
      .map((value, index) => value - ranksOfB[index]!)
      .find((value) => value !== 0);
    return (difference ?? a.id.localeCompare(b.id, 'en', { numeric: true })) < 0;
  };
  const holder = new Map<string, AcceptedCredit>();
  const keysOf = (credit: AcceptedCredit): string[] => {
    const course = byCredit.get(credit.credit)?.course;
    return [
      ...(credit.kind === 'direct-course' && credit.schoolCourse ? [credit.schoolCourse] : []),
      ...(course === undefined ? [] : [`${course}#${credit.part}`]),
    ];
  };
  const kept: AcceptedCredit[] = [];
  const aside: NotAccepted[] = [];
  for (const credit of [...accepted].sort((a, b) => (better(a, b) ? -1 : 1))) {
    const other = keysOf(credit)
      .map((key) => holder.get(key))
      .find((found) => found !== undefined);
    if (other) {
      const { credit: planned, part, title, sources } = credit;
      aside.push({ credit: planned, part, title, reason: 'duplicate-credit', other: other.credit, sources });
    } else {
      kept.push(credit);
      for (const key of keysOf(credit)) holder.set(key, credit);
    }
  }
  return { kept, aside };
}
