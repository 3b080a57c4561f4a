import { expect, test } from 'vitest';
import { isZone } from '../../../src/planner/exam/time-zones.ts';
import {
  cities,
  cityOf,
  cityWords,
  countries,
  countryName,
  findCities,
} from '../../../src/planner/exam/zone-cities.ts';

test('every city lies in a zone that devices know, and every country has a name', () => {
  expect(cities.filter(({ zone }) => !isZone(zone))).toEqual([]);
  expect(countries.filter((country) => !/^[A-Z]{2}$/.test(country) || countryName(country) === country)).toEqual([]);
  expect(new Set(cities.map(cityWords)).size).toBeGreaterThan(500);
});

test.for([
  ['mumb', 'Mumbai, India', 'Asia/Kolkata'],
  ['sao paulo', 'São Paulo, Brazil', 'America/Sao_Paulo'],
  ['kathm', 'Kathmandu, Nepal', 'Asia/Kathmandu'],
  ['abuja', 'Abuja, Nigeria', 'Africa/Lagos'],
  ['kyiv', 'Kyiv, Ukraine', 'Europe/Kiev'],
  ['eastern', 'Eastern Time (ET), United States', 'America/New_York'],
  ['PT', 'Pacific Time (PT), United States', 'America/Los_Angeles'],
  ['hawaii', 'Hawaii, United States', 'Pacific/Honolulu'],
  ["st john's", 'St. John’s, Canada', 'America/St_Johns'],
  ['utc', 'Universal time (UTC, GMT)', 'UTC'],
  ['nepal', 'Kathmandu, Nepal', 'Asia/Kathmandu'],
  ['Asia/Kolkata', 'Kolkata, India', 'Asia/Kolkata'],
] as const)('“%s” finds %s', ([typed, words, zone]) => {
  const found = findCities(typed, 8).find((city) => cityWords(city) === words);
  expect(found?.zone).toBe(zone);
});

test('the city called just so comes first, and nothing typed finds nothing', () => {
  expect(findCities('Portland', 3)[0]?.name).toBe('Portland');
  expect(findCities('sa', 8)).toHaveLength(8);
  expect(findCities('  ', 8)).toEqual([]);
  expect(findCities('zzzz', 8)).toEqual([]);
});

test('a zone by its old name is the city of today', () => {
  expect(cityOf('Asia/Calcutta').name).toBe('Kolkata');
  expect(cityOf('Asia/Katmandu').name).toBe('Kathmandu');
  expect(cityOf('America/Buenos_Aires').name).toBe('Buenos Aires');
  expect(cityOf('Etc/Unknown').name).toBe('Unknown');
});
