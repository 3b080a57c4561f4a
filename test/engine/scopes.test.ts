import { describe, expect, test } from 'vitest';
import { problemOf } from '../../src/engine/assign.ts';
import { blocksFor } from '../../src/engine/eligibility.ts';
import type { AcceptedCredit } from '../../src/engine/index.ts';
import type { Degree } from '../../src/schemas/degree.ts';
import { choiceDegree, degree, school, sharingDegree } from './example-university.ts';

/** 3 hours of philosophy of the humanities at the lower division, from another college. */
function credit(id: string, more: Partial<AcceptedCredit> = {}): AcceptedCredit {
  return {
    id,
    credit: id,
    part: 0,
    title: id,
    kind: 'subject-elective',
    subject: 'PHI',
    areas: ['humanities'],
    level: 'lower-division',
    levelKnown: true,
    hours: { least: 3, likely: 3, most: 3 },
    certainty: 'published',
    source: 'college',
    provider: 'a-college',
    sources: [],
    remarks: [],
    ...more,
  };
}

const problem = (of: Degree, credits: readonly AcceptedCredit[], ofSchool = school) =>
  problemOf(of, ofSchool, credits, 'likely', () => ({ avoid: [] }));

/** What bounds an item in a block, by the ids of the bounds. */
function boundsIn(of: ReturnType<typeof problem>, item: string, block: string) {
  const pair = of.items.find(({ id }) => id === item)!.pairs.find(({ bin }) => of.bins[bin] === block)!;
  const named = (list: readonly { id: string }[], indexes: readonly number[]) =>
    indexes.map((index) => list[index]!.id);
  return {
    caps: named(of.caps, pair.caps),
    limits: named(of.limits, pair.limits),
    choices: pair.choices.map(({ choice, set }) => `${of.choices[choice]!.id}: ${set}`),
    besides: pair.besides?.map((bin) => of.bins[bin]),
  };
}

describe('bounds of a degree', () => {
  test('are the sizes of its blocks and the rules in them, each with its block and its words', () => {
    const { caps, limits, choices, step } = problem(degree, [credit('c1')]);
    const size = (id: string, hours: number) => ({ id, kind: 'size', block: id, hours });
    expect(step).toBe(300);
    expect(caps).toEqual([
      size('english', 2),
      size('english-1', 1),
      size('english-2', 1),
      size('calculus', 1),
      size('major', 2),
      { id: 'major-upper', kind: 'qualifier', block: 'major', hours: 1, says: '3 upper.' },
      size('capstone', 1),
      size('electives', 2),
    ]);
    expect(limits).toEqual([{ id: 'exams', kind: 'maximum', hours: 3, says: 'At most 9 hours from exams.' }]);
    expect(choices).toEqual([]);
  });

  test('hold in a block, and in what is inside it, for the credit that they mean', () => {
    const some = [credit('lower'), credit('upper', { level: 'upper-division' }), credit('exam', { source: 'exam' })];
    const all = problem(degree, some);
    expect(boundsIn(all, 'lower', 'major')).toMatchObject({
      caps: ['major', 'major-upper', 'major-subjects'],
      limits: [],
      choices: [],
    });
    expect(boundsIn(all, 'upper', 'major')).toMatchObject({ caps: ['major', 'major-subjects'], limits: [] });
    expect(boundsIn(all, 'exam', 'major')).toMatchObject({ limits: ['exams'] });
    expect(boundsIn(all, 'exam', 'electives')).toMatchObject({ caps: ['electives'], limits: ['exams'] });
    const english = credit('english', { kind: 'direct-course', schoolCourse: 'ENG-1010', subject: 'ENG', areas: [] });
    expect(boundsIn(problem(degree, [english]), 'english', 'english-1').caps).toEqual(['english', 'english-1']);
  });

  test('on subjects are there only where one subject could crowd out the others', () => {
    const one = problem(degree, [credit('c1'), credit('c2', { subject: 'ART' })]);
    expect(one.caps.filter(({ id }) => id === 'major-subjects')).toEqual([]);
    const many = problem(degree, [credit('c1'), credit('c2'), credit('c3', { subject: 'ART' })]);
    // Of 6 hours of philosophy one must leave room for another subject: an hour.
    expect(many.step).toBe(100);
    expect(many.caps.filter(({ id }) => id === 'major-subjects')).toMatchObject([{ hours: 5, block: 'major' }]);
    expect(boundsIn(many, 'c1', 'major').caps).toContain('major-subjects');
    expect(boundsIn(many, 'c3', 'major').caps).not.toContain('major-subjects');
    expect(boundsIn(many, 'c1', 'electives').caps).toEqual(['electives']);
  });

  test('let one of several children be chosen, and one subject, and at most so much of a subject', () => {
    const some = [credit('phi'), credit('bio', { subject: 'BIO', areas: [] })];
    const all = problem(choiceDegree, some);
    expect(all.choices).toEqual([
      { id: 'track', kind: 'size', block: 'track', atMost: 1 },
      { id: 'one-discipline', kind: 'qualifier', block: 'discipline', atMost: 1, says: 'All in one subject.' },
    ]);
    expect(boundsIn(all, 'phi', 'arts-track')).toMatchObject({
      caps: ['track', 'arts-track'],
      limits: ['nine-each'],
      choices: ['track: arts-track'],
    });
    expect(boundsIn(all, 'bio', 'science-track')).toMatchObject({
      limits: ['four-biology', 'nine-each'],
      choices: ['track: science-track'],
    });
    expect(boundsIn(all, 'bio', 'discipline').choices).toEqual(['one-discipline: BIO']);
    // Each subject has a bound of its own.
    expect(all.limits.filter(({ id }) => id === 'nine-each')).toHaveLength(2);
    expect(all.limits.filter((limit) => 'block' in limit)).toEqual([]);
  });

  test('on the whole degree, and the school’s, count first uses only; those of a block each use in it', () => {
    const all = problem(sharingDegree, [credit('c1', { source: 'exam', provider: 'p' })]);
    expect(boundsIn(all, 'c1', 'humanities')).toEqual({
      caps: ['general', 'humanities', 'upper'],
      limits: ['nine-each', 'exams'],
      choices: [],
      besides: undefined,
    });
    // The second use in the major is one of its two courses, and of what it takes from one provider.
    expect(boundsIn(all, 'c1+', 'major')).toEqual({
      caps: ['major'],
      limits: ['major', 'major-source'],
      choices: [],
      besides: expect.arrayContaining(['humanities']) as unknown,
    });
    expect(all.limits.find(({ id }) => id === 'major')).toEqual({
      id: 'major',
      kind: 'size',
      block: 'major',
      hours: 2,
      counts: 'items',
    });
    expect(boundsIn(all, 'c1+', 'culture').besides).toEqual(['humanities', 'major']);
    expect(all.excessBin).toBe(all.bins.indexOf('electives'));
  });
});

describe('where a school asks for hours of its own', () => {
  const residency = (semesterHours: number | undefined, awards = ['bachelor' as const]) => ({
    ...school,
    maximums: [],
    residency: [
      { awards, says: 'Earned here.', sources: [], ...(semesterHours === undefined ? {} : { semesterHours }) },
    ],
  });

  test('only the rest may come from elsewhere, and what is the school’s does not count in it', () => {
    const all = problem(degree, [credit('c1'), credit('here', { source: 'school', subject: 'ART' })], residency(6));
    expect(all.limits).toEqual([{ id: 'residency-1', kind: 'maximum', hours: 6, says: 'Earned here.' }]);
    expect(boundsIn(all, 'c1', 'electives').limits).toEqual(['residency-1']);
    expect(boundsIn(all, 'here', 'electives').limits).toEqual([]);
    expect(problem(degree, [credit('c1')], residency(99)).limits).toMatchObject([{ hours: 0 }]);
  });

  test('it does so for the awards it names, and where it says how many', () => {
    expect(problem(choiceDegree, [credit('c1')], residency(6)).limits.map(({ id }) => id)).not.toContain('residency-1');
    expect(problem(degree, [credit('c1')], residency(undefined)).limits).toEqual([]);
  });
});

describe('a pin', () => {
  test('takes blocks away, or says in which one the first use lies: the second lies on either side', () => {
    const pinned = (pins: { use?: string; avoid: readonly string[] }) =>
      problemOf(sharingDegree, school, [credit('c1')], 'likely', () => pins);
    const binsOf = (of: ReturnType<typeof problem>, item: string) =>
      of.items.find(({ id }) => id === item)?.pairs.map(({ bin }) => of.bins[bin]);
    expect(binsOf(pinned({ avoid: [] }), 'c1')).toEqual(['humanities', 'major', 'culture', 'electives']);
    expect(binsOf(pinned({ avoid: [] }), 'c1+')).toEqual(expect.arrayContaining(['major', 'culture']));
    expect(binsOf(pinned({ avoid: ['major', 'electives'] }), 'c1')).toEqual(['humanities', 'culture']);
    expect(binsOf(pinned({ avoid: ['humanities', 'major'] }), 'c1+')).toBeUndefined();
    const inMajor = pinned({ use: 'major', avoid: [] });
    expect(inMajor.items[0]!.pinnedTo).toBe(inMajor.bins.indexOf('major'));
    expect(binsOf(inMajor, 'c1+')).toEqual(['humanities', 'culture']);
    expect(boundsIn(inMajor, 'c1+', 'humanities').besides).toEqual(['major']);
    expect(blocksFor(credit('c1'), sharingDegree)).toEqual(['humanities', 'major', 'culture', 'electives']);
  });
});
