import type { PlanCredit } from '../../../planner/plan/plan.ts';
import { dateWords, statusWords } from '../../../planner/wording.ts';
import { NotHere } from '../NotHere.tsx';
import { memo } from '../memo.ts';
import { useLater } from '../use-later.ts';
import { useUnfolded } from '../use-unfolded.ts';
import type { CreditShown } from './CreditDetails.tsx';
import { CreditLines } from './CreditLines.tsx';

type Props = CreditShown & {
  readonly provider: string | undefined;
  /** The school's short name. */
  readonly school: string;
};

/** One course: where it lands and how sure that is; what more there is to see and to do is folded away. */
export const CreditItem = memo(function CreditItem(props: Props) {
  const { credit, title, provider, landing, blocks, school, answering, onEdit } = props;
  const later = useLater();
  const [unfolded, unfolds] = useUnfolded();
  const tried = answering.tried === credit.id;
  return (
    <li class="credit" id={`credit-${credit.id}`} tabIndex={-1}>
      <h3>
        <bdi>{title}</bdi>
      </h3>
      <p class="credit-facts">{factsOf(credit, provider).join(' · ')}</p>
      <CreditLines
        credit={credit}
        title={title}
        landing={landing}
        blocks={blocks}
        school={school}
        tried={tried}
        later={later}
        onEdit={onEdit}
      />
      <details {...unfolds}>
        <summary>
          Details and changes<span class="visually-hidden"> for {title}</span>
        </summary>
        <div class="credit-details">
          {unfolded && typeof later === 'string' && <NotHere state={later} />}
          {unfolded && typeof later === 'object' && <later.CreditDetails {...props} tried={tried} />}
          <button
            class="button button-quiet"
            type="button"
            onClick={() => onEdit({ kind: 'remove', credit: credit.id })}
          >
            Remove from my plan<span class="visually-hidden">: {title}</span>
          </button>
        </div>
      </details>
    </li>
  );
});

/** Who gives it and how far the student is: everything that was entered. */
function factsOf({ typed, status, score, grade, completedOn }: PlanCredit, provider: string | undefined): string[] {
  return [
    provider ?? (typed ? 'Typed in by you' : 'Not in our catalog'),
    statusWords[status],
    score === undefined ? '' : `score ${score}`,
    grade === undefined ? '' : `grade ${grade}`,
    completedOn === undefined ? '' : dateWords(completedOn),
  ].filter(Boolean);
}
