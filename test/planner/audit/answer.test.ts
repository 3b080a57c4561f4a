import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Answer } from '../../../src/components/planner/answer/Answer.tsx';
import { BestFound } from '../../../src/components/planner/answer/BestFound.tsx';
import { AnswerWhy } from '../../../src/components/planner/credit/Why.tsx';
import { auditDegree, type Assignment, type Reading } from '../../../src/engine/index.ts';
import { blocksById, regionsOf } from '../../../src/planner/audit/degree-view.ts';
import { sharingSentence } from '../../../src/planner/audit/wording-decisions.ts';
import { courses, degree, equivalencies, school } from '../../engine/example-university.ts';

const credits = [{ id: 'c1', course: 'example/composition', status: 'considering' } as const];
const audit = auditDegree({ degree, school, equivalencies, courses, credits, today: '2026-11-22' });

function words(stopped: readonly Reading[]): string {
  const readAs = (reading: Reading): Assignment =>
    stopped.includes(reading) ? { ...audit.readings[reading], proven: false, bound: 9 } : audit.readings[reading];
  const readings = { least: readAs('least'), likely: readAs('likely'), most: readAs('most') };
  const read = { ...audit, readings };
  const html = renderToString(
    h(
      Fragment,
      {},
      h(Answer, { audit: read, regions: regionsOf(degree, audit), empty: false }),
      h(BestFound, { audit: read }),
    ),
  );
  return html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
}

test('a proven answer says nothing of its proof', () => {
  expect(words([])).toContain('6 of 24 semester hours sure');
  expect(words([])).not.toMatch(/best found/i);
});

test('an answer that any reading did not prove says "best found", with the bound of that reading', () => {
  expect(words(['likely'])).toMatch(/Best found, not proven\..* no more than 9 likely\./);
  expect(words(['most'])).toMatch(/no more than 9 at best\./);
  expect(words(['least', 'likely'])).toMatch(/no more than 9 sure and 9 likely\./);
});

test('a degree where one course may meet two requirements says why their hours are more than its own', () => {
  const why = (mayShareWith: object) => {
    const blocks = degree.blocks.map((block, i) => (i === 0 ? { ...block, ...mayShareWith } : block));
    const shown = { audit, tried: undefined, titleOf: (id: string) => id, blocks: blocksById({ ...degree, blocks }) };
    return renderToString(h(AnswerWhy, shown));
  };
  expect(why({ mayShareWith: ['electives'] })).toContain(sharingSentence);
  expect(why({})).not.toContain(sharingSentence);
});
