import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersIn, hopedFor } from '../../../src/planner/plan/decided.ts';
import { coursesNamedIn, namedBlocks } from '../../../src/planner/plan/named-blocks.ts';
import {
  checkAnswer,
  checkAnswered,
  codeAsPrinted,
  emptyPart,
  nobodyYet,
  type PartFields,
} from '../../../src/planner/plan/decision-entry.ts';
import { editPlan } from '../../../src/planner/plan/edits.ts';
import { openPlanFile, planToText } from '../../../src/planner/keeping/plan-file.ts';
import { answerProblemWords } from '../../../src/planner/audit/wording-decisions.ts';
import { degree, school } from '../../engine/example-university.ts';
import { landingIn, planOf, today } from '../example-catalog.ts';

const known = { school, named: coursesNamedIn(degree) };
const as = (...parts: Partial<PartFields>[]) =>
  checkAnswer({ answer: 'as', parts: parts.map((part) => ({ ...emptyPart, ...part })) }, undefined, known);

const answers: [what: string, part: Partial<PartFields>, becomes: object][] = [
  [
    'a course, however its code is typed',
    { hours: '3', as: 'course', code: 'phi 3010' },
    { semesterHours: 3, level: 'upper-division', title: 'Ethics', schoolCourse: 'PHI-3010' },
  ],
  [
    'a course that the catalog does not know',
    { hours: '4', as: 'course', code: 'geo101' },
    { semesterHours: 4, level: 'lower-division', title: 'GEO-101', schoolCourse: 'GEO-101' },
  ],
  [
    'general education',
    { hours: '3', as: 'area science', level: 'lower-division' },
    { semesterHours: 3, level: 'lower-division', title: 'Science', areas: ['science'] },
  ],
  [
    'an elective in a subject',
    { hours: '1,5', as: 'subject', code: ' phi ', level: 'upper-division' },
    { semesterHours: 1.5, level: 'upper-division', title: 'Elective in PHI', subject: 'PHI' },
  ],
  [
    'a free elective of a level nobody knows',
    { hours: '6', as: 'elective', level: 'not-known' },
    { semesterHours: 6, level: 'lower-division', title: 'Free elective' },
  ],
];

test.for(answers)('an answer can be %s', ([, part, becomes]) => {
  expect(as(part)).toEqual({ becomes: [becomes] });
});

const mistakes: [what: string, part: Partial<PartFields>, field: string, problem: string][] = [
  ['no hours', { as: 'elective', level: 'not-known' }, 'part-0-hours', 'hours-missing'],
  ['nothing chosen', { hours: '3' }, 'part-0-as', 'as-missing'],
  ['a course without a code', { hours: '3', as: 'course' }, 'part-0-code', 'code-missing'],
  ['a subject without a code', { hours: '3', as: 'subject', code: ' ' }, 'part-0-code', 'code-missing'],
  ['a subject after a number', { hours: '3', as: 'subject', code: '1PHI' }, 'part-0-code', 'code-not-a-subject'],
  ['a code that is none', { hours: '3', as: 'course', code: '1010' }, 'part-0-code', 'code-not-a-course'],
  ['a subject with a number', { hours: '3', as: 'subject', code: 'PHI-1' }, 'part-0-code', 'code-not-a-subject'],
  ['an elective without a level', { hours: '3', as: 'elective' }, 'part-0-level', 'level-missing'],
  ['an area that the school does not have', { hours: '3', as: 'area x' }, 'part-0-as', 'as-missing'],
];

test.for(mistakes)('an answer with %s says so beside the field', ([, part, field, problem]) => {
  expect(as(part)).toEqual({ mistakes: [{ field, problem }] });
});

test('an answer may have several parts, and each has its own mistakes', () => {
  const good = { hours: '3', as: 'course', code: 'ENG-1010' };
  expect(as(good, good)).toMatchObject({ becomes: [{ schoolCourse: 'ENG-1010' }, { schoolCourse: 'ENG-1010' }] });
  expect(as(good, { ...good, hours: 'x' })).toEqual({
    mistakes: [{ field: 'part-1-hours', problem: 'hours-not-a-number' }],
  });
});

test('a plain yes means what the planner expects, and is no answer where it expects nothing', () => {
  const plan = planOf('example/composition', 'example/nobody');
  const hoped = hopedFor(landingIn(plan, 'c1'));
  expect(checkAnswer({ answer: 'yes', parts: [] }, hoped, known)).toMatchObject({
    becomes: [{ schoolCourse: 'ENG-1010', semesterHours: 3 }, { schoolCourse: 'ENG-1020' }],
  });
  expect(hopedFor(landingIn(plan, 'c2'))).toBeUndefined();
  for (const answer of ['yes', '']) {
    expect(checkAnswer({ answer, parts: [] }, undefined, known)).toEqual({
      mistakes: [{ field: 'answer', problem: 'answer-missing' }],
    });
  }
});

const people: [by: string, date: [string, string, string], expected: object][] = [
  ['  The  registrar ', ['3', '11', '2026'], { answered: { by: 'The registrar', decidedOn: '2026-11-03' } }],
  ['Registrar', ['22', '11', '2026'], { answered: { by: 'Registrar', decidedOn: '2026-11-22' } }],
  ['Registrar', ['23', '11', '2026'], { mistakes: [{ field: 'day', problem: 'date-ahead' }] }],
  ['Registrar', ['', '', ''], { mistakes: [{ field: 'day', problem: 'date-missing' }] }],
  ['Registrar', ['31', '2', '2026'], { mistakes: [{ field: 'day', problem: 'date-not-real' }] }],
  ['x'.repeat(201), ['3', '11', '2026'], { mistakes: [{ field: 'by', problem: 'by-too-long' }] }],
];

test.for(people)('who answered and when: %s on %s', ([by, [day, month, year], expected]) => {
  expect(checkAnswered({ by, day, month, year }, today)).toEqual(expected);
});

test('nobody and no day are two mistakes', () => {
  expect(checkAnswered(nobodyYet, today)).toMatchObject({ mistakes: [{ field: 'by' }, { field: 'day' }] });
});

test('a code is read as the school prints it', () => {
  expect(codeAsPrinted('eng 130', ['ENG 130'])).toBe('ENG 130');
  expect(codeAsPrinted('eng130', [])).toBe('ENG-130');
  expect(codeAsPrinted('130', ['ENG 130'])).toBeUndefined();
});

test('whatever is typed, the answer can be saved and opened again, or each mistake has words', () => {
  const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('3', 'PSY-1010', 'psy', '12.5', '1e3', '<b>'));
  const part = fc.record({
    hours: text,
    as: fc.oneof(text, fc.constantFrom('course', 'subject', 'elective', 'area science')),
    code: text,
    level: fc.oneof(text, fc.constantFrom('upper-division', 'not-known')),
  });
  const who = fc.record({ by: text, day: text, month: text, year: text });
  const answered = fc.oneof(who, fc.constant({ by: 'Registrar', day: '1', month: '11', year: '2026' }));
  fc.assert(
    fc.property(
      fc.constantFrom('as', 'no'),
      fc.array(part, { minLength: 1, maxLength: 3 }),
      answered,
      (answer, parts, by) => {
        const checked = checkAnswer({ answer, parts }, undefined, known);
        const whoAndWhen = checkAnswered(by, today);
        for (const one of [checked, whoAndWhen]) {
          if (!('mistakes' in one)) continue;
          expect(one.mistakes.length).toBeGreaterThan(0);
          for (const { problem } of one.mistakes) expect(answerProblemWords(problem)).toMatch(/^[A-Z]/);
        }
        if ('mistakes' in checked || 'mistakes' in whoAndWhen) return;
        const decision = { becomes: checked.becomes, ...whoAndWhen.answered };
        const plan = editPlan(planOf('example/art'), { kind: 'decide', credit: 'c1', decision });
        expect(openPlanFile(planToText(plan))).toEqual({ plan, notices: [] });
      },
    ),
    { numRuns: 3000 },
  );
});

test('every answer of the school in a plan is listed once, with who said it', () => {
  const by = { decidedOn: '2026-11-01', by: 'Registrar' };
  const edits = [
    { kind: 'decide', credit: 'c1', decision: { becomes: [], ...by } },
    { kind: 'substitute', credit: 'c2', part: 0, made: { schoolCourse: 'ENG-1010', ...by } },
    { kind: 'substitute', credit: 'c2', part: 0, made: { schoolCourse: 'ENG-1020', ...by } },
    { kind: 'apply-here', credit: 'c2', part: 0, made: { block: 'major', ...by } },
    { kind: 'waive', block: 'calculus', answered: by },
    { kind: 'waive', block: 'calculus', answered: by },
  ] as const;
  const plan = edits.reduce(editPlan, planOf('example/art', 'example/ethics'));
  expect(answersIn(plan)).toEqual([
    { kind: 'decision', credit: 'c1', becomes: [], ...by },
    { kind: 'substitution', credit: 'c2', part: 0, schoolCourse: 'ENG-1020', ...by },
    { kind: 'applied-here', credit: 'c2', part: 0, block: 'major', ...by },
    { kind: 'waiver', block: 'calculus', ...by },
  ]);
  const back = [
    { kind: 'decide', credit: 'c1', decision: undefined },
    { kind: 'substitute', credit: 'c2', part: 0, made: undefined },
    { kind: 'apply-here', credit: 'c2', part: 0, made: undefined },
    { kind: 'waive', block: 'calculus', answered: undefined },
  ] as const;
  expect(back.reduce(editPlan, plan)).toEqual(planOf('example/art', 'example/ethics'));
});

test('blocks to choose from carry the names of those around them', () => {
  expect(namedBlocks(degree).slice(0, 3)).toEqual([
    { id: 'english', name: 'English', isLeaf: false },
    { id: 'english-1', name: 'English › English I', isLeaf: true },
    { id: 'english-2', name: 'English › English II', isLeaf: true },
  ]);
});
