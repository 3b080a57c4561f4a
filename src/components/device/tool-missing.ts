/** Says so where a tool's script did not arrive, and tries again. It imports nothing, so that it comes with the page itself. */
const longest = 30_000;

function say(tool: Element): void {
  if (!tool.hasAttribute('ssr') || tool.previousElementSibling?.matches('.tool-missing')) return;
  const note = document.createElement('div');
  note.className = 'note tool-missing';
  note.setAttribute('role', 'alert');
  const words = document.createElement('p');
  words.textContent =
    'This part of the page did not arrive. What you entered before is safe on your device. Check your connection, then try again.';
  const again = document.createElement('button');
  again.className = 'button';
  again.type = 'button';
  again.textContent = 'Try again';
  again.addEventListener('click', () => void loadAgain());
  note.append(words, again);
  tool.before(note);
}

/** The page once more. What was not found may be kept as not found for as long as a script is: each is asked for anew. */
async function loadAgain(): Promise<void> {
  const signal = AbortSignal.timeout(9000);
  const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
  await Promise.allSettled(scripts.map(({ name }) => fetch(name, { cache: 'reload', signal })));
  location.reload();
}

document.addEventListener('astro:hydration-error', ({ target }) => target instanceof Element && say(target));
document.addEventListener(
  'astro:hydrate',
  ({ target }) => {
    const note = target instanceof Element ? target.previousElementSibling : null;
    if (note?.matches('.tool-missing')) note.remove();
  },
  true,
);
setTimeout(() => document.querySelectorAll('astro-island[ssr]').forEach(say), longest);
