import { expect, test } from 'vitest';
import { recordTable, type Column } from '../../src/components/catalog/record-table.ts';

type Place = { readonly name: string; readonly price?: string; readonly pace?: string };
const price: Column<Place> = { head: 'Price', says: (place) => (place.price ? [place.price] : []) };
const pace: Column<Place> = { head: 'Pace', says: (place) => (place.pace ? [place.pace] : []) };
const entry = (id: string, data: Omit<Place, 'name'> = {}) => ({ id, data: { name: id.toUpperCase(), ...data } });

test('each record that says something has its row, and the others are named', () => {
  const table = recordTable([entry('a', { price: '5' }), entry('b'), entry('c', { pace: 'slow' })], [price, pace]);
  expect(table.heads).toEqual(['Price', 'Pace']);
  expect(table.rows).toEqual([
    { id: 'a', name: 'A', cells: [['5'], []] },
    { id: 'c', name: 'C', cells: [[], ['slow']] },
  ]);
  expect(table.silent).toEqual([{ id: 'b', name: 'B' }]);
});

test('a record that is added appears by itself', () => {
  const before = [entry('a', { price: '5' })];
  const after = [...before, entry('new', { price: '9' })];
  expect(recordTable(after, [price]).rows.map(({ id }) => id)).toEqual(['a', 'new']);
});

test('a column in which no record says anything stops the build', () => {
  expect(() => recordTable([entry('a', { price: '5' })], [price, pace])).toThrow('"Pace", but no record says anything');
});

test('an empty cell stops the build where every one was asked for', () => {
  const entries = [entry('a', { price: '5' }), entry('b')];
  expect(() => recordTable(entries, [price], true)).toThrow('"Price", but nothing there for b.');
  expect(recordTable(entries, [price]).rows).toHaveLength(1);
});
