/**
 * What if the school answers otherwise? A trial is an answer that nobody gave yet: the plan as it would be is audited and
 * shown, and nothing of it is saved.
 */
import type { Decision, NotAccepted, NotAcceptedReason, PlannedCredit } from '../../engine/index.ts';
import { hopedFor } from '../plan/decided.ts';
import { landingsOf, type Landing } from './landing.ts';
import { auditPlan, type PlanCatalog } from './plan-audit.ts';
import { recordDecision } from '../plan/plan-changes.ts';
import type { Plan } from '../plan/plan.ts';

type Becomes = Decision['becomes'];

/** What can be tried with one credit. */
export type Question = {
  readonly credit: string;
  /** Less than is hoped for; something, where nobody knows what it gives; or an exception from what is known. */
  readonly kind: 'less' | 'something' | 'exception';
  /** What it would become, part by part. Hours that nobody knows are 0. */
  readonly hoped: Becomes;
  /** The most hours that are hoped for, part by part. */
  readonly most: readonly number[];
  /** Why an exception is one, and the words of the rule where there are any. */
  readonly against?: Pick<NotAccepted, 'reason' | 'scores' | 'says'>;
};

/** What is tried with one credit. */
export type Trial = {
  readonly kind: 'hours' | 'elective' | 'refused';
  readonly question: Question;
  readonly becomes: Becomes;
};

/** Nobody has refused a credit for one of these reasons. */
const notKnown: readonly NotAcceptedReason[] = ['no-recommendation', 'hours-not-known', 'not-in-catalog'];

/** What can be tried: nothing that the school has answered already, and nothing with a course that was failed. */
export function questionAbout(
  { id: credit, decision, grade }: PlannedCredit,
  landing: Landing | undefined,
  alone: () => Becomes,
): Question | undefined {
  if (decision || !landing) return undefined;
  const { parts } = landing;
  if (parts.length > 0) {
    const hoped = hopedFor({ parts, notAccepted: [] }) ?? [];
    return { credit, kind: 'less', hoped, most: parts.map(({ accepted: { hours } }) => hours.most) };
  }
  const [refused] = landing.notAccepted;
  if (!refused || grade === 'F') return undefined;
  const { reason } = refused;
  // As the same course it would only take the other one's place.
  const hoped = reason === 'duplicate-credit' ? asElectives(alone()) : alone();
  const most = hoped.map(({ semesterHours }) => semesterHours);
  if (notKnown.includes(reason)) return { credit, kind: 'something', hoped, most };
  return { credit, kind: 'exception', hoped, most, against: refused };
}

/**
 * What a credit would become that gives nothing: what it becomes without what is held against it, such as its score or
 * another course; else what is recommended or was typed; else an elective whose hours are not known.
 */
export function hopedAlone(credit: PlannedCredit, catalog: PlanCatalog, today: string): Becomes {
  const { id, course, typed } = credit;
  const bare: PlannedCredit = { id, status: 'planned', ...(course && { course }), ...(typed && { typed }) };
  const audit = auditPlan({ credits: [bare] }, catalog, today);
  const hoped = hopedFor(landingsOf(audit, [bare], catalog.school.equivalencies).get(id));
  if (hoped) return hoped;
  if (typed) return [typed].map(({ source: _, ...part }) => part);
  const { title = 'Free elective', recommendations = [] } = catalog.courses.get(course ?? '') ?? {};
  const [newest = { parts: [] }] = recommendations;
  const recommended = newest.parts.map(({ semesterHours = 0, level = 'lower-division' }) => ({
    semesterHours,
    level,
    title,
  }));
  return recommended.length > 0 ? recommended : [{ semesterHours: 0, level: 'lower-division', title }];
}

/** Whether anything says where the credit would count, beside the electives. */
export function hasPlace({ hoped }: Question): boolean {
  return hoped.some(({ schoolCourse, subject, areas }) => schoolCourse ?? subject ?? areas);
}

/** The credit with these hours, part by part; a part with none is refused. */
export function tryHours(question: Question, hours: readonly number[]): Trial {
  const becomes = question.hoped.flatMap((part, index) => {
    const semesterHours = hours[index] ?? 0;
    return semesterHours > 0 ? [{ ...part, semesterHours }] : [];
  });
  return { kind: becomes.length > 0 ? 'hours' : 'refused', question, becomes };
}

/** The credit as free electives: the hours and the level stay, what it was to become does not. */
export function tryElective(question: Question, hours = question.hoped.map((part) => part.semesterHours)): Trial {
  const { becomes, ...trial } = tryHours(question, hours);
  return { ...trial, kind: 'elective', becomes: asElectives(becomes) };
}

function asElectives(becomes: Becomes): Becomes {
  return becomes.map(({ semesterHours, level }) => ({ semesterHours, level, title: 'Free elective' }));
}

/** The credit refused. */
export function tryRefusal(question: Question): Trial {
  return { kind: 'refused', question, becomes: [] };
}

/** The plan as it would be. It is not for saving: nobody has answered. */
export function planAsIf(plan: Plan, { question, becomes }: Trial, today: string): Plan {
  return recordDecision(plan, question.credit, { becomes, decidedOn: today, by: '' });
}
