/**
 * Keeps the plan on the screen safe between visits and between tabs. It knows no browser: what stores and what other
 * tabs say is given to it by `plan-store.ts`, or by a test.
 */
import { moveHistory, type History } from '../plan/history.ts';
import { decideSave, type GivenUp, type SaveResult } from './decide-save.ts';
import { chooseOpen, openStored, type Opened } from './decide-open.ts';
import { inTime, problemOf, usualPatience, type KeyValue, type Wants } from './key-value.ts';
import { putAside, type QuickStore } from './left-unsaved.ts';
import { PatientDevice } from './patient-device.ts';
import { openPlanFile, planToText } from './plan-file.ts';
import { mergePlans } from '../plan/plan-difference.ts';
import type { Plan } from '../plan/plan.ts';
import type { SaveState, TabMessage } from './save-state.ts';
import {
  copiesIn,
  copyPrefix,
  planIn,
  savedText,
  versionsIn,
  wantsAllOf,
  wantsPlan,
  wantsPlans,
  type Version,
} from './stored-plan.ts';
import { isRecord } from './untrusted.ts';

/** What saving needs from its surroundings. */
export type Surroundings = {
  readonly keyValue: KeyValue;
  /** Where a change waits that there was no time to save. */
  readonly quick: QuickStore;
  /** Unique to this tab and visit. */
  readonly writer: string;
  /** The time, as ISO text, for the student to read. */
  readonly now: () => string;
  readonly tellTabs: (message: TabMessage) => void;
  readonly onState: (state: SaveState) => void;
  /** The plan with what another tab saved in it, where this tab has no change of its own to lose. */
  readonly onMet: (plan: Plan) => void;
  /** Milliseconds to wait for an answer before saying that nothing is saved. */
  readonly patience?: number;
};

/** How a save went, and whether there was room for the plan only. */
type SaveDone = { readonly result: SaveResult; readonly planOnly: boolean };

const nothingFound: Opened = { fromBefore: false, notices: [], copies: [] };

/** Saves, opens and forgets the plan on the screen, and says how that goes. No method rejects. */
export class PlanSaving {
  private readonly around: Required<Surroundings>;
  private readonly device: PatientDevice;
  private readonly copyKey: string;
  /** The id of the plan on the screen. */
  private id: string | undefined;
  /** The stored text this tab last saw or wrote. */
  private base: string | undefined;
  /** Another tab's text that the student has not chosen about. */
  private otherText: string | undefined;
  private pending: History | undefined;
  /** Whether what is pending was put aside when the page was hidden. */
  private isAside = false;
  /** The newest write. An older one that comes late must not land. */
  private newest: History | undefined;
  private running: Promise<void> = Promise.resolve();
  private current: SaveState = { kind: 'nothing-to-save' };

  constructor(around: Surroundings) {
    this.around = { patience: usualPatience, ...around };
    this.device = new PatientDevice({
      ...this.around,
      onProblem: (problem) => this.become({ kind: 'cannot-save', problem }),
    });
    this.copyKey = copyPrefix + around.writer;
  }

  /** How saving stands. */
  get state(): SaveState {
    return this.current;
  }

  /** The plan asked for, or the one opened last. What can't be read is kept as a copy. */
  async open(wanted?: string): Promise<Opened> {
    const wants: Wants = (key) => wantsPlans(key) || key.startsWith(copyPrefix);
    const chosen = await this.device.attemptToOpen(wants, (stored) => {
      const { write, result } = chooseOpen(stored, wanted);
      return { write, result: { id: result, copies: copiesIn(stored) } };
    });
    if (!chosen) return nothingFound;
    const { id, copies } = chosen;
    if (id === undefined) return { ...nothingFound, copies };
    const copyKey = `${this.copyKey} unread`;
    const found = await this.device.attemptToOpen(wantsAllOf(id), (stored) => openStored(stored, id, copyKey));
    if (!found) return nothingFound;
    this.id = id;
    this.base = found.base;
    if (found.newer) this.become({ kind: 'cannot-save', problem: 'newer-version' });
    else if (found.opened.plan) this.become({ kind: 'saved' });
    return found.opened;
  }

  /**
   * Saves once what was pressed is drawn: to begin takes as long as to draw a move. A page that ends before that is left with
   * `leave` and `flush`. Changes made while a save runs are saved together after it.
   */
  save(history: History): void {
    if (history.present.id !== this.id) this.begin(history.present.id);
    this.takeBack();
    this.pending = history;
    if (this.held()) return;
    if (this.current.kind === 'saved' || this.current.kind === 'nothing-to-save') this.become({ kind: 'saving' });
    setTimeout(() => void this.flush());
  }

  /** Saves what is waiting, and resolves when that is done. */
  async flush(): Promise<void> {
    this.running = this.running.then(() => (this.pending && !this.held() ? this.write(this.pending) : undefined));
    await this.running;
  }

  /** The page may end now: what is not saved yet is put where the next page finds it. */
  leave(): void {
    if (!this.pending || this.held()) return;
    const { base, around } = this;
    putAside(around.quick, { history: this.pending, base, writer: around.writer, on: around.now() });
    this.isAside = true;
  }

  /** Looks at what is stored: another tab spoke, or this one came back to the front. */
  async look(): Promise<void> {
    await this.running;
    const { id } = this;
    if (id === undefined || this.held() || this.current.kind === 'changed-elsewhere') return;
    const there = await this.device.read(wantsPlan(id), (stored) => ({ text: savedText(stored, id) }));
    if (!there) return;
    // What was refused before may have room now.
    if (this.pending) await this.flush();
    else if (there.text === this.base) return;
    else if (there.text === undefined) this.goneElsewhere();
    else this.meet(there.text);
  }

  /** The plan is gone from the device. Nothing is saved until the student chooses. */
  goneElsewhere(): void {
    if (this.current.kind === 'nothing-to-save') return;
    this.takeBack();
    this.otherText = undefined;
    this.become({ kind: 'changed-elsewhere', other: undefined });
  }

  /** What another tab says: a `TabMessage`, where it has this page's version. */
  hear(message: unknown): void {
    if (message === 'forgotten') this.goneElsewhere();
    else if (!isRecord(message) || message['plan'] !== this.id) return;
    else if (message['kind'] === 'removed') this.goneElsewhere();
    else void this.look();
  }

  /** The choice "use the other tab's plan": the plan, or nothing where it is gone. */
  async useOther(): Promise<Plan | undefined> {
    const { id } = this;
    if (this.current.kind !== 'changed-elsewhere' || id === undefined) return undefined;
    this.pending = undefined;
    this.takeBack();
    const there = await this.device.attempt(wantsPlan(id), (stored) => ({
      write: { [this.copyKey]: undefined },
      result: { text: savedText(stored, id) },
    }));
    this.base = there?.text ?? this.otherText;
    const plan = this.base === undefined ? undefined : planIn(this.base);
    this.become({ kind: plan ? 'saved' : 'nothing-to-save' });
    return plan;
  }

  /** The choice "keep this one". The other tab's plan becomes the version before it. */
  async keepThis(history: History): Promise<void> {
    if (this.current.kind !== 'changed-elsewhere') return;
    this.base = this.otherText;
    this.pending = history;
    this.become({ kind: 'saving' });
    await this.flush();
  }

  /** What the plan was before, newest first; `undefined` where the device does not answer. */
  async versions(): Promise<readonly Version[] | undefined> {
    const { id } = this;
    if (id === undefined) return [];
    return this.device.read(wantsAllOf(id), (stored) => versionsIn(stored, id));
  }

  /** Removes every plan and everything kept beside them from the device. False where that failed. */
  async forgetEverything(): Promise<boolean> {
    this.pending = undefined;
    this.newest = undefined;
    this.takeBack();
    await this.running;
    const done = await this.device.attempt(
      () => false,
      (stored) => ({ write: Object.fromEntries([...stored.keys()].map((key) => [key, undefined])), result: true }),
    );
    if (!done) return false;
    for (const key of this.around.quick.texts().keys()) this.around.quick.remove(key);
    this.base = undefined;
    this.id = undefined;
    this.become({ kind: 'nothing-to-save' });
    this.around.tellTabs('forgotten');
    return true;
  }

  /** Removes one copy, once the student has it as a file or does not want it. */
  async dropCopy(key: string): Promise<void> {
    await this.device.attempt(
      () => false,
      () => ({ write: { [key]: undefined }, result: true }),
    );
  }

  private begin(id: string): void {
    this.id = id;
    this.base = undefined;
    this.otherText = undefined;
  }

  private takeBack(): void {
    if (this.isAside) this.around.quick.remove(this.around.writer);
    this.isAside = false;
  }

  /** A newer version's plan is never written over; nor is a plan brought back that is gone. */
  private held(): boolean {
    const state = this.current;
    if (state.kind === 'cannot-save') return state.problem === 'newer-version';
    return state.kind === 'changed-elsewhere' && !state.other;
  }

  private async write(history: History): Promise<void> {
    this.newest = history;
    const done = await this.attemptSave(history);
    if (done) this.settle(history, done);
  }

  /** What follows from how a save went. */
  private settle(history: History, { result, planOnly }: SaveDone): void {
    if (result === 'superseded') return;
    if (result === 'newer-version') return this.become({ kind: 'cannot-save', problem: 'newer-version' });
    if ('other' in result) return this.disagree(result.other);
    const waiting = this.pending === history ? undefined : this.pending;
    if ('merged' in result) {
      if (!this.weave(history.present, waiting, result.merged)) return;
    } else {
      this.base = planToText(history.present);
      this.pending = waiting;
    }
    if (!this.pending) this.takeBack();
    const but = 'saved' in result && result.saved === 'again' ? 'was-gone' : planOnly ? 'plan-only' : undefined;
    this.become(this.pending ? { kind: 'saving' } : { kind: 'saved', ...(but ? { but } : {}) });
    this.around.tellTabs({ kind: 'saved', plan: history.present.id });
  }

  /** Takes the merged plan in, with what was done here while it was saved. False where that needs a choice. */
  private weave(written: Plan, waiting: History | undefined, merged: Plan): boolean {
    const plan = waiting ? mergePlans(written, waiting.present, merged) : merged;
    if (!plan) {
      this.disagree(planToText(merged));
      return false;
    }
    this.base = planToText(merged);
    this.pending = waiting && moveHistory(waiting, { kind: 'meet', plan });
    this.around.onMet(plan);
    return true;
  }

  private disagree(text: string): void {
    this.otherText = text;
    this.become({ kind: 'changed-elsewhere', other: planIn(text) });
  }

  private meet(text: string): void {
    const file = openPlanFile(text);
    if ('plan' in file) {
      this.base = text;
      this.become({ kind: 'saved' });
      this.around.onMet(file.plan);
    } else if (file.reason === 'newer-version') this.become({ kind: 'cannot-save', problem: 'newer-version' });
  }

  /** Saves all of it, or less where the device is full: what can be undone goes first, then old versions. */
  private async attemptSave(history: History): Promise<SaveDone | undefined> {
    const { base, copyKey, around } = this;
    const { keyValue, writer, patience } = around;
    const on = around.now();
    const save = (givenUp: GivenUp) =>
      keyValue.transact<SaveResult>(wantsPlan(history.present.id), (stored) =>
        this.newest === history
          ? decideSave(stored, { history, base, copyKey, writer, on, givenUp })
          : { write: {}, result: 'superseded' },
      );
    for (const givenUp of ['nothing', 'steps', 'versions'] as const) {
      const planOnly = givenUp !== 'nothing';
      const answer = save(givenUp);
      try {
        return { result: await inTime(answer, patience), planOnly };
      } catch (error) {
        const problem = problemOf(error);
        if (problem === 'full' && givenUp !== 'versions') continue;
        this.become({ kind: 'cannot-save', problem });
        const late = (result: SaveResult) => this.newest === history && this.settle(history, { result, planOnly });
        if (problem === 'no-answer') answer.then(late, () => undefined);
        return undefined;
      }
    }
    return undefined;
  }

  private become(state: SaveState): void {
    this.current = state;
    this.around.onState(state);
  }
}
