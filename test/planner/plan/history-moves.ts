import { moveHistory, type History } from '../../../src/planner/plan/history.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';

export const change = (history: History, plan: Plan) => moveHistory(history, { kind: 'change', plan });
export const undo = (history: History) => moveHistory(history, { kind: 'undo' });
export const redo = (history: History) => moveHistory(history, { kind: 'redo' });

/** What a plan says, whatever its number. */
export const says = ({ revision: _, ...plan }: Plan) => plan;
