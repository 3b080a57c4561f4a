import { useLastWhole } from './use-last-whole.ts';

type Props = { readonly words: string; readonly isWaiting: boolean };

/** What a comparison says of itself. While more is on its way the words stay: what is read out is what comes of it. */
export function ComparisonState({ words, isWaiting }: Props) {
  const last = useLastWhole(words, !isWaiting);
  return (
    <p>
      <span role="status">{last}</span> {isWaiting && <span class="quiet">Loading.</span>}
    </p>
  );
}
