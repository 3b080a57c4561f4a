/** A program solved again, with those rows that most answers keep anyway and this one does not. */
import type { Program, Stand } from './program.ts';

/**
 * Goes to the largest value again after new rows, and puts into the tableau what that breaks. False: nothing keeps the
 * rows.
 */
export function settle(stand: Stand, { inMind }: Pick<Program, 'inMind'>): boolean {
  const { tableau } = stand;
  for (;;) {
    if (!tableau.repair()) return false;
    if (tableau.stuck) return true;
    const broken = inMind.brokenIn(stand);
    if (!broken.length) return true;
    for (const index of broken) inMind.hold(index, stand);
  }
}
