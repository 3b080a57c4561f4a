import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditAfter, editAsPrinted, editPlan, isMove, refusalOf, type Edit } from '../../../src/planner/plan/edits.ts';
import { planToText, openPlanFile } from '../../../src/planner/keeping/plan-file.ts';
import { mostCredits } from '../../../src/planner/plan/plan.ts';
import { anyPlan, anyTrail, examplePlan } from '../example-plan.ts';
import { edits, typedSpanish } from './every-edit.ts';

const credit = fc.constantFrom('c1', 'c2', 'c3', 'gone');
const block = fc.constantFrom('history', 'electives', 'humanities');
const part = fc.nat(3);
const answered = { decidedOn: '2026-09-01', by: 'Registrar' };
const title = fc.string({ minLength: 1, maxLength: 30 });

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('choose-degree' as const),
    school: fc.constant('tesu'),
    degree: fc.constant('tesu/ba'),
  }),
  fc.record({ kind: fc.constant('rename' as const), name: title }),
  fc.record({ kind: fc.constant('add-course' as const), course: fc.constantFrom('clep/biology', 'clep/chemistry') }),
  fc.record({
    kind: fc.constant('add-typed' as const),
    typed: fc.record({
      title,
      semesterHours: fc.constantFrom(1, 3, 4.5),
      level: fc.constant('lower-division' as const),
      source: fc.constant('college' as const),
    }),
  }),
  fc.record({
    kind: fc.constant('add-many' as const),
    credits: fc.array(
      fc.record({ course: fc.constantFrom('clep/biology', 'dsst/ethics'), status: fc.constant('planned' as const) }),
    ),
  }),
  fc.record({ kind: fc.constant('remove' as const), credit }),
  fc.record({
    kind: fc.constant('set-progress' as const),
    credit,
    progress: fc.record({ status: fc.constantFrom('planned' as const, 'completed' as const) }),
  }),
  fc.record({
    kind: fc.constant('set-typed' as const),
    credit,
    typed: fc.record({
      title,
      semesterHours: fc.constantFrom(1, 3, 4.5),
      level: fc.constant('upper-division' as const),
      source: fc.constant('college' as const),
    }),
  }),
  fc.record({ kind: fc.constant('use-here' as const), credit, part, block }),
  fc.record({ kind: fc.constant('keep-out' as const), credit, part, blocks: fc.array(block) }),
  fc.record({ kind: fc.constant('release' as const), credit, part }),
  fc.record({
    kind: fc.constant('decide' as const),
    credit,
    decision: fc.constantFrom(undefined, { becomes: [], ...answered }),
  }),
  fc.record({
    kind: fc.constant('substitute' as const),
    credit,
    part,
    made: fc.constantFrom(undefined, { schoolCourse: 'PSY-1010', ...answered }),
  }),
  fc.record({
    kind: fc.constant('apply-here' as const),
    credit,
    part,
    made: fc.constantFrom(undefined, { block: 'history', ...answered }),
  }),
  fc.record({ kind: fc.constant('waive' as const), block, answered: fc.constantFrom(undefined, answered) }),
  fc.record({
    kind: fc.constant('record-answers' as const),
    answers: fc.array(fc.record({ credit, decision: fc.constant({ becomes: [], ...answered }) }), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('note-trail' as const), credit, notes: anyTrail }),
  fc.record({
    kind: fc.constant('set-identity' as const),
    identity: fc.constantFrom(undefined, { nameOnId: 'Ada Lovelace', idKind: 'passport' as const, idCountry: 'GB' }),
  }),
);

test('any edit of any plan gives a plan that can be saved and opened again, and leaves the old one as it was', () => {
  fc.assert(
    fc.property(anyPlan, anyEdit, (plan, edit) => {
      const before = JSON.stringify(plan);
      const after = editPlan(plan, edit);
      expect(JSON.stringify(plan)).toBe(before);
      expect(openPlanFile(planToText(after))).toEqual({ plan: after, notices: [] });
    }),
    { numRuns: 2000 },
  );
});

test('an edit that is refused changes nothing, and one made twice changes nothing the second time', () => {
  fc.assert(
    fc.property(anyPlan, anyEdit, (plan, edit) => {
      const after = editPlan(plan, edit);
      if (refusalOf(plan, edit)) expect(after).toBe(plan);
      else if (edit.kind !== 'add-typed') expect(editPlan(after, edit)).toBe(after);
    }),
    { numRuns: 2000 },
  );
});

test('the credit of an edit is the one it is about, the new one where it adds, none where it is gone', () => {
  const after = (edit: Edit) => creditAfter(edit, editPlan(examplePlan, edit));
  expect(after({ kind: 'add-course', course: 'clep/chemistry' })).toBe('c4');
  expect(after({ kind: 'release', credit: 'c2', part: 0 })).toBe('c2');
  expect(after({ kind: 'remove', credit: 'c2' })).toBeUndefined();
  expect(after({ kind: 'rename', name: 'Other' })).toBeUndefined();
});

test.for(edits)('the edit %j changes this and nothing else', ([edit, changed]) => {
  expect(editPlan(examplePlan, edit)).toEqual({ ...examplePlan, ...changed });
  expect(refusalOf(examplePlan, edit)).toBeUndefined();
});

test('credit is moved by "use it here", "keep it out", "choose again" and what the engine found', () => {
  const moves = edits.map(([edit]) => edit).filter(isMove);
  expect(new Set(moves.map(({ kind }) => kind))).toEqual(new Set(['use-here', 'keep-out', 'release', 'make-change']));
});

test('a course that is there is refused alone; of many, the others are added', () => {
  const again: Edit = { kind: 'add-course', course: 'clep/biology' };
  expect(refusalOf(examplePlan, again)).toEqual({ refused: 'duplicate', credit: 'c1' });
  expect(editPlan(examplePlan, again)).toBe(examplePlan);
  const many: Edit = { kind: 'add-many', credits: [{ course: 'clep/biology', status: 'planned' }] };
  expect(refusalOf(examplePlan, many)).toBeUndefined();
  expect(editPlan(examplePlan, many)).toBe(examplePlan);
});

test.for<Edit>([
  { kind: 'add-course', course: 'dsst/ethics' },
  { kind: 'add-typed', typed: typedSpanish },
  { kind: 'add-many', credits: [{ course: 'dsst/ethics', status: 'planned' }] },
])('a full plan takes no other course and stays as it was: %j', (edit) => {
  const credits = Array.from({ length: mostCredits }, (_, at) => ({
    id: `c${at + 1}`,
    course: `clep/${at}`,
    status: 'planned' as const,
  }));
  const almost = { ...examplePlan, credits: credits.slice(1) };
  expect(editPlan(almost, edit).credits).toHaveLength(mostCredits);
  const full = { ...examplePlan, credits };
  expect(refusalOf(full, edit)).toEqual({ refused: 'plan-full' });
  expect(editPlan(full, edit)).toBe(full);
  const known: Edit = { kind: 'add-many', credits: [{ course: 'clep/0', status: 'planned' }] };
  expect(refusalOf(full, known)).toBeUndefined();
});

test('the credit of a typed course is the new one, that of an empty plan is none', () => {
  const edit: Edit = { kind: 'add-typed', typed: typedSpanish };
  expect(creditAfter(edit, editPlan(examplePlan, edit))).toBe('c4');
  expect(creditAfter(edit, { ...examplePlan, credits: [] })).toBeUndefined();
});

test('of every edit that types courses, each stands with its code as the school prints it; nothing else is changed', () => {
  const typed = { title: 'A', semesterHours: 3, level: 'lower-division', source: 'school' } as const;
  const [asTyped, asPrinted] = ['psy 101', 'PSY-101'].map((schoolCourse) => ({ ...typed, schoolCourse }));
  const [as, printed] = [asTyped!, asPrinted!];
  const fromCatalog = { course: 'clep/biology', status: 'planned' } as const;
  const cases: readonly (readonly [Edit, Edit])[] = [
    [
      { kind: 'add-typed', typed: as },
      { kind: 'add-typed', typed: printed },
    ],
    [
      { kind: 'set-typed', credit: 'c1', typed: as },
      { kind: 'set-typed', credit: 'c1', typed: printed },
    ],
    [
      { kind: 'add-many', credits: [{ typed: as, status: 'planned' }, fromCatalog] },
      { kind: 'add-many', credits: [{ typed: printed, status: 'planned' }, fromCatalog] },
    ],
    [
      { kind: 'rename', name: 'psy 101' },
      { kind: 'rename', name: 'psy 101' },
    ],
  ];
  for (const [asked, made] of cases) expect(editAsPrinted(asked, [{ code: 'PSY-101' }])).toEqual(made);
});
