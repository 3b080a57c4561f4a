/**
 * Of hundreds of courses, many are the same to every rule of a degree. What follows from its rules is worked out for one
 * of them.
 */
import type { Degree } from '../../schemas/degree.ts';
import type { School } from '../../schemas/school.ts';
import { remembered } from '../remembered.ts';
import type { AcceptedCredit } from '../types.ts';
import type { Alike, PinsOf } from '../uses.ts';

/** One that remembers, for one problem. */
export function remembering(degree: Degree, school: School, pins: PinsOf): Alike {
  const natureHere = natureTo([degree.blocks, degree.qualifiers, school.maximums]);
  const natures = new Map<string, string>();
  const known = new Map<readonly unknown[], Map<string, unknown>>();
  return <T>(credit: AcceptedCredit, from: readonly unknown[], make: () => T): T => {
    const own = natureOf(credit);
    let key = natures.get(own);
    if (key === undefined) natures.set(own, (key = natureHere(credit)));
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
function natureTo(rules: unknown): (credit: AcceptedCredit) => string {
  const asked = new Set<string>();
  collectWords(rules, asked);
  const naming = (...kinds: readonly string[]): ((name: string | undefined) => string) => {
    const anyName = kinds.some((kind) => asked.has(kind));
    return (name = '') => (anyName || asked.has(name) ? name : '');
  };
  const course = naming('numbers');
  const inSubject = naming('at-least-subjects', 'at-most-per-subject', 'one-subject');
  const from = naming('at-most-per-provider');
  const by = naming();
  return (credit) => {
    const { schoolCourse, subject, areas, provider, recommender } = credit;
    const named = [course(schoolCourse), inSubject(subject), from(provider), by(recommender)];
    return [natureOfAny(credit), ...named, ...areas.filter((area) => asked.has(area))].join('\n');
  };
}

/** All that any rule may ask of a credit, its hours aside, as text. */
export const natureOf = remembered((credit: AcceptedCredit) => {
  const { provider, recommender, schoolCourse, subject, areas } = credit;
  return JSON.stringify([natureOfAny(credit), provider, recommender, schoolCourse, subject, areas]);
});

/** What it is whatever it is called, as text. */
const natureOfAny = remembered(({ source, level, levelKnown, grade, age, standsFor, appliedHere }: AcceptedCredit) =>
  JSON.stringify([source, level, levelKnown, grade, age, standsFor, appliedHere]),
);
