/** A device that stores in memory and fails when told to, and tabs that save on it. */
import { PlanSaving, type SaveState } from '../../src/planner/plan-saving.ts';
import type { Plan } from '../../src/planner/plan.ts';
import type { Decided, KeyValue, Stored } from '../../src/planner/stored-plan.ts';

export type Health = 'well' | 'full' | 'blocked' | 'silent';

export class FakeDevice implements KeyValue {
  stored = new Map<string, unknown>();
  health: Health = 'well';
  /** How many transactions changed something. */
  writes = 0;

  async transact<R>(decide: (stored: Stored) => Decided<R>): Promise<R> {
    await Promise.resolve();
    if (this.health === 'silent') await new Promise<never>(() => undefined);
    if (this.health === 'blocked') throw new DOMException('', 'SecurityError');
    const { write, result } = decide(new Map(structuredClone([...this.stored])));
    const changes = Object.entries(write);
    if (changes.length > 0 && this.health === 'full') throw new DOMException('', 'QuotaExceededError');
    if (changes.length > 0) this.writes += 1;
    for (const [key, value] of changes) {
      if (value === undefined) this.stored.delete(key);
      else this.stored.set(key, structuredClone(value));
    }
    return result;
  }

  /** The text stored under a key, whether alone or in a record. */
  text(key: string): string | undefined {
    const value = this.stored.get(key);
    if (typeof value === 'string' || value === undefined) return value;
    return (value as { text: string }).text;
  }
}

/** The plan with one more change in it. */
export function changed(plan: Plan, course: string): Plan {
  return {
    ...plan,
    revision: plan.revision + 1,
    credits: [...plan.credits, { id: `c${plan.credits.length + 1}`, course, status: 'planned' }],
  };
}

/** A tab with its plan, and what it said. */
export type Tab = { saving: PlanSaving; plan: Plan | undefined; states: SaveState[]; told: string[] };

/** A tab that has not read anything yet. */
export function openTab(device: FakeDevice, writer: string): Tab {
  const tab: Tab = { plan: undefined, states: [], told: [] } as unknown as Tab;
  tab.saving = new PlanSaving({
    keyValue: device,
    writer,
    patience: 20,
    tellTabs: (message) => tab.told.push(message),
    onState: (state) => tab.states.push(state),
    onReplaced: (plan) => (tab.plan = plan),
  });
  return tab;
}

/** A tab that shows what is stored. */
export async function openedTab(device: FakeDevice, writer: string): Promise<Tab> {
  const tab = openTab(device, writer);
  tab.plan = (await tab.saving.open()).plan;
  return tab;
}
