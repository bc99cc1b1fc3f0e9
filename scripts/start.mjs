/** `npm start`: builds the app if need be and runs it, without simulator. Further arguments go to the app. */
import { electronArgs } from './electron-args.mjs';
import { requireScreen } from './screen.mjs';
import { prepare } from './setup/all.mjs';
import { follow } from './setup/child.mjs';
import { runCommand } from './setup/command.mjs';
import { ROOT } from './setup/places.mjs';

await runCommand(async () => {
  requireScreen();
  const runtime = await prepare({ desktop: 'screen', electron: true, build: true });
  return follow(runtime.executable, [...(await electronArgs({ keyring: false })), ROOT, ...process.argv.slice(2)]);
});
