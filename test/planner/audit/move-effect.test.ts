import { describe, expect, test } from 'vitest';
import {
  auditDegree,
  type BrokenPin,
  type CreditOutcome,
  type DegreeAudit,
  type PlannedCredit,
  type QualifierAudit,
} from '../../../src/engine/index.ts';
import { effectBetween, isCostly, type MoveEffect } from '../../../src/planner/audit/move-effect.ts';
import { auditInput, degree } from '../../engine/example-university.ts';

const nothing = auditDegree(auditInput([]));
const auditWith = (more: Partial<DegreeAudit>): DegreeAudit => ({ ...nothing, ...more });
const effectOf = (before: Partial<DegreeAudit>, after: Partial<DegreeAudit>): MoveEffect =>
  effectBetween(auditWith(before), auditWith(after), 'moved', degree);

const typed = { title: 'Art', semesterHours: 3, level: 'lower-division', source: 'school' } as const;
const credits = ['moved', 'pushed', 'idle', 'stays'].map((id): PlannedCredit => ({ id, typed, status: 'planned' }));
const { outcomes } = auditDegree(auditInput(credits));
const used = { accepted: '', block: 'electives', semesterHours: 3, excess: 0, pinned: false };
/** The four credits, of which these are used. */
const using = (...ids: readonly string[]): { outcomes: readonly CreditOutcome[] } => ({
  outcomes: outcomes.map(({ accepted, mayFill }) => ({
    accepted,
    mayFill,
    ...(ids.includes(accepted.credit) && { applied: { ...used, accepted: accepted.id } }),
  })),
});

test('pushed out is credit that was used before and is not now, other than the moved one', () => {
  const { pushedOut } = effectOf(using('moved', 'pushed', 'stays'), using('stays'));
  expect(pushedOut.map(({ accepted }) => accepted.credit)).toEqual(['pushed']);
});

test('a pin that could not be kept before is no news', () => {
  const pin = (credit: string, block: string, part = 0): BrokenPin => ({ credit, part, block, reason: 'does-not-fit' });
  const known = pin('c1', 'major');
  const others = [pin('c2', 'major'), pin('c1', 'calculus'), pin('c1', 'major', 1)];
  expect(effectOf({ brokenPins: [known] }, { brokenPins: [known, ...others] }).broken).toEqual(others);
});

test('blocks without blocks in them are short where they need more than before, those that lost most first', () => {
  const needing = (hours: Readonly<Record<string, number>>) => ({
    blocks: nothing.blocks.map((entry) => ({ ...entry, stillNeeded: hours[entry.block] ?? 3 })),
  });
  const { short } = effectOf(
    needing({ english: 0, 'english-1': 0, electives: 1.1, calculus: 3 }),
    needing({ english: 3, 'english-1': 1, electives: 3.3, calculus: 2 }),
  );
  expect(short).toEqual([
    { block: 'electives', hours: 2.2 },
    { block: 'english-1', hours: 1 },
  ]);
});

describe('a rule that is not kept any more', () => {
  const rule = (id: string, kept: boolean): QualifierAudit => ({
    id,
    kept,
    says: id,
    kind: 'at-most',
    have: 6,
    limit: 3,
  });
  const [block, ...otherBlocks] = nothing.blocks;
  const having = (rules: readonly QualifierAudit[]) => ({
    'of the degree': { qualifiers: rules },
    'of the school': { maximums: rules },
    'of a block': { blocks: [{ ...block!, qualifiers: rules }, ...otherBlocks] },
  });
  const before = having([rule('kept', true), rule('lost', true), rule('open', false)]);
  const after = having([rule('kept', true), rule('lost', false), rule('open', false)]);

  test.for(['of the degree', 'of the school', 'of a block'] as const)('is told, %s', (whose) => {
    expect(effectOf(before[whose], after[whose]).rules.map(({ id }) => id)).toEqual(['lost']);
  });

  test.for<[string, Partial<MoveEffect>, boolean]>([
    ['nothing', {}, false],
    ['hours that are sure', { hours: { least: -1, likely: 0, most: 0 } }, true],
    ['hours that are likely', { hours: { least: 0, likely: -1, most: 0 } }, true],
    ['no more than hours at best', { hours: { least: 0, likely: 0, most: -1 } }, false],
    ['a choice', { broken: [{ credit: 'c1', part: 0, block: 'major', reason: 'does-not-fit' }] }, true],
    ['a rule', { rules: [rule('lost', false)] }, true],
  ])('a move that costs %s', ([, effect, costly]) => {
    const free = { hours: { least: 0, likely: 0, most: 0 }, pushedOut: [], broken: [], short: [], rules: [] };
    expect(isCostly({ ...free, ...effect })).toBe(costly);
  });
});
