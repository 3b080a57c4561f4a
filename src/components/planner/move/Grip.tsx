/** The handle of a credit: dragged, or pressed to choose a place by key or tap. `Mover.tsx` listens for both. */
export function Grip({ accepted, title }: { readonly accepted: string; readonly title: string }) {
  return (
    <button class="grip no-print" type="button" data-move={accepted} aria-keyshortcuts="M" aria-describedby="move-help">
      <svg width="14" height="20" aria-hidden="true">
        {[4, 10, 16].map((y) =>
          [4, 10].map((x) => <circle key={`${x} ${y}`} class="grip-dot" cx={x} cy={y} r="1.6" />),
        )}
      </svg>
      <span class="visually-hidden">Move {title}</span>
    </button>
  );
}
