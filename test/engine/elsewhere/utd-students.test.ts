import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeCases } from './describe-cases.ts';
import { blockOf, creditsFor, degreeOf, fitsOf, type Bypass } from './req-degree.ts';
import { readRequirements, type ReqCourse, type Requirement } from './req-language.ts';
import { auditOf, utd } from './utd.ts';
import { bestByWholeCourses } from './whole-courses.ts';

type Student = {
  readonly degree: string;
  readonly courses: readonly ReqCourse[];
  readonly bypasses: readonly Bypass[];
};
type Expected = Record<string, { readonly courses: Record<string, number>; readonly hours: number }>;

/**
 * Where the audit gives a requirement other hours than the published answer, both being best answers: the engine fills
 * what names courses before the free electives.
 */
const otherwise: Record<string, Record<string, { readonly audit: number; readonly published: number }>> = {
  'student-1': {
    'Free Electives': { audit: 6, published: 10 },
    'Core - Language, Philosophy and Culture (040)': { audit: 3, published: 0 },
    'Core - Creative Arts (050)': { audit: 3, published: 2 },
  },
  'student-2': {},
};

describeCases('students of the University of Texas at Dallas', 'utd', (folder) => {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  // The published answers split a course between a requirement and the free electives, and leave no hours of it over.
  const school = utd('free-electives');

  describe.for(Object.keys(otherwise))('%s', (name) => {
    const { degree, courses, bypasses } = JSON.parse(read(`${name}.json`)) as Student;
    const published = JSON.parse(read(`${name}.expected.json`)) as Expected;
    const publishedHours = ({ title }: Requirement): number =>
      Object.values(published[title]!.courses).reduce((sum, hours) => sum + hours, 0);
    const groups = readRequirements(read(`${degree}.req`)).map((group) => {
      const audit = auditOf(degreeOf(group, bypasses), school, creditsFor(group, courses, bypasses));
      const met = (one: Requirement): number => audit.blocks.find(({ block }) => block === blockOf(one))!.met;
      return {
        name: group[0]!.name,
        group,
        audit,
        best: bestByWholeCourses(group, courses, bypasses),
        met: new Map(group.map((one) => [one.title, met(one)])),
        published: new Map(group.map((one) => [one.title, publishedHours(one)])),
      };
    });

    test('every requirement is audited, every course is used as it is, and every bypass is kept', () => {
      expect(groups.flatMap(({ group }) => group.map(({ title }) => title)).sort()).toEqual(
        Object.keys(published).sort(),
      );
      for (const { audit } of groups) {
        expect(audit.readings.likely.proven).toBe(true);
        expect(audit.notAccepted).toEqual([]);
        expect(audit.brokenPins).toEqual([]);
      }
    });

    test.for(groups)('"$name" and what shares courses with it meet the hours of maximum flow', (one) => {
      // Splitting courses at will meets no more hours here than whole courses do.
      const flow = [...one.published.values()].reduce((sum, hours) => sum + hours, 0);
      expect(one.audit.met).toEqual({ least: flow, likely: flow, most: flow });
      expect(one.best.hours).toBe(flow);
    });

    test.for(groups)('whole courses can meet each requirement of "$name" as published, and as audited', (one) => {
      expect(one.best.allows(one.published)).toBe(true);
      expect(one.best.allows(one.met)).toBe(true);
    });

    test('each requirement has the published hours, but for the free electives that are filled last', () => {
      const other = groups.flatMap(({ met, published: hours }) =>
        [...met].flatMap(([title, audit]) =>
          audit === hours.get(title) ? [] : [[title, { audit, published: hours.get(title)! }] as const],
        ),
      );
      expect(Object.fromEntries(other)).toEqual(otherwise[name]);
    });
  });

  test.for(globSync('*.req', { cwd: folder }))('%s can be said as degrees', (file) => {
    const groups = readRequirements(read(file));
    expect(groups.length).toBeGreaterThan(0);
    for (const group of groups) {
      const audit = auditOf(degreeOf(group), school, []);
      expect(audit.blocks.map(({ stillNeeded }) => stillNeeded)).toEqual(group.map(({ hours }) => hours));
    }
  });
});

test('a matcher that no degree can say is refused', () => {
  const [[{ matcher }]] = readRequirements(
    'REQUIRE "Odd" Odd 3 Or(NameList(CS1336),Department(CS))\nGROUP Odd',
  ) as unknown as [[Requirement]];
  expect(() => fitsOf(matcher)).toThrow('Only lists of courses can stand beside each other.');
});
