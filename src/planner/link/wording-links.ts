/** Sentences about links that carry a plan. */
import type { LinkRefusal } from './plan-link.ts';

/** Why a link does not open. Each says what to do. */
export const linkRefusalWords: Readonly<Record<LinkRefusal, string>> = {
  'no-plan': 'There is no plan in this address. Ask for the link again, and copy all of it.',
  cut: 'This link was cut. Its end is missing, as happens in some messengers. Ask for the plan as a file, or for the link in another way.',
  altered: 'This link was changed on its way, so its plan can’t be trusted. Ask for it again, and copy all of it.',
  'newer-version': 'This link was made by a newer version of this page. Reload the page.',
  'too-large': 'This link is too long to be a plan. Ask for the plan as a file.',
  damaged: 'This link can’t be read as a plan. Ask for the plan as a file.',
};

/** From so many letters on, the length of a link is said: some messengers and mail programs cut longer ones. */
const longLink = 2000;

/** What to know about a link of so many letters, if it is long. */
export function linkLengthWords(length: number): string {
  if (length <= longLink) return '';
  return `This link has ${length.toLocaleString('en')} letters. Some messengers cut long links. The page then says so. A file is safer.`;
}
