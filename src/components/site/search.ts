/** Asks Pagefind, which the build adds beside the pages, and lists its ten best answers. */
import './trusted-types.ts';

type Found = { url: string; excerpt: string; meta: { title?: string; kind?: string } };
type Counts = Record<string, Record<string, number>>;
type Pagefind = {
  init(): Promise<void>;
  /** Fetches what can be narrowed by; without it a search counts nothing. */
  filters(): Promise<Counts>;
  search(
    words: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: readonly { data(): Promise<Found> }[]; totalFilters: Counts }>;
};

const shown = 10;
const form = document.querySelector<HTMLFormElement>('#search-form');
const input = document.querySelector<HTMLInputElement>('#search-words');
const results = document.querySelector<HTMLElement>('#search-results');
const count = document.querySelector<HTMLElement>('#search-count');
const list = document.querySelector<HTMLElement>('#search-list');
const narrow = document.querySelector<HTMLElement>('#search-filters');
const selects = [...(narrow?.querySelectorAll<HTMLSelectElement>('select') ?? [])];

let loading: Promise<Pagefind> | undefined;
function load(): Promise<Pagefind> {
  // The address is put together here so that the bundler leaves it alone: the file exists only after the build.
  const address = new URL(`${import.meta.env.BASE_URL}pagefind/pagefind.js`, location.href).href;
  loading ??= import(/* @vite-ignore */ address).then(async (pagefind: Pagefind) => {
    await pagefind.init();
    await pagefind.filters();
    return pagefind;
  });
  // A line that dropped is tried again with the next search.
  loading.catch(() => (loading = undefined));
  return loading;
}

const letters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", '#x27': "'" };
const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|#39|#x27);/g, (_, name: string) => letters[name] ?? '');

/** The excerpt with its marks; whatever else an index might hold is text. */
function excerptOf(html: string): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  html.split(/<mark>(.*?)<\/mark>/s).forEach((text, index) => {
    const isMark = index % 2 === 1;
    const part = isMark ? document.createElement('mark') : document.createTextNode('');
    part.textContent = unescaped(text);
    paragraph.append(part);
  });
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
  if (excerpt) line.append(excerptOf(excerpt));
  return line;
}

/** A select offers what the words found, with how many pages each choice would leave. */
function offer(select: HTMLSelectElement, counts: Record<string, number> = {}): void {
  const chosen = select.value;
  const names = Object.keys(counts)
    .filter((name) => counts[name]! > 0 || name === chosen)
    .sort((a, b) => a.localeCompare(b));
  const any = select.options[0]!;
  select.replaceChildren(
    any,
    ...names.map((name) => new Option(`${name} (${counts[name] ?? 0})`, name, false, name === chosen)),
  );
  const field = select.closest<HTMLElement>('.field');
  if (field) field.hidden = names.length === 0;
}

/** Courses that have the words in their names: none where the best page is called so already. */
async function searchRecords(words: string, best?: Found): Promise<Found[]> {
  const { foundRecords, isCalled } = await import('../catalog/found-records.ts');
  if (best && isCalled(`${best.meta.title} ${best.meta.kind}`, words)) return [];
  return (await foundRecords(words, shown)).map(({ one: { course }, brief }) => ({
    url: `${import.meta.env.BASE_URL}courses/${course.id}/`,
    excerpt: '',
    meta: { title: course.title, kind: brief },
  }));
}

/** What stands above the list. `none`: the text search has found nothing. */
function countWords(words: string, none: boolean, pages: number, courses: number): string {
  if (none && courses === 0) return `Nothing found for “${words}”`;
  if (none) return `No page has “${words}”. ${courses === 1 ? 'This course has' : 'These courses have'} words like it.`;
  const counted = [
    ...(courses > 0 ? [`${courses} ${courses === 1 ? 'course' : 'courses'}`] : []),
    ...(pages > 0 ? [`${pages} ${pages === 1 ? 'page' : 'pages'}`] : []),
  ];
  const many = pages > shown ? `, the best ${shown} shown` : '';
  return `${counted.join(' and ')} for “${words}”${many}`;
}

if (form && input && results && count && list && narrow) {
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
      const filters = Object.fromEntries(selects.flatMap(({ name, value }) => (value ? [[name, value]] : [])));
      const narrowed = Object.keys(filters).length > 0;
      // Where courses are too many for the text search, their records are searched beside it.
      const beside = form.dataset['records'] !== undefined && !narrowed;
      const [{ results: all, totalFilters }, found] = await Promise.all([
        load().then((pagefind) => pagefind.search(words, { filters })),
        beside ? searchRecords(words) : [],
      ]);
      const best = await Promise.all(all.slice(0, shown).map((result) => result.data()));
      // The text search knows the beginnings of words in one part of its index only, and no wrong letters but at their ends.
      const more = beside || narrowed ? Promise.resolve(found) : searchRecords(words, best[0]);
      // Pages that were found are shown, whether or not courses can be had beside them.
      const records = await (best.length > 0 ? more.catch(() => []) : more);
      const others = best.filter(({ url }) => !records.some((record) => record.url === url));
      if (mine !== latest) return;
      for (const select of selects) offer(select, totalFilters[select.name]);
      narrow.hidden = all.length === 0 && !narrowed;
      list.replaceChildren(...[...records, ...others].map(lineOf));
      say(countWords(words, all.length === 0, all.length - (best.length - others.length), records.length));
    } catch {
      if (mine !== latest) return;
      list.replaceChildren();
      say(
        'Search could not be loaded. Check your connection and search again. Search works offline once the whole site is kept on this device.',
      );
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
  for (const select of selects) select.addEventListener('change', () => void search());
  const asked = new URL(location.href).searchParams.get('q');
  if (asked) input.value = asked;
  // Words may be there before the script is.
  void search();
}
