import { describe, expect, test } from 'vitest';
import type { PlannedCredit } from '../../../src/engine/index.ts';
import { auditPlan } from '../../../src/planner/audit/plan-audit.ts';
import { numberSources, recordCredits, type RecordedPart } from '../../../src/planner/paper/plan-record.ts';
import type { Source } from '../../../src/schemas/shared.ts';
import { catalog, planOf, today } from '../example-catalog.ts';

const page = (url: string, says = 'Something'): Source => ({ url, says, checkedOn: '2026-11', confidence: 'primary' });
const [a, b, c] = [page('https://a.example/'), page('https://b.example/'), page('https://c.example/')];

test('sources are numbered in the order in which they come up, each once though many facts name it', () => {
  const sources = numberSources([b, a, { ...b, checkedOn: '2025-01' }, { ...a }]);
  expect(sources.all).toEqual([b, a]);
  expect(sources.numbersOf([a, b, a])).toEqual([1, 2]);
  expect(sources.numbersOf([c])).toEqual([]);
});

describe('the record of a plan', () => {
  type Credits = readonly (string | Omit<PlannedCredit, 'id'>)[];
  const providers = { example: { name: 'Example Courses', kind: 'course-provider', alsoCalled: [] } } as never;
  const recordOf = (...credits: Credits) => {
    const plan = planOf(...credits);
    return recordCredits({ plan, audit: auditPlan(plan, catalog, today), catalog, providers });
  };
  const partsOf = (...credits: Credits) => recordOf(...credits).map(({ parts }) => parts);

  test('has each credit with its title and who gives it', () => {
    const typed = { title: 'Law', semesterHours: 4, level: 'upper-division', source: 'college' } as const;
    const records = recordOf(
      'example/art',
      'agreement-only/course',
      { typed, status: 'planned' },
      'gone/away',
      'not-known/1',
    );
    expect(records.map(({ credit, title, provider }) => [credit.id, title, provider])).toEqual([
      ['c1', 'example/art', 'Example Courses'],
      ['c2', 'agreement-only/course', 'agreement-only'],
      ['c3', 'Law', 'Another US college, typed in'],
      ['c4', 'gone/away', 'Not in our catalog'],
      ['c5', 'A course that this page does not know', 'Not in our catalog'],
    ]);
  });

  test('says of each part what it becomes, where it counts, how sure that is and where it was read', () => {
    const [[part]] = partsOf('example/calculus') as [RecordedPart[]];
    expect(part).toEqual({
      becomes: 'MAT-2310',
      requirement: 'Calculus and Electives',
      hours: { least: 4, likely: 4, most: 4 },
      hoursUsed: 4,
      certainty: 'published',
      pinned: false,
      note: '',
      sources: catalog.school.equivalencies.find(({ course }) => course === 'example/calculus')?.sources,
    });
    expect(partsOf('example/composition')[0]?.map(({ requirement }) => requirement)).toEqual([
      'English I',
      'English II',
    ]);
  });

  test('says which part the student has moved', () => {
    const pins = [
      { part: 1, block: 'electives', use: true },
      { part: 1, block: 'english-2', use: false },
    ];
    const [parts] = partsOf({ course: 'example/composition', status: 'planned', pins });
    expect(parts?.map(({ pinned, requirement }) => [pinned, requirement])).toEqual([
      [false, 'English I'],
      [true, 'Electives'],
    ]);
  });

  test('says why a credit is not used, by which rule, and where it may land at best', () => {
    const notes = (...credits: Credits) => partsOf(...credits).flatMap((some) => some.map(({ note }) => note));
    expect(notes('example/nccrs')).toEqual(['The school does not take it. NCCRS is not accepted.']);
    expect(notes('example/known-refusal')).toEqual(['The school does not take it.']);
    expect(notes('example/certificate')).toEqual([
      'The school may give hours for it. Do not count on them yet. At best it lands in Electives. No list or decision says what it becomes at EXU. Ask the school before you pay.',
    ]);
    expect(notes('example/exam-a', 'example/exam-b').at(-1)).toMatch(/At most 9 hours from exams\./);
    expect(notes('example/nobody')).toEqual([
      'We found no credit recommendation for it. No list or decision says what it becomes at EXU. Ask the school before you pay.',
    ]);
  });

  test('names the other course of two that become the same', () => {
    const notes = partsOf('example/ethics', 'example/ethics').flatMap((some) => some.map(({ note }) => note));
    expect(notes.join()).toContain('Only one counts. The other one is example/ethics.');
  });

  test('has nothing where the school gives nothing', () => {
    const [[part]] = partsOf('example/known-refusal') as [RecordedPart[]];
    expect(part).toMatchObject({ becomes: '', requirement: '', pinned: false });
    expect(part && 'hours' in part).toBe(false);
  });

  test('names a requirement that takes what is waived elsewhere', () => {
    const waivers = [{ block: 'calculus', decidedOn: today, by: 'Registrar' }];
    const plan = { ...planOf('example/calculus'), waivers };
    const [record] = recordCredits({ plan, audit: auditPlan(plan, catalog, today), catalog, providers });
    expect(record?.parts.map(({ requirement }) => requirement)).toEqual(['Electives']);
  });

  test('of a plan that was not audited has the credits alone', () => {
    const plan = planOf('example/art');
    const audit = auditPlan(planOf(), catalog, today);
    expect(recordCredits({ plan, audit, catalog, providers })[0]?.parts).toEqual([]);
  });
});
