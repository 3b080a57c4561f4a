/** Where one course of the plan lands, in words. */
import type { CreditOutcome, DegreeAudit, NotAccepted, PlannedCredit } from '../engine/types.ts';
import type { RequirementBlock } from '../schemas/degree.ts';
import { listWords, notAcceptedSentences, notAppliedSentences } from './wording.ts';

/** What the audit says of one planned credit: the parts the school takes, and what it gives nothing for. */
export type Landing = { readonly parts: readonly CreditOutcome[]; readonly notAccepted: readonly NotAccepted[] };

/** The requirement blocks of the degree by id. */
export type Blocks = ReadonlyMap<string, RequirementBlock>;

/** Every planned credit's landing, by the credit's id. */
export function landingsOf(audit: DegreeAudit): ReadonlyMap<string, Landing> {
  const credits = new Set([
    ...audit.outcomes.map(({ accepted }) => accepted.credit),
    ...audit.notAccepted.map(({ credit }) => credit),
  ]);
  const of = (id: string): Landing => ({
    parts: audit.outcomes.filter(({ accepted }) => accepted.credit === id),
    notAccepted: audit.notAccepted.filter(({ credit }) => credit === id),
  });
  return new Map([...credits].map((id) => [id, of(id)]));
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
  const places = parts.flatMap(({ applied }) => (applied ? [titleOfBlock(blocks, applied.block)] : []));
  const unused = parts.find(({ applied }) => !applied);
  const sentences = [
    places.length > 0 ? `It lands in ${listWords([...new Set(places)])}.` : '',
    unused ? `${parts.length > 1 ? 'Another part: ' : ''}${unusedSentence(unused, blocks)}` : '',
    refused
      ? `${parts.length > 0 ? 'A part of it' : 'It'} gives no hours here. ${notAcceptedSentences[refused.reason]}`
      : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

function unusedSentence({ atBest, notApplied }: CreditOutcome, blocks: Blocks): string {
  const reason = notApplied ? notAppliedSentences[notApplied.reason] : '';
  if (atBest) return `At best it lands in ${titleOfBlock(blocks, atBest.block)}. ${reason}`.trim();
  return `This degree does not use it. ${reason}`.trim();
}
