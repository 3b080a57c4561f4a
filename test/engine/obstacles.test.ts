import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  auditDegree,
  withChange,
  type AuditInput,
  type Obstacle,
  type PlannedCredit,
  type Reach,
} from '../../src/engine/index.ts';
import { obstaclesOf, pinsToRelease } from '../../src/engine/explanations.ts';
import { idealCredit } from '../../src/engine/ideal-credit.ts';
import { setsOf } from '../../src/engine/smallest-set.ts';
import type { Degree, RequirementBlock } from '../../src/schemas/degree.ts';
import type { School } from '../../src/schemas/school.ts';
import { auditInput, choiceDegree, degree, school, sharingDegree } from './example-university.ts';
import { decided, randomCredits, randomDegree, randomSchool, withExceptions } from './random-degree.ts';

/** `npm run test:deep` tries ten times as many. */
const deep = process.env['CREDIT_MAP_RUNS'] === undefined ? 1 : 10;

const on = (ofDegree: Degree, ofSchool = school, credits: PlannedCredit[] = []) =>
  auditInput(credits, ofDegree, ofSchool);
const names = ({ inTheWay }: Reach) => inTheWay.map(({ kind, id }) => `${kind} ${id}`);

/** The facts and the plan without these rules and pins. */
function without(input: AuditInput, gone: readonly Obstacle[]): AuditInput {
  const isGone = (kind: Obstacle['kind'], id: string, block?: string): boolean =>
    gone.some((one) => one.kind === kind && one.id === id && (kind !== 'qualifier' || one.block === block));
  const kept = (rules: Degree['qualifiers'], block?: string) =>
    rules.filter(({ id }) => !isGone('qualifier', id, block));
  const visit = (block: RequirementBlock): RequirementBlock => {
    const { children, choose, inResidence, courses, fits, qualifiers = [], ...rest } = block;
    return {
      ...rest,
      qualifiers: kept(qualifiers, block.id),
      ...(children ? { children: children.map(visit) } : {}),
      ...(choose !== undefined && !isGone('choice', block.id) ? { choose } : {}),
      ...(inResidence && !isGone('in-residence', block.id) ? { inResidence } : {}),
      ...(courses !== undefined && !isGone('course-count', block.id) ? { courses } : {}),
      ...(fits && !isGone('fits', block.id) ? { fits } : {}),
    };
  };
  const { semesterHours: _, ...noHours } = input.school.residency[0] ?? { semesterHours: 0 };
  return {
    ...input,
    degree: { ...input.degree, blocks: input.degree.blocks.map(visit), qualifiers: kept(input.degree.qualifiers) },
    school: {
      ...input.school,
      maximums: input.school.maximums.filter(({ id }) => !isGone('maximum', id)),
      residency: input.school.residency.map((rule) =>
        isGone('residency', 'residency-1') ? ({ ...noHours } as typeof rule) : rule,
      ),
    },
    credits: gone
      .filter(({ kind }) => kind === 'pins')
      .reduce((credits, { id }) => withChange(credits, { kind: 'release-pins', credit: id }), [...input.credits]),
  };
}

/** The plan without pins that cannot be kept: with another rule gone they might. */
function withoutBrokenPins(input: AuditInput): AuditInput {
  const broken = new Set(auditDegree(input).brokenPins.map(({ credit }) => credit));
  const credits = input.credits.map(({ pins = [], appliedHere = [], ...credit }) => ({
    ...credit,
    pins: broken.has(credit.id) ? [] : pins,
    appliedHere: broken.has(credit.id) ? [] : appliedHere,
  }));
  return { ...input, credits };
}

const hoursOfBlocks = (input: AuditInput): number => {
  const { blocks } = auditDegree(input);
  const top = blocks.filter(({ block }) => input.degree.blocks.some(({ id }) => id === block));
  return top.reduce((sum, { met }) => sum + met, 0);
};

describe('what stands in the way of finishing', () => {
  test('with credit from elsewhere is what must be taken at the school', () => {
    const { anywhere, elsewhere, alternative } = obstaclesOf(on(degree));
    expect(anywhere).toMatchObject({ semesterHours: 24, of: 24, inTheWay: [] });
    expect(elsewhere).toMatchObject({ semesterHours: 21, of: 24, smallest: true });
    expect(names(elsewhere)).toEqual(['in-residence capstone']);
    expect(names(alternative)).toEqual(['in-residence capstone']);
  });

  test('with exams and courses is the maximum that counts them', () => {
    const counts: School['maximums'][number]['counts'] = ['exam', 'alternative'];
    const few = { ...school, maximums: school.maximums.map((one) => ({ ...one, counts, atMost: 12 })) };
    const { elsewhere, alternative } = obstaclesOf(on(degree, few));
    expect(elsewhere.semesterHours).toBe(21);
    expect(alternative.semesterHours).toBe(12);
    expect(names(alternative)).toEqual(['in-residence capstone', 'maximum exams']);
  });

  test('is what must be earned at the school, where the school counts it', () => {
    const [rule] = school.residency;
    const strict = { ...school, residency: [{ ...rule!, semesterHours: 9 }] };
    const { elsewhere } = obstaclesOf(on(degree, strict));
    expect(elsewhere.semesterHours).toBe(15);
    expect(names(elsewhere)).toEqual(['in-residence capstone', 'residency residency-1']);
  });

  test('of a degree that contradicts itself are the rules that do, as few as can be', () => {
    const [major] = degree.blocks.filter(({ id }) => id === 'major');
    const contradicting = [
      ...(major?.qualifiers ?? []),
      {
        id: 'few-upper',
        kind: 'at-most',
        semesterHours: 2,
        of: { level: 'upper-division' },
        says: 'Few upper.',
      } as const,
    ];
    const blocks = degree.blocks.map((block) =>
      block.id === 'major' ? { ...block, qualifiers: contradicting } : block,
    );
    const { anywhere } = obstaclesOf(on({ ...degree, blocks }));
    expect(anywhere).toMatchObject({ semesterHours: 23, of: 24, smallest: true });
    expect(anywhere.inTheWay).toHaveLength(1);
    expect(['major-upper', 'few-upper']).toContain(anywhere.inTheWay[0]?.id);
  });

  test('is a block that nothing can fill', () => {
    const fits = { subjects: ['PHI'], except: { subjects: ['PHI'] } };
    const blocks = degree.blocks.map((block) => (block.id === 'calculus' ? { ...block, fits } : block));
    const { anywhere } = obstaclesOf(on({ ...degree, blocks }));
    expect(anywhere.semesterHours).toBe(21);
    expect(names(anywhere)).toEqual(['fits calculus']);
  });

  test('are the student’s own pins, before any rule', () => {
    const pins = [{ part: 0, block: 'discipline', use: true }];
    const credits = [
      { ...decided('c1', 'college', { semesterHours: 3, level: 'lower-division', subject: 'BIO' }), pins },
    ];
    const { anywhere } = obstaclesOf(on(choiceDegree, school, credits));
    expect(anywhere.semesterHours).toBe(10);
    expect(names(anywhere)).toEqual(['pins c1']);
  });

  test('is a pin that keeps the school’s own course out of the one block that nothing else can fill', () => {
    const course = { semesterHours: 3, level: 'upper-division', schoolCourse: 'CAP-4950' } as const;
    const pins = [{ part: 0, block: 'capstone', use: false }];
    const inPlan = obstaclesOf(on(degree, school, [{ ...decided('c1', 'school', course), pins }])).elsewhere;
    expect(names(inPlan)).toEqual(['pins c1']);
    expect(inPlan.semesterHours).toBe(21);
    const free = obstaclesOf(on(degree, school, [decided('c1', 'school', course)])).elsewhere;
    expect([names(free), free.semesterHours]).toEqual([[], 24]);
  });

  const lower = { level: 'lower-division' } as const;
  const inPhilosophy = { subjects: ['PHI'], ...lower };
  const rules: readonly [what: string, rule: Degree['qualifiers'][number]][] = [
    ['a maximum of a subject', { id: 'few', kind: 'at-most', semesterHours: 3, of: inPhilosophy, says: 'Few.' }],
    [
      'hours of another level',
      { id: 'few', kind: 'at-least', semesterHours: 15, of: { level: 'upper-division' }, says: 'Most upper.' },
    ],
    ['hours in each subject', { id: 'few', kind: 'at-most-per-subject', semesterHours: 3, says: 'Few of each.' }],
  ];
  /** The philosophy of the major is the only one there is room for, and fills general education too. */
  function withShared(ofDegree: Degree['qualifiers'], ofGeneral: Degree['qualifiers'] = []): Reach {
    const shared: Degree = {
      ...sharingDegree,
      semesterHours: 9,
      qualifiers: ofDegree,
      blocks: [
        { id: 'general', title: 'Philosophy', semesterHours: 3, fits: inPhilosophy, qualifiers: ofGeneral },
        { id: 'major', title: 'Major', semesterHours: 3, fits: { areas: ['humanities'] }, mayShareWith: ['general'] },
        { id: 'zoology', title: 'Zoology', semesterHours: 3, fits: { subjects: ['ZOO'] } },
      ],
    };
    const part = { semesterHours: 3, ...lower, subject: 'PHI', areas: ['humanities'] };
    const credits = [{ ...decided('c1', 'college', part), pins: [{ part: 0, block: 'major', use: true }] }];
    return obstaclesOf(on(shared, school, credits)).anywhere;
  }

  test.for(rules)('is no rule of the whole degree that counts a shared credit once: %s', ([, rule]) => {
    expect(withShared([rule])).toMatchObject({ semesterHours: 9, inTheWay: [] });
  });

  test('is a rule of the block itself, for shared credit too', () => {
    const few = { id: 'few', kind: 'at-most', semesterHours: 2, of: inPhilosophy, says: 'Few.' } as const;
    const reach = withShared([], [few]);
    expect(reach.semesterHours).toBe(8);
    expect(names(reach)).toEqual(['qualifier few']);
  });

  test('is what must be earned at the school where blocks share, too: a second use is in the block that says so', () => {
    const block = (id: string, semesterHours: number): RequirementBlock => ({ id, title: id, semesterHours, fits: {} });
    const blocks = [block('general', 9), { ...block('major', 3), mayShareWith: ['general'] }];
    const ofDegree = { ...degree, semesterHours: 12, qualifiers: [], blocks };
    const residency = [{ awards: ['bachelor' as const], semesterHours: 4, says: '4 hours here.', sources: [] }];
    const { elsewhere } = obstaclesOf(on(ofDegree, { ...school, maximums: [], residency }));
    // 8 hours from elsewhere, of which the major's count twice.
    expect(elsewhere).toMatchObject({ semesterHours: 11, of: 12 });
    expect(names(elsewhere)).toEqual(['residency residency-1']);
  });

  test('of alternatives is nothing: the other track is not needed', () => {
    expect(obstaclesOf(on(choiceDegree)).anywhere.inTheWay).toEqual([]);
  });
});

const plans = fc.record({
  degree: randomDegree,
  school: randomSchool,
  credits: withExceptions(randomCredits(['school', 'college', 'exam', 'alternative', 'foreign'], 'c', 4)),
});

describe('for any degree, school and plan', () => {
  test('taking away what stands in the way makes it possible, and taking away less does not', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(plans, ({ degree: ofDegree, school: ofSchool, credits }) => {
        const input = withoutBrokenPins(auditInput(credits, ofDegree, ofSchool));
        const before = obstaclesOf(input);
        for (const which of ['anywhere', 'elsewhere', 'alternative'] as const) {
          const { of, semesterHours, inTheWay } = before[which];
          expect(semesterHours === of).toBe(inTheWay.length === 0);
          for (const { kind } of inTheWay) seen.add(kind);
          const reach = (gone: readonly Obstacle[]) => obstaclesOf(without(input, gone))[which].semesterHours;
          if (inTheWay.length) expect(reach(inTheWay)).toBeGreaterThanOrEqual(of);
          for (const one of inTheWay) expect(reach(inTheWay.filter((other) => other !== one))).toBeLessThan(of);
        }
      }),
      { numRuns: 25 * deep },
    );
    const kinds = ['qualifier', 'maximum', 'in-residence'];
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
  });

  test('no plan with more such credit meets more hours than are said to be possible', () => {
    const more = {
      anywhere: randomCredits(['school', 'college', 'exam', 'alternative', 'foreign'], 'm', 12),
      elsewhere: randomCredits(['college', 'exam', 'alternative', 'foreign'], 'm', 12),
      alternative: randomCredits(['exam', 'alternative'], 'm', 12),
    };
    const which = fc.constantFrom('anywhere' as const, 'elsewhere' as const, 'alternative' as const);
    const cases = which.chain((one) => fc.tuple(fc.constant(one), plans, more[one]));
    fc.assert(
      fc.property(cases, ([one, { degree: ofDegree, school: ofSchool, credits }, added]) => {
        const input = auditInput(credits, ofDegree, ofSchool);
        const longer = [...credits, ...added.map(({ pins: _, ...credit }) => credit)];
        const met = hoursOfBlocks({ ...input, credits: longer });
        expect(met).toBeLessThanOrEqual(obstaclesOf(input)[one].semesterHours);
      }),
      { numRuns: 80 * deep },
    );
  });

  test('what is said to be possible is: with an hour of every sort, as often as needed', () => {
    const facts = fc.record({ degree: randomDegree, school: randomSchool });
    fc.assert(
      fc.property(facts, ({ degree: ofDegree, school: ofSchool }) => {
        // The hours of blocks that share, or count courses, are an upper bound.
        fc.pre(!/"(?:courses|mayShareWith)"/.test(JSON.stringify(ofDegree)));
        const sorts = idealCredit(ofDegree, ofSchool, ['exam', 'alternative']);
        const size = ofDegree.semesterHours;
        const credits = sorts.flatMap(({ level, subject, areas, source }, sort) =>
          Array.from({ length: size }, (_, copy) =>
            decided(`c${sort}-${copy}`, source, {
              semesterHours: 1,
              level,
              areas,
              ...(subject === undefined ? {} : { subject }),
            }),
          ),
        );
        const input = auditInput([], ofDegree, ofSchool);
        expect(hoursOfBlocks({ ...input, credits })).toBe(obstaclesOf(input).alternative.semesterHours);
      }),
      { numRuns: 30 * deep },
    );
  });
});

describe('pins that cost hours', () => {
  const electives = [{ part: 0, block: 'electives', use: true }];

  test('are named, the fewest that give all of them back', () => {
    const credits: PlannedCredit[] = [
      { id: 'c1', course: 'example/english-1', status: 'planned', pins: electives },
      { id: 'c2', course: 'example/exam-a', status: 'planned', pins: electives },
    ];
    const input = auditInput(credits);
    expect(auditDegree(input).met.likely).toBe(6);
    expect(pinsToRelease(input, auditDegree(input))).toEqual({ credits: ['c1'], met: 9 });
  });

  test('are one where another that was set aside holds without it', () => {
    const block = (id: string, semesterHours: number): RequirementBlock => ({ id, title: id, semesterHours, fits: {} });
    const small = {
      ...degree,
      semesterHours: 4,
      qualifiers: [],
      blocks: [block('a', 1), block('b', 1), block('c', 2)],
    };
    const pins = [{ part: 0, block: 'c', use: true }];
    const credits = [4, 1, 1].map((semesterHours, index): PlannedCredit => ({
      id: `c${index + 1}`,
      status: 'planned',
      typed: { title: 'A course', semesterHours, level: 'lower-division', source: 'college' },
      pins,
    }));
    const input = auditInput(credits, small);
    expect(pinsToRelease(input, auditDegree(input))).toMatchObject({ credits: [expect.any(String)] });
  });

  test('are none where they cost nothing', () => {
    const input = auditInput([{ id: 'c1', course: 'example/exam-a', status: 'planned', pins: electives }]);
    expect(pinsToRelease(input, auditDegree(input))).toBeUndefined();
  });

  test('give back what they promise, and no fewer of them do, for any plan', () => {
    fc.assert(
      fc.property(plans, ({ degree: ofDegree, school: ofSchool, credits }) => {
        const input = auditInput(credits, ofDegree, ofSchool);
        const found = pinsToRelease(input, auditDegree(input));
        if (!found) return;
        const release = (some: readonly string[]) =>
          some.reduce((all, id) => withChange(all, { kind: 'release-pins', credit: id }), [...credits]);
        expect(auditDegree({ ...input, credits: release(found.credits) }).met.likely).toBe(found.met);
        const pinned = credits.flatMap(({ id, pins }) => (pins?.length ? [id] : []));
        for (let count = 1; count < found.credits.length; count++) {
          for (const fewer of setsOf(pinned, count)) {
            expect(auditDegree({ ...input, credits: release(fewer) }).met.likely).toBeLessThan(found.met);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
