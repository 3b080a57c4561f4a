import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/site/**', 'test/deployed/**'],
          environment: 'node',
          setupFiles: 'test/seed.ts',
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'test/site/served-site.ts',
          // Two browsers at a time: most of a test is waiting.
          maxWorkers: 2,
          // On a busy machine a page may be left before it has stored anything. A second try is told of: "(retry x1)".
          retry: 1,
          // What the page does after it has drawn, such as moving the focus, is waited for.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          // The built site as hosts serve it. It needs nginx, and builds a second time: not part of `npm test`.
          name: 'deployed',
          include: ['test/deployed/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'test/deployed/built-below.ts',
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
