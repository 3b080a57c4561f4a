/**
 * Reads the requirement language of UTDNebula/planner (`.req`).
 *
 * `DEFINE %Name% matcher` names a matcher, `REQUIRE "Title" Name hours matcher` asks for hours of what it matches, and
 * `GROUP Name…` says which requirements share courses out among them: a course counts once in a group, and again in the
 * next one. Matchers: NameList, Level, Department, Any, And, Or, Not.
 */

export type Matcher =
  | { readonly kind: 'any' }
  | { readonly kind: 'name-list'; readonly names: readonly string[] }
  | { readonly kind: 'level'; readonly levels: readonly number[] }
  | { readonly kind: 'department'; readonly departments: readonly string[] }
  | { readonly kind: 'and' | 'or' | 'not'; readonly inside: readonly Matcher[] };

export type Requirement = {
  readonly title: string;
  readonly name: string;
  readonly hours: number;
  readonly matcher: Matcher;
};

/** The groups of a file, each with its requirements. */
export type Requirements = readonly (readonly Requirement[])[];

/** A course as the students' files have it. */
export type ReqCourse = {
  readonly name: string;
  readonly level: number;
  readonly hours: number;
  readonly department: string;
};

/** Reads a file; throws on a line it does not know. */
export function readRequirements(text: string): Requirements {
  const definitions = new Map<string, Matcher>();
  const requirements = new Map<string, Requirement>();
  const groups: Requirement[][] = [];
  const find = (name: string): Requirement => {
    const found = requirements.get(name);
    if (!found) throw new Error(`GROUP names ${name}, which no REQUIRE line has.`);
    return found;
  };
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const define = /^DEFINE\s+%(\w+)%\s+(.+)$/.exec(line);
    const require = /^REQUIRE\s+"([^"]+)"\s+(\w+)\s+(\d+(?:\.\d+)?)\s+(.+)$/.exec(line);
    const group = /^GROUP\s+(.+)$/.exec(line);
    if (define) definitions.set(define[1]!, readMatcher(define[2]!, definitions));
    else if (require) {
      const [, title = '', name = '', hours, matcher = ''] = require;
      requirements.set(name, { title, name, hours: Number(hours), matcher: readMatcher(matcher, definitions) });
    } else if (group) groups.push(group[1]!.split(/\s+/).map(find));
    else throw new Error(`This line is in no form that is known: ${line}`);
  }
  return groups;
}

/** Reads `Name(…, …)` and `%Name%`, and what is inside them. */
function readMatcher(text: string, definitions: ReadonlyMap<string, Matcher>): Matcher {
  const words = text.match(/%\w+%|\w+|[(),]/g) ?? [];
  let next = 0;
  const read = (): Matcher => {
    const word = words[next++] ?? '';
    const named = /^%(\w+)%$/.exec(word)?.[1];
    if (named !== undefined) {
      const found = definitions.get(named);
      if (!found) throw new Error(`%${named}% is used before it is defined.`);
      return found;
    }
    const inside: Matcher[] = [];
    const plain: string[] = [];
    if (words[next++] !== '(') throw new Error(`After ${word} there is no "(" in ${text}`);
    while (words[next] !== ')') {
      if (next >= words.length) throw new Error(`There is no ")" at the end of ${text}`);
      if (words[next] === ',') next++;
      else if (word === 'And' || word === 'Or' || word === 'Not') inside.push(read());
      else plain.push(words[next++]!);
    }
    next++;
    return matcherOf(word, inside, plain);
  };
  const matcher = read();
  if (next < words.length) throw new Error(`There is more than one matcher in ${text}`);
  return matcher;
}

function matcherOf(word: string, inside: readonly Matcher[], plain: readonly string[]): Matcher {
  switch (word) {
    case 'Any':
      return { kind: 'any' };
    case 'NameList':
      return { kind: 'name-list', names: plain };
    case 'Level':
      return { kind: 'level', levels: plain.map(Number) };
    case 'Department':
      return { kind: 'department', departments: plain };
    case 'And':
      return { kind: 'and', inside };
    case 'Or':
      return { kind: 'or', inside };
    case 'Not':
      return { kind: 'not', inside };
    default:
      throw new Error(`There is no matcher called ${word}.`);
  }
}

/** True if the matcher means this course. The meaning as their solver has it; the engine is not asked. */
export function matches(course: ReqCourse, matcher: Matcher): boolean {
  switch (matcher.kind) {
    case 'any':
      return true;
    case 'name-list':
      return matcher.names.includes(course.name.replace(' ', ''));
    case 'level':
      return matcher.levels.includes(course.level);
    case 'department':
      return matcher.departments.includes(course.department);
    case 'and':
      return matcher.inside.every((one) => matches(course, one));
    case 'or':
      return matcher.inside.some((one) => matches(course, one));
    case 'not':
      return !matcher.inside.some((one) => matches(course, one));
  }
}
