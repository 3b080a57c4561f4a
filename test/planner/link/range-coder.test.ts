import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amount, count, day, listOf, oneOf, text, yesOrNo, type Packing } from '../../../src/planner/link/packing.ts';
import { RangeCoder } from '../../../src/planner/link/range-coder.ts';
import { ownTime } from '../../own-time.ts';

function lettersOf<T>(packing: Packing<T>, value: T): string {
  const coder = new RangeCoder();
  packing(coder, value);
  const letters = coder.letters();
  if (letters === undefined) throw new Error('It is too much for the letters of a link.');
  return letters;
}

/** What is written is read again, and no further. */
function expectSame<T>(packing: Packing<T>, value: T): void {
  const reader = new RangeCoder(lettersOf(packing, value));
  expect(packing(reader)).toEqual(value);
  expect(reader.failed).toBe(false);
}

const anyDay = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('counts up to the largest whole number, amounts, days, words and texts are read as they were written', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.nat(9), fc.nat(), fc.maxSafeNat())),
      fc.array(
        fc.oneof(
          fc.double({ min: 0, noNaN: true }),
          fc.nat(3000).map((hundredths) => hundredths / 100),
        ),
      ),
      fc.array(anyDay),
      fc.array(fc.constantFrom('a', 'b', 'c')),
      fc.array(fc.string({ unit: 'binary' })),
      (counts, amounts, days, words, texts) => {
        expectSame(listOf(count()), counts);
        expectSame(listOf(amount()), amounts.map(Math.abs));
        expectSame(listOf(day()), days);
        expectSame(listOf(oneOf(['a', 'b', 'c'])), words);
        expectSame(
          listOf(text()),
          texts.map((one) => one.toWellFormed()),
        );
      },
    ),
    { numRuns: 300 },
  );
});

test('what was the same before takes next to no letters', () => {
  const same = Array.from({ length: 500 }, () => true);
  expect(lettersOf(listOf(yesOrNo()), same).length).toBeLessThan(6);
  const days = Array.from({ length: 500 }, () => '2026-05-10');
  expect(lettersOf(listOf(day()), days).length).toBeLessThan(20);
});

test('the days of one student take fewer letters than days without order', () => {
  const near = Array.from({ length: 60 }, (_, i) => `2025-0${1 + Math.floor(i / 10)}-1${i % 10}`);
  const far = near.map((date, i) => `${1950 + ((i * 37) % 100)}${date.slice(4)}`);
  expect(lettersOf(listOf(day()), near).length).toBeLessThan(lettersOf(listOf(day()), far).length / 2);
});

test('more than a million bits are neither written nor read', () => {
  const coder = new RangeCoder();
  const very = listOf(text());
  very(
    coder,
    Array.from({ length: 800 }, () => 'x'.repeat(200)),
  );
  expect(coder.letters()).toBeUndefined();
  const reader = new RangeCoder('_'.repeat(50));
  const began = ownTime();
  for (let i = 0; i < 1000 && !reader.failed; i += 1) very(reader);
  expect(reader.failed).toBe(true);
  expect(ownTime() - began).toBeLessThan(2000);
});

test('letters that end too early are told from whole ones', () => {
  const packing = listOf(count());
  const letters = lettersOf(
    packing,
    Array.from({ length: 60 }, (_, i) => (i * 7919) % 1000),
  );
  const reader = new RangeCoder(letters.slice(0, -12));
  packing(reader);
  expect(reader.failed).toBe(true);
});
