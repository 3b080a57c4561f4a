import type { Eligibility, Trail } from '../../planner/trail/trail-types.ts';
import { eligibilitySentences, reasonSentence } from '../../planner/trail/wording-trail.ts';

const shortWords: Readonly<Record<Eligibility['state'], string>> = {
  eligible: 'Eligible',
  'not-yet': 'Not yet',
  'no-longer': 'No longer',
  granted: 'Granted',
  'not-granted': 'Not granted',
};

const tints: Readonly<Record<Eligibility['state'], string>> = {
  eligible: 'tag tag-done',
  'not-yet': 'tag tag-needed',
  'no-longer': 'tag tag-needed',
  granted: 'tag tag-done',
  'not-granted': 'tag tag-needed',
};

/** Whether the credit can be had, in a word or two. */
export function EligibilityTag({ state }: { readonly state: Eligibility['state'] }) {
  return <span class={tints[state]}>{shortWords[state]}</span>;
}

/** Whether the credit can be had, and what is missing. */
export function Eligible({ trail: { eligibility } }: { readonly trail: Trail }) {
  const { state, reasons } = eligibility;
  return (
    <div class="trail-eligible">
      <p>
        <strong>{eligibilitySentences[state]}</strong>
      </p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={JSON.stringify(reason)}>{reasonSentence(reason)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
