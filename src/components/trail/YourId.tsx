import type { OnEdit } from '../../planner/edits.ts';
import type { Identity } from '../../planner/trail-notes.ts';
import { identityWords } from '../../planner/wording-trail-notes.ts';
import { countryName } from '../../planner/zone-cities.ts';
import { IdentityForm } from './IdentityForm.tsx';

type Props = { readonly identity: Identity | undefined; readonly onEdit: OnEdit };

/** Which ID the student shows, for every credit alike. */
export function YourId({ identity, onEdit }: Props) {
  return (
    <section class="trail-part" aria-labelledby="identity-title">
      <h2 id="identity-title">Your ID</h2>
      {identity && (
        <p>
          <bdi>{identityWords(identity, countryName)}</bdi>
        </p>
      )}
      <IdentityForm identity={identity} onEdit={onEdit} />
    </section>
  );
}
