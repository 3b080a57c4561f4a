import type { NameCheck } from '../../planner/trail/trail-names.ts';
import {
  betweenWords,
  mattersWords,
  nameDifferenceSentence,
  whyNamesDiffer,
} from '../../planner/trail/wording-names.ts';

/** Two names side by side, what differs, and whether it matters. */
export function NamesCompared({ check }: { readonly check: NameCheck }) {
  const { between, one, other, comparison, differences } = check;
  return (
    <div class="names-compared">
      <p>
        <strong>{betweenWords[between]}:</strong>{' '}
        {comparison.same ? 'the same, letter by letter.' : 'not the same, letter by letter.'}
      </p>
      <p>
        First: <bdi>{one}</bdi>. Second: <bdi>{other}</bdi>.
      </p>
      {!comparison.same && (
        <>
          <div class="letters" aria-hidden="true">
            {comparison.letters.map((pair, at) => (
              <span key={at} class={pair.one === pair.other ? 'letter' : 'letter letter-differs'}>
                <span>{shown(pair.one)}</span>
                <span>{shown(pair.other)}</span>
              </span>
            ))}
          </div>
          {(['order', 'accents'] as const).map((kind) =>
            differences.some((difference) => difference.kind === kind) ? (
              <p key={kind} class="quiet small">
                {whyNamesDiffer[kind]}
              </p>
            ) : null,
          )}
          {(['yes', 'ask', 'not-known', 'no'] as const).map((how) => {
            const those = differences.filter(({ matters }) => matters === how);
            if (those.length === 0) return null;
            return (
              <div key={how} class="names-compared-part">
                <ul>
                  {those.map((difference) => (
                    <li key={JSON.stringify(difference)}>{nameDifferenceSentence(difference)}</li>
                  ))}
                </ul>
                <p>
                  <strong>{mattersWords[how]}</strong>
                </p>
              </div>
            );
          })}
        </>
      )}
    </div>
  );
}

/** A place without a letter, and a space, take their room too. */
function shown(letter: string): string {
  return letter.trim() === '' ? '\u00A0' : letter;
}
