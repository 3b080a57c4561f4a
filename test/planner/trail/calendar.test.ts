import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarText, calendarUid, type CalendarEvent } from '../../../src/planner/trail/calendar.ts';
import { instantOf } from '../../../src/planner/exam/time-zones.ts';

const runs = Number(process.env['CREDIT_MAP_RUNS'] ?? 1500);
const madeAt = '2026-11-28T09:30:00.000Z';

const due: CalendarEvent = { id: 'p-1/c1/send-transcript', title: 'Send the transcript', start: '2026-12-05' };
const slot = { on: '2026-12-08', at: '19:30', zone: 'Asia/Kolkata', minutes: 90 };
const exam: CalendarEvent = { id: 'p-1/c2/exam', title: 'CLEP exam', start: slot };

/** The entries as another program reads them. */
function readBack(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  expect(calendar.name).toBe('vcalendar');
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

const entry = (event: CalendarEvent): ICAL.Event => readBack(calendarText([event], madeAt))[0]!;
const utf8 = new TextEncoder();

test('a day is a whole day everywhere, and leaves its reader free', () => {
  const { startDate, endDate, summary, component } = entry(due);
  expect(startDate.isDate).toBe(true);
  expect([startDate.toString(), endDate.toString()]).toEqual(['2026-12-05', '2026-12-06']);
  expect(summary).toBe('Send the transcript');
  expect(component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  expect(entry({ ...due, start: '2028-02-29' }).endDate.toString()).toBe('2028-03-01');
});

test('a slot is one moment, whichever zone it was given in', () => {
  const { startDate, endDate, component } = entry(exam);
  expect(startDate.toJSDate().toISOString()).toBe('2026-12-08T14:00:00.000Z');
  expect(endDate.toJSDate().toISOString()).toBe('2026-12-08T15:30:00.000Z');
  expect(component.getFirstPropertyValue('transp')).toBe('OPAQUE');
});

test('a slot takes its minutes also in the night in which clocks change', () => {
  const { startDate, endDate } = entry({
    ...exam,
    start: { ...slot, on: '2027-03-14', at: '01:30', zone: 'America/New_York' },
  });
  expect(startDate.toJSDate().toISOString()).toBe('2027-03-14T06:30:00.000Z');
  expect(endDate.toJSDate().toISOString()).toBe('2027-03-14T08:00:00.000Z');
});

test('an entry keeps its name in every file, and a change has a higher number', () => {
  const before = entry({ ...due, revision: 3 });
  const after = entry({ ...due, start: '2027-01-05', title: 'Send it', revision: 4 });
  expect(after.uid).toBe(before.uid);
  expect(after.uid).toBe(calendarUid(due.id));
  expect([before.sequence, after.sequence]).toEqual([3, 4]);
  expect(entry(due).sequence).toBe(0);
});

test.for([
  [due, 0, '2026-12-05T09:00:00'],
  [due, 1, '2026-12-04T09:00:00'],
  [due, 7, '2026-11-28T09:00:00'],
  [exam, 0, '2026-12-08T13:00:00Z'],
  [exam, 2, '2026-12-06T14:00:00Z'],
] as const)('a reminder comes at a fit time: %j, %d days before', ([event, remindDaysBefore, expected]) => {
  const { component, startDate } = entry({ ...event, remindDaysBefore });
  const alarm = component.getFirstSubcomponent('valarm')!;
  expect(alarm.getFirstPropertyValue('action')).toBe('DISPLAY');
  const at = startDate.clone();
  at.isDate = false;
  at.addDuration(alarm.getFirstPropertyValue('trigger') as ICAL.Duration);
  expect(at.toString()).toBe(expected);
});

test('an entry without a reminder has none', () => {
  expect(entry(due).component.getFirstSubcomponent('valarm')).toBeNull();
});

test('the address is a property, and ends the text for calendars that show none', () => {
  const { component, description } = entry({ ...due, description: 'Ask first.', url: 'https://example.edu/a;b?c=d,é' });
  expect(component.getFirstPropertyValue('url')).toBe('https://example.edu/a;b?c=d,%C3%A9');
  expect(description).toBe('Ask first.\n\nhttps://example.edu/a;b?c=d,%C3%A9');
});

test.for(['javascript:alert(1)', 'not an address', 'data:text/plain,x', ''])(
  'no other address is written: %j',
  (url) => {
    const { component } = entry({ ...due, url });
    expect(component.getFirstPropertyValue('url')).toBeNull();
    expect(component.getFirstPropertyValue('description')).toBeNull();
  },
);

test('words cannot begin a line of their own', () => {
  const breakOut = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:other\rATTACH:https://example.com';
  const text = calendarText(
    [{ ...due, id: breakOut, title: breakOut, description: breakOut, url: `https://e.org/${breakOut}` }],
    madeAt,
  );
  expect(text.match(/^(BEGIN:VEVENT|END:VEVENT|UID:.*|ATTACH.*)$/gm)).toHaveLength(3);
  const [only, ...others] = readBack(text);
  expect(others).toEqual([]);
  expect(only!.summary).toBe(breakOut.replace(/\r\n?/g, '\n'));
});

const hardText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc
    .array(
      fc.constantFrom(
        '\r',
        '\n',
        '\r\n',
        ',',
        ';',
        ':',
        '\\',
        '\\n',
        '"',
        ' ',
        '\t',
        'é',
        'ã',
        'ẹ́',
        'कखग',
        '👩🏽‍🎓',
        '\u0000',
        '\uD83D',
        'BEGIN:VEVENT',
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join('')),
  fc.string({ minLength: 300, maxLength: 900 }),
);
const days = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const slots = fc.record({
  on: days,
  at: fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
  zone: fc.constantFrom(
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'America/New_York',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'Africa/Lagos',
  ),
  minutes: fc.integer({ min: 1, max: 600 }),
});
const events: fc.Arbitrary<CalendarEvent> = fc.record(
  {
    id: fc.oneof(hardText, fc.uuid()),
    title: hardText,
    description: hardText,
    url: fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), hardText),
    start: fc.oneof(days, slots),
    remindDaysBefore: fc.nat(60),
    revision: fc.nat(),
  },
  { requiredKeys: ['id', 'title', 'start'] },
);

/** The text as any calendar may show it: one kind of line end, no control characters, no halves of letters. */
function readable(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '');
}

test('whatever is written is read back by another program', () => {
  fc.assert(
    fc.property(fc.array(events, { minLength: 1, maxLength: 4 }), (written) => {
      const text = calendarText(written, madeAt);
      const lines = text.split('\r\n');
      expect(lines.pop()).toBe('');
      expect(lines.filter((line) => /[\r\n]/.test(line) || utf8.encode(line).length > 75)).toEqual([]);
      expect(new TextDecoder().decode(utf8.encode(text))).toBe(text);
      const read = readBack(text);
      expect(read).toHaveLength(written.length);
      read.forEach((one, index) => {
        const { id, title, start, description = '', revision = 0 } = written[index]!;
        expect(one.uid).toBe(calendarUid(id));
        expect(one.summary).toBe(readable(title));
        expect((one.description ?? '').startsWith(readable(description))).toBe(true);
        expect(one.sequence).toBe(revision);
        if (typeof start === 'string') expect(one.startDate.toString()).toBe(start);
        else {
          const begins = instantOf(start, start.zone);
          expect(one.startDate.toJSDate().getTime()).toBe(begins);
          expect(one.endDate.toJSDate().getTime()).toBe(begins + start.minutes * 60_000);
        }
      });
    }),
    { numRuns: runs },
  );
});

test('two ids never share a name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      expect(calendarUid(one) === calendarUid(other)).toBe(one === other);
    }),
    { numRuns: runs },
  );
});
