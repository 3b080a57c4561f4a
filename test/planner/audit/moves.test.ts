import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditDegree, type DegreeAudit, type PlannedCredit } from '../../../src/engine/index.ts';
import { blocksById, idsOf, regionsOf } from '../../../src/planner/audit/degree-view.ts';
import { editPlan, type Move } from '../../../src/planner/plan/edits.ts';
import { keepEqual } from '../../../src/planner/audit/keep-equal.ts';
import { effectBetween, isCostly, type MoveEffect } from '../../../src/planner/audit/move-effect.ts';
import { findMoveRepair, sourcesOfRule, whyNotHere, type MoveRepair } from '../../../src/planner/audit/move-repair.ts';
import { movableTo, shownIn, targetsOf, useIn } from '../../../src/planner/audit/moves.ts';
import { auditPlan } from '../../../src/planner/audit/plan-audit.ts';
import { makeChange, newPlan } from '../../../src/planner/plan/plan-changes.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import { effectWords, hoursChangeWords, targetWords } from '../../../src/planner/audit/wording-moves.ts';
import { auditInput, choiceDegree, courses, degree, equivalencies, school } from '../../engine/example-university.ts';

const today = '2026-11-22';
const catalog = {
  school: { id: 'exu', school, equivalencies },
  degree: { id: 'exu/ba-2026-27', degree },
  courses: new Map([...courses].map(([id, course]) => [id, { ...course, area: 'other' }])),
};
const names = { title: (credit: string) => `Course ${credit}`, blocks: blocksById(degree) };

const planOf = (...ids: string[]): Plan => ({
  ...newPlan('p-1', 'exu', 'exu/ba-2026-27'),
  credits: ids.map((course, i): PlannedCredit => ({ id: `c${i + 1}`, course: `example/${course}`, status: 'planned' })),
});
const audit = (plan: Plan): DegreeAudit => auditPlan(plan, catalog, today);

function outcomeOf(id: string, of: DegreeAudit) {
  const found = of.outcomes.find(({ accepted }) => accepted.id === id);
  if (!found) throw new Error(`No ${id}`);
  return found;
}

/** The plan after the move, with what it did. */
function move(plan: Plan, made: Move): { plan: Plan; effect: MoveEffect; audit: DegreeAudit } {
  const after = editPlan(plan, made);
  return { plan: after, audit: audit(after), effect: effectBetween(audit(plan), audit(after), made.credit, degree) };
}

function repairOf({ plan, effect, audit: now }: ReturnType<typeof move>, credit: string): MoveRepair | undefined {
  const steps = findMoveRepair(plan, catalog, today, { credit, effect, audit: now });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const useHere = (credit: string, block: string, part = 0): Move => ({ kind: 'use-here', credit, part, block });

describe('where credit may go', () => {
  test('its targets are the blocks that it may fill, in the order of the map, with what each still needs', () => {
    const now = audit(planOf('philosophy'));
    expect(targetsOf(outcomeOf('c1.0', now), regionsOf(degree, now), now)).toEqual([
      { block: 'major', title: 'Humanities', shownIn: 'major', needed: 3, here: true },
      { block: 'electives', title: 'Electives', shownIn: 'electives', needed: 6, here: false },
    ]);
  });

  test('a track of which one is chosen is shown in the block around it', () => {
    const input = auditInput(planOf('art').credits, choiceDegree);
    const now = auditDegree(input);
    const targets = targetsOf(outcomeOf('c1.0', now), regionsOf(choiceDegree, now), now);
    expect(targets.map(({ block, shownIn: place }) => [block, place])).toEqual([
      ['arts-track', 'track'],
      ['discipline', 'discipline'],
    ]);
  });

  test('dropped on a block with tracks it goes to the track that it fits; where it fits none, to the first', () => {
    const input = auditInput(planOf('biology', 'composition').credits, choiceDegree);
    const now = auditDegree(input);
    const track = shownIn(regionsOf(choiceDegree, now), 'arts-track');
    if (!track) throw new Error('No track');
    expect(useIn(outcomeOf('c1.0', now), track, now)).toMatchObject({ kind: 'use-here', block: 'science-track' });
    expect(useIn(outcomeOf('c2.0', now), track, now)).toMatchObject({ kind: 'use-here', block: 'arts-track' });
  });

  test('of the tracks that it fits it goes to the one that needs most', () => {
    const now = auditDegree(auditInput(planOf('art').credits, choiceDegree));
    const track = blocksById(choiceDegree).get('track')!;
    const c1 = { ...outcomeOf('c1.0', now), mayFill: ['arts-track', 'science-track'] };
    const needing = (arts: number, science: number) => ({
      ...now,
      blocks: now.blocks.map((entry) => ({ ...entry, stillNeeded: entry.block === 'arts-track' ? arts : science })),
    });
    expect(useIn(c1, track, needing(3, 6))).toMatchObject({ block: 'science-track' });
    expect(useIn(c1, track, needing(6, 3))).toMatchObject({ block: 'arts-track' });
    expect(useIn(c1, track, needing(3, 3))).toMatchObject({ block: 'arts-track' });
    expect(useIn(c1, track, { ...now, blocks: [] })).toMatchObject({ block: 'arts-track' });
  });

  test('a block around others is drawn as the part that the map has of it', () => {
    const regions = regionsOf(degree);
    expect([shownIn(regions, 'english-2')?.id, shownIn(regions, 'calculus')?.id]).toEqual(['english-2', 'calculus']);
    expect(shownIn(regions, 'gone')).toBeUndefined();
  });

  test('a block offers the credits that may fill it and are elsewhere', () => {
    const now = audit(planOf('philosophy', 'calculus', 'exam-a'));
    const ids = (block: string) => movableTo(blocksById(degree).get(block)!, now).map(({ accepted }) => accepted.id);
    expect(ids('electives')).toEqual(['c1.0', 'c2.0']);
    expect(ids('major')).toEqual([]);
    expect(ids('capstone')).toEqual([]);
  });

  test('the block is counted aloud, with what it needs', () => {
    const now = audit(planOf('philosophy'));
    const targets = targetsOf(outcomeOf('c1.0', now), regionsOf(degree, now), now);
    expect(targetWords(targets, 0)).toBe('Block 1 of 2: Humanities. It is here now.');
    expect(targetWords(targets, 1)).toBe('Block 2 of 2: Electives. 6 hours still needed.');
  });
});

describe('what a move did', () => {
  test('a pin that costs nothing says that the hours stay the same', () => {
    const { effect } = move(planOf('philosophy'), useHere('c1', 'electives'));
    expect(isCostly(effect)).toBe(false);
    expect(hoursChangeWords(effect.hours)).toBe('The hours stay the same.');
  });

  test('a pin that pushes another course out says which, by how much, and why', () => {
    const { effect } = move(planOf('exam-a', 'calculus'), useHere('c2', 'electives'));
    expect(isCostly(effect)).toBe(true);
    expect(effect.short).toContainEqual({ block: 'calculus', hours: 3 });
    expect(effectWords(effect, names)).toMatch(/−\d/);
  });

  test('a pin on a block that takes no such credit cannot be kept, and is explained by that block', () => {
    const made = move(planOf('philosophy'), useHere('c1', 'calculus'));
    expect(made.effect.broken).toEqual([{ credit: 'c1', part: 0, block: 'calculus', reason: 'does-not-fit' }]);
    expect(effectWords(made.effect, names)).toMatch(/^Course c1 can’t be used in Calculus\. It does not fit/);
    expect(whyNotHere(outcomeOf('c1.0', made.audit), 'calculus', degree)).toBe('no-block-fits');
    expect(whyNotHere(outcomeOf('c1.0', made.audit), 'capstone', degree)).toBe('in-residence-only');
    expect(whyNotHere(outcomeOf('c1.0', made.audit), 'major', degree)).toBeUndefined();
    expect(repairOf(made, 'c1')).toEqual({ release: 'c1', met: 3 });
  });

  test('of two pins without room for both, the other one is the smallest to take back', () => {
    const first = move(planOf('exam-a', 'exam-b'), useHere('c1', 'electives'));
    const second = move(first.plan, useHere('c2', 'electives'));
    expect(second.effect.broken.length).toBe(1);
    expect(repairOf(second, 'c2')?.release).toBe('c1');
  });

  test('a rule of a requirement that has no page of its own is traced to that of the block around it', () => {
    const [source] = degree.sources;
    const around = [{ ...source!, url: 'english' }];
    const rule = { id: 'grade-b', kind: 'minimum-grade', grade: 'B', says: 'A grade of B.' } as const;
    const [english, ...rest] = degree.blocks;
    const children = english!.children!.map((child) => ({ ...child, qualifiers: [rule] }));
    const read = { ...degree, blocks: [{ ...english!, sources: around, children }, ...rest] };
    expect(sourcesOfRule('grade-b', read, school)).toEqual(around);
  });

  test('a rule is traced to where it was read: a maximum, a residency, a rule of a block, a rule of the degree', () => {
    const at = (path: string) => [{ says: 'Example', url: path, checkedOn: '2026-11', confidence: 'primary' as const }];
    const read = {
      degree: {
        ...degree,
        sources: at('degree'),
        blocks: degree.blocks.map((block) => (block.id === 'major' ? { ...block, sources: at('major') } : block)),
      },
      school: {
        ...school,
        maximums: school.maximums.map((rule) => ({ ...rule, sources: at('maximum') })),
        residency: school.residency.map((rule) => ({ ...rule, sources: at('residency') })),
      },
    };
    const of = (id: string) => sourcesOfRule(id, read.degree, read.school).map(({ url }) => url);
    expect(['exams', 'residency-1', 'major-upper', 'english-grade'].map(of)).toEqual([
      ['maximum'],
      ['residency'],
      ['major'],
      ['degree'],
    ]);
  });
});

describe('for any plan and any move', () => {
  const course = fc.constantFrom(
    'composition',
    'calculus',
    'biology',
    'philosophy',
    'art',
    'ethics',
    'exam-a',
    'exam-b',
  );
  const block = fc.constantFrom(...[...blocksById(degree).keys()].filter((id) => id !== 'english'));
  const pin = fc.record({ part: fc.constant(0), block, use: fc.boolean() });
  const anyMoved = fc
    .uniqueArray(course, { minLength: 1, maxLength: 6 })
    .chain((ids) =>
      fc.record({
        ids: fc.constant(ids),
        pins: fc.array(fc.option(pin, { nil: undefined }), { minLength: ids.length, maxLength: ids.length }),
        moved: fc.nat(ids.length - 1),
        block,
      }),
    )
    .map(({ ids, pins, moved, block: to }) => {
      const plan = planOf(...ids);
      const credits = plan.credits.map((credit, i) => ({ ...credit, ...(pins[i] ? { pins: [pins[i]] } : {}) }));
      return { plan: { ...plan, credits }, made: useHere(`c${moved + 1}`, to) };
    });

  test('the hours of the effect lead from the old answer to the new one, and what is short is in the degree', () => {
    fc.assert(
      fc.property(anyMoved, ({ plan, made }) => {
        const before = audit(plan);
        const { effect, audit: now } = move(plan, made);
        for (const reading of ['least', 'likely', 'most'] as const)
          expect(before.met[reading] + effect.hours[reading]).toBeCloseTo(now.met[reading]);
        for (const { block: id } of effect.short) expect(degree.blocks.flatMap(idsOf)).toContain(id);
        for (const { applied } of effect.pushedOut) expect(applied).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  test('a repair gives back the likely hours and leaves no more choices set aside than before', () => {
    fc.assert(
      fc.property(anyMoved, ({ plan, made }) => {
        const done = move(plan, made);
        const repair = isCostly(done.effect) ? repairOf(done, made.credit) : undefined;
        if (!repair) return;
        const before = audit(plan);
        const after = audit(makeChange(done.plan, { kind: 'release-pins', credit: repair.release }));
        expect(after.met.likely).toBe(repair.met);
        expect(after.met.likely).toBeGreaterThanOrEqual(before.met.likely);
        expect(after.brokenPins.length).toBeLessThanOrEqual(before.brokenPins.length);
      }),
      { numRuns: 1000 },
    );
  });
});

test('what did not change is the same object, so that it need not be drawn again', () => {
  const first = keepEqual(new Map(), new Map(Object.entries({ a: { hours: 3 }, b: { hours: 6 } })));
  const second = keepEqual(first, new Map(Object.entries({ a: { hours: 3 }, b: { hours: 7 } })));
  expect(second.get('a')).toBe(first.get('a'));
  expect(second.get('b')).toEqual({ hours: 7 });
});
