import { expect, test } from 'vitest';
import { clockWords, hoursThere } from '../../src/components/guide/time-strip.ts';

const eastern = 'America/New_York';
const winter = '2027-01-14';
const summer = '2027-07-14';

test.for([
  ['Lagos', 'Africa/Lagos', '1 a.m. the next day', 'midnight'],
  ['São Paulo', 'America/Sao_Paulo', '9 p.m.', '8 p.m.'],
  ['India', 'Asia/Kolkata', '5:30 a.m. the next day', '4:30 a.m. the next day'],
  ['Honolulu', 'Pacific/Honolulu', '2 p.m.', '1 p.m.'],
  ['London, whose clocks change too', 'Europe/London', 'midnight', 'midnight'],
  ['the place itself', eastern, '7 p.m.', '7 p.m.'],
] as const)('7 p.m. Eastern is shown on the clock of %s, in winter and in summer', ([, zone, inWinter, inSummer]) => {
  expect(clockWords(hoursThere(winter, 19, eastern, zone))).toBe(inWinter);
  expect(clockWords(hoursThere(summer, 19, eastern, zone))).toBe(inSummer);
});

test('on the day of a change, the hour is the one after it', () => {
  expect(hoursThere('2027-03-14', 19, eastern, 'Etc/UTC')).toBe(23);
  expect(hoursThere('2027-03-13', 19, eastern, 'Etc/UTC')).toBe(24);
});

test('a clock that is behind may show the day before', () => {
  expect(clockWords(hoursThere(winter, 1, 'Asia/Manila', eastern))).toBe('noon the day before');
});
