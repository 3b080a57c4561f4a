/** A whole answer near a fractional one: what is whole in it, then the largest parts, then whatever still fits. */
import { describe, expect, test } from 'vitest';
import type { Model, Option } from '../../../src/engine/assign/model.ts';
import { round } from '../../../src/engine/assign/rounding.ts';

type Said = Partial<Omit<Option, 'hour'>> & { readonly worth?: number };
const option = ({ worth = 1, hours = 3, ...more }: Said = {}): Option => ({
  class: 0,
  takes: [],
  item: { first: 0, second: -1 },
  hours,
  reach: hours,
  hour: { first: worth, second: 0 },
  caps: [],
  choices: [],
  pinned: 0,
  ...more,
});

type Parts = {
  readonly items?: readonly number[];
  readonly counted?: readonly number[];
  readonly spilled?: readonly number[];
};
/** Options in the order in which they are named, unless another is said. */
function rounded(
  {
    options,
    classes = options.map(() => 1),
    caps = [],
    limits = [],
    choices = [],
  }: Pick<Model, 'options'> & Partial<Model>,
  parts: Parts = {},
  order = [...options.keys()],
) {
  const of = (some: readonly number[] = []): Float64Array => Float64Array.from(options, (_, at) => some[at] ?? 0);
  const whole = round({ options, classes, caps, limits, choices }, order, {
    items: of(parts.items),
    counted: of(parts.counted),
    spilled: of(parts.spilled),
  });
  if (!whole) return undefined;
  const { items, counted, spilled, first, second } = whole;
  return { items: [...items], counted: [...counted], spilled: [...spilled], worth: [first, second] };
}
const ofClass = (index: number, more: Said = {}): Option => option({ class: index, ...more });

describe('items', () => {
  test('are used as far as they are whole, then those of which most is used', () => {
    const options = [0, 1, 2].map((index) => ofClass(index, { takes: [[0, 1]] }));
    const most = (items: number[], limit: number) => rounded({ options, limits: [limit] }, { items })!.items;
    expect(most([0.2, 0.9, 0.5], 1)).toEqual([0, 1, 0]);
    expect(most([0.2, 0.9, 0.5], 2)).toEqual([0, 1, 1]);
    expect(most([0.2, 0.7, 1], 1)).toEqual([0, 0, 1]);
    expect(most([0.2, 0.7, 1 - 1e-7], 2)).toEqual([0, 1, 1]);
    expect(most([0, 0, 0], 2)).toEqual([1, 1, 0]);
  });

  test('of equal parts are used in the order of options, and what is not used at all in the order that is given', () => {
    const options = [0, 1, 2].map((index) => ofClass(index, { takes: [[0, 1]] }));
    expect(rounded({ options, limits: [1] }, { items: [0.5, 0.5, 0.5] }, [2, 1, 0])!.items).toEqual([1, 0, 0]);
    expect(rounded({ options, limits: [1] }, {}, [2, 1, 0])!.items).toEqual([0, 0, 1]);
  });

  test('are no more than there are of a class, whatever its options', () => {
    const options = [option(), option({ worth: 2 })];
    expect(rounded({ options, classes: [3] }, { items: [2, 2] })!.items).toEqual([2, 1]);
  });

  test('keep to the sets that a choice allows', () => {
    const inSet = (index: number, set: string) => ofClass(index, { choices: [{ choice: 0, set }] });
    const options = [inSet(0, 'art'), inSet(1, 'biology'), inSet(2, 'art'), inSet(3, 'music')];
    expect(rounded({ options, choices: [1] })!.items).toEqual([1, 0, 1, 0]);
    expect(rounded({ options, choices: [2] }, { items: [0, 0, 0, 1] })!.items).toEqual([1, 0, 1, 1]);
  });

  test('make no answer where one that is pinned is not in its place', () => {
    const options = [option({ takes: [[0, 2]], pinned: 1 }), ofClass(1, { takes: [[0, 2]] })];
    expect(rounded({ options, limits: [2] }, { items: [1, 0] })!.items).toEqual([1, 0]);
    expect(rounded({ options, limits: [2] }, { items: [0, 1] })).toBeUndefined();
  });

  test('of which nothing counts stay out, unless they are pinned or worth something themselves', () => {
    const options = [
      ofClass(0, { caps: [0] }),
      ofClass(1, { caps: [0], pinned: 1 }),
      ofClass(2, { caps: [0], item: { first: 5, second: 0 } }),
    ];
    expect(rounded({ options, caps: [0] }, { items: [1, 1, 1] })!.items).toEqual([0, 1, 1]);
    // Of three that fill seven hours all three are needed, and of four so are three.
    expect(rounded({ options: [option({ caps: [0] })], classes: [4], caps: [7] }, { items: [4] })!.items).toEqual([3]);
    const short = option({ caps: [0], reach: 1 });
    expect(rounded({ options: [short], classes: [4], caps: [3] }, { items: [4] })!.items).toEqual([3]);
  });
});

describe('items that make room for others', () => {
  const maker = option({ takes: [[0, -1]], hours: 3, reach: 3, caps: [0] });
  const user = ofClass(1, { takes: [[0, 1]] });

  test('come before them, whichever of them is named first', () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const found = rounded({ options: [maker, user], limits: [0], caps: [0] }, { items: [1, 1] }, order)!;
      expect([found.items, found.counted]).toEqual([
        [1, 1],
        [0, 3],
      ]);
    }
  });

  test('stay only as far as others need it', () => {
    const model = { options: [maker, user], classes: [4, 2], limits: [0], caps: [0] };
    expect(rounded(model, { items: [4, 1] })!.items).toEqual([2, 2]);
    expect(rounded({ ...model, classes: [4, 1] }, { items: [4, 1] })!.items).toEqual([1, 1]);
    expect(rounded({ ...model, classes: [4, 1], limits: [1] }, { items: [4, 1] })!.items).toEqual([0, 1]);
    const pinned = { ...maker, pinned: 2 };
    expect(rounded({ ...model, classes: [4, 1], options: [pinned, user] }, { items: [4, 1] })!.items).toEqual([2, 1]);
  });
});

describe('hours', () => {
  test('count as in the fractional answer, then as far as caps leave room, in the given order', () => {
    const options = [0, 1].map((index) => ofClass(index, { caps: [0] }));
    const items = [1, 1];
    expect(rounded({ options, caps: [4] }, { items })!.counted).toEqual([3, 1]);
    expect(rounded({ options, caps: [4] }, { items }, [1, 0])!.counted).toEqual([1, 3]);
    expect(rounded({ options, caps: [4] }, { items, counted: [1.9, 2] })!.counted).toEqual([2, 2]);
    expect(rounded({ options, caps: [4] }, { items, counted: [1, 3 - 1e-7] })!.counted).toEqual([1, 3]);
  });

  test('are kept by the tightest cap of an option, and by what can count there', () => {
    const options = [ofClass(0, { caps: [0, 1] }), ofClass(1, { caps: [0], reach: 2 })];
    expect(rounded({ options, caps: [9, 1] }, { items: [1, 1] })!.counted).toEqual([1, 2]);
  });

  test('that stick out count elsewhere where they may, and are worth what they are worth there', () => {
    const spill = { hour: { first: 1, second: 1 }, caps: [1] };
    const options = [ofClass(0, { worth: 4, hours: 5, reach: 2, caps: [0], spill }), ofClass(1, { caps: [1] })];
    const found = rounded({ options, caps: [2, 4] }, { items: [1, 1] })!;
    expect([found.counted, found.spilled]).toEqual([
      [2, 1],
      [3, 0],
    ]);
    // Two items lose 1 of the second value each.
    expect(found.worth).toEqual([4 * 2 + 3 + 1, 3 - 2]);
    const wished = rounded({ options, caps: [2, 4] }, { items: [1, 1], counted: [0, 2], spilled: [2, 0] })!;
    expect([wished.counted, wished.spilled]).toEqual([
      [2, 2],
      [2, 0],
    ]);
  });
});
