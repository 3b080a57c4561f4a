/**
 * Dragging with a mouse, a pen or a finger, by Pointer Events alone: the browser's own drag-and-drop fails on Android.
 *
 * What can be dragged has `data-move`, where it can go has `data-block`. A mouse picks up by moving, a finger by resting:
 * a finger that moves at once scrolls the page.
 */
export type Drag = {
  /** Takes up what has this `data-move`; false where it can't be moved. */
  readonly pick: (what: string) => boolean;
  /** The pointer moved: the place under it, and where it is in the window. */
  readonly over: (block: string | undefined, x: number, y: number) => void;
  readonly drop: (block: string | undefined) => void;
  readonly cancel: () => void;
};

/** In pixels and milliseconds. */
const mouseSlop = 5;
const fingerSlop = 10;
const longPress = 300;
const edge = 72;
const fastest = 18;

type Held = { readonly pointer: number; readonly grip: HTMLElement; x: number; y: number; picked: boolean };

/** Listens until the returned function is called. What can be dragged stands in `root`. */
export function listenForDrags(root: HTMLElement, drag: Drag): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  let held: Held | undefined;
  let timer = 0;
  let frame = 0;

  const pickUp = () => {
    if (!held) return;
    if (!drag.pick(held.grip.dataset.move ?? '')) {
      letGo();
      return;
    }
    held.picked = true;
    held.grip.setPointerCapture(held.pointer);
    frame = requestAnimationFrame(follow);
  };
  const letGo = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    const before = held;
    held = undefined;
    return before;
  };
  const follow = () => {
    if (!held) return;
    scrollBy(0, pull(held.y, innerHeight));
    drag.over(blockAt(held.x, held.y), held.x, held.y);
    frame = requestAnimationFrame(follow);
  };
  const cancel = () => {
    if (letGo()?.picked) drag.cancel();
  };

  const down = (event: PointerEvent) => {
    const grip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-move]') : null;
    if (!grip || !event.isPrimary || event.button !== 0) return;
    held = { pointer: event.pointerId, grip, x: event.clientX, y: event.clientY, picked: false };
    if (event.pointerType !== 'mouse') timer = window.setTimeout(pickUp, longPress);
  };
  const move = (event: PointerEvent) => {
    if (held?.pointer !== event.pointerId) return;
    const far = Math.hypot(event.clientX - held.x, event.clientY - held.y);
    if (!held.picked && event.pointerType !== 'mouse') {
      if (far > fingerSlop) letGo();
      return;
    }
    if (!held.picked && far > mouseSlop) pickUp();
    if (!held?.picked) return;
    held.x = event.clientX;
    held.y = event.clientY;
  };
  const up = (event: PointerEvent) => {
    if (held?.pointer !== event.pointerId) return;
    if (!letGo()?.picked) return;
    swallowClick();
    drag.drop(blockAt(event.clientX, event.clientY));
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !held?.picked) return;
    swallow(event);
    cancel();
    addEventListener('pointerup', swallowClick, { once: true, capture: true, signal });
  };
  // While something is held, a moving finger does not scroll, and a resting one opens no menu.
  const touch = (event: TouchEvent) => {
    if (held?.picked) event.preventDefault();
  };
  const menu = (event: Event) => {
    if (held) event.preventDefault();
  };

  root.addEventListener('pointerdown', down, { signal });
  document.addEventListener('pointermove', move, { signal });
  document.addEventListener('pointerup', up, { signal });
  document.addEventListener('pointercancel', cancel, { signal });
  document.addEventListener('keydown', key, { signal, capture: true });
  root.addEventListener('contextmenu', menu, { signal });
  root.addEventListener('touchmove', touch, { signal, passive: false });
  return () => {
    letGo();
    ends.abort();
  };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The press that ends with this drag is no press of the handle. */
function swallowClick(): void {
  addEventListener('click', swallow, { once: true, capture: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }));
}

/** The block that is shown at this point of the window. */
function blockAt(x: number, y: number): string | undefined {
  return document.elementFromPoint(x, y)?.closest<HTMLElement | SVGElement>('[data-block]')?.dataset.block;
}

/** How far to scroll in this frame: the nearer the edge, the farther. */
function pull(y: number, height: number): number {
  if (y < edge) return -Math.ceil((fastest * (edge - y)) / edge);
  return y > height - edge ? Math.ceil((fastest * (y - height + edge)) / edge) : 0;
}
