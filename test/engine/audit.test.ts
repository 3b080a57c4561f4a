import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  auditDegree,
  auditInSteps,
  withWaivers,
  type DegreeAudit,
  type PlannedCredit,
} from '../../src/engine/index.ts';
import { crossCheck, emptyCatalog } from '../../src/schemas/cross-checks.ts';
import { degreeSchema, type Degree } from '../../src/schemas/degree.ts';
import { schoolSchema, type School } from '../../src/schemas/school.ts';
import { auditInput, choiceDegree, degree, school } from './example-university.ts';

type ById<T> = Record<string, T>;
type Case = {
  title: string;
  /** The real rule that it shows, and where that was read. Hours may be fewer here. */
  from?: { rule: string; source: string };
  degree: 'degree' | 'choice';
  /** Fields that stand in for those of Example University and its degree. */
  given?: { degree?: object; school?: object };
  /** What the school has waived. */
  waivers?: { block: string }[];
  credits: PlannedCredit[];
  expect: {
    met?: DegreeAudit['met'];
    applied?: ById<string>;
    alsoApplied?: ById<string>;
    excess?: ById<number>;
    hours?: ById<number>;
    certainty?: ById<string>;
    remarks?: ById<string[]>;
    notApplied?: ById<string>;
    notAppliedCount?: number;
    atBest?: ById<string>;
    notAccepted?: ById<string>;
    rules?: ById<string>;
    blocks?: ById<number>;
    complete?: ById<boolean>;
    courses?: ById<[have: number, need: number]>;
    maximums?: ById<[have: number, limit: number]>;
    checkYourself?: string[];
    notChosen?: string[];
    qualifiers?: ById<boolean>;
    brokenPins?: string[];
  };
};

const cases = globSync('test/engine/cases/*.json')
  .sort()
  .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Case);

/** What the data checks would say of a case's rules. */
function problemsOf(ofDegree: Degree, ofSchool: School): string[] {
  const problems: string[] = [];
  const providers = ['example', 'ask-first'].map((id) => `providers/${id}`);
  const known = new Set([...providers, 'providers/agreement-only', 'schools/exu']);
  const at = (id: string) => ({ id, file: id });
  const degrees = [{ ...at('exu/degree'), record: ofDegree }];
  for (const { field, found, expected } of crossCheck(
    { ...emptyCatalog(), schools: [{ ...at('exu'), record: ofSchool }], degrees },
    known,
  )) {
    problems.push(`${field} is ${found}; expected ${expected}`);
  }
  return problems;
}

/** What the audit says about everything the case asks of it. */
function answers(audit: DegreeAudit, { expect: asked }: Case): Case['expect'] {
  const outcome = (id: string) => audit.outcomes.find(({ accepted }) => accepted.id === id);
  const blockOf = (id: string) => audit.blocks.find(({ block }) => block === id);
  const each = <T>(entries: ById<unknown> | undefined, answer: (id: string) => T): ById<T> =>
    Object.fromEntries(Object.keys(entries ?? {}).map((id) => [id, answer(id)]));
  const qualifiers = [...audit.qualifiers, ...audit.blocks.flatMap((block) => block.qualifiers)];
  const all: Required<Case['expect']> = {
    met: audit.met,
    applied: each(asked.applied, (id) => outcome(id)?.applied?.block ?? 'nowhere'),
    alsoApplied: each(asked.alsoApplied, (id) => outcome(id)?.alsoApplied?.block ?? 'nowhere'),
    excess: each(asked.excess, (id) => outcome(id)?.applied?.excess ?? -1),
    hours: each(asked.hours, (id) => outcome(id)?.accepted.hours.most ?? -1),
    certainty: each(asked.certainty, (id) => outcome(id)?.accepted.certainty ?? 'not accepted'),
    remarks: each(asked.remarks, (id) => [...(outcome(id)?.accepted.remarks ?? [])]),
    notApplied: each(asked.notApplied, (id) => outcome(id)?.notApplied?.reason ?? 'applied'),
    notAppliedCount: audit.outcomes.filter(({ applied }) => !applied).length,
    atBest: each(asked.atBest, (id) => outcome(id)?.atBest?.block ?? 'nowhere'),
    notAccepted: each(
      asked.notAccepted,
      (id) => audit.notAccepted.find(({ credit }) => credit === id)?.reason ?? 'none',
    ),
    rules: each(asked.rules, (id) => outcome(id)?.notApplied?.rule?.id ?? 'none'),
    blocks: each(asked.blocks, (id) => blockOf(id)?.met ?? -1),
    complete: each(asked.complete, (id) => blockOf(id)?.complete ?? false),
    courses: each(asked.courses, (id) => [blockOf(id)?.courses?.have ?? -1, blockOf(id)?.courses?.need ?? -1]),
    maximums: each(asked.maximums, (id) => {
      const { have = -1, limit = -1 } = audit.maximums.find((one) => one.id === id) ?? {};
      return [have, limit];
    }),
    checkYourself: audit.checkYourself.map(({ says }) => says),
    notChosen: audit.blocks.filter(({ chosen }) => !chosen).map(({ block }) => block),
    qualifiers: each(asked.qualifiers, (id) => qualifiers.find((one) => one.id === id)?.kept ?? false),
    brokenPins: audit.brokenPins.map(({ reason }) => reason),
  };
  return Object.fromEntries(Object.keys(asked).map((key) => [key, all[key as keyof typeof all]]));
}

describe('an audit at Example University', () => {
  for (const one of cases) {
    test(one.title, () => {
      const ofDegree = degreeSchema.parse({
        ...(one.degree === 'choice' ? choiceDegree : degree),
        ...one.given?.degree,
      });
      const ofSchool = schoolSchema.parse({ ...school, ...one.given?.school });
      expect(problemsOf(ofDegree, ofSchool)).toEqual([]);
      const audit = auditDegree(auditInput(one.credits, withWaivers(ofDegree, one.waivers), ofSchool));
      expect(answers(audit, one)).toEqual(one.expect);
    });
  }

  test('rules that no one could encode are listed, those of the school and of the blocks too', () => {
    const { checkYourself } = auditDegree(auditInput([]));
    expect(checkYourself).toEqual([
      { says: 'The capstone is taken here.' },
      { says: 'An average of 2.0 or better.' },
      { block: 'electives', says: 'No remedial courses.' },
    ]);
  });

  test('an empty plan meets nothing and needs everything', () => {
    const audit = auditDegree(auditInput([]));
    expect(audit.met).toEqual({ least: 0, likely: 0, most: 0 });
    expect(
      audit.blocks.filter(({ block }) => degree.blocks.some(({ id }) => id === block)).map((b) => b.stillNeeded),
    ).toEqual([6, 3, 6, 3, 6]);
  });
});

test('bit by bit the answer is the same, and in between other plans may be audited', () => {
  const planned = (id: string, course: string): PlannedCredit => ({ id, course, status: 'completed' });
  const one = auditInput([planned('c1', 'example/philosophy'), planned('c2', 'example/art')]);
  const other = auditInput([planned('c1', 'example/art')]);
  const steps = auditInSteps(one);
  let pauses = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    pauses++;
    expect(auditDegree(other).outcomes).toHaveLength(1);
  }
  expect(step.value).toEqual(auditDegree(one));
  expect(step.value.outcomes).toHaveLength(2);
  expect(pauses).toBeGreaterThan(1);
});
