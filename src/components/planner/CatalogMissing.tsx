/** Part of the catalog did not arrive: it can be asked for again. */
export function CatalogMissing({
  planIsSafe = false,
  onRetry,
}: {
  readonly planIsSafe?: boolean;
  readonly onRetry: () => void;
}) {
  return (
    <div class="note" role="alert">
      <p>
        A part of the catalog did not arrive. {planIsSafe && 'Your plan is safe. '}Check your connection, then try
        again.
      </p>
      <button class="button" type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
