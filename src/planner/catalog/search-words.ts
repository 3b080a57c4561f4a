/** What people type and what stands in the catalog, made alike: case, marks, punctuation, numbers, small slips. */

const romans: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' };
/** What stands for longer words on transcripts and in forums, where it is not their beginning. */
const shorthands: Readonly<Record<string, string>> = {
  '101': 'introduction',
  acct: 'accounting',
  acctg: 'accounting',
  am: 'american',
  biz: 'business',
  cmptr: 'computer',
  govt: 'government',
  hlth: 'health',
  intl: 'international',
  mgmt: 'management',
  mgt: 'management',
  mktg: 'marketing',
  stats: 'statistics',
  us: 'united',
};
const smallWords = new Set(['and', 'the', 'of', 'to', 'in', 'for', 'a', 'an', 'with', 'course', 'exam']);

/** Lower case, without marks or punctuation; I, II, III as 1, 2, 3; "U.S." as "us". */
export function wordsOf(text: string): string[] {
  const plain = text.slice(0, 200).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, '');
  return plain
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => meaning(romans, word));
}

/** The same, where signs tell titles apart: "C++" is not "C", and the "A" of "A+" is no small word. */
export function signedWords(text: string): string[] {
  return wordsOf(text.replace(/(\w)\++/g, '$1 plus ').replace(/(\w)#/g, '$1 sharp '));
}

/** Words that make one title of two spellings: "&" is "and". */
export function titleWords(text: string): string[] {
  return signedWords(text).filter((word) => word !== 'and' && word !== 'the');
}

/** A provider's name as people write it, its words apart and together: "Study.com", "studycom"; "InstantCert", "instant cert". */
export function spellingsOf(name: string): readonly (readonly string[])[] {
  const apart = wordsOf(name.replace(/(\p{L}\p{Ll}{3})(?=\p{Lu}\p{Ll}{3})/gu, '$1 '));
  return [wordsOf(name), apart, apart.length > 3 ? [] : [apart.join('')]];
}

/** The words that tell something: small ones only where there are no others. */
export function tellingOf(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !smallWords.has(word));
  return telling.length > 0 ? telling : words;
}

/** The word that this one is short for: "stats" is "statistics". */
export function spelledOut(word: string): string {
  return meaning(shorthands, word);
}

/** What the table says of a word; of "constructor", as of any other word that it doesn't have, nothing. */
function meaning(table: Readonly<Record<string, string>>, word: string): string {
  return (Object.hasOwn(table, word) ? table[word] : undefined) ?? word;
}

/** How well a known word answers a typed one: 4 the same, 3 its beginning, 1 a slip, 0 not at all. */
export function matchOf(known: string, word: string): 0 | 1 | 3 | 4 {
  return known === word ? 4 : known.startsWith(word) ? 3 : isSlip(known, word) ? 1 : 0;
}

/** Whether two words of four letters or more differ by one letter put in, left out, changed or swapped. */
function isSlip(known: string, word: string): boolean {
  if (word.length < 4 || /\d/.test(word)) return false;
  // People stop before a word's end: "psycholgy" and "psycholg" both mean "psychology".
  return [word.length - 1, word.length, word.length + 1].some((length) => isOneEdit(known.slice(0, length), word));
}

function isOneEdit(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const rest = (text: string, skip: number) => text.slice(i + skip);
  if (a.length === b.length)
    return rest(a, 1) === rest(b, 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, 2) === rest(b, 2));
  return a.length > b.length ? rest(a, 1) === rest(b, 0) : rest(a, 0) === rest(b, 1);
}
