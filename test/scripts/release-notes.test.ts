import { expect, test } from 'vitest';
import { notesFrom } from '../../scripts/notes-from-commits.ts';

test('commits stand under what they are about, facts first, merges nowhere', () => {
  const commits = [
    'a1\tGuides: what it costs',
    'b2\tMerge branch main',
    'c3\tPlanner: a plan keeps its order',
    'd4\tTests in two browsers at a time',
  ];
  expect(notesFrom(commits, [{ on: '2026-11-24', says: 'A price has changed.' }])).toBe(
    `## Changed facts

- 2026-11-24: A price has changed.

## Guides

- Guides: what it costs (a1)

## Planner

- Planner: a plan keeps its order (c3)

## The site

- Tests in two browsers at a time (d4)`,
  );
});

test('without commits it says so', () => {
  expect(notesFrom([], [])).toBe('Nothing has changed.');
});
