/**
 * Moving credit by hand: dragged by its handle, or picked up by a press or a key and sent to a block by the arrow keys or
 * a tap. The three share one state, the credit in hand. The fourth way, the menu, is `MoveForm.tsx`.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CreditOutcome, DegreeAudit } from '../../../engine/types.ts';
import type { Region } from '../../../planner/audit/degree-view.ts';
import type { OnEdit } from '../../../planner/plan/edits.ts';
import { shownIn, targetsOf, useIn, type Target } from '../../../planner/audit/moves.ts';
import { moveHelp, pickedUpWords, targetWords, type MoveNames } from '../../../planner/audit/wording-moves.ts';
import { listenForDrags } from './drag.ts';

type Props = {
  readonly audit: DegreeAudit;
  readonly regions: readonly Region[];
  readonly names: MoveNames;
  readonly onEdit: OnEdit;
  readonly onSay: (words: string) => void;
};

/** The credit that is being moved. */
type InHand = {
  readonly outcome: CreditOutcome;
  readonly targets: readonly Target[];
  readonly by: 'drag' | 'choice';
  /** Which target is chosen; -1 for none. Of a drag, the block of the map or list that the pointer is over. */
  readonly at: number;
  readonly over?: string | undefined;
};

/** Shows what is in hand and where it may go. It stands in the plan's screen, and listens to all of it. */
export function Mover({ audit, regions, names, onEdit, onSay }: Props) {
  const [inHand, setInHand] = useState<InHand>();
  const help = useRef<HTMLParagraphElement>(null);
  const label = useRef<HTMLDivElement>(null);
  const places = useRef<HTMLDivElement>(null);

  const take = (accepted: string, by: InHand['by']): boolean => {
    const outcome = audit.outcomes.find((one) => one.accepted.id === accepted);
    if (!outcome) return false;
    const targets = targetsOf(outcome, regions, audit);
    onSay(pickedUpWords(names.title(outcome.accepted.credit), targets.length));
    if (by === 'choice' && targets.length === 0) return false;
    setInHand({ outcome, targets, by, at: -1 });
    return true;
  };
  const put = (block: string | undefined) => {
    const place = block === undefined ? undefined : shownIn(regions, block);
    if (!inHand || !place) return stop();
    const { outcome, targets, at } = inHand;
    letGo(inHand);
    const { credit, part } = outcome.accepted;
    const chosen = inHand.by === 'choice' ? targets[at] : undefined;
    onEdit(
      chosen && chosen.block === block
        ? { kind: 'use-here', credit, part, block: chosen.block }
        : useIn(outcome, place, audit),
    );
  };
  const stop = () => {
    if (!inHand) return;
    letGo(inHand);
    onSay('Not moved.');
  };
  const letGo = ({ by, outcome }: InHand) => {
    setInHand(undefined);
    // What was pressed to choose is gone: the focus goes back to the handle.
    const grip = document.querySelector<HTMLElement>(`[data-move="${CSS.escape(outcome.accepted.id)}"]`);
    if (by === 'choice') grip?.focus({ preventScroll: true });
  };
  const choose = (at: number) => {
    if (!inHand) return;
    const { targets } = inHand;
    const next = (at + targets.length) % targets.length;
    setInHand({ ...inHand, at: next });
    // In the list of places the chosen one is said by itself.
    if (document.activeElement !== places.current) onSay(targetWords(targets, next));
  };

  const hands = useRef({ inHand, take, put, stop, choose });
  hands.current = { inHand, take, put, stop, choose };

  useEffect(() => {
    const root = help.current?.closest<HTMLElement>('.plan-columns');
    if (!root) return;
    const endDrags = listenForDrags(root, {
      pick: (accepted) => hands.current.take(accepted, 'drag'),
      over: (over, x, y) => {
        if (label.current) follow(label.current, x, y);
        setInHand((before) => (before && before.over !== over ? { ...before, over } : before));
      },
      drop: (block) => hands.current.put(block),
      cancel: () => hands.current.stop(),
    });
    const ends = new AbortController();
    const options = { signal: ends.signal, capture: true };
    root.addEventListener('click', (event) => press(event, hands.current), options);
    document.addEventListener('keydown', (event) => key(event, hands.current), options);
    return () => {
      endDrags();
      ends.abort();
    };
  }, []);

  // With the drawing, not after it: what is taken up meanwhile stays in hand, and what is said is also shown.
  useLayoutEffect(() => {
    if (inHand) letGo(inHand);
  }, [audit]);
  // A screen reader in browse mode keeps the arrow keys for itself. In a list to choose from it hands them to the page.
  useLayoutEffect(() => {
    if (inHand?.by === 'choice') places.current?.focus({ preventScroll: true });
  }, [inHand?.outcome]);
  // What is taken up or let go shows first, where it may go in the next frame. What is then chosen shows at once.
  const isChosen = inHand !== undefined && (inHand.at >= 0 || inHand.over !== undefined);
  useLayoutEffect(() => (isChosen ? mark(inHand) : undefined), [inHand]);
  useEffect(() => (isChosen ? undefined : mark(inHand)), [inHand]);
  useEffect(() => (inHand?.by === 'drag' ? dockMap() : undefined), [inHand?.by]);
  useEffect(() => {
    const target = inHand?.targets[inHand.at];
    if (target) document.getElementById(`block-${target.shownIn}`)?.scrollIntoView({ block: 'nearest' });
  }, [inHand?.at]);

  const title = inHand && names.title(inHand.outcome.accepted.credit);
  return (
    <>
      <p class="move-help quiet no-print" id="move-help" ref={help}>
        {moveHelp}
      </p>
      {inHand?.by === 'drag' && (
        <div class="in-hand" ref={label} aria-hidden="true">
          <strong>{title}</strong> {overWords(inHand)}
        </div>
      )}
      {inHand?.by === 'choice' && (
        <section class="move-bar no-print" aria-label={`Moving ${title}`}>
          <p>
            <strong>{title}</strong>{' '}
            {inHand.at < 0 ? 'Choose a block: tap one, or use the arrow keys.' : targetWords(inHand.targets, inHand.at)}
          </p>
          <div
            class="visually-hidden"
            role="listbox"
            aria-label="Where it goes"
            aria-activedescendant={inHand.at < 0 ? undefined : `place-${inHand.at}`}
            tabIndex={0}
            ref={places}
          >
            {inHand.targets.map(({ block }, i) => (
              <div
                key={block}
                id={`place-${i}`}
                role="option"
                aria-selected={i === inHand.at}
                onClick={() => put(block)}
              >
                {targetWords(inHand.targets, i)}
              </div>
            ))}
          </div>
          <div class="actions">
            <button class="button button-quiet" type="button" onClick={() => choose(Math.max(inHand.at, 0) - 1)}>
              Previous
            </button>
            <button class="button button-quiet" type="button" onClick={() => choose(inHand.at + 1)}>
              Next
            </button>
            {inHand.at >= 0 && (
              <button class="button" type="button" onClick={() => put(inHand.targets[inHand.at]?.block)}>
                Drop it here
              </button>
            )}
            <button class="button button-quiet" type="button" onClick={stop}>
              Stop
            </button>
          </div>
        </section>
      )}
    </>
  );
}

type Hands = {
  readonly inHand: InHand | undefined;
  readonly take: (accepted: string, by: InHand['by']) => boolean;
  readonly put: (block: string | undefined) => void;
  readonly stop: () => void;
  readonly choose: (at: number) => void;
};

/** What a drag would do if it ended now. */
function overWords({ over, targets }: InHand): string {
  if (over === undefined) return '';
  const target = targets.find(({ shownIn: place }) => place === over);
  return target ? `to ${target.title}` : 'does not fit here';
}

/** A press of a handle takes it up; while something is in hand, a press on a block puts it there. */
function press(event: Event, { inHand, take, put, stop }: Hands): void {
  if (!(event.target instanceof Element) || event.target.closest('.move-bar')) return;
  const grip = event.target.closest<HTMLElement>('[data-move]');
  if (grip) {
    if (inHand?.outcome.accepted.id === grip.dataset.move) stop();
    else take(grip.dataset.move ?? '', 'choice');
    return;
  }
  const place = event.target.closest<HTMLElement | SVGElement>('[data-block]');
  if (inHand?.by !== 'choice' || !place) return;
  event.preventDefault();
  event.stopPropagation();
  put(place.dataset.block);
}

const textFields = 'input, textarea, select, [contenteditable]';

/** M on a credit takes it up; arrows choose, Enter drops, Escape stops. */
function key(event: KeyboardEvent, { inHand, take, put, stop, choose }: Hands): void {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (inHand?.by === 'choice') {
    const { at, targets } = inHand;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => choose(at + 1),
      ArrowRight: () => choose(at + 1),
      ArrowUp: () => choose(Math.max(at, 0) - 1),
      ArrowLeft: () => choose(Math.max(at, 0) - 1),
      Home: () => choose(0),
      End: () => choose(targets.length - 1),
      Escape: stop,
      ...(event.target.closest('.move-bar button') || at < 0 ? {} : { Enter: () => put(targets[at]?.block) }),
    };
    const act = moves[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
    return;
  }
  if (event.key.toLowerCase() !== 'm' || event.target.matches(textFields)) return;
  const credit = event.target.closest('.credit');
  const grip = event.target.closest<HTMLElement>('[data-move]') ?? credit?.querySelector<HTMLElement>('[data-move]');
  if (!grip) return;
  event.preventDefault();
  grip.focus();
  take(grip.dataset.move ?? '', 'choice');
}

/** Marks on the map and in the list where the credit in hand fits, where it doesn't, and what is chosen. */
function mark(inHand: InHand | undefined): void {
  const fitting = new Set(inHand?.targets.map(({ shownIn: place }) => place));
  const chosen = inHand && (inHand.targets[inHand.at]?.shownIn ?? inHand.over);
  for (const place of document.querySelectorAll<HTMLElement | SVGElement>('[data-block]')) {
    const { block = '' } = place.dataset;
    if (!inHand) delete place.dataset.drop;
    else place.dataset.drop = `${fitting.has(block) ? 'fits' : 'no'}${block === chosen ? ' here' : ''}`;
  }
}

/** Keeps what is in hand beside the pointer, and in the window. */
function follow(label: HTMLElement, x: number, y: number): void {
  const { offsetWidth, offsetHeight, offsetLeft, offsetTop } = label;
  const most = { x: innerWidth - offsetWidth - 2 * offsetLeft, y: innerHeight - offsetHeight - 2 * offsetTop };
  label.style.translate = `${Math.max(0, Math.min(x, most.x))}px ${Math.max(0, Math.min(y, most.y))}px`;
}

/** Brings the map into the window for as long as something is dragged, where it is out of sight. */
function dockMap(): (() => void) | undefined {
  const map = document.querySelector<HTMLElement>('.map-box');
  const place = map?.parentElement;
  if (!map || !place) return undefined;
  const { top, bottom, height } = map.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return undefined;
  // What comes after the map stays where it is.
  place.style.blockSize = `${height}px`;
  map.classList.add('map-docked');
  return () => {
    map.classList.remove('map-docked');
    place.style.blockSize = '';
  };
}
