/** Checks what a student notes of a trail: the note, or what to do about each field that has a mistake. */
import { checkDate, dateParts, type DateParts } from '../plan/entry-check.ts';
import { noCity, timeOf } from '../exam/exam-time-form.ts';
import { longestTitle } from '../plan/entry-limits.ts';
import { isPageAddress, longestNote, type ExamSlot, type Membership, type StepNote } from './trail-notes.ts';
import { problemWords } from '../plan/wording-problems.ts';

/** What to do about one field. A date's mistakes stand at `day`. */
export type TrailMistake = { readonly field: string; readonly words: string };

type Checked<T> = { readonly value: T } | { readonly mistakes: readonly TrailMistake[] };

/** What stands in the form of a step or a requirement. `open`: nothing is noted. */
export type NoteFields = DateParts & { readonly state: string; readonly note: string; readonly link: string };

/** A note about a step, or about a requirement. */
export type AnyNote<S extends string> = Omit<StepNote, 'state'> & { readonly state: S };

/** The form as it was noted. */
export function noteFields(note: AnyNote<string> | undefined): NoteFields {
  const { state = 'open', on, note: words = '', link = '' } = note ?? {};
  return { state, ...dateParts(on), note: words, link };
}

/** The note that the form makes, in one of these states; nothing where the step or requirement is open. */
export function checkNote<S extends string>(
  fields: NoteFields,
  states: readonly S[],
  today: string,
): Checked<AnyNote<S> | undefined> {
  const state = states.find((one) => one === fields.state);
  const date = checkDate(fields);
  const on = 'value' in date ? date.value : undefined;
  const [note, link] = [fields.note.trim(), withScheme(fields.link.trim())];
  const mistakes: (TrailMistake | false)[] = [
    !state &&
      [note, link, on ?? ''].some(Boolean) && {
        field: 'state',
        words: 'Choose how it stands: what you enter below is kept with that',
      },
    'problem' in date && { field: 'day', words: problemWords(date.problem) },
    on !== undefined && on > today && { field: 'day', words: 'Date must be today or earlier' },
    note.length > longestNote && { field: 'note', words: `Note must be ${longestNote} letters or fewer` },
    link !== '' &&
      !isPageAddress(link) && { field: 'link', words: 'Link must be an address, like https://example.com/' },
  ];
  const found = mistakes.filter((mistake) => mistake !== false);
  if (found.length > 0) return { mistakes: found };
  if (!state) return { value: undefined };
  return {
    value: {
      state,
      ...(on === undefined ? {} : { on }),
      ...(note === '' ? {} : { note }),
      ...(link === '' ? {} : { link }),
    },
  };
}

/** An address as people type it: most leave out how it begins. */
function withScheme(link: string): string {
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(link) ? `https://${link}` : link;
}

/** What stands in the form of an exam's slot. */
export type SlotFields = DateParts & { readonly at: string; readonly zone: string };

/** The slot; nothing where no day and no time were entered. */
export function checkSlot(fields: SlotFields): Checked<ExamSlot | undefined> {
  const date = checkDate(fields);
  const on = 'value' in date ? date.value : undefined;
  if ('value' in date && on === undefined && fields.at.trim() === '') return { value: undefined };
  const at = timeOf(fields.at);
  const mistakes: (TrailMistake | false)[] = [
    'problem' in date && { field: 'day', words: problemWords(date.problem) },
    'value' in date && on === undefined && { field: 'day', words: 'Enter the day of the exam' },
    at === undefined && { field: 'at', words: 'Time must be like 19:30 or 7:30 pm' },
    (fields.zone === '' || fields.zone === noCity) && {
      field: 'zone',
      words: 'Choose the city whose clock the time is in',
    },
  ];
  const found = mistakes.filter((mistake) => mistake !== false);
  if (found.length > 0 || on === undefined || at === undefined) return { mistakes: found };
  return { value: { on, at, zone: fields.zone } };
}

/** A day, whenever it is; nothing where none was entered. */
export function checkDay(fields: DateParts): Checked<string | undefined> {
  const date = checkDate(fields);
  return 'value' in date ? date : { mistakes: [{ field: 'day', words: problemWords(date.problem) }] };
}

/** The membership that renews; nothing where no day and no length were entered. */
export function checkMembership(fields: DateParts & { readonly months: string }): Checked<Membership | undefined> {
  const date = checkDate(fields);
  const since = 'value' in date ? date.value : undefined;
  const typed = fields.months.trim();
  if ('value' in date && since === undefined && typed === '') return { value: undefined };
  const months = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
  const isLength = months >= 1 && months <= 60;
  const mistakes: (TrailMistake | false)[] = [
    'problem' in date && { field: 'day', words: problemWords(date.problem) },
    'value' in date && since === undefined && { field: 'day', words: 'Enter the day on which you began to pay' },
    !isLength && { field: 'months', words: 'Months must be a whole number from 1 to 60' },
  ];
  const found = mistakes.filter((mistake) => mistake !== false);
  if (found.length > 0 || since === undefined) return { mistakes: found };
  return { value: { since, months } };
}

/** A name as it is kept, letter by letter; nothing where none was entered. `field` is where it was typed. */
export function checkName(typed: string, field: string): Checked<string | undefined> {
  const name = typed.trim();
  if (name.length > longestTitle) {
    return { mistakes: [{ field, words: `Name must be ${longestTitle} letters or fewer` }] };
  }
  return { value: name === '' ? undefined : name };
}
