import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { follow } from './child.mjs';
import { Failure } from './failure.mjs';
import { ROOT } from './places.mjs';

/** From here on Node runs TypeScript files as they are (type stripping without a flag). */
const NEEDED = /** @type {const} */ ([22, 18]);

/** @param {string} version such as `v20.20.2` */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/**
 * Continues under the project's own Node when the machine's is too old: runs the same command again with it and ends
 * with its exit code. Returns only when this Node is new enough. Call it after the dependencies are there.
 * @param {{ version?: string, root?: string }} [options]
 */
export async function continueUnderNewNode({ version = process.version, root = ROOT } = {}) {
  if (isNewEnough(version)) return;
  const own = join(root, 'node_modules', '.bin', 'node');
  if (process.env['CXPRESS_NODE'] || !existsSync(own)) {
    throw new Failure(
      `Node ${NEEDED.join('.')} or newer is needed and this is ${version}; on Linux x64 it comes with the dependencies, elsewhere install it from nodejs.org.`,
    );
  }
  const env = { ...process.env, CXPRESS_NODE: own, PATH: [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter) };
  process.exit(await follow(own, process.argv.slice(1), { env }));
}
