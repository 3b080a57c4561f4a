/** A whole plan as the school takes it: each credit articulated, duplicates aside, exceptions and pins settled. */
import { articulateCredit } from './articulate.ts';
import { inFixedOrder } from './assign.ts';
import { setDuplicatesAside } from './duplicates.ts';
import { settlePins } from './pins.ts';
import type { AcceptedCredit, AuditInput, BrokenPin, NotAccepted } from './types.ts';
import type { PinsOf } from './uses.ts';

/** In a fixed order of ids, so that nothing depends on the order the credits were entered in. */
export type AcceptedPlan = {
  readonly accepted: readonly AcceptedCredit[];
  readonly notAccepted: readonly NotAccepted[];
  readonly pins: PinsOf;
  readonly broken: readonly BrokenPin[];
};

/** What the school makes of the plan's credits, before the degree uses any. */
export function acceptPlan(input: AuditInput): AcceptedPlan {
  const credits = inFixedOrder(input.credits);
  const articulations = credits.map((credit) => articulateCredit(credit, input));
  const { kept, aside } = setDuplicatesAside(
    articulations.flatMap(({ accepted }) => accepted),
    credits,
  );
  const accepted = inFixedOrder(kept);
  const notAccepted = [...articulations.flatMap((one) => one.notAccepted), ...aside];
  return { accepted, notAccepted, ...settlePins(input.degree, input.school, accepted, credits) };
}
