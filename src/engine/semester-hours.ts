/** Exact sums of semester hours: hundredths inside, so that 0.1 + 0.2 hours are 0.3. */

const hundredth = 100;

/** Whole hundredths of a semester hour. */
export function toHundredths(semesterHours: number): number {
  return Math.round(semesterHours * hundredth);
}

/** Semester hours again. */
export function fromHundredths(hundredths: number): number {
  return Math.round(hundredths) / hundredth;
}

/** The exact sum. */
export function sumHours(semesterHours: Iterable<number>): number {
  let total = 0;
  for (const hours of semesterHours) total += toHundredths(hours);
  return fromHundredths(total);
}

/** The largest step, in hundredths, in which all these amounts can be counted. At least 1. */
export function commonStep(hundredths: Iterable<number>): number {
  let step = 0;
  for (let amount of hundredths) {
    while (amount > 0) {
      const rest = step % amount;
      step = amount;
      amount = rest;
    }
  }
  return Math.max(1, step);
}
