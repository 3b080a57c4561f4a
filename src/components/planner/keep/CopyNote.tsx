import type { ComponentChildren } from 'preact';
import type { Copy } from '../../../planner/keeping/stored-plan.ts';
import { saveText } from './save-text.ts';

type Props = {
  readonly copy: Copy;
  readonly today: string;
  readonly onDrop: (key: string) => void;
  /** What there is to know about it. */
  readonly children: ComponentChildren;
};

/** A text that was kept aside: it can be saved to a file, and let go. */
export function CopyNote({ copy, today, onDrop, children }: Props) {
  return (
    <div class="note">
      <p>{children}</p>
      <div class="actions">
        <button
          class="button button-quiet"
          type="button"
          onClick={() => saveText(`credit-map-copy-${today}.json`, copy.text)}
        >
          Save the copy to a file
        </button>
        <button class="button button-quiet" type="button" onClick={() => onDrop(copy.key)}>
          Delete the copy
        </button>
      </div>
    </div>
  );
}
