/**
 * Degrees of UTDNebula/planner (`degree_data/*.json`) as degrees of ours.
 *
 * Their validator gives each course to the first requirement that takes it. Only an HoursRequirement lets its courses go
 * on, so that the free electives take them once more. Our degrees say that as two audits, each of which uses a course
 * once: one without the free electives, and one without the HoursRequirements.
 */
import type { Degree, Qualifier, RequirementBlock } from '../../../src/schemas/degree.ts';
import type { Fits } from '../../../src/schemas/fits.ts';
import { sumHours } from '../../../src/engine/semester-hours.ts';
import { codeOf, hoursOf, utdDegree } from './utd.ts';

export type Requirement = {
  readonly matcher: string;
  readonly metadata?: { readonly name?: string };
  readonly course?: string;
  readonly requirements?: readonly Requirement[];
  readonly required_count?: number;
  readonly required_hours?: number;
  readonly excluded_courses?: readonly string[];
  readonly also_fulfills?: readonly Requirement[];
  readonly starts_with?: string;
  readonly prefix?: string;
  readonly accepted_courses?: readonly string[];
  readonly accepted_prefixes?: readonly string[];
};

export type DegreeData = {
  readonly display_name: string;
  readonly minimum_credit_hours: number;
  readonly requirements: { readonly core?: string; readonly major: readonly Requirement[] };
};

/** The audits that together say whether the major is met. Each has one degree or several, of which any will do. */
export function degreesOf(data: DegreeData): Degree[][] {
  const { major } = data.requirements;
  const shares = major.some((one) => contains(one, 'HoursRequirement')) && major.some(isFreeElective);
  const audits = shares ? ['FreeElectiveRequirement', 'HoursRequirement'] : ['nothing'];
  return audits.map((leftOut) => variantsOf(major).map((variant) => degreeOf(data, variant, leftOut)));
}

/**
 * The requirements with one alternative of each "or" between groups of unequal hours. A block of ours has one size, so
 * only alternatives of equal size are a choice inside one degree.
 */
function variantsOf(requirements: readonly Requirement[]): Requirement[][] {
  return requirements.reduce<Requirement[][]>(
    (before, one) => before.flatMap((chosen) => alternativesOf(one).map((next) => [...chosen, next])),
    [[]],
  );
}

function alternativesOf(requirement: Requirement): Requirement[] {
  const { matcher, requirements = [] } = requirement;
  if (matcher === 'AndRequirement') {
    return variantsOf(requirements).map((variant) => ({ ...requirement, requirements: variant }));
  }
  if (matcher !== 'OrRequirement' || requirements.every(({ course }) => course !== undefined)) return [requirement];
  const equal = new Set(requirements.map(sizeOf)).size === 1;
  return equal ? [requirement] : requirements.flatMap(alternativesOf);
}

/** Hours of what only consists of courses, or says its hours. */
function sizeOf({ course, required_hours: hours, requirements = [] }: Requirement): number {
  if (course !== undefined) return hoursOf(course);
  return hours ?? requirements.reduce((sum, one) => sum + sizeOf(one), 0);
}

const isFreeElective = ({ matcher }: Requirement): boolean => matcher === 'FreeElectiveRequirement';

function contains(requirement: Requirement, matcher: string): boolean {
  return requirement.matcher === matcher || (requirement.requirements ?? []).some((one) => contains(one, matcher));
}

function degreeOf(data: DegreeData, major: readonly Requirement[], leftOut: string): Degree {
  const checkYourself = [`The degree asks for ${data.minimum_credit_hours} hours in all.`];
  if (data.requirements.core) checkYourself.push('The core curriculum lies in a file of its own.');
  const blocks = new Translation(leftOut, checkYourself).blocksOf(major, '');
  return utdDegree(data.display_name, blocks, checkYourself);
}

/** One file on its way into blocks. What cannot be said as a block is kept as a rule to check. */
class Translation {
  constructor(
    private readonly leftOut: string,
    private readonly checkYourself: string[],
  ) {}

  blocksOf(requirements: readonly Requirement[], path: string): RequirementBlock[] {
    return requirements.flatMap((requirement, index) => {
      if (requirement.matcher === this.leftOut) return [];
      const block = this.blockOf(requirement, `${path}${path ? '-' : 'r'}${index}`);
      return block ? [block] : [];
    });
  }

  private blockOf(requirement: Requirement, id: string): RequirementBlock | undefined {
    const { matcher, metadata, requirements = [], required_hours: hours = 0, required_count: count = 1 } = requirement;
    const named = (title: string) => ({ id, title: metadata?.name ?? title });
    switch (matcher) {
      case 'CourseRequirement':
        return this.oneOf([requirement.course!], named(requirement.course!));
      case 'AndRequirement': {
        const children = this.blocksOf(requirements, id);
        return children.length ? { ...named('All of these'), semesterHours: sizes(children), children } : undefined;
      }
      case 'OrRequirement':
        return this.choice(requirements, 1, named('One of these'));
      case 'SelectRequirement':
        return this.choice(requirements, count, named('Some of these'));
      case 'HoursRequirement':
        return { ...named('Hours of these'), semesterHours: hours, ...within(requirements, id) };
      case 'FreeElectiveRequirement': {
        if (hours === 0) return undefined;
        const courses = (requirement.excluded_courses ?? []).map(codeOf);
        return {
          ...named('Free electives'),
          semesterHours: hours,
          fits: courses.length ? { except: { courses } } : {},
        };
      }
      case 'CSGuidedElectiveRequirement': {
        const alike = { matcher: 'PrefixBucketRequirement', prefix: requirement.starts_with! };
        const fits = fitsOf([alike, ...(requirement.also_fulfills ?? [])]);
        // Every course with such a number has three hours.
        return { ...named('Guided electives'), semesterHours: 3 * count, fits };
      }
      case 'PsychologyPrefixesOrCourses': {
        const courses = (requirement.accepted_courses ?? []).map(codeOf);
        const fits = { courses, subjects: [...(requirement.accepted_prefixes ?? [])] };
        return { ...named('Related courses'), semesterHours: hours, fits };
      }
      default:
        this.checkYourself.push(`${metadata?.name ?? id}: a requirement of the kind ${matcher}.`);
        return undefined;
    }
  }

  /** So many of the requirements. One of several courses is one block; anything else is a choice of blocks. */
  private choice(
    requirements: readonly Requirement[],
    count: number,
    named: Pick<RequirementBlock, 'id' | 'title'>,
  ): RequirementBlock | undefined {
    const courses = requirements.map(({ course }) => course);
    if (count === 1 && courses.every((course) => course !== undefined)) return this.oneOf(courses, named);
    const children = this.blocksOf(requirements, named.id);
    if (!children.length) return undefined;
    const [size = 0, ...others] = new Set(children.map(({ semesterHours }) => semesterHours));
    if (others.length) throw new Error(`${named.id}: what is chosen from has unequal hours.`);
    return { ...named, semesterHours: size * count, choose: count, children };
  }

  /** A block that any of the courses completes. */
  private oneOf(courses: readonly string[], named: Pick<RequirementBlock, 'id' | 'title'>): RequirementBlock {
    return { ...named, semesterHours: Math.min(...courses.map(hoursOf)), fits: { courses: courses.map(codeOf) } };
  }
}

const sizes = (blocks: readonly RequirementBlock[]): number =>
  sumHours(blocks.map(({ semesterHours }) => semesterHours));

/** What counts for hours: every course named inside, of those in an "or" only one. */
function within(requirements: readonly Requirement[], id: string): Pick<RequirementBlock, 'fits' | 'qualifiers'> {
  const qualifiers = requirements
    .filter(({ matcher }) => matcher === 'OrRequirement')
    .map((one, index): Qualifier => {
      const courses = coursesIn(one);
      const semesterHours = Math.max(...courses.map(hoursOf));
      const of = { courses: courses.map(codeOf) };
      return { kind: 'at-most', id: `${id}-or-${index}`, semesterHours, of, says: `One of ${courses.join(', ')}.` };
    });
  return { fits: fitsOf(requirements), ...(qualifiers.length ? { qualifiers } : {}) };
}

/** The courses named, and those that begin like a prefix: "ITSS", or "CS 43". */
function fitsOf(requirements: readonly Requirement[]): Fits {
  const prefixes = requirements.flatMap(({ prefix }) => (prefix === undefined ? [] : [prefix]));
  if (prefixes.length > 1) throw new Error(`No block can say both ${prefixes.join(' and ')}.`);
  const courses = requirements.flatMap(coursesIn).map(codeOf);
  const [subject, digits] = prefixes[0]?.split(' ') ?? [];
  if (subject === undefined) return { courses };
  if (digits === undefined) return { courses, subjects: [subject] };
  const span = 10 ** (4 - digits.length);
  const from = Number(digits) * span;
  return { courses, subjects: [subject], numbers: { from, to: from + span - 1 } };
}

/** Every course a requirement names. */
export function coursesIn({ course, requirements = [], also_fulfills = [] }: Requirement): string[] {
  return [...(course === undefined ? [] : [course]), ...[...requirements, ...also_fulfills].flatMap(coursesIn)];
}
