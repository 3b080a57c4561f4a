/** What a page would lose if it were left now. */

/** Fields that were typed in since the page was opened, and are still there. */
const typed = new Set<HTMLInputElement | HTMLTextAreaElement>();

/** Begins to watch what is typed. */
export function watchEdits(): void {
  document.addEventListener('input', ({ target }) => {
    const isText = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && isTextField(target));
    if (isText) typed.add(target);
  });
}

/** The label of a field that holds something typed; nothing where no edit is open. */
export function openEdit(): string | undefined {
  for (const field of typed) {
    if (!field.isConnected || field.value.trim() === '' || field.type === 'search') typed.delete(field);
    else return field.labels?.[0]?.textContent.trim() ?? field.name;
  }
  return undefined;
}

/** Has everything on the page saved, as when it is left. False where something could not be. */
export async function savedEverything(): Promise<boolean> {
  const saving: Promise<boolean>[] = [];
  dispatchEvent(new CustomEvent('pagehide', { detail: saving }));
  return (await Promise.all(saving)).every(Boolean);
}

function isTextField({ type }: HTMLInputElement): boolean {
  return !['button', 'checkbox', 'file', 'radio', 'reset', 'search', 'submit'].includes(type);
}
