/** The search on a model of one's own: for measuring it beside other solvers. */
import { exchange } from './exchange.ts';
import type { Found, Model } from './model.ts';
import { search } from './search.ts';

/** The best answer of the model, or the best found. */
export function solveModel(model: Model): Found {
  return search(model, exchange);
}
