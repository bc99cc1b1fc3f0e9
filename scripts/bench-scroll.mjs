/** `npm run bench:scroll [-- TICKETS]`: measures in the real app, in a desktop session of its own, how smoothly a queue scrolls; see bench/scroll.ts. */
import { join } from 'node:path';
import { inDesktopSession } from './desktop-session.mjs';
import { runtimeEnvironment } from './runtime-environment.mjs';
import { prepare } from './setup/all.mjs';
import { runCommand } from './setup/command.mjs';
import { ROOT } from './setup/places.mjs';

await runCommand(async () => {
  const runtime = await prepare({ desktop: 'headless', electron: true, build: true });
  const env = await runtimeEnvironment(runtime, { keyring: true });
  return inDesktopSession({ command: process.execPath, args: [join(ROOT, 'bench', 'scroll.ts'), ...process.argv.slice(2)], env, cwd: ROOT });
});
