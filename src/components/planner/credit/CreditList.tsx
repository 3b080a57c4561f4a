import type { PlanCredit } from '../../../planner/plan/plan.ts';
import type { CatalogCourse, CatalogCourses } from '../../../planner/catalog/catalog.ts';
import type { OnEdit } from '../../../planner/plan/edits.ts';
import { titleOfCredit, type Blocks, type Landing } from '../../../planner/audit/landing.ts';
import type { Equivalency } from '../../../schemas/equivalency.ts';
import type { Answering } from '../school/AnswerFields.tsx';
import { CreditItem } from './CreditItem.tsx';
import type { Offered } from '../answer/RepairOffer.tsx';

type Props = {
  readonly credits: readonly PlanCredit[];
  readonly courses: ReadonlyMap<string, CatalogCourse>;
  readonly providers: CatalogCourses['providers'];
  readonly landings: ReadonlyMap<string, Landing>;
  /** Where they land, whatever is being tried. */
  readonly landingsNow: ReadonlyMap<string, Landing>;
  readonly blocks: Blocks;
  /** The school's short name. */
  readonly school: string;
  readonly equivalencies: readonly Equivalency[];
  readonly answering: Answering;
  readonly repairOf: (credit: string, signal: AbortSignal) => Promise<Offered | undefined>;
  readonly onEdit: OnEdit;
};

/** The courses of the plan, each with where it lands. */
export function CreditList({ credits, courses, providers, landings, landingsNow, ...rest }: Props) {
  return (
    <section class="credits" aria-labelledby="credits-title">
      <h2 id="credits-title" tabIndex={-1}>
        Your courses <span class="quiet">({credits.length})</span>
      </h2>
      {credits.length === 0 ? (
        <p class="quiet">None yet.</p>
      ) : (
        <ul class="credit-list" role="list">
          {credits.map((credit) => {
            const course = courses.get(credit.course ?? '');
            return (
              <CreditItem
                key={credit.id}
                credit={credit}
                title={titleOfCredit(credit, courses)}
                provider={course && (providers[course.provider]?.name ?? course.provider)}
                course={course}
                landing={landings.get(credit.id)}
                landingNow={landingsNow.get(credit.id)}
                {...rest}
              />
            );
          })}
        </ul>
      )}
    </section>
  );
}
