import type { ComponentChildren } from 'preact';

type Props = {
  readonly title: string;
  readonly button: string;
  /** False where pressing the button does nothing now. */
  readonly ready?: boolean;
  readonly onPress: () => void;
  /** What came out, said politely. */
  readonly said: string;
  readonly children?: ComponentChildren;
};

/** One thing to try: its button, and what came out. */
export function CheckCard({ title, button, ready = true, onPress, said, children }: Props) {
  return (
    <div class="check-card">
      <h3>{title}</h3>
      <button class="button button-quiet" type="button" aria-disabled={!ready} onClick={() => ready && onPress()}>
        {button}
      </button>
      <p role="status">{said}</p>
      {children}
    </div>
  );
}
