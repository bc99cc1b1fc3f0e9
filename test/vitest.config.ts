import { defineConfig } from 'vitest/config';

/** Test suites by kind; each is one vitest project so that its count can be told apart. */
export default defineConfig({
  test: {
    // Each suite has the machine alone; left to itself vitest leaves a core idle, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'unit', root: import.meta.dirname, include: ['unit/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 20_000 } },
      { test: { name: 'property', root: import.meta.dirname, include: ['property/**/*.test.ts'], environment: 'node', testTimeout: 180_000 } },
      { test: { name: 'integration', root: import.meta.dirname, include: ['integration/**/*.test.ts'], environment: 'node', testTimeout: 90_000, hookTimeout: 60_000, fileParallelism: false } },
    ],
  },
});
