import { linkTo, sourceNote, sourceTitle } from '../../../planner/wording.ts';
import type { Source } from '../../../schemas/shared.ts';

type Props = {
  readonly sources: readonly Source[];
  /** What follows the page's name: whose it is and when we read it, unless told otherwise. */
  readonly after?: (source: Source) => string;
};

/** Where an answer comes from: each page, with what there is to say of it. */
export function SourceList({ sources, after = (source) => `, ${sourceNote(source)}` }: Props) {
  if (sources.length === 0) return null;
  return (
    <ul class="sources">
      {sources.map((source, i) => {
        const href = linkTo(source);
        const title = sourceTitle(source);
        return (
          <li key={i}>
            {href === undefined ? title : <a href={href}>{title}</a>}
            {after(source)}
          </li>
        );
      })}
    </ul>
  );
}
