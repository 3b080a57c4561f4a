import { linkTo, sourceNote, sourceTitle } from '../../planner/wording.ts';
import type { Source } from '../../schemas/shared.ts';

/** Where an answer comes from: each page, whose it is, and when we read it. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  if (sources.length === 0) return null;
  return (
    <ul class="sources">
      {sources.map((source, i) => {
        const href = linkTo(source);
        const title = sourceTitle(source);
        return (
          <li key={i}>
            {href === undefined ? title : <a href={href}>{title}</a>}, {sourceNote(source)}
          </li>
        );
      })}
    </ul>
  );
}
