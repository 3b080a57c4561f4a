import type { ComponentChildren } from 'preact';
import { useUnfolded } from '../use-unfolded.ts';

type Props = {
  readonly name: string;
  /** What it is about, for those who don't see where it stands: " about Calculus". */
  readonly about: string;
  readonly children: () => ComponentChildren;
};

/** A form that is not often needed, folded away. A course has several: each is drawn when it is first unfolded. */
export function FoldedForm({ name, about, children }: Props) {
  const [unfolded, unfolds] = useUnfolded();
  return (
    <details class="decision no-print" {...unfolds}>
      <summary>
        {name}
        <span class="visually-hidden">{about}</span>
      </summary>
      {unfolded && children()}
    </details>
  );
}
