/**
 * `npm run screens [-- --out FOLDER] [--languages en,es] [--only PART]`: photographs every screen of the real app in
 * each language, light and dark, and in Portuguese also at 200 %, in high contrast and in a system palette; then what the app
 * says in each of its states. Per language and look one contact sheet of the screens and one of the states.
 * `scripts/screens/run.ts` gets `CXPRESS_SCREENS`: JSON with `out` (absolute), `languages` and `only`.
 */
import { join, resolve } from 'node:path';
import { inDesktopSession } from './desktop-session.mjs';
import { runtimeEnvironment } from './runtime-environment.mjs';
import { prepare } from './setup/all.mjs';
import { runCommand } from './setup/command.mjs';
import { Failure } from './setup/failure.mjs';
import { parseOptions } from './setup/options.mjs';
import { ROOT } from './setup/places.mjs';

const LANGUAGES = ['en', 'pt-BR', 'es'];
const USAGE = 'Usage: npm run screens [-- --out FOLDER] [--languages en,pt-BR,es] [--only PART]';

await runCommand(async () => {
  const { values } = parseOptions({ args: process.argv.slice(2), options: { out: { type: 'string' }, languages: { type: 'string' }, only: { type: 'string' } } }, USAGE);
  const languages = values.languages?.split(',') ?? LANGUAGES;
  const unknown = languages.filter((one) => !LANGUAGES.includes(one));
  if (unknown.length > 0) throw new Failure(`There is no language ${unknown.join(', ')}; there are ${LANGUAGES.join(', ')}.`);
  const out = resolve(process.env['INIT_CWD'] ?? process.cwd(), values.out ?? join(ROOT, 'demo-output', 'screens'));
  const runtime = await prepare({ desktop: 'headless', electron: true, build: true });
  const env = { ...(await runtimeEnvironment(runtime, { keyring: true })), CXPRESS_SCREENS: JSON.stringify({ out, languages, only: values.only ?? '' }) };
  return inDesktopSession({ command: process.execPath, args: [join(ROOT, 'scripts', 'screens', 'run.ts')], env, cwd: ROOT });
});
