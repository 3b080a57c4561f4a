/**
 * Problems that are stated in numbers alone, of others' making: assigned by the search, with fillings besides. Degrees have no
 * use for those: their blocks have sizes, out of which credit may stick, and each credit used counts against an answer.
 */
import { fillingsOf } from './fillings.ts';
import type { Found, Model } from './model.ts';
import { defaultStepLimit, Search, workLimit } from './search.ts';

/** A best whole answer, or the best found within so much work, which then says so. */
export function solveModel(model: Model): Found {
  return new Search(model, workLimit, fillingsOf).run(defaultStepLimit);
}
