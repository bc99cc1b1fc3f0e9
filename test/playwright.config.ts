import { defineConfig } from '@playwright/test';

/** End-to-end tests on a real Electron, one app at a time: they share one desktop session. Each test stands alone. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  workers: 1,
  // Dealt out test by test, not file by file: the parts of a run on several desktops take about as long.
  fullyParallel: true,
  // At a desk a test that fails now and then is a failed test. An unattended run says which was flaky and goes on.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
});
