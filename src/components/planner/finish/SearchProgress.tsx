import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { SearchState } from '../../../planner/finish/completion-worker.ts';
import { useLatest } from '../use-kept.ts';

type Props = {
  readonly state: SearchState<unknown>;
  /** How it goes, in words. */
  readonly words: string;
  /** What the button says that begins anew, where there is one. */
  readonly again?: string | undefined;
  readonly onStop: () => void;
  readonly onAgain: () => void;
  readonly onSay: (words: string) => void;
  /** What else can be done while it does not run. */
  readonly children?: ComponentChildren;
};

/** When one who hears the page is told that it runs, and how often how far it is, in milliseconds. */
const toldAfter = 2_000;
const toldEvery = 20_000;

/** How a search goes, with a button to stop it or to begin anew. */
export function SearchProgress({ state, words, again, onStop, onAgain, onSay, children }: Props) {
  const isRunning = typeof state === 'object';
  const sentence = useRef<HTMLParagraphElement>(null);
  const actions = useRef<HTMLDivElement>(null);
  // A button that goes while it has the focus, pressed or not, leaves it to the words: they stay, and so are read.
  const hadFocus = actions.current?.contains(document.activeElement);
  useEffect(() => {
    if (hadFocus) sentence.current?.focus();
  }, [isRunning]);
  const tell = useLatest(() => onSay(words));
  useEffect(() => {
    if (!isRunning) return undefined;
    const first = setTimeout(tell, toldAfter);
    const timer = setInterval(tell, toldEvery);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [isRunning]);
  return (
    <div class="search-progress no-print">
      <p tabIndex={-1} ref={sentence}>
        {words}
      </p>
      <div class="actions" ref={actions}>
        {isRunning ? (
          <button key="stop" class="button button-quiet" type="button" onClick={onStop}>
            Stop
          </button>
        ) : (
          <>
            {children}
            {again !== undefined && (
              <button key="again" class="button button-quiet" type="button" onClick={onAgain}>
                {again}
              </button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
