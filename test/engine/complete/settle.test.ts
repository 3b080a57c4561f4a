/** Rows that most answers keep anyway stay out of the tableau until an answer breaks them. */
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../src/engine/complete/draft.ts';
import { Parts } from '../../../src/engine/complete/parts.ts';
import type { Program, Stand } from '../../../src/engine/complete/program.ts';
import { settle } from '../../../src/engine/complete/settle.ts';
import { bound } from '../../../src/engine/complete/sparse-tableau.ts';

const forNothing = { counted: 0, spilled: 0 };

/**
 * Ten in all of two amounts, one worth 3 and one worth 1. Of the first at most four, and three of the second, in rows that are
 * kept in mind.
 */
function twoAmounts(mostOfFirst = 4, mostOfSecond = 30) {
  const draft = new Draft();
  const all = draft.row(10);
  const [first, second] = [draft.row(mostOfFirst, true), draft.row(mostOfSecond, true)];
  const [dear, cheap] = [draft.amount({ rows: [[all, 1]], first: 3 }), draft.amount({ rows: [[all, 1]], first: 1 })];
  draft.weigh(dear, first, 1);
  draft.weigh(cheap, second, 1);
  const { tableau, inMind, nameOf, placeOf } = draft.layOut();
  const names = { dear: nameOf(dear), cheap: nameOf(cheap), all: placeOf(all) };
  const amounts = ({ tableau: one }: Pick<Stand, 'tableau'>) => [one.amount(names.dear), one.amount(names.cheap)];
  const start: Stand = { tableau, held: new Map(), later: [] };
  const program = { start, inMind, months: [], landings: [] } as unknown as Program;
  return { start, program, names, amounts };
}

describe('a program laid out', () => {
  test('is solved without the rows in mind, which tell what they are broken by', () => {
    const { start, program, amounts } = twoAmounts();
    expect(amounts(start)).toEqual([10, 0]);
    expect(program.inMind.brokenIn(start)).toEqual([0]);
    expect(twoAmounts(10).program.inMind.brokenIn(start)).toEqual([]);
  });

  test('parts what an amount weighs on rows in the tableau from what it weighs on those in mind', () => {
    const draft = new Draft();
    const [mind, row, other] = [draft.row(5, true), draft.row(6), draft.row(7, true)];
    draft.amount({ rows: [[row, 1]], first: 2, second: 1 });
    const { apart, placeOf, tableau } = draft.layOut();
    expect([placeOf(mind), placeOf(other)]).toEqual([0, 1]);
    const rows = [[mind, 2] as const, [row, 3] as const, [other, 4] as const];
    expect(apart(rows)).toEqual({
      inTableau: [[placeOf(row), 3]],
      onMind: [
        [0, 2],
        [1, 4],
      ],
    });
    expect(tableau.value).toEqual({ first: 12, second: 6 });
  });
});

describe('settling', () => {
  test('puts in what the answer breaks, and leaves out what it keeps', () => {
    const { start, program, amounts } = twoAmounts();
    expect(settle(start, program)).toBe(true);
    expect(amounts(start)).toEqual([4, 6]);
    expect([...start.held.keys()]).toEqual([0]);
  });

  test('goes on while what was put in breaks another row', () => {
    const { start, program, amounts } = twoAmounts(4, 5);
    expect(settle(start, program)).toBe(true);
    expect(amounts(start)).toEqual([4, 5]);
    expect([...start.held.keys()]).toEqual([0, 1]);
  });

  test('puts a row in once', () => {
    const { start, program, amounts } = twoAmounts();
    settle(start, program);
    const known = start.held.get(0);
    expect(settle(start, program)).toBe(true);
    expect(start.held).toEqual(new Map([[0, known]]));
    expect(amounts(start)).toEqual([4, 6]);
  });

  test('counts amounts that were added later, with and without those of the program', () => {
    const { start, program, names, amounts } = twoAmounts();
    const [name] = start.tableau.addAmounts([{ rows: [[names.all, 1]], first: 9, second: 0 }]);
    start.tableau.improve();
    const stand = { ...start, later: [{ name: name!, landing: 0, way: forNothing, onMind: [[0, 2] as const] }] };
    expect(settle(stand, program)).toBe(true);
    // One of it takes the place of two of the first under the row of four.
    expect([start.tableau.amount(name!), ...amounts(start)]).toEqual([2, 0, 8]);
    bound(start.tableau, [name!], 'at most', 1.5);
    expect(settle(stand, program)).toBe(true);
    expect([start.tableau.amount(name!), ...amounts(start)]).toEqual([1.5, 1, 7.5]);
  });

  test('keeps rows that came in since, for amounts of the program and for later ones', () => {
    const { start, program, names, amounts } = twoAmounts();
    const [name] = start.tableau.addAmounts([{ rows: [[names.all, 1]], first: 9, second: 0 }]);
    start.tableau.improve();
    const stand = { ...start, later: [{ name: name!, landing: 3, way: forNothing, onMind: [] }] };
    program.inMind.add({ terms: [[names.cheap, 1]], atMost: 5 }, ({ landing }) => landing);
    expect(program.inMind.brokenIn(stand)).toEqual([2]);
    expect(settle(stand, program)).toBe(true);
    // Three of the row for each of it: one and two thirds, then four of the first, and nothing of the second.
    expect([start.tableau.amount(name!), ...amounts(start)]).toEqual([expect.closeTo(5 / 3, 6), 4, 0]);
    expect(program.inMind.weightsOf({ landing: 2, way: forNothing, onMind: [[1, 4]] })).toEqual([
      [1, 4],
      [2, 2],
    ]);
  });

  test('says where nothing keeps all rows', () => {
    const { start, program, names } = twoAmounts();
    bound(start.tableau, [names.dear], 'at least', 5);
    expect(settle(start, program)).toBe(false);
  });

  test('adds nothing where rounding errors have taken the meaning from what stands there', () => {
    const { start, program } = twoAmounts();
    start.tableau.stuck = true;
    expect(settle(start, program)).toBe(true);
    expect(start.held.size).toBe(0);
  });
});

describe('a part of the search', () => {
  const never = (): boolean => false;

  test('begins with the whole program settled, and counts the work', () => {
    const { program } = twoAmounts();
    const parts = new Parts(program, never);
    const { bound: most, split } = parts.whole();
    expect([most, split.size]).toEqual([3 * 4 + 6, 0]);
    expect(parts.work).toBeGreaterThan(0);
  });

  test('is made of another that stays as it is, unless that is not needed any more', () => {
    const { program, names, amounts } = twoAmounts();
    const parts = new Parts(program, never);
    const whole = parts.whole();
    const change = (how: 'at most' | 'at least', count: number, isLast?: boolean) =>
      parts.changed(whole, (tableau) => bound(tableau, [names.dear], how, count), isLast);
    const [fewer, none] = [change('at most', 2)!, change('at least', 5)];
    expect([fewer.bound, amounts(fewer), none]).toEqual([3 * 2 + 8, [2, 8], undefined]);
    expect([whole.bound, amounts(whole)]).toEqual([18, [4, 6]]);
    // The room of what nothing was in is used again, and leaves nothing behind.
    const fewest = change('at most', 1)!;
    expect([amounts(fewest), amounts(fewer), amounts(whole)]).toEqual([
      [1, 9],
      [2, 8],
      [4, 6],
    ]);
    expect(change('at most', 3, true)!.tableau).toBe(whole.tableau);
  });

  test('knows of rows that were put in for another only what that one knew', () => {
    const { program, names } = twoAmounts(4, 5);
    const parts = new Parts(program, never);
    const start = { ...program.start, bound: 30, split: new Map(), lengths: [], bounds: [] };
    const low = parts.changed(start, (tableau) => bound(tableau, [names.dear], 'at most', 6))!;
    expect([[...low.held.keys()], [...start.held.keys()]]).toEqual([[0, 1], []]);
  });

  test('is none where no answer in it can be better, and never promises more than what it was made of', () => {
    const { program, names } = twoAmounts();
    const whole = new Parts(program, never).whole();
    const parts = new Parts(program, (value) => value < 15);
    const fewer = (count: number) => (tableau: typeof whole.tableau) => bound(tableau, [names.dear], 'at most', count);
    expect(parts.changed(whole, fewer(2))).toBeUndefined();
    expect(parts.changed(whole, fewer(3))!.bound).toBe(16);
    expect(parts.changed({ ...whole, bound: 15 }, fewer(3))!.bound).toBe(15);
  });
});

describe('a part divided where a course is split', () => {
  /** Two courses and a half, and a later way that takes a quarter of the room and counts nothing: at most so much of it. */
  function splitCourse(mostLater: number) {
    const draft = new Draft();
    const [room] = [draft.row(2.5), draft.row(mostLater, true)];
    const amount = draft.amount({ rows: [[room, 1]], first: 2 });
    const nowhere = draft.amount({ rows: [], first: -1 });
    const { tableau, inMind, nameOf, placeOf } = draft.layOut();
    const idle = nameOf(nowhere);
    const ofLater = { landing: 0, way: forNothing, onMind: [[0, 1] as const], idle };
    const later = () => [{ ...ofLater, rows: [[placeOf(room), 0.25] as const], first: 0, second: 0 }];
    const landings = [{ amounts: [nameOf(amount)], hours: 4, later }];
    const start: Stand = { tableau, held: new Map(), later: [] };
    const parts = new Parts({ start, inMind, months: [], landings } as unknown as Program, () => false);
    return { parts, whole: parts.whole(), name: nameOf(amount), idle };
  }

  test('has at most so many of it, or one more, for which later ways may stand', () => {
    const { parts, whole, name } = splitCourse(1);
    const [fewer, more] = parts.dividedByLanding(whole)!;
    expect([whole.bound, fewer!.bound]).toEqual([5, 4]);
    // Three of both ways, in the room of two and a half.
    expect([more!.bound, more!.tableau.amount(name)]).toEqual([14 / 3, 7 / 3].map((one) => expect.closeTo(one, 6)));
    expect(more!.later.map((one) => more!.tableau.amount(one.name))).toEqual([expect.closeTo(2 / 3, 6)]);
    expect(whole.split.size).toBe(0);
    expect(parts.dividedByLanding(fewer!)).toBeUndefined();
    expect(parts.dividedByLanding(more!)).toBeUndefined();
  });

  test('counts the later ways where it was divided on how many are taken', () => {
    const { parts, whole, name, idle } = splitCourse(1);
    const some = parts.bounded(whole, [name, idle], 'at most', 2.2)!;
    expect(some.tableau.amount(name)).toBeCloseTo(2.2);
    // Three, in part later ways, are more than that.
    expect(parts.dividedByLanding(some)!.map((part) => part.bound)).toEqual([4]);
    const least = parts.bounded(whole, [name, idle], 'at least', 3)!;
    // Two and a half land there, and a half nowhere. Where three land there, in part later ways, none has to land nowhere.
    expect(least.bound).toBeCloseTo(4.5);
    expect(parts.dividedByLanding(least)!.map((part) => part.bound)).toEqual(
      [3, 4.5].map((one) => expect.closeTo(one, 6)),
    );
  });

  test('is only the part with fewer where rows in mind allow too little of the later ways', () => {
    const { parts, whole } = splitCourse(0.5);
    expect(parts.dividedByLanding(whole)!.map((part) => part.bound)).toEqual([4]);
  });
});
