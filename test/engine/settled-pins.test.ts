import { describe, expect, test } from 'vitest';
import { auditDegree, type AppliedHere, type Pin, type PlannedCredit } from '../../src/engine/index.ts';
import type { Degree } from '../../src/schemas/degree.ts';
import { auditInput, choiceDegree, degree } from './example-university.ts';

const use = (block: string, part = 0): Pin => ({ part, block, use: true });
const avoid = (block: string, part = 0): Pin => ({ part, block, use: false });
const here = (block: string, part = 0): AppliedHere => ({ part, block, decidedOn: '2026-09-01', by: 'Dean' });
const taking = (id: string, course: string, more: Partial<PlannedCredit> = {}): PlannedCredit => ({
  id,
  course: `example/${course}`,
  status: 'planned',
  ...more,
});

/** Where each part of the credits is, and the pins that are set aside. */
function settled(credits: readonly PlannedCredit[], of: Degree = degree) {
  const { outcomes, brokenPins } = auditDegree(auditInput(credits, of));
  const places = Object.fromEntries(outcomes.map(({ accepted, applied }) => [accepted.id, applied?.block]));
  return {
    places,
    aside: brokenPins.map(({ credit, part, block, reason, ...more }) => [credit, part, block, reason, more]),
  };
}

describe('the last word counts', () => {
  test.for<[string, readonly Pin[], string]>([
    ['of two places', [use('major'), use('electives')], 'electives'],
    ['of two places, the other way round', [use('electives'), use('major')], 'major'],
    ['of a place and its opposite', [use('electives'), avoid('electives')], 'major'],
    ['of the opposite and a place', [avoid('electives'), use('electives')], 'electives'],
    ['but a block that was closed stays closed', [avoid('major'), use('electives'), avoid('electives')], ''],
    ['and what is said of another part is not taken back', [use('electives'), use('major', 1)], 'electives'],
  ])('%s', ([, pins, place]) => {
    expect(settled([taking('c1', 'philosophy', { pins })]).places['c1.0'] ?? '').toBe(place);
  });

  test('of what the school says too, for each part', () => {
    const appliedHere = [here('calculus', 0), here('major', 1), here('electives', 0)];
    expect(settled([taking('c1', 'composition', { appliedHere })])).toEqual({
      places: { 'c1.0': 'electives', 'c1.1': 'major' },
      aside: [],
    });
  });
});

test('what is said of a part or a block that is not there is set aside, and so it is of the school', () => {
  const pins = [use('major', 3), use('gone'), avoid('gone'), avoid('major', 2)];
  const appliedHere = [here('major', 3), here('gone', 0)];
  expect(settled([taking('c1', 'philosophy', { pins, appliedHere })]).aside).toEqual([
    ['c1', 3, 'major', 'no-such-part', { appliedHere: true }],
    ['c1', 0, 'gone', 'no-such-block', { appliedHere: true }],
    ['c1', 3, 'major', 'no-such-part', {}],
    ['c1', 0, 'gone', 'no-such-block', {}],
    ['c1', 2, 'major', 'no-such-part', {}],
  ]);
});

test('of a credit for which the school gives nothing no pin is set aside', () => {
  expect(settled([taking('c1', 'nobody', { pins: [use('gone')], appliedHere: [here('gone')] })]).aside).toEqual([]);
});

describe('where pins can’t all hold, the fewest are set aside', () => {
  const pinned = (id: string, course: string, block: string) => taking(id, course, { pins: [use(block)] });

  test('an earlier one, where that makes room for two', () => {
    const credits = [
      pinned('c1', 'exam-a', 'electives'),
      pinned('c2', 'art', 'electives'),
      pinned('c3', 'ethics', 'electives'),
    ];
    expect(settled(credits).aside).toEqual([['c1', 0, 'electives', 'no-room-with-other-pins', {}]]);
  });

  test('the later one of two', () => {
    const credits = [pinned('c1', 'exam-a', 'electives'), pinned('c2', 'exam-b', 'electives')];
    expect(settled(credits).aside).toEqual([['c2', 0, 'electives', 'no-room-with-other-pins', {}]]);
  });

  test('none, where the last of them begins before the block is full', () => {
    const credits = [pinned('c1', 'art', 'electives'), pinned('c2', 'biology-lab', 'electives')];
    expect(settled(credits).aside).toEqual([]);
  });

  test('two, where no single one makes room for the others', () => {
    const credits = [
      pinned('c1', 'exam-a', 'electives'),
      pinned('c2', 'exam-b', 'electives'),
      taking('c3', 'composition', { pins: [use('electives', 0), use('electives', 1)] }),
    ];
    expect(settled(credits).aside.map(([credit, part]) => [credit, part])).toEqual([
      ['c2', 0],
      ['c1', 0],
    ]);
  });

  test('of two tracks of which one is chosen, those into the second', () => {
    const credits = [pinned('c1', 'art', 'arts-track'), pinned('c2', 'biology', 'science-track')];
    expect(settled(credits, choiceDegree).aside).toEqual([['c2', 0, 'science-track', 'no-room-with-other-pins', {}]]);
  });

  test('the student’s before the school’s', () => {
    const credits = [pinned('c1', 'exam-a', 'electives'), taking('c2', 'exam-b', { appliedHere: [here('electives')] })];
    expect(settled(credits).aside).toEqual([['c1', 0, 'electives', 'no-room-with-other-pins', {}]]);
    const both = credits.map(({ pins: _, ...credit }) => ({ ...credit, appliedHere: [here('electives')] }));
    expect(settled(both).aside).toEqual([['c2', 0, 'electives', 'no-room-with-other-pins', { appliedHere: true }]]);
  });
});

test('a pin elsewhere than where the school applies a credit is set aside, one that agrees is not', () => {
  const said = (...pins: readonly Pin[]) =>
    settled([taking('c1', 'philosophy', { appliedHere: [here('electives')], pins })]).aside;
  expect(said(use('major'))).toEqual([['c1', 0, 'major', 'school-decided', {}]]);
  expect(said(avoid('electives'))).toEqual([['c1', 0, 'electives', 'school-decided', {}]]);
  expect([said(use('electives')), said(avoid('major'))]).toEqual([[], []]);
});
