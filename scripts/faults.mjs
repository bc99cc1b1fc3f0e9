/** `npm run faults -- …`: attacks the engine's promises with faults; all arguments go to test/faults/run.ts. */
import { join, resolve } from 'node:path';
import { prepare } from './setup/all.mjs';
import { follow } from './setup/child.mjs';
import { runCommand } from './setup/command.mjs';
import { ROOT } from './setup/places.mjs';

await runCommand(async () => {
  await prepare({ log: console.error });
  // Files named on the command line are meant from where it was typed.
  const args = process.argv.slice(2).map((arg, index, all) => (all[index - 1] === '--report' ? resolve(process.env['INIT_CWD'] ?? '.', arg) : arg));
  return follow(process.execPath, [join(ROOT, 'test', 'faults', 'run.ts'), ...args], { cwd: ROOT });
});
