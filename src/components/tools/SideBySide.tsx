import type { ComparedEntry, ComparedRow } from '../../planner/compare/side-by-side.ts';
import { CertaintyTag } from '../planner/credit/CertaintyTag.tsx';
import { siteAddress } from '../planner/use-catalog.ts';

type Props = {
  readonly caption: string;
  /** What is compared: the table's columns. On a narrow screen each cell carries the short name. */
  readonly heads: readonly {
    readonly id: string;
    readonly href: string;
    readonly name: string;
    readonly shortName: string;
  }[];
  /** Each with as many sides as there are heads. */
  readonly rows: readonly ComparedRow[];
};

/** Two or three things in one table; below one another where there is no room. */
export function SideBySide({ caption, heads, rows }: Props) {
  return (
    <table class="table compare">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Topic</th>
          {heads.map(({ id, href, name }) => (
            <th scope="col" key={id}>
              <a href={href}>{name}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ topic, sides }) => (
          <tr key={topic}>
            <th scope="row">{topic}</th>
            {heads.map(({ id, shortName }, side) => (
              <td key={id} data-side={shortName}>
                <Entries entries={sides[side] ?? []} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Entries({ entries }: { readonly entries: readonly ComparedEntry[] }) {
  if (entries.length === 0) return <span class="quiet">Not known</span>;
  return (
    <>
      {entries.map(({ says, certainty, sources }, at) => (
        <div class="compare-entry" key={at}>
          <p>
            {certainty !== undefined && <CertaintyTag certainty={certainty} />} {says}
          </p>
          {sources.length > 0 && (
            <details class="source-line">
              <summary>{sources.length === 1 ? 'Source' : `${sources.length} sources`}</summary>
              <ul class="sources" role="list">
                {sources.map(({ name, href, note }, place) => (
                  <li key={place}>
                    {href === undefined ? (
                      name
                    ) : (
                      <a href={href.startsWith('/') ? siteAddress(href.slice(1)) : href}>{name}</a>
                    )}{' '}
                    ({note})
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      ))}
    </>
  );
}
