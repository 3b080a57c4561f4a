import { expect, test } from 'vitest';
import { schoolsIn } from '../../../src/planner/compare/compared-school.ts';

test.for([
  ['#tesu,wgu', ['tesu', 'wgu']],
  ['#tesu,tesu,wgu', ['tesu', 'wgu']],
  ['#tesu,nowhere', ['tesu']],
  ['#tesu,wgu,snhu,nyu', ['tesu', 'wgu', 'snhu']],
  ['', []],
  ['#<script>,__proto__', []],
  [`#${'x'.repeat(1_000_000)}`, []],
] as const)('an address ending in %s', ([hash, expected]) => {
  expect(schoolsIn(hash, ['tesu', 'wgu', 'snhu', 'nyu'])).toEqual(expected);
});
