import type { FileNotice } from '../../planner/keeping/plan-file.ts';
import { noticeWords } from '../../planner/plan/wording-problems.ts';

type NoticesProps = {
  readonly fromBefore: boolean;
  readonly notices: readonly FileNotice[];
  readonly titleOf: (credit: string) => string;
  readonly onHide: () => void;
};

/** What the student should know about the plan that was opened, until it was read. */
export function Notices({ fromBefore, notices, titleOf, onHide }: NoticesProps) {
  if (!fromBefore && notices.length === 0) return null;
  return (
    <section class="note" aria-labelledby="notices-title">
      <h2 id="notices-title">About the plan that was opened</h2>
      {fromBefore && <p>Your last change could not be read. This is the plan from just before it.</p>}
      {notices.length > 0 && (
        <ul>
          {notices.map((notice) => (
            <li key={JSON.stringify(notice)}>{noticeWords(notice, titleOf)}</li>
          ))}
        </ul>
      )}
      <button class="button button-quiet no-print" type="button" onClick={onHide}>
        Hide this note
      </button>
    </section>
  );
}
