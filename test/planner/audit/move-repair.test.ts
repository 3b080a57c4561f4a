import { describe, expect, test } from 'vitest';
import type { BrokenPin, PlannedCredit } from '../../../src/engine/index.ts';
import { findMoveRepair, sourcesOfRule } from '../../../src/planner/audit/move-repair.ts';
import { auditPlan } from '../../../src/planner/audit/plan-audit.ts';
import { degree, school } from '../../engine/example-university.ts';
import { catalog, planOf, today } from '../example-catalog.ts';

describe('the choice to take back', () => {
  const here = (course: string, block?: string): Omit<PlannedCredit, 'id'> => ({
    course: `example/${course}`,
    status: 'planned',
    ...(block && { pins: [{ part: 0, block, use: true }] }),
  });
  const broken = (credit: string, reason: BrokenPin['reason'] = 'no-room-with-other-pins'): BrokenPin => ({
    credit,
    part: 0,
    block: 'major',
    reason,
  });
  // None of them costs anything, so that the first that is tried is the answer.
  const plan = planOf(
    here('calculus'),
    here('philosophy', 'major'),
    here('ethics', 'major'),
    here('composition', 'english-1'),
  );

  test.for<[string, readonly BrokenPin[], string]>([
    ['is the first one made, where all can be kept', [], 'c2'],
    ['is one that can be kept before one that cannot', [broken('c2')], 'c3'],
    ['is not the move, where that only lacks room', [broken('c4')], 'c2'],
    ['is the move, where that does not fit', [broken('c2'), broken('c4', 'does-not-fit')], 'c4'],
    ['is not the move, where another choice does not fit', [broken('c2', 'does-not-fit')], 'c3'],
  ])('%s', ([, now, release]) => {
    const audit = { ...auditPlan(plan, catalog, today), brokenPins: now };
    const effect = { hours: { least: 0, likely: 0, most: 0 }, pushedOut: [], broken: now, short: [], rules: [] };
    const steps = [...withAnswer(findMoveRepair(plan, catalog, today, { credit: 'c4', effect, audit }))];
    expect(steps.at(-1)).toMatchObject({ release });
  });

  /** What a search says at each step, and its answer. */
  function* withAnswer<T>(search: Generator<undefined, T>): Generator<T | undefined> {
    yield yield* search;
  }
});

test('a rule whose name only looks like one of the residency is traced to the degree', () => {
  const read = (url: string) => [{ says: 'Example', url, checkedOn: '2026-11', confidence: 'primary' as const }];
  const residency = Array.from({ length: 12 }, (_, at) => ({
    ...school.residency[0]!,
    sources: read(`rule ${at + 1}`),
  }));
  const of = (id: string) =>
    sourcesOfRule(id, { ...degree, sources: read('degree') }, { ...school, residency })[0]?.url;
  expect(['residency-1', 'residency-12', 'residency-13', 'major-residency-1', 'residency-1-upper'].map(of)).toEqual([
    'rule 1',
    'rule 12',
    'degree',
    'degree',
    'degree',
  ]);
});
