import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { DegreeAudit } from '../../../engine/types.ts';
import { largestNeeds, sureHoursIn, type Region } from '../../../planner/audit/degree-view.ts';
import { hoursNumber, hoursWords } from '../../../planner/wording.ts';

type Props = {
  readonly audit: DegreeAudit;
  readonly regions: readonly Region[];
  readonly empty: boolean;
  /** True while an answer of the school is only tried out. */
  readonly trying?: boolean;
  /** What makes the numbers. */
  readonly why?: ComponentChildren;
};

/** The answer first: how much of the degree is sure, likely and at best, and what is most needed. */
export function Answer({ audit, regions, empty, trying = false, why }: Props) {
  const { met, semesterHours } = audit;
  const needs = largestNeeds(regions);
  const solid = sureHoursIn(audit);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <section class="answer" aria-label="Hours so far">
        <p class="answer-words">
          <strong>
            {hoursNumber(met.least)} of {hoursNumber(semesterHours)}
          </strong>{' '}
          semester hours sure, {hoursNumber(met.likely)} sure or likely, {hoursNumber(met.most)} at best
          {trying && <span class="tag tag-needed">Trying out, not saved</span>}
        </p>
        <Bar audit={audit} />
      </section>
      <div class="answer-needs">
        {!empty && why !== undefined && (
          <details onToggle={(event) => setOpened(event.currentTarget.open)}>
            <summary>What makes these numbers</summary>
            {opened && why}
          </details>
        )}
        {empty && (
          <p>
            <a href="#course-search">Add the courses and exams</a> you have, or think of taking. The map shows where
            they land.
          </p>
        )}
        {needs.length > 0 ? (
          <>
            <h2>Most still needed</h2>
            <ol>
              {needs.map(({ block, fill }) => (
                <li key={block.id}>
                  <a href={`#block-${block.id}`}>{block.title}</a>: {hoursWords(fill.needed)}
                  {block.inResidence ? ', taken at the school' : ''}
                </li>
              ))}
            </ol>
          </>
        ) : (
          <p>
            Every requirement that we could encode is met, if the school agrees. Check the rules below with the school.
          </p>
        )}
        {solid < met.least && (
          <p>
            The map shows the use that meets the most hours. {hoursWords(solid)} of it {solid === 1 ? 'is' : 'are'}{' '}
            sure; other sure courses are left out of it.
          </p>
        )}
      </div>
    </>
  );
}

function Bar({ audit: { met, semesterHours } }: { readonly audit: DegreeAudit }) {
  const width = (hours: number) => `${semesterHours > 0 ? Math.min(100, (hours / semesterHours) * 100) : 0}%`;
  return (
    <svg class="answer-bar" width="100%" height="18" aria-hidden="true">
      <defs>
        <pattern id="answer-likely" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="map-paper" width="7" height="7" />
          <rect class="map-hatch" width="3.2" height="7" />
        </pattern>
        <pattern id="answer-at-best" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect class="map-paper" width="6" height="6" />
          <circle class="map-hatch" cx="3" cy="3" r="1.1" />
        </pattern>
      </defs>
      <rect class="map-paper" width="100%" height="100%" />
      <rect fill="url(#answer-at-best)" width={width(met.most)} height="100%" />
      <rect fill="url(#answer-likely)" width={width(met.likely)} height="100%" />
      <rect class="map-sure" width={width(met.least)} height="100%" />
      <rect class="answer-edge" width="100%" height="100%" />
    </svg>
  );
}
