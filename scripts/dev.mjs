/** `npm run dev`: the app with hot reload (electron-vite). Further arguments go to electron-vite. */
import { join } from 'node:path';
import { electronArgs } from './electron-args.mjs';
import { requireScreen } from './screen.mjs';
import { prepare } from './setup/all.mjs';
import { follow } from './setup/child.mjs';
import { runCommand } from './setup/command.mjs';
import { ROOT } from './setup/places.mjs';

await runCommand(async () => {
  requireScreen();
  const runtime = await prepare({ desktop: 'screen', electron: true });
  const unsandboxed = (await electronArgs({ keyring: false })).includes('--no-sandbox');
  const script = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const args = [script, 'dev', '--watch', ...(unsandboxed ? ['--noSandbox'] : []), ...process.argv.slice(2)];
  return follow(process.execPath, args, { cwd: ROOT, env: { ...process.env, ELECTRON_EXEC_PATH: runtime.executable } });
});
