/**
 * Plan ⇄ link. The whole plan stands after the `#` of an address, which browsers send to nobody.
 *
 * Nine letters come first and stay the same in every version: the version, how many letters follow, and a checksum. So
 * a link that a messenger has cut or altered is never taken for another plan. What the student notes on the way to posted
 * credit, and of their ID, stays out of it: a link is made to be given away.
 */
import { FixedBits } from './fixed-bits.ts';
import { fromLetters, perLetter, toLetters } from './letters.ts';
import { checkOn, idOf, idsOf, referenceTo, type LinkNames, type Named, type Reference } from './link-names.ts';
import { packedPlan, readFirstVersion, readSecondVersion, type PackedPlan } from './packed-plan.ts';
import { followMoves, newPlan } from '../plan/plan-changes.ts';
import { openPlan, type OpenedFile } from '../keeping/plan-file.ts';
import { mostCredits, type Plan } from '../plan/plan.ts';
import { RangeCoder } from './range-coder.ts';
import { digest } from './short-names.ts';

/** Why there is no plan in a link. */
export type LinkRefusal = 'no-plan' | 'cut' | 'altered' | 'newer-version' | 'too-large' | 'damaged';

/** More letters than this are refused unread. */
export const longestLink = 100_000;

const linkVersion = 3;
/** How many letters each part of the frame has. */
const frame = { version: 1, length: 3, checksum: 5 };
const frameLetters = frame.version + frame.length + frame.checksum;

/** The plan as the letters of a link, without its own id; nothing where they would be too many to be read again. */
export function planToLink(plan: Plan, names: LinkNames): string | undefined {
  const usual = usualPlan(plan.degree);
  const inBlocks = <T extends { readonly block: string }>(all: readonly T[] | undefined) =>
    all?.map((one) => ({ ...one, block: referenceTo(one.block, names.blocks) }));
  const credits = plan.credits.map(({ status, course, typed, score, grade, completedOn, pins, decision }) => {
    const more = { score, grade, completedOn, pins: inBlocks(pins), decision };
    return {
      status,
      course: course === undefined ? undefined : referenceTo(course, names.courses),
      typed,
      more: Object.values(more).some((field) => field !== undefined) ? more : undefined,
    };
  });
  const excepted = plan.credits.flatMap(({ substitutions, appliedHere }, index) =>
    (substitutions ?? appliedHere) ? [{ index, substitutions, appliedHere: inBlocks(appliedHere) }] : [],
  );
  const { name, school, degree, waivers, factsSeenOn } = plan;
  const coder = new RangeCoder();
  packedPlan(coder, {
    plan: {
      degree: referenceTo(degree, names.degrees),
      credits,
      name: name === usual.name ? undefined : name,
      school: school === usual.school ? undefined : school,
    },
    exceptions: waivers || excepted.length > 0 ? { credits: excepted, waivers: inBlocks(waivers) } : undefined,
    check: checkOn(coursesOf(plan)),
    factsSeenOn,
  });
  const packed = coder.letters();
  if (packed === undefined || frameLetters + packed.length > longestLink) return undefined;
  return frameOf(linkVersion, packed.length, packed) + packed;
}

function usualPlan(degree: string): Plan {
  return newPlan('shared', degree.split('/')[0] ?? '', degree);
}

function frameOf(version: number, length: number, packed: string): string {
  const checksum = digest(`${version} ${length} ${packed}`) % perLetter ** frame.checksum;
  return toLetters(version, frame.version) + toLetters(length, frame.length) + toLetters(checksum, frame.checksum);
}

/** The letters after `#p=` in the last part of an address. */
export function linkInHash(hash: string): string {
  return /^#p=([^&]*)/.exec(hash)?.[1] ?? '';
}

/** The plan in the letters of a link, or why there is none. Needs no catalog, and never throws. */
export function readLink(link: string): { readonly linked: PackedPlan } | { readonly reason: LinkRefusal } {
  if (link.length > longestLink) return { reason: 'too-large' };
  // Messengers take the full stop, the bracket or the "…" after a link for a part of it.
  const [letters = ''] = /^[\w-]*/.exec(link) ?? [];
  const packed = letters.slice(frameLetters);
  const version = fromLetters(letters.slice(0, frame.version));
  const length = fromLetters(letters.slice(frame.version, frame.version + frame.length));
  if (link === '') return { reason: 'no-plan' };
  if (link.length < frameLetters + length) return { reason: 'cut' };
  if (letters !== frameOf(version, length, packed) + packed) return { reason: 'altered' };
  if (version > linkVersion) return { reason: 'newer-version' };
  const coder = version === 1 ? new FixedBits(packed) : new RangeCoder(packed);
  const read = version === 2 ? readSecondVersion : packedPlan;
  const linked = coder instanceof FixedBits ? readFirstVersion(coder) : read(coder);
  return coder.failed || version === 0 ? { reason: 'damaged' } : { linked };
}

/** Today's id of the degree. Its school and its blocks can be fetched by it. */
export function degreeOfLink({ plan }: PackedPlan, { degrees }: LinkNames, moved: Named['moved']): string {
  return followMoves(usualPlan(idOf(plan.degree, degrees)), moved).degree;
}

/** The plan with the catalog's ids of today, through the same guards as a plan from a file. */
export function openLinkedPlan(linked: PackedPlan, names: LinkNames, moved: Named['moved']): OpenedFile {
  const { degree, credits, name, school } = linked.plan;
  // Before anything is looked up for each of them.
  if (credits.length > mostCredits) return { reason: 'too-many-credits' };
  const usual = usualPlan(idOf(degree, names.degrees));
  const courses = idsOf(coursesOf(linked.plan), names.courses, linked.check);
  if (!courses) return { reason: 'newer-version' };
  const inBlocks = <T extends { readonly block: Reference }>(all: readonly T[]) =>
    all.map((one) => ({ ...one, block: idOf(one.block, names.blocks) }));
  const { credits: excepted = [], waivers } = linked.exceptions ?? {};
  const exceptions = new Map(excepted.map(({ index, ...rest }) => [index, rest]));
  const exceptionsOf = (index: number) => {
    const { appliedHere, ...rest } = exceptions.get(index) ?? {};
    return { ...rest, ...(appliedHere && { appliedHere: inBlocks(appliedHere) }) };
  };
  const inOrder = courses.values();
  const opened = openPlan({
    ...usual,
    name: name ?? usual.name,
    school: school ?? usual.school,
    ...(linked.factsSeenOn === undefined ? {} : { factsSeenOn: linked.factsSeenOn }),
    credits: credits.map(({ course, more: { pins, ...rest } = {}, ...credit }, i) => ({
      id: `c${i + 1}`,
      ...(course === undefined ? {} : { course: inOrder.next().value }),
      ...credit,
      ...rest,
      ...(pins && { pins: inBlocks(pins) }),
      ...exceptionsOf(i),
    })),
    ...(waivers && waivers.length > 0 ? { waivers: inBlocks(waivers) } : {}),
  });
  return 'plan' in opened ? { ...opened, plan: followMoves(opened.plan, moved) } : opened;
}

function coursesOf<T>({ credits }: { readonly credits: readonly { readonly course?: T | undefined }[] }): readonly T[] {
  return credits.flatMap(({ course }) => (course === undefined ? [] : [course]));
}
