/** Which courses of the catalog may fill a requirement: the engine's answer, with what lasts as long as a school kept. */
import { acceptedCourses, fittingCourses } from '../../engine/explanations.ts';
import type { AcceptedCourse, DegreeAudit, FittingCourse, PlannedCredit } from '../../engine/types.ts';
import type { RequirementBlock } from '../../schemas/degree.ts';
import type { CatalogCourse } from '../catalog/catalog.ts';
import type { PlanCatalog } from './plan-audit.ts';

type Kept = {
  readonly key: unknown;
  readonly today: string;
  readonly offered: readonly AcceptedCourse<CatalogCourse>[];
};
let last: Kept | undefined;

function offeredAt({ school, courses }: PlanCatalog, today: string): Kept['offered'] {
  if (last?.key === school && last.today === today) return last.offered;
  const facts = { school: school.school, equivalencies: school.equivalencies, courses, today };
  last = { key: school, today, offered: acceptedCourses(courses.values(), facts) };
  return last.offered;
}

/** The courses that may fill the block or a block in it, the best first. */
export function coursesFor(
  block: RequirementBlock,
  catalog: PlanCatalog,
  plan: { readonly credits: readonly PlannedCredit[]; readonly audit: DegreeAudit },
  today: string,
): readonly FittingCourse<CatalogCourse>[] {
  const input = { degree: catalog.degree.degree, school: catalog.school.school, credits: plan.credits };
  return fittingCourses(block, input, plan.audit, offeredAt(catalog, today));
}
