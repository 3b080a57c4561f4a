import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { DegreeMap } from '../../../src/components/planner/map/DegreeMap.tsx';
import { Planner } from '../../../src/components/planner/Planner.tsx';
import type { AcceptedCredit, Certainty, CreditOutcome, DegreeAudit } from '../../../src/engine/types.ts';
import {
  applicationsIn,
  contentsOf,
  isSure,
  largestNeeds,
  regionsOf,
  sureHoursIn,
} from '../../../src/planner/audit/degree-view.ts';
import { hoursPerLine, inkOf, layOutMap, placesOf } from '../../../src/planner/audit/map-layout.ts';
import type { Degree, RequirementBlock } from '../../../src/schemas/degree.ts';

const leaf = (id: string, semesterHours: number, more: Partial<RequirementBlock> = {}): RequirementBlock => ({
  id,
  title: `The ${id} block`,
  semesterHours,
  ...more,
});

const degree: Degree = {
  title: 'Example degree',
  school: 'example-u',
  award: 'bachelor',
  abbreviation: 'BA',
  catalogYear: '2026-27',
  semesterHours: 120,
  completeness: 'complete',
  blocks: [
    leaf('general', 40, { children: [leaf('english', 6), leaf('science', 4), leaf('culture', 30)] }),
    leaf('major', 47, {
      children: [leaf('core', 44), leaf('capstone', 3, { inResidence: true })],
    }),
    leaf('tracks', 12, { choose: 1, children: [leaf('track-a', 12), leaf('track-b', 12)] }),
    leaf('electives', 21),
  ],
  qualifiers: [],
  checkYourself: [],
  disagreements: [],
  sources: [],
};

const outcome = (id: string, certainty: Certainty, least: number): CreditOutcome => ({
  accepted: { id, credit: id, certainty, hours: { least, likely: 6, most: 6 } } as AcceptedCredit,
  mayFill: [],
});

const application = (accepted: string, block: string, semesterHours: number) => ({
  accepted,
  block,
  semesterHours,
  excess: 0,
  pinned: false,
});

const audit = {
  met: { least: 7, likely: 13, most: 16 },
  readings: {
    likely: {
      applications: [
        { ...application('c1.0', 'english', 3), excess: 1, excessCounted: { block: 'electives', semesterHours: 1 } },
        application('c2.0', 'english', 3),
        application('c3.0', 'culture', 6),
        application('c4.0', 'track-a', 1),
      ],
    },
  },
  outcomes: [
    outcome('c1.0', 'published', 3),
    outcome('c2.0', 'recommended', 0),
    outcome('c3.0', 'decided', 3),
    outcome('c4.0', 'published', 1),
    { ...outcome('c5.0', 'unknown', 0), atBest: application('c5.0', 'core', 3) },
  ],
} as unknown as DegreeAudit;

test('a degree without an audit is all needed, and every leaf or choice has its number', () => {
  const territories = regionsOf(degree).flatMap((region) => region.territories);
  expect(territories.map(({ number, block, fill }) => [number, block.id, fill.needed])).toEqual([
    [1, 'english', 6],
    [2, 'science', 4],
    [3, 'culture', 30],
    [4, 'core', 44],
    [5, 'capstone', 3],
    [6, 'tracks', 12],
    [7, 'electives', 21],
  ]);
});

test('top blocks without children stand side by side', () => {
  expect(regionsOf(degree).map(({ title, semesterHours }) => [title, semesterHours])).toEqual([
    ['The general block', 40],
    ['The major block', 47],
    [undefined, 33],
  ]);
});

test('hours are sure where the school decided or published them, and what is left over counts where it goes', () => {
  const fills = regionsOf(degree, audit).flatMap(({ territories }) => territories.map(({ fill }) => fill));
  expect(fills).toEqual([
    { sure: 3, likely: 3, atBest: 0, needed: 0 },
    { sure: 0, likely: 0, atBest: 0, needed: 4 },
    { sure: 3, likely: 3, atBest: 0, needed: 24 },
    { sure: 0, likely: 0, atBest: 3, needed: 44 },
    { sure: 0, likely: 0, atBest: 0, needed: 3 },
    { sure: 1, likely: 0, atBest: 0, needed: 11 },
    { sure: 1, likely: 0, atBest: 0, needed: 20 },
  ]);
});

test('the largest needs come first', () => {
  expect(largestNeeds(regionsOf(degree, audit)).map(({ block }) => block.id)).toEqual(['core', 'culture', 'electives']);
});

test('every hour is drawn once, on lines of thirty hours, and inked as it is filled', () => {
  const regions = regionsOf(degree, audit);
  const stretches = layOutMap(regions).flatMap((line) => line.stretches);
  for (const territory of regions.flatMap((region) => region.territories)) {
    const own = stretches.filter((stretch) => stretch.territory === territory);
    const drawn = own.reduce((sum, { hours }) => sum + hours, 0);
    expect(drawn).toBe(territory.block.semesterHours);
    const inked = (kind: string) =>
      own.flatMap(inkOf).reduce((sum, { ink, hours }) => sum + (ink === kind ? hours : 0), 0);
    expect([inked('sure'), inked('likely'), inked('at-best')]).toEqual([
      territory.fill.sure,
      territory.fill.likely,
      territory.fill.atBest,
    ]);
  }
  for (const { from, hours } of stretches) expect(from + hours).toBeLessThanOrEqual(hoursPerLine);
});

test('a small block is not broken over two lines', () => {
  const tight = { ...degree, blocks: [leaf('a', 27), leaf('b', 6), leaf('c', 3)] };
  const lines = layOutMap(regionsOf(tight));
  expect(lines.map(({ stretches }) => stretches.map(({ territory }) => territory.block.id))).toEqual([
    ['a'],
    ['b', 'c'],
  ]);
});

test('the map says in words what it draws, without styles that a strict policy would drop', () => {
  const html = renderToString(h(DegreeMap, { degree, audit, label: 'Your degree' }));
  expect(html).not.toContain('style=');
  expect(html).toContain('role="img"');
  expect(html).toMatch(/<title[^>]*>Your degree<\/title>/);
  expect(html).toContain('6 of 6 hours: 3 sure, 3 likely');
  expect(html).toContain('0 of 44 hours: 3 more at best');
  expect(html).toContain('3 hours, taken at the school');
  expect(html).not.toContain('NaN');
});

test.for([
  ['General education', ['General education']],
  ['Area of study: accounting', ['Area of study: accoun…', 'Area of study: accounting', 'Area of study: accounting']],
  [
    'Professional business requirements',
    ['Professional business…', 'Professional business req…', 'Professional business requirements'],
  ],
] as const)('a long heading ends with a mark before its hours, by the room there is: %s', ([title, words]) => {
  const block = { id: 'a', title, semesterHours: 6, children: [leaf('b', 3), leaf('c', 3)] };
  const html = renderToString(h(DegreeMap, { degree: { ...degree, blocks: [block] }, label: 'Your degree' }));
  const [heading = ''] = /<text class="map-region".*?<\/text>/.exec(html) ?? [];
  expect(heading.match(/(?<=>)[^<]+/g)).toEqual(words);
});

test('the planner renders on the server, where there is no window', () => {
  expect(renderToString(h(Planner, {}))).toContain('Opening the planner');
});

test('of needs that are alike the first on the map comes first, and one may ask for fewer', () => {
  const alike = { ...degree, blocks: [leaf('a', 3), leaf('b', 6), leaf('c', 6), leaf('full', 0)] };
  const ids = (most?: number) => largestNeeds(regionsOf(alike), most).map(({ block }) => block.id);
  expect([ids(), ids(1), ids(9)]).toEqual([['b', 'c', 'a'], ['b'], ['b', 'c', 'a']]);
});

test('hours beyond a block’s size are not drawn in it, and what is possible fills no more than is needed', () => {
  const full = {
    readings: { likely: { applications: [application('c1.0', 'a', 6)] } },
    outcomes: [
      outcome('c1.0', 'published', 6),
      { ...outcome('c2.0', 'unknown', 0), atBest: application('c2.0', 'b', 6) },
      { ...outcome('c3.0', 'unknown', 0), atBest: application('c3.0', 'b', 6) },
    ],
  } as unknown as DegreeAudit;
  const blocks = [leaf('a', 4), leaf('b', 9)];
  const fills = regionsOf({ ...degree, blocks }, full).flatMap(({ territories }) =>
    territories.map(({ fill }) => fill),
  );
  expect(fills).toEqual([
    { sure: 4, likely: 0, atBest: 0, needed: 0 },
    { sure: 0, likely: 0, atBest: 9, needed: 9 },
  ]);
});

test('what is in a block is each credit with its hours, its own or left over, and how far the student is', () => {
  const listed = { ...audit, blocks: [{ block: 'english' }, { block: 'track-a' }] } as unknown as DegreeAudit;
  const contents = contentsOf(regionsOf(degree, listed), listed, [{ id: 'c1.0', course: 'a', status: 'completed' }]);
  expect(contents.get('english')?.filling).toEqual([
    {
      accepted: 'c1.0',
      credit: 'c1.0',
      certainty: 'published',
      status: 'completed',
      semesterHours: 3,
      leftOver: false,
      pinned: false,
    },
    {
      accepted: 'c2.0',
      credit: 'c2.0',
      certainty: 'recommended',
      status: 'planned',
      semesterHours: 3,
      leftOver: false,
      pinned: false,
    },
  ]);
  expect(contents.get('electives')?.filling).toMatchObject([{ credit: 'c1.0', semesterHours: 1, leftOver: true }]);
  expect(contents.get('tracks')?.audits).toEqual([{ block: 'track-a' }]);
  expect([...contents.keys()]).toHaveLength(7);
});

test('parts of one course that stand alike in a block are one line with their hours together', () => {
  const part = (id: string, certainty: 'published' | 'unknown') => {
    const whole = outcome(id, certainty, 3);
    return { ...whole, accepted: { ...whole.accepted, credit: 'c1' } };
  };
  const listed = {
    blocks: [],
    readings: { likely: { applications: ['c1.0', 'c1.1', 'c1.2'].map((id) => application(id, 'english', 1.1)) } },
    outcomes: [part('c1.0', 'published'), part('c1.1', 'published'), part('c1.2', 'unknown')],
  } as unknown as DegreeAudit;
  const { filling = [] } = contentsOf(regionsOf(degree, listed), listed, []).get('english') ?? {};
  expect(filling.map(({ semesterHours, certainty }) => [semesterHours, certainty])).toEqual([
    [2.2, 'published'],
    [1.1, 'unknown'],
  ]);
});

test('a territory says how many credits the student put in it', () => {
  const pinned = { ...application('c4.0', 'track-a', 1), pinned: true };
  const applications = [...audit.readings.likely.applications, pinned];
  const put = { ...audit, readings: { likely: { applications } } } as unknown as DegreeAudit;
  const territories = regionsOf(degree, put).flatMap((region) => region.territories);
  expect(territories.map((one) => one.pinned)).toEqual([0, 0, 0, 0, 0, 1, 0]);
});

test('what the school placed is not put there by the student', () => {
  const applications = [{ ...application('c1.0', 'english', 3), pinned: true }];
  const outcomes = audit.outcomes.map((outcome) =>
    outcome.accepted.id === 'c1.0'
      ? { ...outcome, accepted: { ...outcome.accepted, appliedHere: 'english' } }
      : outcome,
  );
  const placed = { ...audit, outcomes, readings: { likely: { applications } } } as unknown as DegreeAudit;
  expect(applicationsIn(leaf('english', 6), placed).map(({ pinned }) => pinned)).toEqual([false]);
  const notPlaced = { ...placed, outcomes: audit.outcomes };
  expect(applicationsIn(leaf('english', 6), notPlaced).map(({ pinned }) => pinned)).toEqual([true]);
});

test('a large block goes on where the line ends, and one of several lines is one place', () => {
  const wide = { ...degree, blocks: [leaf('a', 12), leaf('b', 48), leaf('c', 15)] };
  const lines = layOutMap(regionsOf(wide));
  expect(lines.map(({ stretches }) => stretches.map(({ territory, ...place }) => [territory.block.id, place]))).toEqual(
    [
      [
        ['a', { from: 0, hours: 12, before: 0 }],
        ['b', { from: 12, hours: 18, before: 0 }],
      ],
      [['b', { from: 0, hours: 30, before: 18 }]],
      [['c', { from: 0, hours: 15, before: 0 }]],
    ],
  );
  expect(
    placesOf(lines).map(({ territory, stretches }) => [territory.block.id, stretches.map(({ line }) => line)]),
  ).toEqual([
    ['a', [0]],
    ['b', [0, 1]],
    ['c', [2]],
  ]);
});

test('a region with a title has it above its first line', () => {
  const [general, , ...others] = layOutMap(regionsOf(degree));
  expect(general?.region?.title).toBe('The general block');
  expect(others.filter(({ region }) => region).map(({ region }) => region?.title)).toEqual(['The major block']);
});

test('ink begins where the stretch does', () => {
  const [territory] = regionsOf({ ...degree, blocks: [leaf('a', 40)] })[0]!.territories;
  const filled = { ...territory!, fill: { sure: 10, likely: 20, atBest: 5, needed: 10 } };
  expect(inkOf({ territory: filled, from: 3, hours: 12, before: 0 })).toEqual([
    { ink: 'sure', from: 3, hours: 10 },
    { ink: 'likely', from: 13, hours: 2 },
  ]);
  expect(inkOf({ territory: filled, from: 0, hours: 28, before: 12 })).toEqual([
    { ink: 'likely', from: 0, hours: 18 },
    { ink: 'at-best', from: 18, hours: 5 },
  ]);
});

test('a top block with one block in it keeps its own title', () => {
  const blocks = [leaf('general', 6, { children: [leaf('english', 6)] }), leaf('a', 3), leaf('b', 3)];
  const regions = regionsOf({ ...degree, blocks });
  expect(regions.map(({ title, territories }) => [title, territories.map(({ block }) => block.id)])).toEqual([
    ['The general block', ['english']],
    [undefined, ['a', 'b']],
  ]);
});

test('what the school decided or published is sure, what others say is not', () => {
  const certainties: readonly Certainty[] = ['decided', 'published', 'reported', 'recommended', 'unknown'];
  expect(certainties.filter(isSure)).toEqual(['decided', 'published']);
});

test('the sure hours of the map are those of each credit once: what it fills with what is left over, or its second use', () => {
  const use = (semesterHours: number) => application('c1.0', 'english', semesterHours);
  const over = { ...use(3), excessCounted: { block: 'electives', semesterHours: 1.5 } };
  const sure = (more: Partial<CreditOutcome>, certainty: Certainty = 'published', least = 9) =>
    sureHoursIn({ ...audit, outcomes: [{ ...outcome('c1.0', certainty, least), ...more }] });
  expect([
    sure({}),
    sure({ applied: use(3) }),
    sure({ applied: over }),
    sure({ applied: over, alsoApplied: use(2) }),
    sure({ applied: over, alsoApplied: use(6) }),
    sure({ alsoApplied: use(6) }),
    sure({ applied: over }, 'published', 4),
    sure({ applied: over }, 'recommended'),
  ]).toEqual([0, 3, 4.5, 4.5, 6, 6, 4, 0]);
});

test('a credit that the answer does not tell of is in no territory, and is not sure', () => {
  const applications = [application('gone.0', 'english', 3)];
  const listed = { ...audit, blocks: [], readings: { likely: { applications } } } as unknown as DegreeAudit;
  const regions = regionsOf(degree, listed);
  expect(contentsOf(regions, listed, []).get('english')?.filling).toEqual([]);
  expect(regions[0]?.territories[0]?.fill).toEqual({ sure: 0, likely: 3, atBest: 0, needed: 3 });
});

test('what is left over of a credit was not put where it counts', () => {
  const pinned = {
    ...application('c1.0', 'english', 3),
    pinned: true,
    excessCounted: { block: 'electives', semesterHours: 1 },
  };
  const put = { ...audit, readings: { likely: { applications: [pinned] } } } as unknown as DegreeAudit;
  const here = (id: string) => applicationsIn(leaf(id, 6), put).map((one) => [one.leftOver, one.pinned]);
  expect([here('english'), here('electives'), here('science')]).toEqual([[[false, true]], [[true, false]], []]);
});
