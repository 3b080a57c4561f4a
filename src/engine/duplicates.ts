/** Two credits that become the same school course are one credit. The school gives it once; this says for which. */
import { byId } from './assign.ts';
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
  const isDone = ({ credit }: AcceptedCredit): number => Number(isFinished(byCredit.get(credit)!));
  const order = (a: AcceptedCredit, b: AcceptedCredit): number =>
    isDone(b) - isDone(a) || sureness(b.certainty) - sureness(a.certainty) || b.hours.most - a.hours.most || byId(a, b);
  const holder = new Map<string, AcceptedCredit>();
  const keysOf = (credit: AcceptedCredit): string[] => {
    const course = byCredit.get(credit.credit)!.course;
    return [
      ...(credit.kind === 'direct-course' && credit.schoolCourse ? [credit.schoolCourse] : []),
      ...(course === undefined ? [] : [`${course}#${credit.part}`]),
    ];
  };
  const kept: AcceptedCredit[] = [];
  const aside: NotAccepted[] = [];
  for (const credit of [...accepted].sort(order)) {
    const other = keysOf(credit)
      .map((key) => holder.get(key))
      .find(Boolean);
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
