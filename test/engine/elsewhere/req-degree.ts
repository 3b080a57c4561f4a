/**
 * Requirements of the `.req` language as degrees of ours. A course counts once in a group and again in the next one, so
 * each group is a degree and an audit of its own.
 */
import type { Degree, RequirementBlock } from '../../../src/schemas/degree.ts';
import type { Fits } from '../../../src/schemas/fits.ts';
import type { PlannedCredit } from '../../../src/engine/index.ts';
import type { Matcher, ReqCourse, Requirement } from './req-language.ts';
import { codeOf, utdCourse, utdDegree } from './utd.ts';

/** Hours of a course that an adviser counts for a requirement that does not name it. */
export type Bypass = { readonly course: string; readonly requirement: string; readonly hours: number };

/** The requirement that hours beyond another one's size may fill, if its matcher means the course too. */
export function isFreeElective({ title }: Requirement): boolean {
  return title === 'Free Electives';
}

/** The block's id. */
export function blockOf({ name }: Requirement): string {
  return name.toLowerCase();
}

/** One group as a degree. */
export function degreeOf(group: readonly Requirement[], bypasses: readonly Bypass[] = []): Degree {
  const blocks = group.map((requirement): RequirementBlock => {
    const { title, hours, matcher } = requirement;
    const fits = fitsOf(matcher);
    const bypassed = bypasses.some((bypass) => bypass.requirement === title);
    return {
      id: blockOf(requirement),
      title,
      semesterHours: hours,
      fits: bypassed ? { ...fits, areas: [blockOf(requirement)] } : fits,
      ...(isFreeElective(requirement) ? { takesExcess: true } : {}),
    };
  });
  return utdDegree(group[0]!.title, blocks);
}

/**
 * The student's courses for this group. A bypass is the school's decision to count so many hours for one requirement: the
 * course becomes that, pinned there, and itself with the hours that are left.
 */
export function creditsFor(
  group: readonly Requirement[],
  courses: readonly ReqCourse[],
  bypasses: readonly Bypass[],
): PlannedCredit[] {
  return courses.map((course) => {
    const credit = utdCourse(course.name, course.hours);
    const bypass = bypasses.find((one) => one.course === course.name);
    const requirement = group.find(({ title }) => title === bypass?.requirement);
    if (!bypass || !requirement) return credit;
    const { level, title, schoolCourse } = credit.typed!;
    const block = blockOf(requirement);
    const left = course.hours - bypass.hours;
    const itself = { semesterHours: left, level, title, schoolCourse: schoolCourse! };
    return {
      ...credit,
      decision: {
        becomes: [{ semesterHours: bypass.hours, level, title, areas: [block] }, ...(left > 0 ? [itself] : [])],
        decidedOn: '2022-08-01',
        by: 'The adviser',
      },
      pins: [{ part: 0, block, use: true }],
    };
  });
}

/** Which credit the matcher means; throws where our degrees have no words for it. */
export function fitsOf(matcher: Matcher): Fits {
  switch (matcher.kind) {
    case 'any':
      return {};
    case 'name-list':
      return { courses: matcher.names.map(codeOf) };
    case 'department':
      return { subjects: [...matcher.departments] };
    case 'level': {
      const [from, to] = [Math.min(...matcher.levels), Math.max(...matcher.levels)];
      if (to - from + 1 !== matcher.levels.length) throw new Error('There is a gap between the levels.');
      return { numbers: { from: from * 1000, to: to * 1000 + 999 } };
    }
    case 'not': {
      const { courses, ...rest } = fitsOf({ kind: 'or', inside: matcher.inside });
      if (Object.keys(rest).length > 0) throw new Error('Only courses can be left out.');
      return { except: { courses } };
    }
    case 'or': {
      const all = matcher.inside.map(fitsOf);
      if (all.length === 1) return all[0]!;
      if (all.some(({ courses, ...rest }) => !courses || Object.keys(rest).length > 0)) {
        throw new Error('Only lists of courses can stand beside each other.');
      }
      return { courses: all.flatMap(({ courses }) => courses!) };
    }
    case 'and': {
      const all = matcher.inside.map(fitsOf);
      const keys = all.flatMap((one) => Object.keys(one));
      if (new Set(keys).size < keys.length) throw new Error('Two conditions of one sort cannot hold together.');
      // A named course fits whatever the other lines say.
      if (keys.includes('courses') && keys.length > 1) throw new Error('A list of courses stands alone.');
      return Object.assign({}, ...all) as Fits;
    }
  }
}
