import { useRef, useState } from 'preact/hooks';
import type { LinkNames } from '../../../planner/link/link-names.ts';
import { planToLink } from '../../../planner/link/plan-link.ts';
import type { Plan } from '../../../planner/plan/plan.ts';
import { linkLengthWords } from '../../../planner/link/wording-links.ts';
import { Field } from '../form/Fields.tsx';
import { siteAddress } from '../use-catalog.ts';

type Props = { readonly plan: Plan; readonly names: () => LinkNames };
type Made = { readonly address: string; readonly copied: boolean };

/** A link that carries the whole plan. It is made when asked for, and stands there to be copied by hand too. */
export function ShareLink({ plan, names }: Props) {
  const [made, setMade] = useState<Made | 'too-long'>();
  const shown = useRef<Plan>();
  const copy = async () => {
    const link = planToLink(plan, names());
    shown.current = plan;
    if (link === undefined) return setMade('too-long');
    const address = `${location.origin}${siteAddress('planner/shared/')}#p=${link}`;
    const copied = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    );
    setMade({ address, copied });
  };
  // A link made before a change is not the link to this plan.
  const current = shown.current === plan ? made : undefined;
  return (
    <div class="share">
      <p id="share-hint">A link carries the whole plan. Everyone with the link can read it. It is not sent to us.</p>
      <button class="button button-quiet" type="button" aria-describedby="share-hint" onClick={() => void copy()}>
        Copy a link to this plan
      </button>
      <div role="status">
        {current === 'too-long' && <p>This plan is too long for a link. Save it to a file.</p>}
        {typeof current === 'object' && (
          <p>
            {current.copied ? 'Copied.' : 'The browser does not let this page copy. Copy the link from here.'}{' '}
            {linkLengthWords(current.address.length)}
          </p>
        )}
      </div>
      {typeof current === 'object' && (
        <Field id="shared-link" label="Link to this plan">
          <textarea
            id="shared-link"
            class="shared-link"
            readOnly
            value={current.address}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Field>
      )}
    </div>
  );
}
