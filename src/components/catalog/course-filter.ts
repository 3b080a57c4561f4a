/**
 * Narrows the list that the page already holds: no request, whatever is typed.
 *
 * The choice stands in the address, so that a narrowed list can be linked to and "back" works.
 */
export {};

const form = document.querySelector<HTMLFormElement>('#course-filter');
const count = document.querySelector<HTMLElement>('#course-count');
const status = document.querySelector<HTMLElement>('#course-status');

type Line = { readonly item: HTMLLIElement; readonly text: string; readonly is: ReadonlySet<string> };

// Accents and case make no difference: "algebra" finds "Álgebra".
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

if (form && count && status) {
  const groups = [...document.querySelectorAll<HTMLElement>('[data-provider]')].map((section) => ({
    section,
    lines: [...section.querySelectorAll('li')].map((item): Line => ({
      item,
      text: plain(item.textContent),
      is: new Set(item.dataset['is']?.split(' ')),
    })),
  }));

  const apply = (): number => {
    const choice = new Map([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]));
    const chosen = (name: string): string => choice.get(name) ?? '';
    const words = plain(chosen('q')).split(/\s+/).filter(Boolean);
    const hours = chosen('hours');
    const wanted = [
      chosen('area'),
      chosen('level'),
      chosen('by') && `by-${chosen('by')}`,
      chosen('at') && `at-${chosen('at')}`,
      { yes: 'proctored', no: 'unproctored' }[chosen('proctored')] ?? '',
    ].filter(Boolean);
    const fits = ({ text, is }: Line): boolean =>
      wanted.every((mark) => is.has(mark)) &&
      words.every((word) => text.includes(word)) &&
      (hours === '' || (hours === '4' ? ['h4', 'h5', 'h6', 'h7'] : [`h${hours}`]).some((mark) => is.has(mark)));

    let shown = 0;
    for (const { section, lines } of groups) {
      const mayShow = chosen('provider') === '' || chosen('provider') === section.dataset['provider'];
      let here = 0;
      for (const line of lines) {
        const show = mayShow && fits(line);
        line.item.hidden = !show;
        if (show) here += 1;
      }
      section.hidden = here === 0;
      shown += here;
    }
    count.textContent =
      shown === 0
        ? 'No course fits all of this. Try fewer words or choices.'
        : `${shown} ${shown === 1 ? 'course or exam' : 'courses and exams'}`;
    return shown;
  };

  const remember = (): void => {
    const address = new URL(location.href);
    address.search = '';
    for (const [name, value] of new FormData(form)) if (value !== '') address.searchParams.set(name, String(value));
    history.replaceState(null, '', address);
  };

  // Announced after a pause, so that a screen reader is not talked over while someone types.
  let pause = 0;
  const update = (): void => {
    apply();
    clearTimeout(pause);
    pause = window.setTimeout(() => {
      remember();
      status.textContent = count.textContent;
    }, 1000);
  };

  let typing = 0;
  form.addEventListener('input', () => {
    clearTimeout(typing);
    typing = window.setTimeout(update, 150);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    apply();
    remember();
    count.focus();
  });

  for (const [name, value] of new URL(location.href).searchParams) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
    // A choice that is not in the list is no choice.
    if (field instanceof HTMLSelectElement && [...field.options].some((option) => option.value === value))
      field.value = value;
  }
  apply();
}
