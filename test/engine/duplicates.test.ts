import { expect, test } from 'vitest';
import { auditDegree, type AcceptedCredit, type PlannedCredit } from '../../src/engine/index.ts';
import { setDuplicatesAside } from '../../src/engine/duplicates.ts';
import { auditInput } from './example-university.ts';

const { accepted: art } = auditDegree(auditInput([{ id: 'c1', course: 'example/art', status: 'planned' }]))
  .outcomes[0]!;
type Credit = Partial<AcceptedCredit> & { readonly status?: PlannedCredit['status']; readonly course?: string };

/** Which credit is kept of these, which all become one course of the school. */
function kept(...credits: readonly Credit[]) {
  const ids = credits.map(({ credit }, at) => credit ?? `c${at + 1}`);
  const accepted = credits.map(({ status: _, course: __, ...more }, at): AcceptedCredit => {
    const { part = 0 } = more;
    return { ...art, schoolCourse: 'ART-1010', ...more, credit: ids[at]!, id: `${ids[at]}.${part}` };
  });
  const planned = credits.map(({ status = 'planned', course }, at): PlannedCredit => ({
    id: ids[at]!,
    status,
    ...(course !== undefined && { course }),
  }));
  const answer = setDuplicatesAside(accepted, planned);
  for (const { other } of answer.aside) expect(answer.kept.map(({ credit }) => credit)).toContain(other);
  return answer.kept.map(({ id }) => id);
}
const hours = (most: number) => ({ hours: { least: 0, likely: 0, most } });

test.for<[string, readonly Credit[], readonly string[]]>([
  ['the one that is finished', [{ certainty: 'decided' }, { certainty: 'recommended', status: 'completed' }], ['c2.0']],
  [
    'the surer one',
    [
      { certainty: 'reported', ...hours(9) },
      { certainty: 'published', ...hours(3) },
    ],
    ['c2.0'],
  ],
  ['the larger one', [hours(3), hours(6)], ['c2.0']],
  ['the one with the better grade', [{ grade: 'D' }, { grade: 'B' }], ['c2.0']],
  ['the one with a plus', [{ grade: 'B' }, { grade: 'B+' }], ['c2.0']],
  ['the one entered first, where one has the best grade and the other none', [{}, { grade: 'A+' }], ['c1.0']],
  ['the newer one', [{ age: 'not-known' }, { age: 12 }, { age: 3 }], ['c3.0']],
  ['the school’s own', [{ source: 'college', certainty: 'decided' }, { source: 'school' }], ['c2.0']],
  ['the one entered first', [{}, {}], ['c1.0']],
  ['the one entered first, as people count', [{ credit: 'c10' }, { credit: 'c9' }], ['c9.0']],
])('of two that become the same course it is %s', ([, credits, ids]) => {
  expect(kept(...credits)).toEqual(ids);
});

test('the same course twice is one credit, part by part, though it becomes an elective', () => {
  const elective = { kind: 'general-elective' as const, schoolCourse: 'ART-1XXX', course: 'a/1' };
  expect(kept({ ...elective }, { ...elective })).toEqual(['c1.0']);
  expect(kept({ ...elective, credit: 'c1' }, { ...elective, credit: 'c1', part: 1 })).toEqual(['c1.0', 'c1.1']);
});

test('two courses that become electives of one code are two credits, and so are different courses', () => {
  const elective = { kind: 'general-elective' as const, schoolCourse: 'ART-1XXX' };
  expect(kept({ ...elective, course: 'a/1' }, { ...elective, course: 'a/2' })).toEqual(['c1.0', 'c2.0']);
  expect(kept({}, { schoolCourse: 'ART-2010' })).toEqual(['c1.0', 'c2.0']);
});
