import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants have to survive: those of the engine and the planner, without the ones that try thousands of random
 * problems, against a second solver or for all rules at once, which would take a minute for each mutant; and without the one that
 * weighs the engine, because the code with all its mutants weighs more.
 */
export default defineConfig({
  test: {
    include: ['test/engine/**/*.test.ts', 'test/planner/**/*.test.ts'],
    exclude: ['test/engine/elsewhere/**', 'test/engine/{bad-input,referee,weight}.test.ts'],
    environment: 'node',
    setupFiles: ['test/seed.ts', 'test/mutants/few-cases.ts'],
    testTimeout: 300_000,
    coverage: {
      provider: 'v8',
      include: ['src/engine/**/*.ts', 'src/planner/**/*.ts'],
      reporter: ['text', 'html', 'json-summary'],
    },
  },
});
