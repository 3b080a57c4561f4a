/** Two tabs' changes in one plan: each change is in it, or the student is asked. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editPlan, type Edit } from '../../../src/planner/plan/edits.ts';
import { mergePlans } from '../../../src/planner/plan/plan-difference.ts';
import { openPlanFile, planToText } from '../../../src/planner/keeping/plan-file.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import { examplePlan } from '../example-plan.ts';

const edit = (...edits: readonly Edit[]): Plan => edits.reduce(editPlan, examplePlan);

const together: [what: string, mine: Edit, theirs: Edit][] = [
  ['different courses added', { kind: 'add-course', course: 'a/a' }, { kind: 'add-course', course: 'b/b' }],
  ['the same course added', { kind: 'add-course', course: 'a/a' }, { kind: 'add-course', course: 'a/a' }],
  ['one added, one removed', { kind: 'add-course', course: 'a/a' }, { kind: 'remove', credit: 'c1' }],
  ['the same one removed', { kind: 'remove', credit: 'c1' }, { kind: 'remove', credit: 'c1' }],
  ['a name and a degree', { kind: 'rename', name: 'Mine' }, { kind: 'choose-degree', school: 'x', degree: 'x/y' }],
  [
    'two different credits changed',
    { kind: 'use-here', credit: 'c1', part: 0, block: 'x' },
    { kind: 'set-progress', credit: 'c2', progress: { status: 'completed' } },
  ],
];

test.for(together)('%s go together, in either order', ([, mine, theirs]) => {
  const one = mergePlans(examplePlan, edit(mine), edit(theirs));
  const other = mergePlans(examplePlan, edit(theirs), edit(mine));
  const says = (plan: Plan | undefined) =>
    plan && { ...plan, credits: plan.credits.map(({ id: _, ...credit }) => JSON.stringify(credit)).sort() };
  expect(one).toBeDefined();
  expect(says(one)).toEqual(says(other));
  const wanted = edit(mine, theirs);
  expect(says(one)).toEqual({ ...says(wanted), revision: one?.revision });
});

const asked: [what: string, mine: Edit, theirs: Edit][] = [
  ['two names', { kind: 'rename', name: 'Mine' }, { kind: 'rename', name: 'Theirs' }],
  [
    'two degrees',
    { kind: 'choose-degree', school: 'x', degree: 'x/y' },
    { kind: 'choose-degree', school: 'x', degree: 'x/z' },
  ],
  [
    'two places for one credit',
    { kind: 'use-here', credit: 'c1', part: 0, block: 'x' },
    { kind: 'use-here', credit: 'c1', part: 0, block: 'y' },
  ],
  [
    'one credit removed and changed',
    { kind: 'remove', credit: 'c1' },
    { kind: 'use-here', credit: 'c1', part: 0, block: 'x' },
  ],
  [
    'one credit changed and removed',
    { kind: 'use-here', credit: 'c1', part: 0, block: 'x' },
    { kind: 'remove', credit: 'c1' },
  ],
];

test.for(asked)('%s are for the student to choose', ([, mine, theirs]) => {
  expect(mergePlans(examplePlan, edit(mine), edit(theirs))).toBeUndefined();
});

const credit = fc.constantFrom('c1', 'c2', 'c3');
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('rename' as const), name: fc.constantFrom('One', 'Two') }),
  fc.record({
    kind: fc.constant('add-course' as const),
    course: fc.constantFrom('clep/chemistry', 'clep/calculus', 'dsst/ethics'),
  }),
  fc.record({ kind: fc.constant('remove' as const), credit }),
  fc.record({
    kind: fc.constant('use-here' as const),
    credit,
    part: fc.nat(1),
    block: fc.constantFrom('history', 'electives'),
  }),
);
const edits = fc.array(anyEdit, { maxLength: 6 });

test('of 5,000 pairs of tabs, what goes together can be saved and has all that either tab added, changed and removed', () => {
  let merges = 0;
  fc.assert(
    fc.property(edits, edits, (here, there) => {
      const [mine, theirs] = [edit(...here), edit(...there)];
      const merged = mergePlans(examplePlan, mine, theirs);
      if (!merged) return;
      merges += 1;
      expect(openPlanFile(planToText(merged))).toEqual({ plan: merged, notices: [] });
      const bare = ({ credits }: Plan) => credits.map(({ id: _, ...rest }) => JSON.stringify(rest));
      const old = bare(examplePlan);
      // Whatever a tab added or changed is there, and what it removed is not.
      for (const plan of [mine, theirs]) {
        expect(bare(merged)).toEqual(expect.arrayContaining(bare(plan).filter((one) => !old.includes(one))));
        const gone = old.filter((one) => !bare(plan).includes(one));
        expect(bare(merged).filter((one) => gone.includes(one))).toEqual([]);
      }
      expect(merged.revision).toBeGreaterThan(Math.max(mine.revision, theirs.revision));
    }),
    { numRuns: 5000 },
  );
  expect(merges).toBeGreaterThan(500);
});
