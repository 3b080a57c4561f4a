import { expect, test } from 'vitest';
import {
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

const wrong: [what: string, change: Partial<NoteFields>, field: string][] = [
  ['words without a state', { note: 'Call again' }, 'state'],
  ['a day that does not exist', { state: 'done', day: '31', month: '2', year: '2026' }, 'day'],
  ['half a day', { state: 'done', day: '3' }, 'day'],
  ['tomorrow', { state: 'done', day: '29', month: '11', year: '2026' }, 'day'],
  ['501 letters', { state: 'done', note: 'x'.repeat(501) }, 'note'],
  ['an address that runs a script', { state: 'done', link: 'javascript:alert(1)' }, 'link'],
  ['an address of a file', { state: 'done', link: 'C:\\badge.pdf' }, 'link'],
];

test.for(wrong)('%s is a mistake with what to do about it', ([, change, field]) => {
  const checked = check(change);
  expect('mistakes' in checked && checked.mistakes.map((one) => one.field)).toEqual([field]);
});

const slot = { day: '', month: '', year: '', at: '', zone: 'Africa/Lagos' };

test('an exam has a day, a time and a city, or nothing at all', () => {
  expect(checkSlot(slot)).toEqual({ value: undefined });
  const booked = { ...slot, day: '5', month: '12', year: '2026', at: '7:30 pm' };
  expect(checkSlot(booked)).toEqual({ value: { on: '2026-12-05', at: '19:30', zone: 'Africa/Lagos' } });
  const fieldsOf = (checked: ReturnType<typeof checkSlot>) =>
    'mistakes' in checked ? checked.mistakes.map(({ field }) => field) : [];
  expect(fieldsOf(checkSlot({ ...booked, at: '7' }))).toEqual(['at']);
  expect(fieldsOf(checkSlot({ ...slot, at: '19:30', zone: '' }))).toEqual(['day', 'zone']);
});

test('a membership has a first day and a length, or nothing at all', () => {
  const none = { day: '', month: '', year: '', months: '' };
  expect(checkMembership(none)).toEqual({ value: undefined });
  const paid = { day: '1', month: '11', year: '2026', months: '1' };
  expect(checkMembership(paid)).toEqual({ value: { since: '2026-11-01', months: 1 } });
  for (const months of ['', '0', '61', '1.5', 'one'])
    expect(checkMembership({ ...paid, months })).toHaveProperty('mistakes');
});

test('a name keeps its accents, and an empty one is none', () => {
  expect(checkName('  José Ñáñez ', 'name')).toEqual({ value: 'José Ñáñez' });
  expect(checkName(' ', 'name')).toEqual({ value: undefined });
  expect(checkName('x'.repeat(201), 'name')).toHaveProperty('mistakes');
});
