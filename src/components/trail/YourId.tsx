import type { OnEdit } from '../../planner/plan/edits.ts';
import type { Identity } from '../../planner/trail/trail-notes.ts';
import { identityWords } from '../../planner/trail/wording-trail-notes.ts';
import { Fold } from './Fold.tsx';
import { lazily } from './lazily.ts';

// It brings a list of the world’s countries along.
const IdentityForm = lazily(async () => (await import('./IdentityForm.tsx')).IdentityForm);

type Props = { readonly identity: Identity | undefined; readonly onEdit: OnEdit };

/** Which ID the student shows, for every credit alike. */
export function YourId({ identity, onEdit }: Props) {
  return (
    <section class="trail-part" aria-labelledby="identity-title">
      <h2 id="identity-title">Your ID</h2>
      {identity && (
        <p>
          <bdi>{identityWords(identity)}</bdi>
        </p>
      )}
      <Fold summary={identity ? 'Change what is noted of it' : 'Note which ID you use'} about="Your ID">
        {() => <IdentityForm identity={identity} onEdit={onEdit} />}
      </Fold>
    </section>
  );
}
