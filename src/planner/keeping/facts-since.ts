/** What changed in the facts since a student last planned with them, as far as it touches one plan. */
import type { Plan } from '../plan/plan.ts';

/** `/catalog/changes.json`: what changed in the facts, newest first. */
export type FactChanges = {
  /** The day of the newest change. */
  readonly on: string;
  readonly entries: readonly FactChange[];
  /** Degrees that nobody starts any more, or of which there is a newer catalog year, by id. */
  readonly older: Readonly<Record<string, OlderDegree>>;
};

export type FactChange = {
  readonly on: string;
  readonly says: string;
  /** Records by their path, "courses/clep/calculus", or everything below one: "degrees/tesu/*". */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
};

export type OlderDegree = {
  /** Why nobody can start it any more. */
  readonly superseded?: string;
  /** The same degree in a later catalog year. */
  readonly newer?: { readonly id: string; readonly title: string; readonly catalogYear: string };
};

/** One change that touches the plan, with the records of the plan that it is about. */
export type ChangeSince = {
  readonly on: string;
  readonly says: string;
  /** `gone`: it was removed, and has no page. */
  readonly touches: readonly { readonly record: string; readonly gone: boolean }[];
};

/** What to tell the student of one plan. */
export type FactsSince = {
  readonly changes: readonly ChangeSince[];
  readonly degree: OlderDegree | undefined;
};

/**
 * What is new for this plan, or `undefined` where nothing is.
 *
 * A plan that does not say when it was made is told of every change, but not of what was added: that was likely there.
 */
export function factsSince(plan: Plan, facts: FactChanges): FactsSince | undefined {
  const seen = plan.factsSeenOn;
  const records = recordsOf(plan);
  const changes = facts.entries
    .filter(({ on }) => seen === undefined || on > seen)
    .map(({ on, says, added, changed, removed }) => {
      const about = (patterns: readonly string[], record: string) => patterns.some((one) => covers(one, record));
      const touched = [...changed, ...removed, ...(seen === undefined ? [] : added)];
      const touches = records
        .filter((record) => about(touched, record))
        .map((record) => ({ record, gone: about(removed, record) }));
      return { on, says, touches };
    })
    .filter(({ touches }) => touches.length > 0);
  const older = facts.older[plan.degree];
  const degree = older && seen !== undefined && seen >= knownSince(older, plan.degree, facts) ? undefined : older;
  return changes.length > 0 || degree ? { changes, degree } : undefined;
}

/** The day on which it was known that the degree is an older one. */
function knownSince({ newer }: OlderDegree, degree: string, { entries }: FactChanges): string {
  const about = [`degrees/${degree}`, ...(newer ? [`degrees/${newer.id}`] : [])];
  const days = entries.flatMap(({ on, added, changed }) =>
    about.some((record) => [...added, ...changed].some((pattern) => covers(pattern, record))) ? [on] : [],
  );
  return days.sort().at(-1) ?? '';
}

/** The records that the plan rests on. A provider's equivalencies at the school are one record. */
function recordsOf({ school, degree, credits }: Plan): readonly string[] {
  const courses = credits.flatMap(({ course }) => course ?? []);
  const providers = new Set(courses.map((course) => course.split('/')[0]));
  return [
    `schools/${school}`,
    `degrees/${degree}`,
    ...[...providers].map((provider) => `equivalencies/${school}/${provider ?? ''}`),
    ...courses.map((course) => `courses/${course}`),
  ];
}

function covers(pattern: string, record: string): boolean {
  return pattern === record || (pattern.endsWith('/*') && record.startsWith(pattern.slice(0, -1)));
}
