/** Two credits that become the same school course are one credit. The school gives it once; this says for which. */
import { byId } from './assign.ts';
import { gradeOrder } from './eligibility.ts';
import { isFinished } from './in-force.ts';
import { sureness } from './sureness.ts';
import type { AcceptedCredit, NotAccepted, PlannedCredit } from './types.ts';

/**
 * The credits without duplicates, and the ones set aside.
 *
 * What is finished stays before what is planned, then what is the course itself before what stands for it, then the school's
 * own, the surer, the larger, the better grade, the newer, the one entered first. Credit without a grade is never below one.
 * Of a course that another stands for there is no second: what would stand for it, too, stands for itself alone.
 */
export function setDuplicatesAside(
  accepted: readonly AcceptedCredit[],
  planned: readonly PlannedCredit[],
): { kept: AcceptedCredit[]; aside: NotAccepted[] } {
  const byCredit = new Map(planned.map((credit) => [credit.id, credit]));
  const ranksOf = ({
    credit,
    standsFor,
    source,
    certainty,
    hours,
    grade = 'A+',
    age = 0,
  }: AcceptedCredit): number[] => [
    isFinished(byCredit.get(credit)!) ? 0 : 1,
    standsFor ? 1 : 0,
    source === 'school' ? 0 : 1,
    -sureness(certainty),
    -hours.most,
    gradeOrder.indexOf(grade),
    age === 'not-known' ? 100 : age,
  ];
  const order = (a: AcceptedCredit, b: AcceptedCredit): number => {
    const others = ranksOf(b);
    const differing = ranksOf(a).map((rank, at) => rank - others[at]!);
    return differing.find(Boolean) ?? byId(a, b);
  };
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
      const { standsFor, ...alone } = credit;
      const had = standsFor && holder.has(standsFor.schoolCourse);
      kept.push(had ? { ...alone, remarks: [...alone.remarks, 'substitution-not-needed'] } : credit);
      for (const key of keysOf(credit)) holder.set(key, credit);
      if (standsFor && !had) holder.set(standsFor.schoolCourse, credit);
    }
  }
  return { kept, aside };
}
