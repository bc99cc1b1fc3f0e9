import { electronArgs } from './electron-args.mjs';

/**
 * The variables that tell tests and the demo which Electron to run and how: `CXPRESS_ELECTRON`, its executable, and
 * `CXPRESS_RUNTIME`, JSON with `executable`, `version`, `fallback` and `args`.
 * @param {import('./setup/electron-runtime.mjs').ElectronRuntime} runtime
 * @param {{ keyring: boolean }} options
 */
export async function runtimeEnvironment({ executable, version, fallback }, { keyring }) {
  const args = await electronArgs({ keyring });
  return { CXPRESS_ELECTRON: executable, CXPRESS_RUNTIME: JSON.stringify({ executable, version, fallback, args }) };
}
