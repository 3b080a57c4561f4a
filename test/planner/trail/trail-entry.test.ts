import { expect, test } from 'vitest';
import { noCity } from '../../../src/planner/exam/exam-time-form.ts';
import {
  checkDay,
  checkMembership,
  checkName,
  checkNote,
  checkSlot,
  noteFields,
  type NoteFields,
} from '../../../src/planner/trail/trail-entry.ts';

const states = ['done', 'waiting', 'failed', 'not-needed'] as const;
const today = '2026-11-28';
const fields = (change: Partial<NoteFields> = {}): NoteFields => ({ ...noteFields(undefined), ...change });
const check = (change: Partial<NoteFields>) => checkNote(fields(change), states, today);

test('a note is kept as it was typed, and its form shows it again', () => {
  const note = { state: 'done', on: '2026-11-02', note: 'Order 17', link: 'https://a.example/b' } as const;
  expect(checkNote(noteFields(note), states, today)).toEqual({ value: note });
});

test('an open step has no note', () => {
  expect(check({})).toEqual({ value: undefined });
});

test('an address may be typed without its beginning', () => {
  expect(check({ state: 'done', link: ' www.credly.com/badges/1 ' })).toMatchObject({
    value: { link: 'https://www.credly.com/badges/1' },
  });
});

const wrong: [what: string, change: Partial<NoteFields>, field: string, words: RegExp][] = [
  ['words without a state', { note: 'Call again' }, 'state', /^Choose how it stands/],
  ['an address without a state', { link: 'a.example' }, 'state', /^Choose how it stands/],
  ['a day without a state', { day: '2', month: '11', year: '2026' }, 'state', /^Choose how it stands/],
  ['a state nobody knows, with words', { state: 'lost', note: 'Call again' }, 'state', /^Choose how it stands/],
  ['a day that does not exist', { state: 'done', day: '31', month: '2', year: '2026' }, 'day', /real date/],
  ['half a day', { state: 'done', day: '3' }, 'day', /month/],
  ['tomorrow', { state: 'done', day: '29', month: '11', year: '2026' }, 'day', /^Date must be today or earlier$/],
  ['501 letters', { state: 'done', note: 'x'.repeat(501) }, 'note', /^Note must be 500 letters or fewer$/],
  ['an address that runs a script', { state: 'done', link: 'javascript:alert(1)' }, 'link', /^Link must be an address/],
  ['an address of a file', { state: 'done', link: 'C:\\badge.pdf' }, 'link', /^Link must be an address/],
  [
    'words with a dot in them',
    { state: 'done', link: 'see the mail of a.example' },
    'link',
    /^Link must be an address/,
  ],
  ['an address with words behind it', { state: 'done', link: 'a.example, page 2' }, 'link', /^Link must be an address/],
];

test.for(wrong)('%s is a mistake with what to do about it', ([, change, field, words]) => {
  expect(check(change)).toEqual({ mistakes: [{ field, words: expect.stringMatching(words) as unknown }] });
});

test('today, and a note of 500 letters, are no mistakes', () => {
  const change = { state: 'done', day: '28', month: '11', year: '2026', note: ` ${'x'.repeat(500)} ` };
  expect(check(change)).toEqual({ value: { state: 'done', on: today, note: 'x'.repeat(500) } });
});

test('each mistake of a note is told at its own field', () => {
  const checked = check({ state: 'done', day: '3', note: 'x'.repeat(501), link: 'javascript:' });
  expect('mistakes' in checked && checked.mistakes.map(({ field }) => field)).toEqual(['day', 'note', 'link']);
});

const addresses: [typed: string, kept: string][] = [
  ['my-school.example', 'https://my-school.example'],
  ['www.my-school.example?student=1', 'https://www.my-school.example?student=1'],
  ['a.example#mail', 'https://a.example#mail'],
  ['http://a.example/b', 'http://a.example/b'],
];

test.for(addresses)('the address %s is kept as %s', ([link, kept]) => {
  expect(check({ state: 'done', link })).toEqual({ value: { state: 'done', link: kept } });
});

/** A mistake at this field, in such words. */
function atField([field, words]: readonly [field: string, words: RegExp]): unknown {
  return { field, words: expect.stringMatching(words) as unknown };
}

const slot = { day: '', month: '', year: '', at: '', zone: 'Africa/Lagos' };

const lagos = { ...slot, day: '5', month: '12', year: '2026', at: '7:30 pm' };
const slotMistakes: [what: string, change: Partial<typeof slot>, mistakes: [field: string, words: RegExp][]][] = [
  ['no day', { day: '', month: '', year: '' }, [['day', /^Enter the day of the exam$/]]],
  ['a day that does not exist', { day: '31', month: '2' }, [['day', /real date/]]],
  ['an hour alone', { at: '7' }, [['at', /^Time must be like 19:30 or 7:30 pm$/]]],
  ['no time', { at: ' ' }, [['at', /^Time must be like/]]],
  ['no city', { zone: '' }, [['zone', /^Choose the city whose clock the time is in$/]]],
  ['a city that is not in the list', { zone: noCity }, [['zone', /^Choose the city/]]],
  [
    'half a day, and neither a time nor a city',
    { day: '', at: '', zone: '' },
    [
      ['day', /day/],
      ['at', /^Time/],
      ['zone', /^Choose/],
    ],
  ],
];

test('an exam has a day, a time and a city', () => {
  expect(checkSlot(lagos)).toEqual({ value: { on: '2026-12-05', at: '19:30', zone: 'Africa/Lagos' } });
});

test('an exam without a day and a time is none, whatever its city', () => {
  expect(checkSlot({ ...slot, at: ' ' })).toEqual({ value: undefined });
  expect(checkSlot({ ...slot, zone: '' })).toEqual({ value: undefined });
});

test.for(slotMistakes)('an exam with %s is a mistake with what to do about it', ([, change, mistakes]) => {
  expect(checkSlot({ ...lagos, ...change })).toEqual({ mistakes: mistakes.map(atField) });
});

test('a day alone may be any day, or none', () => {
  expect(checkDay({ day: '1', month: '2', year: '2031' })).toEqual({ value: '2031-02-01' });
  expect(checkDay({ day: '', month: '', year: '' })).toEqual({ value: undefined });
  expect(checkDay({ day: '31', month: '2', year: '2026' })).toEqual({ mistakes: [atField(['day', /real date/])] });
});

const paid = { day: '1', month: '11', year: '2026', months: '1' };

test('a membership has a first day and a length, or nothing at all', () => {
  expect(checkMembership({ day: '', month: '', year: '', months: ' ' })).toEqual({ value: undefined });
  expect(checkMembership(paid)).toEqual({ value: { since: '2026-11-01', months: 1 } });
  expect(checkMembership({ ...paid, months: ' 60 ' })).toEqual({ value: { since: '2026-11-01', months: 60 } });
});

test.for(['', '0', '61', '1.5', 'one', '012', '1 2'])('a membership of "%s" months is a mistake', (months) => {
  const mistake = atField(['months', /^Months must be a whole number from 1 to 60$/]);
  expect(checkMembership({ ...paid, months })).toEqual({ mistakes: [mistake] });
});

test('a membership without its first day, or with one that does not exist, is a mistake', () => {
  const began = atField(['day', /^Enter the day on which you began to pay$/]);
  expect(checkMembership({ ...paid, day: '', month: '', year: '' })).toEqual({ mistakes: [began] });
  const noDay = atField(['day', /real date/]);
  expect(checkMembership({ ...paid, day: '31' })).toEqual({ mistakes: [noDay] });
});

test('a name keeps its accents, and an empty one is none', () => {
  expect(checkName('  José Ñáñez ', 'name')).toEqual({ value: 'José Ñáñez' });
  expect(checkName(' ', 'name')).toEqual({ value: undefined });
});

test('a name has 200 letters or fewer', () => {
  expect(checkName(` ${'x'.repeat(200)} `, 'name')).toEqual({ value: 'x'.repeat(200) });
  const mistake = { field: 'their-name', words: 'Name must be 200 letters or fewer' };
  expect(checkName('x'.repeat(201), 'their-name')).toEqual({ mistakes: [mistake] });
});
