/** Every sentence about names that differ. */
import type { Matters, NameDifference } from './names-compared.ts';

/** What differs, in words. "First" and "second" are the two names as they are shown. */
export function nameDifferenceSentence({ kind, one, other }: NameDifference): string {
  const only =
    one === ''
      ? `The second name has “${other}”; the first has not.`
      : `The first name has “${one}”; the second has not.`;
  switch (kind) {
    case 'script':
      return 'The two names are written in different alphabets.';
    case 'order':
      return `The parts stand in another order: “${one}”, “${other}”.`;
    case 'missing-part':
      return only;
    case 'initial':
      return `One name writes only the first letter: “${one}”, “${other}”.`;
    case 'letters':
      return `Other letters: “${one}”, “${other}”.`;
    case 'accents':
      return `The same letters with and without accents: “${one}”, “${other}”.`;
    case 'case':
      return `Capital and small letters differ: “${one}”, “${other}”.`;
    case 'hyphen':
      return `A hyphen is missing in one of them: “${one}”, “${other}”.`;
    case 'spaces':
      return `Spaces differ: “${one}”, “${other}”.`;
    case 'marks':
      return `An apostrophe, dot or comma differs: “${one}”, “${other}”.`;
  }
}

/** Where such a difference comes from, and what to look at. */
export const whyNamesDiffer: Readonly<Record<'order' | 'accents', string>> = {
  order:
    'Order: some forms put the family name first, and some countries give two of them. Look which part each record calls the last name.',
  accents: 'Accents: some systems leave them out. A person reads one name then, a computer may read two.',
};

/** Whether it matters, by the rules that are known. */
export const mattersWords: Readonly<Record<Matters, string>> = {
  yes: 'Have it put right before you go on.',
  ask: 'Ask whether it is a problem.',
  no: 'No page says that this is a problem.',
  'not-known': 'No page says whether this matters. Ask before you send anything.',
};

/** What two names are compared, as a heading. */
export const betweenWords = {
  'id-and-record': 'Your ID and the record of the course',
  'record-and-transcript': 'The record of the course and the transcript',
} as const;
