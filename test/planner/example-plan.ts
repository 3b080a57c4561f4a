/** Plans for tests: one by hand, and any that a student could have. */
import fc from 'fast-check';
import { gradeOrder } from '../../src/engine/index.ts';
import { newPlan } from '../../src/planner/plan/plan-changes.ts';
import type { Plan } from '../../src/planner/plan/plan.ts';
import { idKinds, type CreditTrail, type Identity } from '../../src/planner/trail/trail-notes.ts';

/** A plan with two courses of the catalog and one that was typed. */
export const examplePlan: Plan = {
  ...newPlan('p-1', 'example-u', 'example-u/ba-2026-27'),
  revision: 4,
  credits: [
    { id: 'c1', course: 'clep/biology', status: 'completed', score: 58, completedOn: '2026-02-28' },
    { id: 'c2', course: 'sophia/ethics', status: 'considering', pins: [{ part: 0, block: 'humanities', use: true }] },
    {
      id: 'c3',
      typed: { title: 'Calculus', semesterHours: 4, level: 'lower-division', subject: 'MAT', source: 'foreign' },
      status: 'planned',
    },
  ],
};

const id = fc.stringMatching(/^[a-z0-9-]{1,12}(\/[a-z0-9-]{1,12})?$/);
const title = fc.string({ maxLength: 200, unit: 'grapheme' }).filter((text) => text.length <= 200);
const hours = fc.integer({ min: 1, max: 3000 }).map((hundredths) => hundredths / 100);
const level = fc.constantFrom('vocational', 'lower-division', 'upper-division', 'graduate');
const date = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const pin = fc.record({ part: fc.integer({ min: 0, max: 9 }), block: id, use: fc.boolean() });

const typed = fc.record(
  {
    title,
    semesterHours: hours,
    level,
    subject: fc.constantFrom('PSY', 'MAT'),
    schoolCourse: fc.constantFrom('PSY-1010', 'SOS-1100'),
    source: fc.constantFrom('school', 'college', 'exam', 'alternative', 'foreign'),
  },
  { requiredKeys: ['title', 'semesterHours', 'level', 'source'] },
);

const decision = fc.record({
  becomes: fc.array(fc.record({ semesterHours: hours, level, title }), { maxLength: 3 }),
  decidedOn: date,
  by: title,
});

const answered = { decidedOn: date, by: title };
const substitution = fc.record({ part: fc.nat(9), schoolCourse: fc.constantFrom('PSY-1010', 'ENC 1101'), ...answered });
const appliedHere = fc.record({ part: fc.nat(9), block: id, ...answered });
const waiver = fc.record({ block: id, ...answered });

const noteId = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const stepNote = fc.record(
  {
    state: fc.constantFrom('done', 'waiting', 'failed', 'not-needed'),
    on: date,
    note: fc.string({ maxLength: 30, unit: 'grapheme' }),
    link: fc.constantFrom('https://a.example/', 'http://b.example/badge?id=1#top'),
  },
  { requiredKeys: ['state'] },
);
const requirementNote = fc.record(
  { state: fc.constantFrom('met', 'failed', 'not-needed'), on: date },
  { requiredKeys: ['state'] },
);
const saysSomething = (value: object): boolean => Object.keys(value).length > 0;
const minutes = fc.nat(24 * 60 - 1).map((all) => [Math.floor(all / 60), all % 60]);

/** Any trail that can be saved. */
export const anyTrail: fc.Arbitrary<CreditTrail> = fc
  .record(
    {
      route: noteId,
      organisation: noteId,
      courseEndsOn: date,
      steps: fc.dictionary(noteId, stepNote, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
      requirements: fc.dictionary(noteId, requirementNote, { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
      exam: fc.record({
        on: date,
        at: minutes.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
        zone: fc.constantFrom('Africa/Lagos', 'Asia/Kathmandu', 'America/Sao_Paulo', 'Etc/GMT+10'),
      }),
      membership: fc.record({ since: date, months: fc.integer({ min: 1, max: 60 }) }),
      names: fc.record({ inRecord: title, onTranscript: title }, { requiredKeys: [] }).filter(saysSomething),
    },
    { requiredKeys: [] },
  )
  .filter(saysSomething);

const identity: fc.Arbitrary<Identity> = fc
  .record(
    { nameOnId: title, idKind: fc.constantFrom(...idKinds), idCountry: fc.constantFrom('NG', 'IN', 'BR') },
    { requiredKeys: [] },
  )
  .filter(saysSomething);

const rest = fc.record(
  {
    status: fc.constantFrom('considering', 'planned', 'in-progress', 'completed', 'transcript-sent', 'evaluated'),
    score: fc.integer({ min: 0, max: 500 }),
    grade: fc.constantFrom(...gradeOrder),
    completedOn: date,
    pins: fc.array(pin, { maxLength: 4 }),
    decision,
    substitutions: fc.array(substitution, { minLength: 1, maxLength: 3 }),
    appliedHere: fc.array(appliedHere, { minLength: 1, maxLength: 3 }),
    trail: anyTrail,
  },
  { requiredKeys: ['status'] },
);

const credit = fc
  .tuple(fc.oneof(fc.record({ course: id }), fc.record({ typed })), rest)
  .map(([what, progress]) => ({ ...what, ...progress }));

/** Any plan that can be saved. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record(
    {
      name: title,
      school: id,
      degree: id,
      revision: fc.nat(),
      credits: fc.array(credit, { maxLength: 12 }),
      waivers: fc.array(waiver, { minLength: 1, maxLength: 3 }),
      startsOn: date,
      identity,
    },
    { requiredKeys: ['name', 'school', 'degree', 'revision', 'credits'] },
  )
  .map(({ credits, ...fields }) => ({
    ...newPlan('p-any', '', ''),
    ...fields,
    credits: credits.map((fields, i) => ({ id: `c${i + 1}`, ...fields })),
  }));
