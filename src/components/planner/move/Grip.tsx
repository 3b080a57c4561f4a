/** The handle of a credit: dragged, or pressed to choose a place by key or tap. `Mover.tsx` listens for both. */
export function Grip({ accepted, title }: { readonly accepted: string; readonly title: string }) {
  return (
    <button class="grip no-print" type="button" data-move={accepted} aria-keyshortcuts="M" aria-describedby="move-help">
      <span class="visually-hidden">Move {title}</span>
    </button>
  );
}
