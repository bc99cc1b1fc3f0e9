import { Failure } from './setup/failure.mjs';

/**
 * Whether windows can be shown to somebody here.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function hasScreen(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** Refuses to go on where there is no screen. */
export function requireScreen() {
  if (!hasScreen()) throw new Failure('There is no display here (DISPLAY and WAYLAND_DISPLAY are not set); to see the app work without one, run: npm run demo -- --headless');
}
