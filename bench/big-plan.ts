/** A plan that is larger than most: what the planner is timed with. */
import { readFileSync } from 'node:fs';
import type { CatalogCourses, CatalogDegree } from '../src/planner/catalog/catalog.ts';
import { schoolFromFile, type SchoolFile } from '../src/planner/catalog/school-file.ts';
import { auditPlan } from '../src/planner/audit/plan-audit.ts';
import { editPlan } from '../src/planner/plan/edits.ts';
import { newPlan } from '../src/planner/plan/plan-changes.ts';
import type { Plan } from '../src/planner/plan/plan.ts';

/** A plan, and the ids of accepted credits of it that may be moved, those with most choices first. */
export type BigPlan = { readonly plan: Plan; readonly movable: readonly string[] };

/** A plan of so many credits from all over the catalog; three in four are courses that the degree has a place for. */
export function bigPlan(folder: string, degreeId: string, credits: number): BigPlan {
  const read = <T>(path: string): T => JSON.parse(readFileSync(`${folder}/catalog/${path}`, 'utf8')) as T;
  const [school = ''] = degreeId.split('/');
  const { courses } = read<CatalogCourses>('courses.json');
  const catalog = {
    school: schoolFromFile(read<SchoolFile>(`schools/${school}.json`)),
    degree: read<CatalogDegree>(`degrees/${degreeId}.json`),
    courses: new Map(courses.map((course) => [course.id, course])),
  };
  const today = new Date().toISOString().slice(0, 10);
  const outcomesOf = (plan: Plan) => auditPlan(plan, catalog, today).outcomes;
  const planOf = (ids: readonly string[]): Plan =>
    ids.reduce(
      (before, course) => editPlan(before, { kind: 'add-course', course }),
      newPlan('p-bench', school, degreeId),
    );
  const ids = courses.map(({ id }) => id);
  const withPlace = ids.filter((id) => outcomesOf(planOf([id])).some(({ mayFill }) => mayFill.length > 0));
  const fitting = spread(withPlace, Math.round(credits * 0.75));
  const others = ids.filter((id) => !fitting.includes(id));
  const plan = planOf([...fitting, ...spread(others, credits - fitting.length)]);
  const movable = outcomesOf(plan)
    .filter(({ mayFill }) => mayFill.length > 0)
    .sort((a, b) => b.mayFill.length - a.mayFill.length)
    .map(({ accepted }) => accepted.id);
  return { plan, movable };
}

/** So many of a list, at equal distances. */
function spread<T>(list: readonly T[], many: number): readonly T[] {
  const step = Math.max(1, list.length / many);
  return Array.from({ length: Math.min(many, list.length) }, (_, i) => list[Math.floor(i * step)]!);
}
