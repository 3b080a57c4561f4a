/** What one could ask the school to decide: that a credit counts as something the degree still needs. */
import type { RequirementBlock } from '../schemas/degree.ts';
import { articulateCredit } from './articulate.ts';
import { leavesOf } from './eligibility.ts';
import type { AcceptedCredit, AuditInput, Change, Decision, DegreeAudit, PlannedCredit } from './types.ts';

/** How many blocks to think of for one decision. */
const mostDecisions = 8;

/**
 * For each block that still needs hours, the decision that would let the credit fill it. Blocks come first whose titles have
 * words of the credit's title, and then the neediest.
 */
export function decisionsFor(input: AuditInput, audit: DegreeAudit, credit: PlannedCredit): Change[] {
  const parts = partsToDecide(input, audit, credit);
  if (!parts?.length) return [];
  const used = new Map(audit.outcomes.flatMap(({ accepted, applied }) => (applied ? [[accepted.id, true]] : [])));
  const needed = new Map(audit.blocks.map(({ block, stillNeeded }) => [block, stillNeeded]));
  const taken = new Set(audit.outcomes.map(({ accepted }) => accepted.schoolCourse));
  const words = stemsOf(parts.map(({ title }) => title).join(' '));
  return leavesOf(input.degree)
    .filter(({ block, path }) => needed.get(block.id)! > 0 && !path.some((one) => one.inResidence))
    .map(({ block }) => ({ block, alike: stemsOf(block.title).filter((stem) => words.includes(stem)).length }))
    .sort((a, b) => b.alike - a.alike || needed.get(b.block.id)! - needed.get(a.block.id)!)
    .slice(0, mostDecisions)
    .map(({ block }) => ({
      kind: 'school-decides',
      credit: credit.id,
      block: block.id,
      decision: {
        becomes: parts.map((part) => (used.has(part.id) ? asItIs(part) : asFits(block, part, taken))),
        decidedOn: input.today,
        by: '',
      },
    }));
}

/** How the longer words of a title begin: "calcu" for calculus and cálculo. Those of any course are left out. */
function stemsOf(title: string): string[] {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/\p{L}{4,}/gu) ?? [];
  return words.map((word) => word.slice(0, 5)).filter((stem) => !/^(?:intro|cours|credi|elect|gener|with)$/.test(stem));
}

/** The credit's parts as the school would decide on them; none where it refuses the course or nobody knows its hours. */
function partsToDecide(input: AuditInput, audit: DegreeAudit, credit: PlannedCredit): AcceptedCredit[] | undefined {
  const refused = audit.notAccepted.filter((one) => one.credit === credit.id);
  const why = refused.find(({ reason }) => reason !== 'duplicate-credit');
  if (why && why.reason !== 'needs-agreement') return undefined;
  const { course: id, typed } = credit;
  // With an agreement the school would take it as it takes what needs none.
  const others = input.school.accepts.filter(({ verdict }) => verdict !== 'with-agreement');
  const provider = input.courses.get(id ?? '')?.provider;
  const agreed = { verdict: 'yes' as const, says: '', sources: [], ...(typed ? { from: typed.source } : { provider }) };
  const accepts = why ? [...others, agreed] : input.school.accepts;
  const { accepted } = articulateCredit(credit, { ...input, school: { ...input.school, accepts } });
  const known = accepted.filter(({ hours }) => hours.most > 0);
  return known.length === accepted.length ? known : undefined;
}

type Decided = Decision['becomes'][number];

const likelyHours = ({ hours }: AcceptedCredit): number => hours.likely || hours.most;

function asItIs(part: AcceptedCredit): Decided {
  const { title, level, schoolCourse, subject, areas } = part;
  return {
    semesterHours: likelyHours(part),
    level,
    title,
    ...(schoolCourse === undefined ? {} : { schoolCourse }),
    ...(subject === undefined ? {} : { subject }),
    areas,
  };
}

/** Credit that fits the block, as like the credit at hand as the block allows. */
function asFits({ fits = {}, title }: RequirementBlock, like: AcceptedCredit, taken: ReadonlySet<unknown>): Decided {
  const schoolCourse = fits.courses?.find((course) => !taken.has(course)) ?? fits.courses?.[0];
  const [area] = fits.areas ?? [];
  const [subject] = fits.subjects ?? [];
  const named = area === undefined && subject === undefined && schoolCourse !== undefined;
  return {
    semesterHours: likelyHours(like),
    level: fits.level ?? (like.levelKnown ? like.level : 'lower-division'),
    title,
    ...(named ? { schoolCourse } : {}),
    ...(area === undefined ? {} : { areas: [area] }),
    ...(area === undefined && subject !== undefined ? { subject } : {}),
  };
}
