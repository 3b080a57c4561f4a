/** What is said about taking an exam, and about what the browser tries. Nothing here promises that the day goes well. */
import type { Device, Paper } from '../../schemas/exam-rules.ts';
import type { Source } from '../../schemas/shared.ts';
import type { ExamTaker, ReadyLine, ReadyWay, WillDo } from './exam-ready.ts';
import { countryName } from './zone-cities.ts';

/** Machines, for a list to choose from. */
export const deviceWords: Readonly<Record<Device, string>> = {
  windows: 'A computer with Windows',
  mac: 'A Mac',
  chromebook: 'A Chromebook',
  linux: 'A computer with Linux',
  ipad: 'An iPad',
  tablet: 'Another tablet',
  phone: 'A phone',
};

/** Identity papers, for a list to choose from. */
export const paperWords: Readonly<Record<Paper, string>> = {
  passport: 'A passport',
  'national-id': 'A national identity card',
  'drivers-license': 'A driver’s license',
  'military-id': 'A military ID',
  'student-id': 'A student ID',
};

/** One word for a tag. */
export const willDoWords: Readonly<Record<WillDo, string>> = { yes: 'Yes', no: 'No', ask: 'Ask' };

/** The way's name: "At home, over Honorlock". */
export function wayWords({ at, by }: ReadyWay): string {
  if (at === 'test-center') return 'At a test center';
  return by ? `At home, over ${by.name}` : 'At home';
}

/** What all the answers of a way come to. */
export const overallWords: Readonly<Record<WillDo, string>> = {
  yes: 'We found nothing that stands in the way. The rules may change: read them once more before you pay.',
  no: 'Not this way.',
  ask: 'Ask before you pay. Not everything could be answered.',
};

/** The answer to one question, in a sentence. */
export function lineWords({ question, answer, text }: ReadyLine, taker: ExamTaker): string {
  const unknown = text === '' ? ' We found nothing about it.' : '';
  switch (question) {
    case 'country':
      return {
        yes: `It can be taken from ${inCountry(taker.country)}.`,
        no: `It can’t be taken from ${inCountry(taker.country)}.`,
        ask: `Ask whether it can be taken from ${inCountry(taker.country)}.${unknown}`,
      }[answer];
    case 'device': {
      const device = taker.device === '' ? '' : deviceWords[taker.device];
      return {
        yes: `${device} will do, if it is new enough.`,
        no: `${device} will not do.`,
        ask: `Ask whether ${lower(device)} will do.${unknown}`,
      }[answer];
    }
    case 'paper': {
      const paper = taker.paper === '' ? '' : paperWords[taker.paper];
      return {
        yes: `${paper} will do, if it is in force and the name is the same as in your account.`,
        no: `${paper} from ${inCountry(taker.paperFrom)} will not do.`,
        ask: `Ask whether ${lower(paper)} will do.${unknown}`,
      }[answer];
    }
  }
}

/** Countries whose names are a plural or a union have an article: "the United States". */
function inCountry(country: string): string {
  const name = countryName(country);
  return /^(?:United|Bahamas|British|Cayman|Central|Comoros|Congo|Cook|Czech Republic|Dominican|Falkland|Faroe|Gambia|Isle|Maldives|Marshall|Netherlands|Northern|Philippines|Seychelles|Solomon|Turks|U\.S\.|Åland)/.test(
    name,
  )
    ? `the ${name}`
    : name;
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

const months = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** "reported, page of 2019, checked November 2026" */
export function sourceFacts({ confidence, pageDate, checkedOn }: Source): string {
  return [
    confidence === 'reported' ? 'reported' : '',
    pageDate === undefined ? '' : `page of ${pageDate}`,
    `checked ${months.format(Date.parse(checkedOn.slice(0, 7)))}`,
  ]
    .filter(Boolean)
    .join(', ');
}
