/**
 * Keeps a plan safe between visits and between tabs. It knows no browser: what stores and what other tabs say is given
 * to it by `plan-store.ts`, or by a test.
 */
import { openPlanFile, planToText } from './plan-file.ts';
import type { Plan } from './plan.ts';
import {
  copyPrefix,
  decideSave,
  openStored,
  savedText,
  type Decided,
  type KeyValue,
  type Opened,
  type SaveResult,
  type Stored,
} from './stored-plan.ts';

/** Why a plan can't be saved. */
export type SaveProblem = 'full' | 'blocked' | 'no-answer' | 'failed' | 'newer-version';

/** How the plan on the screen stands to the one on the device. */
export type SaveState =
  | { readonly kind: 'nothing-to-save' | 'saving' | 'saved' }
  | { readonly kind: 'cannot-save'; readonly problem: SaveProblem }
  /** Another tab saved another plan, or (without one) removed it. */
  | { readonly kind: 'changed-elsewhere'; readonly other: Plan | undefined };

/** What other tabs are told. */
export type TabMessage = 'saved' | 'forgotten';

/** What saving needs from its surroundings. */
export type Surroundings = {
  readonly keyValue: KeyValue;
  /** Unique to this tab and visit. */
  readonly writer: string;
  readonly tellTabs: (message: TabMessage) => void;
  readonly onState: (state: SaveState) => void;
  /** Another tab's newer plan, where this tab has no change of its own to lose. */
  readonly onReplaced: (plan: Plan) => void;
  /** Milliseconds to wait for an answer before saying that nothing is saved. */
  readonly patience?: number;
};

/** Saves, opens and forgets one plan, and says how that goes. No method rejects. */
export class PlanSaving {
  private readonly around: Required<Surroundings>;
  private readonly copyKey: string;
  /** The stored text this tab last saw or wrote. */
  private base: string | undefined;
  /** Another tab's text that the student has not chosen about. */
  private otherText: string | undefined;
  private pending: Plan | undefined;
  /** The plan of the newest write. An older one that comes late must not land. */
  private newest: Plan | undefined;
  private running: Promise<void> = Promise.resolve();
  private current: SaveState = { kind: 'nothing-to-save' };

  constructor(around: Surroundings) {
    this.around = { patience: 2000, ...around };
    this.copyKey = copyPrefix + around.writer;
  }

  /** How saving stands. */
  get state(): SaveState {
    return this.current;
  }

  /** What is stored. What can't be read is kept as a copy. */
  async open(): Promise<Opened> {
    const found = await this.attempt((stored) => openStored(stored, `${this.copyKey} unread`));
    if (!found) return { fromBefore: false, notices: [], copies: [] };
    this.base = found.base;
    if (found.newer) this.become({ kind: 'cannot-save', problem: 'newer-version' });
    else if (found.opened.plan) this.become({ kind: 'saved' });
    return found.opened;
  }

  /** Saves at once: a page may end at any moment. Changes made while a save runs are saved together after it. */
  save(plan: Plan): void {
    this.pending = plan;
    if (this.held()) return;
    if (this.current.kind === 'saved' || this.current.kind === 'nothing-to-save') this.become({ kind: 'saving' });
    void this.flush();
  }

  /** Saves what is waiting, and resolves when that is done. */
  async flush(): Promise<void> {
    this.running = this.running.then(() => (this.pending && !this.held() ? this.write(this.pending) : undefined));
    await this.running;
  }

  /** Looks at what is stored: another tab spoke, or this one came back to the front. */
  async look(): Promise<void> {
    await this.running;
    if (this.held() || this.current.kind === 'changed-elsewhere') return;
    const there = await this.attempt((stored) => ({ write: {}, result: { text: savedText(stored) } }));
    if (there?.text === undefined || there.text === this.base) return;
    if (this.pending) await this.flush();
    else this.adopt(there.text);
  }

  /** The other tab forgot the plan. Nothing is saved until the student chooses. */
  forgottenElsewhere(): void {
    if (this.current.kind === 'nothing-to-save') return;
    this.otherText = undefined;
    this.become({ kind: 'changed-elsewhere', other: undefined });
  }

  /** The choice "use the other tab's plan": the plan, or nothing where it was forgotten. */
  async useOther(): Promise<Plan | undefined> {
    if (this.current.kind !== 'changed-elsewhere') return undefined;
    this.pending = undefined;
    const there = await this.attempt((stored) => ({
      write: { [this.copyKey]: undefined },
      result: { text: savedText(stored) },
    }));
    this.base = there?.text ?? this.otherText;
    const plan = this.base === undefined ? undefined : planIn(this.base);
    this.become({ kind: plan ? 'saved' : 'nothing-to-save' });
    return plan;
  }

  /** The choice "keep this one". The other tab's plan becomes the one before it. */
  async keepThis(plan: Plan): Promise<void> {
    if (this.current.kind !== 'changed-elsewhere') return;
    this.base = this.otherText;
    this.pending = plan;
    this.become({ kind: 'saving' });
    await this.flush();
  }

  /** Removes the plan, the one before it and every copy from the device. False where that failed. */
  async forgetEverything(): Promise<boolean> {
    this.pending = undefined;
    this.newest = undefined;
    await this.running;
    const done = await this.attempt((stored) => ({
      write: Object.fromEntries([...stored.keys()].map((key) => [key, undefined])),
      result: true,
    }));
    if (!done) return false;
    this.base = undefined;
    this.become({ kind: 'nothing-to-save' });
    this.around.tellTabs('forgotten');
    return true;
  }

  /** Removes one copy, once the student has it as a file or does not want it. */
  async dropCopy(key: string): Promise<void> {
    await this.attempt(() => ({ write: { [key]: undefined }, result: true }));
  }

  /** A newer version's plan is never written over; nor is a plan brought back that another tab forgot. */
  private held(): boolean {
    const state = this.current;
    if (state.kind === 'cannot-save') return state.problem === 'newer-version';
    return state.kind === 'changed-elsewhere' && !state.other;
  }

  private async write(plan: Plan): Promise<void> {
    const text = planToText(plan);
    this.newest = plan;
    const result = await this.attempt<SaveResult>((stored) => {
      if (this.newest !== plan) return { write: {}, result: 'superseded' };
      const { base, copyKey, around } = this;
      return decideSave(stored, { text, base, copyKey, writer: around.writer });
    });
    if (result === undefined || result === 'superseded') return;
    if (result === 'newer-version') return this.become({ kind: 'cannot-save', problem: 'newer-version' });
    if (result !== 'saved') return this.meet(result.other);
    this.base = text;
    if (this.pending === plan) this.pending = undefined;
    this.become({ kind: this.pending ? 'saving' : 'saved' });
    this.around.tellTabs('saved');
  }

  private meet(text: string): void {
    this.otherText = text;
    this.become({ kind: 'changed-elsewhere', other: planIn(text) });
  }

  private adopt(text: string): void {
    const file = openPlanFile(text);
    if ('plan' in file) {
      this.base = text;
      this.become({ kind: 'saved' });
      this.around.onReplaced(file.plan);
    } else if (file.reason === 'newer-version') this.become({ kind: 'cannot-save', problem: 'newer-version' });
  }

  /** The answer, or `undefined` where there is none in time; the state then says why. */
  private async attempt<R>(decide: (stored: Stored) => Decided<R>): Promise<R | undefined> {
    let alarm: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      alarm = setTimeout(() => reject(new DOMException('', 'TimeoutError')), this.around.patience);
    });
    try {
      return await Promise.race([this.around.keyValue.transact(decide), tooLate]);
    } catch (error) {
      this.become({ kind: 'cannot-save', problem: problemOf(error) });
      return undefined;
    } finally {
      clearTimeout(alarm);
    }
  }

  private become(state: SaveState): void {
    this.current = state;
    this.around.onState(state);
  }
}

function planIn(text: string): Plan | undefined {
  const file = openPlanFile(text);
  return 'plan' in file ? file.plan : undefined;
}

function problemOf(error: unknown): SaveProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'TimeoutError') return 'no-answer';
  const refusals = ['SecurityError', 'InvalidStateError', 'ReferenceError', 'NotAllowedError'];
  return refusals.includes(name) ? 'blocked' : 'failed';
}
