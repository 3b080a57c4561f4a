/** What a student can do to a plan, one edit of each sort. */
import type { Edit } from '../../../src/planner/plan/edits.ts';
import { examplePlan } from '../example-plan.ts';

const answered = { decidedOn: '2026-09-01', by: 'Registrar' };
export const typedSpanish = { title: 'Spanish', semesterHours: 4, level: 'lower-division', source: 'college' } as const;
const [biology, ethics, calculus] = examplePlan.credits;
const decision = { becomes: [], ...answered };

/** Every sort of edit, and what it changes of the example plan. */
export const edits: readonly [Edit, object][] = [
  [
    { kind: 'choose-degree', school: 'tesu', degree: 'tesu/ba' },
    { school: 'tesu', degree: 'tesu/ba' },
  ],
  [{ kind: 'choose-degree', school: examplePlan.school, degree: 'other' }, { degree: 'other' }],
  [{ kind: 'choose-degree', school: 'other', degree: examplePlan.degree }, { school: 'other' }],
  [{ kind: 'rename', name: ' Evening plan ' }, { name: 'Evening plan' }],
  [
    { kind: 'add-course', course: 'clep/chemistry' },
    { credits: [biology, ethics, calculus, { id: 'c4', course: 'clep/chemistry', status: 'considering' }] },
  ],
  [
    { kind: 'add-typed', typed: typedSpanish },
    { credits: [biology, ethics, calculus, { id: 'c4', typed: typedSpanish, status: 'considering' }] },
  ],
  [
    {
      kind: 'add-many',
      credits: [
        { course: 'clep/biology', status: 'planned' },
        { course: 'dsst/ethics', status: 'completed', score: 60, completedOn: '2026-01-02' },
        { course: 'dsst/ethics', status: 'planned' },
        { typed: typedSpanish, status: 'completed', grade: 'B' },
        { typed: typedSpanish, status: 'planned' },
      ],
    },
    {
      credits: [
        biology,
        ethics,
        calculus,
        { id: 'c4', course: 'dsst/ethics', status: 'completed', score: 60, completedOn: '2026-01-02' },
        { id: 'c5', typed: typedSpanish, status: 'completed', grade: 'B' },
        { id: 'c6', typed: typedSpanish, status: 'planned' },
      ],
    },
  ],
  [
    { kind: 'record-answers', answers: ['c1', 'gone', 'c2'].map((id) => ({ credit: id, decision })) },
    { credits: [{ ...biology, decision }, { ...ethics, decision }, calculus] },
  ],
  [{ kind: 'waive', block: 'history', answered }, { waivers: [{ block: 'history', ...answered }] }],
  [{ kind: 'set-identity', identity: { idCountry: 'GB' } }, { identity: { idCountry: 'GB' } }],
  [{ kind: 'set-start', startsOn: '2026-09-01' }, { startsOn: '2026-09-01' }],
  [{ kind: 'remove', credit: 'c2' }, { credits: [biology, calculus] }],
  [
    { kind: 'set-progress', credit: 'c2', progress: { status: 'completed', grade: 'A' } },
    { credits: [biology, { ...ethics, status: 'completed', grade: 'A' }, calculus] },
  ],
  [
    { kind: 'set-typed', credit: 'c3', typed: typedSpanish },
    { credits: [biology, ethics, { ...calculus, typed: typedSpanish }] },
  ],
  [
    { kind: 'use-here', credit: 'c1', part: 1, block: 'history' },
    { credits: [{ ...biology, pins: [{ part: 1, block: 'history', use: true }] }, ethics, calculus] },
  ],
  [
    { kind: 'keep-out', credit: 'c1', part: 0, blocks: ['history', 'electives'] },
    {
      credits: [
        { ...biology, pins: ['history', 'electives'].map((place) => ({ part: 0, block: place, use: false })) },
        ethics,
        calculus,
      ],
    },
  ],
  [
    { kind: 'release', credit: 'c2', part: 0 },
    { credits: [biology, { id: 'c2', course: 'sophia/ethics', status: 'considering' }, calculus] },
  ],
  [{ kind: 'decide', credit: 'c1', decision }, { credits: [{ ...biology, decision }, ethics, calculus] }],
  [
    { kind: 'substitute', credit: 'c1', part: 0, made: { schoolCourse: 'PSY-1010', ...answered } },
    {
      credits: [{ ...biology, substitutions: [{ schoolCourse: 'PSY-1010', ...answered, part: 0 }] }, ethics, calculus],
    },
  ],
  [
    { kind: 'apply-here', credit: 'c1', part: 0, made: { block: 'history', ...answered } },
    { credits: [{ ...biology, appliedHere: [{ block: 'history', ...answered, part: 0 }] }, ethics, calculus] },
  ],
  [
    { kind: 'note-trail', credit: 'c1', notes: { route: 'clep' } },
    { credits: [{ ...biology, trail: { route: 'clep' } }, ethics, calculus] },
  ],
  [
    { kind: 'make-change', credit: 'c2', change: { kind: 'release-pins', credit: 'c2' } },
    { credits: [biology, { id: 'c2', course: 'sophia/ethics', status: 'considering' }, calculus] },
  ],
];
