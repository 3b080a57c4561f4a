import { expect, test } from 'vitest';
import { basePath } from '../../scripts/base-path.ts';

test.for([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['credit-map', '/credit-map/'],
  ['/credit-map', '/credit-map/'],
  ['/students/v2.1/', '/students/v2.1/'],
] as const)('the base path %o is the folder %s', ([wanted, folder]) => {
  expect(basePath(wanted)).toBe(folder);
});

test.for(['https://example.org/', '/credit map/', '/a//b/', '/../up/', '/a/"b/'])('%s is no base path', (wanted) => {
  expect(() => basePath(wanted)).toThrow('Write a path like "/credit-map/"');
});

test.for(['/courses/', '/planner/plans/', '_astro'])('%s is a place of the site itself', (wanted) => {
  expect(() => basePath(wanted)).toThrow('itself');
});
