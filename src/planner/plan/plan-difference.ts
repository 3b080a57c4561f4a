/**
 * What one plan has that another has not, small enough to keep many of: history is made of these, and two tabs' plans
 * are put together with them in mind.
 */
import type { Waiver } from '../../engine/index.ts';
import { mostCredits, nextCreditId, type Plan, type PlanCredit } from './plan.ts';
import { sameValue } from './same-value.ts';
import { applyNotes, mergeTrails, notesBetween, type NotesDifference } from '../trail/trail-difference.ts';
import type { Identity } from '../trail/trail-notes.ts';

/** What stands in a plan beside its credits. A date that is not known is empty. */
export type Heading = Readonly<Record<'name' | 'school' | 'degree' | 'factsSeenOn' | 'startsOn', string>>;

/**
 * From one plan to another: headings, waivers and ID before and after, and one stretch of the credits before and after;
 * or, where only notes about one credit differ, those notes.
 */
export type Difference = {
  readonly heading?: readonly [before: Partial<Heading>, after: Partial<Heading>];
  readonly waivers?: readonly [before: readonly Waiver[], after: readonly Waiver[]];
  /** Empty where there is none. */
  readonly identity?: readonly [before: Identity, after: Identity];
  readonly notes?: NotesDifference;
  readonly credits?: {
    /** How many credits before the stretch are the same. */
    readonly at: number;
    readonly before: readonly PlanCredit[];
    readonly after: readonly PlanCredit[];
  };
};

const headings = ['name', 'school', 'degree', 'factsSeenOn', 'startsOn'] as const;

/** From `before` to `after`, or `undefined` where they say the same. Ids and revisions don't count. */
export function differenceOf(before: Plan, after: Plan): Difference | undefined {
  const differing = headings.filter((field) => (before[field] ?? '') !== (after[field] ?? ''));
  const credits = stretchOf(before.credits, after.credits);
  const waived = [before.waivers ?? [], after.waivers ?? []] as const;
  const waivers = sameValue(...waived) ? {} : { waivers: waived };
  const shown = [before.identity ?? {}, after.identity ?? {}] as const;
  const identity = sameValue(...shown) ? {} : { identity: shown };
  if (differing.length === 0 && !waivers.waivers && !identity.identity && !credits) return undefined;
  const pick = (plan: Plan) => Object.fromEntries(differing.map((field) => [field, plan[field] ?? '']));
  return {
    ...(differing.length === 0 ? {} : { heading: [pick(before), pick(after)] }),
    ...waivers,
    ...identity,
    ...(credits && asNotes(credits)),
  };
}

/** The stretch, or in its place the notes that alone differ in it. */
function asNotes(credits: NonNullable<Difference['credits']>): Pick<Difference, 'credits' | 'notes'> {
  const [one, other] = [credits.before, credits.after].map((side) => (side.length === 1 ? side[0] : undefined));
  const notes = one && other && notesBetween(one, other);
  return notes ? { notes } : { credits };
}

function stretchOf(before: Plan['credits'], after: Plan['credits']): Difference['credits'] {
  if (before === after) return undefined;
  const shortest = Math.min(before.length, after.length);
  let at = 0;
  while (at < shortest && sameCredit(before[at], after[at])) at += 1;
  let end = 0;
  while (end < shortest - at && sameCredit(before.at(-1 - end), after.at(-1 - end))) end += 1;
  if (at + end === before.length && at + end === after.length) return undefined;
  return { at, before: before.slice(at, before.length - end), after: after.slice(at, after.length - end) };
}

/** The way back. */
export function reversed({ heading, waivers, identity, notes, credits }: Difference): Difference {
  return {
    ...(heading ? { heading: [heading[1], heading[0]] } : {}),
    ...(waivers ? { waivers: [waivers[1], waivers[0]] } : {}),
    ...(identity ? { identity: [identity[1], identity[0]] } : {}),
    ...(notes ? { notes: { credit: notes.credit, before: notes.after, after: notes.before } } : {}),
    ...(credits ? { credits: { at: credits.at, before: credits.after, after: credits.before } } : {}),
  };
}

/** The plan with the difference made, or `undefined` where it does not begin at this plan. */
export function applyDifference(plan: Plan, difference: Difference): Plan | undefined {
  const { heading, waivers, identity, notes, credits } = difference;
  if (heading && headings.some((field) => heading[0][field] !== undefined && heading[0][field] !== (plan[field] ?? '')))
    return undefined;
  if (waivers && !sameValue(waivers[0], plan.waivers ?? [])) return undefined;
  if (identity && !sameValue(identity[0], plan.identity ?? {})) return undefined;
  const noted = notes ? applyNotes(plan.credits, notes) : plan.credits;
  if (!noted) return undefined;
  const next = withoutEmpty({
    ...plan,
    ...heading?.[1],
    ...(waivers && { waivers: waivers[1] }),
    ...(identity && { identity: identity[1] }),
    credits: noted,
  });
  if (!credits) return next;
  const end = credits.at + credits.before.length;
  const stretch = plan.credits.slice(credits.at, end);
  if (stretch.length !== credits.before.length || !stretch.every((one, i) => sameCredit(one, credits.before[i])))
    return undefined;
  const after = [...plan.credits.slice(0, credits.at), ...credits.after, ...plan.credits.slice(end)];
  return new Set(after.map(({ id }) => id)).size === after.length ? { ...next, credits: after } : undefined;
}

/** The plan without what is empty: dates that are not known, no waivers, an ID of which nothing is known. */
function withoutEmpty({ factsSeenOn, startsOn, waivers = [], identity = {}, ...plan }: Plan): Plan {
  return {
    ...plan,
    ...(factsSeenOn ? { factsSeenOn } : {}),
    ...(startsOn ? { startsOn } : {}),
    ...(waivers.length > 0 ? { waivers } : {}),
    ...(Object.keys(identity).length > 0 ? { identity } : {}),
  };
}

/** True if the two say the same, in whatever order their fields stand. */
export function sameCredit(one: PlanCredit | undefined, other: PlanCredit | undefined): boolean {
  return sameValue(one, other);
}

/**
 * Both tabs' changes in one plan, or `undefined` where they changed the same thing and only the student can choose.
 *
 * `base` is the plan that both began with. A credit that both added under one id gets a new id in `mine`.
 */
export function mergePlans(base: Plan, mine: Plan, theirs: Plan): Plan | undefined {
  const name = chosen(base.name, mine.name, theirs.name);
  // A degree belongs to its school: one choice.
  const degree = chosen(pairOf(base), pairOf(mine), pairOf(theirs));
  const credits = mergeCredits(base.credits, mine.credits, theirs.credits);
  const waivers = mergeWaivers(base.waivers, mine.waivers, theirs.waivers);
  const identity = mergeIdentity(base.identity, mine.identity, theirs.identity);
  const startsOn = chosen(base.startsOn ?? '', mine.startsOn ?? '', theirs.startsOn ?? '');
  if (name === undefined || degree === undefined || !credits || !waivers) return undefined;
  if (!identity || startsOn === undefined) return undefined;
  if (credits.length > mostCredits) return undefined;
  const from = degree === pairOf(mine) ? mine : theirs;
  const factsSeenOn = [mine.factsSeenOn, theirs.factsSeenOn]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
  return withoutEmpty({
    ...theirs,
    name,
    school: from.school,
    degree: from.degree,
    credits,
    factsSeenOn: factsSeenOn ?? '',
    startsOn,
    waivers,
    identity,
    revision: Math.max(mine.revision, theirs.revision) + 1,
  });
}

/** Each part of the ID as the tab has it that changed it. An ID of which nothing is known is empty. */
function mergeIdentity(base: Identity = {}, mine: Identity = {}, theirs: Identity = {}): Identity | undefined {
  const merged: Record<string, string> = {};
  for (const field of ['nameOnId', 'idKind', 'idCountry'] as const) {
    const kept = chosen(base[field] ?? '', mine[field] ?? '', theirs[field] ?? '');
    if (kept === undefined) return undefined;
    if (kept !== '') merged[field] = kept;
  }
  return merged;
}

type Waivers = readonly Waiver[];

/** Each requirement's waiver as the tab has it that changed it. */
function mergeWaivers(base: Waivers = [], mine: Waivers = [], theirs: Waivers = []): Waivers | undefined {
  const ofBlock = (waivers: Waivers, block: string): Waiver | undefined => waivers.find((one) => one.block === block);
  const blocks = [...new Set([...theirs, ...mine].map(({ block }) => block))];
  const merged: Waiver[] = [];
  for (const block of blocks) {
    const [old, own, other] = [base, mine, theirs].map((waivers) => ofBlock(waivers, block));
    if (!sameValue(own, old) && !sameValue(other, old) && !sameValue(own, other)) return undefined;
    const kept = sameValue(own, old) ? other : own;
    if (kept) merged.push(kept);
  }
  return merged;
}

const pairOf = ({ school, degree }: Plan): string => `${school} ${degree}`;

/** What was changed on one side only, or alike on both. */
function chosen(base: string, mine: string, theirs: string): string | undefined {
  if (mine === theirs || mine === base) return theirs;
  return theirs === base ? mine : undefined;
}

type Credits = readonly PlanCredit[];

function mergeCredits(base: Credits, mine: Credits, theirs: Credits): Credits | undefined {
  const before = byId(base);
  const here = byId(mine);
  const there = byId(theirs);
  const merged: PlanCredit[] = [];
  for (const credit of theirs) {
    const old = before.get(credit.id);
    const own = here.get(credit.id);
    // Where it is in one plan only of the three, that tab added it; where it is missing here, this tab removed it.
    if (!old || sameCredit(own, old) || sameCredit(own, credit)) merged.push(credit);
    else if (own) {
      const both = mergeCredit(old, own, credit);
      if (!both) return undefined;
      merged.push(both);
    } else if (!sameCredit(credit, old)) return undefined;
  }
  for (const credit of mine) {
    const old = before.get(credit.id);
    const other = there.get(credit.id);
    if (old && !other && !sameCredit(credit, old)) return undefined;
    if (old || sameCredit(credit, other)) continue;
    const twin = merged.find(({ course }) => course !== undefined && course === credit.course);
    if (twin && !sameCredit({ ...credit, id: twin.id }, twin)) return undefined;
    if (!twin) merged.push(other ? { ...credit, id: nextCreditId([...merged, ...mine]) } : credit);
  }
  return merged;
}

/** One credit with what both tabs changed, where one of them changed only notes or neither the same note. */
function mergeCredit(old: PlanCredit, mine: PlanCredit, theirs: PlanCredit): PlanCredit | undefined {
  const [{ trail: base, ...before }, { trail: here, ...own }, { trail: there, ...other }] = [old, mine, theirs];
  const trail = mergeTrails(base, here, there);
  if (!trail || (!sameValue(own, before) && !sameValue(other, before) && !sameValue(own, other))) return undefined;
  return { ...(sameValue(own, before) ? other : own), ...trail };
}

function byId(credits: Credits): ReadonlyMap<string, PlanCredit> {
  return new Map(credits.map((credit) => [credit.id, credit]));
}
