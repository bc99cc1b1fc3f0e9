/**
 * `npm run demo`: prepares everything and runs `scripts/demo/run.ts` under the project's Node; where there is no display,
 * inside a desktop session of its own. The driver gets `CXPRESS_ELECTRON`, `CXPRESS_RUNTIME` (see runtime-environment.mjs)
 * and `CXPRESS_DEMO`: JSON with `headless`, `seconds`, `out` and, if asked for, `report` (absolute paths).
 */
import { join } from 'node:path';
import { DEMO_USAGE, demoOptions } from './demo-options.mjs';
import { inDesktopSession } from './desktop-session.mjs';
import { runtimeEnvironment } from './runtime-environment.mjs';
import { hasScreen } from './screen.mjs';
import { prepare } from './setup/all.mjs';
import { follow } from './setup/child.mjs';
import { runCommand } from './setup/command.mjs';
import { ROOT } from './setup/places.mjs';

await runCommand(async () => {
  const { help, ...options } = demoOptions(process.argv.slice(2), { screen: hasScreen(), cwd: process.env['INIT_CWD'] ?? process.cwd() });
  if (help) return console.log(DEMO_USAGE);
  const { headless } = options;
  const runtime = await prepare({ desktop: headless ? 'headless' : 'screen', electron: true, build: true });
  const env = { ...(await runtimeEnvironment(runtime, { keyring: headless })), CXPRESS_DEMO: JSON.stringify(options) };
  const driver = { command: process.execPath, args: [join(ROOT, 'scripts', 'demo', 'run.ts')] };
  if (headless) return inDesktopSession({ ...driver, env, cwd: ROOT });
  return follow(driver.command, driver.args, { cwd: ROOT, env: { ...process.env, ...env } });
});
