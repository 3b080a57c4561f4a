import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

type Props = {
  readonly summary: string;
  /** What it is about, for those who don't see where it stands. */
  readonly about: string;
  readonly children: () => ComponentChildren;
};

/** What few need, folded away. It is made when it is first unfolded. */
export function Fold({ summary, about, children }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="no-print" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>
        {summary}
        <span class="visually-hidden">: {about}</span>
      </summary>
      {opened && <div class="trail-inside">{children()}</div>}
    </details>
  );
}
