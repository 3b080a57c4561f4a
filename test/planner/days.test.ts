import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addBusinessDays, addCounted, addDays, addMonths, daysBetween, latest } from '../../src/planner/days.ts';

const day = fc.integer({ min: -200_000, max: 200_000 }).map((days) => addDays('2026-11-28', days));
const isWeekend = (one: string): boolean => [0, 6].includes(new Date(one).getUTCDay());

test('a month later is the same day, or the last one of a shorter month', () => {
  expect(addMonths('2026-11-28', 1)).toBe('2026-12-28');
  expect(addMonths('2026-10-31', 1)).toBe('2026-11-30');
  expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
  expect(addMonths('2026-12-31', 12)).toBe('2027-12-31');
  expect(addMonths('2027-03-05', -1)).toBe('2027-02-05');
  expect(addMonths('2100-01-30', 1)).toBe('2100-02-28');
  expect(addMonths('2000-01-31', 1)).toBe('2000-02-29');
  expect(addMonths('2027-01-31', -11)).toBe('2026-02-28');
  expect(addMonths('2026-11-28', 0)).toBe('2026-11-28');
});

test('months end where the years of four digits do', () => {
  expect(addMonths('0005-03-31', 1)).toBe('0005-04-30');
  expect(addMonths('0004-01-31', 1)).toBe('0004-02-29');
  expect(addMonths('0000-02-15', -1)).toBe('0000-01-15');
  expect(addMonths('0000-02-15', -2)).toBe('0000-01-01');
  expect(addMonths('0000-02-15', -2000)).toBe('0000-01-01');
  expect(addMonths('9999-11-15', 1)).toBe('9999-12-15');
  expect(addMonths('9999-11-15', 2)).toBe('9999-12-31');
  expect(addMonths('9999-11-15', 6_000_000)).toBe('9999-12-31');
});

test('what is counted in days goes over weekends, what is counted in business days leaves them out', () => {
  expect(addCounted('2026-11-27', 3, 'days')).toBe('2026-11-30');
  expect(addCounted('2026-11-27', 3, 'business-days')).toBe('2026-12-02');
});

test('business days leave out Saturdays and Sundays, whichever day they begin on', () => {
  expect(addBusinessDays('2026-11-27', 1)).toBe('2026-11-30');
  expect(addBusinessDays('2026-11-28', 1)).toBe('2026-11-30');
  expect(addBusinessDays('2026-11-29', 5)).toBe('2026-12-04');
  expect(addBusinessDays('2026-11-30', 5)).toBe('2026-12-07');
  expect(addBusinessDays('2027-02-08', 15)).toBe('2027-03-01');
  expect(addBusinessDays('2026-11-28', 0)).toBe('2026-11-28');
});

test('counting business days one by one comes to the same day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 60 }), (from, count) => {
      const start = addDays('2026-01-01', from);
      let at = start;
      for (let left = count; left > 0;) {
        at = addDays(at, 1);
        if (!isWeekend(at)) left -= 1;
      }
      expect(addBusinessDays(start, count)).toBe(at);
    }),
  );
});

test('days go forth and back, over leap days and centuries, and stay within four digits', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 100_000 }), (one, days) => {
      const later = addDays(one, days);
      expect(daysBetween(one, later)).toBe(days);
      expect(addDays(later, -days)).toBe(one);
      expect(addMonths(one, 1) > one).toBe(true);
    }),
  );
  expect(addDays('9999-12-30', 1)).toBe('9999-12-31');
  expect(addDays('9999-12-29', 1)).toBe('9999-12-30');
  expect(addDays('0000-01-03', -1)).toBe('0000-01-02');
  expect(addDays('9999-12-30', 5)).toBe('9999-12-31');
  expect(addMonths('9999-12-30', 5)).toBe('9999-12-31');
  expect(addDays('0000-01-02', -5)).toBe('0000-01-01');
});

test('the latest of some days, and of none', () => {
  expect(latest(['2026-11-28', undefined, '2027-01-01', '2026-12-31'])).toBe('2027-01-01');
  expect(latest([undefined, '2026-11-28'])).toBe('2026-11-28');
  expect(latest([undefined])).toBeUndefined();
  expect(latest([])).toBeUndefined();
});

test('days are counted on the calendar, over months and leap years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  expect(daysBetween('2026-12-08', '2026-12-09')).toBe(1);
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
});
