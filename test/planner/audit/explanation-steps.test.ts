import { expect, test, vi } from 'vitest';
import { obstaclesOf, pinsToRelease } from '../../../src/engine/explanations.ts';
import { toTheEnd } from '../../../src/engine/to-the-end.ts';
import {
  explanationInput,
  type ExplanationReply,
  type ExplanationRequest,
} from '../../../src/planner/audit/explanation-search.ts';
import { answerRequests, stepsFor } from '../../../src/planner/audit/explanation-steps.ts';
import { auditInput, auditPlan } from '../../../src/planner/audit/plan-audit.ts';
import type { When } from '../../../src/planner/when.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import { catalog, planOf, today } from '../example-catalog.ts';

/** Philosophy, kept out of every block that it fits. */
const plan = planOf({
  course: 'example/philosophy',
  status: 'planned',
  pins: ['major', 'electives'].map((block) => ({ part: 0, block, use: false })),
});
const input = explanationInput(plan, catalog, today);
const audit = auditPlan(plan, catalog, today);

const repairOf = (of: Plan) =>
  toTheEnd(stepsFor({ kind: 'repair', input: explanationInput(of, catalog, today), credit: 'c1' }));

test('a credit of the plan that is kept out is used once its pins are taken back', () => {
  const change = { kind: 'release-pins', credit: 'c1' };
  expect(repairOf(plan)).toMatchObject({ kind: 'repair', repair: { change, met: 3 } });
  expect(repairOf(planOf('example/philosophy'))).toEqual({ kind: 'repair', repair: undefined });
});

test('what stands in the way of a plan is what the engine finds, the pins that cost hours too', () => {
  const whole = auditInput(plan, catalog, today);
  const found = toTheEnd(stepsFor({ kind: 'obstacles', input, audit: { met: audit.met } }));
  const pins = pinsToRelease(whole, audit);
  expect(pins).toEqual({ credits: ['c1'], met: 3 });
  expect(found).toEqual({ kind: 'obstacles', obstacles: obstaclesOf(whole), pins });
});

test('of the school’s equivalencies only those of the plan’s courses are handed over', () => {
  expect(catalog.school.equivalencies.length).toBeGreaterThan(input.equivalencies.length);
  expect(new Set(input.equivalencies.map(({ course }) => course))).toEqual(new Set(['example/philosophy']));
});

/** A worker whose pauses end when they are told to, and its rests too. */
function working() {
  const replies: ExplanationReply[] = [];
  const pauses: (() => void)[] = [];
  const rests: (() => void)[] = [];
  const waitIn =
    (waiting: (() => void)[]): When =>
    (act) => {
      waiting.push(act);
      return () => waiting.splice(waiting.indexOf(act), 1);
    };
  const hear = answerRequests((reply) => replies.push(reply), { pause: waitIn(pauses), rest: waitIn(rests) });
  const goOn = () => pauses.shift()?.();
  const toTheLast = () => {
    while (pauses.length > 0) goOn();
  };
  return { replies, pauses, rests, hear, goOn, toTheLast };
}
const obstacles = (search: number): ExplanationRequest => ({
  kind: 'look-for',
  search,
  wanted: { kind: 'obstacles', input, audit },
});
const repair = (search: number): ExplanationRequest => ({
  kind: 'look-for',
  search,
  wanted: { kind: 'repair', input, credit: 'c1' },
});

test('the worker pauses after each step, and the newest request is answered first', () => {
  const { replies, pauses, hear, goOn, toTheLast } = working();
  hear(obstacles(1));
  goOn();
  goOn();
  expect(replies).toEqual([]);
  hear(repair(2));
  expect(pauses).toHaveLength(1);
  toTheLast();
  expect(replies.map(({ search, found }) => [search, found.kind])).toEqual([
    [2, 'repair'],
    [1, 'obstacles'],
  ]);
});

test('what is given up is not answered, and the next request is', () => {
  const { replies, hear, goOn, toTheLast } = working();
  hear(obstacles(1));
  goOn();
  hear({ kind: 'give-up', search: 1 });
  hear({ kind: 'give-up', search: 7 });
  toTheLast();
  expect(replies).toEqual([]);
  hear(repair(2));
  toTheLast();
  expect(replies.map(({ search }) => search)).toEqual([2]);
});

test('told to rest, the worker does nothing until its last rest ends, and then goes on where it was', () => {
  const { replies, pauses, rests, hear, goOn, toTheLast } = working();
  hear(repair(1));
  goOn();
  hear({ kind: 'rest' });
  hear({ kind: 'rest' });
  hear(repair(2));
  expect(pauses).toEqual([]);
  expect(rests).toHaveLength(1);
  hear({ kind: 'give-up', search: 2 });
  rests.shift()?.();
  toTheLast();
  expect(replies.map(({ search, found }) => [search, found.kind])).toEqual([[1, 'repair']]);
});

test('a worker that rested with nothing to do answers what comes later', () => {
  const { replies, rests, hear, toTheLast } = working();
  hear({ kind: 'rest' });
  rests.shift()?.();
  hear(repair(1));
  toTheLast();
  expect(replies).toHaveLength(1);
});

test('a search that fails says so, and the worker goes on', () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { replies, hear, toTheLast } = working();
  hear(repair(1));
  hear({ kind: 'look-for', search: 2, wanted: { kind: 'repair', input: undefined as never, credit: 'c1' } });
  toTheLast();
  expect(replies.map(({ search, found }) => [search, found.kind])).toEqual([
    [2, 'failed'],
    [1, 'repair'],
  ]);
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
});
