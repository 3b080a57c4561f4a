import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants have to survive: those of the engine and the planner that are quick. Thousands of random problems
 * against a second solver would take a minute for each mutant.
 */
export default defineConfig({
  test: {
    include: ['test/engine/**/*.test.ts', 'test/planner/**/*.test.ts'],
    exclude: ['test/engine/elsewhere/**', 'test/engine/referee.test.ts', 'test/engine/complete/search.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/engine/**/*.ts', 'src/planner/**/*.ts'],
      reporter: ['text', 'html', 'json-summary'],
    },
  },
});
