/** The plan as a record, for paper, a spreadsheet or another reader: each credit with where it lands, why, and by which pages. */
import { withWaivers } from '../../engine/index.ts';
import type {
  Certainty,
  CreditOutcome,
  DegreeAudit,
  HoursRange,
  NotAccepted,
  PlannedCredit,
} from '../../engine/index.ts';
import type { Source } from '../../schemas/shared.ts';
import type { CatalogCourses } from '../catalog/catalog.ts';
import { blocksById } from '../audit/degree-view.ts';
import {
  hasNoEquivalency,
  landingsOf,
  titleOfBlock,
  titleOfCredit,
  type Blocks,
  type Landing,
} from '../audit/landing.ts';
import type { PlanCatalog } from '../audit/plan-audit.ts';
import { countedIn } from '../audit/why.ts';
import { isUnknown } from '../link/link-names.ts';
import type { Plan } from '../plan/plan.ts';
import { listWords, noEquivalencySentence, notAcceptedSentence, notAppliedSentences } from '../wording.ts';
import { becomesName, sourceWords } from '../wording-beside.ts';

/** What becomes of one part of a credit. */
export type RecordedPart = {
  /** What the school makes of it: "PSY-3010 Social Psychology". */
  readonly becomes: string;
  /** The requirements that use it; empty where none does. */
  readonly requirement: string;
  /** What the school gives; absent where it gives nothing. */
  readonly hours?: HoursRange;
  /** The hours of it that count toward the degree, likely; absent where none does. All of these together are the answer's. */
  readonly hoursUsed?: number;
  readonly certainty?: Certainty;
  /** Whether the student has moved it. */
  readonly pinned: boolean;
  /** Why it is not used, or what else to know. */
  readonly note: string;
  readonly sources: readonly Source[];
};

/** One credit of the plan with everything there is to say of it. */
export type RecordedCredit = {
  readonly credit: PlannedCredit;
  readonly title: string;
  /** Who gives it. */
  readonly provider: string;
  readonly parts: readonly RecordedPart[];
};

/** What a record is made of. */
export type Recorded = {
  readonly plan: Plan;
  readonly audit: DegreeAudit;
  readonly catalog: PlanCatalog;
  readonly providers: CatalogCourses['providers'];
};

/** The plan's credits in its order. */
export function recordCredits({ plan, audit, catalog, providers }: Recorded): readonly RecordedCredit[] {
  const landings = landingsOf(audit, plan.credits, catalog.school.equivalencies);
  const { degree } = catalog.degree;
  const blocks = new Map([...blocksById(degree), ...blocksById(withWaivers(degree, plan.waivers))]);
  const used = new Map(countedIn(audit, 'likely').map(({ accepted, semesterHours }) => [accepted, semesterHours]));
  const titles = new Map(plan.credits.map((credit) => [credit.id, recordTitle(credit, catalog.courses)]));
  return plan.credits.map((credit) => ({
    credit,
    title: recordTitle(credit, catalog.courses),
    provider: providerOf(credit, catalog.courses, providers),
    parts: partsOf(credit, landings.get(credit.id), { blocks, titles, used }, catalog.school.school.shortName),
  }));
}

/** A title for a credit, whatever it is. */
export function recordTitle(credit: PlannedCredit, courses: PlanCatalog['courses']): string {
  return credit.course !== undefined && isUnknown(credit.course)
    ? 'A course that this page does not know'
    : titleOfCredit(credit, courses);
}

function providerOf(
  { course = '', typed }: PlannedCredit,
  courses: PlanCatalog['courses'],
  providers: CatalogCourses['providers'],
): string {
  const provider = courses.get(course)?.provider;
  if (provider !== undefined) return providers[provider]?.name ?? provider;
  return typed ? `${sourceWords[typed.source]}, typed in` : 'Not in our catalog';
}

/** What is known of a whole plan: its blocks, its courses' titles, and by accepted credit the hours that it meets. */
type Known = {
  readonly blocks: Blocks;
  readonly titles: ReadonlyMap<string, string>;
  readonly used: ReadonlyMap<string, number>;
};

function partsOf(
  { pins = [] }: PlannedCredit,
  landing: Landing | undefined,
  known: Known,
  school: string,
): readonly RecordedPart[] {
  if (!landing) return [];
  const parts = [
    ...landing.parts.map((part) => ({
      ...takenPart(part, known),
      pinned: pins.some((pin) => pin.part === part.accepted.part),
    })),
    ...landing.notAccepted.map((refused) => refusedPart(refused, known)),
  ];
  if (!hasNoEquivalency(landing)) return parts;
  return parts.map((part) => ({ ...part, note: `${part.note} ${noEquivalencySentence(school)}`.trim() }));
}

function takenPart(
  { accepted, applied, alsoApplied, atBest, notApplied }: CreditOutcome,
  { blocks, used }: Known,
): Omit<RecordedPart, 'pinned'> {
  const places = [applied, applied?.excessCounted, alsoApplied].flatMap((use) => (use ? [use.block] : []));
  const why = notApplied && [
    notAppliedSentences[notApplied.reason],
    notApplied.rule?.says ?? '',
    atBest ? `At best it lands in ${titleOfBlock(blocks, atBest.block)}.` : '',
  ];
  return {
    becomes: becomesName(accepted),
    requirement: listWords([...new Set(places)].map((block) => titleOfBlock(blocks, block))),
    hours: accepted.hours,
    ...(applied ? { hoursUsed: used.get(accepted.id) ?? 0 } : {}),
    certainty: accepted.certainty,
    note: why?.filter(Boolean).join(' ') ?? '',
    sources: accepted.sources,
  };
}

function refusedPart({ reason, scores, says, other, sources }: NotAccepted, { titles }: Known): RecordedPart {
  const twin = other === undefined ? undefined : `The other one is ${titles.get(other) ?? other}.`;
  const said = reason === 'refused' ? 'The school answered no. The student recorded it.' : undefined;
  const why = said ?? notAcceptedSentence(reason, scores);
  const note = [why, twin, says].filter(Boolean).join(' ');
  return { becomes: '', requirement: '', pinned: false, note, sources };
}

/** Sources by number, each once though many facts name it. */
export type NumberedSources = {
  readonly all: readonly Source[];
  /** The numbers of these, from 1, in order. */
  readonly numbersOf: (sources: readonly Source[]) => readonly number[];
};

/** Numbers the sources in the order in which they first come up. */
export function numberSources(sources: readonly Source[]): NumberedSources {
  const first = new Map<string, { readonly number: number; readonly source: Source }>();
  for (const source of sources) {
    if (!first.has(nameOf(source))) first.set(nameOf(source), { number: first.size + 1, source });
  }
  const numberOf = (source: Source) => first.get(nameOf(source))?.number ?? [];
  return {
    all: [...first.values()].map(({ source }) => source),
    numbersOf: (some) => [...new Set(some.flatMap(numberOf))].sort((a, b) => a - b),
  };
}

function nameOf({ url, title, says }: Source): string {
  return `${url ?? ''} ${title ?? says}`;
}
