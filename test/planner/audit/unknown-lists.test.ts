import { expect, test } from 'vitest';
import type { OpenBlock } from '../../../src/engine/completion.ts';
import { leftWords, openSentence } from '../../../src/planner/finish/wording-completion.ts';
import { hoursForLack } from '../../../src/planner/audit/unknown-lists.ts';
import type { RequirementBlock } from '../../../src/schemas/degree.ts';

const blocks = new Map<string, RequirementBlock>([
  ['core', { id: 'core', title: 'Core', semesterHours: 33, fits: { courses: [] } }],
  ['capstone', { id: 'capstone', title: 'Capstone', semesterHours: 3, inResidence: true, fits: { courses: [] } }],
  ['psychology', { id: 'psychology', title: 'Psychology', semesterHours: 9, fits: { subjects: ['PSY'] } }],
]);
const core: OpenBlock = { block: 'core', stillNeeded: 30, reason: 'no-course' };
const capstone: OpenBlock = { block: 'capstone', stillNeeded: 3, reason: 'in-residence' };
const psychology: OpenBlock = { block: 'psychology', stillNeeded: 9, reason: 'no-course' };

test.for<[OpenBlock[], number, string]>([
  [[], 10, '10 hours'],
  [[capstone, psychology], 12, '12 hours'],
  [[core, capstone, psychology], 42, '42 hours; for 30 of them the list of courses was not found'],
  // Where requirements share, they may need more together than the degree.
  [[core], 12, '12 hours; for 12 of them the list of courses was not found'],
])('of the hours left for the school, those without a known list are counted: %o', ([open, semesterHours, words]) => {
  expect(leftWords({ semesterHours, tuition: [] }, hoursForLack(open, blocks))).toBe(words);
});

test.for<[OpenBlock, string]>([
  [core, 'Still needed: 30 hours. We do not know which courses fit it. The school may take credit from elsewhere.'],
  [capstone, 'Still needed: 3 hours. Only the school’s own courses fill it.'],
  [psychology, 'Still needed: 9 hours. No course in the catalog fits it.'],
])('no course is said to fail a list that nobody knows: %o', ([open, words]) => {
  expect(openSentence(open, blocks)).toBe(words);
});
