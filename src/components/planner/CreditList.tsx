import type { Change, PlannedCredit } from '../../engine/types.ts';
import type { CatalogCourse, CatalogCourses } from '../../planner/catalog.ts';
import type { Progress } from '../../planner/plan-changes.ts';
import { titleOfCredit, type Blocks, type Landing } from '../../planner/landing.ts';
import { CreditItem } from './CreditItem.tsx';
import type { Offered } from './RepairOffer.tsx';

/** Where a student wants one part of a credit. */
export type Move =
  | { readonly kind: 'release' }
  | { readonly kind: 'use'; readonly block: string }
  | { readonly kind: 'avoid'; readonly blocks: readonly string[] };

/** What can be done with one credit of the list. */
export type CreditActions = {
  readonly onProgress: (credit: string, progress: Progress) => void;
  readonly onMove: (credit: string, part: number, move: Move) => void;
  readonly onRemove: (credit: string) => void;
  /** Makes a change that the engine found, for the sake of this credit. */
  readonly onChange: (change: Change, credit: string) => void;
};

type Props = CreditActions & {
  readonly credits: readonly PlannedCredit[];
  readonly courses: ReadonlyMap<string, CatalogCourse>;
  readonly providers: CatalogCourses['providers'];
  readonly landings: ReadonlyMap<string, Landing>;
  readonly blocks: Blocks;
  /** The school's short name. */
  readonly school: string;
  readonly repairOf: (credit: string) => Promise<Offered | undefined>;
};

/** The courses of the plan, each with where it lands. */
export function CreditList({ credits, courses, providers, landings, blocks, school, repairOf, ...actions }: Props) {
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
                blocks={blocks}
                school={school}
                findRepair={() => repairOf(credit.id)}
                {...actions}
              />
            );
          })}
        </ul>
      )}
    </section>
  );
}
