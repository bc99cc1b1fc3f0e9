/** `npm run dist -- …`: builds the app and packages it with electron-builder, which gets all arguments. */
import { join } from 'node:path';
import { electronBuilderArgs } from './dist-plan.mjs';
import { prepare } from './setup/all.mjs';
import { buildApp } from './setup/build.mjs';
import { follow } from './setup/child.mjs';
import { runCommand } from './setup/command.mjs';
import { ROOT } from './setup/places.mjs';

await runCommand(async () => {
  const runtime = await prepare({ electron: true, officialAgain: true });
  const args = electronBuilderArgs(process.argv.slice(2), runtime);
  await buildApp({ log: console.log });
  if (runtime.fallback) console.log(`NOT FOR RELEASE: packaged with Electron ${runtime.version}, which is not the version we ship.`);
  return follow(process.execPath, [join(ROOT, 'node_modules', 'electron-builder', 'cli.js'), ...args], { cwd: ROOT });
});
