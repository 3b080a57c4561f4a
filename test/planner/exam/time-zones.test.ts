import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { instantOf, isZone, momentOf, offsetAt, wallTimeAt } from '../../../src/planner/exam/time-zones.ts';

const runs = Number(process.env['CREDIT_MAP_RUNS'] ?? 1500);
const minute = 60_000;

/** Zones with every habit: whole, half and quarter hours, a shift of half an hour, the south, both ends of the date line. */
const habits = [
  ...[
    'America/New_York',
    'America/Chicago',
    'America/Phoenix',
    'America/Los_Angeles',
    'America/St_Johns',
    'America/Halifax',
  ],
  ...['America/Sao_Paulo', 'America/Santiago', 'America/Asuncion', 'America/Havana', 'America/Tijuana', 'America/Nuuk'],
  ...[
    'Europe/London',
    'Europe/Berlin',
    'Europe/Chisinau',
    'Atlantic/Azores',
    'Africa/Lagos',
    'Africa/Cairo',
    'Africa/Casablanca',
  ],
  ...[
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Asia/Tehran',
    'Asia/Kabul',
    'Asia/Yangon',
    'Asia/Beirut',
    'Asia/Gaza',
    'Asia/Jerusalem',
  ],
  ...[
    'Australia/Adelaide',
    'Australia/Darwin',
    'Australia/Eucla',
    'Australia/Lord_Howe',
    'Australia/Sydney',
    'Pacific/Auckland',
  ],
  ...[
    'Pacific/Chatham',
    'Pacific/Apia',
    'Pacific/Honolulu',
    'Pacific/Kiritimati',
    'Pacific/Marquesas',
    'Pacific/Norfolk',
    'UTC',
  ],
];
const zones = process.env['CREDIT_MAP_RUNS'] === undefined ? habits : Intl.supportedValuesOf('timeZone');

/** Every moment from 2026 to 2028 at which the zone's clocks are changed, as another program knows it. */
function transitionsOf(zone: string): number[] {
  const found: number[] = [];
  let at = Temporal.Instant.from('2026-01-01T00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (at && at.year < 2029) {
    found.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition('next');
  }
  return found;
}

type Reading = Pick<ReturnType<typeof momentOf>, 'kind' | 'instant'> & { readonly second?: number };

/** The wall time as another program reads it. */
function otherReading(wall: string, zone: string): Reading {
  const plain = Temporal.PlainDateTime.from(wall);
  const read = (disambiguation: 'earlier' | 'later' | 'compatible'): number =>
    plain.toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
  const [earlier, later] = [read('earlier'), read('later')];
  if (earlier === later) return { kind: 'once', instant: earlier };
  const shown = Temporal.Instant.fromEpochMilliseconds(earlier).toZonedDateTimeISO(zone).toPlainDateTime();
  return shown.equals(plain)
    ? { kind: 'twice', instant: earlier, second: later }
    : { kind: 'skipped', instant: read('compatible') };
}

function ourReading(wall: string, zone: string): Reading {
  const [on = '', at = ''] = wall.split('T');
  const moment = momentOf({ on, at }, zone);
  if (moment.kind === 'twice') return moment;
  return { kind: moment.kind, instant: moment.instant };
}

test.for(zones)(
  '%s: every wall time around every change of 2026 to 2028 is read as another program reads it',
  (zone) => {
    const around = [
      -1500, -181, -121, -61, -60, -59, -46, -31, -30, -29, -16, -1, 0, 1, 14, 15, 29, 30, 31, 45, 59, 60, 61, 119, 120,
      180, 1500,
    ];
    const wrong = transitionsOf(zone).flatMap((instant) => {
      // As walls before and after the change would show it.
      const shown = [instant - 1, instant].map((moment) => instant + offsetAt(moment, zone));
      return shown.flatMap((wall) =>
        around
          .map((minutes) => new Date(wall + minutes * minute).toISOString().slice(0, 16))
          .map((at) => ({ at, ours: ourReading(at, zone), other: otherReading(at, zone) }))
          .filter(({ ours, other }) => JSON.stringify(ours) !== JSON.stringify(other)),
      );
    });
    expect(wrong).toEqual([]);
  },
);

test('the changes of these years were looked at, and both kinds met', () => {
  const all = habits.flatMap((zone) =>
    transitionsOf(zone).map((instant) => offsetAt(instant, zone) - offsetAt(instant - 1, zone)),
  );
  expect(all.filter((change) => change > 0).length).toBeGreaterThan(60);
  expect(all.filter((change) => change < 0).length).toBeGreaterThan(60);
  expect(all).toContain(30 * minute);
});

test('a wall time is found again from its moment, at any minute in any zone', () => {
  const from = Date.parse('2026-01-01') / minute;
  const to = Date.parse('2029-01-01') / minute;
  fc.assert(
    fc.property(fc.integer({ min: from, max: to }), fc.constantFrom(...habits), (minutes, zone) => {
      const instant = minutes * minute;
      const moment = momentOf(wallTimeAt(instant, zone), zone);
      expect([moment.instant, moment.kind === 'twice' ? moment.second : undefined]).toContain(instant);
      expect(moment.kind).not.toBe('skipped');
    }),
    { numRuns: runs },
  );
});

test.for([
  ['Asia/Kolkata', '2026-12-08', '19:30'],
  ['Asia/Kathmandu', '2026-12-08', '19:45'],
  ['Africa/Lagos', '2026-12-08', '15:00'],
  ['America/Sao_Paulo', '2026-12-08', '11:00'],
  ['America/St_Johns', '2026-12-08', '10:30'],
  ['Pacific/Honolulu', '2026-12-08', '04:00'],
  ['Pacific/Chatham', '2026-12-09', '03:45'],
  ['Australia/Lord_Howe', '2026-12-09', '01:00'],
] as const)('nine in New York in December is read in %s on %s at %s', ([zone, on, at]) => {
  expect(wallTimeAt(instantOf({ on: '2026-12-08', at: '09:00' }, 'America/New_York'), zone)).toEqual({ on, at });
});

test('half past two does not exist in the night in which New York puts its clocks forward', () => {
  expect(momentOf({ on: '2027-03-14', at: '02:30' }, 'America/New_York')).toEqual({
    kind: 'skipped',
    instant: Date.parse('2027-03-14T07:30Z'),
    later: { on: '2027-03-14', at: '03:30' },
  });
});

test('half past one comes twice in the night in which New York puts them back', () => {
  expect(momentOf({ on: '2026-11-01', at: '01:30' }, 'America/New_York')).toEqual({
    kind: 'twice',
    instant: Date.parse('2026-11-01T05:30Z'),
    second: Date.parse('2026-11-01T06:30Z'),
  });
});

test('on Lord Howe half an hour is skipped, no more', () => {
  expect(momentOf({ on: '2026-10-04', at: '02:15' }, 'Australia/Lord_Howe')).toMatchObject({
    kind: 'skipped',
    later: { at: '02:45' },
  });
  expect(momentOf({ on: '2026-10-04', at: '02:30' }, 'Australia/Lord_Howe').kind).toBe('once');
});

test('a zone that the device does not know is told from one that it does', () => {
  expect([isZone('Asia/Kolkata'), isZone('Asia/Calcutta'), isZone('UTC')]).toEqual([true, true, true]);
  expect([isZone('Asia/Nowhere'), isZone(''), isZone('<b>')]).toEqual([false, false, false]);
});
