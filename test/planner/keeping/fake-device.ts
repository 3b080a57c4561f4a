/** A device that stores in memory and fails when told to, and tabs that save on it. */
import { moveHistory, openHistory, startHistory, type History } from '../../../src/planner/plan/history.ts';
import type { Decided, KeyValue, Stored, Wants } from '../../../src/planner/keeping/key-value.ts';
import { savingLeftFirst, type QuickStore } from '../../../src/planner/keeping/left-unsaved.ts';
import { PlanSaving } from '../../../src/planner/keeping/plan-saving.ts';
import type { SaveState, TabMessage } from '../../../src/planner/keeping/save-state.ts';
import { nextCreditId, type Plan } from '../../../src/planner/plan/plan.ts';

export type Health = 'well' | 'full' | 'blocked' | 'silent';

/** A small store that answers at once. */
export class FakeQuickStore implements QuickStore {
  readonly left = new Map<string, string>();
  /** How many letters it holds. */
  room = Number.POSITIVE_INFINITY;

  texts(): ReadonlyMap<string, string> {
    return new Map(this.left);
  }

  put(key: string, text: string): boolean {
    if (text.length > this.room) return false;
    this.left.set(key, text);
    return true;
  }

  remove(key: string): void {
    this.left.delete(key);
  }
}

export class FakeDevice implements KeyValue {
  readonly quick = new FakeQuickStore();
  stored = new Map<string, unknown>();
  health: Health = 'well';
  /** How many letters it holds, where that is little. */
  room = Number.POSITIVE_INFINITY;
  /** How many transactions changed something. */
  writes = 0;
  /** Called before each transaction, and with each write before it lands. What it throws ends the transaction. */
  interfere: (writing: boolean) => void = () => undefined;

  async transact<R>(wants: Wants, decide: (stored: Stored) => Decided<R>): Promise<R> {
    await Promise.resolve();
    if (this.health === 'silent') await new Promise<never>(() => undefined);
    if (this.health === 'blocked') throw new DOMException('', 'SecurityError');
    this.interfere(false);
    const seen = [...this.stored].map(
      ([key, value]) => [key, wants(key) ? structuredClone(value) : undefined] as const,
    );
    const { write, result } = decide(new Map(seen));
    const changes = Object.entries(write);
    if (changes.length === 0) return result;
    if (this.health === 'full') throw new DOMException('', 'QuotaExceededError');
    const after = new Map(this.stored);
    for (const [key, value] of changes) {
      if (value === undefined) after.delete(key);
      else after.set(key, structuredClone(value));
    }
    if (JSON.stringify([...after]).length > this.room) throw new DOMException('', 'QuotaExceededError');
    this.interfere(true);
    this.writes += 1;
    this.stored = after;
    return result;
  }

  /** The text stored under a key, whether alone or in a record. */
  text(key: string): string | undefined {
    const value = this.stored.get(key);
    if (typeof value === 'string' || value === undefined) return value;
    return (value as { text: string }).text;
  }

  /** The texts of the versions of a plan, newest first. */
  versions(id: string): (string | undefined)[] {
    const keys = [...this.stored.keys()].filter((key) => key.startsWith(`version ${id} `)).sort();
    return keys.reverse().map((key) => this.text(key));
  }
}

/** The plan with one more change in it. */
export function changed(plan: Plan, course: string): Plan {
  return {
    ...plan,
    revision: plan.revision + 1,
    credits: [...plan.credits, { id: nextCreditId(plan.credits), course, status: 'planned' }],
  };
}

/** A tab: the plan that its screen shows, and what it said. */
export class Tab {
  history: History | undefined;
  readonly states: SaveState[] = [];
  readonly told: TabMessage[] = [];
  readonly saving: PlanSaving;
  /** What its clock says. */
  clock = '2026-11-25T08:00:00.000Z';

  constructor(device: KeyValue, writer: string, patience = 20, quick: QuickStore = new FakeQuickStore()) {
    this.saving = new PlanSaving({
      keyValue: savingLeftFirst(device, quick),
      quick,
      writer,
      patience,
      now: () => this.clock,
      tellTabs: (message) => this.told.push(message),
      onState: (state) => this.states.push(state),
      onMet: (plan) => {
        this.history = this.history ? moveHistory(this.history, { kind: 'meet', plan }) : startHistory(plan);
      },
    });
  }

  get plan(): Plan | undefined {
    return this.history?.present;
  }

  /** Shows what is stored. */
  async open(wanted?: string): Promise<void> {
    const { plan, steps } = await this.saving.open(wanted);
    this.history = plan && openHistory(plan, steps);
  }

  /** Shows a plan as the next step and saves it, as the planner does. */
  show(plan: Plan): void {
    this.go(this.history ? moveHistory(this.history, { kind: 'change', plan }) : startHistory(plan));
  }

  go(history: History): void {
    this.history = history;
    this.saving.save(history);
  }

  /** Shows a plan and waits until it is saved, or can't be. */
  async save(plan: Plan): Promise<void> {
    this.show(plan);
    await this.saving.flush();
  }
}

/** A tab that shows what is stored. */
export async function openedTab(device: FakeDevice, writer: string): Promise<Tab> {
  const tab = new Tab(device, writer, 20, device.quick);
  await tab.open();
  return tab;
}
