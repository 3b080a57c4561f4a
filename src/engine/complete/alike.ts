/**
 * Of hundreds of courses, many are the same to every rule of a degree. What follows from its rules is worked out for one
 * of them.
 */
import type { Degree } from '../../schemas/degree.ts';
import type { School } from '../../schemas/school.ts';
import { remembered } from '../remembered.ts';
import type { AcceptedCredit } from '../types.ts';
import type { Candidate } from './candidates.ts';
import type { Stack } from './stacks.ts';

/** Candidates of as many hours that no rule of a degree tells apart. */
export type Kind = {
  /** What holds for it, holds for all. */
  readonly first: Candidate;
  /** How many there are. */
  count: number;
};

/** By stack, the kind of its candidates in this degree. */
export function kindsOf(
  stacks: readonly Stack[],
  degree: Pick<Degree, 'blocks' | 'qualifiers'>,
  school: Pick<School, 'maximums'>,
): Map<Stack, Kind> {
  const natureHere = natureTo([degree.blocks, degree.qualifiers, school.maximums]);
  const known = new Map<string, Kind>();
  const kinds = new Map<Stack, Kind>();
  for (const stack of stacks) {
    const first = stack.candidates[0]!;
    let key = '';
    for (const credit of first.accepted) key += `${credit.hours.likely} ${natureHere(credit)}\n\n`;
    const kind = known.get(key) ?? { first, count: 0 };
    kind.count += stack.candidates.length;
    known.set(key, kind);
    kinds.set(stack, kind);
  }
  return kinds;
}

/** Every word that rules name, and every word that they are written with. */
function collectWords(rules: unknown, words: Set<string>): void {
  if (typeof rules === 'string') words.add(rules);
  if (typeof rules !== 'object' || rules === null) return;
  for (const name of Object.keys(rules)) {
    words.add(name);
    collectWords((rules as Record<string, unknown>)[name], words);
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
    let text = `${natureOfAny(credit)}\n${course(schoolCourse)}\n${inSubject(subject)}\n${from(provider)}\n${by(recommender)}`;
    for (const area of areas) if (asked.has(area)) text += `\n${area}`;
    return text;
  };
}

/** All that any rule may ask of a credit, its hours aside, as text. */
export const natureOf = remembered((credit: AcceptedCredit) => {
  const { provider, recommender, schoolCourse, subject, areas } = credit;
  return short(JSON.stringify([natureOfAny(credit), provider, recommender, schoolCourse, subject, areas]));
});

/** What it is whatever it is called, as text. */
const natureOfAny = remembered(({ source, level, levelKnown, grade, age, standsFor, appliedHere }: AcceptedCredit) =>
  short(JSON.stringify([source, level, levelKnown, grade, age, standsFor, appliedHere])),
);

const names = new Map<string, string>();

/** A short name for each text. */
function short(text: string): string {
  const name = names.get(text) ?? `${names.size}`;
  names.set(text, name);
  return name;
}
