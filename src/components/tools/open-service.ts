import type { ExamAsked } from '../../planner/exam/exam-time.ts';

/** A service whose hours are known. */
export type OpenService = {
  readonly id: string;
  readonly name: string;
  readonly hours: NonNullable<ExamAsked['hours']>;
  /** The hours in words, and what must be known to read them right. */
  readonly note: string;
};
