/** A made-up school, small enough to reason about, with every kind of rule. Its records pass the real schemas. */
import { courseSchema } from '../../src/schemas/course.ts';
import { degreeSchema, type Degree } from '../../src/schemas/degree.ts';
import { equivalencyTableSchema } from '../../src/schemas/equivalency.ts';
import { schoolSchema } from '../../src/schemas/school.ts';
import type { AuditInput, CourseFacts, PlannedCredit } from '../../src/engine/index.ts';

const primary = { says: 'Example', url: 'https://example.edu/', checkedOn: '2026-11', confidence: 'primary' };
const reported = { says: 'Example', title: 'A forum', checkedOn: '2026-11', confidence: 'reported' };
const sources = [primary];

export const school = schoolSchema.parse({
  name: 'Example University',
  shortName: 'EXU',
  city: 'Example',
  state: 'NJ',
  control: 'public',
  accreditor: 'Example',
  url: 'https://example.edu/',
  accepts: [
    { recommender: 'ACE', verdict: 'yes', says: 'ACE is accepted in general.', sources },
    { recommender: 'NCCRS', verdict: 'no', says: 'NCCRS is not accepted.', sources },
    { provider: 'ask-first', verdict: 'case-by-case', says: 'Decided one by one.', sources },
    { provider: 'agreement-only', verdict: 'with-agreement', says: 'Only with an agreement.', sources },
    { from: 'college', verdict: 'yes', says: 'College credit is accepted.', sources },
  ],
  maximums: [
    { id: 'exams', atMost: 9, counts: ['exam'], awards: ['bachelor'], says: 'At most 9 hours from exams.', sources },
  ],
  residency: [{ awards: ['bachelor'], says: 'The capstone is taken here.', sources }],
  areas: [
    { id: 'humanities', title: 'Humanities', courses: ['PHI-1010', 'ART-1010', 'PHI-3010'], sources },
    { id: 'science', title: 'Science', courses: ['BIO-1010', 'BIO-1040'], sources },
  ],
  courses: [
    { code: 'ENG-1010', title: 'English I', semesterHours: 3, level: 'lower-division' },
    { code: 'ENG-1020', title: 'English II', semesterHours: 3, level: 'lower-division' },
    { code: 'MAT-2310', title: 'Calculus', semesterHours: 4, level: 'lower-division' },
    { code: 'PHI-1010', title: 'Philosophy', semesterHours: 3, level: 'lower-division' },
    { code: 'PHI-3010', title: 'Ethics', semesterHours: 3, level: 'upper-division' },
    { code: 'ART-1010', title: 'Art', semesterHours: 3, level: 'lower-division' },
    { code: 'BIO-1010', title: 'Biology', semesterHours: 3, level: 'lower-division' },
    { code: 'BIO-1040', title: 'Biology with laboratory', semesterHours: 4, level: 'lower-division' },
    { code: 'CAP-4950', title: 'Capstone', semesterHours: 3, level: 'upper-division', onlyHere: true },
  ],
  policies: [],
  sources,
});

/** 6 English, 3 calculus, 6 major with 3 upper-division of two subjects, 3 capstone, 6 electives: 24 hours. */
export const degree: Degree = degreeSchema.parse({
  title: 'Example Studies',
  school: 'exu',
  award: 'bachelor',
  abbreviation: 'BA',
  catalogYear: '2026-27',
  semesterHours: 24,
  completeness: 'complete',
  blocks: [
    {
      id: 'english',
      title: 'English',
      semesterHours: 6,
      qualifiers: [{ id: 'english-grade', kind: 'minimum-grade', grade: 'C', says: 'A grade of C or better.' }],
      children: [
        { id: 'english-1', title: 'English I', semesterHours: 3, fits: { courses: ['ENG-1010'] } },
        { id: 'english-2', title: 'English II', semesterHours: 3, fits: { courses: ['ENG-1020'] } },
      ],
    },
    { id: 'calculus', title: 'Calculus', semesterHours: 3, fits: { courses: ['MAT-2310'] } },
    {
      id: 'major',
      title: 'Humanities',
      semesterHours: 6,
      fits: { areas: ['humanities'] },
      qualifiers: [
        { id: 'major-upper', kind: 'at-least', semesterHours: 3, of: { level: 'upper-division' }, says: '3 upper.' },
        { id: 'major-subjects', kind: 'at-least-subjects', subjects: 2, says: 'Two subjects.' },
      ],
    },
    { id: 'capstone', title: 'Capstone', semesterHours: 3, fits: { courses: ['CAP-4950'] }, inResidence: true },
    {
      id: 'electives',
      title: 'Electives',
      semesterHours: 6,
      fits: {},
      takesExcess: true,
      checkYourself: ['No remedial courses.'],
    },
  ],
  checkYourself: ['An average of 2.0 or better.'],
  sources,
});

/** One of two tracks, and a block in one subject of the student's choice. */
export const choiceDegree: Degree = degreeSchema.parse({
  title: 'Example Choices',
  school: 'exu',
  award: 'associate',
  abbreviation: 'AA',
  catalogYear: '2026-27',
  semesterHours: 12,
  completeness: 'complete',
  blocks: [
    {
      id: 'track',
      title: 'One track',
      semesterHours: 6,
      choose: 1,
      children: [
        { id: 'arts-track', title: 'Arts', semesterHours: 6, fits: { subjects: ['PHI', 'ART'] } },
        { id: 'science-track', title: 'Science', semesterHours: 6, fits: { subjects: ['BIO', 'MAT'] } },
      ],
    },
    {
      id: 'discipline',
      title: 'One discipline',
      semesterHours: 6,
      fits: {},
      qualifiers: [{ id: 'one-discipline', kind: 'one-subject', says: 'All in one subject.' }],
    },
  ],
  qualifiers: [
    { id: 'four-biology', kind: 'at-most', semesterHours: 4, of: { subjects: ['BIO'] }, says: 'At most 4 biology.' },
    { id: 'nine-each', kind: 'at-most-per-subject', semesterHours: 9, says: 'At most 9 in any one subject.' },
  ],
  sources,
});

/** Blocks that share: the major may use general education again, and culture either of them. 24 hours in blocks of 18. */
export const sharingDegree: Degree = degreeSchema.parse({
  title: 'Example Overlaps',
  school: 'exu',
  award: 'bachelor',
  abbreviation: 'BA',
  catalogYear: '2026-27',
  semesterHours: 18,
  completeness: 'complete',
  blocks: [
    {
      id: 'general',
      title: 'General education',
      semesterHours: 9,
      children: [
        { id: 'english-1', title: 'English', semesterHours: 3, fits: { subjects: ['ENG'] } },
        { id: 'humanities', title: 'Humanities', semesterHours: 3, fits: { areas: ['humanities'] } },
        { id: 'science', title: 'Science', semesterHours: 3, fits: { areas: ['science'], subjects: ['MAT'] } },
      ],
    },
    {
      id: 'major',
      title: 'Two courses of humanities or science',
      semesterHours: 6,
      courses: 2,
      fits: { areas: ['humanities', 'science'] },
      mayShareWith: ['general'],
      qualifiers: [
        { id: 'major-age', kind: 'max-age', years: 5, says: 'At most 5 years old.' },
        {
          id: 'major-source',
          kind: 'at-most-per-provider',
          semesterHours: 4,
          says: 'At most 4 hours of one provider.',
        },
      ],
    },
    {
      id: 'culture',
      title: 'Culture',
      semesterHours: 3,
      fits: { areas: ['humanities'] },
      mayShareWith: ['humanities', 'major'],
    },
    { id: 'electives', title: 'Electives', semesterHours: 6, fits: {}, takesExcess: true },
  ],
  qualifiers: [
    { id: 'upper', kind: 'at-least', semesterHours: 3, of: { level: 'upper-division' }, says: '3 upper.' },
    { id: 'nine-each', kind: 'at-most-per-subject', semesterHours: 9, says: 'At most 9 in any one subject.' },
  ],
  sources,
});

const ace = (semesterHours: number, more: object = {}): object => ({
  by: 'ACE',
  parts: [{ semesterHours, level: 'lower-division' }],
  ...more,
});
const courseOf = (kind: string, recommendations: object[]): object => ({
  title: 'A course',
  provider: 'example',
  kind,
  area: 'other',
  assessment: {},
  recommendations,
  sources,
});

const records: Record<string, object> = {
  'example/composition': courseOf('exam', [ace(6, { minimumScore: 50 })]),
  'example/english-1': courseOf('course', [ace(3)]),
  'example/calculus': courseOf('course', [ace(4)]),
  'example/biology-lab': courseOf('course', [ace(4)]),
  'example/biology': courseOf('course', [ace(3)]),
  'example/philosophy': courseOf('course', [ace(3)]),
  'example/art': courseOf('course', [ace(3)]),
  'example/ethics': courseOf('course', [ace(3)]),
  'example/exam-a': courseOf('exam', [ace(6)]),
  'example/exam-b': courseOf('exam', [ace(6)]),
  'example/certificate': courseOf('certificate', [ace(12, { atMost: true })]),
  'example/unmeasured': courseOf('certificate', [{ by: 'ACE', parts: [] }]),
  'example/nobody': courseOf('course', []),
  'example/nccrs': courseOf('course', [{ by: 'NCCRS', parts: [{ semesterHours: 3 }] }]),
  'example/lapsed': courseOf('course', [ace(3, { effectiveFrom: '2020-01-01', effectiveTo: '2023-12-31' })]),
  'example/future': courseOf('course', [ace(3, { effectiveFrom: '2027-01-01' })]),
  'example/two-levels': courseOf('exam', [ace(6, { minimumScore: 50 }), ace(9, { minimumScore: 63 })]),
  'example/hinted': courseOf('course', [ace(3)]),
  'example/refused': courseOf('course', [ace(3)]),
  'example/known-refusal': courseOf('course', [ace(3)]),
  'ask-first/course': { ...courseOf('course', [ace(3)]), provider: 'ask-first' },
  'agreement-only/course': { ...courseOf('course', [ace(3)]), provider: 'agreement-only' },
};

export const courses: ReadonlyMap<string, CourseFacts> = new Map(
  Object.entries(records).map(([id, record]) => [id, { id, ...courseSchema.parse({ ...record, title: id }) }]),
);

const direct = (schoolCourse: string): object => ({ kind: 'direct-course', schoolCourse, title: schoolCourse });
const row = (course: string, becomes: object[], more: object = {}): object => ({
  course,
  becomes,
  basis: 'decided',
  sources,
  ...more,
});

export const { equivalencies } = equivalencyTableSchema.parse({
  school: 'exu',
  provider: 'example',
  equivalencies: [
    row('example/composition', [direct('ENG-1010'), direct('ENG-1020')], { minimumScore: 50 }),
    row('example/english-1', [direct('ENG-1010')]),
    row('example/calculus', [direct('MAT-2310')]),
    row('example/biology-lab', [direct('BIO-1040')]),
    row('example/biology', [direct('BIO-1010')], { sources: [reported] }),
    row('example/philosophy', [direct('PHI-1010')]),
    row('example/art', [direct('ART-1010')], { confirm: 'The list is from 2015.' }),
    row('example/ethics', [direct('PHI-3010')]),
    row('example/hinted', [direct('PHI-1010')], { basis: 'student-plan', sources: [reported] }),
    row('example/known-refusal', []),
  ],
});

/** An audit of these credits, with `today` fixed. */
export function auditInput(credits: readonly PlannedCredit[], ofDegree = degree, ofSchool = school): AuditInput {
  return { degree: ofDegree, school: ofSchool, equivalencies, courses, credits, today: '2026-11-22' };
}
