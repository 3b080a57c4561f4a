/** Inputs from people with bad intentions: what is right, with something hostile at any place of it. */
import fc from 'fast-check';
import { oddWords, prototypePayloads, scriptPayloads } from './payloads.ts';

/** A payload, an odd word, or any letters. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...scriptPayloads, ...prototypePayloads),
  fc.constantFrom(...oddWords),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** Any value that JSON can hold, the worse ones first. */
const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(...prototypePayloads).map((text) => JSON.parse(text) as unknown),
  fc.constantFrom<unknown>(null, true, false, [], {}, -1, 0, 1e308, 0.1, 2 ** 53),
  fc.double(),
  fc.nat(3000).map((length) => Array<number>(length).fill(0)),
  fc.nat(3000).map((depth) => nested(depth)),
);

function nested(depth: number): unknown {
  let value: unknown = 'bottom';
  for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { inside: value };
  return value;
}

/** A right text with a part of it gone, or something hostile in its place; once or several times. */
export function hostileAround(right: string): fc.Arbitrary<string> {
  const splice = fc.tuple(
    fc.nat(right.length),
    fc.oneof(fc.constant(0), fc.nat(60), fc.nat(right.length)),
    hostileText,
  );
  return fc
    .array(splice, { minLength: 1, maxLength: 3 })
    .map((all) => all.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), right));
}

type Step = string | number;

/** Where every value of it lies, the whole first. */
function placesIn(value: unknown, way: readonly Step[] = []): readonly (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  const inside = Array.isArray(value) ? value.map((one, i) => [i, one] as const) : Object.entries(value);
  return [way, ...inside.flatMap(([step, one]) => placesIn(one, [...way, step]))];
}

const names = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'then', 'length', 'unknown');

/** The JSON of a right value in which some places hold something else, or something more. */
export function hostileJson(right: unknown): fc.Arbitrary<string> {
  const change = fc.record({ place: fc.constantFrom(...placesIn(right)), value: hostileValue, more: fc.option(names) });
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const whole = { it: structuredClone(right) };
    for (const { place, value, more } of changes) {
      // A copy: one value may be put at several places, and each is changed on its own.
      put(whole, ['it', ...place, ...(more === null ? [] : [more])], JSON.parse(JSON.stringify(value)));
    }
    return JSON.stringify(whole.it) ?? '';
  });
}

/** Puts a value at a place, as a field of its own even where it is called "__proto__". */
function put(whole: object, way: readonly Step[], value: unknown): void {
  let at: object = whole;
  for (const step of way.slice(0, -1)) {
    const next: unknown = Object.hasOwn(at, step) ? (at as Record<Step, unknown>)[step] : undefined;
    if (typeof next !== 'object' || next === null) return;
    at = next;
  }
  const last = way.at(-1);
  if (last === undefined || (Array.isArray(at) && last === 'length')) return;
  Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
}
