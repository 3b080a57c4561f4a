/** What a student wishes of a plan that finishes the degree: from the fields of a form, and to and from an address. */
import type { Wishes } from '../../engine/completion.ts';
import { firstWishes } from './completion.ts';
import { checkDate, dateParts, type DateParts, type EntryProblem } from '../plan/entry-check.ts';
import { isRealDate } from '../plan/entry-limits.ts';
import { hashOf, isId, partsOf } from '../compare/side-by-side.ts';

/** What holds for the cheapest, the fastest and the safest plan alike. */
export type CommonWishes = Omit<Wishes, 'aim'>;

/** Numbers that are typed: what they may be. A field that is not needed may stay empty. */
export const numberFields = {
  hoursAWeek: { from: 1, to: 80, needed: true, whole: false },
  studyPerSemesterHour: { from: 1, to: 200, needed: true, whole: false },
  coursesAtATime: { from: 1, to: 10, needed: true, whole: true },
  weeksForTranscripts: { from: 0, to: 52, needed: true, whole: true },
  keepForSchool: { from: 1, to: 200, needed: false, whole: false },
  leastSureHours: { from: 1, to: 200, needed: false, whole: false },
} as const;

/** The exams that vouchers are given for, by Modern States and others: their provider's id. */
const clep = 'clep';

export type NumberField = keyof typeof numberFields;
const numberNames = Object.keys(numberFields) as NumberField[];

/** What the student studies on; empty for anything. */
export type Device = NonNullable<Wishes['device']> | '';
const devices: readonly Device[] = ['phone', 'computer', 'windows-computer'];

/** What stands in the form. */
export type WishFields = Readonly<Record<NumberField, string>> & {
  readonly finishBy: DateParts;
  readonly withoutProviders: readonly string[];
  readonly noExams: boolean;
  readonly noProctored: boolean;
  readonly abroad: boolean;
  readonly clepVouchers: boolean;
  /** True where other courses may take the place of those that are not begun. */
  readonly replacePlanned: boolean;
  readonly device: Device;
};

/** One field's mistake. */
export type WishProblem =
  | { readonly field: NumberField; readonly problem: 'not-in-range' }
  | { readonly field: 'finishBy'; readonly problem: EntryProblem | 'date-not-ahead' };

/** What the student begins with. */
export const firstCommonWishes: CommonWishes = (({ aim: _, ...common }) => ({ ...common, keepPlanned: true }))(
  firstWishes,
);

/** The form for these wishes. */
export function fieldsOf(wishes: CommonWishes): WishFields {
  const numbers = numberNames.map((name) => [name, wishes[name] === undefined ? '' : String(wishes[name])]);
  return {
    ...(Object.fromEntries(numbers) as Record<NumberField, string>),
    finishBy: dateParts(wishes.finishBy),
    withoutProviders: wishes.without?.providers ?? [],
    noExams: wishes.without?.exams ?? false,
    noProctored: wishes.without?.proctored ?? false,
    abroad: wishes.abroad ?? false,
    clepVouchers: wishes.vouchers?.includes(clep) ?? false,
    replacePlanned: wishes.keepPlanned !== true,
    device: wishes.device ?? '',
  };
}

/** The wishes, or each field's mistake, in the form's order. The finish must lie after `today`. */
export function checkWishes(
  fields: WishFields,
  today: string,
): { readonly wishes: CommonWishes } | { readonly problems: readonly WishProblem[] } {
  const problems: WishProblem[] = [];
  const numbers: Partial<Record<NumberField, number>> = {};
  for (const field of numberNames) {
    const number = readNumber(field, fields[field]);
    if (number === 'wrong') problems.push({ field, problem: 'not-in-range' });
    else if (number !== undefined) numbers[field] = number;
  }
  const date = checkDate(fields.finishBy);
  if ('problem' in date) problems.push({ field: 'finishBy', problem: date.problem });
  else if (date.value !== undefined && date.value <= today)
    problems.push({ field: 'finishBy', problem: 'date-not-ahead' });
  if (problems.length > 0) return { problems };
  return {
    wishes: wishesOf({
      numbers,
      finishBy: 'value' in date ? date.value : undefined,
      providers: fields.withoutProviders,
      exams: fields.noExams,
      proctored: fields.noProctored,
      abroad: fields.abroad,
      clepVouchers: fields.clepVouchers,
      keepPlanned: !fields.replacePlanned,
      device: fields.device,
    }),
  };
}

/** "10", " 7.5 ", "7,5": the number, nothing for an empty field that may be, or `wrong`. */
function readNumber(field: NumberField, typed: string): number | undefined | 'wrong' {
  const { from, to, needed, whole } = numberFields[field];
  const text = typed.trim();
  if (text === '') return needed ? 'wrong' : undefined;
  if (!/^\d+([.,]\d+)?$/.test(text)) return 'wrong';
  const number = Number(text.replace(',', '.'));
  return number < from || number > to || (whole && !Number.isInteger(number)) ? 'wrong' : number;
}

type Parts = {
  readonly numbers: Readonly<Partial<Record<NumberField, number>>>;
  readonly finishBy: string | undefined;
  readonly providers: readonly string[];
  readonly exams: boolean;
  readonly proctored: boolean;
  readonly abroad: boolean;
  readonly clepVouchers: boolean;
  readonly keepPlanned: boolean;
  readonly device: Device;
};

/** Only what is wished for: a wish that is not there changes nothing. */
function wishesOf(parts: Parts): CommonWishes {
  const { numbers, finishBy, providers, exams, proctored, abroad, clepVouchers, keepPlanned, device } = parts;
  const without = {
    ...(providers.length > 0 ? { providers: providers.toSorted() } : {}),
    ...(exams ? { exams } : {}),
    ...(proctored ? { proctored } : {}),
  };
  return {
    ...firstCommonWishes,
    ...numbers,
    keepPlanned,
    ...(finishBy === undefined ? {} : { finishBy }),
    ...(Object.keys(without).length > 0 ? { without } : {}),
    ...(abroad ? { abroad } : {}),
    ...(clepVouchers ? { vouchers: [clep] } : {}),
    ...(device === '' ? {} : { device }),
  };
}

const inAddress: Readonly<Record<NumberField, string>> = {
  hoursAWeek: 'week',
  studyPerSemesterHour: 'study',
  coursesAtATime: 'together',
  weeksForTranscripts: 'transcripts',
  keepForSchool: 'keep',
  leastSureHours: 'sure',
};

/** What stands after the # of an address. What can't be read there is as at the beginning. */
export function wishesIn(hash: string): CommonWishes {
  const parts = partsOf(hash);
  const numbers: Partial<Record<NumberField, number>> = {};
  for (const field of numberNames) {
    const number = readNumber(field, parts.get(inAddress[field]) ?? '');
    if (typeof number === 'number') numbers[field] = number;
  }
  const finishBy = parts.get('by') ?? '';
  const no = (parts.get('no') ?? '').split(',');
  return wishesOf({
    numbers,
    finishBy: isRealDate(finishBy) ? finishBy : undefined,
    providers: [...new Set((parts.get('without') ?? '').split(','))].filter(isId),
    exams: no.includes('exams'),
    proctored: no.includes('proctored'),
    abroad: parts.get('abroad') === 'yes',
    clepVouchers: parts.get('vouchers') === clep,
    keepPlanned: parts.get('replace') !== 'yes',
    device: devices.find((device) => device === parts.get('device')) ?? '',
  });
}

/** The other way. What is as at the beginning is left out. */
export function hashOfWishes(wishes: CommonWishes): string {
  const { without = {} } = wishes;
  const numbers = numberNames.flatMap((field) => {
    const number = wishes[field];
    return number === undefined || number === firstCommonWishes[field] ? [] : [[inAddress[field], String(number)]];
  });
  const no = [...(without.exams ? ['exams'] : []), ...(without.proctored ? ['proctored'] : [])];
  return hashOf({
    ...Object.fromEntries(numbers),
    by: wishes.finishBy,
    without: without.providers?.join(','),
    no: no.join(','),
    abroad: wishes.abroad ? 'yes' : undefined,
    vouchers: wishes.vouchers?.join(','),
    replace: wishes.keepPlanned === true ? undefined : 'yes',
    device: wishes.device,
  });
}
