/** Differences of what is noted about one credit, note by note. */
import type { PlanCredit } from '../plan/plan.ts';
import { sameValue } from '../plan/same-value.ts';
import { notesByPlace, trailOf, type CreditTrail, type NotesByPlace } from './trail-notes.ts';

/** The notes of one credit that differ, as they stand before and after. */
export type NotesDifference = {
  readonly credit: string;
  readonly before: NotesByPlace;
  readonly after: NotesByPlace;
};

/** What differs where these are one credit and only its notes differ. */
export function notesBetween(before: PlanCredit, after: PlanCredit): NotesDifference | undefined {
  const [{ trail: old, ...rest }, { trail, ...same }] = [before, after];
  if (!sameValue(rest, same)) return undefined;
  const [from, to] = [notesByPlace(old), notesByPlace(trail)];
  const differing = placesIn(from, to).filter((place) => !sameValue(from[place], to[place]));
  const pick = (notes: NotesByPlace) =>
    Object.fromEntries(differing.flatMap((place) => (place in notes ? [[place, notes[place]]] : [])));
  return { credit: before.id, before: pick(from), after: pick(to) };
}

/** The credits with the difference made, or `undefined` where it does not begin at these. */
export function applyNotes(
  credits: readonly PlanCredit[],
  { credit, before, after }: NotesDifference,
): readonly PlanCredit[] | undefined {
  const at = credits.findIndex(({ id }) => id === credit);
  const { trail: old, ...rest } = credits[at] ?? {};
  const now = notesByPlace(old);
  if (at === -1 || placesIn(before, after).some((place) => !sameValue(now[place], before[place]))) return undefined;
  const left = Object.entries(now).filter(([place]) => !(place in before));
  const notes = { ...Object.fromEntries(left), ...after };
  const trail = trailOf(notes);
  if (!trail && Object.keys(notes).length > 0) return undefined;
  return credits.with(at, { ...rest, ...(trail && { trail }) } as PlanCredit);
}

/**
 * Both tabs' notes, or `undefined` where both wrote something else in one place, or all of them are too many.
 * Each is in it: no step is lost.
 */
export function mergeTrails(
  base: CreditTrail | undefined,
  mine: CreditTrail | undefined,
  theirs: CreditTrail | undefined,
): { readonly trail?: CreditTrail } | undefined {
  const [old, own, other] = [base, mine, theirs].map((trail) => notesByPlace(trail)) as [
    NotesByPlace,
    NotesByPlace,
    NotesByPlace,
  ];
  const merged: Record<string, unknown> = {};
  for (const place of placesIn(other, own)) {
    const unchangedHere = sameValue(own[place], old[place]);
    if (!unchangedHere && !sameValue(other[place], old[place]) && !sameValue(own[place], other[place]))
      return undefined;
    const kept = unchangedHere ? other[place] : own[place];
    if (kept !== undefined) merged[place] = kept;
  }
  if (Object.keys(merged).length === 0) return {};
  const trail = trailOf(merged);
  return trail && { trail };
}

function placesIn(...notes: readonly NotesByPlace[]): readonly string[] {
  return [...new Set(notes.flatMap(Object.keys))];
}
