/** Changes of a plan, made. */
import type { Change, PlannedCredit } from './types.ts';

/** The plan with the change made. */
export function withChange(credits: readonly PlannedCredit[], change: Change): PlannedCredit[] {
  if (change.kind === 'drop-credit') return credits.filter(({ id }) => id !== change.credit);
  if (change.kind === 'together') return change.changes.reduce<PlannedCredit[]>(withChange, [...credits]);
  return credits.map((credit) => {
    if (credit.id !== change.credit) return credit;
    switch (change.kind) {
      case 'release-pins': {
        const { pins: _, ...rest } = credit;
        return rest;
      }
      case 'reach-score':
        return { ...credit, score: change.score };
      case 'reach-grade':
        return { ...credit, grade: change.grade };
      case 'finish-in-time':
        return { ...credit, completedOn: change.completedOn };
      case 'school-decides':
        return { ...credit, decision: change.decision };
    }
  });
}
