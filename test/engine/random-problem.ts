/** Random small assignment problems with every kind of bound, for properties. */
import fc from 'fast-check';
import type { AssignmentProblem, Item } from '../../src/engine/assign/problem.ts';

type Draft = {
  items: { hours: number; certainty: number; upper: boolean; subject: number; fits: boolean[]; pin: boolean }[];
  bins: { hours: number; demand: number }[];
  parentHours: number;
  atLeastUpper: number | undefined;
  atMostUpper: number | undefined;
  maximum: number;
  chooseOne: boolean;
  oneSubject: boolean;
  excess: boolean;
};

const draft: fc.Arbitrary<Draft> = fc.record({
  items: fc.array(
    fc.record({
      hours: fc.integer({ min: 1, max: 4 }),
      certainty: fc.integer({ min: 0, max: 4 }),
      upper: fc.boolean(),
      subject: fc.integer({ min: 0, max: 1 }),
      fits: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      pin: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    }),
    { minLength: 0, maxLength: 5 },
  ),
  bins: fc.array(fc.record({ hours: fc.integer({ min: 1, max: 6 }), demand: fc.integer({ min: 0, max: 3 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  parentHours: fc.integer({ min: 1, max: 9 }),
  atLeastUpper: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
  atMostUpper: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
  maximum: fc.integer({ min: 2, max: 16 }),
  chooseOne: fc.boolean(),
  oneSubject: fc.boolean(),
  excess: fc.boolean(),
});

/**
 * The last bin may take what sticks out elsewhere; as with free electives, no choice then holds there.
 * Bins 0 and 1 lie in a parent block with an "at least upper-division" rule; the other rules hold everywhere.
 */
export const randomProblem: fc.Arbitrary<AssignmentProblem> = draft.map((one) => {
  const caps = one.bins.map(({ hours }, bin) => ({ id: `bin ${bin}`, hours }));
  const parent = caps.push({ id: 'parent', hours: one.parentHours }) - 1;
  const rest = caps.push({ id: 'not upper', hours: Math.max(0, one.parentHours - (one.atLeastUpper ?? 0)) }) - 1;
  const limits = [
    { id: 'maximum', hours: one.maximum },
    { id: 'upper', hours: one.atMostUpper ?? 99 },
  ];
  const choices = [
    { id: 'choose', atMost: one.chooseOne ? 1 : 9 },
    { id: 'subject', atMost: one.oneSubject ? 1 : 9 },
  ];
  const items = one.items.map((item, index): Item => {
    const pairs = one.bins.flatMap(({ demand }, bin) => {
      if (!item.fits[bin]) return [];
      const inParent = bin < 2;
      return [
        {
          bin,
          demand,
          caps: [bin, ...(inParent ? [parent] : []), ...(inParent && !item.upper ? [rest] : [])],
          limits: [0, ...(item.upper ? [1] : [])],
          choices: [
            ...(inParent && !(one.excess && bin === one.bins.length - 1) ? [{ choice: 0, set: `bin ${bin}` }] : []),
            ...(bin > 1 && !(one.excess && bin === one.bins.length - 1)
              ? [{ choice: 1, set: `subject ${item.subject}` }]
              : []),
          ],
        },
      ];
    });
    const pinnedTo = item.pin ? pairs[0]?.bin : undefined;
    return {
      id: `c${index}`,
      hours: item.hours,
      certainty: item.certainty,
      pairs,
      ...(pinnedTo === undefined ? {} : { pinnedTo }),
    };
  });
  const excess = one.excess ? { excessBin: one.bins.length - 1 } : {};
  return { items, bins: one.bins.map((_, bin) => `bin ${bin}`), caps, limits, choices, ...excess };
});
