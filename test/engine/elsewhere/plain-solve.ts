/** Our engine's search on a plain model: its items and limits, without hours, blocks or school words. */
import type { Model, Option } from '../../../src/engine/assign/model.ts';
import { solveModel } from '../../../src/engine/assign/solve-model.ts';
import type { PlainModel, Row } from './plain-model.ts';

export type OurAnswer = {
  readonly x: readonly number[];
  readonly value: number;
  readonly proven: boolean;
  /** Nothing is better than this, proven or not. */
  readonly bound: number;
};

/** A plain model as the engine sees it: items, each used in at most one way, and limits on whole items. */
type Items = {
  /** For each item the variables that are its ways of being used. */
  readonly items: readonly (readonly number[])[];
  /** True where the model asks that every item be used. */
  readonly everyItem: boolean;
  /** The rows that are not about one item. */
  readonly limits: readonly Row[];
};

/** Which rows say "at most one of these", and which are limits. A variable in no such row is an item of its own. */
function itemsOf({ nvars, rows }: PlainModel): Items {
  const ofItem = new Set<number>();
  const items: (readonly number[])[] = [];
  const limits: Row[] = [];
  const least = new Set<number>();
  for (const row of rows) {
    const isItem = row.ub === 1 && row.coef.every((times) => times === 1) && !row.idx.some((one) => ofItem.has(one));
    if (!isItem) {
      limits.push(row);
      continue;
    }
    items.push(row.idx);
    least.add(row.lb);
    for (const variable of row.idx) ofItem.add(variable);
  }
  for (let variable = 0; variable < nvars; variable++) if (!ofItem.has(variable)) items.push([variable]);
  if (least.has(1) && least.size > 1) throw new Error('Either all items must be used, or none must.');
  if (limits.some(({ lb }) => lb > 0)) throw new Error('A limit asks for more than nothing.');
  return { items, everyItem: least.has(1), limits };
}

/**
 * The best answer the engine finds. Where every item must be used, using one more outweighs everything else. So it does
 * under "as little as possible" too, where nothing would be used otherwise.
 */
export function solveOurs(plain: PlainModel): OurAnswer {
  const { items, everyItem, limits } = itemsOf(plain);
  const times = plain.sense === 'max' ? 1 : -1;
  const spread = Math.max(...plain.obj) - Math.min(...plain.obj);
  const perItem = everyItem ? items.length * spread + Math.max(...plain.obj.map(Math.abs)) + 1 : 0;
  const takes = plain.obj.map((): [limit: number, amount: number][] => []);
  for (const [limit, { idx, coef }] of limits.entries()) {
    idx.forEach((variable, index) => takes[variable]!.push([limit, coef[index]!]));
  }
  const none = { first: 0, second: 0 };
  const variables = items.flat();
  const classOf = new Map(items.flatMap((ways, item) => ways.map((variable) => [variable, item] as const)));
  const options = variables.map((variable): Option => {
    const item = { first: perItem + times * plain.obj[variable]!, second: 0 };
    const uses = { class: classOf.get(variable)!, takes: takes[variable]!, item };
    return { ...uses, hours: 0, reach: 0, hour: none, caps: [], choices: [], pinned: 0 };
  });
  const model: Model = {
    classes: items.map(() => 1),
    options,
    caps: [],
    limits: limits.map(({ ub }) => ub),
    choices: [],
  };
  const { best, proven, bound } = solveModel(model);
  const x = plain.obj.map(() => 0);
  variables.forEach((variable, index) => (x[variable] = best?.items[index] ?? 0));
  const value = plain.obj.reduce((sum, each, variable) => sum + each * x[variable]!, 0);
  // Of the engine's value, what using every item brings is not the model's.
  return { x, value, proven, bound: times * (Math.floor(bound + 1e-6) - perItem * items.length) };
}
