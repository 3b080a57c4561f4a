/** Narrows and orders the table of schools that the page already holds: no request. The choice stands in the address. */
export {};

const form = document.querySelector<HTMLFormElement>('#school-filter');
const body = document.querySelector<HTMLTableSectionElement>('#school-rows');
const count = document.querySelector<HTMLElement>('#school-count');

if (form && body && count) {
  const rows = [...body.rows];
  const inPageOrder = [...rows];
  const numberOf = (row: HTMLTableRowElement, name: string): number => {
    const value = row.dataset[name];
    return value === undefined || value === '' ? Infinity : Number(value);
  };

  const apply = (): void => {
    const choice = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]),
    ) as Record<string, string>;
    const words = (choice['q'] ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const marks = ['takes', 'control', 'award'].flatMap((name) => choice[name] || []);
    let shown = 0;
    for (const row of rows) {
      const has = new Set((row.dataset['is'] ?? '').split(' '));
      const text = row.textContent.toLowerCase();
      row.hidden = !(marks.every((mark) => has.has(mark)) && words.every((word) => text.includes(word)));
      if (!row.hidden) shown += 1;
    }
    const sort = choice['sort'] ?? '';
    const ordered = sort
      ? inPageOrder.toSorted((a, b) => {
          const [first, second] = [numberOf(a, sort), numberOf(b, sort)];
          const least = sort === 'here' || sort === 'tuition';
          if (first === second) return 0;
          // What is not known comes last, whichever way the numbers run.
          if (first === Infinity || second === Infinity) return first === Infinity ? 1 : -1;
          return least ? first - second : second - first;
        })
      : inPageOrder;
    body.append(...ordered);
    count.textContent =
      shown === 0 ? 'No school fits all of this. Try fewer choices.' : `${shown} ${shown === 1 ? 'school' : 'schools'}`;
    const address = new URL(location.href);
    address.search = '';
    for (const [name, value] of Object.entries(choice)) if (value) address.searchParams.set(name, value);
    history.replaceState(null, '', address);
  };

  for (const [name, value] of new URL(location.href).searchParams) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
    if (field instanceof HTMLSelectElement && [...field.options].some((option) => option.value === value))
      field.value = value;
  }
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    apply();
    count.focus();
  });
  const isChosen = [...new FormData(form).values()].some((value) => value !== '');
  if (location.search || isChosen) apply();
}
