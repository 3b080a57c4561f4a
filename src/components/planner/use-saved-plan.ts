import { useEffect, useRef, useState } from 'preact/hooks';
import { recordChange, redo, startHistory, undo, type History } from '../../planner/history.ts';
import type { PlanSaving, SaveState } from '../../planner/plan-saving.ts';
import { openPlanStore } from '../../planner/plan-store.ts';
import type { Plan } from '../../planner/plan.ts';
import type { Opened } from '../../planner/stored-plan.ts';

/** The plan on the screen, its past, and how saving it goes. */
export type SavedPlan = {
  /** `undefined` until the device has answered. */
  readonly opened: Opened | undefined;
  readonly plan: Plan | undefined;
  readonly saveState: SaveState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly change: (plan: Plan) => void;
  /** A whole other plan, with a past of its own. */
  readonly replace: (plan: Plan) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly useOther: () => Promise<void>;
  readonly keepThis: () => void;
  readonly forgetEverything: () => Promise<boolean>;
  readonly dropCopy: (key: string) => void;
  readonly hideNotices: () => void;
};

/** Keeps the plan in step with the device and the other tabs. */
export function useSavedPlan(onReplaced: () => void): SavedPlan {
  const [opened, setOpened] = useState<Opened>();
  const [saveState, setSaveState] = useState<SaveState>({ kind: 'nothing-to-save' });
  const [history, setHistory] = useState<History>();
  const current = useRef<History>();
  const saving = useRef<PlanSaving>();
  const told = useRef(onReplaced);
  told.current = onReplaced;

  const show = (next: History | undefined) => {
    current.current = next;
    setHistory(next);
  };
  const set = (next: History) => {
    if (next === current.current) return;
    show(next);
    saving.current?.save(next.present);
  };

  useEffect(() => {
    const replaced = (plan: Plan) => {
      show(startHistory(plan));
      told.current();
    };
    const store = openPlanStore({ state: setSaveState, replaced });
    saving.current = store.saving;
    void store.saving.open().then((found) => {
      if (found.plan) show(startHistory(found.plan));
      setOpened(found);
    });
    return store.close;
  }, []);

  return {
    opened,
    plan: history?.present,
    saveState,
    canUndo: (history?.past.length ?? 0) > 0,
    canRedo: (history?.future.length ?? 0) > 0,
    change: (plan) => set(current.current ? recordChange(current.current, plan) : startHistory(plan)),
    replace: (plan) =>
      set(startHistory({ ...plan, revision: Math.max(plan.revision, (current.current?.present.revision ?? 0) + 1) })),
    undo: () => current.current && set(undo(current.current)),
    redo: () => current.current && set(redo(current.current)),
    useOther: async () => {
      const plan = await saving.current?.useOther();
      show(plan && startHistory(plan));
    },
    keepThis: () => {
      const plan = current.current?.present;
      const other = saveState.kind === 'changed-elsewhere' ? (saveState.other?.revision ?? 0) : 0;
      if (!plan || !current.current) return;
      const kept = { ...plan, revision: Math.max(plan.revision, other) + 1 };
      show({ ...current.current, present: kept });
      void saving.current?.keepThis(kept);
    },
    forgetEverything: async () => {
      const done = (await saving.current?.forgetEverything()) ?? false;
      if (done) {
        show(undefined);
        setOpened({ fromBefore: false, notices: [], copies: [] });
      }
      return done;
    },
    hideNotices: () => setOpened((before) => before && { ...before, fromBefore: false, notices: [] }),
    dropCopy: (key) => {
      setOpened((before) => before && { ...before, copies: before.copies.filter((copy) => copy.key !== key) });
      void saving.current?.dropCopy(key);
    },
  };
}
