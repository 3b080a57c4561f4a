import {
  inTime,
  problemOf,
  type Decided,
  type DeviceProblem,
  type KeyValue,
  type Stored,
  type Wants,
} from './key-value.ts';

/** The device as one asks who waits so long and no longer. No method rejects: without an answer there is `undefined`. */
export class PatientDevice {
  constructor(
    private readonly around: {
      readonly keyValue: KeyValue;
      /** Milliseconds. */
      readonly patience: number;
      readonly onProblem: (problem: DeviceProblem) => void;
    },
  ) {}

  /** What is stored. Where there is no answer, nobody is told: what is saved stays so. */
  async read<R>(wants: Wants, find: (stored: Stored) => R): Promise<R | undefined> {
    return this.ask(wants, (stored) => ({ write: {}, result: find(stored) })).catch(() => undefined);
  }

  /** What came of the transaction; or the problem is told. */
  async attempt<R>(wants: Wants, decide: (stored: Stored) => Decided<R>): Promise<R | undefined> {
    return this.ask(wants, decide).catch((error: unknown) => this.tell(error));
  }

  /** As `attempt`, but a device that is too full to be tidied is still read. */
  async attemptToOpen<R>(wants: Wants, decide: (stored: Stored) => Decided<R>): Promise<R | undefined> {
    const reading = (stored: Stored) => ({ write: {}, result: decide(stored).result });
    return this.ask(wants, decide).catch((error: unknown) =>
      problemOf(error) === 'full' ? this.attempt(wants, reading) : this.tell(error),
    );
  }

  private ask<R>(wants: Wants, decide: (stored: Stored) => Decided<R>): Promise<R> {
    return inTime(this.around.keyValue.transact(wants, decide), this.around.patience);
  }

  private tell(error: unknown): undefined {
    this.around.onProblem(problemOf(error));
  }
}
