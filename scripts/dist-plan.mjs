import { Failure } from './setup/failure.mjs';

/** @typedef {import('./setup/electron-runtime.mjs').ElectronRuntime} ElectronRuntime */

/** What a package needs in addition to run on the fallback; see that file. */
const FALLBACK_CONFIGURATION = 'electron-builder.fallback.yml';

/**
 * The arguments for electron-builder. With the official Electron it downloads what each target system needs by itself.
 * The fallback is for trying the packaged app out on this machine: anything that could be handed to somebody is refused.
 * @param {string[]} argv
 * @param {Pick<ElectronRuntime, 'version' | 'distDir' | 'fallback'>} runtime
 */
export function electronBuilderArgs(argv, { version, distDir, fallback }) {
  const publish = argv.some((argument) => /^(-p|--publish)(=|$)/.test(argument)) ? [] : ['--publish', 'never'];
  if (!fallback) return [...argv, ...publish];
  if (!isUnpackedLinux(argv)) {
    throw new Failure(
      `A release needs the official Electron, which could not be downloaded here; with Electron ${version} only an unpacked app to try out can be built: npm run dist -- --linux dir`,
    );
  }
  return [...argv, '--publish', 'never', '--config', FALLBACK_CONFIGURATION, `-c.electronVersion=${version}`, `-c.electronDist=${distDir}`];
}

const UNPACKED_LINUX = new Set(['--linux', '-l', '--dir', 'dir', '--x64']);

/** Whether the command line asks for an unpacked Linux app and for nothing else; single settings may be given. @param {string[]} argv */
function isUnpackedLinux(argv) {
  const words = argv.filter((argument) => !/^(-c|--config)\.[\w.]+=/.test(argument));
  const asksFor = (/** @type {string[]} */ ...names) => names.some((name) => words.includes(name));
  return asksFor('--linux', '-l') && asksFor('--dir', 'dir') && words.every((word) => UNPACKED_LINUX.has(word));
}
