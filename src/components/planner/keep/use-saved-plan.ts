import { useEffect, useRef, useState } from 'preact/hooks';
import { moveHistory, openHistory, startHistory, type History } from '../../../planner/plan/history.ts';
import type { PlanSaving } from '../../../planner/keeping/plan-saving.ts';
import type { SaveState } from '../../../planner/keeping/save-state.ts';
import { openPlanStore, plansHere, rememberHere, takeWantedPlan } from '../../../planner/keeping/plan-store.ts';
import type { Plan } from '../../../planner/plan/plan.ts';
import type { Opened } from '../../../planner/keeping/decide-open.ts';
import type { Version } from '../../../planner/keeping/stored-plan.ts';
import { newPlanId } from '../device.ts';

/** The plan on the screen, its past, and how saving it goes. */
export type SavedPlan = {
  /** `undefined` until the device has answered. */
  readonly opened: Opened | undefined;
  readonly plan: Plan | undefined;
  readonly saveState: SaveState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly change: (plan: Plan) => void;
  /** Everything of another plan in place of this one: one step, which can be undone. */
  readonly replace: (plan: Plan) => void;
  /** Puts another plan beside this one. False where the device has no room. */
  readonly keepBeside: (plan: Plan) => Promise<boolean>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly useOther: () => Promise<void>;
  readonly keepThis: () => void;
  /** What the plan was before, newest first; `undefined` where the device does not answer. */
  readonly versions: () => Promise<readonly Version[] | undefined>;
  readonly forgetEverything: () => Promise<boolean>;
  readonly dropCopy: (key: string) => void;
  readonly hideNotices: () => void;
};

/** Keeps the plan in step with the device and the other tabs. `onMet` is told when another tab's changes came in. */
export function useSavedPlan(onMet: () => void): SavedPlan {
  const [opened, setOpened] = useState<Opened>();
  const [saveState, setSaveState] = useState<SaveState>({ kind: 'nothing-to-save' });
  const [history, setHistory] = useState<History>();
  const current = useRef<History>();
  const saving = useRef<PlanSaving>();
  const told = useRef(onMet);
  told.current = onMet;

  const show = (next: History | undefined) => {
    const id = next?.present.id;
    if (id !== undefined && id !== current.current?.present.id) rememberHere(id);
    current.current = next;
    setHistory(next);
  };
  const set = (next: History) => {
    if (next === current.current) return;
    show(next);
    saving.current?.save(next);
  };
  const meet = (plan: Plan) =>
    show(current.current ? moveHistory(current.current, { kind: 'meet', plan }) : startHistory(plan));

  useEffect(() => {
    const met = (plan: Plan) => {
      meet(plan);
      told.current();
    };
    const store = openPlanStore({ state: setSaveState, met });
    saving.current = store.saving;
    void store.saving.open(takeWantedPlan()).then((found) => {
      if (found.plan) show(openHistory(found.plan, found.steps));
      setOpened(found);
    });
    return store.close;
  }, []);

  // What can't be saved is gone with the page: the browser asks whether to leave.
  const canUndo = (history?.past.length ?? 0) > 0;
  const mayBeLost = canUndo && saveState.kind === 'cannot-save';
  useEffect(() => {
    const ask = (event: Event) => event.preventDefault();
    if (mayBeLost) addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [mayBeLost]);

  return {
    opened,
    plan: history?.present,
    saveState,
    canUndo,
    canRedo: (history?.future.length ?? 0) > 0,
    change: (plan) =>
      set(current.current ? moveHistory(current.current, { kind: 'change', plan }) : startHistory(plan)),
    replace: (plan) => {
      if (current.current) return set(moveHistory(current.current, { kind: 'change', plan }));
      // It may have been opened before, and lie beside other plans.
      const begin = (id: string) => set(startHistory({ ...plan, id }));
      void plansHere()
        .read(plan.id)
        .then(
          (there) => begin(there ? newPlanId() : plan.id),
          () => begin(plan.id),
        );
    },
    keepBeside: (plan) =>
      plansHere()
        .keep(plan)
        .then(
          () => true,
          () => false,
        ),
    undo: () => current.current && set(moveHistory(current.current, { kind: 'undo' })),
    redo: () => current.current && set(moveHistory(current.current, { kind: 'redo' })),
    useOther: async () => {
      const plan = await saving.current?.useOther();
      if (plan) meet(plan);
      else {
        rememberHere(undefined);
        show(undefined);
      }
    },
    keepThis: () => {
      if (!current.current) return;
      const { present } = current.current;
      const other = saveState.kind === 'changed-elsewhere' ? (saveState.other?.revision ?? 0) : 0;
      const kept = { ...current.current, present: { ...present, revision: Math.max(present.revision, other) + 1 } };
      show(kept);
      void saving.current?.keepThis(kept);
    },
    versions: async () => saving.current?.versions(),
    forgetEverything: async () => {
      const done = (await saving.current?.forgetEverything()) ?? false;
      if (done) {
        rememberHere(undefined);
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
