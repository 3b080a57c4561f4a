/**
 * Of hundreds of courses, many are the same to every rule of a degree. What follows from its rules is worked out for one
 * of them.
 */
import type { Degree } from '../../schemas/degree.ts';
import type { School } from '../../schemas/school.ts';
import type { AcceptedCredit } from '../types.ts';
import type { Alike, PinsOf } from '../uses.ts';

/** One that remembers, for one problem. */
export function remembering(degree: Degree, school: School, pins: PinsOf): Alike {
  const asked = new Set<string>();
  collectWords([degree.blocks, degree.qualifiers, school.maximums], asked);
  const natures = new Map<string, string>();
  const known = new Map<readonly unknown[], Map<string, unknown>>();
  return <T>(credit: AcceptedCredit, from: readonly unknown[], make: () => T): T => {
    const own = natureOf(credit);
    let key = natures.get(own);
    if (key === undefined) natures.set(own, (key = natureTo(asked, credit)));
    const { use, avoid } = pins(credit);
    if (use !== undefined || avoid.length) key += JSON.stringify([use, avoid]);
    let made = known.get(from);
    if (!made) known.set(from, (made = new Map()));
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  };
}

/** Every word that rules name, and every word that they are written with. */
function collectWords(rules: unknown, words: Set<string>): void {
  if (typeof rules === 'string') words.add(rules);
  if (typeof rules !== 'object' || rules === null) return;
  for (const [name, value] of Object.entries(rules)) {
    words.add(name);
    collectWords(value, words);
  }
}

/** All that these rules may ask of a credit, its hours aside, as text. A name that no rule names is as good as none. */
function natureTo(asked: ReadonlySet<string>, credit: AcceptedCredit): string {
  const { source, provider, recommender, schoolCourse, subject, areas, level, levelKnown } = credit;
  const named = (name: string | undefined, ...kinds: readonly string[]): string | undefined =>
    name !== undefined && (asked.has(name) || kinds.some((kind) => asked.has(kind))) ? name : undefined;
  return JSON.stringify([
    source,
    level,
    levelKnown,
    named(schoolCourse, 'numbers'),
    named(subject, 'at-least-subjects', 'at-most-per-subject', 'one-subject'),
    areas.filter((area) => asked.has(area)),
    named(provider, 'at-most-per-provider'),
    named(recommender),
    credit.grade,
    credit.age,
    credit.standsFor,
    credit.appliedHere,
  ]);
}

const natures = new WeakMap<AcceptedCredit, string>();

/** All that any rule may ask of a credit, its hours aside, as text. */
export function natureOf(credit: AcceptedCredit): string {
  const known = natures.get(credit);
  if (known !== undefined) return known;
  const { source, provider, recommender, schoolCourse, subject, areas, level, levelKnown } = credit;
  const { grade, age, standsFor, appliedHere } = credit;
  const ofCourse = [source, provider, recommender, schoolCourse, subject, areas, level, levelKnown];
  const nature = JSON.stringify([...ofCourse, grade, age, standsFor, appliedHere]);
  natures.set(credit, nature);
  return nature;
}
