/** Of hundreds of courses many are the same to every rule of a degree. What follows from its rules is worked out for one of them. */
import type { AcceptedCredit } from '../types.ts';
import type { Alike, PinsOf } from '../uses.ts';

const natures = new WeakMap<AcceptedCredit, string>();

/** All that a rule may ask of a credit, its hours aside, as text: the same for credits that no rule tells apart. */
function natureOf(credit: AcceptedCredit): string {
  const known = natures.get(credit);
  if (known !== undefined) return known;
  const { source, provider, recommender, schoolCourse, subject, areas, level, levelKnown } = credit;
  const { grade, age, standsFor, appliedHere } = credit;
  const ofCourse = [source, provider, recommender, schoolCourse, subject, areas, level, levelKnown];
  const nature = JSON.stringify([...ofCourse, grade, age, standsFor, appliedHere]);
  natures.set(credit, nature);
  return nature;
}

/** One that remembers, for one problem. */
export function remembering(pins: PinsOf): Alike {
  const known = new Map<readonly unknown[], Map<string, unknown>>();
  return <T>(credit: AcceptedCredit, from: readonly unknown[], make: () => T): T => {
    const { use, avoid } = pins(credit);
    const isFree = use === undefined && avoid.length === 0;
    const key = isFree ? natureOf(credit) : `${natureOf(credit)} ${JSON.stringify([use, avoid])}`;
    const made = known.get(from) ?? new Map<string, unknown>();
    known.set(from, made);
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  };
}
