/**
 * Which course of the catalog a line means. Only the same title, or a reviewer's or provider's own number, is a match;
 * a certificate whose name is merely near is one of several to choose from, because near names carry other credit.
 */
import type { CatalogCourse, CatalogCourses } from '../catalog/catalog.ts';
import { matchOf, signedWords, spelledOut, tellingOf, titleWords, wordsOf } from '../catalog/search-words.ts';
import { providerNames, takeProviders, type ProviderNames } from './provider-names.ts';
import { readHours, readMarks, type ReadLine } from './read-line.ts';

/** What the catalog says to a line. */
export type Found =
  | { readonly kind: 'course'; readonly course: string }
  /** The likeliest first. */
  | { readonly kind: 'several'; readonly courses: readonly string[] }
  | { readonly kind: 'none' };

/** A line and what was found for it. */
export type ImportLine = { readonly line: ReadLine; readonly found: Found };

type Entry = { readonly course: CatalogCourse; readonly words: readonly string[]; readonly weight: number };

/** The catalog, made ready for finding courses by what stands in lists and transcripts. */
export type CourseNames = {
  readonly providers: ProviderNames;
  readonly entries: readonly Entry[];
  /** The providers that give a course. */
  readonly giving: ReadonlySet<string>;
  /** By title, with and without the provider's name in it. */
  readonly byTitle: ReadonlyMap<string, readonly CatalogCourse[]>;
  /** By the provider's code, without spaces. */
  readonly byCode: ReadonlyMap<string, readonly CatalogCourse[]>;
  /** By a reviewer's number, without hyphens. */
  readonly byExhibit: ReadonlyMap<string, readonly CatalogCourse[]>;
  /** Where each word of a title stands, and what it tells. */
  readonly byWord: ReadonlyMap<string, { readonly weight: number; readonly entries: readonly number[] }>;
  /** Words of the catalog that a typed word may mean, once they were looked up. */
  readonly meanings: Map<string, readonly (readonly [word: string, likeness: number])[]>;
};

/** The most courses to choose from. */
const mostCandidates = 6;
/** How much of both titles must agree for a course to be offered: 0 nothing, 1 all. */
const leastLikeness = 0.5;
/** How much must agree beside a code that is the same. */
const leastBesideCode = 0.3;

/** What is more likely of the provider that the line itself names than of the one in the heading above. */
const ofFirst = 0.2;

/** How sure it is that a word with a slip means another. */
const slip = 0.75;

const compact = (code: string): string => wordsOf(code).join('');

/** The catalog's courses by all their names. Make it once. */
export function courseNames({ courses, providers }: CatalogCourses): CourseNames {
  const names = providerNames(providers);
  const byTitle = new Map<string, CatalogCourse[]>();
  const byCode = new Map<string, CatalogCourse[]>();
  const byExhibit = new Map<string, CatalogCourse[]>();
  const places = new Map<string, number[]>();
  const put = (map: Map<string, CatalogCourse[]>, key: string, course: CatalogCourse) => {
    const there = map.get(key) ?? [];
    if (key !== '' && !there.includes(course)) map.set(key, [...there, course]);
  };
  for (const [place, course] of courses.entries()) {
    const words = titleWords(course.title);
    put(byTitle, words.join(' '), course);
    put(byTitle, takeProviders(names, words).rest.join(' '), course);
    put(byCode, compact(course.code ?? ''), course);
    for (const { exhibit } of course.recommendations) put(byExhibit, compact(exhibit ?? ''), course);
    for (const word of new Set(tellingOf(signedWords(course.title))))
      places.set(word, [...(places.get(word) ?? []), place]);
  }
  const weightOf = (count: number) => Math.log(1 + courses.length / count);
  const byWord = new Map(
    [...places].map(([word, entries]) => [word, { weight: weightOf(entries.length), entries }] as const),
  );
  const entries = courses.map((course) => {
    const words = takeProviders(names, [...new Set(tellingOf(signedWords(course.title)))]).rest;
    return { course, words, weight: words.reduce((sum, word) => sum + (byWord.get(word)?.weight ?? 0), 0) };
  });
  const giving = new Set(courses.map(({ provider }) => provider));
  return { providers: names, entries, giving, byTitle, byCode, byExhibit, byWord, meanings: new Map() };
}

/** The line with what was found. Hours and grades that turn out to be part of the title are taken back. */
export function findCourse(names: CourseNames, line: ReadLine): ImportLine {
  const none: ImportLine = { line, found: { kind: 'none' } };
  if (line.title === '') return none;
  const { rest: bare } = takeProviders(names.providers, signedWords(line.title));
  const near = nearOf(names, line, bare);
  const { courses: withIt, number } = withNumber(names, line);
  const beside = typedWords(bare).filter((word) => !number.includes(word));
  const numbered = withIt.filter((course) => likenessOf(beside, course) >= leastBesideCode);
  const titled = withTitle(names, line, number);
  const named = fromProvider(titled?.courses ?? [], line.providers);
  // A number and a title that mean different courses: the student has to choose.
  const both = numbered.filter((course) => named.includes(course));
  const only = both.length > 0 ? both : numbered.length > 0 && named.length > 0 ? [] : [...numbered, ...named];
  const [course] = only;
  const sure = numbered.length > 0 || titled?.courses.length === 1 || line.providers.includes(course?.provider ?? '');
  if (course && only.length === 1 && sure && line.college === undefined)
    return {
      line: withEnding(line, named.includes(course) ? (titled?.consumed ?? 0) : 0),
      found: { kind: 'course', course: course.id },
    };
  const plain = withoutBrackets(names, line);
  const sameTitle = plain.kind === 'course' ? [plain.course] : [];
  const likely = [...idsOf([...numbered, ...named]), ...sameTitle, ...idsOf(near.map((known) => known.course))];
  const courses = [...new Set(likely)].slice(0, mostCandidates);
  if (courses.length > 0) return { line, found: { kind: 'several', courses } };
  return { line, found: plain };
}

const idsOf = (courses: readonly CatalogCourse[]): readonly string[] => courses.map(({ id }) => id);

/** What is found without what stands in brackets. */
function withoutBrackets(names: CourseNames, line: ReadLine): Found {
  const title = line.title.replace(/[([][^()[\]]*[)\]]/g, ' ').replace(/[([].*$/, '');
  return title === line.title ? { kind: 'none' } : findCourse(names, { ...line, title }).found;
}

/** Courses of the providers that the line names; of any, where it names none. */
function fromProvider(courses: readonly CatalogCourse[], providers: readonly string[]): readonly CatalogCourse[] {
  if (providers.length === 0) return courses;
  for (const provider of providers) {
    const own = courses.filter((course) => course.provider === provider);
    if (own.length > 0) return own;
  }
  return [];
}

/** Courses with a number that stands in the line: a reviewer's, or the provider's own where the provider is known. */
function withNumber(
  names: CourseNames,
  { text, providers }: ReadLine,
): { readonly courses: readonly CatalogCourse[]; readonly number: readonly string[] } {
  const words = wordsOf(text);
  const windows = words.flatMap((_, from) => [1, 2, 3].map((length) => words.slice(from, from + length)));
  const numbers = windows.filter((window) => window.some((word) => /\d/.test(word)));
  for (const known of providers.length === 0 ? [names.byExhibit] : [names.byExhibit, names.byCode]) {
    for (const number of numbers) {
      const courses = fromProvider(known.get(number.join('')) ?? [], providers);
      if (courses.length > 0) return { courses, number };
    }
  }
  return { courses: [], number: [] };
}

/** Courses with exactly this title, the number aside, tried with as much of what stood behind it as belongs to one. */
function withTitle(
  names: CourseNames,
  { title, ending = [] }: ReadLine,
  number: readonly string[],
): { readonly courses: readonly CatalogCourse[]; readonly consumed: number } | undefined {
  for (let consumed = ending.length; consumed >= 0; consumed -= 1) {
    const words = without(titleWords([title, ...ending.slice(0, consumed)].join(' ')), number);
    const bare = takeProviders(names.providers, words).rest;
    const courses = names.byTitle.get(words.join(' ')) ?? names.byTitle.get(bare.join(' '));
    if (courses) return { courses, consumed };
  }
  return undefined;
}

/** The words without these, where they stand together. */
function without(words: readonly string[], some: readonly string[]): readonly string[] {
  const at = words.findIndex((_, from) => some.every((word, i) => words[from + i] === word));
  return some.length === 0 || at < 0 ? words : [...words.slice(0, at), ...words.slice(at + some.length)];
}

/** The line with the first so many of what stood behind its title as part of the title. */
function withEnding(line: ReadLine, consumed: number): ReadLine {
  const taken = line.ending?.slice(0, consumed) ?? [];
  if (taken.length === 0) return line;
  const { hours, grade, ...rest } = line;
  const kept = readMarks(line.ending?.slice(consumed) ?? [], {});
  // What the title took may have been read as hours or a grade; what stood elsewhere in the line stays.
  const hoursLeft = taken.some((token) => readHours(token) === hours) ? kept.hours : hours;
  const gradeLeft = taken.some((token) => /^[A-F][+-]?$/.test(token)) ? kept.grade : grade;
  return {
    ...rest,
    title: [line.title, ...taken].join(' '),
    ...(hoursLeft === undefined ? {} : { hours: hoursLeft }),
    ...(gradeLeft === undefined ? {} : { grade: gradeLeft }),
  };
}

/**
 * Courses with a near title, of the providers that the line names. Of anybody, where those give no course of the catalog, as
 * Modern States, or where only a heading names them and none of theirs is near.
 */
function nearOf(names: CourseNames, { text, providers }: ReadLine, title: readonly string[]): readonly Near[] {
  const giving = providers.filter((provider) => names.giving.has(provider));
  const near = nearCourses(names, title, giving);
  const isHeading = takeProviders(names.providers, wordsOf(text)).providers.length === 0;
  return near.length === 0 && isHeading && giving.length > 0 ? nearCourses(names, title, []) : near;
}

type Near = { readonly course: CatalogCourse; readonly likeness: number };

/** Courses whose titles share most of what they tell with this one, the likeliest first. */
function nearCourses(names: CourseNames, title: readonly string[], named: readonly string[]): readonly Near[] {
  const typed = typedWords(title);
  // "soph stats": what begins no word of a title may begin a provider's name.
  const begun = typed.flatMap((word) =>
    meaningsOf(names, word).some(([, likeness]) => likeness > slip) ? [] : providerBegun(names, word),
  );
  const providers = [...named, ...begun.map(([, provider]) => provider)];
  const ofProvider = new Set(begun.map(([word]) => word));
  const shared = new Map<number, number>();
  let own = 0;
  for (const word of typed) {
    const meanings = meaningsOf(names, word);
    // A number that stands in no title is a score or a section.
    if (ofProvider.has(word) || (meanings.length === 0 && /^\d+$/.test(word))) continue;
    const best = new Map<number, number>();
    const surest = Math.max(0, ...meanings.map(([, likeness]) => likeness));
    // A word that the catalog doesn't know tells as much as its rarest.
    let weight = meanings.length === 0 ? Math.log(1 + names.entries.length) : Infinity;
    for (const [known, likeness] of meanings) {
      const { weight: told = 0, entries = [] } = names.byWord.get(known) ?? {};
      if (likeness === surest) weight = Math.min(weight, told);
      for (const entry of entries) best.set(entry, Math.max(best.get(entry) ?? 0, told * likeness));
    }
    own += weight;
    for (const [entry, sum] of best) shared.set(entry, (shared.get(entry) ?? 0) + sum);
  }
  const near: Near[] = [];
  for (const [place, sum] of shared) {
    const entry = names.entries[place];
    if (!entry || (providers.length > 0 && !providers.includes(entry.course.provider))) continue;
    const likeness = (2 * sum) / (own + entry.weight);
    if (likeness >= leastLikeness) near.push({ course: entry.course, likeness });
  }
  const [first] = named;
  const age = ({ course }: Near): number => (course.withdrawn ? 1 : 0);
  const rank = ({ course, likeness }: Near): number => likeness + (course.provider === first ? ofFirst : 0);
  return near.sort((a, b) => rank(b) - rank(a) || age(a) - age(b) || (a.course.id < b.course.id ? -1 : 1));
}

/** How much of the words beside a number is in the course's title. No words tell nothing against it. */
function likenessOf(words: readonly string[], course: CatalogCourse): number {
  const known = signedWords(course.title);
  const telling = words.filter((word) => !/^\d+$/.test(word));
  const same = telling.filter((word) => known.some((one) => matchOf(one, spelledOut(word)) > 0));
  return telling.length === 0 ? 1 : same.length / telling.length;
}

/** Who reviewed a course is no part of its title. */
const reviewers = new Set(['ace', 'nccrs']);

function typedWords(words: readonly string[]): readonly string[] {
  return [...new Set(tellingOf(words.filter((word) => !reviewers.has(word))))].slice(0, 20);
}

/** The one provider whose name begins with this word, of three letters or more. */
function providerBegun(names: CourseNames, word: string): readonly (readonly [word: string, provider: string])[] {
  if (word.length < 3) return [];
  const begun = [...names.providers.byName].filter(([name]) => name.startsWith(word)).map(([, provider]) => provider);
  const [provider] = begun;
  return provider !== undefined && new Set(begun).size === 1 ? [[word, provider]] : [];
}

/** The catalog's words that this one may mean: itself, its shorthand, its beginning, a slip. */
function meaningsOf(names: CourseNames, word: string): readonly (readonly [word: string, likeness: number])[] {
  const there = names.meanings.get(word);
  if (there) return there;
  const full = spelledOut(word);
  const found = [...names.byWord.keys()].flatMap((known) => {
    const match = Math.max(matchOf(known, word), known === full ? 3 : 0);
    // A beginning of one or two letters begins too many words.
    if (match === 0 || (match === 3 && known !== full && word.length < 3)) return [];
    return [[known, match === 4 ? 1 : match === 3 ? 0.85 : slip] as const];
  });
  // Lists of 5,000 lines have many words; what is kept of them must not grow without end.
  if (names.meanings.size > 5000) names.meanings.clear();
  names.meanings.set(word, found);
  return found;
}
