import type { StepFacts } from '../../planner/trail/trail-types.ts';
import { SourceList } from '../planner/credit/SourceList.tsx';

/** Where the school takes records. */
export function Receivers({ receivers }: Pick<StepFacts, 'receivers'>) {
  if (receivers.length === 0) return null;
  return (
    <ul class="trail-receivers" role="list">
      {receivers.map(({ name, email, address, code, url, note, sources }) => (
        <li key={`${name} ${email ?? address ?? url ?? code ?? ''}`}>
          <p>
            Send it to <strong>{name}</strong>
            {code !== undefined && `, code ${code}`}
            {email !== undefined && (
              <>
                , <span class="trail-link">{email}</span>
              </>
            )}
            {address !== undefined && `, ${address}`}
            {url !== undefined && (
              <>
                , <a href={url}>their page</a>
              </>
            )}
            .
          </p>
          {note !== undefined && <p>{note}</p>}
          <SourceList sources={sources} />
        </li>
      ))}
    </ul>
  );
}
