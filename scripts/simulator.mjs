/**
 * `npm run simulator -- …`: the simulated Cxpress; all arguments go to it. Standard output carries only what the simulator
 * prints, so that another program can read it.
 */
import { join } from 'node:path';
import { prepare } from './setup/all.mjs';
import { follow } from './setup/child.mjs';
import { runCommand } from './setup/command.mjs';
import { ROOT } from './setup/places.mjs';

await runCommand(async () => {
  await prepare({ log: console.error });
  return follow(process.execPath, [join(ROOT, 'simulator', 'cli.ts'), ...process.argv.slice(2)]);
});
