/** Asks Pagefind, which the build adds beside the pages, and lists its ten best answers. */
export {};

type Found = { url: string; excerpt: string; meta: { title?: string; kind?: string } };
type Pagefind = {
  init(): Promise<void>;
  search(words: string): Promise<{ results: readonly { data(): Promise<Found> }[] }>;
};

const shown = 10;
const form = document.querySelector<HTMLFormElement>('#search-form');
const input = document.querySelector<HTMLInputElement>('#search-words');
const results = document.querySelector<HTMLElement>('#search-results');
const count = document.querySelector<HTMLElement>('#search-count');
const list = document.querySelector<HTMLElement>('#search-list');

let loading: Promise<Pagefind> | undefined;
function load(): Promise<Pagefind> {
  // The address is put together here so that the bundler leaves it alone: the file exists only after the build.
  const address = new URL('/pagefind/pagefind.js', location.href).href;
  loading ??= import(/* @vite-ignore */ address).then(async (pagefind: Pagefind) => {
    await pagefind.init();
    return pagefind;
  });
  // A line that dropped is tried again with the next search.
  loading.catch(() => (loading = undefined));
  return loading;
}

/** The excerpt with its marks, and nothing else that an index might hold. */
function excerptOf(html: string): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  for (const node of new DOMParser().parseFromString(html, 'text/html').body.childNodes) {
    const isMark = node.nodeName === 'MARK';
    const part = isMark ? document.createElement('mark') : document.createTextNode('');
    part.textContent = node.textContent;
    paragraph.append(part);
  }
  return paragraph;
}

function lineOf({ url, excerpt, meta }: Found): HTMLLIElement {
  const line = document.createElement('li');
  const heading = document.createElement('h2');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title ?? url;
  heading.append(link);
  line.append(heading);
  if (meta.kind) {
    const kind = document.createElement('p');
    kind.className = 'quiet small';
    kind.textContent = meta.kind;
    line.append(kind);
  }
  line.append(excerptOf(excerpt));
  return line;
}

if (form && input && results && count && list) {
  let latest = 0;
  const say = (text: string): void => {
    results.hidden = false;
    count.textContent = text;
  };
  const search = async (): Promise<void> => {
    const words = input.value.trim();
    const mine = ++latest;
    if (!words) return;
    try {
      const { results: all } = await (await load()).search(words);
      const best = await Promise.all(all.slice(0, shown).map((result) => result.data()));
      if (mine !== latest) return;
      list.replaceChildren(...best.map(lineOf));
      const many = all.length > shown ? `, the best ${shown} shown` : '';
      say(
        all.length === 0
          ? `Nothing found for “${words}”`
          : `${all.length} ${all.length === 1 ? 'page' : 'pages'} for “${words}”${many}`,
      );
    } catch {
      if (mine !== latest) return;
      list.replaceChildren();
      say('Search could not be loaded. Check your connection and search again.');
    }
  };

  input.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set('q', input.value.trim());
    history.replaceState(null, '', address);
    void search();
  });
  const asked = new URL(location.href).searchParams.get('q');
  if (asked) {
    input.value = asked;
    void search();
  }
}
