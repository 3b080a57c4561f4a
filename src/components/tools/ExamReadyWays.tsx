import type { ExamTaker, ReadyLine, ReadyWay, WillDo } from '../../planner/exam/exam-ready.ts';
import { lineWords, overallWords, sourceFacts, wayWords, willDoWords } from '../../planner/exam/wording-exam-ready.ts';
import type { Source } from '../../schemas/shared.ts';
import { siteAddress } from '../planner/use-catalog.ts';

const tagOf: Readonly<Record<WillDo, string>> = { yes: 'tag tag-planned', no: 'tag tag-needed', ask: 'tag' };

/** Each way to take the exam, with every question answered from a page. */
export function ExamReadyWays({ ways, taker }: { readonly ways: readonly ReadyWay[]; readonly taker: ExamTaker }) {
  return (
    <>
      {ways.map((way) => (
        <article key={`${way.at} ${way.by?.id}`} class="ready-way">
          <h3>{wayWords(way)}</h3>
          {way.text !== undefined && <p>{way.text}</p>}
          <PageList sources={way.sources} />
          {way.lines.length > 0 ? (
            <>
              <ul class="ready-lines" role="list">
                {way.lines.map((line) => (
                  <Line key={line.question} line={line} taker={taker} same={line.text === way.text} />
                ))}
              </ul>
              <p>
                <strong>{overallWords[way.answer]}</strong>
              </p>
            </>
          ) : (
            <p>Say where you will be, on which machine or with which paper, to see what we found.</p>
          )}
          {way.more.length > 0 && (
            <details>
              <summary>What else to know</summary>
              <ul>
                {way.more.map(({ topic, text, sources }) => (
                  <li key={topic}>
                    <strong>{topic}.</strong> {text}
                    <PageList sources={sources} />
                  </li>
                ))}
              </ul>
            </details>
          )}
          {way.by && (
            <p class="small no-print">
              <a href={siteAddress(`services/${way.by.id}/`)}>All that we know of {way.by.name}</a>
            </p>
          )}
        </article>
      ))}
    </>
  );
}

type LineProps = { readonly line: ReadyLine; readonly taker: ExamTaker; readonly same: boolean };

/** One answer. The sentence it comes from is not said again where it stands above. */
function Line({ line, taker, same }: LineProps) {
  return (
    <li>
      <span class={tagOf[line.answer]}>{willDoWords[line.answer]}</span>
      <div>
        <p>{lineWords(line, taker)}</p>
        {line.text !== '' && !same && (
          <>
            <p class="small quiet">{line.text}</p>
            <PageList sources={line.sources} />
          </>
        )}
      </div>
    </li>
  );
}

/** The pages something was read on, in one line. */
function PageList({ sources }: { readonly sources: readonly Source[] }) {
  if (sources.length === 0) return null;
  return (
    <p class="small quiet ready-sources">
      {sources.length === 1 ? 'Source: ' : 'Sources: '}
      {sources.map((source, index) => (
        <span key={index}>
          {index > 0 && '; '}
          {source.url === undefined ? (
            source.title
          ) : (
            <a href={source.url}>{source.title ?? new URL(source.url).hostname}</a>
          )}{' '}
          ({sourceFacts(source)})
        </span>
      ))}
    </p>
  );
}
