import type { PlannedCredit } from '../../../engine/types.ts';
import { pinPath } from '../map/pin.ts';

type Props = {
  readonly pins: NonNullable<PlannedCredit['pins']>;
  /** True where the choice can't be kept. */
  readonly setAside: boolean;
  readonly title: string;
  readonly onRelease: () => void;
};

/** Says that the student chose where this goes, and takes the choice back. */
export function PinTag({ pins, setAside, title, onRelease }: Props) {
  if (pins.length === 0) return null;
  // The button goes with the choice: the handle beside it takes the focus.
  const release = ({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
    currentTarget.parentElement?.querySelector<HTMLElement>('[data-move]')?.focus({ preventScroll: true });
    onRelease();
  };
  const words = pins.some(({ use }) => use) ? 'Moved by you' : 'Kept out by you';
  return (
    <>
      <span class={setAside ? 'tag tag-needed pin-tag' : 'tag tag-planned pin-tag'}>
        <svg width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
          <path d={pinPath} fill="currentColor" />
        </svg>
        {words}
      </span>
      {setAside && <span class="pin-aside">Set aside: it can’t be kept.</span>}{' '}
      <button class="link-button no-print" type="button" onClick={release}>
        Release<span class="visually-hidden"> {title}</span>
      </button>
    </>
  );
}
