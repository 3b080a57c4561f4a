/** Saving in this browser: its stores, its memory of this tab, and the other tabs. */
import { browserKeyValue, browserQuickStore, database } from './browser-stores.ts';
import { PlanSaving } from './plan-saving.ts';
import type { SaveState } from './save-state.ts';
import { PlanShelf, type PlanOnDevice } from './plan-shelf.ts';
import type { Plan } from '../plan/plan.ts';
import { newPlanWanted } from './decide-open.ts';

const now = () => new Date().toISOString();

/** Saving in this browser, with a function that lets go of it. Where the browser refuses, the state says so. */
export function openPlanStore(on: { readonly state: (state: SaveState) => void; readonly met: (plan: Plan) => void }): {
  readonly saving: PlanSaving;
  readonly close: () => void;
} {
  let channel = openChannel();
  const saving = new PlanSaving({
    keyValue: browserKeyValue(),
    quick: browserQuickStore,
    writer: Math.random().toString(36).slice(2),
    now,
    tellTabs: (message) => channel?.postMessage(message),
    onState: on.state,
    onMet: on.met,
  });
  if (channel) channel.onmessage = ({ data }: MessageEvent<unknown>) => saving.hear(data);
  // A page that is left on purpose asks whether the plan is safe.
  const onHide = ({ detail }: CustomEventInit<Promise<boolean>[]>) => {
    saving.leave();
    const saved = saving.flush().then(() => saving.state.kind !== 'cannot-save');
    detail?.push(saved);
  };
  // A hidden page may end without another word.
  const onVisibility = () => {
    if (document.visibilityState === 'visible') return void saving.look();
    saving.leave();
    void saving.flush();
  };
  addEventListener('pagehide', onHide as EventListener);
  document.addEventListener('visibilitychange', onVisibility);
  const close = () => {
    removeEventListener('pagehide', onHide as EventListener);
    document.removeEventListener('visibilitychange', onVisibility);
    channel?.close();
    // A save may end after this.
    channel = undefined;
  };
  return { saving, close };
}

function openChannel(): BroadcastChannel | undefined {
  return typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(database);
}

let shelf: PlanShelf | undefined;

/** All plans on this device. */
export function plansHere(): PlanShelf {
  return (shelf ??= new PlanShelf({
    keyValue: browserKeyValue(),
    now,
    tellTabs: (message) => {
      const channel = openChannel();
      channel?.postMessage(message);
      channel?.close();
    },
  }));
}

/** Every plan on this device, the one changed last first. Rejects where the browser refuses. */
export function listPlans(): Promise<readonly PlanOnDevice[]> {
  return plansHere().list();
}

/** One plan, or nothing where it is not there or can't be read. Rejects where the browser refuses. */
export function readPlan(id: string): Promise<Plan | undefined> {
  return plansHere().read(id);
}

/** Puts a plan beside the others without touching the open one; resolves with its id. Rejects where there is no room. */
export function keepPlan(plan: Plan): Promise<string> {
  return plansHere().keep(plan);
}

/** Calls back whenever a tab, this one too, saved or removed a plan. Returns a function that ends it. */
export function watchPlans(changed: () => void): () => void {
  const channel = openChannel();
  if (channel) channel.onmessage = changed;
  const onVisibility = () => document.visibilityState === 'visible' && changed();
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    channel?.close();
    document.removeEventListener('visibilitychange', onVisibility);
  };
}

const tabKey = 'credit-map-plan';

/**
 * The plan this tab is to show: what a link asks for after its `#` ("plan=p-1", or "plan=new"), or else what the tab
 * showed last. The link's wish is taken out of the address.
 */
export function takeWantedPlan(): string | undefined {
  const asked = new URLSearchParams(location.hash.slice(1));
  const id = asked.get('plan');
  if (id === null) return planShownHere();
  asked.delete('plan');
  const rest = asked.size > 0 ? `#${asked.toString()}` : '';
  history.replaceState(history.state, '', location.pathname + location.search + rest);
  const wanted = id === 'new' ? newPlanWanted : id.slice(0, 200);
  rememberHere(wanted);
  return wanted;
}

/** The id of the plan that this tab showed last. */
export function planShownHere(): string | undefined {
  try {
    return sessionStorage.getItem(tabKey) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers which plan this tab shows, for a reload. Where the browser refuses, the plan opened last stands in. */
export function rememberHere(id: string | undefined): void {
  try {
    if (id === undefined) sessionStorage.removeItem(tabKey);
    else sessionStorage.setItem(tabKey, id);
  } catch {
    // Nothing to do: the plan itself is not in there.
  }
}
