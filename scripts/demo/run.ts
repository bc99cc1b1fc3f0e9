import { demoOptions } from './options.ts';
import { headlessDemo } from './headless.ts';
import { screenDemo } from './screen.ts';

/** The demo's driver: `scripts/demo.mjs` prepares everything and runs this inside the session. */
const options = demoOptions();
try {
  await (options.headless ? headlessDemo(options) : screenDemo(options));
} catch (error) {
  console.error(`The demo failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
