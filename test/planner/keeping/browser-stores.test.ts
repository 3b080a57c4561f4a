/** What the browser's stores do where it answers, refuses or drops the connection. Real browsers: test/site. */
import { afterAll, describe, expect, test, vi } from 'vitest';
import { browserKeyValue, browserQuickStore } from '../../../src/planner/keeping/browser-stores.ts';
import { openBrowser } from './fake-browser.ts';

afterAll(() => vi.unstubAllGlobals());

const write = (values: Record<string, unknown>) => () => ({ write: values, result: 'done' });
const nothing = () => false;

describe('the database', () => {
  test('keeps what is written, and removes what is undefined', async () => {
    const { database } = openBrowser();
    expect(await browserKeyValue().transact(nothing, write({ a: 1, b: 2 }))).toBe('done');
    expect(await browserKeyValue().transact(nothing, write({ a: undefined, c: 3 }))).toBe('done');
    expect(Object.fromEntries(database.values)).toEqual({ b: 2, c: 3 });
    expect(new Set(database.opened)).toEqual(new Set(['credit-map/plan']));
  });

  test('tells every key, and reads only the values that are wanted', async () => {
    const { database } = openBrowser();
    database.values.set('a', 1).set('b', 2).set('c', 3);
    const seen = await browserKeyValue().transact(
      (key) => key !== 'b',
      (stored) => ({ write: {}, result: Object.fromEntries(stored) }),
    );
    expect(seen).toEqual({ a: 1, b: undefined, c: 3 });
    expect(database.reads).toEqual(['a', 'c']);
  });

  test('is opened once for many transactions', async () => {
    const { database } = openBrowser();
    const store = browserKeyValue();
    await store.transact(nothing, write({ a: 1 }));
    await store.transact(nothing, write({ a: 2 }));
    expect(database.opened).toHaveLength(1);
  });

  test('is opened again where the connection was lost, and the change is kept', async () => {
    const { database } = openBrowser();
    database.troubles.push('none', { beginning: new DOMException('', 'InvalidStateError') });
    const store = browserKeyValue();
    await store.transact(nothing, write({ a: 1 }));
    expect(await store.transact(nothing, write({ a: 2 }))).toBe('done');
    expect(await store.transact(nothing, write({ b: 3 }))).toBe('done');
    expect(Object.fromEntries(database.values)).toEqual({ a: 2, b: 3 });
    expect(database.opened).toHaveLength(2);
  });

  test('that is full says so at once', async () => {
    const { database } = openBrowser();
    const full = new DOMException('', 'QuotaExceededError');
    database.troubles.push({ ending: full });
    await expect(browserKeyValue().transact(nothing, write({ a: 1 }))).rejects.toBe(full);
    expect(database.opened).toHaveLength(1);
    expect(database.values.size).toBe(0);
  });

  test('that fails twice says why the second time, or that it gave up', async () => {
    const { database } = openBrowser();
    const blocked = new DOMException('', 'SecurityError');
    database.troubles.push({ ending: null }, { ending: blocked }, { ending: null }, { ending: null });
    await expect(browserKeyValue().transact(nothing, write({}))).rejects.toBe(blocked);
    await expect(browserKeyValue().transact(nothing, write({}))).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the store that answers at once', () => {
  test('gives back what was put into it, and nothing else that lies there', () => {
    const { localStorage } = openBrowser();
    Object.assign(localStorage, { theme: 'dark' });
    expect(browserQuickStore.put('tab-1', 'a text')).toBe(true);
    expect(Object.keys(localStorage)).toEqual(['theme', 'credit-map-unsaved tab-1']);
    expect([...browserQuickStore.texts()]).toEqual([['tab-1', 'a text']]);
    browserQuickStore.remove('tab-1');
    expect(Object.keys(localStorage)).toEqual(['theme']);
    expect(browserQuickStore.texts().size).toBe(0);
  });

  test('holds nothing, and says so, where the browser refuses', () => {
    const { localStorage } = openBrowser();
    browserQuickStore.put('tab-1', 'a text');
    localStorage['isRefused'] = true;
    expect(browserQuickStore.texts()).toEqual(new Map());
    expect(browserQuickStore.put('tab-2', 'a text')).toBe(false);
    expect(() => browserQuickStore.remove('tab-1')).not.toThrow();
  });

  test('is saved before the database is asked anything else', async () => {
    const { database } = openBrowser();
    browserQuickStore.put('tab-1', 'no plan');
    await browserKeyValue().transact(nothing, write({}));
    expect(database.values.get('copy tab-1')).toBe('no plan');
    expect(browserQuickStore.texts().size).toBe(0);
  });
});
