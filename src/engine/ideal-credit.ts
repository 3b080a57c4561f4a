/**
 * Credit as good as any that could exist: of every sort that the rules of a degree tell apart. What cannot be met with it
 * cannot be met at all.
 *
 * Sorts that no rule tells apart are one sort, so that a list of 34 subjects does not make 34 sorts where "two different
 * subjects" is all that is asked.
 */
import type { Degree, RequirementBlock } from '../schemas/degree.ts';
import type { Fits } from '../schemas/fits.ts';
import type { CreditSource, School } from '../schemas/school.ts';
import type { Level } from '../schemas/shared.ts';
import { levelOf } from './articulate.ts';
import { courseNumber, leavesOf, subjectOf, type Leaf } from './eligibility.ts';
import { maximumsFor, qualifiersOf } from './limits.ts';
import type { AcceptedCredit } from './types.ts';

type Sort = Pick<AcceptedCredit, 'areas'> &
  Partial<Pick<AcceptedCredit, 'schoolCourse' | 'subject' | 'provider' | 'recommender' | 'level'>>;

/**
 * One credit of each sort, of these sources, each with as many hours as the degree has. Where all must be in one subject,
 * the subjects of the plan are sorts of their own.
 */
export function idealCredit(
  degree: Degree,
  school: School,
  sources: readonly CreditSource[],
  plan: readonly AcceptedCredit[] = [],
): AcceptedCredit[] {
  const all = everyFits(degree, school);
  const oneSubject = [degree, ...blocksOf(degree)].some(({ qualifiers = [] }) =>
    qualifiers.some(({ kind }) => kind === 'one-subject'),
  );
  const ofPlan = oneSubject ? new Set(plan.flatMap(({ subject }) => subject ?? [])) : new Set<string>();
  const namesOf = representatives(degree, school, all, ofPlan);
  const useful = undominated(degree, school, all, sources);
  const levels: Level[] = ['lower-division', 'upper-division', ...all.flatMap(({ level }) => level ?? [])];
  const sorts = new Map<string, Sort>();
  const add = (sort: Sort): void => void sorts.set(JSON.stringify(sort), sort);
  const leaves = leavesOf(degree);
  const sortsAt = ({ block, path }: Leaf): Sort[] => {
    const asked = [...degree.qualifiers, ...path.flatMap(qualifiersOf)].flatMap((rule) =>
      rule.kind === 'at-least' ? [rule.of] : [],
    );
    return asked.reduce((here, of) => [...here, ...joinAll(here, namesOf(of))], namesOf(block.fits ?? {}));
  };
  for (const leaf of leaves) {
    const here = sortsAt(leaf);
    const shares = leaf.block.mayShareWith ?? [];
    const beside = leaves.filter(({ path }) => path.some(({ id }) => shares.includes(id)));
    for (const sort of [...here, ...beside.flatMap((other) => joinAll(here, sortsAt(other)))]) {
      if (sort.level) add(sort);
      else for (const level of new Set(levels)) add({ ...sort, level });
    }
  }
  return [...sorts.values()].flatMap((sort, index) =>
    useful.map((source): AcceptedCredit => ({
      id: `ideal-${index}-${source}.0`,
      credit: `ideal-${index}-${source}`,
      part: 0,
      title: '',
      kind: 'general-elective',
      level: 'lower-division',
      levelKnown: true,
      hours: { least: 0, likely: degree.semesterHours, most: degree.semesterHours },
      certainty: 'unknown',
      source,
      sources: [],
      remarks: [],
      ...sort,
    })),
  );
}

function blocksOf(degree: Degree): RequirementBlock[] {
  return [...new Set(leavesOf(degree).flatMap(({ path }) => path))];
}

/** Everything that says which credit is meant. */
function everyFits(degree: Degree, school: School): Fits[] {
  const leaves = leavesOf(degree);
  const rules = [...degree.qualifiers, ...blocksOf(degree).flatMap(qualifiersOf)];
  return [
    ...leaves.flatMap(({ block }) => block.fits ?? []),
    ...rules.flatMap((rule) => ('of' in rule ? (rule.of ?? []) : [])),
    ...maximumsFor(degree, school).flatMap(({ of }) => of ?? []),
  ];
}

/** How many subjects that no rule tells apart can be needed side by side. */
function subjectsNeeded(degree: Degree): { different: number; enough: number } {
  const all = [degree, ...blocksOf(degree)].flatMap(({ qualifiers = [], semesterHours }) =>
    qualifiers.map((rule) => ({ rule, semesterHours })),
  );
  let different = 0;
  let portions = 0;
  for (const { rule, semesterHours: size } of all) {
    if (rule.kind === 'at-least-subjects') different += rule.subjects;
    if (rule.kind === 'at-most-per-subject') portions += Math.ceil(size / Math.max(0.01, rule.semesterHours));
  }
  return { different, enough: Math.max(1, different) + Math.min(portions, 20) };
}

/** Gives the sorts that a rule names, and of names that no rule tells apart, as few as are needed. */
function representatives(
  degree: Degree,
  school: School,
  all: readonly Fits[],
  ofPlan: ReadonlySet<string>,
): (fits: Fits) => Sort[] {
  const { different, enough } = subjectsNeeded(degree);
  const mentions = (kind: 'subjects' | 'areas' | 'courses', name: string): string =>
    all
      .map(
        ({ [kind]: named = [], except = {} }) =>
          Number(named.includes(name)) + 2 * Number(except[kind]?.includes(name) ?? false),
      )
      .join();
  const ofSubject = (name: string): string => (ofPlan.has(name) ? name : mentions('subjects', name));
  const few = <T>(names: readonly T[], alike: (name: T) => string, most: number): T[] => {
    const counts = new Map<string, number>();
    return names.filter((name) => {
      const count = (counts.get(alike(name)) ?? 0) + 1;
      counts.set(alike(name), count);
      return count <= most;
    });
  };
  const courseSort = (schoolCourse: string): Sort => {
    const level = levelOf(schoolCourse, school);
    const areas = school.areas.flatMap(({ id, courses }) => (courses.includes(schoolCourse) ? [id] : []));
    const subject = subjectOf(schoolCourse);
    return { schoolCourse, subject, areas, ...(level ? { level } : {}) };
  };
  const courseKey = ({ schoolCourse = '', subject = '', areas, level }: Sort): string => {
    const number = courseNumber(schoolCourse) ?? 0;
    const numbers = all.map(({ numbers: span }) => Number(span && number >= span.from && number <= span.to));
    const ofAreas = areas.map((area) => mentions('areas', area)).sort();
    return JSON.stringify([mentions('courses', schoolCourse), ofSubject(subject), ofAreas, level, numbers]);
  };
  const otherSubjects = [...ofPlan, ...Array.from({ length: different }, (_, index) => `~${index}`)];
  const unnamed = otherSubjects.map((subject): Sort => ({ subject, areas: [] }));
  return (fits) => {
    const { courses = [], subjects, areas, numbers, providers, recommenders } = fits;
    const named: Sort[] = [
      ...few((subjects ?? []).toSorted(), ofSubject, enough).map((subject) => ({
        subject,
        areas: [],
      })),
      ...few(areas ?? [], (name) => mentions('areas', name), 1).flatMap((area) => [
        { areas: [area] },
        ...unnamed.map((sort) => ({ ...sort, areas: [area] })),
      ]),
    ];
    const any: Sort[] = (subjects ?? areas) ? named : [{ areas: [] }, ...unnamed];
    const numbered = any.map((sort) =>
      numbers ? { ...sort, schoolCourse: `${sort.subject ?? '~'}-${numbers.from}` } : sort,
    );
    const given = numbered.flatMap((sort) =>
      (providers ?? [undefined]).flatMap((provider) =>
        (recommenders ?? [undefined]).map((recommender): Sort => ({
          ...sort,
          ...(provider === undefined ? {} : { provider }),
          ...(recommender === undefined ? {} : { recommender }),
        })),
      ),
    );
    const byCode = few(courses.map(courseSort), courseKey, enough);
    const onlyCourses = fits.courses && Object.keys(fits).every((line) => line === 'courses' || line === 'except');
    return onlyCourses ? byCode : [...given, ...byCode];
  };
}

function joinAll(some: readonly Sort[], more: readonly Sort[]): Sort[] {
  return some.flatMap((one) => more.flatMap((other) => joined(one, other)));
}

/** Credit that is of both sorts, if there can be any. */
function joined(sort: Sort, more: Sort): Sort[] {
  for (const line of ['schoolCourse', 'subject', 'provider', 'recommender', 'level'] as const) {
    if (sort[line] !== undefined && more[line] !== undefined && sort[line] !== more[line]) return [];
  }
  return [{ ...more, ...sort, areas: [...new Set([...sort.areas, ...more.areas])].sort() }];
}

/** The sources without those that another is as good as, whatever the rules ask. */
function undominated(
  degree: Degree,
  school: School,
  all: readonly Fits[],
  sources: readonly CreditSource[],
): CreditSource[] {
  const meant = (source: CreditSource): string => all.map(({ from }) => Number(from?.includes(source))).join();
  const counting = (source: CreditSource): string[] =>
    maximumsFor(degree, school).flatMap(({ id, counts }) =>
      source !== 'school' && (counts?.includes(source) ?? true) ? [id] : [],
    );
  const asGood = (one: CreditSource, other: CreditSource): boolean =>
    meant(one) === meant(other) &&
    (one === 'school' || other !== 'school') &&
    counting(one).every((id) => counting(other).includes(id));
  return sources.filter((source, index) =>
    sources.every((other, at) => at === index || !asGood(other, source) || (asGood(source, other) && at > index)),
  );
}
