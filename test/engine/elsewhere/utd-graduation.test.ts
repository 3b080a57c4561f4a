import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeCases } from './describe-cases.ts';
import { coursesIn, degreesOf, type DegreeData } from './degree-data.ts';
import { auditOf, utd, utdCourse } from './utd.ts';

type Case = {
  readonly degree_file: string;
  readonly list: string;
  readonly courses: readonly string[];
  readonly expected_can_graduate: boolean;
};

/** Free electives, as the published cases make them up: 9 hours each. */
const electives = ['ABC 9999', 'ABD 9999', 'ABE 9999', 'ABF 9999', 'ABG 9999'];

/** A file that asks for a course twice, which their validator counts once; and where. */
const twice: Record<string, string> = {
  'degree_data/2022/Business Administration Sales Concentration(BS).json': 'Major Related Courses',
};

describeCases('degrees of the University of Texas at Dallas', 'utd', (folder) => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  // Their validator takes a course for one requirement, and what is over is over.
  const school = utd('nowhere');

  /** For each audit, the fewest blocks that any of its degrees leaves incomplete. */
  const incomplete = (data: DegreeData, courses: readonly string[]): string[][] =>
    degreesOf(data).map((degrees) => {
      const left = degrees.map((degree) => {
        const audit = auditOf(
          degree,
          school,
          courses.map((course) => utdCourse(course)),
        );
        expect(audit.readings.likely.proven).toBe(true);
        expect(audit.notAccepted).toEqual([]);
        const met = new Set(audit.blocks.filter(({ complete }) => complete).map(({ block }) => block));
        return degree.blocks.filter(({ id }) => !met.has(id)).map(({ title }) => title);
      });
      return left.sort((a, b) => a.length - b.length)[0]!;
    });

  const { cases } = read('graduation_cases.json') as { cases: readonly Case[] };
  test.for(cases)('$degree_file with $list can graduate: $expected_can_graduate', (one) => {
    const left = incomplete(read(one.degree_file) as DegreeData, one.courses);
    expect(left.every((blocks) => blocks.length === 0)).toBe(one.expected_can_graduate);
  });

  const files = globSync('degree_data/*/*.json', { cwd: folder }).sort();
  test('all 27 degree files are read, and each of their rules is a block', () => {
    expect(files).toHaveLength(27);
    const unsaid = files
      .flatMap((file) => degreesOf(read(file) as DegreeData).flat())
      .flatMap(({ checkYourself }) => checkYourself.filter((rule) => rule.includes('requirement of the kind')));
    expect(unsaid).toEqual([]);
  });

  test.for(files)('%s is met by nothing in no block, and by every course it names in all', (file) => {
    const data = read(file) as DegreeData;
    for (const degree of degreesOf(data).flat()) {
      expect(auditOf(degree, school, []).blocks.filter(({ complete }) => complete)).toEqual([]);
    }
    const named = new Set([...data.requirements.major.flatMap(coursesIn), ...electives]);
    const left = new Set(incomplete(data, [...named]).flat());
    expect([...left]).toEqual(twice[file] ? [twice[file]] : []);
  });
});
