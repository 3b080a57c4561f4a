/**
 * The list of courses, narrowed as one types. Records come in shards, and only those that may hold what is asked; what is
 * typed is sent nowhere. The choice stands in the address, so that a narrowed list can be linked to and "back" works.
 */
import {
  askedWords,
  inOrder,
  orders,
  type Asked,
  type Directory,
  type Found,
  type ListedCourse,
  type Order,
} from '../../planner/catalog/course-list.ts';
import { findCourses } from './find-courses.ts';
import { earnsInWords, inBrief, placeInWords } from './list-words.ts';

/** Courses shown at first, and with each "Show more". */
const step = 50;
const form = document.querySelector<HTMLFormElement>('#course-filter');
const count = document.querySelector<HTMLElement>('#course-count');
const status = document.querySelector<HTMLElement>('#course-status');
const list = document.querySelector<HTMLElement>('#course-list');
const template = document.querySelector<HTMLTemplateElement>('#course-line');
const more = document.querySelector<HTMLButtonElement>('#course-more');
const plain = document.querySelector<HTMLElement>('#course-providers');

if (form && count && status && list && template && more && plain) {
  const chosen = (name: string): string => {
    const value = new FormData(form).get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const askedFor = (): { asked: Asked; order: Order; school: string } => {
    const school = chosen('at');
    const sure = chosen('sure');
    const marks = ['area', 'kind', 'level', 'earns', 'hours', 'proctored', 'price', 'outside']
      .filter((name) => chosen(name) !== '')
      .map((name) => `${name}:${chosen(name)}`);
    if (school) marks.push(sure ? `at:${school}:${sure}` : `at:${school}`);
    const order = orders.find((one) => one === chosen('sort')) ?? 'best';
    return { asked: { provider: chosen('provider'), marks, words: askedWords(chosen('q')) }, order, school };
  };

  let shown = step;
  let latest = 0;

  const lineOf = ({ course }: Found, directory: Directory, school: string): Node => {
    const line = template.content.cloneNode(true) as DocumentFragment;
    const put = (part: string, text: string): void => {
      const place = line.querySelector(`[data-part="${part}"]`);
      if (!place) return;
      if (text === '') place.remove();
      else place.textContent = text;
    };
    const link = line.querySelector('a');
    if (link) {
      link.href = `${import.meta.env.BASE_URL}courses/${course.id}/`;
      link.textContent = course.title;
    }
    put('brief', inBrief(course, directory.providers.find(({ id }) => id === course.provider)?.name ?? ''));
    put('earns', course.earns.map((one) => earnsInWords[one]).join(', ') || earnsInWords.none);
    put('place', school ? placeInWords(course.at?.[school]) : landsAt(course, directory));
    return line;
  };

  const landsAt = (course: ListedCourse, directory: Directory): string => {
    const at = Object.entries(course.at ?? {}).flatMap(([id, place]) =>
      place === 'published' || place === 'reported' ? (directory.schools.find((one) => one.id === id)?.name ?? []) : [],
    );
    return at.length > 0 ? `Known at ${at.join(', ')}` : '';
  };

  const show = async (): Promise<void> => {
    const mine = ++latest;
    const { asked, order, school } = askedFor();
    try {
      const { directory, found, whole } = await findCourses(asked, { enough: shown, readAll: true });
      if (mine !== latest) return;
      const best = (whole ? inOrder(found, order, school) : found).slice(0, shown);
      list.replaceChildren(...best.map((one) => lineOf(one, directory, school)));
      list.hidden = false;
      plain.hidden = true;
      more.hidden = whole && best.length === found.length;
      count.textContent = wordsForCount(
        found.length,
        whole,
        best.length,
        whole || (order === 'best' && asked.words.length > 0),
      );
    } catch {
      if (mine !== latest) return;
      count.textContent = 'The list could not be loaded. Check your connection, then press “Show courses”.';
      plain.hidden = false;
      list.hidden = true;
      more.hidden = true;
    }
  };

  const wordsForCount = (found: number, whole: boolean, shownNow: number, ordered: boolean): string => {
    if (found === 0) return 'No course fits all of this. Try fewer words or choices.';
    const courses = found === 1 ? 'course or exam' : 'courses and exams';
    const number = whole ? `${found.toLocaleString('en-US')} ${courses}` : `More than ${found} ${courses}`;
    const part = shownNow < found || !whole ? `, ${shownNow} shown` : '';
    return number + part + (ordered ? '' : '. To put them in order, choose a provider, an area or a school');
  };

  const remember = (): void => {
    const address = new URL(location.href);
    address.search = '';
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && value !== '') address.searchParams.set(name, value);
    }
    history.replaceState(null, '', address);
  };

  // Announced after a pause, so that a screen reader is not talked over while someone types.
  let pause = 0;
  const update = async (): Promise<void> => {
    shown = step;
    await show();
    clearTimeout(pause);
    pause = window.setTimeout(() => {
      remember();
      status.textContent = count.textContent;
    }, 1000);
  };

  let typing = 0;
  form.addEventListener('input', () => {
    clearTimeout(typing);
    typing = window.setTimeout(() => void update(), 150);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    remember();
    void show().then(() => count.focus());
  });
  more.addEventListener('click', () => {
    const next = shown;
    shown += step;
    // The first of the new lines has the focus, since the button may be gone.
    void show().then(() => list.children[next]?.querySelector('a')?.focus());
  });

  for (const [name, value] of new URL(location.href).searchParams) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
    // A choice that is not in the list is no choice.
    if (field instanceof HTMLSelectElement && [...field.options].some((option) => option.value === value))
      field.value = value;
  }
  void show();
}
