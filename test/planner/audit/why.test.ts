import { expect, test } from 'vitest';
import { auditPlan } from '../../../src/planner/audit/plan-audit.ts';
import { sourcesOfBlock } from '../../../src/planner/audit/sources-of-block.ts';
import { countedIn, disputesAbout } from '../../../src/planner/audit/why.ts';
import { sourceSentences } from '../../../src/planner/audit/wording-decisions.ts';
import { sourceNote } from '../../../src/planner/wording.ts';
import type { Equivalency } from '../../../src/schemas/equivalency.ts';
import { loadData } from '../../../scripts/load-data.ts';
import { degree, equivalencies } from '../../engine/example-university.ts';
import { catalog, planOf, today } from '../example-catalog.ts';

const sources = degree.sources;
const row = (code: string, more: Partial<Equivalency> = {}): Equivalency => ({
  course: 'example/new',
  becomes: [{ kind: 'direct-course', schoolCourse: code, title: 'A course', semesterHours: 3 }],
  basis: 'decided',
  sources,
  ...more,
});

test('each of the three numbers is the sum of what counts in it, every credit once', () => {
  const audit = auditPlan(
    planOf('example/composition', 'example/calculus', 'example/certificate', 'example/biology', 'example/nobody'),
    catalog,
    today,
  );
  for (const reading of ['least', 'likely', 'most'] as const) {
    const counted = countedIn(audit, reading);
    expect(counted.reduce((sum, { semesterHours }) => sum + semesterHours, 0)).toBe(
      audit.readings[reading].semesterHours,
    );
    expect(new Set(counted.map(({ accepted }) => accepted)).size).toBe(counted.length);
  }
  expect(countedIn(audit, 'least').every(({ certainty }) => certainty === 'published')).toBe(true);
  expect(countedIn(audit, 'least').map(({ credit }) => credit)).not.toContain('c3');
});

test('a course on which all agree has no dispute; what must be confirmed, a note, and another list are told', () => {
  expect(disputesAbout('example/composition', equivalencies)).toEqual([]);
  expect(disputesAbout(undefined, equivalencies)).toEqual([]);
  expect(disputesAbout('example/art', equivalencies)).toEqual([
    { says: 'The list is from 2015.', sources: expect.any(Array) },
  ]);
  expect(disputesAbout('example/new', [row('ART-1010'), row('ART-1010')])).toEqual([]);
  const two = [row('ART-1010', { note: 'A forum says otherwise.' }), row('PHI-1010', { basis: 'student-plan' })];
  expect(disputesAbout('example/new', two).map(({ says }) => says)).toEqual([
    'A list or decision says that it becomes ART-1010 A course, 3 hours. A forum says otherwise.',
    'One student’s plan says that it becomes PHI-1010 A course, 3 hours.',
  ]);
});

test('every requirement of every degree leads to a page', () => {
  for (const { record } of loadData().degrees) {
    for (const block of record.blocks) expect(sourcesOfBlock(block.id, record).length).toBeGreaterThan(0);
  }
  const own = [{ ...sources[0]!, says: 'Its own page' }];
  const [first, ...rest] = degree.blocks;
  const changed = { ...degree, blocks: [{ ...first!, sources: own }, ...rest] };
  expect(sourcesOfBlock('english-1', changed)).toBe(own);
  expect(sourcesOfBlock('calculus', changed)).toBe(degree.sources);
});

test('a source says what it says, the date it shows, and when we read it', () => {
  expect(
    sourceSentences({ says: 'ENG-1010', pageDate: 'before 2016', checkedOn: '2026-11', confidence: 'reported' }),
  ).toBe(
    'It says: ENG-1010. The page’s own date is before 2016. We read it in November 2026. It is not the school’s or the provider’s own page.',
  );
});

test.each([
  ['As a guide on GitHub quotes it', 'As a guide on GitHub quotes it.'],
  ['Rows quoted, with the address, in a public data file', 'Rows quoted, with the address, in a public data file.'],
  ['A copy on DocPlayer', 'A copy on DocPlayer.'],
])('a page that was seen only as a copy is not said to be read: %s', (via, how) => {
  const source = { says: 'ENG-1010', checkedOn: '2026-11', confidence: 'reported', via } as const;
  expect(sourceSentences(source)).toBe(
    `It says: ENG-1010. We checked it in November 2026. We did not see the original page. How we read it: ${how}`,
  );
  expect(sourceNote(source)).toBe('original not seen, checked November 2026');
});

test('a credit in a number is told with its hours, those left over too, and where they are, the most hours first', () => {
  const audit = auditPlan(planOf('example/philosophy', 'example/calculus'), catalog, today);
  expect(countedIn(audit, 'likely')).toEqual([
    {
      accepted: 'c2.0',
      credit: 'c2',
      title: 'MAT-2310',
      certainty: 'published',
      semesterHours: 4,
      blocks: ['calculus', 'electives'],
    },
    {
      accepted: 'c1.0',
      credit: 'c1',
      title: 'PHI-1010',
      certainty: 'published',
      semesterHours: 3,
      blocks: ['major'],
    },
  ]);
});

test('a credit that two blocks share counts with the larger use, and where only what is left over of it counts, there', () => {
  const audit = auditPlan(planOf('example/philosophy', 'example/exam-a', 'example/art'), catalog, today);
  const at = (accepted: string, block: string, semesterHours: number) => ({
    accepted,
    block,
    semesterHours,
    excess: 0,
    pinned: false,
  });
  const applications = [
    at('c1.0', 'major', 2),
    { ...at('c1.0', 'english', 2.5), secondUse: true as const },
    { ...at('c2.0', 'calculus', 0), excessCounted: { block: 'electives', semesterHours: 1.25 } },
  ];
  const readings = { ...audit.readings, most: { ...audit.readings.most, applications } };
  const counted = countedIn({ ...audit, readings }, 'most');
  expect(counted.map(({ credit, title, semesterHours, blocks }) => [credit, title, semesterHours, blocks])).toEqual([
    ['c1', 'PHI-1010', 2.5, ['major', 'english']],
    ['c2', 'example/exam-a', 1.25, ['electives']],
  ]);
});
