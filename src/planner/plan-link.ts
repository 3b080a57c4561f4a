/**
 * Plan ⇄ link. The whole plan stands after the `#` of an address, which browsers send to nobody.
 *
 * Nine letters come first and stay the same in every version: the version, how many letters follow, and a checksum. So
 * a link that a messenger has cut or altered is never taken for another plan. Courses, degrees and blocks stand in it
 * by short names; an id that the catalog does not have is written whole. What the student notes on the way to posted
 * credit, and of their ID, stays out of it: a link is made to be given away.
 */
import type { CreditStatus, PlannedCredit, TypedCourse } from '../engine/index.ts';
import { amount, Bits, count, listOf, oneOf, record, text, yesOrNo, type Packing } from './packing.ts';
import { followMoves, newPlan } from './plan-changes.ts';
import { openPlan, type OpenedFile } from './plan-file.ts';
import type { Plan } from './plan.ts';
import { digest, shortNameBits, shortNameOf, shortNamesOf, type ShortNames } from './short-names.ts';

/** Why there is no plan in a link. */
export type LinkRefusal = 'no-plan' | 'cut' | 'altered' | 'newer-version' | 'too-large' | 'damaged';

/** More letters than this are refused unread. */
export const longestLink = 100_000;

const linkVersion = 1;
const frame = { version: 6, length: 18, checksum: 30 };
const frameLetters = (frame.version + frame.length + frame.checksum) / 6;

/** An id, or the short name of one. */
type Reference = string | number;

const reference: Packing<Reference> = {
  write(value, to) {
    yesOrNo.write(typeof value === 'number', to);
    if (typeof value === 'number') to.put(value, shortNameBits);
    else text.write(value, to);
  },
  read: (from) => (yesOrNo.read(from) ? from.take(shortNameBits) : text.read(from)),
};

const date: Packing<string> = {
  write(value, to) {
    const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
    to.put(year, 14);
    to.put(month, 4);
    to.put(day, 5);
  },
  read(from) {
    const parts = [from.take(14), from.take(4), from.take(5)];
    return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
  },
};

const level = oneOf<TypedCourse['level']>(['lower-division', 'upper-division', 'graduate', 'vocational']);
const source = oneOf<TypedCourse['source']>(['school', 'college', 'exam', 'alternative', 'foreign']);
const status = oneOf<CreditStatus>([
  'considering',
  'planned',
  'in-progress',
  'completed',
  'transcript-sent',
  'evaluated',
]);

const answered = { decidedOn: date, by: text };

const decided = record(
  { semesterHours: amount, level, title: text },
  { schoolCourse: text, subject: text, areas: listOf(text) },
);

/** What most credits don't have. */
const more = record(
  {},
  {
    score: amount,
    grade: oneOf<NonNullable<PlannedCredit['grade']>>(['A', 'B', 'C', 'D', 'F']),
    completedOn: date,
    pins: listOf(record({ part: count, block: reference, use: yesOrNo })),
    decision: record({ becomes: listOf(decided), ...answered }),
  },
);

const packedPlan = record(
  {
    degree: reference,
    credits: listOf(
      record(
        { status },
        {
          course: reference,
          typed: record({ title: text, semesterHours: amount, level, source }, { subject: text, schoolCourse: text }),
          more,
        },
      ),
    ),
  },
  // Left out where they go without saying.
  { name: text, school: text },
);

/** What few plans have, after everything else. Links made before there was any of it end earlier. */
const packedExceptions = record(
  {
    credits: listOf(
      record(
        { index: count },
        {
          substitutions: listOf(record({ part: count, schoolCourse: text, ...answered })),
          appliedHere: listOf(record({ part: count, block: reference, ...answered })),
        },
      ),
    ),
  },
  { waivers: listOf(record({ block: reference, ...answered })) },
);

/** A plan as it stands in a link: with short names that only the catalog can tell. */
export type LinkedPlan = ReturnType<(typeof packedPlan)['read']> & {
  readonly exceptions?: ReturnType<(typeof packedExceptions)['read']>;
};

/** What a short name may stand for: what the catalog has, and had. Blocks are those of the plan's degree. */
export type Named = {
  readonly courses: Iterable<string>;
  readonly degrees: Iterable<string>;
  readonly blocks: Iterable<string>;
  /** Records that have another id today: "courses/clep/old" → "courses/clep/new". */
  readonly moved: Readonly<Record<string, string>>;
};

/** The short names of all these. */
export function namesIn({ courses, degrees, blocks, moved }: Named): ShortNames {
  const before = Object.keys(moved).map((id) => id.slice(id.indexOf('/') + 1));
  return shortNamesOf([...courses, ...degrees, ...blocks, ...before]);
}

/** The plan as the letters of a link, without its own id; nothing where they would be too many to be read again. */
export function planToLink(plan: Plan, names: ShortNames): string | undefined {
  const short = (id: string): Reference => {
    const unknown = unknownName(id);
    if (unknown !== undefined) return unknown;
    const name = shortNameOf(id);
    return names.get(name) === id ? name : id;
  };
  const usual = usualPlan(plan.degree);
  const inBlocks = <T extends { readonly block: string }>(all: readonly T[]) =>
    all.map((one) => ({ ...one, block: short(one.block) }));
  const bits = new Bits();
  packedPlan.write(
    {
      degree: short(plan.degree),
      credits: plan.credits.map(
        ({ id: _, status, course, typed, pins, substitutions: __, appliedHere: ___, trail: ____, ...rest }) => ({
          status,
          ...(course === undefined ? {} : { course: short(course) }),
          ...(typed === undefined ? {} : { typed }),
          ...(pins === undefined && Object.keys(rest).length === 0
            ? {}
            : { more: { ...rest, ...(pins && { pins: inBlocks(pins) }) } }),
        }),
      ),
      ...(plan.name === usual.name ? {} : { name: plan.name }),
      ...(plan.school === usual.school ? {} : { school: plan.school }),
    },
    bits,
  );
  const { waivers } = plan;
  const excepted = plan.credits.flatMap(({ substitutions, appliedHere }, index) =>
    (substitutions ?? appliedHere)
      ? [
          {
            index,
            ...(substitutions && { substitutions }),
            ...(appliedHere && { appliedHere: inBlocks(appliedHere) }),
          },
        ]
      : [],
  );
  if ((waivers?.length ?? 0) + excepted.length > 0) {
    packedExceptions.write({ credits: excepted, ...(waivers && { waivers: inBlocks(waivers) }) }, bits);
  }
  const link = framed(bits.toLetters());
  return link.length > longestLink ? undefined : link;
}

function usualPlan(degree: string): Plan {
  return newPlan('shared', degree.split('/')[0] ?? '', degree);
}

function framed(packed: string): string {
  return frameOf(linkVersion, packed.length, packed) + packed;
}

function frameOf(version: number, length: number, packed: string): string {
  const bits = new Bits();
  bits.put(version, frame.version);
  bits.put(length, frame.length);
  bits.put(digest(`${version} ${length} ${packed}`) % 2 ** frame.checksum, frame.checksum);
  return bits.toLetters();
}

/** The letters after `#p=` in the last part of an address. */
export function linkInHash(hash: string): string {
  return /^#p=([^&]*)/.exec(hash)?.[1] ?? '';
}

/** The plan in the letters of a link, or why there is none. Needs no catalog, and never throws. */
export function readLink(link: string): { readonly linked: LinkedPlan } | { readonly reason: LinkRefusal } {
  if (link.length > longestLink) return { reason: 'too-large' };
  // Messengers take the full stop, the bracket or the "…" after a link for a part of it.
  const [letters = ''] = /^[\w-]*/.exec(link) ?? [];
  const packed = letters.slice(frameLetters);
  const bits = Bits.in(letters);
  const [version, length] = [bits.take(frame.version), bits.take(frame.length)];
  if (link === '') return { reason: 'no-plan' };
  if (link.length < frameLetters + length) return { reason: 'cut' };
  if (letters !== frameOf(version, length, packed) + packed) return { reason: 'altered' };
  if (version > linkVersion) return { reason: 'newer-version' };
  bits.take(frame.checksum);
  const plan = packedPlan.read(bits);
  // Less than a letter is left where the last one was filled up.
  const linked = bits.left < 6 ? plan : { ...plan, exceptions: packedExceptions.read(bits) };
  return bits.failed || version !== linkVersion ? { reason: 'damaged' } : { linked };
}

/** Today's id of the degree. Its school and its blocks can be fetched by it. */
export function degreeOfLink({ degree }: LinkedPlan, names: ShortNames, moved: Named['moved']): string {
  return followMoves(usualPlan(idOf(degree, names)), moved).degree;
}

/** The plan with the catalog's ids of today, through the same guards as a plan from a file. */
export function openLinkedPlan(linked: LinkedPlan, names: ShortNames, moved: Named['moved']): OpenedFile {
  const usual = usualPlan(idOf(linked.degree, names));
  const inBlocks = <T extends { readonly block: Reference }>(all: readonly T[]) =>
    all.map((one) => ({ ...one, block: idOf(one.block, names) }));
  const { credits: excepted = [], waivers } = linked.exceptions ?? {};
  const exceptionsOf = (at: number) => {
    const { index: _, appliedHere, ...rest } = excepted.find(({ index }) => index === at) ?? { index: at };
    return { ...rest, ...(appliedHere && { appliedHere: inBlocks(appliedHere) }) };
  };
  const opened = openPlan({
    ...usual,
    name: linked.name ?? usual.name,
    school: linked.school ?? usual.school,
    credits: linked.credits.map(({ course, more: { pins, ...rest } = {}, ...credit }, i) => ({
      id: `c${i + 1}`,
      ...(course === undefined ? {} : { course: idOf(course, names) }),
      ...credit,
      ...rest,
      ...(pins && { pins: inBlocks(pins) }),
      ...exceptionsOf(i),
    })),
    ...(waivers && waivers.length > 0 ? { waivers: inBlocks(waivers) } : {}),
  });
  return 'plan' in opened ? { ...opened, plan: followMoves(opened.plan, moved) } : opened;
}

/** What the id of a record is that this catalog does not know. It keeps the short name for a later one. */
const unknownPrefix = 'not-known/';

function idOf(named: Reference, names: ShortNames): string {
  return typeof named === 'string' ? named : (names.get(named) ?? unknownPrefix + named.toString(36));
}

function unknownName(id: string): number | undefined {
  if (!id.startsWith(unknownPrefix)) return undefined;
  const name = parseInt(id.slice(unknownPrefix.length), 36);
  return name < 2 ** shortNameBits && unknownPrefix + name.toString(36) === id ? name : undefined;
}

/** Whether the id stands for a record that was not known when the link was opened. */
export function isUnknown(id: string): boolean {
  return unknownName(id) !== undefined;
}
