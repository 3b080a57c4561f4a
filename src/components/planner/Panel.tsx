import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type Props = {
  readonly id: string;
  readonly title: string;
  readonly children?: ComponentChildren;
  /** The answers, the safest first. */
  readonly actions: readonly { readonly words: string; readonly go: () => void; readonly main?: boolean }[];
};

/** A question in the page that needs an answer. It takes the focus when it appears. */
export function Panel({ id, title, children, actions }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [id]);
  return (
    <section class="note panel" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {children}
      <div class="actions">
        {actions.map(({ words, go, main }) => (
          <button key={words} class={main ? 'button' : 'button button-quiet'} type="button" onClick={go}>
            {words}
          </button>
        ))}
      </div>
    </section>
  );
}
