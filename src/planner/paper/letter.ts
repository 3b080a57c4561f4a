/**
 * The pre-approval request: a letter, and a table that a registrar can answer in one reading. The same rows as text, for a
 * mail, and as a table, for a word processor. Whoever asks is named on the page alone; no plan holds it.
 */
import { withWaivers } from '../../engine/index.ts';
import type { AcceptedCredit, DegreeAudit, PlannedCredit } from '../../engine/index.ts';
import type { Recommendation } from '../../schemas/course.ts';
import type { CatalogCourses } from '../catalog/catalog.ts';
import { blocksById } from '../audit/degree-view.ts';
import { landingsOf, titleOfBlock, titleOfCredit, type Blocks } from '../audit/landing.ts';
import type { PlanCatalog } from '../audit/plan-audit.ts';
import type { Plan } from '../plan/plan.ts';
import { dateWords, hoursWords, linkTo, listWords, reviewerWords } from '../wording.ts';
import { becomesName, rangeWords, sourceWords } from '../wording-beside.ts';
import { levelName } from '../audit/wording-decisions.ts';
import { sourcesOfBlock } from '../audit/sources-of-block.ts';

/** Who asks, as typed on the page. Each may be empty. */
export type Asker = Readonly<Record<'name' | 'id' | 'program', string>>;

/** A page that the registrar may want to read. */
export type PageLink = { readonly title: string; readonly url: string };

/** One course of the request. */
export type LetterRow = {
  /** The planned credit's id. */
  readonly credit: string;
  readonly title: string;
  /** Whether the student has finished it. */
  readonly finished: boolean;
  /** Its code, who gives it, and how far the student is. */
  readonly about: readonly string[];
  /** Who recommends it, for what, with exhibit and dates. */
  readonly recommended: readonly string[];
  readonly hours: string;
  readonly level: string;
  /** The requirements that it is meant for. */
  readonly meantFor: string;
  /** What the student hopes that it becomes. */
  readonly hopedFor: string;
  readonly pages: readonly PageLink[];
  /** The title of the course of the plan that becomes the same; only that one counts. */
  readonly sameAs?: string;
};

/** Addresses that rows lead to: the course's page here, and its provider's own, where it is known. */
export type PagesOf = (course: string) => readonly PageLink[];

/** A row for each credit from elsewhere that the school has not answered for yet. */
export function letterRows(
  plan: Plan,
  catalog: PlanCatalog,
  audit: DegreeAudit,
  providers: CatalogCourses['providers'],
  today: string,
  pagesOf: PagesOf,
): readonly LetterRow[] {
  const { degree } = catalog.degree;
  const blocks = blocksById(withWaivers(degree, plan.waivers));
  const landings = landingsOf(audit, plan.credits, catalog.school.equivalencies);
  return plan.credits.flatMap((credit): LetterRow[] => {
    if (credit.decision || credit.typed?.source === 'school') return [];
    const course = catalog.courses.get(credit.course ?? '');
    const { parts = [], notAccepted = [] } = landings.get(credit.id) ?? {};
    const twin = parts.length > 0 ? undefined : notAccepted.find(({ reason }) => reason === 'duplicate-credit')?.other;
    const same = plan.credits.find(({ id }) => id === twin);
    const accepted = parts.map((part) => part.accepted);
    const meant = parts.flatMap(({ applied, alsoApplied, atBest }) =>
      [applied, alsoApplied, applied ? undefined : atBest].flatMap((use) => use?.block ?? []),
    );
    const provider = course && (providers[course.provider]?.name ?? course.provider);
    const rules = meant.flatMap((block) => sourcesOfBlock(block, degree));
    const [requirement] = rules.flatMap((source) => linkTo(source) ?? []);
    return [
      {
        credit: credit.id,
        title: titleOfCredit(credit, catalog.courses),
        finished: statusHere[credit.status].startsWith('completed'),
        about: [
          course?.code,
          provider ?? (credit.typed && sourceWords[credit.typed.source]),
          ...progressOf(credit),
        ].filter((one) => one !== undefined),
        recommended: (course?.recommendations ?? [])
          .filter(({ effectiveTo }) => effectiveTo === undefined || effectiveTo >= (credit.completedOn ?? today))
          .map(recommendationWords),
        hours: hoursOf(accepted, credit, course?.recommendations ?? []),
        level: levelsOf(accepted, credit, course?.recommendations ?? []),
        meantFor:
          listWords([...new Set(meant)].map((block) => titleOfBlock(blocks, block))) || 'any requirement it fits',
        hopedFor: hopeOf(accepted, meant, blocks),
        pages: [
          ...(credit.course === undefined ? [] : pagesOf(credit.course)),
          ...(requirement === undefined ? [] : [{ title: 'Requirement in the catalog', url: requirement }]),
        ],
        ...(same ? { sameAs: titleOfCredit(same, catalog.courses) } : {}),
      },
    ];
  });
}

/** How far the student is, for someone who has to decide on it. */
const statusHere: Readonly<Record<PlannedCredit['status'], string>> = {
  considering: 'not taken yet',
  planned: 'not taken yet',
  'in-progress': 'in progress',
  completed: 'completed',
  'transcript-sent': 'completed, transcript sent',
  evaluated: 'completed, transcript sent',
};

function progressOf({ status, score, grade, completedOn }: PlannedCredit): string[] {
  return [
    statusHere[status],
    score === undefined ? '' : `score ${score}`,
    grade === undefined ? '' : `grade ${grade}`,
    completedOn === undefined ? '' : dateWords(completedOn),
  ].filter(Boolean);
}

/** "ACE: 3 hours lower division in statistics, exhibit SOPH-0073, in force from March 2020 to 31 May 2028". */
export function recommendationWords(recommendation: Recommendation): string {
  const { by, parts, atMost, minimumScore, effectiveFrom, effectiveTo, exhibit } = recommendation;
  const what = parts.map(({ semesterHours, level, subject }) =>
    [
      semesterHours === undefined ? 'hours not known' : hoursWords(semesterHours),
      level === undefined ? '' : levelName(level),
      subject === undefined ? '' : `in ${subject}`,
    ]
      .filter(Boolean)
      .join(' '),
  );
  const dates =
    effectiveFrom === undefined && effectiveTo === undefined
      ? ''
      : ['in force', effectiveFrom && `from ${dateWords(effectiveFrom)}`, effectiveTo && `to ${dateWords(effectiveTo)}`]
          .filter(Boolean)
          .join(' ');
  return [
    `${reviewerWords(by)}: ${what.length > 0 ? `${atMost ? 'up to ' : ''}${listWords(what)}` : 'recommended, hours not known'}`,
    minimumScore === undefined ? '' : `from a score of ${minimumScore}`,
    exhibit === undefined ? '' : `exhibit ${exhibit}`,
    dates,
  ]
    .filter(Boolean)
    .join(', ');
}

function hoursOf(
  accepted: readonly AcceptedCredit[],
  { typed }: PlannedCredit,
  [recommended]: readonly Recommendation[],
): string {
  if (accepted.length > 0) return listWords(accepted.map(({ hours }) => rangeWords(hours)));
  if (typed) return hoursWords(typed.semesterHours);
  const hours = recommended?.parts.reduce((sum, part) => sum + (part.semesterHours ?? 0), 0) ?? 0;
  return hours > 0 ? `${recommended?.atMost ? 'up to ' : ''}${hoursWords(hours)}` : 'hours not known';
}

function levelsOf(
  accepted: readonly AcceptedCredit[],
  { typed }: PlannedCredit,
  [recommended]: readonly Recommendation[],
): string {
  const levels =
    accepted.length > 0
      ? accepted.flatMap(({ level, levelKnown }) => (levelKnown ? level : []))
      : [typed?.level, ...(recommended?.parts ?? []).map(({ level }) => level)].filter((level) => level !== undefined);
  return listWords([...new Set(levels)].map(levelName)) || 'level not known';
}

/** The school's course where one is known; else the requirement alone can say it. */
function hopeOf(accepted: readonly AcceptedCredit[], meant: readonly string[], blocks: Blocks): string {
  const named = accepted.flatMap(({ schoolCourse, title, subject }) => {
    if (schoolCourse !== undefined) return becomesName({ schoolCourse, title });
    return subject === undefined ? [] : `an elective in ${subject}`;
  });
  if (named.length > 0) return listWords(named);
  return meant.length > 0 ? `credit for ${listWords(meant.map((block) => titleOfBlock(blocks, block)))}` : 'any credit';
}

/** Everything the letter is made of. */
export type Letter = {
  readonly asker: Asker;
  readonly school: string;
  readonly degree: string;
  readonly catalogYear: string;
  /** ISO date. */
  readonly today: string;
  readonly rows: readonly LetterRow[];
};

/** The subject of the mail. */
export function letterSubject({ asker }: Pick<Letter, 'asker'>): string {
  return ['Request for pre-approval of transfer credit', asker.name.trim(), asker.id.trim()].filter(Boolean).join(', ');
}

/** The paragraphs before the table. */
export function letterOpening({ asker, school, degree, catalogYear, today, rows }: Letter): readonly string[] {
  const program = asker.program.trim() || degree;
  const these = rows.length === 1 ? 'this course' : `these ${rows.length} courses`;
  return [
    dateWords(today),
    `To the Registrar, ${school}`,
    `I plan to earn the ${program}, catalog year ${catalogYear}. I ask you to review ${these}${whenWords(rows)}`,
    `${rows.length === 1 ? 'Please' : 'For each one, please'} answer yes, no, or as what it would count. I know that the final evaluation follows my official transcripts.`,
  ];
}

/** When the review is asked for: what is finished has been paid for. */
function whenWords(rows: readonly LetterRow[]): string {
  const open = rows.filter(({ finished }) => !finished).length;
  if (open === rows.length) return ` before I pay for ${open === 1 ? 'it' : 'them'}.`;
  return open === 0 ? ', which I have finished.' : ' before I pay for those that I have not finished.';
}

/** The lines after the table. */
export function letterClosing({ asker }: Pick<Letter, 'asker'>): readonly string[] {
  const { name, id } = asker;
  return ['Thank you.', [name.trim() || '(name)', id.trim() && `Student ID ${id.trim()}`].filter(Boolean).join(', ')];
}

/** The heads of the table's columns. */
export const letterColumns = ['Course', 'Recommendation', 'Hours and level', 'Meant for', 'Answer'] as const;

const answerLines = ['[ ] Yes', '[ ] No', '[ ] As: ____________________  Hours: ____'];

/** The whole letter as text. */
export function letterText(letter: Letter): string {
  const rows = letter.rows.map(({ title, about, recommended, hours, level, meantFor, hopedFor, pages }, index) =>
    [
      `${index + 1}. ${title}${about.length > 0 ? ` (${about.join(', ')})` : ''}`,
      ...(recommended.length > 0 ? recommended : ['no recommendation known']).map((one) => `   Recommended: ${one}`),
      `   Hours and level: ${hours}, ${level}`,
      `   Meant for: ${meantFor}`,
      `   Hoped for as: ${hopedFor}`,
      ...pages.map(({ title: name, url }) => `   ${name}: ${url}`),
      `   ${answerLines.join('   ')}`,
    ].join('\n'),
  );
  return `${[...letterOpening(letter), ...rows, ...letterClosing(letter)].join('\n\n')}\n`;
}

/** The whole letter for a word processor. Every word of the plan is text in it, never markup. */
export function letterHtml(letter: Letter): string {
  const paragraph = (words: string): string => `<p>${escaped(words)}</p>`;
  const cell = (lines: readonly string[]): string => `<td>${lines.join('<br>')}</td>`;
  const link = ({ title, url }: PageLink): string => `<a href="${escaped(url)}">${escaped(title)}</a>`;
  const rows = letter.rows.map(
    ({ title, about, recommended, hours, level, meantFor, hopedFor, pages }) =>
      `<tr>${[
        cell([`<b>${escaped(title)}</b>`, ...about.map(escaped), ...pages.map(link)]),
        cell((recommended.length > 0 ? recommended : ['No recommendation known']).map(escaped)),
        cell([escaped(hours), escaped(level)]),
        cell([escaped(meantFor), `As: ${escaped(hopedFor)}`]),
        cell(['☐ Yes', '☐ No', '☐ As: ______________', 'Hours: ____']),
      ].join('')}</tr>`,
  );
  const head = letterColumns.map((name) => `<th>${name}</th>`).join('');
  return [
    ...letterOpening(letter).map(paragraph),
    `<table border="1"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
    ...letterClosing(letter).map(paragraph),
  ].join('\n');
}

function escaped(words: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return words.replace(/[&<>"]/g, (letter) => names[letter] ?? letter);
}

/**
 * The longest address of a mail draft. Of browsers and mail programs tried by others, Chrome with Outlook takes the fewest
 * letters, about 2,046: https://superruub.wordpress.com/2013/05/30/mailto-protocol-character-limit/
 */
export const longestDraft = 2_000;

/** The address that opens a mail draft with the letter in it; undefined where mail programs would cut it. */
export function mailDraft(letter: Letter): string | undefined {
  const body = letterText(letter).replace(/\n/g, '\r\n');
  const address = `mailto:?subject=${encodeURIComponent(letterSubject(letter))}&body=${encodeURIComponent(body)}`;
  return address.length <= longestDraft ? address : undefined;
}
