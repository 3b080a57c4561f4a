/** What a plan was, is, and was before it was undone. */
import type { Plan } from './plan.ts';

/** Past plans oldest first, future plans nearest first. */
export type History = { readonly past: readonly Plan[]; readonly present: Plan; readonly future: readonly Plan[] };

/** How many steps can be undone. */
export const mostSteps = 100;

/** A history that begins with this plan. */
export function startHistory(present: Plan): History {
  return { past: [], present, future: [] };
}

/** The history after a change. The revision rises; what was undone can no longer be redone. */
export function recordChange(history: History, plan: Plan): History {
  if (plan === history.present) return history;
  return {
    past: [...history.past, history.present].slice(-mostSteps),
    present: { ...plan, revision: history.present.revision + 1 },
    future: [],
  };
}

/** One step back. The revision still rises: other tabs must see the undo as newer. */
export function undo(history: History): History {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (!before) return history;
  return {
    past: past.slice(0, -1),
    present: { ...before, revision: present.revision + 1 },
    future: [present, ...future],
  };
}

/** One step forward again. */
export function redo(history: History): History {
  const { past, present, future } = history;
  const [after, ...rest] = future;
  if (!after) return history;
  return { past: [...past, present], present: { ...after, revision: present.revision + 1 }, future: rest };
}
