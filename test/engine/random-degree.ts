/** Random small degrees and schools with every kind of rule, and plans of typed-in credit for them. */
import fc from 'fast-check';
import type { Decision, PlannedCredit } from '../../src/engine/index.ts';
import { degreeSchema, type Degree, type Qualifier, type RequirementBlock } from '../../src/schemas/degree.ts';
import type { Fits } from '../../src/schemas/fits.ts';
import type { CreditSource, School } from '../../src/schemas/school.ts';
import { school as exampleSchool } from './example-university.ts';

const primary = { says: 'Example', url: 'https://example.edu/', checkedOn: '2026-11', confidence: 'primary' } as const;
const sources = [primary];
const sourceKinds: readonly CreditSource[] = ['school', 'college', 'exam', 'alternative', 'foreign'];
const subjects = ['PHI', 'ART', 'BIO', 'MAT'];
const areas = ['humanities', 'science'];

/** Which credit is meant, without names of courses: those can be had only once. */
const fits: fc.Arbitrary<Fits> = fc.oneof(
  fc.constant({}),
  fc.subarray(subjects, { minLength: 1 }).map((some) => ({ subjects: some })),
  fc.subarray(areas, { minLength: 1 }).map((some) => ({ areas: some })),
  fc.constant<Fits>({ level: 'upper-division' }),
  fc.constant<Fits>({ areas: ['humanities'], subjects: ['MAT'] }),
  fc.constant<Fits>({ subjects: ['PHI', 'ART'], except: { subjects: ['ART'] } }),
  fc.subarray([...sourceKinds], { minLength: 1 }).map((from) => ({ from })),
);

const qualifier: fc.Arbitrary<Omit<Extract<Qualifier, { kind: 'at-least' }>, 'id'> | Omit<Qualifier, 'id'>> = fc
  .oneof(
    fc.record({ kind: fc.constant('at-least' as const), semesterHours: fc.integer({ min: 1, max: 5 }), of: fits }),
    fc.record({ kind: fc.constant('at-most' as const), semesterHours: fc.integer({ min: 0, max: 5 }), of: fits }),
    fc.record({ kind: fc.constant('at-least-subjects' as const), subjects: fc.integer({ min: 2, max: 3 }) }),
    fc.record({ kind: fc.constant('at-most-per-subject' as const), semesterHours: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ kind: fc.constant('one-subject' as const) }),
  )
  .map((rule) => ({ ...rule, says: `A rule: ${rule.kind}.` }));

type Draft = {
  hours: number;
  fits: Fits;
  rules: Omit<Qualifier, 'id'>[];
  inResidence: boolean;
  courses: number;
  shares: boolean;
  parent: boolean;
  choose: boolean;
};
const often = (share: number): fc.Arbitrary<boolean> => fc.integer({ min: 1, max: 100 }).map((one) => one <= share);
const draft: fc.Arbitrary<Draft> = fc.record({
  hours: fc.integer({ min: 1, max: 6 }),
  fits,
  rules: fc.oneof(
    { weight: 2, arbitrary: fc.constant<Omit<Qualifier, 'id'>[]>([]) },
    fc.array(qualifier, { minLength: 1, maxLength: 2 }),
  ),
  inResidence: often(12),
  courses: fc.integer({ min: 0, max: 8 }),
  shares: often(10),
  parent: often(30),
  choose: often(30),
});

const named = (rules: readonly Omit<Qualifier, 'id'>[], of: string): Qualifier[] =>
  rules.map((rule, index) => ({ ...rule, id: `${of}-rule-${index}` }) as Qualifier);

function leafOf(one: Draft, id: string): RequirementBlock {
  return {
    id,
    title: id,
    semesterHours: one.hours,
    fits: one.fits,
    qualifiers: named(one.rules, id),
    ...(one.inResidence ? { inResidence: true } : {}),
    ...(one.courses > 0 && one.courses < 3 ? { courses: one.courses } : {}),
  };
}

function blockOf(one: Draft, index: number): RequirementBlock {
  const id = `block-${index}`;
  if (!one.parent) return leafOf(one, id);
  const child = (number: number): RequirementBlock => ({
    ...leafOf({ ...one, rules: [], courses: 0 }, `${id}-${number}`),
    ...(number === 2 ? { fits: {} } : {}),
  });
  const children = [child(1), child(2)];
  const size = one.choose ? one.hours : 2 * one.hours;
  return {
    id,
    title: id,
    semesterHours: size,
    children,
    qualifiers: named(one.rules, id),
    ...(one.choose ? { choose: 1 } : {}),
  };
}

/** A degree of two to four blocks, of at most 24 hours. */
export const randomDegree: fc.Arbitrary<Degree> = fc
  .record({
    drafts: fc.array(draft, { minLength: 2, maxLength: 4 }),
    rules: fc.array(qualifier, { maxLength: 2 }),
    excess: fc.boolean(),
  })
  .map(({ drafts, rules, excess }) => {
    const blocks = drafts.map(blockOf);
    const [first] = blocks;
    const sharing = drafts.findIndex(({ shares, parent }, index) => index > 0 && shares && !parent);
    const shared = blocks.map((block, index) =>
      index === sharing && first ? { ...block, mayShareWith: [first.id] } : block,
    );
    const electives = { id: 'electives', title: 'Electives', semesterHours: 3, fits: {}, takesExcess: true };
    const all = excess ? [...shared, electives] : shared;
    return degreeSchema.parse({
      title: 'Random Studies',
      school: 'exu',
      award: 'bachelor',
      abbreviation: 'BA',
      catalogYear: '2026-27',
      semesterHours: all.reduce((sum, { semesterHours }) => sum + semesterHours, 0),
      completeness: 'complete',
      blocks: all,
      qualifiers: named(rules, 'degree'),
      sources,
    });
  });

/** The block and all in it, with names of their own. */
function renamed(block: RequirementBlock, by: string): RequirementBlock {
  const { id, mayShareWith, children, qualifiers = [] } = block;
  return {
    ...block,
    id: by + id,
    qualifiers: qualifiers.map((rule) => ({ ...rule, id: by + rule.id })),
    ...(mayShareWith ? { mayShareWith: mayShareWith.map((other) => by + other) } : {}),
    ...(children ? { children: children.map((child) => renamed(child, by)) } : {}),
  };
}

/** A degree of the blocks of three: six to twelve, under the first one's rules for the whole. */
export const largeRandomDegree: fc.Arbitrary<Degree> = fc
  .tuple(randomDegree, randomDegree, randomDegree)
  .map(([first, ...others]) => {
    const more = others.flatMap(({ blocks }, index) =>
      blocks.filter(({ takesExcess }) => !takesExcess).map((block) => renamed(block, `${index}-`)),
    );
    const blocks = [...first.blocks, ...more];
    return { ...first, blocks, semesterHours: blocks.reduce((sum, { semesterHours }) => sum + semesterHours, 0) };
  });

const fromElsewhere = sourceKinds.filter((kind) => kind !== 'school');

/** A school with up to two maximums, and maybe hours to be earned there. */
export const randomSchool: fc.Arbitrary<School> = fc
  .record({
    maximums: fc.array(
      fc.record({ atMost: fc.integer({ min: 0, max: 12 }), counts: fc.subarray(fromElsewhere, { minLength: 1 }) }),
      { maxLength: 2 },
    ),
    residency: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
  })
  .map(({ maximums, residency }) => ({
    ...exampleSchool,
    accepts: sourceKinds.map((from) => ({ from, verdict: 'yes' as const, says: 'Accepted.', sources })),
    maximums: maximums.map((maximum, index) => ({
      ...maximum,
      id: `maximum-${index}`,
      awards: ['bachelor' as const],
      says: 'A maximum.',
      sources,
    })),
    residency:
      residency === undefined
        ? []
        : [{ awards: ['bachelor' as const], semesterHours: residency, says: 'Earned here.', sources }],
  }));

/** A credit of this sort that the school has decided on. */
export function decided(
  id: string,
  source: CreditSource,
  becomes: Omit<Decision['becomes'][number], 'title'>,
): PlannedCredit {
  const { semesterHours, level } = becomes;
  return {
    id,
    status: 'planned',
    typed: { title: id, semesterHours, level, source },
    decision: { becomes: [{ title: id, ...becomes }], decidedOn: '2026-11-01', by: 'Registrar' },
  };
}

const sort = fc.record(
  {
    semesterHours: fc.constantFrom(0.5, 1, 2, 3, 4),
    level: fc.constantFrom('lower-division' as const, 'upper-division' as const),
    subject: fc.constantFrom(...subjects, 'SOC'),
    areas: fc.subarray(areas),
  },
  { requiredKeys: ['semesterHours', 'level'] },
);

const places = ['block-0', 'block-1', 'block-1-1', 'block-2', 'electives'];

/** Credits of these sources, some of them pinned. */
export function randomCredits(from: readonly CreditSource[], prefix: string, most = 6): fc.Arbitrary<PlannedCredit[]> {
  const pins = fc.array(fc.record({ part: fc.constant(0), block: fc.constantFrom(...places), use: fc.boolean() }), {
    maxLength: 1,
  });
  return fc
    .array(fc.tuple(fc.constantFrom(...from), sort, pins), { maxLength: most })
    .map((all) =>
      all.map(([source, one, pinned], index) => ({ ...decided(`${prefix}${index}`, source, one), pins: pinned })),
    );
}

/** The credits, some of them used by the school where their kind does not fit. */
export function withExceptions(credits: fc.Arbitrary<PlannedCredit[]>): fc.Arbitrary<PlannedCredit[]> {
  const none = fc.constant(undefined);
  const block = fc.oneof({ weight: 4, arbitrary: none }, fc.constantFrom(...places));
  return fc.tuple(credits, fc.infiniteStream(block)).map(([all, blocks]) =>
    all.map((credit): PlannedCredit => {
      const { value } = blocks.next();
      return value === undefined
        ? credit
        : { ...credit, appliedHere: [{ part: 0, block: value, decidedOn: '2026-11-01', by: 'Registrar' }] };
    }),
  );
}
