/** Where one course of the plan lands, in words. */
import type { BrokenPin, CreditOutcome, DegreeAudit, NotAccepted, PlannedCredit } from '../../engine/types.ts';
import type { RequirementBlock } from '../../schemas/degree.ts';
import type { Equivalency } from '../../schemas/equivalency.ts';
import { listWords, noEquivalencySentence, notAcceptedSentence, notAppliedSentences } from '../wording.ts';

/** What the audit says of one planned credit: the parts the school takes, and what it gives nothing for. */
export type Landing = {
  readonly parts: readonly CreditOutcome[];
  readonly notAccepted: readonly NotAccepted[];
  /** Whether a list or a decision of the school names the course. */
  readonly listed?: boolean;
  /** The student's pins on it that cannot be kept. */
  readonly setAside?: readonly BrokenPin[];
};

/** The requirement blocks of the degree by id. */
export type Blocks = ReadonlyMap<string, RequirementBlock>;

/** Every planned credit's landing, by the credit's id. */
export function landingsOf(
  audit: DegreeAudit,
  credits: readonly PlannedCredit[],
  equivalencies: readonly Equivalency[],
): ReadonlyMap<string, Landing> {
  const decided = new Set(equivalencies.flatMap(({ course, basis }) => (basis === 'decided' ? course : [])));
  const listed = new Set(credits.flatMap(({ id, course }) => (decided.has(course ?? '') ? id : [])));
  const landed = new Set([
    ...audit.outcomes.map(({ accepted }) => accepted.credit),
    ...audit.notAccepted.map(({ credit }) => credit),
  ]);
  const of = (id: string): Landing => ({
    parts: audit.outcomes.filter(({ accepted }) => accepted.credit === id),
    notAccepted: audit.notAccepted.filter(({ credit }) => credit === id),
    listed: listed.has(id),
    setAside: audit.brokenPins.filter(({ credit }) => credit === id),
  });
  return new Map([...landed].map((id) => [id, of(id)]));
}

/** A title for a planned credit: the one typed, the catalog's, or its id where the catalog does not know it. */
export function titleOfCredit(credit: PlannedCredit, courses: ReadonlyMap<string, { readonly title: string }>): string {
  return credit.typed?.title ?? courses.get(credit.course ?? '')?.title ?? credit.course ?? credit.id;
}

/** The title of a block, or its id where the degree does not have it. */
export function titleOfBlock(blocks: Blocks, id: string): string {
  return blocks.get(id)?.title ?? id;
}

/** A few short sentences on what becomes of a credit, for a list and for the ear. */
export function landingSentence(landing: Landing | undefined, blocks: Blocks): string {
  if (!landing) return '';
  const { parts, notAccepted } = landing;
  const [refused] = notAccepted;
  const uses = parts.flatMap(({ applied, alsoApplied }) => [applied, alsoApplied].filter((use) => use !== undefined));
  const places = uses.map(({ block }) => titleOfBlock(blocks, block));
  const unused = parts.find(({ applied }) => !applied);
  const sentences = [
    places.length > 0 && `It lands in ${listWords([...new Set(places)])}.`,
    unused && `${parts.length > 1 ? 'Another part: ' : ''}${unusedSentence(unused, blocks)}`,
    refused &&
      `${parts.length > 0 ? 'A part of it' : 'It'} gives no hours here. ${notAcceptedSentence(refused.reason, refused.scores)}`,
    hasNoEquivalency(landing) && noEquivalencySentence(),
  ];
  return sentences.filter(Boolean).join(' ');
}

/** Whether nothing that we found says what the school makes of this course. */
export function hasNoEquivalency(landing: Landing | undefined): boolean {
  if (!landing) return false;
  const { parts, notAccepted, listed = false } = landing;
  return (
    parts.some(({ accepted }) => accepted.remarks.includes('no-equivalency-known')) ||
    (!listed && notAccepted.some(({ reason }) => reason === 'no-recommendation' || reason === 'hours-not-known'))
  );
}

function unusedSentence({ atBest, notApplied }: CreditOutcome, blocks: Blocks): string {
  const reason = notApplied ? notAppliedSentences[notApplied.reason] : '';
  if (atBest) return `At best it lands in ${titleOfBlock(blocks, atBest.block)}. ${reason}`.trim();
  return `This degree does not use it. ${reason}`.trim();
}
