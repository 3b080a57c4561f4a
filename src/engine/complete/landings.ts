/** Where hours land: the amounts of a program for items of one kind in one bin, and the rows of the rules on them. */
import type { Way } from '../assign/model.ts';
import { takenOf, type Item, type Pair } from '../assign/problem.ts';
import type { Amount, Name, Term } from '../assign/tableau.ts';
import { sureness } from '../sureness.ts';
import type { Draft } from './draft.ts';
import type { GroupPart } from './groups.ts';
import type { Landing, Later, ProgramInput, Taking } from './program.ts';

/** Items of one kind, which land alike. */
type Kind = {
  readonly hours: number;
  readonly pairs: readonly Pair[];
  readonly sure: boolean;
  /** How many there are at most. */
  readonly count: number;
  /** The row that says so; absent where `cost` has it. */
  readonly within?: Name;
  /** It stays where it is, and what it takes is taken off before. */
  readonly isPinned?: boolean;
  /** Limits that are taken elsewhere. */
  readonly everywhere?: readonly number[];
  /** The amounts that say how many are taken; absent where all are. */
  readonly taken?: readonly Name[];
  /** What each costs, where it lands and is paid for at once: `taken` is then the amount of those that land nowhere. */
  readonly cost?: Amount;
  /** Where second uses of them may lie, beside first uses. */
  readonly second?: readonly Pair[];
  /** Of second uses: by bin, the amounts of first uses. */
  readonly first?: ReadonlyMap<number, readonly Name[]>;
};

/** A landing while amounts are numbers of a draft. */
type DraftLanding = Omit<Landing, 'later'> & { readonly later: () => readonly (Amount & Pick<Later, 'way'>)[] };

const forNothing: Way = { counted: 0, spilled: 0 };

export class Landings {
  readonly all: DraftLanding[] = [];
  readonly kinds: Taking[] = [];
  /** Steps of the degree's hours that amounts count. */
  readonly counted: Term[] = [];
  /** By the problem's indexes. */
  readonly caps: readonly Name[];
  readonly limits: readonly Name[];
  /** What is left of each limit beside what pins take. */
  readonly room: readonly number[];
  /** The row of sure hours, where so many are wished for. */
  readonly sureRow: Name | undefined;
  private readonly input: ProgramInput;
  private readonly draft: Draft;
  private readonly choices: readonly Name[];
  private readonly setsUsed: readonly ReadonlySet<string>[];
  private readonly setsByKey = new Map<string, Name>();
  /** Of amounts, the hours of one that count elsewhere. */
  private readonly spilled = new Map<Name, number>();

  constructor(input: ProgramInput, draft: Draft) {
    this.input = input;
    this.draft = draft;
    const { problem, held, wishes } = input;
    // What pins take is taken before anything else.
    const room = problem.limits.map(({ hours }) => hours);
    const setsUsed = problem.choices.map(() => new Set<string>());
    for (const item of held) {
      const pair = pinnedPair(item);
      for (const limit of pair?.limits ?? []) room[limit]! -= takenOf(problem.limits[limit]!, item.hours);
      for (const { choice, set } of pair?.choices ?? []) setsUsed[choice]!.add(set);
    }
    this.room = room;
    this.setsUsed = setsUsed;
    this.caps = problem.caps.map(({ hours }) => draft.row(hours));
    this.limits = room.map((hours) => draft.row(Math.max(0, hours), true));
    this.choices = problem.choices.map(({ atMost }, index) => draft.row(Math.max(0, atMost - setsUsed[index]!.size)));
    this.sureRow = wishes.leastSureHours === undefined ? undefined : draft.row(0);
  }

  /** Uses of sets under choices. */
  get sets(): readonly Name[] {
    return [...this.setsByKey.values()];
  }

  /** Credit that stays lands, too. */
  landHeld(item: Item): void {
    const { problem, held } = this.input;
    const { hours, pinnedTo } = item;
    const pinned = pinnedPair(item);
    const sure = item.certainty >= sureness('published');
    const pairs = pinnedTo === undefined ? item.pairs : pinned ? [pinned] : [];
    // What sticks out of where it is pinned may still count elsewhere.
    const spill = item.pairs.find(({ bin }) => bin === problem.excessBin);
    const second = held.find(({ secondUseOf }) => secondUseOf === item.id)?.pairs ?? [];
    const first = this.land(
      { hours, pairs, second, sure, count: 1, within: this.draft.row(1, true), isPinned: pinnedTo !== undefined },
      spill,
    );
    this.landSecond({ hours, sure, second }, 1, first);
  }

  /** Where second uses of a kind may lie. */
  landSecond(
    { hours, sure, second }: Pick<GroupPart, 'hours' | 'sure' | 'second'>,
    count: number,
    first: NonNullable<Kind['first']>,
  ): void {
    if (second.length) this.land({ hours, pairs: second, sure, count, within: this.draft.row(count, true), first });
  }

  /** Adds the ways in which items of a kind land. By bin, the amounts. */
  land(
    { hours, pairs, second = [], sure, count, within, isPinned = false, everywhere = [], first, taken, cost }: Kind,
    spill = first ? undefined : pairs.find(({ bin }) => bin === this.input.problem.excessBin),
  ): Map<number, readonly Name[]> {
    const { problem, weights } = this.input;
    const kind = this.kinds.push({ count, always: everywhere, ...(taken && { taken }) }) - 1;
    const idle = cost && taken?.[0];
    const found = new Map<number, readonly Name[]>();
    const setRows = new Map<string, Name>();
    const isSure = sure && first === undefined;
    const worth = weights.hour + (isSure && this.sureRow === undefined ? weights.sureHour : 0);
    for (const pair of pairs) {
      const takes = (limit: number): number => (isPinned ? 0 : takenOf(problem.limits[limit]!, hours));
      if (pair.limits.some((limit) => takes(limit) > this.room[limit]!)) continue;
      const reach = Math.max(0, Math.min(hours, ...pair.caps.map((cap) => problem.caps[cap]!.hours)));
      const used: Term[] = within === undefined ? [] : [[within, 1]];
      if (cost) used.push(...cost.rows);
      if (!isPinned) {
        for (const limit of pair.limits)
          if (!everywhere.includes(limit)) used.push([this.limits[limit]!, takes(limit)]);
        if (pair.choices.length) used.push(...this.setRows(pair, count, setRows));
      }
      const beside = first ? this.besideRows(pair, hours, first) : () => [];
      const elsewhere = spill && spill.bin !== pair.bin ? spill : undefined;
      const amountOf = ({ counted: here, spilled: there }: Way): Amount => ({
        rows: [
          ...used,
          ...beside(here),
          ...(here ? pair.caps.map((cap): Term => [this.caps[cap]!, here]) : []),
          ...(there ? elsewhere!.caps.map((cap): Term => [this.caps[cap]!, there]) : []),
          ...(isSure && this.sureRow !== undefined ? [[this.sureRow, -here - there] as const] : []),
        ],
        first: worth * (here + there) + (cost?.first ?? 0),
        second: cost?.second ?? 0,
      });
      const landed = (way: Way): Name => {
        const name = this.draft.amount(amountOf(way));
        this.counted.push([name, way.counted + way.spilled]);
        if (way.spilled) this.spilled.set(name, way.spilled);
        return name;
      };
      // What counts elsewhere alone might as well be there, if all of it can; until the item has to be here whole.
      const isAlone = elsewhere !== undefined && reach > 0;
      const isLater = isAlone && this.isAsGoodAlone(hours, elsewhere, pair);
      // A second use may count beside a first that counts nothing.
      const isBeside = second.some(({ besides = [] }) => besides.includes(pair.bin));
      const alone: Way = { counted: 0, spilled: hours };
      const ways: Way[] = [
        ...(reach > 0 ? [{ counted: reach, spilled: 0 }] : []),
        ...(elsewhere && reach < hours ? [{ counted: reach, spilled: hours - reach }] : []),
        ...(isAlone && !isLater ? [alone] : []),
        ...(isBeside ? [forNothing] : []),
      ];
      const amounts = ways.map(landed);
      const laterWays = [...(isBeside ? [] : [forNothing]), ...(isLater ? [alone] : [])];
      const later: DraftLanding['later'] = () => laterWays.map((way) => ({ ...amountOf(way), way }));
      const { bin, caps } = pair;
      const bounds = { caps, spillCaps: elsewhere?.caps ?? [], limits: isPinned ? [] : pair.limits };
      const more = { ...(isLater && { standIn: elsewhere.bin }), ...(idle !== undefined && { idle }) };
      this.all.push({ amounts, ways, hours, reach, kind, bin, ...bounds, ...more, later });
      found.set(pair.bin, amounts);
    }
    return found;
  }

  /** True if an item may lie at the first place, whole, wherever it may lie at the second. */
  private isAsGoodAlone(hours: number, first: Pair, second: Pair): boolean {
    const { caps } = this.input.problem;
    return (
      first.caps.every((cap) => caps[cap]!.hours >= hours) &&
      first.limits.every((limit) => second.limits.includes(limit)) &&
      first.choices.every((one) => second.choices.some(({ choice, set }) => choice === one.choice && set === one.set))
    );
  }

  /** A set is used as soon as an item is in it, and only so many sets may be. */
  private setRows(pair: Pair, count: number, rows: Map<string, Name>): Term[] {
    return pair.choices.flatMap(({ choice, set }): Term[] => {
      if (this.setsUsed[choice]!.has(set)) return [];
      const key = `${choice} ${set}`;
      const used =
        this.setsByKey.get(key) ??
        this.draft.amount({
          rows: [
            [this.choices[choice]!, 1],
            [this.draft.row(1), 1],
          ],
        });
      this.setsByKey.set(key, used);
      const row = rows.get(key) ?? this.draft.row(0, true);
      if (!rows.has(key)) this.draft.weigh(used, row, -count);
      rows.set(key, row);
      return [[row, 1]];
    });
  }

  /**
   * A second use goes only as far as first uses lie beside it, and counts no hours that stick out of those and count
   * elsewhere. The rows on one of which so many hours count.
   */
  private besideRows(
    { besides = [] }: Pair,
    hours: number,
    first: ReadonlyMap<number, readonly Name[]>,
  ): (here: number) => Term[] {
    const { draft } = this;
    const [row, own] = [draft.row(0), draft.row(0)];
    for (const name of besides.flatMap((bin) => first.get(bin) ?? [])) {
      draft.weigh(name, row, -1);
      draft.weigh(name, own, (this.spilled.get(name) ?? 0) - hours);
    }
    return (here) => [
      [row, 1],
      [own, here],
    ];
  }
}

function pinnedPair({ pairs, pinnedTo }: Item): Pair | undefined {
  return pinnedTo === undefined ? undefined : pairs.find(({ bin }) => bin === pinnedTo);
}
