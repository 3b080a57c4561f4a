/**
 * Every plan on the device, whichever is on the screen: what a list of plans shows and does. Each change is one
 * transaction. Pure but for the store it is given: `plan-store.ts` gives it the browser's.
 */
import { chooseOpen } from './decide-open.ts';
import { inTime, usualPatience, type Decided, type KeyValue, type Stored, type Wants } from './key-value.ts';
import { openPlanFile, planToText } from './plan-file.ts';
import { cleanName, type Plan } from '../plan/plan.ts';
import type { TabMessage } from './save-state.ts';
import { asText, freeId, planIds, planKey, recordOf, savedText, wantsPlan, wantsPlans } from './stored-plan.ts';

/** A plan on the device. */
export type PlanOnDevice = {
  readonly id: string;
  /** Nothing where it can't be read; opening it tells more. */
  readonly plan: Plan | undefined;
  /** When it was last saved, as ISO text, by the device's clock. */
  readonly changedOn: string | undefined;
  readonly archived: boolean;
};

/** The plans of one device. Methods reject where the device refuses. */
export class PlanShelf {
  constructor(
    private readonly around: {
      readonly keyValue: KeyValue;
      readonly now: () => string;
      readonly tellTabs: (message: TabMessage) => void;
      readonly patience?: number;
    },
  ) {}

  /** All plans, the one changed last first; archived ones at the end. */
  async list(): Promise<readonly PlanOnDevice[]> {
    return this.do(wantsPlans, (stored) => {
      const { write } = chooseOpen(stored, undefined);
      const now = new Map([...stored, ...Object.entries(write)].filter(([, value]) => value !== undefined));
      return { write, result: listed(now) };
    });
  }

  /** One plan, or nothing where it is not there or can't be read. */
  async read(id: string): Promise<Plan | undefined> {
    return this.do(wantsPlan(id), (stored) => ({ write: {}, result: planOf(stored, id) }));
  }

  /** Puts a plan beside the others, under an id of its own, and resolves with it. The plan on the screen stays. */
  async keep(plan: Plan): Promise<string> {
    const on = this.around.now();
    const id = await this.do(wantsPlan(plan.id), (stored) => {
      if (savedText(stored, plan.id) === planToText(plan)) return { write: {}, result: plan.id };
      const free = freeId(stored, plan.id);
      return { write: { [planKey(free)]: { writer: '', text: planToText({ ...plan, id: free }), on } }, result: free };
    });
    this.around.tellTabs({ kind: 'saved', plan: id });
    return id;
  }

  /** Makes another plan of this one, under another name. Nothing where it is not there. */
  async copy(id: string, name: string): Promise<string | undefined> {
    const plan = await this.read(id);
    return plan && this.keep({ ...plan, name: cleanName(name) ?? plan.name, id: `${plan.id.slice(0, 180)}-copy` });
  }

  /** Gives it another name. An empty one changes nothing. */
  async rename(id: string, name: string): Promise<void> {
    const on = this.around.now();
    await this.do(wantsPlan(id), (stored) => {
      const plan = planOf(stored, id);
      const clean = cleanName(name);
      if (!plan || clean === undefined || clean === plan.name) return { write: {}, result: undefined };
      const text = planToText({ ...plan, name: clean, revision: plan.revision + 1 });
      const { archived } = recordOf(stored.get(planKey(id)));
      return {
        write: { [planKey(id)]: { writer: '', text, on, ...(archived === true ? { archived } : {}) } },
        result: undefined,
      };
    });
    this.around.tellTabs({ kind: 'saved', plan: id });
  }

  /** Puts it away, or back among the others. */
  async archive(id: string, archived: boolean): Promise<void> {
    await this.do(wantsPlan(id), (stored) => {
      const value = stored.get(planKey(id));
      if (value === undefined) return { write: {}, result: undefined };
      const { archived: _, ...record } = { writer: '', ...recordOf(value), text: asText(value) };
      return { write: { [planKey(id)]: archived ? { ...record, archived } : record }, result: undefined };
    });
    this.around.tellTabs({ kind: 'saved', plan: id });
  }

  /** Removes it with its versions and its steps. */
  async remove(id: string): Promise<void> {
    await this.do(
      (key) => key === 'open',
      (stored) => {
        const of = (key: string) => key === planKey(id) || key === `steps ${id}` || key.startsWith(`version ${id} `);
        const gone = [...stored.keys()].filter((key) => of(key) || (key === 'open' && stored.get('open') === id));
        return { write: Object.fromEntries(gone.map((key) => [key, undefined])), result: undefined };
      },
    );
    this.around.tellTabs({ kind: 'removed', plan: id });
  }

  private do<R>(wants: Wants, decide: (stored: Stored) => Decided<R>): Promise<R> {
    return inTime(this.around.keyValue.transact(wants, decide), this.around.patience ?? usualPatience);
  }
}

function listed(stored: Stored): readonly PlanOnDevice[] {
  const plans = planIds(stored).map((id): PlanOnDevice => {
    const { on, archived } = recordOf(stored.get(planKey(id)));
    return { id, plan: planOf(stored, id), changedOn: on, archived: archived === true };
  });
  const rank = ({ archived, changedOn }: PlanOnDevice) => `${archived ? 0 : 1} ${changedOn ?? ''}`;
  return plans.toSorted((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
}

function planOf(stored: Stored, id: string): Plan | undefined {
  const file = openPlanFile(savedText(stored, id) ?? '');
  return 'plan' in file ? file.plan : undefined;
}
