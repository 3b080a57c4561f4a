/** The University of Texas at Dallas, as far as the cases of UTDNebula/planner need it. */
import { degreeSchema, type Degree, type RequirementBlock } from '../../../src/schemas/degree.ts';
import { schoolSchema, type School } from '../../../src/schemas/school.ts';
import { auditDegree, type DegreeAudit, type PlannedCredit } from '../../../src/engine/index.ts';
import { sumHours } from '../../../src/engine/semester-hours.ts';

const sources = [
  {
    url: 'https://github.com/UTDNebula/planner',
    says: 'Requirements, written for the planner of its students.',
    checkedOn: '2026-11',
    confidence: 'reported' as const,
  },
];

/** The school, with what it does with hours beyond a block's size. Every course of the cases is its own. */
export function utd(excess: NonNullable<School['excessHours']>['go']): School {
  return schoolSchema.parse({
    name: 'The University of Texas at Dallas',
    shortName: 'UTD',
    city: 'Richardson',
    state: 'TX',
    control: 'public',
    accreditor: 'SACSCOC',
    url: 'https://www.utdallas.edu/',
    accepts: [],
    maximums: [],
    residency: [],
    excessHours: { go: excess, says: 'What the expected answers do.', sources },
    areas: [],
    courses: [],
    policies: [],
    sources,
  });
}

/** A degree of these blocks that passes the schema. */
export function utdDegree(title: string, blocks: RequirementBlock[], checkYourself: string[] = []): Degree {
  return degreeSchema.parse({
    title,
    school: 'utd',
    award: 'bachelor',
    abbreviation: 'BS',
    catalogYear: '2022-23',
    semesterHours: sumHours(blocks.map((block) => block.semesterHours)),
    completeness: 'complete',
    blocks,
    checkYourself,
    sources,
  });
}

/** Subject and number: "CS 1336", "CS1336" and, where hours vary, "CS 4V98". */
function partsOf(name: string): [subject: string, number: string] {
  const [, subject = '', number = ''] = /^(\w+?) ?(\d[\dV]\d\d)$/.exec(name.replace(/v(?=\d\d$)/, 'V')) ?? [];
  if (!number) throw new Error(`"${name}" is not a course of the school.`);
  return [subject, number];
}

/** The course's code as our degrees write it. A V becomes a 9, which is no course's number of hours: no two become one. */
export function codeOf(name: string): string {
  const [subject, number] = partsOf(name);
  return `${subject}-${number.replace('V', '9')}`;
}

/**
 * The second digit of the number: "CS 1336" has 3 hours. Where hours vary, 3. A course without hours has the least that
 * our hours can say, so that what it completes is not complete without it.
 */
export function hoursOf(name: string): number {
  const [, number] = partsOf(name);
  return number[1] === 'V' ? 3 : Number(number[1]) || 0.01;
}

/** A finished course of the school. */
export function utdCourse(name: string, semesterHours = hoursOf(name)): PlannedCredit {
  const schoolCourse = codeOf(name);
  const year = Number(/-(\d)/.exec(schoolCourse)?.[1]);
  const level = year <= 2 ? 'lower-division' : year <= 4 ? 'upper-division' : 'graduate';
  return {
    id: schoolCourse.toLowerCase(),
    typed: { title: name, semesterHours, level, schoolCourse, source: 'school' },
    status: 'completed',
  };
}

/** The audit of these credits. */
export function auditOf(degree: Degree, school: School, credits: readonly PlannedCredit[]): DegreeAudit {
  return auditDegree({ degree, school, equivalencies: [], courses: new Map(), credits, today: '2026-11-22' });
}
