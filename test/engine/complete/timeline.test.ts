/** When courses are studied, by hand: ten hours a week, so that a course of ten hours takes a week. */
import { describe, expect, test } from 'vitest';
import type { Taken } from '../../../src/engine/complete/answers.ts';
import { timelineOf } from '../../../src/engine/complete/timeline.ts';
import type { Membership, Offer, Wishes } from '../../../src/engine/completion.ts';
import { usualWishes } from './random-market.ts';

const today = '2026-01-01';

type Course = {
  readonly study?: number;
  readonly in?: readonly string[];
  readonly until?: string;
  readonly onlyInMonths?: Offer['onlyInMonths'];
};

function taking(id: string, { study = 10, in: memberships = [], until, onlyInMonths }: Course = {}): Taken {
  const course = { id, title: id, provider: 'acme', kind: 'course' as const, recommendations: [] };
  const ways = memberships.length
    ? memberships.map((membership) => ({ fees: [], membership, unknown: [] }))
    : [{ fees: [], unknown: [] }];
  const offer: Offer = { course, ways, onlyInMonths };
  return {
    candidate: { offer, accepted: [], ways, studyHours: study, until },
    price: { cents: 0, memberships, ways },
    parts: [],
  };
}

const membership = (id: string, more: Partial<Membership> = {}): Membership => ({
  id,
  provider: 'acme',
  plans: [{ what: 'Monthly', priceUsd: 99, provider: 'acme', months: 1 }],
  ...more,
});

function timeline(taken: readonly Taken[], wishes: Partial<Wishes> = {}, memberships: readonly Membership[] = []) {
  const { courses, runs, finishOn } = timelineOf(taken, memberships, { ...usualWishes, ...wishes }, today);
  const days = courses.map(({ taken: { candidate }, startOn, finishOn: end, way }) =>
    [candidate.offer.course.id, startOn, end, way.membership ?? ''].join(' ').trim(),
  );
  return { days, runs, finishOn };
}

describe('courses', () => {
  const three = [taking('b'), taking('c', { study: 20 }), taking('a')];

  test('side by side share the hours of a week, and the next begins when one is done', () => {
    expect(timeline(three, { coursesAtATime: 2 })).toEqual({
      days: ['a 2026-01-01 2026-01-15', 'b 2026-01-01 2026-01-15', 'c 2026-01-15 2026-01-29'],
      runs: [],
      finishOn: '2026-02-26',
    });
    const unlike = [taking('a'), taking('b', { study: 30 }), taking('c')];
    expect(timeline(unlike, { coursesAtATime: 2 }).days).toEqual([
      'a 2026-01-01 2026-01-15',
      'c 2026-01-15 2026-01-29',
      'b 2026-01-01 2026-02-05',
    ]);
  });

  test.for([1, 0])('come one after the other where %i at a time are wished', (coursesAtATime) => {
    expect(timeline(three, { coursesAtATime }).days).toEqual([
      'a 2026-01-01 2026-01-08',
      'b 2026-01-08 2026-01-15',
      'c 2026-01-15 2026-01-29',
    ]);
  });

  test('that must be done by a day come first', () => {
    const taken = [taking('a'), taking('b', { until: '2026-03-01' }), taking('c', { until: '2026-02-01' })];
    expect(timeline(taken, { coursesAtATime: 1 }).days.map((line) => line[0])).toEqual(['c', 'b', 'a']);
  });

  test('that end in some months only wait for those, and so does the school', () => {
    expect(timeline([taking('a', { onlyInMonths: [5] })], { weeksForTranscripts: 1 })).toEqual({
      days: ['a 2026-01-01 2026-05-01'],
      runs: [],
      finishOn: '2026-05-08',
    });
  });

  test('none at all are done today', () => {
    expect(timeline([])).toEqual({ days: [], runs: [], finishOn: today });
  });
});

describe('a membership', () => {
  test('runs for the months that its courses take, before what needs none', () => {
    const taken = [taking('alone'), taking('inside', { study: 50, in: ['m'] })];
    expect(timeline(taken, { coursesAtATime: 3 }, [membership('m')])).toEqual({
      days: ['inside 2026-01-01 2026-02-05 m', 'alone 2026-02-05 2026-02-12'],
      runs: [{ membership: 'm', provider: 'acme', months: 2, from: today, to: '2026-03-03', studyHours: 50 }],
      finishOn: '2026-03-12',
    });
  });

  test('that allows one course at a time is kept to', () => {
    const taken = [taking('a', { in: ['m'] }), taking('b', { in: ['m'] })];
    const days = (coursesAtATime?: number) =>
      timeline(taken, { coursesAtATime: 2 }, [membership('m', { coursesAtATime })]).days;
    expect(days(1)).toEqual(['a 2026-01-01 2026-01-08 m', 'b 2026-01-08 2026-01-15 m']);
    expect(days()).toEqual(['a 2026-01-01 2026-01-15 m', 'b 2026-01-01 2026-01-15 m']);
  });

  test('whose courses must be done by a day comes before others', () => {
    const taken = [taking('a', { in: ['m'] }), taking('b', { in: ['n'], until: '2026-06-01' }), taking('c')];
    const { runs } = timeline(taken, {}, [membership('m'), membership('n')]);
    expect(runs.map(({ membership: id, from }) => [id, from])).toEqual([
      ['n', '2026-01-01'],
      ['m', '2026-01-08'],
    ]);
    expect(
      timeline([taking('c', { until: '2026-06-01' }), taking('a', { in: ['m'] })], {}, [membership('m')]).days,
    ).toEqual(['c 2026-01-01 2026-01-08', 'a 2026-01-08 2026-01-15 m']);
  });

  test('that runs anyway takes what could be in either, so that only one is paid', () => {
    const taken = [taking('a', { in: ['m', 'n'] }), taking('b', { in: ['n'] })];
    const { days, runs } = timeline(taken, {}, [membership('m'), membership('n')]);
    expect(runs.map((run) => run.membership)).toEqual(['n']);
    expect(days).toEqual(['a 2026-01-01 2026-01-15 n', 'b 2026-01-01 2026-01-15 n']);
  });
});
