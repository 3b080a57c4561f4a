import { expect, test } from 'vitest';
import type { OpenBlock } from '../../../src/engine/completion.ts';
import { forLackSentence, openSentence } from '../../../src/planner/finish/wording-completion.ts';
import { hoursForLack } from '../../../src/planner/finish/unknown-lists.ts';
import type { RequirementBlock } from '../../../src/schemas/degree.ts';

const blocks = new Map<string, RequirementBlock>([
  ['core', { id: 'core', title: 'Core', semesterHours: 33, fits: { courses: [] } }],
  ['capstone', { id: 'capstone', title: 'Capstone', semesterHours: 3, inResidence: true, fits: { courses: [] } }],
  ['psychology', { id: 'psychology', title: 'Psychology', semesterHours: 9, fits: { subjects: ['PSY'] } }],
]);
const core: OpenBlock = { block: 'core', stillNeeded: 30, reason: 'no-course' };
const capstone: OpenBlock = { block: 'capstone', stillNeeded: 3, reason: 'in-residence' };
const psychology: OpenBlock = { block: 'psychology', stillNeeded: 9, reason: 'no-course' };

test.for<[OpenBlock[], number, number]>([
  [[], 10, 0],
  [[capstone, psychology], 12, 0],
  [[core, capstone, psychology], 42, 30],
  [[core], 12, 12],
])('of the hours left for the school, those without a known list are counted: %o', ([open, semesterHours, hours]) => {
  expect(hoursForLack({ open, residence: { semesterHours, tuition: [] } }, blocks)).toBe(hours);
});

test.for<[OpenBlock, string]>([
  [core, 'Still needed: 30 hours. We do not know which courses fit it. Ask the school.'],
  [capstone, 'Still needed: 3 hours. Only the school’s own courses fill it.'],
  [psychology, 'Still needed: 9 hours. No course in the catalog fits it.'],
])('no course is said to fail a list that nobody knows: %o', ([open, words]) => {
  expect(openSentence(open, blocks)).toBe(words);
});

test('hours without a known list need not be paid at the school', () => {
  expect(forLackSentence(30)).toBe(
    'We do not know which courses fit 30 of these hours. The school may take credit from elsewhere for them. ' +
      'Then fewer hours are left to pay at the school.',
  );
});
