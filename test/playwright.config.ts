import { defineConfig } from '@playwright/test';

/** End-to-end tests on a real Electron, one app at a time: they share one desktop session. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
});
