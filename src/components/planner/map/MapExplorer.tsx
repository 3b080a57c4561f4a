/**
 * What a territory of the map holds: shown beside it when the mouse, the focus or a finger is on it. The arrow keys walk
 * over the map, Enter goes to the requirement, Escape puts the panel away.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Content, Region } from '../../../planner/audit/degree-view.ts';
import { territoriesOf } from '../../../planner/audit/moves.ts';
import { certaintyWords, hoursWords, territoryWords } from '../../../planner/wording.ts';

type Props = {
  readonly regions: readonly Region[];
  readonly contents: ReadonlyMap<string, Content>;
  readonly titleOf: (credit: string) => string;
};

/** How long the mouse may take from a territory to its panel, and how long it rests on one before that shows, in milliseconds. */
const patience = 200;
const rest = 30;
/** Between a territory and its panel, in pixels. */
const gap = 6;

/** Stands after the map, in the same box. */
export function MapExplorer({ regions, contents, titleOf }: Props) {
  const [shown, setShown] = useState<string>();
  const panel = useRef<HTMLDivElement>(null);
  const start = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const box = start.current?.parentElement;
    const map = box?.querySelector<SVGSVGElement>('.map');
    if (!box || !map) return;
    const ends = new AbortController();
    const { signal } = ends;
    let timer = 0;
    let finger = false;
    const showIn = (wait: number, territory?: SVGAElement) => {
      clearTimeout(timer);
      timer = window.setTimeout(() => setShown(territory?.dataset.block), wait);
    };
    const show = (territory: SVGAElement | null) => {
      clearTimeout(timer);
      if (territory) setShown(territory.dataset.block);
    };
    const hideSoon = () => showIn(patience);
    const over = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || finger) return;
      const inPanel = event.target instanceof Element && event.target.closest('.map-panel');
      const territory = territoryAt(event);
      if (inPanel) clearTimeout(timer);
      else if (territory) showIn(rest, territory);
      else hideSoon();
    };
    const press = (event: Event) => {
      const territory = territoryAt(event);
      if (!territory) return;
      reach(map, territory);
      if (!finger) return;
      // A finger has no hover: its first tap shows what is there, and the panel leads on.
      event.preventDefault();
      show(territory);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') return setShown(undefined);
      const from = territoryAt(event);
      const to = from && next(map, from, event.key);
      if (!to || document.querySelector('.move-bar')) return;
      event.preventDefault();
      reach(map, to);
      to.focus();
    };
    box.addEventListener('pointerover', over, { signal });
    box.addEventListener('pointerleave', () => finger || hideSoon(), { signal });
    box.addEventListener('pointerdown', (event) => (finger = event.pointerType !== 'mouse'), { signal });
    // Where a finger was, browsers put a mouse that stays there while the page moves. A real one moves itself.
    box.addEventListener('pointermove', (event) => (finger &&= !isMoved(event)), { signal });
    box.addEventListener('click', press, { signal });
    box.addEventListener('keydown', key, { signal });
    box.addEventListener('focusin', (event) => show(territoryAt(event)), { signal });
    box.addEventListener('focusout', hideSoon, { signal });
    document.addEventListener('pointerdown', (event) => !box.contains(event.target as Node) && setShown(undefined), {
      signal,
    });
    document.addEventListener('keydown', (event) => event.key === 'Escape' && setShown(undefined), { signal });
    return () => {
      clearTimeout(timer);
      ends.abort();
    };
  }, []);

  useLayoutEffect(() => {
    const box = start.current?.parentElement;
    const territory = shown === undefined ? null : box?.querySelector(`.map [data-block="${CSS.escape(shown)}"]`);
    if (!box || !territory) return undefined;
    const put = () => panel.current && place(panel.current, territory, box);
    // It is told the first size too, in the frame that shows the panel. Larger text makes that larger, though the window stays.
    const sizes = new ResizeObserver(put);
    if (panel.current) sizes.observe(panel.current);
    addEventListener('resize', put);
    return () => {
      sizes.disconnect();
      removeEventListener('resize', put);
    };
  }, [shown, contents]);

  const territory = territoriesOf(regions).find(({ block }) => block.id === shown);
  const filling = territory ? (contents.get(territory.block.id)?.filling ?? []) : [];
  return (
    <>
      <span ref={start} hidden />
      {territory && (
        <div class="map-panel no-print" ref={panel}>
          <p>
            <strong>
              {territory.number} {territory.block.title}
            </strong>
          </p>
          <p class="quiet">{territoryWords(territory)}</p>
          {filling.length > 0 && (
            <ul>
              {filling.map(({ accepted, credit, semesterHours, certainty, pinned }) => (
                <li key={accepted}>
                  <bdi>{titleOf(credit)}</bdi>, {hoursWords(semesterHours)}, {certaintyWords[certainty].toLowerCase()}
                  {pinned && ', put here by you'}
                </li>
              ))}
            </ul>
          )}
          {territory.fill.needed > 0 && <p>{hoursWords(territory.fill.needed)} still needed</p>}
          <a href={`#block-${territory.block.id}`} onClick={() => setShown(undefined)}>
            Go to this requirement
          </a>
          <p class="quiet map-keys">Arrow keys show the others</p>
        </div>
      )}
    </>
  );
}

function isMoved({ pointerType, movementX, movementY }: PointerEvent): boolean {
  return pointerType === 'mouse' && (movementX !== 0 || movementY !== 0);
}

function territoryAt({ target }: Event): SVGAElement | null {
  return target instanceof Element ? target.closest<SVGAElement>('.map-territory') : null;
}

/** Makes this the territory that Tab comes to. */
function reach(map: Element, territory: SVGAElement): void {
  for (const one of map.querySelectorAll('.map-territory'))
    one.setAttribute('tabindex', one === territory ? '0' : '-1');
}

/** Where an arrow key leads: along the map's order, or to the nearest one a line up or down. */
function next(map: Element, from: SVGAElement, key: string): SVGAElement | undefined {
  const all = [...map.querySelectorAll<SVGAElement>('.map-territory')];
  const at = all.indexOf(from);
  if (key === 'ArrowRight') return all[at + 1];
  if (key === 'ArrowLeft') return all[at - 1];
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const middle = (one: Element) => {
    const { left, right, top, bottom } = boundsOf(one);
    return { x: (left + right) / 2, y: key === 'ArrowDown' ? top : bottom };
  };
  const here = boundsOf(from);
  const beyond = all.filter((one) => {
    const { top, bottom } = boundsOf(one);
    return key === 'ArrowDown' ? top >= here.bottom - 1 : bottom <= here.top + 1;
  });
  const distance = (one: Element) => {
    const { x, y } = middle(one);
    return (
      Math.abs(y - (key === 'ArrowDown' ? here.bottom : here.top)) * 100 + Math.abs(x - (here.left + here.right) / 2)
    );
  };
  return beyond.sort((a, b) => distance(a) - distance(b))[0];
}

/** Around a territory's name and bars. Firefox counts the place of a drawing in a drawing twice in what holds it. */
function boundsOf(territory: Element) {
  const parts = [...territory.querySelectorAll('text, .map-ring')].map((part) => part.getBoundingClientRect());
  return {
    left: Math.min(...parts.map(({ left }) => left)),
    right: Math.max(...parts.map(({ right }) => right)),
    top: Math.min(...parts.map(({ top }) => top)),
    bottom: Math.max(...parts.map(({ bottom }) => bottom)),
  };
}

/** Puts the panel below the territory, or above it where the window ends, and never beyond the box's sides. */
function place(panel: HTMLElement, territory: Element, box: Element): void {
  const around = box.getBoundingClientRect();
  const { left, top, bottom } = boundsOf(territory);
  const { offsetWidth: width, offsetHeight: height } = panel;
  const below = bottom + gap + height <= innerHeight || top - gap - height < 0;
  panel.style.insetInlineStart = `${Math.max(0, Math.min(left - around.left, around.width - width))}px`;
  panel.style.insetBlockStart = `${below ? bottom - around.top + gap : top - around.top - gap - height}px`;
}
