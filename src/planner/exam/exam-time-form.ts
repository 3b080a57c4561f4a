/** The form of an exam slot: what is typed, what is wrong with it, and the address that leads back to it. */
import type { ExamAsked } from './exam-time.ts';
import { isZone } from './time-zones.ts';

/** What stands in the fields. Zones are IANA names, empty where no city was chosen. */
export type ExamFields = Readonly<
  Record<
    'name' | 'day' | 'month' | 'year' | 'at' | 'zone' | 'minutes' | 'here' | 'proctor' | 'hours' | 'from' | 'to',
    string
  >
>;

/** Chosen in the place of a service where the reader types the hours. */
export const typedHours = 'typed';

/** Stands in the field of a city where something is typed that is none. */
export const noCity = '?';

/** Each mistake, by its field. */
export type ExamTimeProblem = {
  readonly field: 'date' | 'at' | 'zone' | 'minutes' | 'here' | 'proctor' | 'from' | 'to';
  readonly words: string;
};

/** The longest exam, in minutes: ten hours. */
const longest = 600;

/** What is asked, or what is wrong, in the form's order. `services`: when each is open that can be chosen. */
export function checkExamTime(
  fields: ExamFields,
  services: ReadonlyMap<string, ExamAsked['hours']>,
): { readonly asked: ExamAsked } | { readonly problems: readonly ExamTimeProblem[] } {
  const on = dayOf(fields);
  const at = timeOf(fields.at);
  const minutes = /^\s*\d{1,3}\s*$/.test(fields.minutes) ? Number(fields.minutes) : 0;
  const [from, to] = [timeOf(fields.from), timeOf(fields.to)];
  const typed = fields.hours === typedHours;
  const problems: (ExamTimeProblem | false)[] = [
    on === undefined && { field: 'date', words: 'Date must be a real day, like 22 11 2026' },
    at === undefined && { field: 'at', words: 'Time must be like 19:30 or 7:30 pm' },
    !isZone(fields.zone) && { field: 'zone', words: 'Choose the city whose clock the time is in' },
    (minutes < 1 || minutes > longest) && { field: 'minutes', words: `Length must be from 1 to ${longest} minutes` },
    !isZone(fields.here) && { field: 'here', words: 'Choose your city' },
    fields.proctor === noCity && { field: 'proctor', words: 'Choose a city for the proctor, or leave it empty' },
    typed && from === undefined && { field: 'from', words: 'Opening time must be like 09:00 or 9 am' },
    typed && to === undefined && { field: 'to', words: 'Closing time must be like 17:00 or 5 pm' },
  ];
  const found = problems.filter((problem) => problem !== false);
  if (found.length > 0 || on === undefined || at === undefined) return { problems: found };
  const proctor = fields.proctor === '' ? undefined : fields.proctor;
  return {
    asked: {
      name: fields.name.trim(),
      slot: { on, at, zone: fields.zone, minutes },
      here: fields.here,
      proctor,
      hours:
        typed && from !== undefined && to !== undefined
          ? { from, to, zone: proctor ?? fields.zone }
          : services.get(fields.hours),
    },
  };
}

/** ISO text, or undefined for a day that no calendar has. */
function dayOf({ day, month, year }: Pick<ExamFields, 'day' | 'month' | 'year'>): string | undefined {
  if (![day, month].every((part) => /^\s*\d{1,2}\s*$/.test(part)) || !/^\s*20\d\d\s*$/.test(year)) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 ? date.toISOString().slice(0, 10) : undefined;
}

/** `19:30` from what people type: "19:30", "7.30 pm", "19h30", "7pm"; undefined for anything else. */
export function timeOf(typed: string): string | undefined {
  const [, hour = '', minutes = '00', half = ''] =
    /^(\d{1,2})(?:[:.h ]?(\d{2}))?h?\s*([ap])?(?:\.?m\.?)?$/.exec(typed.trim().toLowerCase()) ?? [];
  // A lone "7" may be morning or evening.
  if (hour === '' || (half === '' && !/[:.h]|\d{4}/i.test(typed)) || Number(minutes) > 59) return undefined;
  if (half === '') return Number(hour) < 24 ? `${hour.padStart(2, '0')}:${minutes}` : undefined;
  if (Number(hour) < 1 || Number(hour) > 12) return undefined;
  const from12 = (Number(hour) % 12) + (half === 'p' ? 12 : 0);
  return `${String(from12).padStart(2, '0')}:${minutes}`;
}

/** Which fields the address may hold. */
const linked = ['name', 'at', 'zone', 'minutes', 'here', 'proctor', 'hours', 'from', 'to'] as const;

/**
 * What stands after the # of the address. The reader's own city is left out where it is the device's, so that whoever gets
 * the address sees the slot on a clock of their own.
 */
export function examTimeLink(fields: ExamFields, deviceZone: string): string {
  const on = dayOf(fields);
  const kept = linked.filter((field) => fields[field] !== '' && !(field === 'here' && fields.here === deviceZone));
  return new URLSearchParams([
    ...(on === undefined ? [] : [['on', on]]),
    ...kept.map((field) => [field, fields[field]]),
  ]).toString();
}

/** The fields that an address names, as far as they make sense; undefined where it names none. */
export function examTimeFromLink(fragment: string): Partial<ExamFields> | undefined {
  const asked = new URLSearchParams(fragment.replace(/^#/, ''));
  const [year = '', month = '', day = ''] = /^\d{4}-\d\d-\d\d$/.exec(asked.get('on') ?? '')?.[0].split('-') ?? [];
  const found = linked.flatMap((field) => {
    const value = asked.get(field)?.slice(0, 100) ?? '';
    const isPlace = field === 'zone' || field === 'here' || field === 'proctor';
    return value === '' || (isPlace && !isZone(value)) ? [] : [[field, value] as const];
  });
  const fields = { ...(day === '' ? {} : { day, month, year }), ...Object.fromEntries(found) };
  return Object.keys(fields).length > 0 ? fields : undefined;
}
