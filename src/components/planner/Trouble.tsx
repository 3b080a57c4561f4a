import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';

type TroubleProps = { readonly onUndo: () => void; readonly onChangeDegree: () => void };

/** What is said where the answer could not be worked out. The plan itself is not lost: the file is still offered below. */
export function Trouble({ onUndo, onChangeDegree }: TroubleProps) {
  return (
    <section class="note panel no-print" role="alert" aria-labelledby="trouble-title">
      <h2 id="trouble-title">This page could not work out your plan</h2>
      <p>
        The mistake is in this page, not in your plan. Your courses are not lost. Save them to a file first: the button
        is below. Then undo your last change, or reload the page.
      </p>
      <div class="actions">
        <button class="button button-quiet" type="button" onClick={onUndo}>
          Undo
        </button>
        <button class="button button-quiet" type="button" onClick={onChangeDegree}>
          Change degree
        </button>
      </div>
    </section>
  );
}

type GuardProps = TroubleProps & {
  /** With another value, what failed is tried again. */
  readonly since: unknown;
  readonly children: ComponentChildren;
};

/** Shows its children, or says what to do where one of them fails. */
export function Guard({ since, children, ...actions }: GuardProps) {
  const [failed, tryAgain] = useErrorBoundary();
  useEffect(() => {
    if (failed !== undefined) tryAgain();
  }, [since]);
  return failed === undefined ? <>{children}</> : <Trouble {...actions} />;
}
